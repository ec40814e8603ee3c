//! A case at the desk: who may read it, the bar that says which one it is, and the way to its parts.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::embargo::Embargo;
use redress::ombudsman::follows::{CaseKey, Follows};
use redress_store::desk::work::case_file::KeptCase;
use redress_store::desk::work::letter::KeptLetter;
use redress_store::desk::work::ombudsman_paper::OmbudsmanPaper;
use redress_store::desk::work::recommendation::KeptRecommendation;

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
/// The draft of the reply to a report.
pub mod reply;
/// The same fault again.
pub mod same_fault;
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
    let embargoes = desk.embargoes_of_case(id).await?;
    Ok(Loaded { case, papers, subject: subject(embargoes) })
}

/// What the rule is asked about a case: every embargo of its papers, and of the cases that it is about.
pub fn subject(embargoes: Vec<Embargo>) -> Subject {
    Subject::new(SubjectKind::Case).under_all(embargoes)
}

/// Whether a case stands in public; one without a reference never does.
pub async fn published(context: &Context, key: &CaseKey) -> Result<bool, Failure> {
    let CaseKey::Known(reference) = key else { return Ok(false) };
    Ok(context.desk.desk.published_case(&reference.slug()).await?.is_some())
}

/// Whether this person may read a case. What an embargo covers is not named in the lists of another case either.
pub async fn readable(context: &Context, key: &CaseKey) -> Result<bool, Failure> {
    let Some(case) = context.desk.desk.case_of(key).await? else { return Ok(false) };
    Ok(context.can(Act::ReadDesk, &subject(context.desk.desk.embargoes_of_case(case.id).await?)))
}

/// The links around a case, but for those to a case that this person may not read.
pub async fn follows(context: &Context, case: &CaseKey) -> Result<Follows, Failure> {
    let all = context.desk.desk.follows().await?;
    let mut near: Vec<CaseKey> = all.chain(case);
    near.extend(all.joint(case).into_iter().cloned());
    let mut shown = Vec::new();
    for key in near {
        if readable(context, &key).await? {
            shown.push(key);
        }
    }
    let mut follows = Follows::default();
    for link in all.links().iter().filter(|l| shown.contains(&l.later) && shown.contains(&l.earlier)) {
        // It stands in the table, so it is no circle and no second one.
        follows.link(link.clone()).map_err(|why| Failure::Store(why.to_string().into()))?;
    }
    Ok(follows)
}

/// The recommendations of earlier cases that live on in this one and that this person may read.
pub async fn carried(context: &Context, id: i64) -> Result<Vec<KeptRecommendation>, Failure> {
    let mut all = Vec::new();
    for kept in context.desk.desk.carried_into(id).await? {
        if context.can(Act::ReadDesk, &subject(context.desk.desk.embargoes_of_case(kept.case_file_id).await?)) {
            all.push(kept);
        }
    }
    Ok(all)
}

/// The letters of a case, but for those that are about a case that this person may not read.
pub async fn letters(context: &Context, id: i64) -> Result<Vec<KeptLetter>, Failure> {
    let mut all = Vec::new();
    'letters: for kept in context.desk.desk.letters_of_case(id).await? {
        for key in kept.letter.cases() {
            if !readable(context, key).await? {
                continue 'letters;
            }
        }
        all.push(kept);
    }
    Ok(all)
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
const PARTS: [(&str, &str); 8] = [
    ("", "Summary"),
    ("/recommendations", "Recommendations"),
    ("/evidence", "Evidence"),
    ("/meetings", "Meetings"),
    ("/reply", "Reply"),
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
