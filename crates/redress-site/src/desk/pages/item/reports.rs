//! The officers' reports of an item, and the way to begin one.

use maud::{Markup, html};
use redress::access::{Act, Subject};

use crate::desk::deed::{Context, Deed};
use crate::desk::deeds::report::begin::Begin;
use crate::failure::Failure;

/// The reports that this person may read.
pub async fn section(context: &Context, item: i64) -> Result<Markup, Failure> {
    let desk = &context.desk.desk;
    let mut shown = Vec::new();
    for id in desk.reports_of_item(item).await? {
        let Some(sealed) = desk.officers_report(id).await? else { continue };
        shown.extend(sealed.open(&context.reader(), Act::ReadDesk, context.now.datetime()).ok());
    }
    Ok(html! {
        @if !shown.is_empty() {
            h2.govuk-heading-m { "Reports" }
            ul.govuk-list { @for report in &shown { li { a.govuk-link href={ "/desk/reports/" (report.id) } { (report.title) } } } }
        }
        @if context.can(Begin::ACT, &Subject::paper().by(context.account())) {
            p.govuk-body { a.govuk-link href={ (Begin::PATH) "?item=" (item) } { (Begin::TITLE) } }
        }
    })
}
