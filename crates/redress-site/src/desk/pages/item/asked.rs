//! What the decision of an item asked: its actions, and what it set to come back.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::work::action::ActionQuery;
use redress_store::desk::work::item::PlannedItem;

use crate::desk::deed::Context;
use crate::desk::deeds::action::add::AddAction;
use crate::desk::deeds::recurrence::set::SetRecurrence;
use crate::desk::pages::action::{subject, subject_of};
use crate::desk::pages::offer;
use crate::failure::Failure;
use crate::layout::action::{Line, entry};

/// The part of the item's page, for who may read the decision.
pub async fn section(context: &Context, item: &PlannedItem) -> Result<Markup, Failure> {
    let desk = &context.desk.desk;
    if !context.can(Act::ReadPaper, &subject(desk, item).await?) {
        return Ok(html! {});
    }
    let today = context.now.date();
    let mut actions = Vec::new();
    for kept in desk.actions(ActionQuery { item: Some(item.id), ..ActionQuery::default() }).await? {
        if context.can(Act::ReadPaper, &subject_of(desk, &kept, item).await?) {
            actions.push(kept);
        }
    }
    let recurrences = desk.recurrences(Some(item.id)).await?;
    let made_for = match desk.slot_of_item(item.id).await? {
        Some(slot) => desk.recurrence(slot.recurrence_id).await?.map(|kept| (kept, slot)),
        None => None,
    };
    let subject = Subject::new(SubjectKind::Item);
    let to = |what: &str| format!("/desk/items/{}/{what}", item.id);
    Ok(html! {
        @if let Some((kept, slot)) = &made_for {
            p.govuk-body {
                "This item was made by " a.govuk-link href={ "/desk/recurrences/" (kept.id) } { (kept.recurrence.what) }
                ", which fell due on " (crate::desk::pages::day(&slot.due_date)) "."
            }
        }
        h2.govuk-heading-m { "What it asked" }
        @if actions.is_empty() { p.govuk-body { "No action is made of it." } }
        ul.redress-entries {
            @for kept in &actions {
                @let title = kept.title();
                (entry(&Line {
                    title: &title,
                    words: &kept.action.words,
                    owner: kept.action.owner(),
                    original: kept.action.original(),
                    status: kept.action.status(today),
                    late: kept.action.days_late(today),
                    expected: kept.action.expected().filter(|_| kept.action.closed().is_none()),
                }, &format!("/desk/actions/{}", kept.id)))
            }
        }
        @if !recurrences.is_empty() {
            h3.govuk-heading-s { "What it set to come back" }
            ul.govuk-list {
                @for kept in &recurrences {
                    li { a.govuk-link href={ "/desk/recurrences/" (kept.id) } { (kept.recurrence.what) } ", " (kept.recurrence.cycle.words()) ", to " (kept.recurrence.body) }
                }
            }
        }
        ul.govuk-list {
            (offer::<AddAction>(context, &subject, &to("actions")))
            (offer::<SetRecurrence>(context, &subject, &to("recurrence")))
        }
    })
}
