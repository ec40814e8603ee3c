//! Taking over the words that the chair asks for, or leaving the draft as it is.

use maud::{Markup, html};
use redress::access::Act;
use redress::minutes::asked::{Asked, AskedBy, Settled};
use redress::minutes::stage::{Stands, Step};
use redress_store::desk::work::meeting_minutes::Besides;
use redress_store::desk::work::minute::WrittenMinute;
use serde_json::json;

use super::REVISION;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::minutes::{self, Loaded};
use crate::desk::pages::item;
use crate::failure::Failure;
use crate::layout::compared;

/// Settling a change.
pub struct TakeOver {
    loaded: Loaded,
}

impl Deed for TakeOver {
    const PATH: &'static str = "/desk/meetings/{meeting}/minutes/take-over";
    const TITLE: &'static str = "Settle the chair's changes";
    const ACT: Act = Act::RecordMinute;
    const FIELDS: &'static [Field] = &[
        Field::new("changes", "Changes", Ask::AnyOf),
        Field::new(
            "do",
            "What is done with them",
            Ask::One(&[("take_over", "Take the words over"), ("leave", "Leave the draft as it is")]),
        ),
        REVISION,
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<TakeOver, Failure> {
        Ok(TakeOver { loaded: minutes::load(context, keys).await? })
    }

    fn about(&self) -> About {
        self.loaded.about()
    }

    fn possible(&self) -> bool {
        !self.open().is_empty() && self.loaded.kept.stages.stands() < Stands::PublishedAsDraft
    }

    fn impossible(&self) -> String {
        "The chair asks for no change that waits to be settled, or the draft is published".into()
    }

    fn before(&self) -> Markup {
        html! {
            @if !self.possible() { p.govuk-body { (self.impossible()) "." } }
            @for (_, asked) in self.open() {
                h2.govuk-heading-s { (self.title(asked)) }
                (compared::key("the draft as it stands", "the words that the chair asks for"))
                div.redress-record.redress-record--quoted { p { (compared::runs(self.now(asked), &asked.after)) } }
            }
        }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "changes" => self.open().into_iter().map(|(at, asked)| (at.to_string(), self.title(asked))).collect(),
            _ => Vec::new(),
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        if field == "revision" { self.loaded.revision() } else { Vec::new() }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        self.loaded.same(filled)?;
        let chosen: Vec<usize> = filled.all("changes").iter().filter_map(|at| at.parse().ok()).collect();
        let taken_over = filled.get("do") == "take_over";
        let by = context.visitor.signed_in.name.clone();
        let mut asked = self.loaded.kept.texts.asked.clone();
        let mut words: Vec<(i64, WrittenMinute)> = Vec::new();
        for at in chosen {
            let Some(change) = asked.get_mut(at) else { continue };
            change.settled = Some(Settled { taken_over, by: by.clone(), on: context.now.date() });
            if taken_over {
                let private_words = self.loaded.item(change.item).and_then(|i| i.words.clone()).and_then(|w| w.private_words);
                words.retain(|(item, _)| *item != change.item);
                words.push((change.item, WrittenMinute { public_words: change.after.clone(), private_words }));
            }
        }
        let mut kept = match words.is_empty() {
            true => self.loaded.kept.clone(),
            false => self.loaded.after(context, Step::Drafted { text: self.loaded.whole_with(&words) })?,
        };
        kept.texts.asked = asked;
        let items: Vec<i64> = words.iter().map(|(item, _)| *item).collect();
        let told = json!({ "taken_over": taken_over, "items": items });
        minutes::keep(context, &kept, &Besides { words, letters: Vec::new() }, "settle_changes", told).await
    }
}

impl TakeOver {
    /// The chair's open changes that this person may read, with their places.
    fn open(&self) -> Vec<(usize, &Asked)> {
        let shown = |a: &Asked| a.of == AskedBy::Chair && a.is_open() && self.loaded.item(a.item).is_some_and(|i| i.may_read);
        self.loaded.kept.texts.asked.iter().enumerate().filter(|(_, a)| shown(a)).collect()
    }

    fn title(&self, asked: &Asked) -> String {
        self.loaded.item(asked.item).map_or(String::new(), |i| item::title(&i.item))
    }

    fn now<'a>(&'a self, asked: &'a Asked) -> &'a str {
        self.loaded.item(asked.item).and_then(|i| i.public()).unwrap_or(&asked.before)
    }
}
