//! What is done to the actions of decisions: made from clauses, told how they go, handed over, closed, published.

/// Making one.
pub mod add;
/// Saying that it is done.
pub mod close;
/// Another post owns it.
pub mod hand_over;
/// More time.
pub mod more_time;
/// How it goes.
pub mod progress;
/// Publishing.
pub mod publish;
/// It was not done after all.
pub mod reopen;
/// A decision ends it.
pub mod stop;

use redress::action::{Entry, Event};
use serde_json::json;

use crate::desk::deed::{Context, Done, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::named_posts::NamedPosts;
use crate::desk::pages::action::Loaded;

/// The version that the form showed.
const REVISION: Field = Field::new("revision", "The version that you saw", Ask::Carried);

/// Adds an entry to an action, by whoever asks, today.
async fn record(
    context: &Context,
    loaded: &Loaded,
    filled: &Filled,
    what: &str,
    event: Event,
    fields: &'static [Field],
) -> Result<Done, Undone> {
    let mut kept = loaded.kept.clone();
    if filled.number("revision") != Some(kept.revision) {
        return Err(Undone::changed());
    }
    let posts = NamedPosts::of(&context.desk.desk).await?;
    if let Event::HandedOver { to, .. } = &event {
        kept.owner_post_id = posts.id(to).unwrap_or(kept.owner_post_id);
    }
    let entry = Entry { on: context.now.date(), by: context.visitor.signed_in.name.clone(), event };
    let body = json!({ "on": entry.on, "revision": kept.revision });
    kept.action.record(entry, &posts.words()).map_err(|wrong| Undone::fields(fields, vec![wrong]))?;
    if !context.desk.desk.change_action(&kept, what, &body, &context.act()).await? {
        return Err(Undone::changed());
    }
    Ok(Done::made(loaded.address(), json!({ "status": kept.action.status(context.now.date()), "original": kept.action.original() })))
}

/// What a form carries of the version that it shows.
fn carried(loaded: &Loaded, field: &str) -> Vec<String> {
    if field == "revision" { vec![loaded.kept.revision.to_string()] } else { Vec::new() }
}
