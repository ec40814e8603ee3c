//! The duties that a paper starts: their days, computed once and kept with their reason, and what met them, with its proof.

use jiff::civil::Date;
use redress::ombudsman::clock::{Happened, State, stands};
use serde_json::json;

use super::next;
use crate::StoreError;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::on;

/// A duty that a paper starts, will start, or does not start.
#[derive(Debug, Clone, Default, PartialEq, Eq, sqlx::FromRow, serde::Serialize)]
pub struct DutyClock {
    /// The Ombudsman's paper that it follows from.
    pub ombudsman_paper_id: i64,
    /// The key of the duty.
    pub duty: String,
    /// The day it runs from; none while that is not known.
    pub from_date: Option<String>,
    /// The day it is due on the reading that the council works to.
    pub due_on: Option<String>,
    /// The day on the other reading, where the law leaves a choice.
    pub other_due_on: Option<String>,
    /// What starts it.
    pub because: String,
    /// Why it does not run, where it does not.
    pub not_running: Option<String>,
}

/// What happened to a duty.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow, serde::Serialize)]
pub struct DutyEvent {
    /// The paper.
    pub ombudsman_paper_id: i64,
    /// The duty.
    pub duty: String,
    /// `met`, `extended`.
    pub what: String,
    /// The day on which it was met, or until which more time was given.
    pub on_date: String,
    /// What proves it, in words a person can follow.
    pub proof: String,
    /// Who wrote it down.
    pub recorded_by: String,
    /// When.
    pub recorded_at: String,
}

/// What met a duty, to be written down.
#[derive(Debug, Clone)]
pub struct Met {
    /// The Ombudsman's paper.
    pub paper: i64,
    /// The key of the duty.
    pub duty: &'static str,
    /// The day.
    pub on: Date,
    /// What proves it.
    pub proof: String,
}

/// What an act does to duties, written down with the act or not at all.
#[derive(Debug, Clone, Default)]
pub struct Follows {
    /// Those that it starts.
    pub started: Vec<DutyClock>,
    /// Those that it meets.
    pub met: Vec<Met>,
}

/// A duty with where it stands.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Standing {
    /// The duty.
    #[serde(flatten)]
    pub clock: DutyClock,
    /// Where it stands, by the day that counts.
    #[serde(flatten)]
    pub state: State,
    /// The same in words.
    pub stands: String,
    /// The day that counts: the earlier reading, or the day given in writing.
    pub alarm: Option<Date>,
    /// What happened to it.
    pub events: Vec<DutyEvent>,
}

impl Standing {
    /// Where a duty stands on a day.
    pub fn of(clock: DutyClock, events: Vec<DutyEvent>, today: Date) -> Standing {
        let day = |text: &Option<String>| text.as_deref().and_then(|t| t.parse::<Date>().ok());
        let last = |what: Happened| {
            // What came before it was opened again does not count.
            let since = events.iter().rposition(|e| e.what == Happened::Reopened.word()).map_or(0, |at| at + 1);
            let from = if what == Happened::Met { since } else { 0 };
            events.iter().skip(from).filter(move |e| e.what == what.word()).filter_map(|e| e.on_date.parse::<Date>().ok())
        };
        // The last letter about the time counts, whatever an earlier one gave.
        let extended = last(Happened::Extended).next_back();
        // Deadlines alarm on the earlier reading; what was met is measured against the reading that the council works to.
        let alarm = extended.or_else(|| day(&clock.due_on).into_iter().chain(day(&clock.other_due_on)).min());
        let met = last(Happened::Met).min();
        let state = stands(extended.or(day(&clock.due_on)), clock.not_running.as_deref(), met, today);
        Standing { stands: state.words(), state, alarm, clock, events }
    }
}

pub(super) async fn write(tx: &mut Tx, clock: &DutyClock, act: &Act<'_>) -> Result<(), StoreError> {
    let id = next(tx, "select coalesce(max(id), 0) + 1 from duty_clock").await?;
    // A duty that waited takes its day once; one that has a day keeps it.
    on!(tx &mut *tx, c => sqlx::query(
        "insert into duty_clock (id, ombudsman_paper_id, duty, from_date, due_on, other_due_on, because, not_running, made_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (ombudsman_paper_id, duty) do update set from_date = excluded.from_date, due_on = excluded.due_on,
           other_due_on = excluded.other_due_on, because = excluded.because, not_running = excluded.not_running
         where duty_clock.due_on is null")
        .bind(id).bind(clock.ombudsman_paper_id).bind(&clock.duty).bind(&clock.from_date).bind(&clock.due_on).bind(&clock.other_due_on)
        .bind(&clock.because).bind(&clock.not_running).bind(act.at.to_string()).execute(c).await.map(|_| ()))
    .map_err(StoreError::database("duty"))?;
    journal::write(tx, act, "start_duty", &format!("ombudsman_paper {}", clock.ombudsman_paper_id), &json!(clock)).await
}

pub(super) async fn happened(
    tx: &mut Tx,
    paper: i64,
    duty: &str,
    what: Happened,
    on: Date,
    proof: &str,
    act: &Act<'_>,
) -> Result<(), StoreError> {
    let word = what.word();
    let id = next(tx, "select coalesce(max(id), 0) + 1 from duty_event").await?;
    on!(tx &mut *tx, c => sqlx::query(
        "insert into duty_event (id, ombudsman_paper_id, duty, what, on_date, proof, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8)")
        .bind(id).bind(paper).bind(duty).bind(word).bind(on.to_string()).bind(proof).bind(act.who).bind(act.at.to_string())
        .execute(c).await.map(|_| ()))
    .map_err(StoreError::database("duty"))?;
    let body = json!({ "duty": duty, "what": word, "on": on, "proof": proof });
    journal::write(tx, act, "duty_event", &format!("ombudsman_paper {paper}"), &body).await
}

pub(super) async fn follow(tx: &mut Tx, follows: &Follows, act: &Act<'_>) -> Result<(), StoreError> {
    for clock in &follows.started {
        write(tx, clock, act).await?;
    }
    for met in &follows.met {
        happened(tx, met.paper, met.duty, Happened::Met, met.on, &met.proof, act).await?;
    }
    Ok(())
}

impl Desk {
    /// Starts duties; one that has its day stays as it is.
    pub async fn start_duties(&self, all: &[DutyClock], act: &Act<'_>) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        for clock in all {
            write(&mut tx, clock, act).await?;
        }
        tx.commit().await
    }

    /// Writes down what met a duty, or that more time was given.
    pub async fn duty_happened(
        &self,
        paper: i64,
        duty: &str,
        what: Happened,
        on: Date,
        proof: &str,
        act: &Act<'_>,
    ) -> Result<(), StoreError> {
        let mut tx = self.db.write().await?;
        happened(&mut tx, paper, duty, what, on, proof, act).await?;
        tx.commit().await
    }

    /// The duties of a paper by day, with where they stand.
    pub async fn duties_of(&self, ombudsman_paper: i64, today: Date) -> Result<Vec<Standing>, StoreError> {
        let clocks: Vec<DutyClock> = on!(db &self.db, pool => sqlx::query_as(
            "select ombudsman_paper_id, duty, from_date, due_on, other_due_on, because, not_running from duty_clock
             where ombudsman_paper_id = $1 order by coalesce(due_on, '9999'), id").bind(ombudsman_paper).fetch_all(pool).await)
        .map_err(StoreError::database("duties"))?;
        let events: Vec<DutyEvent> = on!(db &self.db, pool => sqlx::query_as(
            "select ombudsman_paper_id, duty, what, on_date, proof, recorded_by, recorded_at from duty_event
             where ombudsman_paper_id = $1 order by id").bind(ombudsman_paper).fetch_all(pool).await)
        .map_err(StoreError::database("duties"))?;
        Ok(together(clocks, &events, today))
    }

    /// The duties of every paper by day, with where they stand.
    pub async fn all_duties(&self, today: Date) -> Result<Vec<Standing>, StoreError> {
        let clocks: Vec<DutyClock> = on!(db &self.db, pool => sqlx::query_as(
            "select ombudsman_paper_id, duty, from_date, due_on, other_due_on, because, not_running from duty_clock
             order by coalesce(due_on, '9999'), id").fetch_all(pool).await)
        .map_err(StoreError::database("duties"))?;
        let events: Vec<DutyEvent> = on!(db &self.db, pool => sqlx::query_as(
            "select ombudsman_paper_id, duty, what, on_date, proof, recorded_by, recorded_at from duty_event order by id").fetch_all(pool).await)
        .map_err(StoreError::database("duties"))?;
        Ok(together(clocks, &events, today))
    }
}

fn together(clocks: Vec<DutyClock>, events: &[DutyEvent], today: Date) -> Vec<Standing> {
    let of = |clock: &DutyClock| {
        events.iter().filter(|e| e.ombudsman_paper_id == clock.ombudsman_paper_id && e.duty == clock.duty).cloned().collect::<Vec<_>>()
    };
    clocks.into_iter().map(|clock| (of(&clock), clock)).map(|(events, clock)| Standing::of(clock, events, today)).collect()
}
