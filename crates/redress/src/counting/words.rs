//! How a rule came to its date: steps in plain words, for a page, a letter and a court.

use jiff::civil::Date;
use serde::Serialize;

use super::rule::{Local, local};
use super::{Corresponding, Given, Outcome, Period, Rule, corresponding, number, plus};
use crate::calendar::{Calendar, DayKind};
use crate::day::{clock, long, with_weekday};

/// One step of the working.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// A sentence.
    pub words: String,
    /// The day it speaks of, where it speaks of one.
    pub date: Option<Date>,
}

fn step(words: impl Into<String>, date: impl Into<Option<Date>>) -> Step {
    Step { words: words.into(), date: date.into() }
}

impl Rule {
    /// The steps from what is given to the answer.
    pub fn explain(&self, given: &Given, calendar: &Calendar) -> Vec<Step> {
        let outcome = self.outcome(given, calendar);
        if let Outcome::CannotSay(missing) = outcome {
            return vec![step(format!("Cannot say yet, because {}.", missing.words()), None)];
        }
        let answer = match outcome {
            Outcome::On(date) => Some(date),
            _ => None,
        };
        match (*self, given.from) {
            (Rule::BeginningWith(p) | Rule::AtLeastEvery(p), Some(from)) => beginning(from, p),
            (Rule::KeepForYears(years), Some(from)) => beginning(from, Period::Years(years)),
            (Rule::BeginningTheDayAfter(p), Some(from)) => {
                let mut steps = vec![step(format!("{} is not counted: the period begins the day after it.", long(from)), from)];
                steps.extend(plus(from, 1).map(|first| beginning(first, p)).unwrap_or_default());
                steps
            }
            (Rule::OfTheDate(p) | Rule::NotMoreThanAfter(p) | Rule::NotLaterThanAfter(p) | Rule::NotSoonerThanAfter(p), Some(from)) => {
                after(from, p)
            }
            (Rule::OfTheDateAsStated(what), Some(from)) => match given.period {
                Some(p) => after(from, p),
                None => vec![step(format!("The day is {what}."), answer)],
            },
            (Rule::ClearDaysBefore { days, kind }, Some(event)) => before(event, days, kind, answer, calendar),
            (Rule::ClearDaysAfter { days, kind }, Some(from)) => elapsed(from, days, kind, answer, calendar),
            (Rule::DaysAfter { days, kind }, Some(from)) => counted(from, days, kind, answer, calendar),
            (Rule::LocalDaysAfter { .. }, Some(_)) if given.stated.is_some() => answer
                .map(|d| step(format!("The council's rules or the letter name the day: {}.", with_weekday(d)), d))
                .into_iter()
                .collect(),
            (Rule::LocalDaysAfter { usual, kind }, Some(from)) => match local(usual, given.period) {
                Local::Period(period) => after(from, period),
                Local::Days(days) => {
                    let said = if given.period.is_some() {
                        "as the council's rules or the letter say"
                    } else {
                        "the usual number; check the council's rules or the letter"
                    };
                    let mut steps = vec![step(format!("{} {}: {said}.", capital(&super::period::number_word(days)), kind.plural()), None)];
                    steps.extend(counted(from, days, kind, answer, calendar));
                    steps
                }
            },
            (Rule::OfTheDateOutsideBreaks { days, .. }, Some(from)) => {
                let unmoved = super::of_the_date(from, Period::Days(days));
                let moves = "A last day on a Sunday, or in the Christmas, Easter or a bank holiday break, moves on: section 243";
                let mut steps = after(from, Period::Days(days));
                steps.extend(answer.filter(|d| Some(*d) != unmoved).map(|d| step(format!("{moves}. It is {}.", with_weekday(d)), d)));
                steps
            }
            (Rule::EndOfFirstBusinessDayAfter, Some(from)) => {
                let mut steps = vec![step(format!("{} itself is not counted.", long(from)), from)];
                steps.extend(left_out(from, answer, DayKind::Business, calendar));
                steps.extend(answer.map(|d| {
                    step(format!("The first business day after it is {}; the answer is the end of that day.", with_weekday(d)), d)
                }));
                steps
            }
            (Rule::WithinHours(hours), Some(from)) => hours_after(from, given, hours, outcome),
            (Rule::AsSoonAsPracticable, Some(from)) => {
                vec![step(
                    format!("The law names no day: as soon as practicable after {}. The age is counted from that day.", long(from)),
                    from,
                )]
            }
            (Rule::OnDemand, from) => {
                let day = from.map_or_else(String::new, |d| format!(", {}", long(d)));
                vec![step(
                    format!("Due on demand: from the day of the demand{day}, with no time allowed. The age is counted from it."),
                    from,
                )]
            }
            (Rule::AsSoonAsPracticable, None) => vec![step("The law names no day: as soon as practicable.", None)],
            (Rule::NextSuitableMeeting, _) => answer
                .map(|d| step(format!("The next suitable meeting, passing over extraordinary ones, is on {}.", long(d)), d))
                .into_iter()
                .collect(),
            (Rule::NamedMeeting, _) => answer.map(|d| step(format!("The meeting named is on {}.", long(d)), d)).into_iter().collect(),
            (Rule::ByEvent(what) | Rule::ByDateStated(what), _) => {
                answer.map(|d| step(format!("{}: {}.", capital(what), long(d)), d)).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }
}

fn beginning(first: Date, period: Period) -> Vec<Step> {
    let mut steps = vec![step(format!("{} is day one: the period begins with it.", long(first)), first)];
    match period.days() {
        Some(days) => steps.extend(plus(first, days - 1).map(|last| {
            step(
                format!("{}, {days} {} in all, end on {}.", capital(&period.words()), if days == 1 { "day" } else { "days" }, long(last)),
                last,
            )
        })),
        None => match corresponding(first, period.months()) {
            Some(Corresponding::Is(date)) => {
                steps.push(step(format!("{} on, the corresponding date is {}.", capital(&period.words()), long(date)), date));
                steps.extend(plus(date, -1).map(|last| step(format!("The period ends the day before: {}.", long(last)), last)));
            }
            Some(Corresponding::EndOfMonth(last)) => steps.push(no_such_day(first, last)),
            None => {}
        },
    }
    steps
}

fn after(from: Date, period: Period) -> Vec<Step> {
    let mut steps = vec![step(format!("{} is not counted: the period runs after it.", long(from)), from)];
    match period.days() {
        Some(days) => steps.extend(plus(from, days).map(|last| {
            step(format!("{} after it {} {}.", capital(&period.words()), if days == 1 { "is" } else { "end on" }, long(last)), last)
        })),
        None => match corresponding(from, period.months()) {
            Some(Corresponding::Is(date)) => {
                steps.push(step(format!("{} on, the corresponding date is {}.", capital(&period.words()), long(date)), date));
            }
            Some(Corresponding::EndOfMonth(last)) => steps.push(no_such_day(from, last)),
            None => {}
        },
    }
    steps
}

fn no_such_day(first: Date, last: Date) -> Step {
    let words = format!(
        "There is no {} {} {}, so the period ends with the month: {}.",
        first.day(),
        crate::day::month(last.month()),
        last.year(),
        long(last)
    );
    step(words, last)
}

fn before(event: Date, days: u16, kind: DayKind, answer: Option<Date>, calendar: &Calendar) -> Vec<Step> {
    let mut steps = vec![step(format!("{}, the day of the meeting or decision, is not counted.", with_weekday(event)), event)];
    let Some(answer) = answer else { return steps };
    let (first, last) = (number::of(answer) + 1, number::of(event) - 1);
    steps.push(clear(days, kind, first, last, calendar));
    steps.extend(left_out(answer, Some(event), kind, calendar));
    steps.push(step(format!("The day of publishing is not counted either: publish on or before {}.", with_weekday(answer)), answer));
    steps
}

fn elapsed(from: Date, days: u16, kind: DayKind, answer: Option<Date>, calendar: &Calendar) -> Vec<Step> {
    let mut steps = vec![step(format!("{}, the day of the notice, is not counted.", with_weekday(from)), from)];
    let Some(answer) = answer else { return steps };
    steps.push(clear(days, kind, number::of(from) + 1, number::of(answer) - 1, calendar));
    steps.extend(left_out(from, Some(answer), kind, calendar));
    steps.push(step(format!("Act on or after {}, the day after the last of them.", with_weekday(answer)), answer));
    steps
}

fn counted(from: Date, days: u16, kind: DayKind, answer: Option<Date>, calendar: &Calendar) -> Vec<Step> {
    let mut steps = vec![step(format!("{} is not counted.", with_weekday(from)), from)];
    steps.extend(left_out(from, answer, kind, calendar));
    steps.extend(answer.map(|d| {
        let unit = if days == 1 { kind.singular() } else { kind.plural() };
        step(format!("{} {unit} after it end on {}.", capital(&super::period::number_word(days)), with_weekday(d)), d)
    }));
    steps
}

/// The clear days one by one when they are few, and as a run otherwise.
fn clear(days: u16, kind: DayKind, first: i32, last: i32, calendar: &Calendar) -> Step {
    let inside: Vec<Date> = (first..=last).filter(|d| calendar.counts(kind, *d)).filter_map(number::date).collect();
    let list = match inside.as_slice() {
        [] => "none".to_string(),
        [one] => long(*one),
        [start, .., end] if inside.len() > 10 => format!("from {} to {}", long(*start), long(*end)),
        [rest @ .., end] => format!("{} and {}", rest.iter().map(|d| short(*d)).collect::<Vec<_>>().join(", "), long(*end)),
    };
    step(format!("{} clear {}: {list}.", capital(&super::period::number_word(days)), kind.plural()), None)
}

/// The bank holidays passed over between two days.
fn left_out(from: Date, to: Option<Date>, kind: DayKind, calendar: &Calendar) -> Option<Step> {
    if kind == DayKind::Calendar {
        return None;
    }
    let mut passed: Vec<_> = calendar.holidays_between(kind, from, to?).filter(|h| !number::is_weekend(number::of(h.date))).collect();
    passed.sort_by_key(|h| h.date);
    let names: Vec<String> = passed.iter().map(|h| format!("{} ({})", short(h.date), h.name)).collect();
    let holidays = if names.is_empty() { String::new() } else { format!("; {}", names.join(", ")) };
    Some(step(format!("Not counted: Saturdays and Sundays{holidays}."), None))
}

fn hours_after(from: Date, given: &Given, hours: u16, outcome: Outcome) -> Vec<Step> {
    let (Some(at), Outcome::At(end)) = (given.at, outcome) else { return Vec::new() };
    let mut steps = vec![step(format!("The clock starts at {} on {}.", clock(at), long(from)), from)];
    // Only where the clocks change inside the period does the time of day move, when the hours make whole days.
    if hours.is_multiple_of(24) && end.time() != at {
        steps.push(step("The clocks change in between: the hours are counted as they pass, not as the clock shows them.", None));
    }
    steps.push(step(
        format!(
            "{} clock hours later, weekends and holidays counted: {} on {}.",
            capital(&super::period::number_word(hours)),
            clock(end.time()),
            with_weekday(end.date())
        ),
        end.date(),
    ));
    steps
}

fn short(date: Date) -> String {
    format!("{} {}", date.day(), crate::day::month(date.month()))
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
