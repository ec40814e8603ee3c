//! A recommendation as the public sees it: a service improvement or a procedural one. A personal remedy has no such form:
//! there is no word for it here, so nothing can be read, written or made that is one.
//!
//! It holds dates and no number of days: how late something is follows on the page, for the day that the page is asked.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Listing, all_words};
use crate::ombudsman::axes::{Clock, Level, Timeliness, Words, response_standing, words};
use crate::ombudsman::figures::Row;
use crate::ombudsman::follows::CaseKey;
use crate::ombudsman::recommendation::Nature;
use crate::ombudsman::reference::Reference;
use crate::ombudsman::tracked::Tracked;
use crate::person_in_case;

/// For whom it is, as far as that is public.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PublicNature {
    /// For everybody.
    ServiceImprovement,
    /// For the Ombudsman's own process.
    Procedural,
}

impl PublicNature {
    /// What a page calls it.
    pub fn words(self) -> &'static str {
        Nature::from(self).words()
    }
}

impl From<PublicNature> for Nature {
    fn from(nature: PublicNature) -> Nature {
        match nature {
            PublicNature::ServiceImprovement => Nature::ServiceImprovement,
            PublicNature::Procedural => Nature::Procedural,
        }
    }
}

/// More time that the council asked for. The original date stays what it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MoreTime {
    /// The day of the request.
    pub asked_on: Date,
    /// The date that the Ombudsman expects since; none where the Ombudsman gave none or has not answered.
    pub expected_on: Option<Date>,
}

/// Evidence that went to the Ombudsman, by its hash alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SentEvidence {
    /// The day it went.
    pub on: Date,
    /// SHA-256 of the bundle's manifest.
    pub sha256: String,
}

/// A recommendation in public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Improvement {
    /// The case.
    pub reference: Reference,
    /// The number in the paper.
    pub number: u32,
    /// For whom it is.
    pub nature: PublicNature,
    /// What was asked, in the Ombudsman's words.
    pub asked: String,
    /// The service; none where the case names none.
    pub service: Option<String>,
    /// What the council answered.
    pub answered: String,
    /// The reasons that members gave at their meeting.
    pub reasons: Option<String>,
    /// What the council claims.
    pub claimed: String,
    /// What the Ombudsman says.
    pub accepted: String,
    /// Every request for more time.
    pub more_time: Vec<MoreTime>,
    /// How often the owner said how it goes.
    pub updates: u32,
    /// Everything that was sent.
    pub evidence: Vec<SentEvidence>,
    /// The original due date, which never changes.
    pub due_on: Option<Date>,
    /// The date that the Ombudsman expects since more time was agreed.
    pub expected_on: Option<Date>,
    /// The day of evidence that the Ombudsman has not answered.
    pub unanswered_evidence_on: Option<Date>,
    /// The day of the first satisfactory evidence.
    pub accepted_evidence_on: Option<Date>,
    /// The word of what the Ombudsman last said.
    pub outcome: Option<String>,
    /// The day of that letter.
    pub outcome_on: Option<Date>,
    /// Since when the Ombudsman no longer asks.
    pub no_longer_asked_on: Option<Date>,
    /// Its case came in a review of earlier cases, so no figure counts it again.
    #[serde(default)]
    pub from_review: bool,
    /// The council that the case was made against, where this one replaced it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub predecessor: Option<String>,
}

/// Why a recommendation has no public form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CannotBePublic {
    /// It is for a person.
    #[error("a personal remedy is never published")]
    Personal,
    /// The case has no reference yet.
    #[error("the case has no reference yet")]
    NoReference,
    /// Its words may name a person in the case.
    #[error("{field} may name a person in the case: {sign}")]
    MayName {
        /// Which words.
        field: &'static str,
        /// The sign of it.
        sign: &'static str,
    },
}

impl Improvement {
    /// The public form, or why there is none. `today` has no part in what is stored but for words that do not move with it.
    pub fn of(tracked: &Tracked, service: Option<&str>, today: Date) -> Result<Improvement, CannotBePublic> {
        let asked = tracked.asked();
        let nature = match asked.nature() {
            Nature::Personal => return Err(CannotBePublic::Personal),
            Nature::ServiceImprovement => PublicNature::ServiceImprovement,
            Nature::Procedural => PublicNature::Procedural,
        };
        let CaseKey::Known(reference) = asked.case() else { return Err(CannotBePublic::NoReference) };
        let members = response_standing(tracked.responses()).filter(|e| e.value.level == Level::Members);
        let reasons = members.map(|e| e.value.reasons.trim().to_string()).filter(|r| !r.is_empty());
        nameless("What was asked", asked.text())?;
        nameless("The reasons that members gave", reasons.as_deref().unwrap_or_default())?;
        nameless("The service", service.unwrap_or_default())?;
        let Words { claim, ombudsman, timeliness: _, response, supervision: _ } = words(tracked, today);
        let row = Row::of(tracked);
        Ok(Improvement {
            reference: *reference,
            number: asked.number(),
            nature,
            asked: asked.text().into(),
            service: service.map(str::to_string),
            answered: response,
            reasons,
            claimed: claim,
            accepted: ombudsman,
            more_time: tracked
                .extensions()
                .iter()
                .map(|e| MoreTime { asked_on: e.requested_on(), expected_on: e.answered().and_then(|a| a.expected) })
                .collect(),
            updates: u32::try_from(tracked.updates().entries().len()).unwrap_or(u32::MAX),
            evidence: tracked.sent().entries().iter().map(|e| SentEvidence { on: e.on, sha256: e.value.bundle.clone() }).collect(),
            due_on: row.due_on,
            expected_on: row.expected_on,
            unanswered_evidence_on: row.unanswered_evidence_on,
            accepted_evidence_on: row.accepted_evidence_on,
            outcome: row.outcome,
            outcome_on: row.outcome_on,
            no_longer_asked_on: row.no_longer_asked_on,
            from_review: false,
            predecessor: None,
        })
    }

    /// The key: case and number, `23-006-024-3`.
    pub fn key(&self) -> String {
        format!("{}-{}", self.reference.slug(), self.number)
    }

    /// The title on lists, without the words of the paper.
    pub fn title(&self) -> String {
        format!("Recommendation {} of case {}", self.number, self.reference)
    }

    /// Every date from which the figures follow.
    pub fn row(&self) -> Row {
        Row {
            case: self.reference.to_string(),
            number: self.number,
            nature: self.nature.into(),
            due_on: self.due_on,
            expected_on: self.expected_on,
            first_evidence_on: self.evidence.first().map(|e| e.on),
            unanswered_evidence_on: self.unanswered_evidence_on,
            accepted_evidence_on: self.accepted_evidence_on,
            outcome: self.outcome.clone(),
            outcome_on: self.outcome_on,
            no_longer_asked_on: self.no_longer_asked_on,
            from_review: self.from_review,
            predecessor: self.predecessor.clone(),
        }
    }

    /// In time or late, as of a day.
    pub fn timeliness(&self, today: Date) -> Timeliness {
        let clock = match (self.no_longer_asked_on, self.accepted_evidence_on, self.unanswered_evidence_on) {
            (Some(on), _, _) => Clock::NoLongerAsked { on },
            (None, Some(on), _) => Clock::Accepted { on },
            (None, None, Some(on)) => Clock::Sent { on },
            (None, None, None) => Clock::Running,
        };
        Timeliness::of(self.due_on, clock, today)
    }

    pub(super) fn listing(&self) -> Listing {
        Listing {
            title: self.title(),
            on: self.due_on,
            service: self.service.clone(),
            parent: Some(self.reference.slug()),
            position: self.number,
            references: vec![self.reference],
            text: all_words([
                Some(self.asked.as_str()),
                Some(&self.answered),
                self.reasons.as_deref(),
                Some(&self.claimed),
                Some(&self.accepted),
            ]),
            ..Listing::default()
        }
    }
}

/// Refuses words that may name a person.
pub(super) fn nameless(field: &'static str, text: &str) -> Result<(), CannotBePublic> {
    match person_in_case::find(text).first() {
        Some((sign, _)) => Err(CannotBePublic::MayName { field, sign: sign.words() }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::ombudsman::tracked::tests::remedy;

    #[test]
    fn a_personal_recommendation_cannot_be_turned_into_a_public_form() {
        let today = date(2023, 6, 1);
        assert_eq!(Improvement::of(&remedy(1, "one_month", Nature::Personal), None, today), Err(CannotBePublic::Personal));
        let tracked = remedy(2, "one_month", Nature::ServiceImprovement);
        let public = Improvement::of(&tracked, Some("Housing"), today).unwrap();
        assert_eq!((public.due_on, public.timeliness(today).days_late()), (Some(date(2023, 4, 8)), 54));
        assert_eq!(public.row(), Row::of(&tracked));
        let text = serde_json::to_string(&public).unwrap();
        assert!(!text.contains("Mrs X"), "the beneficiary has no field");
        let forged = text.replace("service_improvement", "personal");
        assert!(serde_json::from_str::<Improvement>(&forged).is_err(), "nor can one be read");
        assert!(serde_json::from_str::<Improvement>(&text.replacen('{', "{\"pence\":1,", 1)).is_err());
    }

    #[test]
    fn what_is_stored_does_not_change_with_the_day() {
        let tracked = remedy(2, "one_month", Nature::Procedural);
        let on = |day| Improvement::of(&tracked, None, day).unwrap();
        assert_eq!(on(date(2023, 6, 1)), on(date(2025, 6, 1)));
        assert_eq!(on(date(2023, 6, 1)).timeliness(date(2023, 4, 8)).days_late(), 0);
    }

    #[test]
    fn a_service_that_names_a_person_keeps_it_in() {
        let tracked = remedy(2, "one_month", Nature::Procedural);
        let named = Improvement::of(&tracked, Some("care of Mrs Example"), date(2023, 6, 1));
        assert!(matches!(named, Err(CannotBePublic::MayName { field: "The service", .. })), "{named:?}");
    }
}
