//! Saying what evidence a recommendation needs, one thing a line, and what was asked for in error.

use maud::{Markup, html};
use redress::access::Act;
use redress::ombudsman::evidence::{proposed, stated, taken_back};
use redress_store::desk::work::recommendation::KeptRecommendation;
use serde_json::json;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::evidence::{self, Shown};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::case::Loaded;
use crate::desk::pages::recommendation;
use crate::failure::Failure;

/// Saying what is needed.
pub struct RequireEvidence {
    kept: KeptRecommendation,
    loaded: Loaded,
    shown: Shown,
}

impl Deed for RequireEvidence {
    const PATH: &'static str = "/desk/recommendations/{recommendation}/require";
    const TITLE: &'static str = "Say what evidence is needed";
    const ACT: Act = Act::FileEvidence;
    const FIELDS: &'static [Field] = &[
        Field::new("words", "What must be shown", Ask::Text)
            .hint("One thing a line. Use the Ombudsman's own words where the decision gives them")
            .optional(),
        Field::new("not_needed", "What was asked for in error", Ask::AnyOf).optional(),
        Field::new("why", "Why it is not needed", Ask::Line).optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<RequireEvidence, Failure> {
        let (kept, loaded) = recommendation::load(context, keys.number("recommendation")?).await?;
        let shown = evidence::of(context, kept.id).await?;
        Ok(RequireEvidence { kept, loaded, shown })
    }

    fn about(&self) -> About {
        About::of(self.loaded.subject.clone())
            .caption(recommendation::title(&self.kept))
            .back(format!("/desk/recommendations/{}", self.kept.id))
    }

    fn before(&self) -> Markup {
        html! {
            blockquote.govuk-inset-text { @for line in self.kept.tracked.asked().text().lines() { (line) br; } }
            @if !self.shown.required.is_empty() {
                p.govuk-body { "Needed so far:" }
                ol.govuk-list.govuk-list--number { @for required in &self.shown.required { li value=(required.number) { (required.words) } } }
            }
        }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "not_needed" => self.shown.required.iter().map(|r| (r.number.to_string(), r.words.clone())).collect(),
            _ => Vec::new(),
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        if field != "words" || !self.shown.required.is_empty() {
            return Vec::new();
        }
        let lines: Vec<String> = proposed(self.kept.tracked.asked()).into_iter().map(|r| r.words).collect();
        vec![lines.join("\n")]
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let all = || self.shown.required.iter().chain(&self.shown.ended);
        let last = all().map(|r| r.number).max().and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
        let key = self.kept.tracked.asked().key();
        let new = stated(&key, filled.get("words"), last).map_err(|wrong| Undone::fields(Self::FIELDS, vec![wrong]))?;
        if let Some(there) = new.iter().find(|n| self.shown.required.iter().any(|r| r.words == n.words)) {
            return Err(Undone::wrong("words", format!("“{}” is asked for already", there.words)));
        }
        let ended: Vec<i64> = filled.all("not_needed").iter().filter_map(|n| n.parse().ok()).collect();
        if !ended.is_empty() {
            taken_back(filled.get("why")).map_err(|wrong| Undone::fields(Self::FIELDS, vec![wrong]))?;
        }
        if new.is_empty() && ended.is_empty() {
            return Err(Undone::wrong("words", "Say what must be shown, one thing a line"));
        }
        if !context.desk.desk.require_evidence(self.kept.id, &new, (&ended, filled.get("why")), &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::made(self.about().back, json!({ "required": new, "ended": ended })))
    }
}
