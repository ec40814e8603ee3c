//! Items that wait for the Ombudsman to publish. The last day for the agenda does not wait: late that day there is a choice.

use jiff::civil::{Date, Time, time};
use maud::{Markup, html};
use redress::agenda::waits::{Choice, Waits, standing};
use redress::day::with_weekday;
use redress::embargo::{Embargo, Lifts, State};
use redress::publishing::agenda_notice;
use redress_store::desk::work::agenda::Agenda;
use redress_store::desk::work::meeting::PlannedMeeting;
use serde::Serialize;

use crate::desk::deed::Context;
use crate::desk::proposal;
use crate::failure::Failure;
use crate::layout::tag;

/// The hour of the last day at which the clerk is asked: what is not public by then will not be before the day is over.
const ASKS_AT: Time = time(16, 0, 0, 0);

/// An item that waits.
#[derive(Debug, Serialize)]
pub struct Waiting {
    item: i64,
    title: String,
    #[serde(flatten)]
    waits: Waits,
    /// The address of the deed for each choice.
    deeds: Vec<(Choice, String)>,
}

/// The items of an agenda that wait for the Ombudsman, or waited.
pub async fn read(context: &Context, meeting: &PlannedMeeting, agenda: &Agenda) -> Result<Vec<Waiting>, Failure> {
    let now = context.now.datetime();
    let Some(held) = meeting.on_date.parse::<Date>().ok().filter(|on| *on >= now.date()) else { return Ok(Vec::new()) };
    let kind = proposal::kind_of(&meeting.body);
    let Some(notice) = agenda_notice(held, kind, &context.readings(), &context.desk.site.calendar).ok().flatten() else {
        return Ok(Vec::new());
    };
    let mut all = Vec::new();
    for (_, item) in &agenda.items {
        let Some(embargo) = context.desk.desk.embargo_of_item(item).await?.filter(|e| matches!(e.lifts, Lifts::Event(_))) else { continue };
        // One that is public with all it says waits no more; one with a safe title goes on waiting for its report.
        let waits = standing(notice.by, published(&embargo, now), now, ASKS_AT);
        let deeds = match &waits {
            Waits::Choose { choices } => choices.iter().map(|choice| (*choice, deed(*choice, item.id, meeting.id))).collect(),
            _ => Vec::new(),
        };
        let title = super::super::item::title(&super::super::item::veiled(context, item.clone()).await?);
        all.push(Waiting { item: item.id, title, waits, deeds });
    }
    Ok(all)
}

/// When the Ombudsman published, once it is confirmed.
fn published(embargo: &Embargo, now: jiff::civil::DateTime) -> Option<jiff::civil::DateTime> {
    match embargo.state(now) {
        State::Lifted { at, .. } => Some(at),
        State::Held | State::NotToBePublicised => None,
    }
}

fn deed(choice: Choice, item: i64, meeting: i64) -> String {
    match choice {
        Choice::PrivateItem => format!("/desk/items/{item}/private"),
        Choice::Supplement => format!("/desk/meetings/{meeting}/publish"),
        Choice::LaterMeeting => format!("/desk/items/{item}/put-off"),
    }
}

/// The items on the page.
pub fn section(waits: &[Waiting], meeting: &PlannedMeeting) -> Markup {
    html! {
        @if !waits.is_empty() {
            h2.govuk-heading-m { "Waits for the Ombudsman" }
            @for one in waits {
                h3.govuk-heading-s { a.govuk-link href={ "/desk/items/" (one.item) } { (one.title) } }
                @match &one.waits {
                    Waits::Publish => p.govuk-body { (tag("Published by the Ombudsman", "green")) " The agenda can go out with the report. Each paper needs its own decision. " a.govuk-link href={ "/desk/meetings/" (meeting.id) "/publish" } { "Publish" } },
                    Waits::Waits { until } => p.govuk-body { (tag("Waits", "blue")) " The report is confidential until the Ombudsman publishes it. There is time until " (with_weekday(*until)) ", 16:00; then you are asked what to do." },
                    Waits::Choose { .. } => {
                        p.govuk-body { (tag("Choose", "red")) " The Ombudsman has not published, and the last day to publish the agenda does not wait." }
                        ul.govuk-list.govuk-list--bullet {
                            @for (choice, address) in &one.deeds { li { a.govuk-link href=(address) { (choice.words()) } } }
                        }
                    },
                }
            }
        }
    }
}
