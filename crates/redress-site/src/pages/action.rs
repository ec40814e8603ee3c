//! An action of a decision: what is to be done, by whom, by when, how it stands.

use axum::extract::{Path, State};
use jiff::civil::Date;
use maud::{Markup, html};
use redress::action::Status;
use redress::public::action::Action;
use redress::public::publication::Publication;
use redress::public::{Kind, Record, address};
use serde::Serialize;

use super::{Answer, Format, Head, Render, Section, answer};
use crate::failure::Failure;
use crate::layout::action::days;
use crate::layout::published;
use crate::layout::summary::{Summary, day};
use crate::site::Site;

/// An action as it stands on a day.
#[derive(Serialize)]
pub struct ActionPage {
    /// The action.
    pub action: Action,
    /// How it stands.
    pub status: Status,
    /// Days past the original date.
    pub days_late: Option<i32>,
    /// The day for which this is said.
    pub as_of: Date,
    /// The publication that stands.
    pub publication: Publication,
}

/// `/actions/{action}`
pub async fn show(State(site): State<Site>, format: Format, Path(key): Path<String>) -> Answer {
    let today = site.clock.today();
    let (publication, Record::Action(action)) = site.standing(Kind::Action, &key).await? else {
        return Err(Failure::NotFound);
    };
    let page = ActionPage { status: action.status(today), days_late: action.days_late(today), as_of: today, action: *action, publication };
    Ok(answer(&site, &format, &page))
}

/// Everything that the public reads of it.
pub fn facts(action: &Action, today: Date) -> Markup {
    let none = html! { "The decision gives none" };
    let mut rows = Summary::default()
        .row("What is to be done", html! { (action.words) })
        .row("Where it comes from", html! { (action.origin) ", " a.govuk-link href=(address(Kind::Item, &action.item)) { (action.body) ", " (day(action.decided)) } })
        .row("Owner", html! { (action.owner) })
        .words("Reports to", Some(&action.reports_to.join(", ")))
        .row("Original date", action.original.map_or(none, day));
    for more in &action.more_time {
        rows = rows.row("More time", html! { "Until " (day(more.to)) ", given by " (more.given_by) " on " (day(more.on)) ". " (more.why) });
    }
    rows = rows.day("Expected by the owner", action.expected.filter(|_| action.closed.is_none())).row(
        "How it stands",
        html! {
            (action.status(today).words())
            @if let Some(late) = action.days_late(today) { "; " (days(late)) " late by the original date" }
            ", as of " (day(today))
        },
    );
    let words = action.closed_words.as_deref();
    rows = match action.closed {
        Some(closed) if closed.done => rows.words("What shows that it is done", words),
        Some(_) => rows.words("Ended by", words),
        None => rows,
    };
    html! {
        (rows)
        @if !action.notes.is_empty() {
            h2.govuk-heading-m { "How it goes" }
            ul.govuk-list.govuk-list--spaced { @for note in action.notes.iter().rev() { li { strong { (day(note.on)) } br; (note.words) } } }
        }
    }
}

impl Render for ActionPage {
    fn head(&self) -> Head {
        Head::new(self.action.title(), address(Kind::Action, &self.action.key), Section::Decisions).under("Actions", "/actions")
    }

    fn body(&self) -> Markup {
        html! {
            h1.govuk-heading-l { (self.action.title()) }
            (facts(&self.action, self.as_of))
            (published::version(&self.publication))
        }
    }
}
