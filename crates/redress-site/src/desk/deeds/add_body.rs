//! A body that no source has named.

use redress::access::{Act, Subject, SubjectKind};

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::failure::Failure;

/// Adding a body.
pub struct AddBody;

impl Deed for AddBody {
    const PATH: &'static str = "/desk/bodies/add";
    const TITLE: &'static str = "Add a body";
    const ACT: Act = Act::PlanMeeting;
    const FIELDS: &'static [Field] =
        &[Field::new("name", "Name", Ask::Line).hint("As the constitution names it: Cabinet, Audit Committee")];

    async fn load(_: &Context, _: &Keys) -> Result<AddBody, Failure> {
        Ok(AddBody)
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Meeting)).back("/desk/bodies")
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let id = context.desk.desk.add_body(filled.get("name"), &context.act()).await?;
        let Some(id) = id else { return Err(Undone::wrong("name", "A body of this name is on record")) };
        Ok(Done::made(format!("/desk/bodies/{id}"), serde_json::json!({ "body": id })))
    }
}
