//! What the council shows of a body: its particulars and who sits on it, over time.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::body::shown::{OtherBody, Shown, ShownSeat};
use redress::day::long;
use redress::public::{Kind, address};

use crate::layout::summary::Summary;
use crate::layout::{scrolling, verbatim};

/// The particulars, as rows below those that every body has.
pub fn rows(mut rows: Summary, shown: &Shown) -> Summary {
    let other = |body: &OtherBody| html! { a.govuk-link href=(address(Kind::Body, &body.slug)) { (body.name) } };
    if let Some(parent) = &shown.parent {
        rows = rows.row("Set up by", other(parent));
    }
    if let Some(words) = &shown.terms_of_reference {
        rows = rows.row("Terms of reference", verbatim::paragraphs(words));
    }
    rows = rows.words("Quorum", shown.quorum.as_deref());
    if let Some(words) = &shown.delegation {
        rows = rows.row("It may decide", verbatim::paragraphs(words));
    }
    if shown.call_in {
        rows = rows.words("Call-in", Some("Its decisions may be called in (Local Government Act 2000, section 9F)"));
    }
    rows = rows.words("Whom to ask", shown.contact.as_deref());
    if let Some(link) = &shown.webcast {
        rows = rows.row("Its meetings are shown at", html! { a.govuk-link href=(link) { (link) } });
    }
    if !shown.aliases.is_empty() {
        rows = rows.row(
            "Names over time",
            html! { ul.govuk-list { @for alias in &shown.aliases { li { (alias.line().replace(" | ", ", ")) } } } },
        );
    }
    rows = rows.day("Set up on", shown.began).day("Last day", shown.ended);
    match &shown.predecessor {
        Some(before) => rows.row("Took over from", other(before)),
        None => rows,
    }
}

/// Who sits on it today, who will, and who did.
pub fn seats(seats: &[ShownSeat], today: Date) -> Markup {
    let now: Vec<&ShownSeat> = seats.iter().filter(|s| s.held_on(today)).collect();
    let rest: Vec<&ShownSeat> = seats.iter().filter(|s| !s.held_on(today)).collect();
    html! {
        @if !seats.is_empty() {
            h2.govuk-heading-m { "Who sits on it" }
            @if now.is_empty() { p.govuk-body { "Nobody has a seat on it today." } } @else { (scrolling("Seats today", table("Today", &now))) }
            @if !rest.is_empty() {
                details.govuk-details {
                    summary.govuk-details__summary { span.govuk-details__summary-text { "Seats at other times (" (rest.len()) ")" } }
                    div.govuk-details__text { (scrolling("Seats at other times", table("At other times", &rest))) }
                }
            }
        }
    }
}

fn table(caption: &str, seats: &[&ShownSeat]) -> Markup {
    html! {
        table.govuk-table {
            caption.govuk-table__caption.govuk-table__caption--s { (caption) }
            thead.govuk-table__head {
                tr.govuk-table__row {
                    th.govuk-table__header scope="col" { "Member" }
                    th.govuk-table__header scope="col" { "Capacity" }
                    th.govuk-table__header scope="col" { "From" }
                    th.govuk-table__header scope="col" { "Until" }
                }
            }
            tbody.govuk-table__body {
                @for seat in seats {
                    tr.govuk-table__row {
                        th.govuk-table__header scope="row" { a.govuk-link href=(address(Kind::Member, &seat.member)) { (seat.name) } }
                        td.govuk-table__cell { (seat.capacity.words()) }
                        td.govuk-table__cell { (long(seat.from)) }
                        td.govuk-table__cell { (seat.until.map_or_else(|| "Until further notice".into(), long)) }
                    }
                }
            }
        }
    }
}
