//! The job of what comes back: for each time within reach it makes the item and its entry of the forward plan, puts to the next
//! meeting what its own did not take, and tells whom it must. It runs on every node; each step is taken once.

use std::time::Duration;

use jiff::SignedDuration;
use jiff::civil::Date;
use redress::day::with_weekday;
use redress::forward_plan::{Decider, Entry, When};
use redress::ombudsman::follow_up::Person;
use redress::plan::is_executive;
use redress::recurrence::{Placed, Takes};
use redress_store::StoreError;
use redress_store::desk::journal::Act;
use redress_store::desk::outbox::Letter;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::item_event::Leaving;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::recurrence_item::SlotItem;
use redress_store::desk::work::recurrence_slot::{Making, Putting, Telling};

use super::telling::{Kind, Saying, holders};
use super::{Looking, Sitting, Time, View, ended_from};
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
    /// Items put to another meeting.
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

/// One round over everything that comes back. What fails of one keeps no other back.
pub async fn run(site: &DeskSite) -> Result<Round, StoreError> {
    let numbers = site.desk.recurrence_numbers(ended_from(site.clock().now().date())).await?;
    over(site, &numbers).await
}

/// The same for one.
pub async fn run_one(site: &DeskSite, id: i64) -> Result<Round, StoreError> {
    over(site, &[id]).await
}

async fn over(site: &DeskSite, numbers: &[i64]) -> Result<Round, StoreError> {
    let mut round = Round::default();
    if numbers.is_empty() {
        return Ok(round);
    }
    let now = site.clock().now();
    let looking = Looking::on(&site.desk, now.date()).await?;
    let people = site.desk.people_on(looking.today).await?;
    let posts = NamedPosts::of(&site.desk).await?;
    let all = Everything { site, looking, people, posts, act: Act { who: WHO, at: now.timestamp() } };
    for id in numbers {
        if let Err(e) = all.take(*id, &mut round).await {
            eprintln!("redress: reviews: recurrence {id}: {e}");
        }
    }
    Ok(round)
}

/// What every step needs.
struct Everything<'a> {
    site: &'a DeskSite,
    looking: Looking,
    people: Vec<Person>,
    posts: NamedPosts,
    act: Act<'a>,
}

impl Everything<'_> {
    async fn view(&self, id: i64) -> Result<Option<View>, StoreError> {
        match self.site.desk.recurrence(id).await? {
            Some(kept) => Ok(Some(View::of(&self.site.desk, kept, &self.looking).await?)),
            None => Ok(None),
        }
    }

    async fn take(&self, id: i64, round: &mut Round) -> Result<(), StoreError> {
        let Some(view) = self.view(id).await? else { return Ok(()) };
        let before = *round;
        let work = Work { all: self, view: &view };
        for time in &view.times {
            work.place(time, round).await?;
        }
        // Letters say where an item really stands, so what was done now is read again.
        let again = if before == *round { None } else { self.view(id).await? };
        let view = again.unwrap_or(view);
        let work = Work { all: self, view: &view };
        for time in &view.times {
            for saying in view.sayings(time) {
                let letters = work.letters(&saying);
                let telling = work.telling(time, &saying, &letters);
                round.told += usize::from(self.site.desk.tell_of_slot(&telling, &self.act).await?);
            }
        }
        Ok(())
    }
}

struct Work<'a> {
    all: &'a Everything<'a>,
    view: &'a View,
}

impl Work<'_> {
    /// Puts one time on an agenda that can take it.
    async fn place(&self, time: &Time, round: &mut Round) -> Result<(), StoreError> {
        if matches!(time.slot.placed, Placed::Considered { .. }) {
            return Ok(());
        }
        let today = self.view.today;
        let to = time.slot.meeting().and_then(|day| self.view.sitting_on(day)).filter(|s| s.on >= today && s.takes == Takes::Items);
        match (&time.made, to) {
            (None, Some(to)) => round.made += usize::from(self.make(time, to).await?),
            // A clerk took it off, with a reason: My work says that it needs another agenda.
            (Some(_), _) if time.off => {}
            (Some(made), Some(to)) => {
                let Some(own) = self.view.sitting_of(made) else { return Ok(()) };
                let waited = own.on < today && time.again_from.is_some_and(|day| day <= today);
                if own.takes.off() || waited {
                    round.moved += usize::from(self.put(time, made, own, to).await?);
                }
            }
            (_, None) => {}
        }
        Ok(())
    }

    /// Puts one time to another meeting, because its own was not to be or did not take it. What such a meeting had before it stays
    /// on its agenda.
    async fn put(&self, time: &Time, made: &SlotItem, own: &Sitting, to: &Sitting) -> Result<bool, StoreError> {
        let became = if own.takes.off() { own.takes } else { Takes::Passed };
        let why = format!("The meeting of {} {}", with_weekday(own.on), became.words());
        let words = became.move_words(&self.view.recurrence.what, own.on, to.on);
        let saying = Saying { kind: Kind::Moved, about: to.on, subject: "moves to another meeting", words };
        let letters = self.letters(&saying);
        let cases: Vec<i64> = self.all.site.desk.cases_of_item(made.item.id).await?.iter().map(|c| c.id).collect();
        let putting = Putting {
            leaving: Leaving { item: &made.item, to_meeting: Some(to.meeting.id), on: self.view.today, why: &why },
            to: to.on,
            stays: !own.takes.off(),
            cases: &cases,
            telling: self.telling(time, &saying, &letters),
        };
        self.all.site.desk.put_slot(&made.slot(), &putting, &self.all.act).await
    }

    fn telling<'a>(&self, time: &Time, saying: &Saying, letters: &'a [Letter]) -> Telling<'a> {
        Telling { recurrence: self.view.kept.id, due: time.slot.due, kind: saying.kind.word(), about: saying.about, letters }
    }

    /// A letter to each who holds one of the posts.
    fn letters(&self, saying: &Saying) -> Vec<Letter> {
        let (id, posts) = (self.view.kept.id, self.view.told_posts(saying.kind, &self.all.posts));
        let letter = |to: &str| Letter {
            to: to.to_string(),
            subject: format!("A review that a decision set {}", saying.subject),
            body: format!("{}\n\n{}/desk/recurrences/{id}\n", saying.words, self.all.site.site.base),
            about: format!("recurrence {id}"),
            holds_secret: false,
        };
        holders(&self.all.people, &posts).map(|(_, email)| letter(email)).collect()
    }

    async fn make(&self, time: &Time, to: &Sitting) -> Result<bool, StoreError> {
        let desk = &self.all.site.desk;
        let recurrence = &self.view.recurrence;
        let Some(origin) = desk.planned_item(self.view.kept.planned_item_id).await? else { return Ok(false) };
        let covered = desk.embargo_of_item(&origin).await?.is_some_and(|e| e.covers(self.all.site.clock().now().datetime()));
        let cases: Vec<i64> = desk.cases_of_item(origin.id).await?.iter().map(|c| c.id).collect();
        let item = PlannedItem {
            planned_meeting_id: to.meeting.id,
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
        let entry = if is_executive(&to.meeting.body) { Some(self.entry(to.on, &to.meeting).await?) } else { None };
        let making = Making { recurrence: self.view.kept.id, due: time.slot.due, item: &item, cases: &cases, entry: entry.as_ref() };
        Ok(desk.make_slot(&making, &self.all.act).await?.is_some())
    }

    /// What the forward plan can say of it already; a clerk completes it before it is published.
    async fn entry(&self, day: Date, meeting: &PlannedMeeting) -> Result<Entry, StoreError> {
        let desk = &self.all.site.desk;
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
