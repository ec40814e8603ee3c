//! How the council works: its name, governance, readings of the law, colour, and the bank holidays that dates rest on.

use axum::extract::State;
use maud::{Markup, html};
use redress::access::{Act, Subject};
use redress::duty::{Choice, Settings};
use serde::Serialize;

use super::{answer, at};
use crate::colour::USUAL;
use crate::council::{GOVERNANCES, KEY_THRESHOLD};
use crate::desk::DeskSite;
use crate::desk::deed::{Context, Deed};
use crate::desk::deeds::set_readings::{arises, chosen};
use crate::desk::deeds::{
    set_colour::SetColour,
    set_key_threshold::SetKeyThreshold,
    set_name::SetName,
    set_readings::SetReadings,
    set_restricted_offline::{RESTRICTED_OFFLINE, SetRestrictedOffline, allowed},
    set_working::SetWorking,
};
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;
use crate::statute::holidays;

/// What is set.
#[derive(Debug, Serialize)]
struct Shown {
    name: String,
    governance: &'static str,
    call_in_days: u16,
    readings: Settings,
    /// The sum of a key decision in pounds, with when it was set last and by whom.
    key_pounds: Option<u64>,
    key_pounds_set: Option<(String, String)>,
    /// Whether devices keep restricted papers, with when it was set last and by whom.
    restricted_offline: bool,
    restricted_offline_set: Option<(String, String)>,
    colour: String,
    /// When bank holidays were imported last, and by whom.
    bank_holidays_imported: Option<(String, String)>,
    /// The last year whose bank holidays are published.
    bank_holidays_until: Option<i16>,
}

/// `/desk/settings`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::ChangeSettings, &Subject::council())?;
    let council = context.desk.site.council();
    let shown = Shown {
        name: council.authority.to_string(),
        governance: council.governance_word(),
        call_in_days: council.call_in_days,
        readings: council.readings,
        key_pounds: council.key_pounds,
        key_pounds_set: context.desk.desk.last_set(KEY_THRESHOLD).await?,
        restricted_offline: allowed(&context).await?,
        restricted_offline_set: context.desk.desk.last_set(RESTRICTED_OFFLINE).await?,
        colour: council.colour.unwrap_or(USUAL).hex(),
        bank_holidays_imported: context.desk.desk.last_set(holidays::SETTING).await?,
        bank_holidays_until: context.desk.site.calendar.published_years().last().copied(),
    };
    let body = body(&shown);
    Ok(answer(&context, &format, &asked, "Settings", &shown, body))
}

fn body(shown: &Shown) -> Markup {
    let governance = GOVERNANCES.iter().find(|(word, _)| *word == shown.governance).map_or("", |(_, words)| words);
    html! {
        h1.govuk-heading-l { "Settings" }
        dl.govuk-summary-list {
            (row("Name", html! { (shown.name) }, change::<SetName>()))
            (row("Governance", html! { (governance) }, change::<SetWorking>()))
            (row("Call-in", html! { @if shown.call_in_days == 0 { "Nothing is called in" } @else { (shown.call_in_days) " working days" } }, change::<SetWorking>()))
            (row("Sum of a key decision", key_pounds(shown), change::<SetKeyThreshold>()))
            (row("Restricted papers on devices", restricted_offline(shown), change::<SetRestrictedOffline>()))
            (row("Colour", html! { (shown.colour) }, change::<SetColour>()))
        }
        h2.govuk-heading-m { "Readings of the law" }
        dl.govuk-summary-list { @for choice in Choice::ALL { (row_of(arises(choice), html! { (chosen(shown.readings, choice)) }, None)) } }
        p.govuk-body { (change::<SetReadings>()) }
        h2.govuk-heading-m { "Bank holidays" }
        p.govuk-body {
            @match &shown.bank_holidays_imported {
                Some((when, who)) => { "Imported last on " (at(when)) ", by " (who) "." },
                None => "None were imported: dates rest on those that came with the program.",
            }
            @if let Some(year) = shown.bank_holidays_until { " They are published up to " (year) "; later dates are provisional." }
        }
        p.govuk-body { "Whoever runs the server takes in the government’s file with " code { "redress holidays --import" } ", which says which dates it moves. " a.govuk-link href="https://www.gov.uk/bank-holidays.json" { "The file on GOV.UK" } }
    }
}

fn key_pounds(shown: &Shown) -> Markup {
    html! {
        @match shown.key_pounds {
            Some(pounds) => (redress::forward_plan::Threshold(pounds).words()),
            None => "Not set: any sum makes a decision key",
        }
        @if let Some((when, who)) = &shown.key_pounds_set { ", set on " (at(when)) " by " (who) }
    }
}

fn restricted_offline(shown: &Shown) -> Markup {
    html! {
        @if shown.restricted_offline { "Members may keep them on a device" } @else { "Never kept on a device" }
        @if let Some((when, who)) = &shown.restricted_offline_set { ", set on " (at(when)) " by " (who) }
    }
}

fn change<D: Deed>() -> Markup {
    html! { a.govuk-link href=(D::PATH) { (D::TITLE) } }
}

fn row(words: &str, value: Markup, link: Markup) -> Markup {
    row_of(html! { (words) }, value, Some(link))
}

fn row_of(words: Markup, value: Markup, link: Option<Markup>) -> Markup {
    html! {
        div.govuk-summary-list__row {
            dt.govuk-summary-list__key { (words) }
            dd.govuk-summary-list__value { (value) }
            @if let Some(link) = link { dd.govuk-summary-list__actions { (link) } }
        }
    }
}
