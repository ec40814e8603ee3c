//! Withdrawing something published: what stands in its place is the reason, in pages and in JSON.

use maud::{Markup, html};
use redress::access::{Act, Subject};
use redress::public::Kind;
use redress_store::desk::publish::Because;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::safe_words;
use crate::failure::Failure;

/// Withdrawing.
pub struct Withdraw;

const KINDS: &[(&str, &str)] = &[
    ("document", "Document"),
    ("item", "Agenda item"),
    ("decision", "Decision"),
    ("meeting", "Meeting"),
    ("issue", "Issue"),
    ("case", "Ombudsman case"),
    ("restriction", "Restriction"),
    ("scrutiny_recommendation", "Scrutiny recommendation"),
    ("action", "Action of a decision"),
];
const CLASSES: &[(&str, &str)] = &[
    ("person named", "It names or could identify a person"),
    ("published in error", "It was published in error"),
    ("restricted", "It is exempt or confidential"),
    ("court order", "A court or an enactment requires it"),
    ("superseded", "Another record takes its place"),
];

impl Deed for Withdraw {
    const PATH: &'static str = "/desk/withdraw";
    const TITLE: &'static str = "Withdraw something published";
    const ACT: Act = Act::Withdraw;
    const FIELDS: &'static [Field] = &[
        Field::new("kind", "Kind of record", Ask::One(KINDS)),
        Field::new("key", "Key", Ask::Line).hint("The end of its address: 12 for /documents/12, 2021-03-11-cabinet/59 for an item"),
        Field::new("class", "Sort of reason", Ask::One(CLASSES)),
        Field::new("reason", "Reason", Ask::Text).hint("The public reads it where the record stood"),
    ];

    async fn load(_: &Context, _: &Keys) -> Result<Withdraw, Failure> {
        Ok(Withdraw)
    }

    fn about(&self) -> About {
        // Which record it is comes with the form; that it stands in the register is asked of the log.
        About::of(Subject::council().published(true))
    }

    fn before(&self) -> Markup {
        html! { p.govuk-body { "Its address will answer that it is gone, with the reason. That it was published, and when, stays on record. It does not come back by itself." } }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let Some(kind) = Kind::of_word(filled.get("kind")) else { return Err(Undone::wrong("kind", "Kind of record: choose one")) };
        safe_words::names_nobody("reason", filled.get("reason"))?;
        let reason = format!("{}: {}", filled.get("class"), filled.get("reason"));
        let office = super::publish::office(context);
        let because = Because { by: &office, reason: &reason };
        let done = context.desk.desk.withdraw(&context.act(), because, kind, filled.get("key")).await?;
        if !done {
            return Err(Undone::wrong("key", "Nothing published stands under this key"));
        }
        context.desk.carry_over().await?;
        Ok(Done::at("/desk"))
    }
}
