//! Opening a case again that the council had closed.

use redress::access::Act;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::case::{self, Loaded};
use crate::failure::Failure;

/// Opening a case again.
pub struct ReopenCase {
    loaded: Loaded,
}

impl Deed for ReopenCase {
    const PATH: &'static str = "/desk/cases/{case}/reopen";
    const TITLE: &'static str = "Open the case again";
    const ACT: Act = Act::CloseCase;
    const FIELDS: &'static [Field] = &[Field::new("why", "Why", Ask::Text)];

    async fn load(context: &Context, keys: &Keys) -> Result<ReopenCase, Failure> {
        Ok(ReopenCase { loaded: case::load(context, keys.number("case")?).await? })
    }

    fn about(&self) -> About {
        About::of(self.loaded.subject.clone()).caption(self.loaded.title()).back(self.loaded.address())
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let mut file = self.loaded.case.file.clone();
        let (by, why) = (&context.visitor.signed_in.name, filled.get("why"));
        file.closure.reopen(by, context.now.date(), why).map_err(|cannot| Undone::wrong("why", cannot.to_string()))?;
        let body = serde_json::json!({ "why": why });
        if !context.desk.desk.change_case(&self.loaded.case, &file, "reopen_case", &body, &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::at(self.about().back))
    }
}
