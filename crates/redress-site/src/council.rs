//! How the council works: its name, governance, readings of the law, call-in and colour, as the desk's settings say.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use redress::calendar::DayKind;
use redress::duty::{Governance, Settings};
use redress::forward_plan::Threshold;
use redress::plan::{CallIn, Governed, PlanSettings};

use crate::colour::Colour;

/// The setting of the council's name.
pub const AUTHORITY: &str = "authority";
/// The setting of its governance.
pub const GOVERNANCE: &str = "governance";
/// The setting of the working days in which a decision can be called in.
pub const CALL_IN_DAYS: &str = "call_in_days";
/// The setting of how many members must ask for a call-in.
pub const CALL_IN_MEMBERS: &str = "call_in_members";
/// The setting of its readings, as JSON.
pub const READINGS: &str = "readings";
/// The setting of the sum from which spending or saving is a key decision, in pounds.
pub const KEY_THRESHOLD: &str = "key_decision_pounds";
/// The setting of its colour.
pub const COLOUR: &str = "colour";

/// Ways of governing a council: the word in settings, the words on pages.
pub const GOVERNANCES: &[(&str, &str)] = &[
    ("leader_and_cabinet", "A leader and cabinet"),
    ("mayor_and_cabinet", "An elected mayor and cabinet"),
    ("committee_system", "The committee system"),
];

/// How the council works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Council {
    /// Its name.
    pub authority: Arc<str>,
    /// How it is governed.
    pub governance: Governance,
    /// Its readings where the law leaves a choice.
    pub readings: Settings,
    /// Working days in which a decision of the executive can be called in; 0 where nothing is called in.
    pub call_in_days: u16,
    /// The sum from which its constitution calls spending or saving significant, in pounds, where it has said so.
    pub key_pounds: Option<u64>,
    /// How many members must ask for a call-in.
    pub call_in_members: u16,
    /// Its colour, where it has chosen one.
    pub colour: Option<Colour>,
}

impl Council {
    /// A council of this name that has changed no setting.
    pub fn named(authority: &str) -> Council {
        let name = if authority.trim().is_empty() { "Council" } else { authority };
        Council {
            authority: name.into(),
            governance: Governance::ExecutiveArrangements,
            readings: Settings::default(),
            call_in_days: 5,
            key_pounds: None,
            call_in_members: redress::call_in::Rules::default().members,
            colour: None,
        }
    }

    /// As settings say; what is missing or cannot be read is as it is at first.
    pub fn of(settings: &BTreeMap<String, String>) -> Council {
        let value = |name: &str| settings.get(name).map_or("", String::as_str);
        let usual = Council::named(value(AUTHORITY));
        Council {
            governance: governance_of(value(GOVERNANCE)),
            readings: serde_json::from_str(value(READINGS)).unwrap_or(usual.readings),
            call_in_days: value(CALL_IN_DAYS).parse().unwrap_or(usual.call_in_days),
            key_pounds: value(KEY_THRESHOLD).parse().ok().filter(|pounds| *pounds > 0),
            call_in_members: value(CALL_IN_MEMBERS).parse().ok().filter(|n| *n > 0).unwrap_or(usual.call_in_members),
            colour: Colour::read(value(COLOUR)).filter(|c| c.is_readable()),
            ..usual
        }
    }

    /// The word of its governance in settings.
    pub fn governance_word(&self) -> &'static str {
        match self.governance {
            Governance::ExecutiveArrangements => "leader_and_cabinet",
            Governance::ElectedMayor => "mayor_and_cabinet",
            Governance::CommitteeSystem => "committee_system",
        }
    }

    /// The sum of a key decision. Until the council has said it, any sum is one: that is the safe side.
    pub fn threshold(&self) -> Threshold {
        self.key_pounds.map_or(Threshold::UNSET, Threshold)
    }

    /// What the planner goes by.
    pub fn plan(&self) -> PlanSettings {
        let by_committees = self.governance == Governance::CommitteeSystem;
        let called_in = self.call_in_days > 0 && !by_committees;
        PlanSettings {
            governed: if by_committees { Governed::ByCommittees } else { Governed::ByExecutive },
            readings: self.readings,
            call_in: called_in.then_some(CallIn { days: self.call_in_days, kind: DayKind::Working }),
            ..PlanSettings::default()
        }
    }
}

fn governance_of(word: &str) -> Governance {
    match word {
        "mayor_and_cabinet" => Governance::ElectedMayor,
        "committee_system" => Governance::CommitteeSystem,
        _ => Governance::ExecutiveArrangements,
    }
}

/// How the council works now: pages read it, the task that follows the register changes it. A clone is the same one.
#[derive(Debug, Clone)]
pub struct Now(Arc<RwLock<Arc<Council>>>);

impl Now {
    /// Beginning with this.
    pub fn new(council: Council) -> Now {
        Now(Arc::new(RwLock::new(Arc::new(council))))
    }

    /// How it works.
    pub fn get(&self) -> Arc<Council> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// It works so from now on.
    pub fn set(&self, council: Council) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(council);
    }
}

#[cfg(test)]
mod tests {
    use redress::duty::{Choice, Pick};

    use super::*;

    fn settings(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|(n, v)| ((*n).to_string(), (*v).to_string())).collect()
    }

    #[test]
    fn what_was_never_set_or_cannot_be_read_is_as_at_first() {
        assert_eq!(Council::of(&settings(&[])), Council::named("Council"));
        let odd = settings(&[(READINGS, "{"), (GOVERNANCE, "king"), (CALL_IN_DAYS, "-1"), (COLOUR, "#ffffff"), (AUTHORITY, "A")]);
        assert_eq!(Council::of(&odd), Council::named("A"));
    }

    #[test]
    fn every_setting_is_read() {
        let council = Council::of(&settings(&[
            (READINGS, r#"{"clear_days":"second"}"#),
            (GOVERNANCE, "mayor_and_cabinet"),
            (CALL_IN_DAYS, "3"),
            (COLOUR, "#1d70b8"),
        ]));
        assert_eq!(council.readings, Settings::default().with(Choice::ClearDays, Pick::Second));
        assert_eq!((council.governance_word(), council.plan().call_in.map(|c| c.days)), ("mayor_and_cabinet", Some(3)));
        assert_eq!(council.colour.map(Colour::hex).as_deref(), Some("#1d70b8"));
    }

    #[test]
    fn until_a_sum_is_set_any_sum_is_significant() {
        assert_eq!(Council::named("A").threshold(), Threshold(1));
        assert_eq!(Council::of(&settings(&[(KEY_THRESHOLD, "500000")])).threshold(), Threshold(500_000));
        assert_eq!(Council::of(&settings(&[(KEY_THRESHOLD, "0")])).threshold(), Threshold(1));
    }

    #[test]
    fn each_word_of_governance_is_its_own() {
        for (word, _) in GOVERNANCES {
            let council = Council { governance: governance_of(word), ..Council::named("A") };
            assert_eq!(council.governance_word(), *word);
        }
    }

    #[test]
    fn committees_call_nothing_in() {
        let council = Council { governance: Governance::CommitteeSystem, ..Council::named("A") };
        assert_eq!(council.plan().call_in, None);
    }
}
