//! Typing a correction that a later meeting asks for. It stands beside the draft until that meeting confirms the minutes.

use maud::{Markup, html};
use redress::access::Act;
use redress::minutes::asked::{AskedBy, Settled};
use redress::minutes::stage::Stands;
use redress_store::desk::work::meeting_minutes::Besides;
use serde_json::json;

use super::REVISION;
use super::chair_check::{change, readable, words_of};
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::minutes::{self, Loaded};
use crate::failure::Failure;

/// Typing a correction.
pub struct Correct {
    loaded: Loaded,
    about: Option<i64>,
}

impl Deed for Correct {
    const PATH: &'static str = "/desk/meetings/{meeting}/minutes/correct";
    const TITLE: &'static str = "Type a correction";
    const ACT: Act = Act::RecordMinute;
    const FIELDS: &'static [Field] = &[
        Field::new("item", "Item", Ask::OneOf),
        Field::new("words", "The public words as corrected", Ask::Text).hint("A later text for the same item takes the place of this one"),
        Field::new("by", "Who asked for it at the meeting", Ask::Line),
        REVISION,
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<Correct, Failure> {
        let about = keys.all("item").first().and_then(|id| id.parse().ok());
        Ok(Correct { loaded: minutes::load(context, keys).await?, about })
    }

    fn about(&self) -> About {
        self.loaded.about()
    }

    fn possible(&self) -> bool {
        (Stands::Draft..Stands::Confirmed).contains(&self.loaded.kept.stages.stands())
    }

    fn impossible(&self) -> String {
        match self.loaded.kept.stages.stands() {
            Stands::NotWritten => "Nothing is written yet. Build the minutes first".into(),
            _ => "The minutes are confirmed. A mistake found now is corrected by a minute of a later meeting".into(),
        }
    }

    fn before(&self) -> Markup {
        html! {
            @if self.possible() { p.govuk-body { "The draft stays as it is until the meeting confirms the minutes. The public then reads what was struck out and what was put in." } }
            @else { p.govuk-body { (self.impossible()) "." } }
        }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        if field == "item" { readable(&self.loaded) } else { Vec::new() }
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "item" => self.about.map(|id| id.to_string()).into_iter().collect(),
            "words" => words_of(&self.loaded, self.about),
            "revision" => self.loaded.revision(),
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        self.loaded.same(filled)?;
        let item = filled.number("item").unwrap_or(0);
        let asked = change(&self.loaded, item, AskedBy::Meeting, filled.get("by"), context, filled)?;
        let mut kept = self.loaded.kept.clone();
        let by = &context.visitor.signed_in.name;
        // The earlier text stays on record as one that was not taken over.
        for earlier in kept.texts.asked.iter_mut().filter(|a| a.item == item && a.of == AskedBy::Meeting && a.is_open()) {
            earlier.settled = Some(Settled { taken_over: false, by: by.clone(), on: context.now.date() });
        }
        kept.texts.asked.push(asked);
        minutes::keep(context, &kept, &Besides::default(), "type_correction", json!({ "item": item, "by": filled.get("by") })).await
    }
}
