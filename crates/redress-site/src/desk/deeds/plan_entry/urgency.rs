//! Recording the agreement that a key decision is urgent and cannot reasonably be deferred: regulation 11 of SI 2012/2089.

use maud::{Markup, html};
use redress::access::Act;
use redress::forward_plan::Urgency;
use redress::private_meeting::Agreement;
use redress_store::desk::work::forward_plan::PlanNotice;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::deeds::agreement::{CAPACITIES, capacity};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::forward_plan::{self, Loaded};
use crate::failure::Failure;

/// Recording it.
pub struct RecordUrgency {
    loaded: Loaded,
    title: String,
    impossible: Option<String>,
}

impl Deed for RecordUrgency {
    const PATH: &'static str = "/desk/forward-plan/{entry}/special-urgency";
    const TITLE: &'static str = "Record that the decision is urgent";
    const ACT: Act = Act::RecordAgreement;
    const FIELDS: &'static [Field] = &[
        Field::new("capacity", "Who agreed", Ask::One(CAPACITIES)),
        Field::new("name", "Name", Ask::Line),
        Field::new("on", "Agreed on", Ask::Date),
        Field::new("reason", "Why the decision is urgent and cannot reasonably be deferred", Ask::Text).hint("The public reads it"),
        Field::new("former_could_not", "Why the one before could not act", Ask::Text).hint("Only for a substitute").optional(),
        Field::new("urgency_reason", "Why five clear days' notice was impracticable too", Ask::Text)
            .hint("The public reads it: regulation 11(3)"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<RecordUrgency, Failure> {
        let loaded = forward_plan::load(context, keys.number("entry")?).await?;
        Ok(RecordUrgency { title: loaded.title(context), impossible: super::needs_nothing(context, &loaded), loaded })
    }

    fn about(&self) -> About {
        super::about_notice(&self.loaded, &self.title)
    }

    fn before(&self) -> Markup {
        html! {
            @if let Some(why) = &self.impossible { div.govuk-inset-text { (why) "." } }
            p.govuk-body { "Only where the general exception is impracticable too: regulation 11. The decision is then listed in the leader's report to the council: regulation 19." }
        }
    }

    fn possible(&self) -> bool {
        self.impossible.is_none()
    }

    fn impossible(&self) -> String {
        self.impossible.clone().unwrap_or_default()
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let Some(on) = filled.date("on") else { return Err(Undone::wrong("on", "Agreed on must be a real date")) };
        if on > context.now.date() {
            return Err(Undone::wrong("on", "An agreement is recorded when it has been given, not before"));
        }
        let agreement = Agreement {
            capacity: capacity(filled.get("capacity")),
            name: filled.get("name").into(),
            on,
            reason: filled.get("reason").into(),
            former_could_not: filled.words("former_could_not"),
        };
        let urgency = Urgency { agreement, reason: filled.get("urgency_reason").into() };
        let wrong = urgency.check(self.loaded.day());
        if !wrong.is_empty() {
            return Err(Undone::fields(Self::FIELDS, wrong));
        }
        context.desk.desk.record_plan_notice(self.loaded.kept.id, PlanNotice::Urgency(&urgency), &context.act()).await?;
        Ok(Done::made(self.loaded.address(), serde_json::json!(urgency)))
    }
}
