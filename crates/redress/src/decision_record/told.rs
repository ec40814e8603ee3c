//! What is told of a decision besides its record: how it can be called in and was, which records change it, how its texts
//! differ. It grows after the record was made; the record stays.

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::{DecisionRecord, Effect, Relation, Reserved, Stands};
use crate::calendar::Calendar;
use crate::call_in::{self, Implementation, Outcome, Rules, Waiver, Window};
use crate::day::with_weekday;
use crate::decision::Resolution;
use crate::resolution::texts::Which;

/// A request to call it in, with the names of those who asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Who asked.
    pub by: Vec<String>,
    /// When the notice arrived.
    pub at: DateTime,
    /// The grounds.
    pub grounds: String,
    /// What came of it.
    #[serde(default)]
    pub outcome: Option<Outcome>,
}

/// The other end of a link between records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    /// What the later record does to the earlier.
    pub relation: Relation,
    /// The other record, as a page names it.
    pub other: String,
    /// Its address.
    pub address: String,
    /// Since when.
    pub on: Date,
    /// Why.
    pub why: String,
}

/// What the clerk notes where the texts of one decision differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextsNote {
    /// The text that governs.
    pub governs: Which,
    /// Why.
    pub why: String,
    /// When it was noted.
    pub on: Date,
}

/// What is told besides the record.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The rules of call-in that it is under; none where it cannot be called in.
    pub rules: Option<Rules>,
    /// The day of publication, when the window began.
    pub published: Option<Date>,
    /// Requests, the earliest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requests: Vec<Asked>,
    /// Call-in waived.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiver: Option<Waiver>,
    /// What it waits for besides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reserved: Option<Reserved>,
    /// The later record that changes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<End>,
    /// Earlier records that it changes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<End>,
    /// The resolution as taken down at the meeting, where it is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_resolved: Option<Resolution>,
    /// The note on texts that differ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<TextsNote>,
}

impl Told {
    /// The window of call-in; none before publication and where it cannot be called in.
    pub fn window(&self, calendar: &Calendar) -> Option<Window> {
        self.rules.as_ref()?.window(self.published?, calendar)
    }

    /// The request that stands: the last that was not found invalid.
    pub fn asked(&self) -> Option<&Asked> {
        self.requests.iter().rfind(|r| !matches!(r.outcome, Some(Outcome::NotValid { .. })))
    }

    /// Whether call-in lets it be carried out.
    pub fn implementation(&self, calendar: &Calendar, today: Date) -> Implementation {
        call_in::after(self.window(calendar), self.asked().map(|r| r.outcome.as_ref()), self.waiver.as_ref(), today)
    }

    /// How a record stands on a day.
    pub fn effect(&self, record: &DecisionRecord, calendar: &Calendar, today: Date) -> Option<Effect> {
        let stands = match &self.changed {
            Some(end) if end.on <= today => {
                Stands::Changed { relation: end.relation, by: end.other.clone(), on: end.on, now: Some(end.other.clone()) }
            }
            _ => Stands::AsRecorded,
        };
        let own = record.effective()?;
        let implementation = match &self.rules {
            Some(_) => self.implementation(calendar, today),
            // Nothing is called in under this council's rules.
            None => Implementation::May { from: own },
        };
        record.effect(&stands, self.reserved.as_ref(), &implementation, today)
    }

    /// The words of an effect, as a page says them.
    pub fn words(&self, effect: &Effect, calendar: &Calendar) -> String {
        match effect {
            Effect::InEffect { since } => format!("In effect since {}", with_weekday(*since)),
            Effect::NotYet { from } => format!("Not effective: it has effect from {}", with_weekday(*from)),
            Effect::Reserved { why } => format!("Not effective: reserved to Council, because {why}"),
            Effect::DecidedOtherwise { minute } => format!("Not effective: Council decided otherwise, {minute}"),
            Effect::Changed { relation, by } => format!("Not effective: {} {by}", relation.words()),
            Effect::Held { implementation } => match (implementation, self.window(calendar)) {
                (Implementation::HeldUntil { act_from }, Some(window)) if *act_from == window.act_from => {
                    format!(
                        "Not effective: call-in to {}; it may be carried out from {}",
                        with_weekday(window.closes),
                        with_weekday(*act_from)
                    )
                }
                (Implementation::HeldUntil { act_from }, _) => format!("Not effective before {}", with_weekday(*act_from)),
                (Implementation::NotPublished, _) => "Not effective: not published, so the time for call-in has not begun".into(),
                (Implementation::CalledIn, _) => "Not effective: called in".into(),
                (Implementation::SentBack, _) => "Not effective: it goes back to be taken again after a call-in".into(),
                (Implementation::Replaced, _) => "Not effective: replaced after a call-in".into(),
                (Implementation::May { from }, _) => format!("In effect since {}", with_weekday(*from)),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::{Conflicts, Key, Maker};
    use super::*;

    fn record() -> DecisionRecord {
        DecisionRecord {
            reference: "14".into(),
            maker: Maker::Body { body: "Cabinet".into(), executive: true, meeting: "2019-10-01-cabinet".into() },
            decided: Some(date(2019, 10, 1)),
            decision: "Accept.".into(),
            reasons: "The remedies are fair.".into(),
            options_rejected: "None".into(),
            conflicts: Conflicts::StatedNone,
            key: Key::No,
            effective_from: None,
        }
    }

    #[test]
    fn a_decision_published_on_thursday_is_held_over_the_next() {
        let told = Told { rules: Some(Rules::default()), published: Some(date(2019, 10, 3)), ..Told::default() };
        let calendar = Calendar::england();
        let words = |told: &Told, day| told.words(&told.effect(&record(), calendar, day).unwrap(), calendar);
        assert_eq!(
            words(&told, date(2019, 10, 10)),
            "Not effective: call-in to Thursday 10 October 2019; it may be carried out from Friday 11 October 2019"
        );
        assert_eq!(words(&told, date(2019, 10, 11)), "In effect since Friday 11 October 2019");
        let asked = Asked { by: vec!["A".into()], at: date(2019, 10, 9).at(9, 0, 0, 0), grounds: "No options.".into(), outcome: None };
        let called = Told { requests: vec![asked.clone()], ..told.clone() };
        assert_eq!(words(&called, date(2019, 10, 20)), "Not effective: called in");
        let invalid = Outcome::NotValid { on: date(2019, 10, 9), why: "Four members only".into() };
        let not = Told { requests: vec![Asked { outcome: Some(invalid), ..asked }], ..told.clone() };
        assert_eq!(words(&not, date(2019, 10, 11)), "In effect since Friday 11 October 2019", "an invalid request changes nothing");
        let never = Told { rules: None, ..told };
        assert_eq!(words(&never, date(2019, 10, 2)), "In effect since Tuesday 1 October 2019");
    }

    #[test]
    fn a_rescinded_decision_has_no_effect_from_that_day() {
        let end = End {
            relation: Relation::Rescinds,
            other: "decision 20".into(),
            address: "/decisions/20".into(),
            on: date(2020, 1, 7),
            why: "It was unlawful.".into(),
        };
        let told = Told { changed: Some(end), ..Told::default() };
        let on = |day| told.effect(&record(), Calendar::england(), day).unwrap();
        assert!(matches!(on(date(2020, 1, 6)), Effect::InEffect { .. }));
        assert!(matches!(on(date(2020, 1, 7)), Effect::Changed { relation: Relation::Rescinds, .. }));
    }
}
