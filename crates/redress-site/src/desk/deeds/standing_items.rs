//! What stands on every agenda of a body: its own lines, part by part.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::agenda::order::Place;
use redress::agenda::standing::{self, Standing};

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::failure::Failure;

/// Setting the standing items of a body.
pub struct SetStandingItems {
    body: i64,
    name: String,
    lines: Vec<Standing>,
    set: bool,
}

impl Deed for SetStandingItems {
    const PATH: &'static str = "/desk/bodies/{body}/standing-items";
    const TITLE: &'static str = "Set what stands on every agenda";
    const ACT: Act = Act::KeepBody;
    const FIELDS: &'static [Field] = &[
        Field::new("opening", "Opening", Ask::Text)
            .hint("One a line. “Minutes of the last meeting” gets the day of that meeting")
            .optional(),
        Field::new("public", "Business in public", Ask::Text).hint("One a line").optional(),
        Field::new("exclusion", "The motion to exclude the public", Ask::Text)
            .hint("Only where it stands on every agenda; otherwise it is offered with the first private item")
            .optional(),
        Field::new("private", "Business in private", Ask::Text).hint("One a line").optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<SetStandingItems, Failure> {
        let desk = &context.desk.desk;
        let body = keys.number("body")?;
        let name = desk.body_name(body).await?.ok_or(Failure::NotFound)?;
        let lines = desk.standing_items(body).await?;
        let set = !lines.is_empty();
        Ok(SetStandingItems { body, name, lines: if set { lines } else { standing::offered() }, set })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Meeting)).caption(self.name.clone()).back(format!("/desk/bodies/{}", self.body))
    }

    fn before(&self) -> Markup {
        html! {
            @if !self.set { p.govuk-body { "Nothing is set for this body. What most councils have is filled in below." } }
            p.govuk-body { "Agendas that are started from now on get these lines. Those that are started already stay as they are." }
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        let of = |line: &&Standing| line.place.word() == field;
        let lines: Vec<&str> = self.lines.iter().filter(of).map(|l| l.title.as_str()).collect();
        if lines.is_empty() { Vec::new() } else { vec![lines.join("\n")] }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let lines: Vec<Standing> = Place::ALL.into_iter().flat_map(|place| standing::read(place, filled.get(place.word()))).collect();
        let wrong = standing::check(&lines);
        if !wrong.is_empty() {
            return Err(Undone::fields(Self::FIELDS, wrong));
        }
        context.desk.desk.set_standing_items(self.body, &lines, &context.act()).await?;
        Ok(Done::made(format!("/desk/bodies/{}", self.body), serde_json::json!(lines)))
    }
}
