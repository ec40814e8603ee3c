//! The council's name, as every page shows it.

use redress::access::{Act, Subject};

use crate::council::AUTHORITY;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::failure::Failure;

/// Changing the name.
pub struct SetName {
    now: String,
}

/// A longer name is none.
const LONGEST: usize = 120;

impl Deed for SetName {
    const PATH: &'static str = "/desk/settings/name";
    const TITLE: &'static str = "Change the council’s name";
    const ACT: Act = Act::ChangeSettings;
    const FIELDS: &'static [Field] = &[Field::new("name", "Name", Ask::Line).hint("Published pages show it within a few seconds")];

    async fn load(context: &Context, _: &Keys) -> Result<SetName, Failure> {
        Ok(SetName { now: context.desk.site.authority().to_string() })
    }

    fn about(&self) -> About {
        About::of(Subject::council()).back("/desk/settings")
    }

    fn given(&self, _: &str) -> Vec<String> {
        vec![self.now.clone()]
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let name = filled.get("name").split_whitespace().collect::<Vec<_>>().join(" ");
        if name.chars().count() > LONGEST {
            return Err(Undone::wrong("name", format!("Name must be {LONGEST} characters or fewer")));
        }
        context.desk.keep_settings(&[(AUTHORITY, &name)], &context.act()).await?;
        Ok(Done::at(self.about().back))
    }
}
