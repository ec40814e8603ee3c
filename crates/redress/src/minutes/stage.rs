//! Minutes from draft to signed: each step is a record with its person and day. What the public read says which step it is.
//!
//! Local Government Act 1972, Schedule 12, paragraph 41: signed at the same or the next suitable meeting by who presides.
//! An extraordinary meeting of the council leaves them to the next ordinary one: paragraph 41(3), which paragraph 44 does not
//! extend to committees.

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
        /// The item of that meeting under which it was done, as its agenda has it.
        #[serde(default)]
        item: Option<String>,
    },
    /// It was signed.
    Signed {
        /// Who presided at the meeting that confirmed it.
        presiding: String,
        /// The day of signing; none where it is the day of the record.
        #[serde(default)]
        day: Option<Date>,
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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

/// The meetings of a body that were or will be held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sittings {
    /// The meetings; none that was cancelled or moved, or had no quorum.
    pub all: Vec<Sitting>,
    /// The body is the council itself, whose extraordinary meetings confirm no minutes.
    pub of_council: bool,
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

    /// Takes a step.
    pub fn take(&mut self, step: Taken, sittings: &Sittings) -> Result<(), Wrong> {
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
            Step::Confirmed { .. } => self.confirm(stands, &step, sittings)?,
            Step::Signed { presiding, day } => {
                if stands != Stands::Confirmed {
                    return Err(Wrong::new("step", "Minutes are signed once a meeting has confirmed them."));
                }
                if presiding.trim().is_empty() {
                    return Err(Wrong::new("presiding", "Name who presided at the meeting that confirmed them: that person signs."));
                }
                self.signing_day(*day, step.on)?;
            }
            Step::Drafted { .. } | Step::Checked { .. } | Step::PublishedAsDraft => {}
        }
        self.taken.push(step);
        Ok(())
    }

    /// Signed at the meeting that confirmed them or after it, and not before it happened.
    fn signing_day(&self, day: Option<Date>, recorded: Date) -> Result<(), Wrong> {
        let confirmed = self.taken.iter().find_map(|t| match &t.step {
            Step::Confirmed { meeting, .. } => Some(*meeting),
            _ => None,
        });
        match (day, confirmed) {
            (Some(day), Some(confirmed)) if day < confirmed => {
                Err(Wrong::new("day", format!("They were confirmed on {}. They are signed then or later.", with_weekday(confirmed))))
            }
            (Some(day), _) if day > recorded => Err(Wrong::new("day", "This day is still to come.")),
            _ => Ok(()),
        }
    }

    fn confirm(&self, stands: Stands, step: &Taken, sittings: &Sittings) -> Result<(), Wrong> {
        let Step::Confirmed { meeting, text, corrections, why_later, .. } = &step.step else { return Ok(()) };
        if stands < Stands::Draft || stands >= Stands::Confirmed {
            return Err(Wrong::new("step", "There is no draft that waits to be confirmed."));
        }
        if *meeting <= self.meeting {
            return Err(Wrong::new("meeting", "A meeting does not confirm its own minutes here. Choose a later one."));
        }
        let Some(chosen) = sittings.all.iter().find(|s| s.on == *meeting) else {
            return Err(Wrong::new("meeting", "The body held no meeting on that day, or it was cancelled."));
        };
        let suitable = next_suitable_meeting(self.meeting, &sittings.all);
        let next = suitable.map_or("which is not listed yet".into(), with_weekday);
        if chosen.extraordinary && sittings.of_council {
            let words = "An extraordinary meeting of the council leaves the minutes to the next ordinary one";
            let words = format!("{words}, {next} (Local Government Act 1972, Schedule 12, paragraph 41(3)).");
            return Err(Wrong::new("meeting", words));
        }
        if *meeting > step.on {
            return Err(Wrong::new("meeting", format!("The meeting of {} has not been held yet.", with_weekday(*meeting))));
        }
        let later = suitable.is_some_and(|suitable| *meeting > suitable);
        if later && !why_later.as_deref().is_some_and(|w| reasons(w, 3)) {
            return Err(Wrong::new("why_later", format!("The next suitable meeting was {next}. Say why it was done later.")));
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

    fn sittings(of_council: bool) -> Sittings {
        let at = |on, extraordinary| Sitting { on, extraordinary };
        let all = vec![at(date(2025, 2, 26), false), at(date(2025, 3, 5), true), at(date(2025, 4, 2), false), at(date(2025, 5, 7), false)];
        Sittings { all, of_council }
    }

    fn confirmed(meeting: Date, text: &str, corrections: Option<&str>) -> Step {
        Step::Confirmed { meeting, text: text.into(), corrections: corrections.map(Into::into), why_later: None, item: None }
    }

    fn signed(day: Option<Date>) -> Step {
        Step::Signed { presiding: "Cllr Reed".into(), day }
    }

    fn take(stages: &mut Stages, on: Date, step: Step) -> Result<(), String> {
        stages.take(Taken { on, by: "R. Clerk".into(), step }, &sittings(true)).map_err(|w| w.field)
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
        assert_eq!(take(&mut stages, date(2025, 4, 2), signed(None)), Err("step".into()));
        take(&mut stages, date(2025, 4, 2), confirmed(date(2025, 4, 2), text, Some("The word action was left out."))).unwrap();
        assert!(stages.corrections().unwrap().contains(&Run::New("action".into())));
        assert_eq!(take(&mut stages, date(2025, 4, 3), Step::Drafted { text: "x".into() }), Err("text".into()));
        assert_eq!(take(&mut stages, date(2025, 4, 9), signed(Some(date(2025, 4, 1)))), Err("day".into()), "before it was confirmed");
        assert_eq!(take(&mut stages, date(2025, 4, 9), signed(Some(date(2025, 4, 10)))), Err("day".into()), "still to come");
        take(&mut stages, date(2025, 4, 9), signed(Some(date(2025, 4, 2)))).unwrap();
        let told = stages.told().unwrap();
        assert_eq!(told.words(), "Signed by Cllr Reed, who presided, on 2 April 2025");
        assert_eq!(stages.stands(), Stands::Signed);
        assert_eq!(stages.taken().len(), 7);
    }

    #[test]
    fn a_meeting_confirms_no_minutes_of_its_own_and_none_before_it_is_held() {
        let mut stages = drafted();
        let same = "The Executive noted the plan.";
        assert_eq!(take(&mut stages, date(2025, 2, 28), confirmed(date(2025, 2, 26), same, None)), Err("meeting".into()));
        assert_eq!(take(&mut stages, date(2025, 3, 30), confirmed(date(2025, 4, 2), same, None)), Err("meeting".into()));
        assert_eq!(take(&mut stages, date(2025, 3, 30), confirmed(date(2025, 3, 6), same, None)), Err("meeting".into()), "no meeting");
        let mut of_committee = stages.clone();
        let step = Taken { on: date(2025, 3, 6), by: "R. Clerk".into(), step: confirmed(date(2025, 3, 5), same, None) };
        of_committee.take(step, &sittings(false)).expect("an extraordinary meeting of a committee may");
        assert!(stages.told().is_none(), "nothing is published yet");
        take(&mut stages, date(2025, 4, 3), confirmed(date(2025, 4, 2), same, None)).unwrap();
        assert_eq!(stages.told().unwrap().words(), "Confirmed on 2 April 2025");
    }

    #[test]
    fn later_than_the_next_suitable_meeting_needs_its_reason() {
        let mut stages = drafted();
        let same = "The Executive noted the plan.";
        assert_eq!(take(&mut stages, date(2025, 5, 7), confirmed(date(2025, 5, 7), same, None)), Err("why_later".into()));
        assert_eq!(take(&mut stages, date(2025, 5, 7), confirmed(date(2025, 5, 8), same, None)), Err("meeting".into()));
        assert_eq!(take(&mut stages, date(2025, 2, 27), Step::Checked { asks: None }), Err("on".into()));
        let why_later = Some("They were left out of the agenda by mistake.".into());
        let step = Step::Confirmed { meeting: date(2025, 5, 7), text: same.into(), corrections: None, why_later, item: None };
        take(&mut stages, date(2025, 5, 7), step).unwrap();
        assert_eq!(stages.corrections(), None);
    }
}
