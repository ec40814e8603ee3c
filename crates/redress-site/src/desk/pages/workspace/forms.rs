//! A form for everything that can happen, each behind its title: all in one page, so that none has to be fetched.

use std::sync::Arc;

use maud::{Markup, html};

use crate::desk::deed::{Context, Deed};
use crate::desk::deeds::workspace::{
    adjourn::AdjournMeeting, amend::AmendMotion, answer::AnswerQuestion, attend::Attend, call::CallItem, close::CloseMeeting,
    exclude::ExcludePublic, interest::DeclareInterest, motion::MoveMotion, open::OpenMeeting, preside::Preside, question::AskQuestion,
    readmit::ReadmitPublic, resolve::Resolve, resume::ResumeMeeting, strike::StrikeOut, vote::TakeVote, write::WriteText,
};
use crate::desk::filled::TOKEN;
use crate::desk::inputs::{self, Shown};
use crate::desk::room::Room;

/// Every form, in the order of a meeting.
pub fn all(context: &Context, room: &Arc<Room>) -> Markup {
    let with = || Arc::clone(room);
    html! {
        h2.govuk-heading-m #take-down { "Take down" }
        (one(context, room, "attend", &Attend(with())))
        (one(context, room, "preside", &Preside(with())))
        (one(context, room, "open", &OpenMeeting(with())))
        (one(context, room, "call", &CallItem(with())))
        (one(context, room, "interest", &DeclareInterest(with())))
        (one(context, room, "exclude", &ExcludePublic(with())))
        (one(context, room, "readmit", &ReadmitPublic(with())))
        (one(context, room, "question", &AskQuestion(with())))
        (one(context, room, "answer", &AnswerQuestion(with())))
        (one(context, room, "move", &MoveMotion(with())))
        (one(context, room, "amend", &AmendMotion(with())))
        (one(context, room, "vote", &TakeVote(with())))
        (one(context, room, "resolve", &Resolve(with())))
        (one(context, room, "write", &WriteText(with())))
        (one(context, room, "adjourn", &AdjournMeeting(with())))
        (one(context, room, "resume", &ResumeMeeting(with())))
        (one(context, room, "close", &CloseMeeting(with())))
        (one(context, room, "strike", &StrikeOut(with())))
    }
}

fn one<D: Deed>(context: &Context, room: &Room, kind: &'static str, deed: &D) -> Markup {
    html! {
        details.govuk-details {
            summary.govuk-details__summary { span.govuk-details__summary-text { (D::TITLE) } }
            div.govuk-details__text {
                form method="post" action={ (room.address()) "/" (kind) } data-kind=(kind) autocomplete="off" novalidate {
                    input type="hidden" name=(TOKEN) value=(context.visitor.form_token);
                    @for group in D::FIELDS.chunk_by(|a, b| a.only_if == b.only_if) {
                        @let shown = html! {
                            @for field in group {
                                (Shown { field, form: kind, values: deed.given(field.name), offered: deed.offered(field.name), problem: None }.input())
                            }
                        };
                        (inputs::grouped(D::FIELDS, group, shown))
                    }
                    button.govuk-button type="submit" { (D::TITLE) }
                }
            }
        }
    }
}
