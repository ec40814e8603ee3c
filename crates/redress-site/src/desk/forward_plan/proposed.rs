//! What of the forward plan is ready to go out: each entry against what is public of it, with what stands in its way.

use jiff::civil::Date;
use redress::body::body_slug;
use redress::embargo::Tells;
use redress::forward_plan::{Decider, History, Published, Working};
use redress::ombudsman::reference::{self, Reference};
use redress::person_in_case;
use redress::public::Kind;
use redress::public::forward_plan::{PlanEntry, Said};
use redress::publishing::family_remark;
use redress_store::desk::work::forward_plan::KeptEntry;
use redress_store::desk::work::plan_publication::{GoingOut, InPublic};

use super::{Loaded, loaded};
use crate::desk::deed::Context;
use crate::desk::deeds::publish::office;
use crate::desk::pages::ombudsman_paper;
use crate::failure::Failure;

/// What the plan shows where only what may be said of an entry changed.
const SAYS_MORE: &str = "What may be published of this entry has changed.";

/// Something in the way of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What.
    pub words: String,
    /// A person who has read it may let it go out.
    pub to_read: bool,
}

/// An entry that differs from what is public of it.
pub struct Proposed {
    /// Its title, as this person may see it.
    pub title: String,
    /// What goes out.
    pub going: GoingOut,
    /// What is public now.
    pub before: Option<PlanEntry>,
    /// What stands in the way.
    pub faults: Vec<Fault>,
    /// Whether an embargo covers the matter.
    pub covered: bool,
}

impl Proposed {
    /// Whether it can go out, perhaps once somebody has read what is flagged.
    pub fn is_ready(&self) -> bool {
        self.faults.iter().all(|f| f.to_read)
    }
}

/// Every entry with something to publish, the earliest decision first.
pub async fn all(context: &Context) -> Result<Vec<Proposed>, Failure> {
    let today = context.now.date();
    // The reasons for urgency may follow the decision; a year is long enough for them.
    let from = Date::new(today.year() - 1, 1, 1).unwrap_or(today);
    let covered = references_covered(context).await?;
    let mut found = Vec::new();
    for kept in context.desk.desk.forward_plan(&from.to_string()).await? {
        let loaded = loaded(context, kept).await?;
        found.extend(proposed(context, &loaded, &covered).await?);
    }
    Ok(found)
}

async fn proposed(context: &Context, loaded: &Loaded, references: &[Reference]) -> Result<Option<Proposed>, Failure> {
    let kept = &loaded.kept;
    let before = match context.desk.desk.public_plan_entry(&kept.reference).await? {
        InPublic::Withdrawn => return Ok(None),
        InPublic::Never => None,
        InPublic::Stands(entry) => Some(*entry),
    };
    // What nobody read need not be taken out of anything.
    if before.is_none() && loaded.is_out() {
        return Ok(None);
    }
    let mut public = around(context, loaded, before.as_ref().map(|b| b.history.clone()).unwrap_or_default()).await?;
    let said = (!loaded.is_out()).then(|| said(context, loaded));
    let mut faults = Vec::new();
    let standing = public.history.standing().map(|v| v.entry.clone());
    let changed = standing.as_ref() != Some(&said);
    let version = changed.then(|| why_it_changed(kept, standing.is_some()));
    if let Some(why) = &version {
        let new = Published { on: context.now.date(), by: office(context), why: why.clone(), entry: said.clone() };
        faults.extend(public.history.publish(new).err().map(|wrong| Fault { words: wrong.message, to_read: false }));
    }
    if before.as_ref() == Some(&public) {
        return Ok(None);
    }
    if said.is_some() {
        let wrong = kept.working.entry.check(context.desk.site.council().threshold());
        faults.extend(wrong.into_iter().map(|w| Fault { words: w.message, to_read: false }));
    }
    faults.extend(of_words(context, loaded, &texts(&public, said.as_ref(), version.as_deref()), references).await?);
    let entry = said.is_some().then(|| kept.working.entry.clone());
    let working = if changed { Working { since: Vec::new(), ..kept.working.clone() } } else { kept.working.clone() };
    let going = GoingOut {
        id: kept.id,
        revision: kept.revision,
        working,
        version: version.map(|why| Published { on: context.now.date(), by: office(context), why, entry }),
        public,
    };
    Ok(Some(Proposed { title: loaded.title(context), going, before, faults, covered: loaded.safe_title.is_some() }))
}

/// What an entry says in public: under an embargo with the safe title alone.
fn said(context: &Context, loaded: &Loaded) -> Said {
    let said = Said::of(&loaded.kept.working.entry, context.desk.site.council().threshold());
    match &loaded.safe_title {
        Some(safe) => said.covered(safe),
        None => said,
    }
}

fn why_it_changed(kept: &KeptEntry, published: bool) -> String {
    let why = kept.working.reasons();
    match (published, why.is_empty()) {
        (false, _) => String::new(),
        (true, true) => SAYS_MORE.into(),
        (true, false) => why,
    }
}

/// The public record with everything but its new version.
async fn around(context: &Context, loaded: &Loaded, history: History<Said>) -> Result<PlanEntry, Failure> {
    let (desk, kept) = (&context.desk.desk, &loaded.kept);
    let (mut first, mut second, mut item) = (None, None, None);
    if let Some(planned) = &loaded.item {
        let notices = desk.notices(planned.id).await?;
        let published = |kind: &str| notices.iter().filter(|n| n.kind == kind).filter_map(|n| n.published_on.parse().ok()).min();
        (first, second) = (published("first"), published("second"));
        let cleared = desk.cleared("item", planned.id).await?.filter(|c| c.ended_at.is_none());
        item = cleared.filter(|c| c.public_kind.as_deref() == Some(Kind::Item.word())).and_then(|c| c.public_key);
    }
    Ok(PlanEntry {
        reference: kept.reference.clone(),
        body: match &kept.working.entry.decider {
            Decider::Body { body, .. } => Some(body_slug(body)),
            Decider::Person { .. } => None,
        },
        history,
        exception: kept.exception.clone(),
        urgency: kept.urgency.clone(),
        first_private_notice: first,
        second_private_notice: second,
        item,
    })
}

/// Every text that would go out, with what it is; whether it may hold a name that is no office holder's.
fn texts(public: &PlanEntry, said: Option<&Said>, why: Option<&str>) -> Vec<(&'static str, String)> {
    let mut all = said.map(Said::texts).unwrap_or_default();
    all.extend(why.map(|w| ("reason for the change", w.to_string())));
    if let Some(exception) = &public.exception {
        all.push(("reason for the general exception", exception.reason.clone()));
    }
    if let Some(urgency) = &public.urgency {
        all.push(("reason for special urgency", urgency.reason.clone()));
        all.push(("agreement that it is urgent", urgency.agreement.reason.clone()));
        all.push(("why somebody could not agree", urgency.agreement.former_could_not.clone().unwrap_or_default()));
    }
    all
}

/// Those who hold office are named in the plan; nobody else is.
const OF_OFFICE: [&str; 3] = ["responsible member", "officer", "who decides"];

async fn of_words(
    context: &Context,
    loaded: &Loaded,
    texts: &[(&'static str, String)],
    references: &[Reference],
) -> Result<Vec<Fault>, Failure> {
    let mut found = Vec::new();
    let paper = match loaded.item.as_ref().and_then(|i| i.ombudsman_paper_id).filter(|_| loaded.safe_title.is_some()) {
        Some(id) => context.desk.desk.ombudsman_paper(id).await?,
        None => None,
    };
    let mut add = |to_read: bool, words: String| found.push(Fault { words, to_read });
    for (what, text) in texts {
        if !OF_OFFICE.contains(what) && !person_in_case::find(text).is_empty() {
            add(true, format!("The {what} may name a person in a case. Read it."));
        }
        if !family_remark::find(text).is_empty() {
            add(true, format!("The {what} remarks on a family. Read it."));
        }
        if reference::find_near(text).iter().any(|r| references.contains(r)) {
            add(false, format!("The {what} gives the reference of a case that is under an embargo. Leave it out."));
        }
        let tells: Vec<Tells> = paper.as_ref().map(|p| ombudsman_paper::tells(text, p)).unwrap_or_default();
        if let Some(tell) = tells.first() {
            add(false, format!("While the embargo stands the {what} says too much. {}", tell.words().replace("The title", "It")));
        }
    }
    Ok(found)
}

/// The references of papers that an embargo covers now.
async fn references_covered(context: &Context) -> Result<Vec<Reference>, Failure> {
    let desk = &context.desk.desk;
    let mut covered = Vec::new();
    for paper in desk.ombudsman_papers(i64::MAX).await? {
        let Some(id) = paper.embargo_id else { continue };
        if desk.embargo(id).await?.is_some_and(|e| e.covers(context.now.datetime())) {
            covered.extend(paper.reference.parse::<Reference>().ok());
        }
    }
    Ok(covered)
}

/// Whether the reason for publishing, which the public log shows, tells what an embargo covers.
pub async fn reason_tells(context: &Context, chosen: &[&Proposed], reason: &str) -> Result<Option<String>, Failure> {
    let covered = references_covered(context).await?;
    if reference::find_near(reason).iter().any(|r| covered.contains(r)) {
        return Ok(Some("It gives the reference of a case that is under an embargo.".into()));
    }
    for one in chosen.iter().filter(|p| p.covered) {
        let loaded = super::load(context, one.going.id).await?;
        let Some(about) = loaded.item.as_ref().and_then(|i| i.ombudsman_paper_id) else { continue };
        let paper = context.desk.desk.ombudsman_paper(about).await?.ok_or(Failure::NotFound)?;
        if let Some(tell) = ombudsman_paper::tells(reason, &paper).first() {
            return Ok(Some(tell.words().replace("The title", "It")));
        }
    }
    Ok(None)
}
