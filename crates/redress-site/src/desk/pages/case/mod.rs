//! A case at the desk: who may read it, the bar that says which one it is, and the way to its parts.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::embargo::Embargo;
use redress_store::desk::work::case_file::KeptCase;
use redress_store::desk::work::ombudsman_paper::OmbudsmanPaper;

use crate::desk::deed::Context;
use crate::failure::Failure;
use crate::layout::tag;

/// How members were told.
pub mod circulation;
/// What shows that it was done.
pub mod evidence;
/// The items that consider it.
pub mod meetings;
/// The Ombudsman's papers and the letters.
pub mod papers;
/// What was asked, and how each stands.
pub mod recommendations;
/// What the law asks next, and what is known.
pub mod summary;
/// Everything by day.
pub mod timeline;

/// A case with what access asks of it.
pub struct Loaded {
    /// The file.
    pub case: KeptCase,
    /// The Ombudsman's papers about it, in the order of receipt.
    pub papers: Vec<OmbudsmanPaper>,
    /// What the rule is asked about.
    pub subject: Subject,
}

/// A case, for who may read it. While any of its papers is under an embargo, so is the case.
pub async fn load(context: &Context, id: i64) -> Result<Loaded, Failure> {
    context.might(Act::ReadDesk)?;
    let loaded = known(context, id).await?;
    context.may(Act::ReadDesk, &loaded.subject)?;
    Ok(loaded)
}

/// The same for those who may not read it, or read it by another way: the caller asks.
pub async fn known(context: &Context, id: i64) -> Result<Loaded, Failure> {
    let desk = &context.desk.desk;
    let case = desk.case_file(id).await?.ok_or(Failure::NotFound)?;
    let papers = desk.papers_of_case(id).await?;
    let mut embargoes = Vec::new();
    for embargo_id in papers.iter().filter_map(|p| p.embargo_id) {
        embargoes.extend(desk.embargo(embargo_id).await?);
    }
    Ok(Loaded { case, papers, subject: subject(context, embargoes) })
}

/// What the rule is asked about a case: of the embargoes of its papers, one that still covers it goes before one that does not.
pub fn subject(context: &Context, embargoes: Vec<Embargo>) -> Subject {
    let now = context.now.datetime();
    let mut chosen: Option<Embargo> = None;
    for embargo in embargoes {
        if chosen.is_none() || embargo.covers(now) {
            chosen = Some(embargo);
        }
    }
    Subject::new(SubjectKind::Case).embargoed(chosen)
}

impl Loaded {
    /// `Case 23 006 024`
    pub fn title(&self) -> String {
        format!("Case {}", self.case.key)
    }

    /// Its address.
    pub fn address(&self) -> String {
        format!("/desk/cases/{}", self.case.id)
    }
}

/// The parts of a case: the end of the address, and the word.
const PARTS: [(&str, &str); 7] = [
    ("", "Summary"),
    ("/recommendations", "Recommendations"),
    ("/evidence", "Evidence"),
    ("/meetings", "Meetings"),
    ("/papers", "Papers"),
    ("/circulation", "Members told"),
    ("/timeline", "Timeline"),
];

/// The identity bar and the way to the parts, above what one part shows.
pub fn around(loaded: &Loaded, part: &str, inner: Markup) -> Markup {
    let file = &loaded.case.file;
    html! {
        div.redress-identity {
            h1.govuk-heading-l { (loaded.title()) }
            p.govuk-body {
                (file.subject)
                @if !file.services.is_empty() { ". " (file.services.join(", ")) }
                ". Complainant: " (file.complainant.words())
                @if let Some(before) = &file.predecessor { ". Made against " (before) ", which this council replaced" }
                ". "
                @if let Some(closed) = file.closure.closed_by_ombudsman() { (tag("Closed by the Ombudsman", "green")) " " (redress::day::long(closed.on)) " " }
                @if let Some(closed) = file.closure.closed_by_council() { (tag("Closed by the council", "grey")) " " (redress::day::long(closed.on)) }
            }
        }
        nav.redress-parts aria-label="Parts of the case" {
            ul.govuk-list {
                @for (end, word) in PARTS {
                    li { a.govuk-link href={ (loaded.address()) (end) } aria-current=[(end == part).then_some("page")] { (word) } }
                }
            }
        }
        (inner)
    }
}
