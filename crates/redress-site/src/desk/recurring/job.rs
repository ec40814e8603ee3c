//! The job of what comes back: for each time within reach it makes the item and its entry of the forward plan, tells the owner
//! 28 days before, and moves what stands on a meeting that is not to be. It runs on every node; each step is taken once.

use std::time::Duration;

use jiff::SignedDuration;
use jiff::civil::Date;
use redress::day::with_weekday;
use redress::forward_plan::{Decider, Entry, When};
use redress::ombudsman::follow_up::Person;
use redress::plan::is_executive;
use redress::recurrence::{Placed, Recurrence};
use redress_store::StoreError;
use redress_store::desk::journal::Act;
use redress_store::desk::outbox::Letter;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::item_event::Leaving;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::recurrence::{Making, Telling};

use super::{Time, View};
use crate::desk::DeskSite;
use crate::desk::named_posts::NamedPosts;

/// How often the clock is looked at.
const LOOK: Duration = Duration::from_secs(20);
/// How long until the next round.
const EVERY: SignedDuration = SignedDuration::from_hours(1);
/// Who the journal says it was.
const WHO: &str = "Redress";

/// How much a round did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Round {
    /// Items made.
    pub made: usize,
    /// Items moved.
    pub moved: usize,
    /// Messages told.
    pub told: usize,
}

/// Keeps what comes back in hand until the program ends.
pub async fn keep(desk: DeskSite) {
    loop {
        let began = desk.clock().now();
        if let Err(e) = run(&desk).await {
            eprintln!("redress: reviews: {e}");
        }
        loop {
            tokio::time::sleep(LOOK).await;
            let now = desk.clock().now();
            if now.date() != began.date() || now.timestamp().duration_since(began.timestamp()) >= EVERY {
                break;
            }
        }
    }
}

/// One round over everything that comes back.
pub async fn run(site: &DeskSite) -> Result<Round, StoreError> {
    let now = site.clock().now();
    let today = now.date();
    let mut round = Round::default();
    let all = site.desk.recurrences(None).await?;
    if all.is_empty() {
        return Ok(round);
    }
    let people = site.desk.people_on(today).await?;
    let posts = NamedPosts::of(&site.desk).await?;
    for kept in all {
        let view = View::of(&site.desk, kept, today).await?;
        let work = Work { site, view: &view, people: &people, posts: &posts, today, act: Act { who: WHO, at: now.timestamp() } };
        for time in &view.times {
            work.step(time, &mut round).await?;
        }
    }
    Ok(round)
}

struct Work<'a> {
    site: &'a DeskSite,
    view: &'a View,
    people: &'a [Person],
    posts: &'a NamedPosts,
    today: Date,
    act: Act<'a>,
}

impl Work<'_> {
    async fn step(&self, time: &Time, round: &mut Round) -> Result<(), StoreError> {
        if matches!(time.slot.placed, Placed::Considered { .. }) {
            return Ok(());
        }
        let to = time.slot.meeting().filter(|day| *day >= self.today);
        let meeting = to.and_then(|day| Some((day, self.view.meeting_on(day)?)));
        match (&time.made, &time.item) {
            (None, _) => {
                if let Some((day, meeting)) = meeting {
                    round.made += usize::from(self.make(time, day, meeting).await?);
                }
            }
            // A clerk took it off, with a reason: My work says that it needs another agenda.
            (Some(_), _) if time.off => return Ok(()),
            (Some(slot), Some(item)) if self.view.is_off(item.planned_meeting_id) => {
                let from = time.meeting.as_ref().and_then(|m| m.on_date.parse::<Date>().ok()).unwrap_or(time.slot.due);
                match meeting {
                    Some((day, meeting)) => {
                        let why = format!("The meeting of {} was cancelled", with_weekday(from));
                        let letters = self.letters("moves to another meeting", &self.moved(from, day), &self.told_posts());
                        let leaving = Leaving { item, to_meeting: Some(meeting.id), on: self.today, why: &why };
                        let telling = self.telling(time, "moved", from, &letters);
                        round.moved += usize::from(self.site.desk.move_slot(slot, &leaving, day, &telling, &self.act).await?);
                    }
                    None => {
                        let words = format!(
                            "{} has no meeting: that of {} was cancelled, and no later one is listed.",
                            self.what(),
                            with_weekday(from)
                        );
                        let letters = self.letters("has no meeting", &words, &self.told_posts());
                        let telling = self.telling(time, "no_meeting", from, &letters);
                        round.told += usize::from(self.site.desk.tell_of_slot(&telling, &self.act).await?);
                    }
                }
            }
            _ => {}
        }
        // What a meeting did not take stands on no later agenda until a clerk puts it there.
        let stands = |day: Date| time.meeting.as_ref().is_none_or(|m| m.on_date == day.to_string());
        let due = |day: Date| stands(day) && Recurrence::tell_owner_by(day).is_some_and(|by| by <= self.today);
        if let Some((day, _)) = meeting.filter(|(day, _)| due(*day)) {
            let words = format!("{} is on the agenda of {} on {}.", self.what(), self.view.recurrence.body, with_weekday(day));
            let letters = self.letters("is due", &words, &[self.view.recurrence.owner.clone()]);
            let telling = self.telling(time, "owner", day, &letters);
            round.told += usize::from(self.site.desk.tell_of_slot(&telling, &self.act).await?);
        }
        Ok(())
    }

    fn what(&self) -> &str {
        &self.view.recurrence.what
    }

    fn moved(&self, from: Date, to: Date) -> String {
        let late = redress::counting::days_between(from, to);
        format!("{} moves from the cancelled meeting of {} to {}, {late} days later.", self.what(), with_weekday(from), with_weekday(to))
    }

    /// The owner, and those whom the decision has told.
    fn told_posts(&self) -> Vec<String> {
        let mut posts = self.view.recurrence.told.clone();
        posts.push(self.view.recurrence.owner.clone());
        posts.sort();
        posts.dedup();
        posts
    }

    fn telling<'a>(&self, time: &Time, kind: &'a str, about: Date, letters: &'a [Letter]) -> Telling<'a> {
        Telling { recurrence: self.view.kept.id, due: time.slot.due, kind, about, letters }
    }

    /// A letter to each who holds one of the posts.
    fn letters(&self, what: &str, words: &str, posts: &[String]) -> Vec<Letter> {
        let ids: Vec<i64> = posts.iter().filter_map(|p| self.posts.id(p)).collect();
        let id = self.view.kept.id;
        let holds = |person: &&Person| person.posts.iter().any(|post| ids.contains(post));
        let letter = |person: &Person| {
            Some(Letter {
                to: person.email.clone()?,
                subject: format!("A review that a decision set {what}"),
                body: format!("{words}\n\n{}/desk/recurrences/{id}\n", self.site.site.base),
                about: format!("recurrence {id}"),
                holds_secret: false,
            })
        };
        self.people.iter().filter(holds).filter_map(letter).collect()
    }

    async fn make(&self, time: &Time, day: Date, meeting: &PlannedMeeting) -> Result<bool, StoreError> {
        let desk = &self.site.desk;
        let recurrence = &self.view.recurrence;
        let Some(origin) = desk.planned_item(self.view.kept.planned_item_id).await? else { return Ok(false) };
        let covered = desk.embargo_of_item(&origin).await?.is_some_and(|e| e.covers(self.site.clock().now().datetime()));
        let cases: Vec<i64> = desk.cases_of_item(origin.id).await?.iter().map(|c| c.id).collect();
        let item = PlannedItem {
            planned_meeting_id: meeting.id,
            title: recurrence.what.clone(),
            public_title: Some(recurrence.what.clone()),
            agenda_text: Some(format!(
                "Set by {} of {} to come back {}. This one fell due on {}.",
                recurrence.decision,
                redress::day::long(recurrence.decided),
                recurrence.cycle.words(),
                with_weekday(time.slot.due)
            )),
            // While an embargo covers the matter it covers this item too.
            ombudsman_paper_id: origin.ombudsman_paper_id.filter(|_| covered),
            issue_id: origin.issue_id,
            ..PlannedItem::default()
        };
        let entry = if is_executive(&meeting.body) { Some(self.entry(day, meeting).await?) } else { None };
        let making = Making { recurrence: self.view.kept.id, due: time.slot.due, item: &item, cases: &cases, entry: entry.as_ref() };
        Ok(desk.make_slot(&making, &self.act).await?.is_some())
    }

    /// What the forward plan can say of it already; a clerk completes it before it is published.
    async fn entry(&self, day: Date, meeting: &PlannedMeeting) -> Result<Entry, StoreError> {
        let desk = &self.site.desk;
        let recurrence = &self.view.recurrence;
        let seats = desk.seats_on(meeting.body_id, &meeting.on_date).await?;
        let plan = match self.view.kept.working_paper_id {
            Some(id) => desk.working_paper(id).await?.is_some(),
            None => false,
        };
        Ok(Entry {
            reference: String::new(),
            title: recurrence.what.clone(),
            matter: format!("{}, as {} of {} asks", recurrence.what, recurrence.decision, redress::day::long(recurrence.decided)),
            key: None,
            decider: Decider::Body { body: meeting.body.clone(), members: seats.into_iter().map(|s| s.name).collect() },
            when: When::On { day },
            private: false,
            private_reason: String::new(),
            member: String::new(),
            officer: recurrence.owner.clone(),
            consultees: Vec::new(),
            how_consulted: String::new(),
            documents: if plan { vec!["The action plan".into()] } else { Vec::new() },
            copies_from: String::new(),
            later_documents: String::new(),
            scrutiny: String::new(),
            wards: Vec::new(),
            service: None,
        })
    }
}
