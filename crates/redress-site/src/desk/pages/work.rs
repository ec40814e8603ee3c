//! My work: what the law asks and what was recommended, by day, with why that day, and where to begin something new.

use axum::extract::State;
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use serde::Serialize;

use super::ombudsman_paper::{Due, due};
use super::{answer, offer};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::{plan_meeting::PlanMeeting, register::Register, withdraw::Withdraw};
use crate::desk::started;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// The page.
#[derive(Debug, Serialize)]
struct Work {
    duties: Vec<Due>,
}

/// `/desk`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::OwnAccount, &Subject::new(SubjectKind::Account).by(context.account()))?;
    let mut duties = Vec::new();
    if context.can(Act::ReadDesk, &Subject::council()) {
        for standing in context.desk.desk.all_duties(context.now.date()).await? {
            // What an embargo covers is listed for those who may read it.
            if !standing.state.over() && super::ombudsman_paper::load(&context, standing.clock.ombudsman_paper_id).await.is_ok() {
                duties.push(due(&context, standing));
            }
        }
    }
    let work = Work { duties };
    let body = page(&context, &work);
    Ok(answer(&context, &format, &asked, "My work", &work, body))
}

fn page(context: &Context, work: &Work) -> Markup {
    html! {
        h1.govuk-heading-l { "My work" }
        @if work.duties.is_empty() { p.govuk-body { "Nothing is owed." } } @else {
            ul.redress-entries {
                @for Due { standing, must, .. } in &work.duties {
                    li.redress-entry {
                        p.redress-entry__title { a.govuk-link href={ "/desk/ombudsman-papers/" (standing.clock.ombudsman_paper_id) } { (must) } }
                        p.redress-entry__facts {
                            @if let Some(due) = &standing.clock.due_on { "Due " (started::weekday(due)) ", because " (standing.clock.because) ". " }
                            strong { (standing.stands) } ". "
                            a.govuk-link href={ "/duties/" (standing.clock.duty) } { "Why this date" span.govuk-visually-hidden { ": " (must) } }
                        }
                    }
                }
            }
        }
        h2.govuk-heading-m { "Begin" }
        ul.govuk-list {
            (offer::<Register>(context, &Subject::new(SubjectKind::OmbudsmanPaper), "/desk/cases/register"))
            (offer::<PlanMeeting>(context, &Subject::new(SubjectKind::Meeting), "/desk/meetings/plan"))
            (offer::<Withdraw>(context, &Subject::council().published(true), "/desk/withdraw"))
        }
    }
}
