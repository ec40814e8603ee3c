//! A circulation, which is its own proof: the paper and its hash, the figures, and a line for each person.

use axum::extract::{Path, State};
use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject};
use redress::circulation::{As, Row, proof};
use redress::day::{clock, long};
use redress_store::desk::work::member_circulation::KeptCirculation;
use serde::Serialize;

use super::{answer, offer, paper};
use crate::desk::deed::Context;
use crate::desk::deeds::receipt::RecordReceipt;
use crate::desk::{DeskSite, copies};
use crate::failure::Failure;
use crate::layout::{scrolling, summary::Summary, tag};
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// A circulation in a few words.
#[derive(Debug, Serialize)]
pub struct Brief {
    /// Its number.
    pub id: i64,
    /// What went.
    pub paper: String,
    /// How many of how many, by sort.
    pub figures: Vec<String>,
    /// Who is still owed a copy.
    pub open: Vec<String>,
    /// When a copy first went to a member.
    pub first_sent: Option<Date>,
    /// When a copy first went to a member of the executive.
    pub first_to_executive: Option<Date>,
}

#[derive(Debug, Serialize)]
struct Proof {
    #[serde(flatten)]
    brief: Brief,
    because: String,
    in_confidence: bool,
    sha256: String,
    made_on: Date,
    made_by: String,
    complete: bool,
    rows: Vec<Row>,
    serve_by_hand: Vec<String>,
    took_office_later: Vec<String>,
    left: Vec<String>,
    lines: Vec<String>,
}

/// A circulation brought to today, for who may read the paper that goes.
pub async fn load(context: &Context, id: i64) -> Result<(KeptCirculation, Subject), Failure> {
    context.might(Act::ReadDesk)?;
    let known = context.desk.desk.member_circulation(id).await?.ok_or(Failure::NotFound)?;
    let (_, subject) = paper::load(context, known.working_paper_id).await?;
    context.may(Act::ReadDesk, &subject)?;
    Ok((copies::bring(&context.desk, id, &context.now).await?, subject))
}

fn brief(kept: &KeptCirculation) -> Brief {
    Brief {
        id: kept.id,
        paper: kept.circulation.paper().into(),
        figures: copies::figures(&kept.circulation),
        open: kept.circulation.outstanding().iter().map(|r| r.name().to_string()).collect(),
        first_sent: kept.circulation.first_sent(false),
        first_to_executive: kept.circulation.first_sent(true),
    }
}

/// The circulations of a paper, where there is one.
pub async fn of_paper(context: &Context, paper: Option<i64>) -> Result<Vec<Brief>, Failure> {
    match paper {
        Some(paper) => Ok(context.desk.desk.circulations_to_members(paper).await?.iter().map(brief).collect()),
        None => Ok(Vec::new()),
    }
}

/// Circulations as a list.
pub fn listed(all: &[Brief]) -> Markup {
    html! {
        @if all.is_empty() { p.govuk-body { "No copy has gone to members." } }
        @for one in all {
            p.govuk-body {
                a.govuk-link href={ "/desk/circulations/" (one.id) } { "Proof of circulation: " (one.paper) } ". "
                (one.figures.join("; ")) ". "
                @if one.open.is_empty() { (tag("Complete", "green")) } @else { (tag("Open", "yellow")) " Still owed a copy: " (one.open.join(", ")) "." }
            }
        }
    }
}

async fn read(context: &Context, kept: KeptCirculation) -> Result<Proof, Failure> {
    let council = copies::Council::on(&context.desk, context.now.date()).await?;
    let addresses = council.addresses();
    let circulation = &kept.circulation;
    let mut rows = circulation.rows().to_vec();
    rows.sort_by(|a, b| a.name().cmp(b.name()).then(a.person().cmp(&b.person())));
    let named = |keep: &dyn Fn(&Row) -> bool| rows.iter().filter(|r| keep(r)).map(|r| r.name().to_string()).collect::<Vec<_>>();
    Ok(Proof {
        brief: brief(&kept),
        sha256: circulation.sha256().into(),
        made_on: circulation.made_on(),
        complete: circulation.complete(),
        serve_by_hand: named(&|r| r.owed() && !addresses.contains_key(&r.person())),
        took_office_later: named(&|r| r.took_office_later().is_some()),
        left: named(&|r| r.left().is_some()),
        lines: proof(circulation),
        because: kept.because.clone(),
        in_confidence: kept.in_confidence,
        made_by: kept.made_by.clone(),
        rows,
    })
}

/// `/desk/circulations/{circulation}`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    let (kept, subject) = load(&context, id).await?;
    let address = format!("/desk/circulations/{id}");
    let paper = kept.working_paper_id;
    let page = read(&context, kept).await?;
    let body = html! {
        h1.govuk-heading-l { "Proof of circulation" }
        (Summary::default()
            .row("Paper", html! { a.govuk-link href={ "/desk/papers/" (paper) } { (page.brief.paper) } })
            .words("What it is", Some(&page.because))
            .words("SHA-256 of every copy", Some(&page.sha256))
            .day("Made on", Some(page.made_on))
            .words("Made by", Some(&page.made_by))
            .words("Copies", Some(if page.in_confidence { "Given in confidence" } else { "Not in confidence" })))
        ul.govuk-list { @for figure in &page.brief.figures { li { strong { (figure) } " served" } } }
        @if page.complete { p.govuk-body { (tag("Complete", "green")) " Nobody is owed a copy." } }
        @else { p.govuk-body { (tag("Open", "yellow")) " Still owed a copy: " strong { (page.brief.open.join(", ")) } "." } }
        @if !page.serve_by_hand.is_empty() { p.govuk-body { (tag("Serve by hand", "yellow")) " No address is known for: " (page.serve_by_hand.join(", ")) "." } }
        @if !page.took_office_later.is_empty() { p.govuk-body { "Took office after the paper was made: " (page.took_office_later.join(", ")) "." } }
        @if !page.left.is_empty() { p.govuk-body { "Left office before a copy went: " (page.left.join(", ")) "." } }
        (scrolling("Each person's copy", table(&page)))
        h2.govuk-heading-m { "Do" }
        ul.govuk-list {
            (offer::<RecordReceipt>(&context, &subject, &format!("{address}/receipt")))
            li { a.govuk-link href={ (address) "/proof/file" } { "Download the proof as text" } }
        }
    };
    Ok(answer(&context, &format, &asked, "Proof of circulation", &page, body))
}

fn table(page: &Proof) -> Markup {
    html! {
        table.govuk-table {
            thead.govuk-table__head {
                tr.govuk-table__row {
                    th.govuk-table__header scope="col" { "Person" }
                    th.govuk-table__header scope="col" { "As" }
                    th.govuk-table__header scope="col" { "What happened" }
                    th.govuk-table__header scope="col" { "Hash of the copy" }
                }
            }
            tbody.govuk-table__body { @for row in &page.rows { (line(row)) } }
        }
    }
}

fn line(row: &Row) -> Markup {
    let office = match row.is() {
        As::Member => "Member outside the executive",
        As::Executive => "Member of the executive",
        As::Officer => "Monitoring officer",
    };
    html! {
        tr.govuk-table__row {
            th.govuk-table__header scope="row" { (row.name()) }
            td.govuk-table__cell {
                (office)
                @if let Some(day) = row.took_office_later() { ", in office from " (long(day)) }
                @if let Some(day) = row.left() { ", left on " (long(day)) }
            }
            td.govuk-table__cell {
                @if row.receipts().is_empty() { "No copy has gone" }
                ul.govuk-list {
                    @for receipt in row.receipts() {
                        li { (receipt.words()) ", " (long(receipt.at.date())) " at " (clock(receipt.at.time())) " (" (receipt.by) ")" }
                    }
                }
            }
            td.govuk-table__cell { @if let Some(receipt) = row.receipts().last() { span.redress-hash { (receipt.sha256) } } }
        }
    }
}

/// `/desk/circulations/{circulation}/proof/file`
pub async fn file(State(desk): State<DeskSite>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let context = Context::of(desk, visitor);
    let (kept, _) = load(&context, id).await?;
    let mut text = format!("{}\n", context.desk.site.authority());
    for line in proof(&kept.circulation) {
        text.push_str(&line);
        text.push('\n');
    }
    let now = context.now.datetime();
    text.push_str(&format!("As it stood at {} on {}. Every copy has the hash above.\n", clock(now.time()), long(now.date())));
    Ok(paper::attachment(&format!("proof-of-circulation-{id}.txt"), text.into_bytes()))
}
