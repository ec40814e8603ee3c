//! The minutes of a meeting with the words of its items, as far as whoever asks may read them.

use redress::access::{Act, Subject, SubjectKind};
use redress::body::BodyKind;
use redress::counting::Sitting;
use redress::meeting::Happened;
use redress::minutes::gaps::not_held;
use redress::minutes::stage::{Sittings, Stages, Step, Taken};
use redress::minutes::texts::{KEPT_BACK, whole};
use redress::workspace::{Quorum, Record};
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::meeting_minutes::{Besides, MeetingMinutes};
use redress_store::desk::work::minute::WrittenMinute;
use serde_json::Value;
use std::collections::BTreeMap;

use super::deed::{About, Context, Done, Keys, Undone};
use super::pages::{item, meeting};
use super::room::Room;
use crate::failure::Failure;

/// An item with its words. What this person may not read is marked, and pages leave it out.
pub struct ItemWords {
    /// The item, veiled where an embargo asks it.
    pub item: PlannedItem,
    /// Its words, whoever asks.
    pub words: Option<WrittenMinute>,
    /// Whether this person may read the public words before they are public.
    pub may_read: bool,
    /// Whether this person may read what was said in private.
    pub inside: bool,
    /// An embargo covers it now.
    pub covered: bool,
}

impl ItemWords {
    /// The public words that this person may read.
    pub fn public(&self) -> Option<&str> {
        self.words.as_ref().filter(|_| self.may_read).map(|w| w.public_words.as_str())
    }

    /// The private words that this person may read.
    pub fn private(&self) -> Option<&str> {
        self.words.as_ref().filter(|_| self.inside && self.may_read)?.private_words.as_deref()
    }
}

/// The minutes of a meeting.
pub struct Loaded {
    /// The meeting.
    pub meeting: PlannedMeeting,
    /// Its minutes; empty ones where nobody has begun.
    pub kept: MeetingMinutes,
    /// Its items.
    pub items: Vec<ItemWords>,
    /// What was taken down.
    pub record: Record,
    /// What of it this person may read.
    pub readable: Record,
    /// The numbers of the items whose record this person may read.
    pub open: Vec<String>,
    /// How many entries that has.
    pub entries: usize,
    /// How many make a quorum; none where nobody has said.
    pub quorum: Option<Quorum>,
    /// Why there are no minutes: the meeting was not held.
    pub not_held: Option<String>,
    /// The other meetings of the body that were or will be held, the first first.
    pub meetings: Vec<PlannedMeeting>,
    names: BTreeMap<i64, String>,
}

/// The meeting of an address with its minutes.
pub async fn load(context: &Context, keys: &Keys) -> Result<Loaded, Failure> {
    of_meeting(context, keys.number("meeting")?).await
}

/// A meeting with its minutes.
pub async fn of_meeting(context: &Context, id: i64) -> Result<Loaded, Failure> {
    let desk = &context.desk.desk;
    let meeting = desk.planned_meeting(id).await?.ok_or(Failure::NotFound)?;
    let on = meeting.on_date.parse().map_err(|_| Failure::NotFound)?;
    let new = || MeetingMinutes { planned_meeting_id: id, stages: Stages::of(on), texts: Default::default(), revision: 0 };
    let kept = desk.meeting_minutes(id).await?.unwrap_or_else(new);
    let mut items = Vec::new();
    for planned in desk.planned_items(id).await? {
        items.push(words(context, planned).await?);
    }
    let room = Room::of(context, id).await?;
    let mut meetings = Vec::new();
    for other in desk.meetings_of_body(meeting.body_id).await? {
        if became(context, other.id).await?.is_none() {
            meetings.push(other);
        }
    }
    Ok(Loaded {
        readable: room.readable_record(),
        open: items.iter().map(|i| i.item.number.clone()).filter(|number| room.reads(number)).collect(),
        entries: room.log.len(),
        quorum: room.quorum,
        record: room.record,
        not_held: became(context, id).await?,
        names: room.names,
        meeting,
        kept,
        items,
        meetings,
    })
}

async fn became(context: &Context, meeting: i64) -> Result<Option<String>, Failure> {
    let events = context.desk.desk.meeting_events(meeting).await?;
    let happened: Vec<(Happened, String)> = events.into_iter().filter_map(|e| Some((e.what()?, e.why))).collect();
    Ok(not_held(&happened))
}

async fn words(context: &Context, planned: PlannedItem) -> Result<ItemWords, Failure> {
    let desk = &context.desk.desk;
    let reads = async |in_private| -> Result<bool, Failure> {
        Ok(context.can(Act::ReadPaper, &desk.words_of_item(&planned, SubjectKind::Minute, in_private).await?))
    };
    let (may_read, private) = (reads(false).await?, reads(true).await?);
    // What was said in private is for those who may read every paper of the item besides.
    let inside = private && desk.papers_of_item(planned.id).await?.len() == item::papers(context, planned.id).await?.len();
    let covered = desk.embargo_of_item(&planned).await?.is_some_and(|e| e.covers(context.now.datetime()));
    let words = desk.minute(planned.id).await?;
    Ok(ItemWords { item: item::veiled(context, planned).await?, words, may_read, inside, covered })
}

impl Loaded {
    /// What a deed on the minutes concerns.
    pub fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Meeting)).caption(meeting::title(&self.meeting)).back(self.address())
    }

    /// The page of the minutes.
    pub fn address(&self) -> String {
        format!("/desk/meetings/{}/minutes", self.meeting.id)
    }

    /// A member's name.
    pub fn name(&self, member: i64) -> String {
        self.names.get(&member).cloned().unwrap_or_else(|| format!("Member {member}"))
    }

    /// How many make a quorum; where nobody has said, one is enough for the minutes, and the page says so.
    pub fn quorum(&self) -> Quorum {
        self.quorum.unwrap_or(Quorum(1))
    }

    /// The words of an item.
    pub fn item(&self, id: i64) -> Option<&ItemWords> {
        self.items.iter().find(|i| i.item.id == id)
    }

    /// The whole public minutes with some words changed. What an embargo covers is kept back from it.
    pub fn whole_with(&self, changed: &[(i64, WrittenMinute)]) -> String {
        self.made(&self.kept.texts.opening, changed, |i| !i.covered)
    }

    /// The whole public minutes as this person may read them.
    pub fn whole(&self) -> String {
        self.made(&self.kept.texts.opening, &[], |i| i.may_read && !i.covered)
    }

    /// The same with another opening.
    pub fn made(&self, opening: &[String], changed: &[(i64, WrittenMinute)], shown: impl Fn(&ItemWords) -> bool) -> String {
        let words = |i: &ItemWords| {
            let now = changed.iter().find(|(id, _)| *id == i.item.id).map(|(_, w)| w).or(i.words.as_ref())?;
            let text = if shown(i) { now.public_words.clone() } else { KEPT_BACK.into() };
            Some((i.item.number.clone(), text))
        };
        let items: Vec<(String, String)> = self.items.iter().filter_map(words).collect();
        whole(opening, &items)
    }

    /// The meetings of the body that were or will be held.
    pub fn sittings(&self) -> Sittings {
        let sitting = |m: &PlannedMeeting| {
            let extraordinary = m.kind.as_deref().is_some_and(|k| k == "extraordinary");
            Some(Sitting { on: m.on_date.parse().ok()?, extraordinary })
        };
        let of_council = BodyKind::of(&self.meeting.body) == BodyKind::Council;
        Sittings { all: self.meetings.iter().filter_map(sitting).collect(), of_council }
    }

    /// The minutes after a step by whoever asks, or what keeps it back.
    pub fn after(&self, context: &Context, step: Step) -> Result<MeetingMinutes, Undone> {
        let by = context.visitor.signed_in.name.clone();
        self.after_by(context, by, step)
    }

    /// The same, done by somebody else.
    pub fn after_by(&self, context: &Context, by: String, step: Step) -> Result<MeetingMinutes, Undone> {
        let mut kept = self.kept.clone();
        let taken = Taken { on: context.now.date(), by, step };
        kept.stages.take(taken, &self.sittings()).map_err(|w| Undone::wrong(field(&w.field), w.message))?;
        Ok(kept)
    }

    /// The revision that a form carries.
    pub fn revision(&self) -> Vec<String> {
        vec![self.kept.revision.to_string()]
    }

    /// Refuses a form that was open while somebody changed the minutes.
    pub fn same(&self, filled: &super::filled::Filled) -> Result<(), Undone> {
        match filled.number("revision") {
            Some(seen) if seen != self.kept.revision => Err(Undone::changed()),
            _ => Ok(()),
        }
    }
}

/// Keeps the minutes after a step and goes back to their page.
pub async fn keep(context: &Context, kept: &MeetingMinutes, besides: &Besides, what: &str, told: Value) -> Result<Done, Undone> {
    if !context.desk.desk.keep_minutes(kept, besides, (what, &told), &context.act()).await? {
        return Err(Undone::changed());
    }
    Ok(Done::made(format!("/desk/meetings/{}/minutes", kept.planned_meeting_id), told))
}

/// The field of a form that a rule's words belong to; those that no form asks for stand above it.
fn field(name: &str) -> &'static str {
    const KNOWN: [&str; 6] = ["meeting", "corrections", "why_later", "presiding", "day", "text"];
    KNOWN.into_iter().find(|known| *known == name).filter(|known| *known != "text").unwrap_or("")
}
