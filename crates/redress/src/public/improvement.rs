//! A recommendation as the public sees it: a service improvement or a procedural one. A personal remedy has no such form:
//! there is no word for it here, so nothing can be read, written or made that is one.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ombudsman::axes::{Words, words};
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
    /// The original due date, which never changes.
    pub due_on: Option<Date>,
    /// The date that the Ombudsman expects since more time was agreed.
    pub expected_on: Option<Date>,
    /// What the council answered.
    pub answered: String,
    /// What the council claims.
    pub claimed: String,
    /// What the Ombudsman says.
    pub accepted: String,
    /// In time or late, on the day that it was published.
    pub timeliness: String,
    /// How many days late, against the original date.
    pub days_late: i32,
    /// The day for which this is said.
    pub as_of: Date,
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
    #[error("the words may name a person in the case: {0}")]
    MayName(&'static str),
}

impl Improvement {
    /// The public form, or why there is none.
    pub fn of(tracked: &Tracked, today: Date) -> Result<Improvement, CannotBePublic> {
        let asked = tracked.asked();
        let nature = match asked.nature() {
            Nature::Personal => return Err(CannotBePublic::Personal),
            Nature::ServiceImprovement => PublicNature::ServiceImprovement,
            Nature::Procedural => PublicNature::Procedural,
        };
        let CaseKey::Known(reference) = asked.case() else { return Err(CannotBePublic::NoReference) };
        if let Some((sign, _)) = person_in_case::find(asked.text()).first() {
            return Err(CannotBePublic::MayName(sign.words()));
        }
        let Words { claim, ombudsman, timeliness, response, supervision: _ } = words(tracked, today);
        Ok(Improvement {
            reference: *reference,
            number: asked.number(),
            nature,
            asked: asked.text().into(),
            due_on: asked.original(),
            expected_on: tracked.expected(),
            answered: response,
            claimed: claim,
            accepted: ombudsman,
            timeliness,
            days_late: tracked.timeliness(today).days_late(),
            as_of: today,
        })
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
        assert_eq!(Improvement::of(&remedy(1, "one_month", Nature::Personal), today), Err(CannotBePublic::Personal));
        let public = Improvement::of(&remedy(2, "one_month", Nature::ServiceImprovement), today).unwrap();
        assert_eq!((public.due_on, public.days_late), (Some(date(2023, 4, 8)), 54));
        let text = serde_json::to_string(&public).unwrap();
        assert!(!text.contains("Mrs X"), "the beneficiary has no field");
        let forged = text.replace("service_improvement", "personal");
        assert!(serde_json::from_str::<Improvement>(&forged).is_err(), "nor can one be read");
        assert!(serde_json::from_str::<Improvement>(&text.replacen('{', "{\"pence\":1,", 1)).is_err());
    }
}
