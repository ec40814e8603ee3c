//! Minutes from draft to signed: each step is a record with its person and day. What the public read says which step it is.
//!
//! Local Government Act 1972, Schedule 12, paragraph 41: signed at the same or the next suitable meeting by who presides.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::counting::{Sitting, next_suitable_meeting};
use crate::day::with_weekday;
use crate::difference::{Run, words};
use crate::wrong::{Wrong, reasons};

/// A step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// The clerk wrote or changed the draft.
    Drafted {
        /// The whole text.
        text: String,
    },
    /// Whoever chaired the meeting read it.
    Checked {
        /// What the chair asks to be changed; none where nothing.
        asks: Option<String>,
    },
    /// It was published, marked as a draft.
    PublishedAsDraft,
    /// A later meeting confirmed it.
    Confirmed {
        /// The meeting.
        meeting: Date,
        /// The text as confirmed.
        text: String,
        /// What the meeting corrected and why; none where nothing.
        corrections: Option<String>,
        /// Why that meeting and not the next suitable one, where it was another.
        why_later: Option<String>,
    },
    /// It was signed.
    Signed {
        /// Who presided at the meeting that confirmed it.
        presiding: String,
    },
}

/// A step with its person and day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// When.
    pub on: Date,
    /// Who did it, by name.
    pub by: String,
    /// What.
    #[serde(flatten)]
    pub step: Step,
}

/// How the minutes stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stands {
    /// Nothing is written.
    NotWritten,
    /// The clerk's draft.
    Draft,
    /// The chair read it and asks for nothing.
    Checked,
    /// The public can read it, as a draft.
    PublishedAsDraft,
    /// Confirmed.
    Confirmed,
    /// Signed.
    Signed,
}

impl Stands {
    /// The mark at the head of the minutes in public.
    pub fn mark(self) -> &'static str {
        match self {
            Stands::NotWritten => "Not written yet",
            Stands::Draft | Stands::Checked | Stands::PublishedAsDraft => "Draft: not yet confirmed by the body",
            Stands::Confirmed => "Confirmed: not yet signed",
            Stands::Signed => "Confirmed and signed",
        }
    }
}

/// The minutes of one meeting, step by step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stages {
    /// The day of the meeting.
    pub meeting: Date,
    taken: Vec<Taken>,
}

impl Stages {
    /// Nothing is written yet.
    pub fn of(meeting: Date) -> Stages {
        Stages { meeting, taken: Vec::new() }
    }

    /// Every step, in order.
    pub fn taken(&self) -> &[Taken] {
        &self.taken
    }

    /// How they stand.
    pub fn stands(&self) -> Stands {
        self.taken.iter().fold(Stands::NotWritten, |before, taken| match &taken.step {
            // A draft that changes after publication is still the published one's next text.
            Step::Drafted { .. } => {
                if before == Stands::PublishedAsDraft {
                    before
                } else {
                    Stands::Draft
                }
            }
            Step::Checked { asks: None } if before < Stands::Checked => Stands::Checked,
            Step::Checked { .. } => before,
            Step::PublishedAsDraft => Stands::PublishedAsDraft,
            Step::Confirmed { .. } => Stands::Confirmed,
            Step::Signed { .. } => Stands::Signed,
        })
    }

    /// The text as it stands.
    pub fn text(&self) -> Option<&str> {
        self.taken.iter().rev().find_map(|t| match &t.step {
            Step::Drafted { text } | Step::Confirmed { text, .. } => Some(text.as_str()),
            _ => None,
        })
    }

    /// What the meeting that confirmed them corrected, word by word; none before, and where it corrected nothing.
    pub fn corrections(&self) -> Option<Vec<Run>> {
        let at = self.taken.iter().position(|t| matches!(t.step, Step::Confirmed { .. }))?;
        let Step::Confirmed { text: confirmed, .. } = &self.taken.get(at)?.step else { return None };
        let draft = self.taken.iter().take(at).rev().find_map(|t| match &t.step {
            Step::Drafted { text } => Some(text.as_str()),
            _ => None,
        })?;
        let runs = words(draft, confirmed);
        runs.iter().any(|r| !matches!(r, Run::Same(_))).then_some(runs)
    }

    /// Takes a step. `sittings` are the meetings of the body that were or will be held.
    pub fn take(&mut self, step: Taken, sittings: &[Sitting]) -> Result<(), Wrong> {
        if step.by.trim().is_empty() {
            return Err(Wrong::new("by", "Say who did it."));
        }
        let earliest = self.taken.last().map_or(self.meeting, |t| t.on);
        if step.on < earliest {
            return Err(Wrong::new("on", format!("This is before {}, the day of the step before.", with_weekday(earliest))));
        }
        let stands = self.stands();
        match &step.step {
            Step::Drafted { text } if text.trim().is_empty() => return Err(Wrong::new("text", "Write the minutes.")),
            Step::Drafted { .. } if stands >= Stands::Confirmed => {
                return Err(Wrong::new(
                    "text",
                    "The minutes are confirmed. A mistake found now is corrected by a minute of a later meeting.",
                ));
            }
            Step::Checked { .. } if stands == Stands::NotWritten => return Err(Wrong::new("step", "Write the draft first.")),
            Step::Checked { .. } if stands >= Stands::PublishedAsDraft => {
                return Err(Wrong::new("step", "The draft is published. Changes are for the meeting that confirms it."));
            }
            Step::PublishedAsDraft if stands != Stands::Checked => {
                return Err(Wrong::new("step", "The chair of the meeting reads the draft before it is published."));
            }
            Step::Confirmed { .. } => self.confirm(stands, &step.step, sittings)?,
            Step::Signed { presiding } => {
                if stands != Stands::Confirmed {
                    return Err(Wrong::new("step", "Minutes are signed once a meeting has confirmed them."));
                }
                if presiding.trim().is_empty() {
                    return Err(Wrong::new("presiding", "Name who presided at the meeting that confirmed them: that person signs."));
                }
            }
            Step::Drafted { .. } | Step::Checked { .. } | Step::PublishedAsDraft => {}
        }
        self.taken.push(step);
        Ok(())
    }

    fn confirm(&self, stands: Stands, step: &Step, sittings: &[Sitting]) -> Result<(), Wrong> {
        let Step::Confirmed { meeting, text, corrections, why_later } = step else { return Ok(()) };
        if stands < Stands::Draft || stands >= Stands::Confirmed {
            return Err(Wrong::new("step", "There is no draft that waits to be confirmed."));
        }
        let Some(suitable) = next_suitable_meeting(self.meeting, sittings) else {
            return Err(Wrong::new("meeting", "No ordinary meeting after this one is listed. Add it to the calendar first."));
        };
        if !sittings.iter().any(|s| s.on == *meeting) {
            return Err(Wrong::new("meeting", "The body has no meeting on that day."));
        }
        if sittings.iter().any(|s| s.on == *meeting && s.extraordinary) {
            return Err(Wrong::new(
                "meeting",
                format!("An extraordinary meeting leaves the minutes to the next ordinary one, {}.", with_weekday(suitable)),
            ));
        }
        if *meeting < suitable {
            return Err(Wrong::new("meeting", format!("The next suitable meeting is {}.", with_weekday(suitable))));
        }
        if *meeting > suitable && !why_later.as_deref().is_some_and(|w| reasons(w, 3)) {
            let ask = format!("The next suitable meeting was {}. Say why it was done later.", with_weekday(suitable));
            return Err(Wrong::new("why_later", ask));
        }
        let changed = self.text().is_none_or(|draft| !draft.split_whitespace().eq(text.split_whitespace()));
        if changed && !corrections.as_deref().is_some_and(|c| reasons(c, 2)) {
            return Err(Wrong::new("corrections", "The text is not the draft's. Say what the meeting corrected."));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn sittings() -> Vec<Sitting> {
        let at = |on, extraordinary| Sitting { on, extraordinary };
        vec![at(date(2025, 2, 26), false), at(date(2025, 3, 5), true), at(date(2025, 4, 2), false), at(date(2025, 5, 7), false)]
    }

    fn confirmed(meeting: Date, text: &str, corrections: Option<&str>) -> Step {
        Step::Confirmed { meeting, text: text.into(), corrections: corrections.map(Into::into), why_later: None }
    }

    fn take(stages: &mut Stages, on: Date, step: Step) -> Result<(), String> {
        stages.take(Taken { on, by: "R. Clerk".into(), step }, &sittings()).map_err(|w| w.field)
    }

    fn drafted() -> Stages {
        let mut stages = Stages::of(date(2025, 2, 26));
        take(&mut stages, date(2025, 2, 28), Step::Drafted { text: "The Executive noted the plan.".into() }).unwrap();
        stages
    }

    #[test]
    fn draft_check_publish_confirm_sign() {
        let mut stages = drafted();
        assert_eq!(take(&mut stages, date(2025, 3, 1), Step::PublishedAsDraft), Err("step".into()), "the chair reads it first");
        take(&mut stages, date(2025, 3, 3), Step::Checked { asks: Some("Name the mover.".into()) }).unwrap();
        assert_eq!(stages.stands(), Stands::Draft, "the chair asks for a change");
        take(&mut stages, date(2025, 3, 3), Step::Drafted { text: "The Executive agreed the plan.".into() }).unwrap();
        take(&mut stages, date(2025, 3, 4), Step::Checked { asks: None }).unwrap();
        take(&mut stages, date(2025, 3, 4), Step::PublishedAsDraft).unwrap();
        assert_eq!(stages.stands().mark(), "Draft: not yet confirmed by the body");
        let text = "The Executive agreed the action plan.";
        assert_eq!(take(&mut stages, date(2025, 4, 2), confirmed(date(2025, 3, 5), text, None)), Err("meeting".into()), "extraordinary");
        assert_eq!(take(&mut stages, date(2025, 4, 2), confirmed(date(2025, 4, 2), text, None)), Err("corrections".into()));
        assert_eq!(take(&mut stages, date(2025, 4, 2), Step::Signed { presiding: "Cllr Reed".into() }), Err("step".into()));
        take(&mut stages, date(2025, 4, 2), confirmed(date(2025, 4, 2), text, Some("The word action was left out."))).unwrap();
        assert!(stages.corrections().unwrap().contains(&Run::New("action".into())));
        assert_eq!(take(&mut stages, date(2025, 4, 3), Step::Drafted { text: "x".into() }), Err("text".into()));
        take(&mut stages, date(2025, 4, 2), Step::Signed { presiding: "Cllr Reed".into() }).unwrap();
        assert_eq!(stages.stands(), Stands::Signed);
        assert_eq!(stages.taken().len(), 7);
    }

    #[test]
    fn later_than_the_next_suitable_meeting_needs_its_reason() {
        let mut stages = drafted();
        let same = "The Executive noted the plan.";
        assert_eq!(take(&mut stages, date(2025, 5, 7), confirmed(date(2025, 5, 7), same, None)), Err("why_later".into()));
        assert_eq!(take(&mut stages, date(2025, 5, 7), confirmed(date(2025, 5, 8), same, None)), Err("meeting".into()));
        assert_eq!(take(&mut stages, date(2025, 2, 27), Step::Checked { asks: None }), Err("on".into()));
        let why_later = Some("They were left out of the agenda by mistake.".into());
        let step = Step::Confirmed { meeting: date(2025, 5, 7), text: same.into(), corrections: None, why_later };
        take(&mut stages, date(2025, 5, 7), step).unwrap();
        assert_eq!(stages.corrections(), None);
    }
}
