//! Deeds of the forward plan: what its entries say, and what is given and agreed where there is too little time.

/// Adding an entry.
pub mod add;
/// Changing an entry.
pub mod change;
/// Giving notice of the general exception.
pub mod exception;
/// The form of an entry.
mod form;
/// Linking an entry to an item.
pub mod item;
/// Publishing the plan.
pub mod publish;
/// Taking an entry out of the plan.
pub mod take_out;
/// Recording that a decision is urgent.
pub mod urgency;

use redress::access::Subject;

use crate::desk::deed::{About, Context};
use crate::desk::forward_plan::Loaded;

/// What a deed on an entry concerns: the entry's own cover decides.
fn about(loaded: &Loaded, title: &str) -> About {
    About::of(loaded.subject.clone()).caption(title).back(loaded.address())
}

/// What a notice about an entry concerns: a notice is made to be seen, so no cover keeps it back.
fn about_notice(loaded: &Loaded, title: &str) -> About {
    About::of(Subject::new(redress::access::SubjectKind::Notice)).caption(title).back(loaded.address())
}

/// Why nothing is to be given for an entry, where it is so.
fn needs_nothing(context: &Context, loaded: &Loaded) -> Option<String> {
    if loaded.is_out() {
        return Some("The entry was taken out of the plan".into());
    }
    let needs = loaded.kept.standing().needs_notice(context.desk.site.council().threshold());
    (!needs).then(|| "This is not a key decision, so regulation 9 asks no notice of it".into())
}
