//! An item that comes after the agenda: lawful in time, urgent by the chair's opinion in a committee, refused elsewhere.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::calendar::Calendar;
use crate::day::with_weekday;
use crate::duty::{Refusal, Settings};
use crate::plan::MeetingKind;
use crate::publishing::agenda_notice;
use crate::wrong::{Wrong, reasons};

/// The opinion of whoever chairs the meeting: Local Government Act 1972, section 100B(4)(b).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opinion {
    /// Who chairs.
    pub chair: String,
    /// The special circumstances; the minutes must give them.
    pub circumstances: String,
}

/// A late item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Late {
    /// The sort of body that meets.
    pub kind: MeetingKind,
    /// Whether it is the annual meeting of the council.
    pub annual: bool,
    /// The day of the meeting.
    pub meeting: Date,
    /// The day on which the item is added, on the agenda and for the public.
    pub added: Date,
    /// The chair's opinion, where it was given.
    pub opinion: Option<Opinion>,
}

/// How a late item may be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "late", rename_all = "snake_case")]
pub enum Verdict {
    /// It is not late: the agenda that has it lies open for five clear days.
    InTime {
        /// The last day.
        by: Date,
    },
    /// It may be taken as urgent.
    Urgent {
        /// What the minutes must say.
        minute: String,
    },
    /// It may be taken as urgent once the chair's opinion is complete.
    Needs {
        /// What is missing.
        wrong: Vec<Wrong>,
    },
    /// The law refuses it.
    Refused {
        /// Why, and the lawful way out.
        why: Wrong,
        /// The provision.
        section: &'static str,
    },
}

/// How an item may be taken at a meeting.
pub fn verdict(late: &Late, settings: &Settings, calendar: &Calendar) -> Result<Verdict, Refusal> {
    let notice = agenda_notice(late.meeting, late.kind, settings, calendar)?;
    let due = match notice {
        Some(notice) if late.added <= notice.by => return Ok(Verdict::InTime { by: notice.by }),
        Some(notice) => with_weekday(notice.by),
        None => "five clear days before".into(),
    };
    let refused = |section, out: &str| {
        let why = Wrong::new("item", format!("The agenda with this item was due by {due}. {out}"));
        Verdict::Refused { why, section }
    };
    Ok(match late.kind {
        MeetingKind::Council if !late.annual => refused(
            "Local Government Act 1972, Schedule 12, paragraph 4(5)",
            "Full council takes no business that is not in the summons, however urgent. Summon an extraordinary meeting, or take it at the next one.",
        ),
        MeetingKind::Executive => refused(
            "SI 2012/2089, regulation 6(2)",
            "The executive has no urgent items. Call a separate meeting at shorter notice, or take it at the next one.",
        ),
        MeetingKind::Council | MeetingKind::Scrutiny | MeetingKind::Committee => urgent(late),
    })
}

fn urgent(late: &Late) -> Verdict {
    let opinion = late.opinion.clone().unwrap_or_default();
    let mut wrong = Vec::new();
    if opinion.chair.trim().is_empty() {
        wrong.push(Wrong::new("chair", "Name who chairs the meeting: the opinion is the chair's, not an officer's."));
    }
    if !reasons(&opinion.circumstances, 6) {
        let ask = "Give the special circumstances: what happened, and why it cannot wait for the next meeting. The minutes must say so.";
        wrong.push(Wrong::new("circumstances", ask));
    }
    if !wrong.is_empty() {
        return Verdict::Needs { wrong };
    }
    let minute = format!(
        "{}, in the chair, was of the opinion that the item should be considered as a matter of urgency, by reason of these special circumstances: {}",
        opinion.chair.trim(),
        opinion.circumstances.trim()
    );
    Verdict::Urgent { minute }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn late(kind: MeetingKind, added: Date) -> Late {
        Late { kind, annual: false, meeting: date(2026, 4, 14), added, opinion: None }
    }

    fn of(late: &Late) -> Verdict {
        verdict(late, &Settings::default(), Calendar::england()).expect("a verdict")
    }

    #[test]
    fn an_item_added_in_time_is_not_late() {
        for kind in [MeetingKind::Council, MeetingKind::Executive, MeetingKind::Scrutiny, MeetingKind::Committee] {
            assert_eq!(of(&late(kind, date(2026, 4, 2))), Verdict::InTime { by: date(2026, 4, 2) });
            assert!(!matches!(of(&late(kind, date(2026, 4, 7))), Verdict::InTime { .. }));
        }
    }

    #[test]
    fn council_and_executive_take_no_urgent_item_and_are_told_the_section() {
        let refused = |kind| match of(&late(kind, date(2026, 4, 13))) {
            Verdict::Refused { section, why } => (section, why.message),
            other => panic!("{other:?}"),
        };
        let (section, message) = refused(MeetingKind::Executive);
        assert_eq!(section, "SI 2012/2089, regulation 6(2)");
        assert!(message.contains("Thursday 2 April 2026") && message.contains("shorter notice"), "{message}");
        assert_eq!(refused(MeetingKind::Council).0, "Local Government Act 1972, Schedule 12, paragraph 4(5)");
        let annual = Late { annual: true, ..late(MeetingKind::Council, date(2026, 4, 13)) };
        assert!(matches!(of(&annual), Verdict::Needs { .. }), "urgent business of the annual meeting under standing orders");
    }

    #[test]
    fn a_committee_takes_it_by_the_chairs_opinion_which_the_minutes_give() {
        let Verdict::Needs { wrong } = of(&late(MeetingKind::Scrutiny, date(2026, 4, 13))) else { panic!("no opinion") };
        assert_eq!(wrong.iter().map(|w| w.field.as_str()).collect::<Vec<_>>(), ["chair", "circumstances"]);
        let opinion = Opinion {
            chair: "Cllr P. Marsh".into(),
            circumstances: "the Ombudsman's letter came on 13 April and asks for an answer by 20 April.".into(),
        };
        let with = Late { opinion: Some(opinion), ..late(MeetingKind::Scrutiny, date(2026, 4, 13)) };
        let Verdict::Urgent { minute } = of(&with) else { panic!("it is urgent") };
        assert!(minute.contains("special circumstances: the Ombudsman's letter"), "{minute}");
    }
}
