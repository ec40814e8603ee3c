//! Who sits on a body today, who did, and which places nobody has.

use maud::{Markup, html};
use redress::body::Capacity;
use redress_store::desk::work::body_seat::Seat;
use serde::Serialize;

use crate::desk::deed::Context;
use crate::desk::pages::day;
use crate::failure::Failure;
use crate::layout::{scrolling, tag};

/// The seats of a body.
#[derive(Debug, Serialize)]
pub struct Seats {
    /// Held today, the chair's first.
    pub now: Vec<Seat>,
    /// Still to come.
    pub to_come: Vec<Seat>,
    /// Over, the last first.
    pub over: Vec<Seat>,
    /// Members with a vote of their own today.
    pub votes: u32,
    /// What nobody holds though somebody presides over every body.
    pub vacant: Vec<&'static str>,
}

/// Reads them for a day, as stored.
pub async fn read(context: &Context, body: i64, today: &str) -> Result<Seats, Failure> {
    let all = context.desk.desk.seats_of_body(body).await?;
    let (now, rest): (Vec<Seat>, Vec<Seat>) = all.into_iter().partition(|seat| seat.held_on(today));
    let (to_come, mut over): (Vec<Seat>, Vec<Seat>) = rest.into_iter().partition(|seat| seat.from_date.as_str() > today);
    over.sort_by(|a, b| b.until_date.cmp(&a.until_date).then_with(|| a.name.cmp(&b.name)));
    let votes = now.iter().filter(|seat| seat.capacity().votes()).count();
    let held = |capacity: &Capacity| now.iter().any(|seat| seat.capacity() == *capacity);
    let vacant = [Capacity::Chair, Capacity::ViceChair].into_iter().filter(|c| !now.is_empty() && !held(c)).map(Capacity::words).collect();
    Ok(Seats { votes: u32::try_from(votes).unwrap_or(u32::MAX), vacant, now, to_come, over })
}

/// The section of the page.
pub fn section(body: i64, seats: &Seats) -> Markup {
    html! {
        h2.govuk-heading-m { "Who sits on it" }
        @if seats.now.is_empty() { p.govuk-body { "Nobody has a seat on it today." } } @else { (scrolling("Seats today", table(body, "Today", &seats.now, true))) }
        @for office in &seats.vacant { p.govuk-body { (tag("Vacant", "yellow")) " " (office) } }
        @if !seats.to_come.is_empty() { (scrolling("Seats to come", table(body, "To come", &seats.to_come, true))) }
        @if !seats.over.is_empty() {
            details.govuk-details {
                summary.govuk-details__summary { span.govuk-details__summary-text { "Who sat on it before (" (seats.over.len()) ")" } }
                div.govuk-details__text { (scrolling("Seats that are over", table(body, "Before", &seats.over, false))) }
            }
        }
    }
}

fn table(body: i64, caption: &str, seats: &[Seat], ends: bool) -> Markup {
    html! {
        table.govuk-table {
            caption.govuk-table__caption.govuk-table__caption--s { (caption) }
            thead.govuk-table__head {
                tr.govuk-table__row {
                    th.govuk-table__header scope="col" { "Member" }
                    th.govuk-table__header scope="col" { "Capacity" }
                    th.govuk-table__header scope="col" { "From" }
                    th.govuk-table__header scope="col" { "Until" }
                    @if ends { th.govuk-table__header scope="col" { "Change" } }
                }
            }
            tbody.govuk-table__body {
                @for seat in seats {
                    tr.govuk-table__row {
                        th.govuk-table__header scope="row" { (seat.name) }
                        td.govuk-table__cell { (seat.capacity().words()) }
                        td.govuk-table__cell { (day(&seat.from_date)) }
                        td.govuk-table__cell { (seat.until_date.as_deref().map_or_else(|| "Until further notice".into(), day)) }
                        @if ends {
                            td.govuk-table__cell {
                                a.govuk-link href={ "/desk/bodies/" (body) "/seat?member=" (seat.member_id) "&capacity=" (seat.capacity) "&from=" (seat.from_date) } {
                                    "Last day" span.govuk-visually-hidden { " of the seat of " (seat.name) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
