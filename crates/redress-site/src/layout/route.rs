//! The picture of an issue's route: one box under another, so that it fits the narrowest window.
//!
//! A box has a solid line where an item is on record and a broken one where a text only mentions the meeting. The same
//! route stands beside the picture as a list of words; the picture's description repeats it for those who do not see it.

use maud::{Markup, html};
use redress::day;
use redress::issue::Stop;

const WIDTH: u32 = 320;
const LINE: u32 = 20;
const GAP: u32 = 28;
const LETTERS: usize = 32;

/// The picture.
pub fn picture(stops: &[Stop]) -> Markup {
    let boxes = boxes(stops);
    let height = boxes.last().map_or(0, |b| b.top + b.height) + 4;
    html! {
        svg.redress-route xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (WIDTH) " " (height) } width=(WIDTH) height=(height)
            role="img" aria-labelledby="route-title route-description" {
            title #route-title { "The route of this issue through meetings" }
            desc #route-description { (description(stops)) }
            @for (at, drawn) in boxes.iter().enumerate() {
                @if at > 0 { (arrow(drawn.top)) }
                (drawn.draw())
            }
        }
    }
}

/// The route in one sentence a stop.
pub fn description(stops: &[Stop]) -> String {
    stops.iter().map(|stop| format!("{}. ", sentence(stop))).collect::<String>().trim_end().into()
}

/// `14 February 2024: Cabinet, item on record`.
pub fn sentence(stop: &Stop) -> String {
    let known = if stop.item.is_some() { "item on record" } else { "mentioned, no item on record here" };
    format!("{}: {}, {known}", date_words(stop), body_words(stop))
}

/// The day, or that there is none on record.
pub fn date_words(stop: &Stop) -> String {
    stop.date.map_or_else(|| "Date not recorded".into(), day::long)
}

/// The body, or that there is none on record.
pub fn body_words(stop: &Stop) -> &str {
    stop.body.as_deref().unwrap_or("Body not recorded")
}

struct Drawn<'a> {
    stop: &'a Stop,
    lines: Vec<String>,
    top: u32,
    height: u32,
}

fn boxes(stops: &[Stop]) -> Vec<Drawn<'_>> {
    let mut top = 4;
    let mut drawn = Vec::with_capacity(stops.len());
    for stop in stops {
        let lines = wrapped(body_words(stop), LETTERS);
        // The date's line, the body's lines, and for a mention a line that says so.
        let rows = 1 + lines.len() as u32 + u32::from(stop.item.is_none());
        let height = rows * LINE + 16;
        drawn.push(Drawn { stop, lines, top, height });
        top += height + GAP;
    }
    drawn
}

impl Drawn<'_> {
    fn draw(&self) -> Markup {
        let dashes = self.stop.item.is_none().then_some("7 5");
        let fill = if self.stop.item.is_some() { "#eef5f5" } else { "none" };
        html! {
            rect x="2" y=(self.top) width=(WIDTH - 4) height=(self.height) rx="4" fill=(fill) stroke="currentColor"
                stroke-width="2" stroke-dasharray=[dashes] {}
            text x="14" y=(self.row(0)) font-size="15" font-weight="bold" { (date_words(self.stop)) }
            @for (at, line) in self.lines.iter().enumerate() {
                text x="14" y=(self.row(at as u32 + 1)) font-size="16" { (line) }
            }
            @if self.stop.item.is_none() {
                text x="14" y=(self.row(self.lines.len() as u32 + 1)) font-size="14" font-style="italic" { "Mentioned only" }
            }
        }
    }

    fn row(&self, at: u32) -> u32 {
        self.top + 8 + 15 + at * LINE
    }
}

fn arrow(to: u32) -> Markup {
    let middle = WIDTH / 2;
    html! {
        path d={ "M" (middle) " " (to - GAP + 3) "V" (to - 4) "m-6 -7 6 7 6 -7" } fill="none" stroke="currentColor" stroke-width="2" {}
    }
}

/// Words in lines of at most so many letters; a longer word has a line to itself.
pub(super) fn wrapped(text: &str, letters: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= letters => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.into()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn stops() -> [Stop; 2] {
        [
            Stop { date: Some(date(2021, 5, 4)), body: Some("Cabinet".into()), item: None, outcome: String::new() },
            Stop {
                date: Some(date(2021, 7, 22)),
                body: Some("Children & Young People <Overview> and Scrutiny Committee".into()),
                item: Some("2021-07-22-council/183".into()),
                outcome: "Noted".into(),
            },
        ]
    }

    #[test]
    fn the_picture_says_in_words_what_it_shows() {
        let svg = picture(&stops()).into_string();
        assert!(svg.contains("4 May 2021: Cabinet, mentioned, no item on record here. 22 July 2021: Children &amp; Young People"));
        assert!(svg.contains("role=\"img\"") && !svg.contains(" style="));
    }

    #[test]
    fn only_a_mention_has_a_broken_line() {
        assert_eq!(picture(&stops()).into_string().matches("stroke-dasharray").count(), 1);
    }

    #[test]
    fn long_names_wrap() {
        let lines = wrapped("Children and Young People Overview and Scrutiny Committee", LETTERS);
        assert_eq!(lines, ["Children and Young People", "Overview and Scrutiny Committee"]);
    }
}
