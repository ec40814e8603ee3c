//! What may be added to the record as it stands, and what in a joined record two clerks must settle.

use std::collections::BTreeMap;

use super::{Event, InterestKind, Item, Quorum, Record, Standing, Step, Why};
use crate::wrong::{Wrong, reasons};

/// What keeps an event out of the record. Nothing typed is lost: the form shows it again with these words.
pub fn check(record: &Record, quorum: Quorum, event: &Event) -> Vec<Wrong> {
    let mut wrong = sits(record, event).into_iter().collect::<Vec<_>>();
    wrong.extend(in_the_room(record, event));
    match event {
        Event::Arrived { member } if record.present.contains(member) => {
            wrong.push(Wrong::new("member", "This member is in the room already."));
        }
        Event::Departed { member, why: Why::Interest } if !record.interests.iter().any(|i| i.member == *member) => {
            wrong.push(Wrong::new("why", "Take down the interest first, then the leaving."));
        }
        Event::Declared { nature, kind, .. } if *kind != InterestKind::Criticised && !reasons(nature, 2) => {
            wrong.push(Wrong::new("nature", "Say in the member's words what the interest is."));
        }
        Event::Excluded { paragraphs, .. } if paragraphs.is_empty() => {
            let message = "Choose the paragraph of Schedule 12A that the resolution states: Local Government Act 1972, section 100A(5).";
            wrong.push(Wrong::new("paragraphs", message));
        }
        Event::Moved { words, .. } if words.trim().is_empty() => wrong.push(Wrong::new("words", "Write the words of the motion.")),
        Event::Moved { mover, seconder, .. } | Event::Amended { mover, seconder, .. } if *seconder == Some(*mover) => {
            wrong.push(Wrong::new("seconder", "Somebody else than the mover seconds."));
        }
        Event::Adjourned { why, .. } | Event::Struck { why, .. } if !reasons(why, 2) => wrong.push(Wrong::new("why", "Say why.")),
        Event::Resolved { item, .. } if record.resolved.contains_key(item) => {
            wrong.push(Wrong::new("item", format!("Item {item} is decided already. Strike out that resolution first, with the reason.")));
        }
        Event::Resolved { clauses, .. } if clauses.is_empty() => wrong.push(Wrong::new("clauses", "Write what was resolved.")),
        Event::Charged { resolution, post, .. } => wrong.extend(super::charge::check(record, *resolution, post)),
        Event::Answered { question, .. } if !record.questions.iter().any(|q| q.entry == *question) => {
            wrong.push(Wrong::new("question", "This question is not in the record."));
        }
        _ => {}
    }
    wrong.extend(barred(record, event));
    if let Event::Resolved { item, .. } | Event::Moved { item, .. } = event {
        wrong.extend(taken_with_quorum(record, quorum, item));
    }
    if let Event::Amended { motion, before, after, .. } = event {
        wrong.extend(amendment(record, *motion, before, after));
    }
    if let Event::Voted { on, taking } = event {
        match record.moved(*on) {
            None => wrong.push(Wrong::new("on", "Take down the motion first, then the vote on it.")),
            Some((_, moved)) if !moved.votes.is_empty() => {
                wrong.push(Wrong::new("on", "A vote on this is in the record. Strike it out first, with the reason."));
            }
            Some((motion, moved)) => {
                wrong.extend(taken_with_quorum(record, quorum, &motion.item));
                wrong.extend(taking.check(&record.entitled(&motion.item)));
                if moved.before.is_none() && motion.amendments.iter().any(|a| a.votes.is_empty()) {
                    wrong.push(Wrong::new("on", "An amendment is still to be voted on. Take its vote first."));
                }
            }
        }
    }
    wrong
}

/// What contradicts itself in a record that was joined from two logs.
pub fn problems(record: &Record, quorum: Quorum) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    for (item, all) in record.resolved.iter().filter(|(_, all)| all.len() > 1) {
        wrong.push(Wrong::new("item", format!("Item {item} has {} resolutions. Keep one and strike out the others.", all.len())));
    }
    for motion in &record.motions {
        for moved in std::iter::once(&motion.moved).chain(&motion.amendments) {
            if moved.votes.len() > 1 {
                wrong.push(Wrong::new("vote", format!("Two votes are taken down on one motion in item {}. Keep one.", motion.item)));
            }
            wrong.extend(moved.votes.iter().flat_map(|b| b.taking.check(&b.room)));
        }
    }
    for (item, texts) in &record.texts {
        for text in texts.iter().filter(|t| t.stand.len() > 1) {
            let names: Vec<&str> = text.stand.iter().map(|v| v.by.as_str()).collect();
            wrong.push(Wrong::new("words", format!("{} wrote under item {item} at once. Make one text of both.", names.join(" and "))));
        }
    }
    // Who leaves after the decision takes nothing from it: only the moments of voting and resolving count.
    let mut moments: BTreeMap<&Item, u32> = BTreeMap::new();
    let resolved = record.resolved.iter().flat_map(|(item, all)| all.iter().map(move |s| (item, s.present)));
    let votes = record.motions.iter().flat_map(|m| {
        let ballots = std::iter::once(&m.moved).chain(&m.amendments).flat_map(|x| &x.votes);
        ballots.map(move |b| (&m.item, b.room.counted()))
    });
    for (item, present) in resolved.chain(votes) {
        moments.entry(item).and_modify(|fewest| *fewest = present.min(*fewest)).or_insert(present);
    }
    for (item, present) in moments {
        if let Standing::Lost { fewest, needed } = quorum.standing(present) {
            let message =
                format!("When item {item} was decided {fewest} were in the room, and {needed} make a quorum. Check the attendance.");
            wrong.push(Wrong::new("quorum", message));
        }
    }
    wrong
}

fn sits(record: &Record, event: &Event) -> Option<Wrong> {
    let message = match (event, record.step) {
        (Event::Opened, Step::NotBegun) | (Event::Resumed, Step::Adjourned) => return None,
        (Event::Opened, _) => "The meeting has begun already.",
        (Event::Resumed, _) => "The meeting was not adjourned.",
        // What is known before, and what is tidied up after.
        (Event::Apologised { .. } | Event::Arrived { .. } | Event::Presided { .. }, Step::NotBegun) => return None,
        (Event::Struck { .. } | Event::Wrote { .. }, _) | (_, Step::Sits) => return None,
        (_, Step::NotBegun) => "The meeting has not begun. Take down its start first.",
        (_, Step::Adjourned) => "The meeting is adjourned. Take down that it went on first.",
        (_, Step::Ended) => "The meeting has ended. Strike out its end first, if that was a mistake.",
    };
    Some(Wrong::new("event", message))
}

fn in_the_room(record: &Record, event: &Event) -> Vec<Wrong> {
    let must_be_there = matches!(
        event,
        Event::Departed { .. } | Event::Moved { .. } | Event::Amended { .. } | Event::Excluded { .. } | Event::Presided { .. }
    ) && record.step != Step::NotBegun;
    let absent = event.members().into_iter().filter(|m| must_be_there && !record.present.contains(m));
    absent.map(|m| Wrong::new("member", format!("Member {m} is not in the room. Take down the arrival first."))).collect()
}

/// Who cannot vote on an item moves and seconds nothing in it either.
fn barred(record: &Record, event: &Event) -> Vec<Wrong> {
    let item = match event {
        Event::Moved { item, .. } => item.clone(),
        Event::Amended { motion, .. } => match record.moved(*motion) {
            Some((motion, _)) => motion.item.clone(),
            None => return Vec::new(),
        },
        _ => return Vec::new(),
    };
    let room = record.entitled(&item);
    let why = event.members().into_iter().filter_map(|m| room.barred.get(&m).map(|bar| (m, bar.words())));
    why.map(|(m, why)| Wrong::new("mover", format!("Member {m} cannot move or second this: {why}."))).collect()
}

fn taken_with_quorum(record: &Record, quorum: Quorum, item: &Item) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    if record.item.as_ref() != Some(item) {
        wrong.push(Wrong::new("item", format!("Item {item} is not being taken. Call it first.")));
    }
    if let Standing::Lost { fewest, needed } = quorum.standing(record.counted()) {
        wrong.push(Wrong::new(
            "quorum",
            format!("{fewest} are in the room, and {needed} make a quorum. Nothing can be decided until more return."),
        ));
    }
    wrong
}

fn amendment(record: &Record, motion: super::EntryId, before: &str, after: &str) -> Option<Wrong> {
    let Some(motion) = record.motions.iter().find(|m| m.moved.entry == motion) else {
        return Some(Wrong::new("motion", "Take down the motion first, then its amendment."));
    };
    if !motion.moved.votes.is_empty() {
        return Some(Wrong::new("motion", "The motion has been voted on and cannot be amended."));
    }
    if motion.words() != before {
        return Some(Wrong::new("before", format!("The motion now reads: {} Amend these words.", motion.words())));
    }
    (after.trim() == before.trim()).then(|| Wrong::new("after", "The amendment changes nothing."))
}
