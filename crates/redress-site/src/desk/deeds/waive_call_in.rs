//! Call-in waived for a decision that cannot wait: who agreed, why, and under which rule of the constitution.

use maud::{Markup, html};
use redress::access::{Act, Subject};
use redress::call_in::Waiver;
use redress::private_meeting::{Agreement, Capacity};
use redress::wrong::Wrong;
use redress_store::desk::publish::Because;
use redress_store::desk::work::decision_record::KeptDecision;

use super::agreement::CAPACITIES;
use super::publish::office;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::decision;
use crate::desk::safe_words;
use crate::failure::Failure;

/// Waiving.
pub struct WaiveCallIn {
    kept: KeptDecision,
    subject: Subject,
    barred: Option<&'static str>,
}

impl Deed for WaiveCallIn {
    const PATH: &'static str = "/desk/decisions/{decision}/waive-call-in";
    const TITLE: &'static str = "Record that call-in is waived";
    const ACT: Act = Act::RecordCallIn;
    const FIELDS: &'static [Field] = &[
        Field::new("capacity", "Who agreed", Ask::One(CAPACITIES)),
        Field::new("name", "Name", Ask::Line),
        Field::new("on", "Agreed on", Ask::Date).hint("Not after the decision"),
        Field::new("reason", "Why it was agreed that the decision is urgent", Ask::Text),
        Field::new("former_could_not", "Why the one before could not act", Ask::Text).hint("Only for a substitute").optional(),
        Field::new("waiver_reason", "Why waiting for call-in would harm the council or the public", Ask::Text).hint("The public reads it"),
        Field::new("rule", "Rule of the constitution that allows it", Ask::Line),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<WaiveCallIn, Failure> {
        let loaded = decision::load(context, keys.number("decision")?).await?;
        let barred = if loaded.kept.rules.is_none() {
            Some("It cannot be called in, so there is nothing to waive")
        } else if loaded.told.waiver.is_some() {
            Some("Call-in is waived already")
        } else if loaded.told.asked().is_some() {
            Some("It is called in: a waiver comes before the request")
        } else {
            None
        };
        Ok(WaiveCallIn { kept: loaded.kept, subject: loaded.subject, barred })
    }

    fn about(&self) -> About {
        About::of(self.subject.clone()).caption(self.kept.title.clone()).back(self.kept.address())
    }

    fn possible(&self) -> bool {
        self.barred.is_none()
    }

    fn impossible(&self) -> String {
        self.barred.unwrap_or_default().into()
    }

    fn before(&self) -> Markup {
        html! {
            @match self.barred {
                Some(why) => p.govuk-body { (why) "." },
                None => p.govuk-body { "The decision can then be carried out at once. What is agreed after the decision heals nothing." },
            }
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let capacity = match filled.get("capacity") {
            "chair_of_authority" => Capacity::ChairOfAuthority,
            "vice_chair_of_authority" => Capacity::ViceChairOfAuthority,
            _ => Capacity::ChairOfScrutiny,
        };
        let Some(on) = filled.date("on") else { return Err(Undone::wrong("on", "Give the day of the agreement")) };
        let agreement = Agreement {
            capacity,
            name: filled.get("name").into(),
            on,
            reason: filled.get("reason").into(),
            former_could_not: filled.words("former_could_not"),
        };
        let waiver = Waiver {
            decided: self.kept.decided_on,
            reason: filled.get("waiver_reason").into(),
            agreement,
            rule: filled.get("rule").into(),
        };
        let mut wrong = waiver.check();
        for (field, text) in [("waiver_reason", &waiver.reason), ("reason", &waiver.agreement.reason)] {
            if !redress::person_in_case::find(text).is_empty() {
                wrong.push(Wrong::new(field, safe_words::NAMES));
            }
        }
        // The rule on agreements speaks of a meeting; here the decision is what comes too early.
        wrong.iter_mut().filter(|w| w.field == "on").for_each(|w| {
            w.message = format!(
                "It must be obtained before the decision on {}; later agreement heals nothing.",
                redress::day::long(self.kept.decided_on)
            );
        });
        if !wrong.is_empty() {
            return Err(Undone::fields(Self::FIELDS, wrong));
        }
        let office = office(context);
        let because = Because { by: &office, reason: "Call-in waived" };
        if !context.desk.desk.waive_call_in(self.kept.id, &waiver, because, &context.act()).await? {
            return Err(Undone::changed());
        }
        context.desk.carry_over().await?;
        Ok(Done::at(self.kept.address()))
    }
}
