//! A working paper: its versions with what was found in each, its restriction, its circulation. Reading a restricted
//! paper is logged before it is sent.

use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
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
    add_version::AddVersion, circulate::Circulate, override_finding::OverrideFinding, release::DecideRelease, restrict::Restrict,
    review::ReviewRestriction, serve::RecordService,
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
    copies: Vec<super::circulation::Brief>,
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

/// A paper that somebody reads because it is public: by the title that the public reads.
pub fn as_public(paper: WorkingPaper) -> WorkingPaper {
    WorkingPaper { title: paper.public_title.clone().unwrap_or(paper.title), ..paper }
}

/// What was found in a version.
pub fn found(version: &PaperVersion) -> Found {
    serde_json::from_str(&version.looked).unwrap_or_default()
}

/// A paper, for who may read it. Opening a restricted one, and being refused, is logged.
pub async fn load(context: &Context, id: i64) -> Result<(WorkingPaper, Subject), Failure> {
    let now = context.now.datetime();
    let Some(sealed) = context.desk.desk.working_paper(id).await? else {
        // Whoever tries numbers is on record, and is answered no sooner than for a paper that is kept from them.
        log(context, id, "refused: there is no such paper".into()).await?;
        return Err(Failure::NotFound);
    };
    let subject = sealed.subject().clone();
    let logged = subject.restriction.is_some() || subject.embargo.as_ref().is_some_and(|e| e.covers(now));
    let opened = sealed.open(&context.reader(), Act::ReadPaper, now);
    match &opened {
        Err(refused) => log(context, id, format!("refused: {}", refused.because.words())).await?,
        Ok(_) if logged => log(context, id, "opened".into()).await?,
        Ok(_) => {}
    }
    // What is restricted is not even there for those outside its audience.
    opened.map(|paper| (paper, subject)).map_err(|_| Failure::NotFound)
}

async fn log(context: &Context, paper: i64, what: String) -> Result<(), Failure> {
    let who = context.visitor.signed_in.name.clone();
    let at = context.now.timestamp().to_string();
    let entry = AccessEntry { id: 0, at, account_id: context.account(), who, working_paper_id: paper, what };
    Ok(context.desk.desk.log_access(&entry).await?)
}

/// Whether somebody reads a paper as its working record, not only because a version of it is public.
pub fn reads_drafts(context: &Context, subject: &Subject) -> bool {
    context.can(Act::ReadPaper, &subject.clone().published(false))
}

/// The versions that somebody may open: every one, or the one that is public.
pub async fn versions(context: &Context, id: i64, drafts: bool) -> Result<Vec<PaperVersion>, Failure> {
    let desk = &context.desk.desk;
    let public = desk.cleared("paper", id).await?.filter(|c| c.ended_at.is_none()).map_or(0, |c| c.version);
    let all = desk.versions(id).await?;
    Ok(all.into_iter().filter(|v| drafts || v.version == public).collect())
}

/// `/desk/papers/{paper}`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    let (paper, subject) = load(&context, id).await?;
    let desk = &context.desk.desk;
    let drafts = reads_drafts(&context, &subject);
    let mut shown = Vec::new();
    for version in versions(&context, id, drafts).await? {
        match drafts {
            true => shown.push((version.clone(), desk.overridden(id, version.version).await?)),
            false => shown.push((PaperVersion { name: String::new(), looked: "{}".into(), ..version }, None)),
        }
    }
    let mut page = PaperPage {
        restriction: subject.restriction.clone().filter(|_| drafts),
        versions: shown,
        cleared: desk.cleared("paper", id).await?,
        circulations: Vec::new(),
        receipts: Vec::new(),
        copies: Vec::new(),
        paper,
    };
    if drafts {
        page.circulations = desk.circulations(id).await?;
        page.receipts = desk.receipts(id).await?;
        page.copies = super::circulation::of_paper(&context, Some(id)).await?;
    } else {
        page.paper = as_public(page.paper);
    }
    let body = body(&context, &page, &subject);
    Ok(answer(&context, &format, &asked, &page.paper.title, &page, body))
}

/// `/desk/papers/{paper}/versions/{version}/file`
pub async fn file(State(desk): State<DeskSite>, visitor: Visitor, Path((id, wanted)): Path<(i64, i64)>) -> Answer {
    let context = Context::of(desk, visitor);
    let (_, subject) = load(&context, id).await?;
    let drafts = reads_drafts(&context, &subject);
    let version = versions(&context, id, drafts).await?.into_iter().find(|v| v.version == wanted).ok_or(Failure::NotFound)?;
    let bytes = context.desk.desk.bytes_of(&version).await?.ok_or(Failure::NotFound)?;
    let name = if drafts { version.name.as_str() } else { "paper" };
    Ok(attachment(name, bytes))
}

/// A file to be kept by the browser, never shown in place: whatever it holds runs nowhere here.
pub fn attachment(name: &str, bytes: Vec<u8>) -> Response {
    let name: String = name.chars().map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '-' }).collect();
    let kept = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")).unwrap_or(HeaderValue::from_static("attachment"));
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("application/octet-stream")),
        (CONTENT_DISPOSITION, kept),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (headers, bytes).into_response()
}

fn body(context: &Context, page: &PaperPage, subject: &Subject) -> Markup {
    let paper = &page.paper;
    let to = |what: &str| format!("/desk/papers/{}/{what}", paper.id);
    html! {
        h1.govuk-heading-l { (paper.title) }
        @if let Some(item) = paper.planned_item_id.filter(|_| context.can(Act::ReadDesk, &Subject::new(SubjectKind::Item))) { p.govuk-body { a.govuk-link href={ "/desk/items/" (item) } { "The item it is before" } } }
        (Summary::default().words("Title for the public", paper.public_title.as_deref()).words("Added by", Some(&paper.added_by)))
        @match &page.cleared {
            Some(c) if c.ended_at.is_none() => p.govuk-body { (tag("Published", "green")) " " (super::at(&c.at)) ": " (c.reason) },
            _ => p.govuk-body { (tag("Not published", "grey")) },
        }
        (page.restriction.as_ref().map(restricted).unwrap_or_default())
        h2.govuk-heading-m { "Versions" }
        @for (version, passed) in &page.versions { (one(context, subject, version, passed.as_ref())) }
        (circulated(page))
        @if !page.copies.is_empty() { h2.govuk-heading-m { "Copies for members" } (super::circulation::listed(&page.copies)) }
        h2.govuk-heading-m { "Do" }
        ul.govuk-list {
            (offer::<AddVersion>(context, subject, &to("add-version")))
            @if page.restriction.is_none() { (offer::<Restrict>(context, subject, &to("restrict"))) } @else {
                (offer::<ReviewRestriction>(context, subject, &to("review")))
                (offer::<DecideRelease>(context, subject, &to("release")))
            }
            (offer::<RecordService>(context, subject, &to("serve")))
            (offer::<Circulate>(context, subject, &to("circulate")))
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
