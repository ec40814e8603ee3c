//! My work: what is owed, by day, with why that day, and where to begin something new.

use axum::extract::State;
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};

use serde::Serialize;

use super::{answer, offer};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::{plan_meeting::PlanMeeting, register::Register, withdraw::Withdraw};
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// The page.
#[derive(Debug, Serialize)]
struct Work {
    owed: Vec<Owed>,
}

/// `/desk`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::OwnAccount, &Subject::new(SubjectKind::Account).by(context.account()))?;
    let mut owed = Vec::new();
    if context.can(Act::ReadDesk, &Subject::council()) {
        for one in context.desk.desk.all_owed(200).await? {
            // What an embargo covers is listed for those who may read it.
            if super::ombudsman_paper::load(&context, one.ombudsman_paper_id).await.is_ok() {
                owed.push(one);
            }
        }
    }
    let work = Work { owed };
    let body = page(&context, &work);
    Ok(answer(&context, &format, &asked, "My work", &work, body))
}

fn page(context: &Context, work: &Work) -> Markup {
    let today = context.now.date();
    html! {
        h1.govuk-heading-l { "My work" }
        @if work.owed.is_empty() { p.govuk-body { "Nothing is owed." } } @else {
            ul.redress-entries {
                @for one in &work.owed {
                    li.redress-entry {
                        p.redress-entry__title {
                            a.govuk-link href={ "/desk/cases/" (one.ombudsman_paper_id) } { (crate::desk::started::duty_words(&one.duty)) }
                        }
                        p.redress-entry__facts {
                            "Due " (super::day(&one.due_on)) ", " (one.because)
                            @if one.due_on.as_str() < today.to_string().as_str() { " (past)" }
                            ". " a.govuk-link href={ "/duties/" (one.duty) } { "Why this date" span.govuk-visually-hidden { ": " (crate::desk::started::duty_words(&one.duty)) } }
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
