//! The room of a meeting: who may be in it, what is on the agenda, and everything that was taken down.

/// What stands above a form.
mod above;
/// What the forms offer to choose from.
pub mod choices;
/// Which of it a person may read.
mod readable;
/// What was taken down, in words.
pub mod told;
/// Taking down.
pub mod writing;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use redress::access::{Act, Subject, SubjectKind};
use redress::meeting::Happened;
use redress::workspace::{Event, Log, Quorum, Record, closed_because, problems, with_names};
use redress::wrong::Wrong;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;

use crate::desk::deed::{About, Context, Keys};
use crate::desk::pages::{case, item, meeting as meeting_page};
use crate::failure::Failure;

/// An item of the agenda as this person may see it.
pub struct RoomItem {
    /// The item; under an embargo that they are outside of, with the safe title.
    pub item: PlannedItem,
    /// Whether they may read what was said under it, in private too.
    pub open: bool,
    /// Members whom the Ombudsman's report names and criticises: Local Government Act 1974, section 31A(5).
    criticised: Vec<i64>,
    /// Whether a report is before it that this person may not read.
    veiled: bool,
}

/// The room.
pub struct Room {
    /// The meeting.
    pub meeting: PlannedMeeting,
    /// The agenda.
    pub items: Vec<RoomItem>,
    /// What came off the agenda and keeps its number there.
    off: Vec<RoomItem>,
    /// Who sits on the body on the day, with the name; every member on record where nobody was given a seat.
    pub seated: Vec<(i64, String)>,
    /// Every member on record, by number.
    pub names: BTreeMap<i64, String>,
    /// How many must be there, where somebody has said.
    pub quorum: Option<Quorum>,
    /// Everything that was taken down.
    pub log: Log,
    /// What it comes to.
    pub record: Record,
    /// The titles of the council's posts.
    pub posts: BTreeSet<String>,
    /// Why nothing may be taken down.
    pub closed: Option<String>,
    no_vote: BTreeSet<i64>,
    asked: Vec<(String, String)>,
}

impl Room {
    /// The room of the meeting in an address.
    pub async fn load(context: &Context, keys: &Keys) -> Result<Room, Failure> {
        let mut room = Room::of(context, keys.number("meeting")?).await?;
        let names = ["item", "items", "part", "motion", "on", "question", "before", "seen", "words"];
        room.asked = names.iter().flat_map(|n| keys.all(n).into_iter().map(|v| ((*n).to_string(), v.to_string()))).collect();
        Ok(room)
    }

    /// The room of a meeting.
    pub async fn of(context: &Context, id: i64) -> Result<Room, Failure> {
        let desk = &context.desk.desk;
        let meeting = desk.planned_meeting(id).await?.ok_or(Failure::NotFound)?;
        let names: BTreeMap<i64, String> = desk.members().await?.into_iter().collect();
        let seats = desk.seats_on(meeting.body_id, &meeting.on_date).await?;
        let mut seated: Vec<(i64, String)> = Vec::new();
        for seat in &seats {
            if !seated.iter().any(|(id, _)| *id == seat.member_id) {
                seated.push((seat.member_id, seat.name.clone()));
            }
        }
        let votes: BTreeSet<i64> = seats.iter().filter(|s| s.capacity().votes()).map(|s| s.member_id).collect();
        let no_vote = seats.iter().map(|s| s.member_id).filter(|m| !votes.contains(m)).collect();
        if seated.is_empty() {
            seated = desk.members().await?;
        }
        let happened: Vec<Happened> = desk.meeting_events(id).await?.iter().filter_map(|e| e.what()).collect();
        let on: Date = meeting.on_date.parse().map_err(|_| Failure::NotFound)?;
        let log = desk.workspace(id).await?;
        let record = Record::of_body(&log, &no_vote);
        let mut items = Vec::new();
        for item in desk.planned_items(id).await? {
            items.push(room_item(context, item, &names).await?);
        }
        let mut off = Vec::new();
        for item in desk.items_off(id).await? {
            off.push(room_item(context, item, &names).await?);
        }
        Ok(Room {
            items,
            off,
            seated,
            quorum: desk.quorum_on(meeting.body_id, &meeting.on_date).await?,
            posts: desk.posts().await?.into_iter().map(|post| post.title).collect(),
            closed: closed_because(on, context.now.date(), &happened),
            asked: Vec::new(),
            meeting,
            names,
            log,
            record,
            no_vote,
        })
    }

    /// Its address.
    pub fn address(&self) -> String {
        format!("/desk/meetings/{}/workspace", self.meeting.id)
    }

    /// What access asks: the frame of the meeting. Each item's words are asked about besides.
    pub fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Meeting)).caption(meeting_page::title(&self.meeting)).back(self.address())
    }

    /// The quorum to check against; where nobody has said any number, every number is enough.
    pub fn needed(&self) -> Quorum {
        self.quorum.unwrap_or(Quorum(0))
    }

    /// A member's name.
    pub fn name(&self, member: i64) -> String {
        self.names.get(&member).cloned().unwrap_or_else(|| format!("Member {member}"))
    }

    /// The item of a number as displayed.
    pub fn item(&self, number: &str) -> Option<&RoomItem> {
        self.items.iter().find(|i| i.item.number == number)
    }

    /// Whether this person may read what was said under a number. A number that stands for no item of the meeting is closed.
    pub fn reads(&self, number: &str) -> bool {
        let mut known = self.items.iter().chain(&self.off).filter(|i| i.item.number == number).peekable();
        known.peek().is_some() && known.all(|i| i.open)
    }

    /// Whether this person may read everything that was said.
    pub(super) fn reads_all(&self) -> bool {
        self.items.iter().chain(&self.off).all(|i| i.open)
            && self.log.in_order().filter_map(|e| self.record.item_of(&e.what)).all(|number| self.reads(number))
    }

    /// The item's title with its number; the number alone for an item that is on the agenda no more.
    pub fn item_title(&self, number: &str) -> String {
        self.item(number).map_or_else(|| format!("Item {number}"), |i| item::title(&i.item))
    }

    /// What contradicts itself, in names, as far as this person may read it.
    pub fn problems(&self) -> Vec<Wrong> {
        let record = self.readable_record();
        let mut wrong: Vec<Wrong> = problems(&record, self.needed()).into_iter().map(|w| self.named(w)).collect();
        for charge in record.charges.iter().filter(|c| !self.posts.contains(&c.post)) {
            wrong.push(no_such_post(&charge.post));
        }
        wrong
    }

    /// Whether somebody sits on the body on the day.
    pub fn is_seated(&self, member: i64) -> bool {
        self.seated.iter().any(|(id, _)| *id == member)
    }

    fn named(&self, wrong: Wrong) -> Wrong {
        with_names(wrong, &|member| self.name(member))
    }

    fn asked_first(&self, name: &str) -> Option<&str> {
        self.asked.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// Whether the record of an event is for this person's eyes.
    pub fn may_read(&self, what: &Event) -> bool {
        self.record.item_of(what).is_none_or(|number| self.reads(number))
    }
}

/// A post that the council does not have cannot be asked.
pub fn no_such_post(post: &str) -> Wrong {
    Wrong::new("asked", format!("There is no post “{post}”. Write its title as the list of posts has it"))
}

async fn room_item(context: &Context, planned: PlannedItem, names: &BTreeMap<i64, String>) -> Result<RoomItem, Failure> {
    let desk = &context.desk.desk;
    let open = context.can(Act::ReadPaper, &desk.words_of_item(&planned, SubjectKind::Minute, true).await?);
    let (mut criticised, mut veiled) = (Vec::new(), false);
    for considered in desk.cases_of_item(planned.id).await? {
        veiled |= case::load(context, considered.id).await.is_err();
        for paper in desk.papers_of_case(considered.id).await? {
            let named = desk.particulars(paper.id).await?.criticised;
            criticised.extend(names.iter().filter(|(_, name)| named.contains(name)).map(|(id, _)| *id));
        }
    }
    Ok(RoomItem { item: item::veiled(context, planned).await?, open, criticised, veiled })
}
