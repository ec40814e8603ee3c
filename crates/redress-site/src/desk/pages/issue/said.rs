//! What earlier bodies said, as the sections that the report to the next body needs.

use maud::{Markup, html};
use redress::issue::comments::{BodySaid, Report, Section};
use serde::Serialize;

use super::stop::Stop;
use crate::desk::pages::meeting;

/// How many sections the author's own report has: finding, background, proposals.
const OWN_SECTIONS: u32 = 3;

/// The versions of the report, and what stops the next one.
#[derive(Debug, Serialize)]
pub struct Said {
    versions: Vec<Version>,
    /// Why the report to the next body cannot be made up yet.
    waits: Option<String>,
}

#[derive(Debug, Serialize)]
struct Version {
    meeting: String,
    sections: Vec<Section>,
}

/// Makes the versions from the stops, in order of time.
pub fn read(stops: &[Stop]) -> Said {
    let mut report = Report::new(OWN_SECTIONS);
    let (mut versions, mut waits) = (Vec::new(), None);
    for stop in stops {
        let Ok(on) = stop.meeting.on_date.parse() else { continue };
        match report.version_for(&stop.meeting.body, on, None) {
            Ok(made) => versions.push(Version { meeting: meeting::title(&stop.meeting), sections: made.sections.clone() }),
            Err(wrong) => {
                waits = Some(wrong.message);
                break;
            }
        }
        if let Some(said) = &stop.said {
            let said = BodySaid { body: stop.meeting.body.clone(), on, said: said.clone() };
            if let Err(wrong) = report.body_said(said) {
                waits = Some(wrong.message);
                break;
            }
        }
    }
    // The first report has nothing to repeat.
    versions.retain(|v| !v.sections.is_empty());
    Said { versions, waits }
}

/// The part of the page.
pub fn section(said: &Said) -> Markup {
    html! {
        @if !said.versions.is_empty() || said.waits.is_some() {
            h2.govuk-heading-m { "What earlier bodies said, for each next report" }
            @for version in &said.versions {
                details.govuk-details {
                    summary.govuk-details__summary { span.govuk-details__summary-text { "Sections of the report to " (version.meeting) } }
                    div.govuk-details__text {
                        @for section in &version.sections { h3.govuk-heading-s { (section.number) ". " (section.heading) } p.govuk-body { (section.text) } }
                    }
                }
            }
            @if let Some(waits) = &said.waits { p.govuk-body { (waits) } }
        }
    }
}
