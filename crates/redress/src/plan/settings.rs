//! How a council works: its governance, its readings of the law, its call-in and its clearances.

use serde::{Deserialize, Serialize};

use super::MeetingKind;
use crate::calendar::DayKind;
use crate::duty::Settings;

/// A way of governing a council, as the planner asks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Governed {
    /// By a leader or an elected mayor with an executive.
    #[default]
    ByExecutive,
    /// By committees of the council.
    ByCommittees,
}

/// The settings of a council.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PlanSettings {
    /// Its governance.
    pub governed: Governed,
    /// Its readings where the law leaves a choice.
    pub readings: Settings,
    /// Who may consider a report in the council's name, the usual one first; empty for what its governance makes usual.
    pub considers: Vec<MeetingKind>,
    /// Working days after the meeting on which a decision of the executive is published.
    pub decision_published: u16,
    /// Days for scrutiny to call a decision in, counted after its publication; none where nothing is called in.
    pub call_in: Option<CallIn>,
    /// Who clears the officers' report, each so many working days before the agenda is published.
    pub clearances: Vec<Clearance>,
}

/// The time for scrutiny to call a decision in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallIn {
    /// How many days.
    pub days: u16,
    /// Which days count.
    pub kind: DayKind,
}

/// Somebody clears the officers' report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clearance {
    /// Who.
    pub who: String,
    /// How many working days before the agenda is published.
    pub working_days: u16,
}

impl Default for PlanSettings {
    fn default() -> PlanSettings {
        // Lead times are practice, not law: a council sets its own.
        let clearances =
            [("The service director", 10), ("Legal and finance", 7), ("The monitoring officer", 5), ("The chief executive", 3)];
        PlanSettings {
            governed: Governed::default(),
            readings: Settings::default(),
            considers: Vec::new(),
            decision_published: 2,
            call_in: Some(CallIn { days: 5, kind: DayKind::Working }),
            clearances: clearances.iter().map(|(who, days)| Clearance { who: (*who).into(), working_days: *days }).collect(),
        }
    }
}

impl PlanSettings {
    /// Who may consider a report, the usual one first.
    pub fn considers(&self) -> &[MeetingKind] {
        match self.governed {
            _ if !self.considers.is_empty() => &self.considers,
            Governed::ByExecutive => &[MeetingKind::Executive, MeetingKind::Council],
            Governed::ByCommittees => &[MeetingKind::Council, MeetingKind::Committee],
        }
    }

    /// Who must consider a monitoring officer's report: section 5A says the executive, section 5 the council.
    pub fn considers_monitoring_officer(&self) -> MeetingKind {
        match self.governed {
            Governed::ByExecutive => MeetingKind::Executive,
            Governed::ByCommittees => MeetingKind::Council,
        }
    }
}
