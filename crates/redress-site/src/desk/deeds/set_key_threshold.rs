//! The sum from which the constitution calls spending or saving significant: the first limb of a key decision.

use std::sync::Arc;

use redress::access::{Act, Subject};

use crate::council::{Council, KEY_THRESHOLD};
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::failure::Failure;

/// Setting the sum.
pub struct SetKeyThreshold {
    council: Arc<Council>,
}

impl Deed for SetKeyThreshold {
    const PATH: &'static str = "/desk/settings/key-decisions";
    const TITLE: &'static str = "Set the sum of a key decision";
    const ACT: Act = Act::ChangeSettings;
    const FIELDS: &'static [Field] = &[Field::new("pounds", "Spending or saving that is significant, in pounds", Ask::Number)
        .hint("As the constitution says: SI 2012/2089, regulation 8(1)(a). Until it is set, any sum makes a decision key")];

    async fn load(context: &Context, _: &Keys) -> Result<SetKeyThreshold, Failure> {
        Ok(SetKeyThreshold { council: context.desk.site.council() })
    }

    fn about(&self) -> About {
        About::of(Subject::council()).back("/desk/settings")
    }

    fn given(&self, _: &str) -> Vec<String> {
        self.council.key_pounds.iter().map(u64::to_string).collect()
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let Some(pounds) = filled.number("pounds").filter(|pounds| *pounds > 0) else {
            return Err(Undone::wrong("pounds", "The sum must be at least one pound, such as 500000"));
        };
        context.desk.keep_settings(&[(KEY_THRESHOLD, &pounds.to_string())], &context.act()).await?;
        Ok(Done::at(self.about().back))
    }
}
