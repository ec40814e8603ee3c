//! Ending what comes back. Only a decision does: that every action is closed is no end.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use serde_json::json;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::decisions::{Later, later};
use crate::desk::pages::recurrence::{self, Loaded};
use crate::failure::Failure;

/// Ending it.
pub struct EndRecurrence {
    loaded: Loaded,
    later: Vec<Later>,
}

impl Deed for EndRecurrence {
    const PATH: &'static str = "/desk/recurrences/{recurrence}/end";
    const TITLE: &'static str = "End it by a decision";
    const ACT: Act = Act::KeepAction;
    const FIELDS: &'static [Field] = &[
        Field::new("decision", "Decision that ends it", Ask::OneOf)
            .hint("A decision that has effect, of the body that set it or of full council. That every action is closed ends nothing"),
        Field::new("revision", "The version that you saw", Ask::Carried),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<EndRecurrence, Failure> {
        let loaded = recurrence::load(context, keys.number("recurrence")?).await?;
        let kept = &loaded.view.kept;
        let later = later(context, kept.recurrence.decided, kept.planned_item_id, loaded.meeting.body_id).await?;
        Ok(EndRecurrence { loaded, later })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item)).caption(self.loaded.title()).back(self.loaded.address())
    }

    fn before(&self) -> Markup {
        html! {
            @if !self.possible() { p.govuk-body { (self.impossible()) "." } }
            p.govuk-body { "What fell due before the decision stays. Items that are made for later days stay on their agendas until they are taken off: My work lists them." }
        }
    }

    fn possible(&self) -> bool {
        self.loaded.view.recurrence.ended().is_none() && !self.later.is_empty()
    }

    fn impossible(&self) -> String {
        if self.loaded.view.recurrence.ended().is_some() {
            return "It has ended already".into();
        }
        "No later decision that has effect is on record, of the body that set it or of full council. A review ends only when members decide so: record that decision first".into()
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        if field == "decision" { self.later.iter().map(|l| (l.id.to_string(), l.words.clone())).collect() } else { Vec::new() }
    }

    fn given(&self, field: &str) -> Vec<String> {
        if field == "revision" { vec![self.loaded.view.kept.revision.to_string()] } else { Vec::new() }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let mut kept = self.loaded.view.kept.clone();
        if filled.number("revision") != Some(kept.revision) {
            return Err(Undone::changed());
        }
        let chosen = self.later.iter().find(|l| Some(l.id) == filled.number("decision"));
        let chosen = chosen.ok_or_else(|| Undone::wrong("decision", "Choose the decision that ends it"))?;
        kept.recurrence.end(&chosen.named, chosen.on).map_err(|wrong| Undone::fields(Self::FIELDS, vec![wrong]))?;
        kept.ended_item_id = chosen.item;
        let body = json!({ "decision": chosen.id, "on": chosen.on });
        if !context.desk.desk.change_recurrence(&kept, "end_recurrence", &body, &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::made(self.loaded.address(), body))
    }
}
