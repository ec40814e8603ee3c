//! An answer with its working: what `redress due --json` and the calculator's twin promise.

use jiff::civil::Date;
use redress::calendar::Calendar;
use redress::day::{clock, long, with_weekday};
use redress::duty::{self, Answer, Choice, DateIs, Due, Duty, Inputs, Refusal, Settings};
use serde::Serialize;

use super::words;

/// A duty's date with its working.
#[derive(Debug, Clone, Serialize)]
pub struct Worked {
    /// The key of the duty.
    pub duty: &'static str,
    /// The provision.
    pub cite: &'static str,
    /// Where it can be read.
    pub url: &'static str,
    /// What must be done.
    pub must: &'static str,
    /// The day that starts the clock; for a minimum notice, the meeting. Null where it is not known.
    pub from: Option<Date>,
    /// The answer as a sentence.
    pub answer: String,
    /// What `due` is.
    pub date_is: DateIs,
    /// The reading that the council works to.
    #[serde(flatten)]
    pub first: Side,
    /// The other reading, where the law leaves a choice.
    pub other_reading: Option<OtherSide>,
    /// The date that is safe under both readings.
    pub alarm: Option<Date>,
    /// Why the answer may still change.
    pub provisional: Option<String>,
    /// The day whose knowledge of bank holidays was used, where it is not today's.
    pub as_known_on: Option<Date>,
    /// Everything that was given.
    pub given: Inputs,
}

/// One reading's date.
#[derive(Debug, Clone, Serialize)]
pub struct Side {
    /// The day; null where the law names none, or where it cannot be said.
    pub due: Option<Date>,
    /// The time on clocks in England, `18:30`, for clocks in hours.
    pub due_time: Option<String>,
    /// The last working day on or before the day, for deadlines and notices.
    pub last_working_day: Option<Date>,
    /// The reading in a few words.
    pub reading: &'static str,
    /// The working.
    pub steps: Vec<String>,
    /// Why no day can be said yet.
    pub cannot_say: Option<String>,
}

/// The other reading.
#[derive(Debug, Clone, Serialize)]
pub struct OtherSide {
    /// Its date.
    #[serde(flatten)]
    pub side: Side,
    /// Why anybody reads the law so.
    pub because: &'static str,
    /// A condition that a person must settle first.
    pub only_if: Option<&'static str>,
    /// The name of the choice in a council's settings.
    pub choice: Choice,
    /// The question that the choice answers.
    pub question: &'static str,
}

impl Side {
    fn of(due: Due) -> Side {
        Side {
            due: due.date,
            due_time: due.at.map(|at| format!("{:02}:{:02}", at.hour(), at.minute())),
            last_working_day: due.last_working_day,
            reading: due.reading,
            steps: due.steps.into_iter().map(|step| step.words).collect(),
            cannot_say: due.cannot_say,
        }
    }

    /// `2 June 2026`, with the time for a clock in hours; why there is none, in a few words.
    pub fn date_words(&self) -> String {
        match (self.due, &self.due_time, &self.cannot_say) {
            (Some(date), Some(time), _) => format!("{}, {}", long(date), redress::day::read_clock(time).map_or(time.clone(), clock)),
            (Some(date), None, _) => long(date),
            (None, _, Some(_)) => "Cannot say yet".into(),
            (None, _, None) => "No day named".into(),
        }
    }

    /// The last working day, where it is another day than the date.
    pub fn earlier_working_day(&self) -> Option<Date> {
        self.last_working_day.filter(|day| Some(*day) != self.due)
    }
}

/// The working of a duty on given facts.
pub fn work(duty: &'static Duty, inputs: &Inputs, settings: &Settings, calendar: &Calendar) -> Result<Worked, Refusal> {
    let answer = duty::compute(duty, inputs, settings, calendar)?;
    let sentence = sentence(&answer);
    Ok(Worked {
        duty: duty.key,
        cite: duty.cite,
        url: duty.url,
        must: duty.must,
        from: inputs.from,
        answer: sentence,
        date_is: answer.date_is,
        first: Side::of(answer.due),
        other_reading: answer.other.map(|other| OtherSide {
            side: Side::of(other.due),
            because: other.because,
            only_if: other.only_if,
            choice: other.choice,
            question: other.choice.question(),
        }),
        alarm: answer.alarm,
        provisional: answer.provisional,
        as_known_on: calendar.known_on(),
        given: *inputs,
    })
}

/// `2 June 2026, a Tuesday, is the last day to act.`
fn sentence(answer: &Answer) -> String {
    if let Some(why) = &answer.due.cannot_say {
        return format!("Cannot say yet, because {why}.");
    }
    let Some(date) = answer.due.date else { return "The law names no day.".into() };
    let weekday = with_weekday(date).split(' ').next().unwrap_or_default().to_string();
    match answer.due.at {
        Some(at) => format!("{}, a {weekday}, at {}, is the last moment to act.", long(date), clock(at.time())),
        None => format!("{}, a {weekday}, is {}.", long(date), words::date_is(answer.date_is)),
    }
}

impl Worked {
    /// What to work to where the readings differ.
    pub fn safer(&self) -> Option<String> {
        let other = self.other_reading.as_ref()?.side.due?;
        let alarm = self.alarm.filter(|_| Some(other) != self.first.due)?;
        Some(format!("The date that is safe under both readings is {}.", long(alarm)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn worked(key: &str, inputs: Inputs) -> Worked {
        let duty = duty::find(key).expect("a duty");
        work(duty, &inputs, &Settings::default(), Calendar::england()).expect("an answer")
    }

    #[test]
    fn the_answer_is_a_sentence_that_begins_with_the_date() {
        let answer = worked("lgsco_report_consider_and_notify", Inputs::from(date(2026, 3, 3)));
        assert_eq!(answer.answer, "2 June 2026, a Tuesday, is the last day to act.");
        let unknown = worked("lgsco_report_consider_and_notify", Inputs::NOTHING);
        assert!(unknown.answer.starts_with("Cannot say yet, because it is not known when"), "{}", unknown.answer);
    }

    #[test]
    fn both_readings_are_given_and_the_safer_is_named() {
        let inputs = Inputs { report_dated: Some(date(2026, 3, 3)), ..Inputs::from(date(2026, 3, 5)) };
        let answer = worked("lgsco_report_consider_and_notify", inputs);
        assert_eq!(answer.first.due, Some(date(2026, 6, 4)));
        assert_eq!(answer.other_reading.as_ref().and_then(|o| o.side.due), Some(date(2026, 6, 2)));
        assert_eq!(answer.safer().expect("words"), "The date that is safe under both readings is 2 June 2026.");
    }
}
