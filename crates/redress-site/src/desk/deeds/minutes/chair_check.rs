//! What the chair says of the draft: nothing to change, or a change, as words that stand beside the draft until the clerk
//! takes them over.

use maud::{Markup, html};
use redress::access::Act;
use redress::minutes::asked::{Asked, AskedBy, Comment};
use redress::minutes::stage::{Stands, Step};
use redress_store::desk::work::meeting_minutes::Besides;
use serde_json::json;

use super::REVISION;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::minutes::{self, Loaded};
use crate::desk::pages::item;
use crate::failure::Failure;

/// The chair's check.
pub struct ChairCheck {
    loaded: Loaded,
    /// The item that the form is about.
    about: Option<i64>,
}

impl Deed for ChairCheck {
    const PATH: &'static str = "/desk/meetings/{meeting}/minutes/chair-check";
    const TITLE: &'static str = "Record the chair's check";
    const ACT: Act = Act::RecordMinute;
    const FIELDS: &'static [Field] = &[
        Field::new("chair", "Who chaired the meeting and read the draft", Ask::Line),
        Field::new("result", "What the chair says", Ask::One(&[("nothing", "Nothing to change"), ("change", "Something to change")])),
        Field::new("comment", "Comment", Ask::Text).optional().only_if("result", "change"),
        Field::new("item", "Item to change", Ask::OneOf).optional().only_if("result", "change"),
        Field::new("words", "The public words as the chair asks for them", Ask::Text).optional().only_if("result", "change"),
        REVISION,
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<ChairCheck, Failure> {
        let about = keys.all("item").first().and_then(|id| id.parse().ok());
        Ok(ChairCheck { loaded: minutes::load(context, keys).await?, about })
    }

    fn about(&self) -> About {
        self.loaded.about()
    }

    fn possible(&self) -> bool {
        (Stands::Draft..Stands::PublishedAsDraft).contains(&self.loaded.kept.stages.stands())
    }

    fn impossible(&self) -> String {
        match self.loaded.kept.stages.stands() {
            Stands::NotWritten => "Nothing is written yet. Build the minutes first".into(),
            _ => "The draft is published. Changes are for the meeting that confirms it".into(),
        }
    }

    fn before(&self) -> Markup {
        html! {
            @if !self.possible() { p.govuk-body { (self.impossible()) "." } }
            @else if self.about.is_none() {
                p.govuk-body { "To change the words of an item, open this form from the item on the page of the minutes: its words are in the form then." }
            }
        }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "item" => readable(&self.loaded),
            _ => Vec::new(),
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        let chair = self.loaded.record.presiding.map(|p| self.loaded.name(p));
        match field {
            "chair" => chair.into_iter().collect(),
            "result" => self.about.map(|_| "change".to_string()).into_iter().collect(),
            "item" => self.about.map(|id| id.to_string()).into_iter().collect(),
            "words" => words_of(&self.loaded, self.about),
            "revision" => self.loaded.revision(),
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        self.loaded.same(filled)?;
        let chair = filled.get("chair").trim().to_string();
        let comment = filled.words("comment");
        if filled.get("result") == "nothing" {
            if self.loaded.kept.texts.asked.iter().any(|a| a.of == AskedBy::Chair && a.is_open()) {
                return Err(Undone::wrong(
                    "result",
                    "The chair asked for changes that nobody has settled. Take them over or leave them first",
                ));
            }
            let kept = self.loaded.after_by(context, chair.clone(), Step::Checked { asks: None })?;
            return minutes::keep(context, &kept, &Besides::default(), "chair_check", json!({ "chair": chair, "asks": null })).await;
        }
        let asked = match filled.number("item").and_then(|id| self.loaded.item(id)) {
            Some(of) => Some(change(&self.loaded, of.item.id, AskedBy::Chair, &chair, context, filled)?),
            None => None,
        };
        let number = asked.as_ref().and_then(|a| self.loaded.item(a.item)).map(|i| i.item.number.clone());
        let asks = match (&comment, &number) {
            // The step and the journal say which item; the comment stands with the texts, for whoever may read the item.
            (_, Some(number)) => format!("the words of item {number}"),
            (Some(_), None) => "a comment on the whole".into(),
            (None, None) => return Err(Undone::wrong("comment", "Write what is to be changed, or choose an item and write its words")),
        };
        let mut kept = self.loaded.after_by(context, chair.clone(), Step::Checked { asks: Some(asks.clone()) })?;
        let item = asked.as_ref().map(|a| a.item);
        kept.texts.asked.extend(asked);
        kept.texts.comments.extend(comment.map(|words| Comment { item, by: chair.clone(), on: context.now.date(), words }));
        minutes::keep(context, &kept, &Besides::default(), "chair_check", json!({ "chair": chair, "asks": asks })).await
    }
}

/// The items whose words this person may read, for a form.
pub(super) fn readable(loaded: &Loaded) -> Vec<(String, String)> {
    loaded.items.iter().filter(|i| i.public().is_some()).map(|i| (i.item.id.to_string(), item::title(&i.item))).collect()
}

/// The words of an item as they stand, where this person may read them.
pub(super) fn words_of(loaded: &Loaded, item: Option<i64>) -> Vec<String> {
    item.and_then(|id| loaded.item(id)).and_then(|i| i.public()).map(str::to_string).into_iter().collect()
}

/// The change that a form asks for.
pub(super) fn change(loaded: &Loaded, item: i64, of: AskedBy, by: &str, context: &Context, filled: &Filled) -> Result<Asked, Undone> {
    let before = words_of(loaded, Some(item)).into_iter().next();
    let Some(before) = before else { return Err(Undone::wrong("item", "This item has no words yet that you may read")) };
    let asked = Asked { item, of, by: by.into(), on: context.now.date(), before, after: filled.get("words").trim().into(), settled: None };
    asked.check().map_err(|w| Undone::wrong("words", w.message))?;
    Ok(asked)
}
