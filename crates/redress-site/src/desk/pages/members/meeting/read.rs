//! What stands on a meeting's page in the members' room: what is published, and what this person may read besides.

use redress::access::{Act, Subject, SubjectKind, may};
use redress::meeting::Standing;
use redress::reader::Reader;
use redress_store::desk::work::agenda_version::AgendaVersion;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::member_question::MemberQuestion;
use redress_store::desk::work::pack::KeptPack;
use serde::Serialize;

use super::kept::Kept;
use super::notes::{self, Note};
use crate::desk::deed::Context;
use crate::desk::deeds::set_restricted_offline::allowed;
use crate::desk::pages::{item, meeting, paper};
use crate::desk::safe_words;
use crate::failure::Failure;

/// The page.
#[derive(Debug, Serialize)]
pub struct RoomMeeting {
    pub meeting: PlannedMeeting,
    pub title: String,
    pub standing: Standing,
    /// They sit on its body today.
    pub mine: bool,
    /// Something of it is public.
    pub public: bool,
    pub items: Vec<Item>,
    /// The pages of its papers as first published together.
    pub pack_pages: Option<u32>,
    pub supplements: Vec<Supplement>,
    /// Notes on what stands on no item of the page.
    pub notes: Vec<Note>,
    /// Every published version of the agenda, the newest first.
    pub versions: Vec<AgendaVersion>,
    pub kept: Kept,
}

/// An item.
#[derive(Debug, Serialize)]
pub struct Item {
    pub id: i64,
    pub number: String,
    pub title: String,
    pub papers: Vec<Paper>,
    /// Papers that the device may not keep, where this is the copy that it keeps.
    pub left_out: usize,
    pub notes: Vec<Note>,
    /// What they asked about it.
    pub questions: Vec<MemberQuestion>,
}

/// A paper that this person may read.
#[derive(Debug, Serialize)]
pub struct Paper {
    pub id: i64,
    pub title: String,
    pub restricted: bool,
    /// The file in the room.
    pub file: Option<String>,
    pub media: String,
    pub size: String,
    pub pages: Option<i64>,
    /// Where it is cited, the newest last.
    pub references: Vec<Reference>,
    /// Whether the device may keep it.
    pub offline: bool,
}

/// Pages of a paper.
#[derive(Debug, Serialize)]
pub struct Reference {
    pub supplement: Option<u32>,
    pub pages: String,
}

/// A published supplement.
#[derive(Debug, Serialize)]
pub struct Supplement {
    pub number: i64,
    pub published_on: String,
    pub why: String,
    /// `45A to 45C`.
    pub pages: String,
}

/// The items of a meeting that this person sees, each as they see it: what is published, and what has a paper that they may read.
pub async fn items(context: &Context, id: i64) -> Result<Vec<PlannedItem>, Failure> {
    let desk = &context.desk.desk;
    let reads = context.can(Act::ReadDesk, &Subject::new(SubjectKind::Item));
    let mut shown = Vec::new();
    for (_, planned) in desk.agenda(id).await?.items {
        let public = desk.cleared("item", planned.id).await?.is_some_and(|c| c.ended_at.is_none());
        if !public && !reads && item::papers(context, planned.id).await?.is_empty() {
            continue;
        }
        let veiled = item::veiled(context, planned).await?;
        // A working title that nobody chose for others is the desk's alone until the item is public.
        let title = match &veiled.public_title {
            None if !public && !reads => "Item that is not published yet".into(),
            _ => super::super::titled(context, &veiled),
        };
        shown.push(PlannedItem { title, agenda_text: None, ..veiled });
    }
    Ok(shown)
}

/// Reads the page; `copy` for what a device keeps.
pub async fn load(context: &Context, id: i64, copy: bool) -> Result<RoomMeeting, Failure> {
    let desk = &context.desk.desk;
    let held = desk.planned_meeting(id).await?.ok_or(Failure::NotFound)?;
    let pack = desk.pack(id).await?;
    let keeps = allowed(context).await?;
    let mut notes = notes::read(context, id, &pack).await?;
    let mut all = Vec::new();
    for mut planned in items(context, id).await? {
        if copy && !keeps {
            planned.title = kept_title(context, &planned).await?;
        }
        let mut papers = papers(context, planned.id, &pack, keeps).await?;
        let before = papers.len();
        if copy {
            papers.retain(|p| p.offline);
        }
        let left_out = before - papers.len();
        let mut own = notes::of_item(&mut notes, planned.id);
        let closed = copy && left_out > 0;
        if closed {
            // A note on what is not kept may say what stands there.
            own.retain(|note| papers.iter().any(|p| Some(p.id) == note.paper));
        }
        let asked = if closed { Vec::new() } else { desk.questions_of_item(planned.id).await? };
        let asked = asked.into_iter().filter_map(|q| q.open(&context.reader(), Act::ReadPaper, context.now.datetime()).ok());
        let questions = asked.filter(|q| q.account_id == context.account()).collect();
        all.push(Item { id: planned.id, number: planned.number, title: planned.title, papers, left_out, notes: own, questions });
    }
    if copy && !keeps {
        notes.retain(|note| note.paper.is_none());
    }
    let (public, mine) = (desk.is_public(id).await?, context.visitor.signed_in.seats.contains(&held.body_slug));
    // That a meeting is planned is for its members and the desk until it is announced.
    if !public && !mine && all.is_empty() && !context.can(Act::ReadDesk, &Subject::new(SubjectKind::Meeting)) {
        return Err(Failure::NotFound);
    }
    let mut versions = desk.agenda_versions(id).await?;
    versions.reverse();
    Ok(RoomMeeting {
        title: meeting::title(&held),
        standing: desk.standing_of(id).await?,
        mine,
        public,
        pack_pages: pack.pages,
        supplements: supplements(&pack),
        kept: Kept::of(context, &all, copy),
        items: all,
        notes,
        versions,
        meeting: held,
    })
}

/// The title of an item on a device that keeps nothing restricted: what the public may read of it.
async fn kept_title(context: &Context, planned: &PlannedItem) -> Result<String, Failure> {
    let public = context.desk.desk.cleared("item", planned.id).await?.is_some_and(|c| c.ended_at.is_none());
    if public { safe_words::title(context, planned).await } else { Ok("Item that is not published yet".into()) }
}

/// The papers of an item that this person may read, with the version that they open.
async fn papers(context: &Context, item: i64, pack: &KeptPack, keeps: bool) -> Result<Vec<Paper>, Failure> {
    let now = context.now.datetime();
    let mut shown = Vec::new();
    for sealed in context.desk.desk.papers_of_item(item).await? {
        let subject = sealed.subject().clone();
        let Ok(opened) = sealed.open(&context.reader(), Act::ReadPaper, now) else { continue };
        let drafts = paper::reads_drafts(context, &subject);
        let public = may(&Reader::Anyone, Act::ReadPaper, &subject, now).is_ok();
        let versions = paper::versions(context, opened.id, drafts).await?;
        let open = if drafts { paper::versions(context, opened.id, false).await? } else { versions.clone() };
        let version = versions.iter().find(|v| !v.redacted).or(versions.first());
        let opened = if drafts { opened } else { paper::as_public(opened) };
        let references = pack.references_of(opened.id).into_iter().map(|(supplement, pages)| Reference { supplement, pages });
        shown.push(Paper {
            id: opened.id,
            title: opened.title,
            restricted: subject.restriction.as_ref().is_some_and(|r| r.stands_on(now.date())) || subject.embargoes().any(|e| e.covers(now)),
            file: version.map(|v| format!("/members/papers/{}/versions/{}/file", v.working_paper_id, v.version)),
            media: version.map(|v| v.media.clone()).unwrap_or_default(),
            size: version.map(|v| redress::paper::size_words(u64::try_from(v.bytes).unwrap_or(0))).unwrap_or_default(),
            pages: version.and_then(|v| v.pages),
            references: references.collect(),
            // What anybody may read, a device may keep; anything else, a later draft too, only where the council says so.
            offline: keeps || (public && version.is_some_and(|v| open.iter().any(|o| o.version == v.version))),
        });
    }
    Ok(shown)
}

fn supplements(pack: &KeptPack) -> Vec<Supplement> {
    let rules = pack.pack();
    let pages = |number: i64| {
        let references = rules.as_ref().map(|p| p.references(u32::try_from(number).unwrap_or(0))).unwrap_or_default();
        match (references.first(), references.iter().next_back()) {
            (Some(first), Some(last)) if first != last => format!("{first} to {last}"),
            (Some(first), _) => first.clone(),
            _ => String::new(),
        }
    };
    let published = pack.supplements.iter().filter_map(|s| Some((s.number?, s.published_on.clone()?, s.why.clone())));
    published.map(|(number, published_on, why)| Supplement { number, published_on, why, pages: pages(number) }).collect()
}
