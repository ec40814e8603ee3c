//! The picture of a plan: days down a line, each with what falls on it, so that it fits the narrowest window.
//!
//! The space between two days grows with the time between them, up to a limit; a broken line stands for more. Meetings
//! are squares, last days are filled, all other days are rings; the words say the same, and a table beside it says it all.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::counting::days_between;
use redress::day;
use redress::duty::DateIs;
use redress::plan::{Plan, PlanStep};

const WIDTH: u32 = 320;
const LINE: u32 = 19;
const LEFT: u32 = 14;
const WORDS: u32 = 32;
const LETTERS: usize = 37;
/// The space between days is at least this, and at most `MOST`.
const LEAST: u32 = 14;
const MOST: u32 = 54;

/// The picture.
pub fn picture(plan: &Plan) -> Markup {
    let days = days(plan);
    let height = days.last().map_or(0, |d| d.top + d.height()) + 8;
    html! {
        svg.redress-route xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (WIDTH) " " (height) } width=(WIDTH) height=(height)
            role="img" aria-labelledby="timeline-title timeline-description" {
            title #timeline-title { "The path of the report in time" }
            desc #timeline-description { (description(&days)) }
            @for pair in days.windows(2) {
                @if let [above, below] = pair { (line(above, below)) }
            }
            @for day in &days { (day.draw()) }
        }
    }
}

/// A day with everything that falls on it.
struct Drawn {
    on: Date,
    top: u32,
    mark: Mark,
    words: Vec<String>,
    lines: Vec<String>,
}

/// What a day is first of all.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    Other,
    Last,
    Meeting,
}

fn days(plan: &Plan) -> Vec<Drawn> {
    let mut days: Vec<Drawn> = Vec::new();
    for step in &plan.steps {
        let Some(on) = step.on else { continue };
        let (mark, words) = (mark(step, plan), words(step));
        match days.last_mut().filter(|d| d.on == on) {
            Some(day) => {
                day.mark = day.mark.max(mark);
                day.words.push(words);
            }
            None => days.push(Drawn { on, top: 0, mark, words: vec![words], lines: Vec::new() }),
        }
    }
    let (mut top, mut before) = (4, None);
    for day in &mut days {
        day.lines = day.words.iter().flat_map(|words| super::route::wrapped(words, LETTERS)).collect();
        top += before.map_or(0, |earlier| gap(earlier, day.on));
        day.top = top;
        top += day.height();
        before = Some(day.on);
    }
    days
}

fn mark(step: &PlanStep, plan: &Plan) -> Mark {
    let meeting = plan.planned_for.as_ref().is_some_and(|m| step.duty.is_none() && step.on == Some(m.date));
    match step.date_is {
        _ if meeting => Mark::Meeting,
        Some(DateIs::LastDay | DateIs::LastDayToPublish) => Mark::Last,
        _ => Mark::Other,
    }
}

fn words(step: &PlanStep) -> String {
    match step.date_is {
        Some(DateIs::LastDay | DateIs::LastDayToPublish) => format!("Last day: {}", step.what),
        Some(DateIs::EndOfPeriod) => format!("Ends: {}", step.what),
        _ => step.what.clone(),
    }
}

fn gap(from: Date, to: Date) -> u32 {
    u32::try_from(days_between(from, to)).unwrap_or(0).saturating_mul(2).clamp(LEAST, MOST)
}

fn description(days: &[Drawn]) -> String {
    let sentences: Vec<String> = days.iter().map(|d| format!("{}: {}.", day::with_weekday(d.on), d.words.join("; "))).collect();
    sentences.join(" ")
}

/// The line between two days; broken where it is shorter than the time would have it.
fn line(above: &Drawn, below: &Drawn) -> Markup {
    let long = gap(above.on, below.on) == MOST;
    html! {
        path d={ "M" (LEFT) " " (above.top + 18) "V" (below.top + 4) } fill="none" stroke="currentColor" stroke-width="2"
            stroke-dasharray=[long.then_some("4 5")] {}
    }
}

impl Drawn {
    fn height(&self) -> u32 {
        (1 + u32::try_from(self.lines.len()).unwrap_or(0)) * LINE + 4
    }

    fn draw(&self) -> Markup {
        let middle = self.top + 11;
        html! {
            @match self.mark {
                Mark::Meeting => rect x=(LEFT - 8) y=(middle - 8) width="16" height="16" fill="#0b5351" stroke="currentColor" stroke-width="2" {},
                Mark::Last => circle cx=(LEFT) cy=(middle) r="6" fill="currentColor" stroke="currentColor" stroke-width="2" {},
                Mark::Other => circle cx=(LEFT) cy=(middle) r="6" fill="#ffffff" stroke="currentColor" stroke-width="2" {},
            }
            text x=(WORDS) y=(self.top + 16) font-size="15" font-weight="bold" { (day::with_weekday(self.on)) }
            @for (at, line) in self.lines.iter().enumerate() {
                text x=(WORDS) y=(self.top + 16 + (at as u32 + 1) * LINE) font-size="14" { (line) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use redress::calendar::Calendar;
    use redress::plan::{ListedMeeting, Matter, MeetingKind, PlanSettings, plan};

    fn made() -> Plan {
        let cabinet = ListedMeeting { date: date(2026, 4, 14), body: "Cabinet <1>".into(), kind: MeetingKind::Executive, cancelled: false };
        plan(&Matter::received(date(2026, 3, 3)), &[cabinet], &PlanSettings::default(), Calendar::england()).unwrap()
    }

    #[test]
    fn the_picture_says_in_words_what_it_shows() {
        let svg = picture(&made()).into_string();
        assert!(svg.contains("Tuesday 14 April 2026: Cabinet &lt;1&gt; meets."), "{svg}");
        assert!(svg.contains("role=\"img\"") && !svg.contains(" style=") && !svg.contains("<script"));
    }

    #[test]
    fn days_stand_in_order_and_do_not_overlap() {
        let days = days(&made());
        assert!(days.windows(2).all(|w| w[0].on < w[1].on && w[0].top + w[0].height() < w[1].top));
        assert_eq!(days.iter().filter(|d| d.mark == Mark::Meeting).count(), 1);
        assert!(days.iter().flat_map(|d| &d.lines).all(|l| l.chars().count() <= LETTERS));
    }
}
