//! Building the minutes from what was taken down. A text that somebody edited is never overwritten without being asked.

use maud::{Markup, html};
use redress::access::Act;
use redress::minutes::built::build;
use redress::minutes::stage::{Stands, Step};
use redress::minutes::texts::{ItemText, Texts};
use redress::workspace::with_names;
use redress::wrong::Wrong;
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

/// Building the minutes.
pub struct BuildMinutes {
    loaded: Loaded,
    built: Result<Texts, Vec<Wrong>>,
}

impl Deed for BuildMinutes {
    const PATH: &'static str = "/desk/meetings/{meeting}/minutes/build";
    const TITLE: &'static str = "Build the minutes";
    const ACT: Act = Act::RecordMinute;
    const FIELDS: &'static [Field] = &[
        Field::new("replace", "Edited texts to replace", Ask::AnyOf)
            .hint("What is not ticked stays as it was edited; the differences are shown above")
            .optional(),
        REVISION,
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<BuildMinutes, Failure> {
        let loaded = minutes::load(context, keys).await?;
        let name = |member: i64| loaded.name(member);
        let items: Vec<(i64, String)> = loaded.items.iter().map(|i| (i.item.id, i.item.number.clone())).collect();
        let held = |id: i64| loaded.item(id).is_some_and(|i| i.covered);
        let built = build(&loaded.record, loaded.quorum(), &name)
            .map(|built| Texts { entries: loaded.entries, ..Texts::of(&built, &loaded.record, &items, &held, &name) });
        Ok(BuildMinutes { loaded, built })
    }

    fn about(&self) -> About {
        self.loaded.about()
    }

    fn possible(&self) -> bool {
        self.loaded.not_held.is_none() && self.built.is_ok() && self.loaded.kept.stages.stands() < Stands::Confirmed
    }

    fn impossible(&self) -> String {
        match (&self.loaded.not_held, &self.built) {
            (Some(why), _) => why.clone(),
            _ if self.loaded.kept.stages.stands() >= Stands::Confirmed => {
                "The minutes are confirmed. A mistake found now is corrected by a minute of a later meeting.".into()
            }
            (None, Err(_)) => {
                let name = |member: i64| self.loaded.name(member);
                // What is wrong under an item that this person may not read is told to those who may.
                match build(&self.loaded.readable, self.loaded.quorum(), &name) {
                    Err(wrong) => wrong.into_iter().map(|w| with_names(w, &name).message).collect::<Vec<_>>().join(" "),
                    Ok(_) => "Something is wrong under an item that is closed to you. Whoever may read it sees what is missing".into(),
                }
            }
            (None, Ok(_)) => "There is nothing to build".into(),
        }
    }

    fn before(&self) -> Markup {
        html! {
            @if !self.possible() { p.govuk-body { (self.impossible()) } }
            @else {
                p.govuk-body { "The words of each item are made from what was taken down. What was said in private goes into the private words alone." }
                @for (text, edited) in self.edited() { (difference(&self.loaded, text, edited)) }
            }
        }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        let edited = |(text, _): (&ItemText, &WrittenMinute)| {
            let title = self.loaded.item(text.item).map_or(String::new(), |i| item::title(&i.item));
            (text.item.to_string(), title)
        };
        match field {
            "replace" => self.edited().into_iter().map(edited).collect(),
            _ => Vec::new(),
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        if field == "revision" { self.loaded.revision() } else { Vec::new() }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        self.loaded.same(filled)?;
        let Ok(built) = &self.built else { return Err(Undone::wrong("", self.impossible())) };
        let replace: Vec<i64> = filled.all("replace").iter().filter_map(|id| id.parse().ok()).collect();
        let mut words = Vec::new();
        for text in &built.items {
            let stands = self.loaded.item(text.item).and_then(|i| i.words.as_ref());
            let keeps = stands.is_some_and(|w| self.is_edited(text.item, w) && !replace.contains(&text.item));
            if !keeps && stands != Some(&as_built(text)) {
                words.push((text.item, as_built(text)));
            }
        }
        let draft = self.loaded.made(&built.opening, &words, |i| !i.covered);
        let mut kept = self.loaded.after(context, Step::Drafted { text: draft })?;
        let changed: Vec<i64> = words.iter().map(|(item, _)| *item).collect();
        kept.texts =
            Texts { asked: self.loaded.kept.texts.asked.clone(), comments: self.loaded.kept.texts.comments.clone(), ..built.clone() };
        let told = json!({ "meeting": self.loaded.meeting.id, "entries": built.entries, "items": changed });
        minutes::keep(context, &kept, &Besides { words, letters: Vec::new() }, "build_minutes", told).await
    }
}

impl BuildMinutes {
    /// Items whose words somebody edited since they were built, where building anew gives others.
    fn edited(&self) -> Vec<(&ItemText, &WrittenMinute)> {
        let Ok(built) = &self.built else { return Vec::new() };
        let edited = |text| -> Option<(&ItemText, &WrittenMinute)> {
            let text: &ItemText = text;
            let words = self.loaded.item(text.item)?.words.as_ref()?;
            (self.is_edited(text.item, words) && *words != as_built(text)).then_some((text, words))
        };
        built.items.iter().filter_map(edited).collect()
    }

    /// Whether the words are not those that were built last; words written by hand before any building count as edited.
    fn is_edited(&self, item: i64, words: &WrittenMinute) -> bool {
        self.loaded.kept.texts.item(item).is_none_or(|text| as_built(text) != *words)
    }
}

fn as_built(text: &ItemText) -> WrittenMinute {
    WrittenMinute { public_words: text.public.clone(), private_words: text.private.clone() }
}

fn difference(loaded: &Loaded, text: &ItemText, edited: &WrittenMinute) -> Markup {
    let Some(of) = loaded.item(text.item) else { return html! {} };
    html! {
        h2.govuk-heading-s { (item::title(&of.item)) ": edited since it was built" }
        @if of.may_read {
            (compared::key("the edited text", "the text built anew"))
            div.redress-record.redress-record--quoted { p { (compared::runs(&edited.public_words, &text.public)) } }
        } @else { p.govuk-body { "You may not read this text." } }
        @if of.may_read && of.inside && edited.private_words != text.private {
            h3.govuk-heading-s { "Private words" }
            div.redress-record.redress-record--quoted {
                p { (compared::runs(edited.private_words.as_deref().unwrap_or_default(), text.private.as_deref().unwrap_or_default())) }
            }
        }
    }
}
