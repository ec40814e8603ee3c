//! The bodies that a councillor sits on, with the days, from what is published of each body.

use maud::{Markup, html};
use redress::body::shown::ShownSeat;
use redress::day::long;
use redress::public::{Kind, Record, address};
use redress_store::register::query::Order;
use serde::Serialize;

use crate::failure::Failure;
use crate::site::Site;

/// A seat with its body.
#[derive(Debug, Serialize)]
pub struct Seat {
    /// The body's address.
    pub body: String,
    /// The body's name.
    pub body_name: String,
    /// The seat.
    #[serde(flatten)]
    pub seat: ShownSeat,
}

/// The seats of a member, those without an end first, then the last that ended first.
pub async fn read(site: &Site, member: &str) -> Result<Vec<Seat>, Failure> {
    let mut seats = Vec::new();
    for entry in site.all(Kind::Body, Order::Title).await? {
        if let (_, Record::Body(body)) = site.standing(Kind::Body, &entry.key).await? {
            let shown = body.shown.map(|shown| shown.seats).unwrap_or_default();
            let own = shown.into_iter().filter(|seat| seat.member == member);
            seats.extend(own.map(|seat| Seat { body: body.slug.clone(), body_name: body.name.clone(), seat }));
        }
    }
    seats.sort_by_key(|s| (s.seat.until.is_some(), std::cmp::Reverse(s.seat.until), s.body_name.clone(), s.seat.from));
    Ok(seats)
}

/// The section of the page.
pub fn section(seats: &[Seat]) -> Markup {
    html! {
        @if !seats.is_empty() {
            h2.govuk-heading-m { "Seats on bodies" }
            ul.redress-entries {
                @for seat in seats {
                    li.redress-entry {
                        p.redress-entry__title { a.govuk-link href=(address(Kind::Body, &seat.body)) { (seat.body_name) } }
                        p.redress-entry__facts {
                            (seat.seat.capacity.words()) ", from " (long(seat.seat.from))
                            @match seat.seat.until { Some(last) => { " to " (long(last)) }, None => ", until further notice" }
                        }
                    }
                }
            }
        }
    }
}
