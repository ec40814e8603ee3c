//! The list of councillors.

use std::collections::BTreeSet;

use axum::extract::State;
use maud::{Markup, html};
use redress::public::member::Member;
use redress::public::{Kind, Record, address};
use redress_store::register::query::Order;
use serde::Serialize;

use super::asked::Asked;
use super::{Answer, Format, Head, Render, Section, answer};
use crate::failure::Failure;
use crate::layout::filter::Filter;
use crate::site::Site;

/// The councillors that a filter leaves, by name.
#[derive(Debug, Serialize)]
pub struct Councillors {
    /// What was asked.
    pub filter: Filter,
    /// The councillors.
    pub members: Vec<Member>,
    /// How many there are.
    pub total: usize,
}

/// `/councillors`
pub async fn list(State(site): State<Site>, format: Format, asked: Asked) -> Answer {
    Ok(answer(&site, &format, &load(&site, &asked).await?))
}

async fn load(site: &Site, asked: &Asked) -> Result<Councillors, Failure> {
    let mut members = Vec::new();
    for entry in site.all(Kind::Member, Order::Title).await? {
        if let (_, Record::Member(member)) = site.standing(Kind::Member, &entry.key).await? {
            members.push(member);
        }
    }
    let filter = Filter::new("/councillors", asked, Vec::new())
        .words("name", "Words in the name", "")
        .choice("ward", "Ward", choices(members.iter().filter_map(|m| m.ward.as_deref())))
        .choice("party", "Party", choices(members.iter().filter_map(|m| m.party.as_deref())));
    members.retain(|member| fits(member, asked));
    Ok(Councillors { filter, total: members.len(), members })
}

fn choices<'a>(values: impl Iterator<Item = &'a str>) -> Vec<(String, String)> {
    values.collect::<BTreeSet<_>>().into_iter().map(|value| (value.into(), value.into())).collect()
}

fn fits(member: &Member, asked: &Asked) -> bool {
    let is = |name, value: Option<&str>| asked.get(name).is_empty() || value == Some(asked.get(name));
    let named = member.name.to_lowercase().contains(&asked.get("name").to_lowercase());
    named && is("ward", member.ward.as_deref()) && is("party", member.party.as_deref())
}

impl Render for Councillors {
    fn head(&self) -> Head {
        Head::new("Councillors", self.filter.address(), Section::Councillors)
    }

    fn body(&self) -> Markup {
        html! {
            h1.govuk-heading-l { "Councillors" }
            p.govuk-body { "Councillors and co-opted members on record." }
            div.govuk-grid-row {
                div.govuk-grid-column-one-third { (self.filter.form()) }
                div.govuk-grid-column-two-thirds {
                    (self.filter.chosen())
                    @if self.members.is_empty() {
                        p.govuk-body { "No councillor on record fits. " a.govuk-link href="/councillors" { "See every councillor" } "." }
                    } @else {
                        p.govuk-body { (self.total) " in all." }
                        ul.redress-entries { @for member in &self.members { (line(member)) } }
                    }
                }
            }
        }
    }
}

fn line(member: &Member) -> Markup {
    let facts: Vec<&str> = [&member.ward, &member.party, &member.posts].into_iter().filter_map(|f| f.as_deref()).collect();
    html! {
        li.redress-entry {
            p.redress-entry__title { a.govuk-link href=(address(Kind::Member, &member.slug)) { (member.name) } }
            @if !facts.is_empty() { p.redress-entry__facts { (facts.join(", ")) } }
        }
    }
}
