//! Actions as the desk and the public see them: how each stands, a line of a list.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::action::Status;
use redress::public::action::Action;

use super::tag;

/// How an action stands, in a word with its colour.
pub fn status_tag(status: Status) -> Markup {
    match status {
        Status::UnderWay { .. } => tag("Under way", "blue"),
        Status::Overdue { .. } => tag("Overdue", "red"),
        Status::Done { .. } => tag("Done", "green"),
        Status::Stopped { .. } => tag("Ended", "grey"),
    }
}

/// What a line of a list tells.
pub struct Line<'a> {
    /// Its title.
    pub title: &'a str,
    /// What is to be done.
    pub words: &'a str,
    /// The post.
    pub owner: &'a str,
    /// The original date.
    pub original: Option<Date>,
    /// How it stands.
    pub status: Status,
    /// Days past the original date.
    pub late: Option<i32>,
    /// When the owner expects it.
    pub expected: Option<Date>,
}

/// A line of a list.
pub fn entry(line: &Line<'_>, to: &str) -> Markup {
    html! {
        li.redress-entry {
            p.redress-entry__title { a.govuk-link href=(to) { (line.title) } " " (status_tag(line.status)) }
            p.redress-entry__passage { (line.words) }
            p.redress-entry__facts {
                "Owner: " (line.owner) ". "
                @match line.original { Some(day) => { "Original date " (redress::day::long(day)) ". " }, None => { "The decision gives no date. " } }
                @if let Some(late) = line.late { strong { (days(late)) " late" } " by the original date. " }
                (line.status.words()) "."
                @if let Some(day) = line.expected { " The owner expects it by " (redress::day::long(day)) "." }
            }
        }
    }
}

/// A line of a published action.
pub fn public_entry(action: &Action, to: &str, today: Date) -> Markup {
    let title = action.title();
    let line = Line {
        title: &title,
        words: &action.words,
        owner: &action.owner,
        original: action.original,
        status: action.status(today),
        late: action.days_late(today),
        expected: action.expected.filter(|_| action.closed.is_none()),
    };
    entry(&line, to)
}

/// `1 day`, `12 days`
pub fn days(n: i32) -> String {
    if n == 1 { "1 day".into() } else { format!("{n} days") }
}
