//! Taking down: what a form comes to is checked against the record as it stands, and added with the clerk's own numbers.

use redress::ombudsman::guards::may_vote;
use redress::vote::Taking;
use redress::workspace::{Entry, EntryId, Event, Log, Record, check};
use redress::wrong::Wrong;
use serde_json::json;

use super::Room;
use crate::desk::deed::{Context, Done, Undone};
use crate::desk::field::Field;
use crate::pages::asked::Problem;

/// What a form is about to add.
pub struct Writing<'a> {
    room: &'a Room,
    context: &'a Context,
    fields: &'static [Field],
    log: Log,
    entries: Vec<Entry>,
}

impl<'a> Writing<'a> {
    /// Nothing yet.
    pub fn new(room: &'a Room, context: &'a Context, fields: &'static [Field]) -> Writing<'a> {
        Writing { room, context, fields, log: room.log.clone(), entries: Vec::new() }
    }

    /// Adds something, where the record as it stands with what was added before takes it.
    pub fn add(&mut self, what: Event) -> Result<EntryId, Undone> {
        let wrong = self.room.wrong(&self.log, &what);
        if !wrong.is_empty() {
            return Err(undone(self.fields, wrong));
        }
        let by = &self.context.visitor.signed_in.name;
        let id = self.log.append(self.context.account(), by, self.context.now.datetime(), what);
        self.entries.extend(self.log.get(id).cloned());
        Ok(id)
    }

    /// Puts it into the record of the meeting, with its journal entry.
    pub async fn send(self) -> Result<Done, Undone> {
        let (room, desk) = (self.room, &self.context.desk.desk);
        match desk.take_down(room.meeting.id, &self.entries, room.needed(), &self.context.act()).await? {
            Ok(taken) => Ok(Done::made(room.address(), json!({ "entries": taken.acknowledged }))),
            // The same clerk took something down elsewhere meanwhile.
            Err(_) => Err(Undone::changed()),
        }
    }
}

impl Room {
    /// What keeps an event out of a log as it stands, in names.
    pub fn wrong(&self, log: &Log, what: &Event) -> Vec<Wrong> {
        let record = Record::of_body(log, &self.no_vote);
        if let Some(unknown) = self.unknown(&record, log, what) {
            return vec![unknown];
        }
        let mut wrong: Vec<Wrong> = check(&record, self.needed(), what).into_iter().map(|w| self.named(w)).collect();
        if wrong.is_empty() {
            wrong.extend(self.criticised(&record, what));
        }
        wrong
    }

    /// What no log may hold, of an event that comes after others, in names.
    pub fn unknown_to(&self, log: &Log, what: &Event) -> Option<Wrong> {
        self.unknown(&Record::of_body(log, &self.no_vote), log, what)
    }

    /// What is on no agenda, on no list of members, or under an embargo that this person is outside of.
    fn unknown(&self, record: &Record, log: &Log, what: &Event) -> Option<Wrong> {
        if let Some(stranger) = what.members().into_iter().find(|m| !self.names.contains_key(m)) {
            return Some(Wrong::new("member", format!("There is no member with the number {stranger} on record")));
        }
        if let Event::Charged { post, .. } = what
            && !self.posts.contains(post)
        {
            return Some(super::no_such_post(post));
        }
        if let Event::Struck { entry, .. } = what
            && !self.is_readable(*entry)
            // What comes along with it was not in the room's log before.
            && (self.log.get(*entry).is_some() || log.get(*entry).is_none())
        {
            return Some(Wrong::new("entry", "There is no such entry that you may read"));
        }
        let number = record.item_of(what)?;
        match self.item(number) {
            None => Some(Wrong::new("item", format!("There is no item {number} on the agenda"))),
            Some(item) if !item.open && !matches!(what, Event::Called { .. }) => {
                let message = "You are outside the embargo of this item. Somebody inside it takes down what is said";
                Some(Wrong::new("item", message))
            }
            Some(_) => None,
        }
    }

    /// Whom the report names and criticises votes on it no more than moves: Local Government Act 1974, section 31A(5).
    fn criticised(&self, record: &Record, what: &Event) -> Vec<Wrong> {
        let Some(item) = record.item_of(what).and_then(|number| self.item(number)).filter(|i| !i.criticised.is_empty()) else {
            return Vec::new();
        };
        let wrong = match what {
            Event::Voted { taking, .. } => self.criticised_votes(record, &item.item.number, &item.criticised, taking),
            Event::Moved { mover, seconder, .. } | Event::Amended { mover, seconder, .. } => {
                let barred = [Some(*mover), *seconder].into_iter().flatten().filter(|m| may_vote(*m, &item.criticised).is_err());
                let message = |m| format!("{} is named and criticised in the report and cannot move or second this", self.name(m));
                barred.map(|m| Wrong::new("mover", message(m))).collect()
            }
            _ => Vec::new(),
        };
        if item.veiled && !wrong.is_empty() {
            // Whoever may not read the report is not told whom it names.
            return vec![Wrong::new("", "Somebody here may not vote on this item. Ask the monitoring officer who")];
        }
        wrong
    }

    fn criticised_votes(&self, record: &Record, item: &str, criticised: &[i64], taking: &Taking) -> Vec<Wrong> {
        let room = record.entitled(item).without_criticised(criticised);
        taking.check(&room).into_iter().map(|w| self.named(w)).collect()
    }
}

/// What a rule says is wrong, beside the field of the form that it means: `named` is the first of `named_for`, `named_against`.
pub fn undone(fields: &'static [Field], wrong: Vec<Wrong>) -> Undone {
    let place = |word: &str| {
        let exact = fields.iter().find(|f| f.name == word);
        let near = || fields.iter().find(|f| f.name.strip_prefix(word).is_some_and(|rest| rest == "s" || rest.starts_with('_')));
        exact.or_else(near).map_or("", |f| if f.only_if.is_some() || f.ask != crate::desk::field::Ask::Carried { f.name } else { "" })
    };
    let problem = |w: Wrong| Problem { field: place(&w.field), value: String::new(), message: w.message };
    Undone::Wrong(wrong.into_iter().map(problem).collect())
}
