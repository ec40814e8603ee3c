//! Entries that a device kept while it had no connection: taken whole or not at all, and acknowledged however often they come.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::{Date, DateTime};
use maud::Markup;
use redress::access::Act;
use redress::resolution::read_clauses;
use redress::vote::Origin;
use redress::workspace::{Entry, EntryId, Event, Log, Part, TwoEntries};
use redress::wrong::Wrong;
use serde::Deserialize;
use serde_json::{Value, json};

use super::in_the_room;
use super::write::part_of;
use crate::desk::deed::{Context, Deed, Done, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::room::Room;
use crate::desk::room::choices::entry_of;
use crate::pages::asked::Problem;

/// Entries that a device kept.
pub struct TakeDown(pub Arc<Room>);

/// The most entries at once.
const MOST: usize = 500;

/// An entry as a device sends it. Whose it is follows from who is signed in.
#[derive(Deserialize)]
struct Sent {
    number: u32,
    at: DateTime,
    #[serde(flatten)]
    what: Event,
}

impl Deed for TakeDown {
    const PATH: &'static str = "/desk/meetings/{meeting}/workspace/take-down";
    const TITLE: &'static str = "Take down what a device kept";
    const ACT: Act = Act::RecordMinute;
    const FIELDS: &'static [Field] = &[
        Field::new("entries", "Entries", Ask::Text).hint("JSON, one entry to a line, each with your own number and the time"),
        Field::new("check", "Checking", Ask::Any(&[("yes", "Refuse what does not fit the record as it stands")])).optional(),
    ];

    in_the_room!(TakeDown);

    fn before(&self) -> Markup {
        self.0.told_above()
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let lines: Vec<&str> = filled.get("entries").lines().filter(|line| !line.trim().is_empty()).collect();
        if lines.len() > MOST {
            return Err(Undone::wrong("entries", format!("There are {} entries; the most at once is {MOST}", lines.len())));
        }
        let entries = lines.iter().enumerate().map(|(at, line)| self.entry(context, at, line)).collect::<Result<Vec<Entry>, _>>()?;
        self.fitting(&entries, filled.has("check", "yes"))?;
        let desk = &context.desk.desk;
        match desk.take_down(self.0.meeting.id, &entries, self.0.needed(), &context.act()).await? {
            Err(TwoEntries(id)) => Err(taken(id)),
            Ok(down) => {
                let problems = Room::of(context, self.0.meeting.id).await?.problems();
                Ok(Done::made(self.0.address(), json!({ "acknowledged": down.acknowledged, "new": down.new, "problems": problems })))
            }
        }
    }
}

impl TakeDown {
    fn entry(&self, context: &Context, at: usize, line: &str) -> Result<Entry, Undone> {
        let unread = |why: String| Undone::wrong("entries", format!("Entry {} cannot be read: {why}", at + 1));
        let mut value: Value = serde_json::from_str(line).map_err(|e| unread(e.to_string()))?;
        typed(&self.0.log, &mut value).map_err(|wrong| unread(wrong.message))?;
        let Sent { number, at, mut what } = serde_json::from_value(value).map_err(|e| unread(e.to_string()))?;
        if number == 0 {
            return Err(unread("numbers begin with 1".into()));
        }
        let id = EntryId { clerk: context.account(), number };
        let known = self.0.log.get(id);
        // A name may change between two sendings; the entry is the same.
        let by = known.map_or_else(|| context.visitor.signed_in.name.clone(), |entry| entry.by.clone());
        if let Event::Voted { taking, .. } = &mut what {
            taking.origin = Origin::Typed { by: by.clone(), at };
        }
        if known.is_none() && redress::counting::days_between(context.now.date(), at.date()) > 0 {
            return Err(unread("its time is still to come. Set the clock of the device".into()));
        }
        Ok(Entry { id, at, by, what })
    }

    /// What is on no agenda or of no member is never taken; what does not fit the record only where nobody asks for a check.
    fn fitting(&self, entries: &[Entry], check: bool) -> Result<(), Undone> {
        let mut log = self.0.log.clone();
        for entry in entries {
            if log.get(entry.id).is_none() {
                let wrong =
                    if check { self.0.wrong(&log, &entry.what) } else { self.0.unknown_to(&log, &entry.what).into_iter().collect() };
                if !wrong.is_empty() {
                    return Err(refused(wrong));
                }
            }
            log.receive(entry.clone()).map_err(|TwoEntries(id)| taken(id))?;
        }
        Ok(())
    }
}

/// A resolution may come as its lines, a day as people write it, and a text with how far its writer had seen.
fn typed(log: &Log, value: &mut Value) -> Result<(), Wrong> {
    let Value::Object(object) = value else { return Ok(()) };
    if let Some(Value::String(lines)) = object.remove("lines") {
        object.insert("clauses".into(), json!(read_clauses(&lines)?));
    }
    if let Some(Value::String(seen)) = object.remove("seen") {
        let (item, part) = (object.get("item").and_then(Value::as_str), part_of(object.get("part").and_then(Value::as_str).unwrap_or("")));
        object.insert("over".into(), json!(seen_of(log, item.unwrap_or(""), part, &seen)));
    }
    for (event, name) in [("charged", "by"), ("adjourned", "to")] {
        if object.get("event").is_some_and(|e| e == event)
            && let Some(Value::String(text)) = object.get(name)
        {
            let day: Option<Date> =
                text.parse().ok().or_else(|| redress::day::read_long(text)).or_else(|| redress::day::read_slashed(text));
            let day = day.ok_or_else(|| Wrong::new(name, format!("“{text}” is no day. Write it so: 1 May 2025")))?;
            object.insert(name.into(), json!(day));
        }
    }
    Ok(())
}

/// Every wording of a text that its writer had seen. What the log gained since changes nothing of it, however often it is sent.
fn seen_of(log: &Log, number: &str, asked: Part, seen: &str) -> BTreeSet<EntryId> {
    let counts: Vec<EntryId> = seen.split(' ').filter_map(entry_of).collect();
    let was_seen = |id: EntryId| counts.iter().any(|s| s.clerk == id.clerk && id.number <= s.number);
    let wordings = log.in_order().filter(|e| matches!(&e.what, Event::Wrote { item, part, .. } if item == number && *part == asked));
    wordings.map(|e| e.id).filter(|id| was_seen(*id)).collect()
}

/// The field that the rule names goes along, for the form that is still open on the device.
fn refused(wrong: Vec<Wrong>) -> Undone {
    Undone::Wrong(wrong.into_iter().map(|w| Problem { field: "entries", value: w.field, message: w.message }).collect())
}

fn taken(id: EntryId) -> Undone {
    let message = format!("Your number {} stands for another entry already. Number these anew", id.number);
    Undone::Wrong(vec![Problem { field: "entries", value: "taken".into(), message }])
}
