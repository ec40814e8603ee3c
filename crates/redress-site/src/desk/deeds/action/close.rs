//! Saying that an action is done, with what shows it. While its decision has no effect nothing of it can be done.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::Act;
use redress::action::Event;

use super::{REVISION, carried, record};
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::action::{self, Loaded};
use crate::desk::pages::case;
use crate::desk::safe_words;
use crate::failure::Failure;

/// Saying so.
pub struct CloseAction {
    loaded: Loaded,
    today: Date,
    /// Evidence that was filed for the cases of its item.
    filed: Vec<(i64, String)>,
}

impl Deed for CloseAction {
    const PATH: &'static str = "/desk/actions/{action}/close";
    const TITLE: &'static str = "Say that it is done";
    const ACT: Act = Act::GiveProgress;
    const FIELDS: &'static [Field] = &[
        Field::new("on", "Done on", Ask::Date).hint("The day on which it was done. Lateness is counted to this day"),
        Field::new("evidence", "What shows that it is done", Ask::Text)
            .hint("In words: the report, the page, the record. The public reads it where the action is public"),
        Field::new("filed", "Evidence filed for the case", Ask::AnyOf).optional(),
        REVISION,
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<CloseAction, Failure> {
        let loaded = action::load(context, keys.number("action")?).await?;
        let desk = &context.desk.desk;
        let mut filed = Vec::new();
        for considered in desk.cases_of_item(loaded.item.id).await? {
            if case::load(context, considered.id).await.is_err() {
                continue;
            }
            for one in desk.recommendations_of_case(considered.id).await? {
                let key = one.tracked.asked().key();
                let files = desk.evidence_of(one.id).await?.into_iter().filter(|e| e.withdrawn_at.is_none());
                filed.extend(files.map(|e| (e.id, format!("Recommendation {key}, number {}", e.number))));
            }
        }
        Ok(CloseAction { loaded, today: context.now.date(), filed })
    }

    fn about(&self) -> About {
        self.loaded.about()
    }

    fn before(&self) -> Markup {
        html! { (self.loaded.asked()) }
    }

    fn possible(&self) -> bool {
        self.loaded.kept.action.closed().is_none() && self.loaded.held.is_none()
    }

    fn impossible(&self) -> String {
        self.loaded.held.clone().unwrap_or_else(|| "The action is closed already".into())
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        if field == "filed" { self.filed.iter().map(|(id, words)| (id.to_string(), words.clone())).collect() } else { Vec::new() }
    }

    fn given(&self, field: &str) -> Vec<String> {
        if field == "on" { vec![redress::day::long(self.today)] } else { carried(&self.loaded, field) }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        safe_words::names_nobody("evidence", filled.get("evidence"))?;
        let chosen = filled.all("filed");
        let filed = self.filed.iter().filter(|(id, _)| chosen.contains(&id.to_string())).map(|(_, words)| words.clone());
        let mut evidence = vec![filled.get("evidence").to_string()];
        evidence.extend(filed.map(|words| format!("Evidence on file: {words}")));
        let event = Event::Done { evidence: evidence.join("\n"), done_on: filled.date("on") };
        record(context, &self.loaded, filled, "close_action", event, Self::FIELDS).await
    }
}
