//! What changed on the agendas of the bodies on which somebody sits, in the words of the message that they were sent.

use jiff::civil::Date;
use maud::{Markup, html};
use redress_store::desk::work::agenda_version::AgendaVersion;
use redress_store::desk::work::meeting::PlannedMeeting;
use serde::Serialize;

use super::super::{at, meeting};
use crate::desk::deed::Context;
use crate::failure::Failure;

/// A coming meeting whose agenda was published.
#[derive(Debug, Serialize)]
pub struct Changed {
    meeting: PlannedMeeting,
    title: String,
    /// Every version, the newest first, each with what it changed.
    versions: Vec<AgendaVersion>,
}

/// The coming meetings of the bodies on which they sit, the next one first.
pub async fn read(context: &Context, today: Date) -> Result<Vec<Changed>, Failure> {
    let desk = &context.desk.desk;
    let mut all = Vec::new();
    for meeting in desk.meetings_of_account(context.account(), today).await? {
        let mut versions = desk.agenda_versions(meeting.id).await?;
        versions.reverse();
        if !versions.is_empty() {
            all.push(Changed { title: meeting::title(&meeting), meeting, versions });
        }
    }
    Ok(all)
}

/// On the members' page.
pub fn section(changed: &[Changed]) -> Markup {
    html! {
        @if !changed.is_empty() {
            h2.govuk-heading-m { "Agendas, and what changed on them" }
            @for one in changed {
                h3.govuk-heading-s { a.govuk-link href=(super::meeting::address(one.meeting.id)) { (one.title) } }
                ul.redress-entries {
                    @for version in &one.versions {
                        li.redress-entry {
                            p.redress-entry__facts { (at(&version.at)) }
                            @if version.changes.is_empty() { p.govuk-body { "The agenda was published with " (version.contents.items.len()) " items." } } @else {
                                ul.govuk-list.govuk-list--bullet { @for change in &version.changes { li { (change) } } }
                            }
                        }
                    }
                }
            }
        }
    }
}
