//! The bodies that meet.

use axum::extract::State;
use maud::{Markup, html};
use redress::public::body::Body;
use redress::public::{Kind, Record, address};
use redress_store::register::query::Order;
use serde::Serialize;

use super::{Answer, Format, Head, Render, Section, answer};
use crate::failure::Failure;
use crate::layout::tag;
use crate::site::Site;

/// Every body, by name.
#[derive(Debug, Serialize)]
pub struct Bodies {
    /// The bodies.
    pub bodies: Vec<Body>,
}

/// `/bodies`
pub async fn list(State(site): State<Site>, format: Format) -> Answer {
    Ok(answer(&site, &format, &load(&site).await?))
}

async fn load(site: &Site) -> Result<Bodies, Failure> {
    let mut bodies = Vec::new();
    for entry in site.all(Kind::Body, Order::Title).await? {
        if let (_, Record::Body(body)) = site.standing(Kind::Body, &entry.key).await? {
            bodies.push(body);
        }
    }
    bodies.sort_by_key(|body| body.expired);
    Ok(Bodies { bodies })
}

impl Render for Bodies {
    fn head(&self) -> Head {
        Head::new("Bodies", "/bodies", Section::Meetings).under("Meetings", "/meetings")
    }

    fn body(&self) -> Markup {
        html! {
            h1.govuk-heading-l { "Bodies" }
            p.govuk-body { "The full council and the committees, boards and panels that meet in its name." }
            @if self.bodies.is_empty() {
                p.govuk-body { "No body is on record yet. " a.govuk-link href="/changes" { "See what was published last" } "." }
            } @else {
                ul.redress-entries { @for body in &self.bodies { (line(body)) } }
            }
        }
    }
}

fn line(body: &Body) -> Markup {
    html! {
        li.redress-entry {
            p.redress-entry__title {
                a.govuk-link href=(address(Kind::Body, &body.slug)) { (body.name) }
                @if body.expired { " " (tag("No longer meets", "grey")) }
            }
            p.redress-entry__facts {
                (sentence_case(body.sort.words()))
                @if let Some(category) = &body.category { ". Listed under " (category) }
            }
        }
    }
}

/// The first letter as a capital.
pub fn sentence_case(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
