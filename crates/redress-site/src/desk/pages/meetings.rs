//! Planned meetings, the next one first.

use axum::extract::State;
use maud::html;
use redress::access::{Act, Subject, SubjectKind};

use super::{answer, offer};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::{add_body::AddBody, plan_meeting::PlanMeeting};
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// `/desk/meetings`
pub async fn list(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::ReadDesk, &Subject::new(SubjectKind::Meeting))?;
    let mut problems = Vec::new();
    let from = asked.date("from", &mut problems).map_or("0000-00-00".to_string(), |d| d.to_string());
    let meetings = context.desk.desk.planned_meetings(&from, 500).await?;
    let subject = Subject::new(SubjectKind::Meeting);
    let body = html! {
        h1.govuk-heading-l { "Meetings" }
        ul.govuk-list {
            (offer::<PlanMeeting>(&context, &subject, "/desk/meetings/plan"))
            (offer::<AddBody>(&context, &subject, "/desk/bodies/add"))
        }
        form.redress-filter method="get" action="/desk/meetings" {
            div class={ "govuk-form-group" @if !problems.is_empty() { " govuk-form-group--error" } } {
                label.govuk-label for="from" { "From" }
                div.govuk-hint id="from-hint" { "For example, 27 March 2025" }
                @for problem in &problems { p.govuk-error-message id="from-error" { span.govuk-visually-hidden { "Error: " } (problem.message) } }
                input.govuk-input.govuk-input--width-20 id="from" name="from" type="text" value=(asked.get("from")) aria-describedby="from-hint";
            }
            button.govuk-button type="submit" { "Apply" }
        }
        @if meetings.is_empty() { p.govuk-body { "No meeting is planned at the desk." } } @else {
            ul.redress-entries {
                @for meeting in &meetings {
                    li.redress-entry { p.redress-entry__title { a.govuk-link href={ "/desk/meetings/" (meeting.id) } { (super::meeting::title(meeting)) } } }
                }
            }
        }
    };
    Ok(answer(&context, &format, &asked, "Meetings", &meetings, body))
}
