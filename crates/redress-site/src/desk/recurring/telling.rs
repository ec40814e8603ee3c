//! Who is told of one time, and what nobody could be told because nobody who has an address holds the post.

use jiff::civil::Date;
use redress::ombudsman::follow_up::Person;
use redress::recurrence::{Placed, Recurrence};
use redress_store::desk::work::recurrence_slot::ToldOfSlot;

use super::{Time, View};
use crate::desk::named_posts::NamedPosts;

/// What is told of one time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The owner, 28 days before the meeting.
    Owner,
    /// The owner and those who are told besides, that it moved.
    Moved,
    /// The same, that it has no meeting.
    NoMeeting,
}

impl Kind {
    /// The word in tables.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Owner => "owner",
            Kind::Moved => "moved",
            Kind::NoMeeting => "no_meeting",
        }
    }
}

/// Something to tell of one time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saying {
    /// What.
    pub kind: Kind,
    /// The meeting that it is about.
    pub about: Date,
    /// What the letter is called.
    pub subject: &'static str,
    /// The words.
    pub words: String,
}

impl View {
    /// The posts that are told: the owner's, and those that the decision has told besides.
    pub fn told_posts(&self, kind: Kind, posts: &NamedPosts) -> Vec<i64> {
        let mut told = vec![self.kept.owner_post_id];
        if kind != Kind::Owner {
            told.extend(&self.kept.told_post_ids);
            // What was set before numbers were kept has the words alone.
            if self.kept.told_post_ids.is_empty() {
                told.extend(self.recurrence.told.iter().filter_map(|words| posts.id(words)));
            }
        }
        told
    }

    /// What is to be told of one time as it stands: where it is on the agenda, and that it moved there or has no meeting.
    pub fn sayings(&self, time: &Time) -> Vec<Saying> {
        let what = &self.recurrence.what;
        let mut all = Vec::new();
        if matches!(time.slot.placed, Placed::Considered { .. }) || time.off {
            return all;
        }
        if let Some(sitting) = self.stands(time) {
            let day = redress::day::with_weekday(sitting.on);
            if let Placed::Moved { from, why, to, .. } = time.slot.placed
                && to == sitting.on
            {
                let words = why.move_words(what, from, to);
                all.push(Saying { kind: Kind::Moved, about: to, subject: "moves to another meeting", words });
            }
            if Recurrence::tell_owner_by(sitting.on).is_some_and(|by| by <= self.today) {
                let words = format!("{what} is on the agenda of {} on {day}.", self.recurrence.body);
                all.push(Saying { kind: Kind::Owner, about: sitting.on, subject: "is due", words });
            }
            return all;
        }
        let alone = match time.slot.placed {
            // It stood on an agenda, and no other is listed.
            Placed::NoMeeting { was: Some(was), .. } if time.made.is_some() => Some(was),
            Placed::NotTaken { meeting, next: None } if time.again_from.is_none_or(|day| day <= self.today) => Some(meeting),
            _ => None,
        };
        if let (Some(about), Some(words)) = (alone, time.slot.alert(what)) {
            all.push(Saying { kind: Kind::NoMeeting, about, subject: "has no meeting", words });
        }
        all
    }

    /// What is to be told of one time, was not told, and cannot be: nobody who has an address holds one of its posts.
    pub fn untold(&self, time: &Time, told: &[ToldOfSlot], people: &[Person], posts: &NamedPosts) -> Vec<Saying> {
        let (due, mut all) = (time.slot.due.to_string(), self.sayings(time));
        all.retain(|one| {
            let about = one.about.to_string();
            let was = told.iter().any(|t| t.due_date == due && t.kind == one.kind.word() && t.about_date == about);
            !was && holders(people, &self.told_posts(one.kind, posts)).next().is_none()
        });
        all
    }
}

/// Those who hold one of the posts and have an address.
pub fn holders<'a>(people: &'a [Person], posts: &'a [i64]) -> impl Iterator<Item = (&'a Person, &'a str)> {
    let holds = |person: &&Person| person.posts.iter().any(|post| posts.contains(post));
    people.iter().filter(holds).filter_map(|person| Some((person, person.email.as_deref()?)))
}
