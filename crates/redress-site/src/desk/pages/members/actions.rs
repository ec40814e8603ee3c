//! Open actions that members watch over: those that their bodies asked for, and those that report to them. As the public reads them.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::public::action::Action;
use redress::public::{Kind, address};
use redress::slug::slug;

use crate::desk::deed::Context;
use crate::failure::Failure;
use crate::layout::action::public_entry;

/// Those that are open, the one with the earliest original date first.
pub async fn read(context: &Context) -> Result<Vec<Action>, Failure> {
    let (seats, today) = (&context.visitor.signed_in.seats, context.now.date());
    if seats.is_empty() {
        return Ok(Vec::new());
    }
    let mut all = crate::pages::actions::all(&context.desk.site).await?;
    let concerns = |action: &Action| seats.contains(&action.body_slug) || action.reports_to.iter().any(|body| seats.contains(&slug(body)));
    all.retain(|action| action.status(today).open() && concerns(action));
    all.sort_by_key(|action| (action.original.is_none(), action.original));
    Ok(all)
}

/// On the room's first page.
pub fn section(actions: &[Action], today: Date) -> Markup {
    html! {
        h2.govuk-heading-m { "Actions of my bodies" }
        @if actions.is_empty() { p.govuk-body { "No action of your bodies is open." } }
        ul.redress-entries { @for action in actions { (public_entry(action, &address(Kind::Action, &action.key), today)) } }
        p.govuk-body { a.govuk-link href="/actions" { "All actions of decisions" } }
    }
}
