//! When an agenda is due, with the section and the working, and what keeps it back.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::counting::days_between;
use redress::day::with_weekday;
use redress::duty::{self, Inputs};
use redress::plan::agenda_duty;
use redress::publishing::{AgendaNotice, Check, agenda_notice};
use redress_store::desk::work::clearing::Part;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::shorter_notice::ShorterNotice;
use serde::Serialize;

use crate::desk::deed::Context;
use crate::desk::proposal;
use crate::failure::Failure;
use crate::layout::tag;

/// The notice of an agenda.
#[derive(Debug, Serialize)]
pub struct Notice {
    #[serde(flatten)]
    notice: AgendaNotice,
    /// The key of the duty in the statute book.
    duty: &'static str,
    /// Days from today to the last day; less than nothing when it has passed.
    days_left: i32,
    /// The working.
    steps: Vec<String>,
    /// What the checks find of everything that is ready, for those who publish.
    in_the_way: Vec<Check>,
    /// Everything that is ready to be published.
    ready: Vec<String>,
    shorter: Option<ShorterNotice>,
}

/// Reads the notice; none where the law names no day, or the meeting is over.
pub async fn read(context: &Context, meeting: &PlannedMeeting) -> Result<Option<Notice>, Failure> {
    let today = context.now.date();
    let Some(held) = meeting.on_date.parse().ok().filter(|on| *on >= today) else { return Ok(None) };
    let kind = proposal::kind_of(&meeting.body);
    let (settings, calendar) = (context.readings(), &context.desk.site.calendar);
    let Some(notice) = agenda_notice(held, kind, &settings, calendar).ok().flatten() else { return Ok(None) };
    let key = agenda_duty(kind);
    let worked = duty::find(key).and_then(|duty| duty::compute(duty, &Inputs::from(held), &settings, calendar));
    // What the checks say is for those who publish: it may tell what an embargo covers.
    let publishes = context.can(Act::Publish, &Subject::new(SubjectKind::Meeting));
    let ready = if publishes { proposal::ready(context, meeting).await? } else { Vec::new() };
    let parts: Vec<Part> = ready.iter().map(|(part, _)| *part).collect();
    let checks = if publishes { proposal::checks(context, meeting, &parts).await? } else { Vec::new() };
    Ok(Some(Notice {
        days_left: days_between(today, notice.by),
        steps: worked.map(|answer| answer.due.steps.into_iter().map(|s| s.words).collect()).unwrap_or_default(),
        in_the_way: checks.into_iter().filter(|c| c.stops() || (!c.passed && c.section.is_some())).collect(),
        ready: ready.into_iter().map(|(_, words)| words).collect(),
        shorter: context.desk.desk.shorter_notice(meeting.id).await?,
        duty: key,
        notice,
    }))
}

/// The notice on the page.
pub fn section(notice: Option<&Notice>, meeting: &PlannedMeeting) -> Markup {
    let Some(found) = notice else { return html! {} };
    let left = match found.days_left {
        0 => "That is today.".to_string(),
        1 => "That is tomorrow.".into(),
        n if n > 0 => format!("{n} days are left."),
        n => format!("That was {} days ago.", -n),
    };
    html! {
        h2.govuk-heading-m { "When it is due" }
        p.govuk-body {
            "Publish by " strong { (with_weekday(found.notice.by)) } " (" (found.notice.section) "). " (left)
            @if found.notice.safe != found.notice.by { " By the other reading of the law it is due by " (with_weekday(found.notice.safe)) "." }
            " " a.govuk-link href={ "/duties/" (found.duty) } { "What the law asks" }
        }
        details.govuk-details {
            summary.govuk-details__summary { span.govuk-details__summary-text { "The working" } }
            div.govuk-details__text { ol.govuk-list.govuk-list--number { @for step in &found.steps { li { (step) } } } }
        }
        @if let Some(shorter) = &found.shorter {
            p.govuk-body { "The meeting was called at shorter notice on " (super::super::day(&shorter.called_on)) ": " (shorter.why) " (" (shorter.recorded_by) ")" }
        }
        @if !found.in_the_way.is_empty() {
            h3.govuk-heading-s { "What keeps it back" }
            ul.redress-entries {
                @for check in &found.in_the_way {
                    li.redress-entry {
                        @if check.stops() { (tag("Stops", "red")) } @else { (tag("Warning", "yellow")) }
                        " " (check.words)
                        @if let Some(section) = check.section { p.redress-entry__facts { (section) } }
                    }
                }
            }
        }
        @if !found.ready.is_empty() {
            p.govuk-body { a.govuk-link href={ "/desk/meetings/" (meeting.id) "/publish" } { "Ready to be published: " (found.ready.len()) @if found.ready.len() == 1 { " part" } @else { " parts" } } }
        }
    }
}
