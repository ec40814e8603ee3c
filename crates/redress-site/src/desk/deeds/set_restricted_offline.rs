//! Whether a member's device may keep restricted papers for reading without a connection. Until somebody says so, it may not.

use redress::access::{Act, Subject};

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::failure::Failure;

/// The setting.
pub const RESTRICTED_OFFLINE: &str = "restricted_offline";

/// Saying so.
pub struct SetRestrictedOffline {
    now: bool,
}

const ANSWERS: &[(&str, &str)] = &[("no", "No: they are read with a connection alone"), ("yes", "Yes: a member may keep them on a device")];

/// Whether devices may keep restricted papers.
pub async fn allowed(context: &Context) -> Result<bool, Failure> {
    Ok(context.desk.desk.setting(RESTRICTED_OFFLINE).await?.as_deref() == Some("yes"))
}

impl Deed for SetRestrictedOffline {
    const PATH: &'static str = "/desk/settings/restricted-offline";
    const TITLE: &'static str = "Say whether devices keep restricted papers";
    const ACT: Act = Act::ChangeSettings;
    const FIELDS: &'static [Field] = &[Field::new("allowed", "May a member’s device keep restricted papers?", Ask::One(ANSWERS)).hint(
        "What is kept can be read by whoever opens the device. After a no, each device removes them the next time that it has a connection",
    )];

    async fn load(context: &Context, _: &Keys) -> Result<SetRestrictedOffline, Failure> {
        Ok(SetRestrictedOffline { now: allowed(context).await? })
    }

    fn about(&self) -> About {
        About::of(Subject::council()).back("/desk/settings")
    }

    fn given(&self, _: &str) -> Vec<String> {
        vec![if self.now { "yes" } else { "no" }.into()]
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        context.desk.desk.set(RESTRICTED_OFFLINE, filled.get("allowed"), &context.act()).await?;
        Ok(Done::at(self.about().back))
    }
}
