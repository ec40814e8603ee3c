//! A working paper: its versions with what was found in each, its restriction, its circulation. Reading a restricted
//! paper is logged before it is sent.

use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use maud::{Markup, html};
use redress::access::{Act, Subject};
use redress_paper::Finding;
use redress_store::desk::work::access_entry::AccessEntry;
use redress_store::desk::work::circulation::{Circulation, Receipt};
use redress_store::desk::work::clearing::Cleared;
use redress_store::desk::work::paper::{FindingOverride, PaperVersion, WorkingPaper};
use serde::{Deserialize, Serialize};

use super::{answer, day, offer};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::{
    add_version::AddVersion, override_finding::OverrideFinding, release::DecideRelease, restrict::Restrict, review::ReviewRestriction,
    serve::RecordService,
};
use crate::failure::Failure;
use crate::layout::{scrolling, summary::Summary, tag};
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

#[derive(Debug, Serialize)]
struct PaperPage {
    paper: WorkingPaper,
    restriction: Option<redress::restriction::Restriction>,
    versions: Vec<(PaperVersion, Option<FindingOverride>)>,
    cleared: Option<Cleared>,
    circulations: Vec<Circulation>,
    receipts: Vec<Receipt>,
}

/// What was found in a version when it arrived.
#[derive(Debug, Default, Deserialize)]
pub struct Found {
    /// What a reader of the page would not see.
    #[serde(default)]
    pub findings: Vec<Finding>,
    /// What makes it hard to read for some.
    #[serde(default)]
    pub accessibility: Vec<Finding>,
}

/// What was found in a version.
pub fn found(version: &PaperVersion) -> Found {
    serde_json::from_str(&version.looked).unwrap_or_default()
}

/// A paper, for who may read it. Opening a restricted one, and being refused, is logged.
pub async fn load(context: &Context, id: i64) -> Result<(WorkingPaper, Subject), Failure> {
    let sealed = context.desk.desk.working_paper(id).await?.ok_or(Failure::NotFound)?;
    let subject = sealed.subject().clone();
    let now = context.now.datetime();
    let logged = subject.restriction.is_some() || subject.embargo.as_ref().is_some_and(|e| e.covers(now));
    let opened = sealed.open(&context.reader(), Act::ReadPaper, now);
    if logged {
        let what = opened.as_ref().map_or_else(|refused| format!("refused: {}", refused.because.words()), |_| "opened".into());
        let who = context.visitor.signed_in.name.clone();
        let at = context.now.timestamp().to_string();
        context.desk.desk.log_access(&AccessEntry { id: 0, at, account_id: context.account(), who, working_paper_id: id, what }).await?;
    }
    // What is restricted is not even there for those outside its audience.
    opened.map(|paper| (paper, subject)).map_err(|_| Failure::NotFound)
}

/// `/desk/papers/{paper}`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    let (paper, subject) = load(&context, id).await?;
    let desk = &context.desk.desk;
    let mut versions = Vec::new();
    for version in desk.versions(id).await? {
        let passed = desk.overridden(id, version.version).await?;
        versions.push((version, passed));
    }
    let page = PaperPage {
        restriction: subject.restriction.clone(),
        versions,
        cleared: desk.cleared("paper", id).await?,
        circulations: desk.circulations(id).await?,
        receipts: desk.receipts(id).await?,
        paper,
    };
    let body = body(&context, &page, &subject);
    Ok(answer(&context, &format, &asked, &page.paper.title, &page, body))
}

/// `/desk/papers/{paper}/versions/{version}/file`
pub async fn file(State(desk): State<DeskSite>, visitor: Visitor, Path((id, wanted)): Path<(i64, i64)>) -> Answer {
    let context = Context::of(desk, visitor);
    load(&context, id).await?;
    let version = context.desk.desk.versions(id).await?.into_iter().find(|v| v.version == wanted).ok_or(Failure::NotFound)?;
    let bytes = context.desk.desk.bytes_of(&version).await?.ok_or(Failure::NotFound)?;
    let name: String =
        version.name.chars().map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '-' }).collect();
    let kept = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")).unwrap_or(HeaderValue::from_static("attachment"));
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("application/octet-stream")),
        (CONTENT_DISPOSITION, kept),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((headers, bytes).into_response())
}

fn body(context: &Context, page: &PaperPage, subject: &Subject) -> Markup {
    let paper = &page.paper;
    let to = |what: &str| format!("/desk/papers/{}/{what}", paper.id);
    html! {
        h1.govuk-heading-l { (paper.title) }
        @if let Some(item) = paper.planned_item_id { p.govuk-body { a.govuk-link href={ "/desk/items/" (item) } { "The item it is before" } } }
        (Summary::default().words("Title for the public", paper.public_title.as_deref()).words("Added by", Some(&paper.added_by)))
        @match &page.cleared {
            Some(c) if c.ended_at.is_none() => p.govuk-body { (tag("Published", "green")) " " (super::at(&c.at)) ": " (c.reason) },
            _ => p.govuk-body { (tag("Not published", "grey")) },
        }
        (page.restriction.as_ref().map(restricted).unwrap_or_default())
        h2.govuk-heading-m { "Versions" }
        @for (version, passed) in &page.versions { (one(context, subject, version, passed.as_ref())) }
        (circulated(page))
        h2.govuk-heading-m { "Do" }
        ul.govuk-list {
            (offer::<AddVersion>(context, subject, &to("add-version")))
            @if page.restriction.is_none() { (offer::<Restrict>(context, subject, &to("restrict"))) } @else {
                (offer::<ReviewRestriction>(context, subject, &to("review")))
                (offer::<DecideRelease>(context, subject, &to("release")))
            }
            (offer::<RecordService>(context, subject, &to("serve")))
        }
    }
}

fn restricted(restriction: &redress::restriction::Restriction) -> Markup {
    html! {
        h2.govuk-heading-m { "Restriction" }
        (Summary::default()
            .words("Ground", Some(&restriction.ground.words()))
            .words("Provision", Some(restriction.ground.section()))
            .words("Reason, as the public may read it", Some(&restriction.public_reason))
            .words("Who may read it besides those who must", Some(&restriction.audience.words()))
            .words("Imposed", Some(&format!("{}, by {}", redress::day::long(restriction.imposed_on), restriction.imposed_by)))
            .day("Look at it again by", restriction.next_review())
            .words("How to challenge it", Some(&restriction.challenge))
            .words("Release", restriction.release.as_ref().map(|r| format!("{} on {}, by {}: {}", r.decision.words(), redress::day::long(r.at.date()), r.by, r.reason)).as_deref()))
        @for warning in &restriction.warnings { p.govuk-body { (tag("Warning", "yellow")) " " (warning.message) " (" (warning.section) ")" } }
    }
}

fn one(context: &Context, subject: &Subject, version: &PaperVersion, passed: Option<&FindingOverride>) -> Markup {
    let address = format!("/desk/papers/{}/versions/{}", version.working_paper_id, version.version);
    let bad = !found(version).findings.is_empty();
    let first = subject.clone().first_done_by(version.added_by);
    html! {
        section.redress-item {
            h3.govuk-heading-s { "Version " (version.version) @if version.redacted { ", for the public" } }
            p.govuk-body {
                a.govuk-link href={ (address) "/file" } {
                    (version.name) " (" (version.media) ", " (redress::paper::size_words(u64::try_from(version.bytes).unwrap_or(0)))
                    @if let Some(pages) = version.pages { ", " (pages) @if pages == 1 { " page" } @else { " pages" } }
                    ")"
                }
            }
            (findings(version))
            @if let Some(passed) = passed { p.govuk-body { (passed.by_name) " let it pass on " (super::at(&passed.at)) ": " (passed.reason) } }
            @else if bad { ul.govuk-list { (offer::<OverrideFinding>(context, &first, &format!("{address}/override"))) } }
            p.redress-meta { "SHA-256 " span.redress-hash { (version.sha256) } }
        }
    }
}

/// What was found in a version, in words.
pub fn findings(version: &PaperVersion) -> Markup {
    let found = found(version);
    html! {
        @if found.findings.is_empty() { p.govuk-body { (tag("Nothing hidden was found", "green")) } } @else {
            ul.govuk-list.govuk-list--bullet {
                @for finding in &found.findings { li { (finding.words) @if let Some(place) = &finding.place { " (" (place) ")" } } }
            }
        }
        @for finding in &found.accessibility { p.govuk-body-s { "For readers: " (finding.words) } }
    }
}

fn circulated(page: &PaperPage) -> Markup {
    let table = html! {
        table.govuk-table {
            thead.govuk-table__head {
                tr.govuk-table__row {
                    th.govuk-table__header scope="col" { "Person" }
                    th.govuk-table__header scope="col" { "Office" }
                    th.govuk-table__header scope="col" { "Served" }
                }
            }
            tbody.govuk-table__body {
                @for receipt in &page.receipts {
                    tr.govuk-table__row {
                        th.govuk-table__header scope="row" { (receipt.person) }
                        td.govuk-table__cell { (receipt.office) }
                        td.govuk-table__cell {
                            @match &receipt.served_on {
                                Some(on) => { (day(on)) @if let Some(how) = &receipt.how { ", " (how) } @if receipt.circulation_id.is_some() { " (served before: not sent again)" } },
                                None => "To be served",
                            }
                        }
                    }
                }
            }
        }
    };
    let served = page.receipts.iter().filter(|r| r.served_on.is_some()).count();
    html! {
        @if !page.receipts.is_empty() {
            h2.govuk-heading-m { "Circulation" }
            @for circulation in &page.circulations {
                p.govuk-body { "To " (circulation.to_whom) ", as " (circulation.because) @if circulation.in_confidence { ", in confidence" } "." }
            }
            p.govuk-body { (served) " of " (page.receipts.len()) " served." }
            (scrolling("Circulation", table))
        }
    }
}
