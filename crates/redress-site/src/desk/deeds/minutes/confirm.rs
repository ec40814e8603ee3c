//! A later meeting confirms the minutes, with the corrections that were typed: Local Government Act 1972, Schedule 12,
//! paragraph 41.

use maud::{Markup, html};
use redress::access::Act;
use redress::minutes::asked::{Asked, AskedBy, Settled};
use redress::minutes::stage::{Stands, Step};
use redress::publishing::family_remark;
use redress_store::desk::work::meeting_minutes::{Besides, MeetingMinutes};
use redress_store::desk::work::minute::WrittenMinute;
use serde_json::json;

use super::REVISION;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::minutes::{self, Loaded};
use crate::desk::pages::{item, meeting};
use crate::failure::Failure;
use crate::layout::compared;

/// Confirming.
pub struct Confirm {
    loaded: Loaded,
    /// Items of later meetings: number at the desk, number as displayed, words for the form.
    items: Vec<(i64, String, String)>,
}

impl Deed for Confirm {
    const PATH: &'static str = "/desk/meetings/{meeting}/minutes/confirm";
    const TITLE: &'static str = "Record that a meeting confirmed them";
    const ACT: Act = Act::RecordMinute;
    const FIELDS: &'static [Field] = &[
        Field::new("meeting", "Meeting that confirmed them", Ask::OneOf).hint("The next suitable one after this meeting"),
        Field::new("item", "Item of that meeting", Ask::OneOf).optional(),
        Field::new("corrections", "What the meeting corrected, and why", Ask::Text)
            .hint("The public reads it. Leave it blank where nothing was corrected")
            .optional(),
        Field::new("why_later", "Why it was not done at the next suitable meeting", Ask::Text).optional(),
        REVISION,
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<Confirm, Failure> {
        let loaded = minutes::load(context, keys).await?;
        let mut items = Vec::new();
        for later in loaded.meetings.iter().filter(|m| m.on_date > loaded.meeting.on_date) {
            for planned in context.desk.desk.planned_items(later.id).await? {
                let shown = item::veiled(context, planned).await?;
                items.push((shown.id, shown.number.clone(), format!("{}: {}", meeting::title(later), item::title(&shown))));
            }
        }
        Ok(Confirm { loaded, items })
    }

    fn about(&self) -> About {
        self.loaded.about()
    }

    fn possible(&self) -> bool {
        (Stands::Draft..Stands::Confirmed).contains(&self.loaded.kept.stages.stands())
    }

    fn impossible(&self) -> String {
        match self.loaded.kept.stages.stands() {
            Stands::NotWritten => "There is no draft that waits to be confirmed".into(),
            _ => "The minutes are confirmed already".into(),
        }
    }

    fn before(&self) -> Markup {
        html! {
            @if !self.possible() { p.govuk-body { (self.impossible()) "." } }
            @if self.loaded.sittings().of_council {
                p.govuk-body { "An extraordinary meeting of the council leaves the minutes to the next ordinary one (Local Government Act 1972, Schedule 12, paragraph 41(3))." }
            }
            (self.corrections())
        }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        let sort = |m: &redress_store::desk::work::meeting::PlannedMeeting| match m.kind.as_deref() {
            Some("extraordinary") => " (extraordinary)",
            _ => "",
        };
        match field {
            "meeting" => self.loaded.meetings.iter().map(|m| (m.id.to_string(), format!("{}{}", meeting::title(m), sort(m)))).collect(),
            "item" => self.items.iter().map(|(id, _, words)| (id.to_string(), words.clone())).collect(),
            _ => Vec::new(),
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        if field == "revision" { self.loaded.revision() } else { Vec::new() }
    }

    async fn consequences(&self, context: &Context, filled: &Filled) -> Result<Option<Markup>, Undone> {
        self.after(context, filled)?;
        Ok(Some(html! {
            (self.corrections())
            p.govuk-body { "From then on nobody changes the words: a mistake found later is corrected by a minute of a later meeting. The public reads the confirmed minutes once they are published." }
        }))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let (kept, words) = self.after(context, filled)?;
        let told = json!({ "meeting": filled.get("meeting"), "item": filled.get("item"), "corrected_items": words.iter().map(|(i, _)| *i).collect::<Vec<_>>() });
        minutes::keep(context, &kept, &Besides { words, letters: Vec::new() }, "confirm_minutes", told).await
    }
}

impl Confirm {
    fn open(&self) -> impl Iterator<Item = &Asked> {
        self.loaded.kept.texts.asked.iter().filter(|a| a.of == AskedBy::Meeting && a.is_open())
    }

    fn corrections(&self) -> Markup {
        html! {
            @if self.open().next().is_none() { p.govuk-body { "No correction is typed. Where the meeting corrected something, type it first, from the page of the minutes." } }
            @else { (compared::key("the draft", "the minutes as corrected")) }
            @for asked in self.open() {
                @if let Some(of) = self.loaded.item(asked.item).filter(|i| i.may_read) {
                    h2.govuk-heading-s { (item::title(&of.item)) }
                    div.redress-record.redress-record--quoted { p { (compared::runs(of.public().unwrap_or_default(), &asked.after)) } }
                }
            }
        }
    }

    /// The minutes as confirmed, with the words that it changes.
    fn after(&self, context: &Context, filled: &Filled) -> Result<(MeetingMinutes, Vec<(i64, WrittenMinute)>), Undone> {
        self.loaded.same(filled)?;
        let chosen = filled.number("meeting").and_then(|id| self.loaded.meetings.iter().find(|m| m.id == id));
        let Some(at) = chosen.and_then(|m| m.on_date.parse().ok()) else {
            return Err(Undone::wrong("meeting", "Meeting that confirmed them: choose one"));
        };
        let corrections = filled.words("corrections");
        if let Some(said) = &corrections
            && (!redress::person_in_case::find(said).is_empty() || !family_remark::find(said).is_empty())
        {
            return Err(Undone::wrong(
                "corrections",
                "This seems to name a person or to remark on a family. The public reads it: leave that out",
            ));
        }
        let item =
            filled.number("item").and_then(|id| self.items.iter().find(|(item, ..)| *item == id)).map(|(_, number, _)| number.clone());
        let changed = |a: &Asked| {
            let private_words = self.loaded.item(a.item).and_then(|i| i.words.clone()).and_then(|w| w.private_words);
            (a.item, WrittenMinute { public_words: a.after.clone(), private_words })
        };
        let words: Vec<(i64, WrittenMinute)> = self.open().map(changed).collect();
        let text = self.loaded.whole_with(&words);
        let step = Step::Confirmed { meeting: at, text, corrections, why_later: filled.words("why_later"), item };
        let mut kept = self.loaded.after(context, step)?;
        let by = context.visitor.signed_in.name.clone();
        for asked in kept.texts.asked.iter_mut().filter(|a| a.of == AskedBy::Meeting && a.is_open()) {
            asked.settled = Some(Settled { taken_over: true, by: by.clone(), on: context.now.date() });
        }
        for (id, _) in &words {
            let before = self.loaded.item(*id).and_then(|i| i.words.as_ref()).map(|w| w.public_words.clone());
            match kept.texts.items.iter_mut().find(|t| t.item == *id) {
                Some(text) => text.before_correction = before,
                None => return Err(Undone::wrong("", "A corrected item is not in the minutes as built. Build them again first")),
            }
        }
        Ok((kept, words))
    }
}
