//! A recommendation with everything that was done about it. Each act adds a record; none changes what the Ombudsman asked.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::axes::{
    CannotClaim, CannotMove, CannotView, Claim, Clock, Move, Response, ResponseBar, Submission, Supervision, Timeliness, View, satisfied,
    stands,
};
use super::extension::{CannotExtend, Extension};
use super::follow_up::{CannotHandOver, CannotUpdate, HandOver, Update};
use super::follows::CaseKey;
use super::history::{CannotAdd, Entry, History};
use super::letter::Letter;
use super::outcome::Outcome;
use super::recommendation::Recommendation;

/// A recommendation and its record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tracked {
    asked: Recommendation,
    since: Date,
    owners: History<HandOver>,
    claims: History<Claim>,
    views: History<View>,
    responses: History<Response>,
    moves: History<Move>,
    sent: History<Submission>,
    updates: History<Update>,
    extensions: Vec<Extension>,
}

impl Tracked {
    /// Begins the record on the day that the recommendation is written down, with the post that owns it.
    pub fn begin(asked: Recommendation, post: i64, by: &str, on: Date) -> Result<Tracked, CannotAdd> {
        let mut owners = History::default();
        owners.add(Entry::new(by, on, HandOver::first(post)))?;
        Ok(Tracked {
            asked,
            since: on,
            owners,
            claims: History::default(),
            views: History::default(),
            responses: History::default(),
            moves: History::default(),
            sent: History::default(),
            updates: History::default(),
            extensions: Vec::new(),
        })
    }

    /// The same in the case as its file names it: a placeholder takes its reference later, so the file knows it better than
    /// the record does.
    #[must_use]
    pub fn in_case(self, case: CaseKey) -> Tracked {
        Tracked { asked: self.asked.in_case(case), ..self }
    }

    /// The council says what it did.
    pub fn claim(&mut self, entry: Entry<Claim>) -> Result<(), CannotClaim> {
        entry.value.check(self.asked.of(), entry.on)?;
        Ok(self.claims.add(entry)?)
    }

    /// The Ombudsman says what the Ombudsman thinks: read from a letter that names the case.
    pub fn ombudsman_says(
        &mut self,
        letter: &Letter,
        outcome: &Outcome,
        evidence_on: Option<Date>,
        by: &str,
        on: Date,
    ) -> Result<(), CannotView> {
        if !letter.cases().contains(self.asked.case()) {
            return Err(CannotView::OtherCase(self.asked.case().to_string()));
        }
        if on < letter.received() {
            return Err(CannotView::BeforeTheLetter);
        }
        let view = View::read(letter, outcome, evidence_on)?;
        Ok(self.views.add(Entry::new(by, on, view).shown_by(letter.paper()))?)
    }

    /// Officers or members answer.
    pub fn respond(&mut self, entry: Entry<Response>) -> Result<(), ResponseBar> {
        entry.value.check(entry.paper.as_deref())?;
        Ok(self.responses.insert(entry)?)
    }

    /// Somebody moves the level of supervision.
    pub fn supervise(&mut self, entry: Entry<Move>) -> Result<(), CannotMove> {
        entry.value.check(self.supervision())?;
        Ok(self.moves.add(entry)?)
    }

    /// Evidence goes to the Ombudsman. The day of the entry is the day it went.
    pub fn send_evidence(&mut self, entry: Entry<Submission>) -> Result<(), CannotAdd> {
        self.sent.insert(entry)
    }

    /// The owner says how it goes.
    pub fn update(&mut self, entry: Entry<Update>) -> Result<(), CannotUpdate> {
        entry.value.check()?;
        Ok(self.updates.add(entry)?)
    }

    /// Another post owns it.
    pub fn hand_over(&mut self, entry: Entry<HandOver>) -> Result<(), CannotHandOver> {
        entry.value.check(self.owner())?;
        Ok(self.owners.add(entry)?)
    }

    /// The council asks the Ombudsman for more time.
    pub fn ask_extension(&mut self, by: &str, on: Date, why: &str, until: Date) -> Result<(), CannotExtend> {
        if let Some(open) = self.extensions.iter().find(|e| e.answered().is_none()) {
            return Err(CannotExtend::StillOpen(open.requested_on()));
        }
        self.extensions.push(Extension::request(by, on, why, until, self.stands_until())?);
        Ok(())
    }

    /// The Ombudsman answers the request that waits.
    pub fn answer_extension(&mut self, letter: &Letter, expected: Option<Date>) -> Result<(), CannotExtend> {
        let stands = self.stands_until().ok_or(CannotExtend::NoDate)?;
        let open = self.extensions.iter_mut().find(|e| e.answered().is_none()).ok_or(CannotExtend::NothingAsked)?;
        open.answer(letter, expected, stands)
    }

    /// What the Ombudsman asked.
    pub fn asked(&self) -> &Recommendation {
        &self.asked
    }

    /// The money; the one part of the recommendation that is added to.
    pub fn money_mut(&mut self) -> Option<&mut super::recommendation::Money> {
        self.asked.money.as_mut()
    }

    /// The day it was written down.
    pub fn since(&self) -> Date {
        self.since
    }

    /// The post that owns it now.
    pub fn owner(&self) -> i64 {
        self.owners.last().map_or(0, |e| e.value.to)
    }

    /// Every hand-over.
    pub fn owners(&self) -> &History<HandOver> {
        &self.owners
    }

    /// Every claim of the council's.
    pub fn claims(&self) -> &History<Claim> {
        &self.claims
    }

    /// Everything that the Ombudsman said.
    pub fn views(&self) -> &History<View> {
        &self.views
    }

    /// What the Ombudsman says now.
    pub fn view(&self) -> Option<&View> {
        stands(&self.views)
    }

    /// Whether the Ombudsman is satisfied.
    pub fn satisfied(&self) -> bool {
        satisfied(&self.views)
    }

    /// Whether nothing is left to do: the Ombudsman is satisfied, or no longer asks.
    pub fn over(&self) -> bool {
        self.satisfied() || matches!(self.clock(), Clock::NoLongerAsked { .. })
    }

    /// Every answer.
    pub fn responses(&self) -> &History<Response> {
        &self.responses
    }

    /// The level of supervision now.
    pub fn supervision(&self) -> Supervision {
        self.moves.last().map_or(Supervision::None, |e| e.value.to)
    }

    /// Every move of it.
    pub fn moves(&self) -> &History<Move> {
        &self.moves
    }

    /// Everything that was sent.
    pub fn sent(&self) -> &History<Submission> {
        &self.sent
    }

    /// Every update.
    pub fn updates(&self) -> &History<Update> {
        &self.updates
    }

    /// Every request for more time.
    pub fn extensions(&self) -> &[Extension] {
        &self.extensions
    }

    /// The date that the Ombudsman expects since the last extension; none where none was given.
    pub fn expected(&self) -> Option<Date> {
        self.extensions.iter().filter_map(|e| e.answered()?.expected).max()
    }

    /// The date that a further extension must go beyond.
    fn stands_until(&self) -> Option<Date> {
        self.expected().or(self.asked.original())
    }

    /// Where the clock stands.
    pub fn clock(&self) -> Clock {
        Clock::of(&self.sent, &self.views)
    }

    /// In time or late, against the original date of the whole.
    pub fn timeliness(&self, today: Date) -> Timeliness {
        Timeliness::of(self.asked.original(), self.clock(), today)
    }
}

#[cfg(test)]
pub(crate) mod tests;
