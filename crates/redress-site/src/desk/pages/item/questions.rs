//! What members asked about an item, and the answers that were put before it.

use maud::{Markup, html};
use redress::access::Act;

use crate::desk::deed::Context;
use crate::desk::pages::questions::entries;
use crate::failure::Failure;

/// The questions that this person may read.
pub async fn section(context: &Context, item: i64) -> Result<Markup, Failure> {
    let now = context.now.datetime();
    let sealed = context.desk.desk.questions_of_item(item).await?;
    let shown: Vec<_> = sealed.into_iter().filter_map(|q| q.open(&context.reader(), Act::ReadPaper, now).ok()).collect();
    Ok(html! { @if !shown.is_empty() { h2.govuk-heading-m { "Questions of members" } (entries(&shown, "/desk/questions")) } })
}
