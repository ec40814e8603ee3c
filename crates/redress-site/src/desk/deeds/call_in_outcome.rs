//! What came of a request to call in, and later how the decision was taken again.

use maud::{Markup, html};
use redress::access::{Act, Subject};
use redress::call_in::{Again, Outcome};
use redress::wrong::Wrong;
use redress_store::desk::publish::Because;
use redress_store::desk::work::decision_record::{KeptCallIn, KeptDecision};

use super::publish::office;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::{decision, item};
use crate::desk::safe_words;
use crate::failure::Failure;

/// The outcome.
pub struct DecideCallIn {
    kept: KeptDecision,
    subject: Subject,
    open: Option<KeptCallIn>,
}

const OUTCOMES: &[(&str, &str)] = &[
    ("not_valid", "Not validated: the rules were not kept"),
    ("withdrawn", "Withdrawn by those who asked"),
    ("upheld", "Scrutiny upholds the decision"),
    ("sent_back", "Scrutiny refers it back to whoever decided"),
    ("to_council", "Scrutiny refers it to full council"),
];
const AGAIN: &[(&str, &str)] = &[
    ("not_yet", "Not taken again yet"),
    ("confirmed", "Taken again, and it stays as it was"),
    ("replaced", "Taken again, and another decision replaces it"),
];

impl Deed for DecideCallIn {
    const PATH: &'static str = "/desk/decisions/{decision}/call-in-outcome";
    const TITLE: &'static str = "Record what came of the call-in";
    const ACT: Act = Act::RecordCallIn;
    const FIELDS: &'static [Field] = &[
        Field::new("outcome", "Outcome", Ask::One(OUTCOMES)),
        Field::new("on", "On what day", Ask::Date),
        Field::new("why", "What was found or asked", Ask::Text).hint("The public reads it"),
        Field::new("item", "Number of the item at which scrutiny met on it", Ask::Number)
            .hint("The last number in the item's address at the desk")
            .optional(),
        Field::new("again", "Where it was referred: the decision as taken again", Ask::One(AGAIN)).optional(),
        Field::new("again_on", "Taken again on", Ask::Date).optional(),
        Field::new("by", "Decision record that replaces it", Ask::Line).optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<DecideCallIn, Failure> {
        let loaded = decision::load(context, keys.number("decision")?).await?;
        let waits = |c: &KeptCallIn| c.request.outcome.as_ref().is_none_or(Outcome::waits);
        let open = context.desk.desk.call_ins(loaded.kept.id).await?.into_iter().find(waits);
        Ok(DecideCallIn { kept: loaded.kept, subject: loaded.subject, open })
    }

    fn about(&self) -> About {
        About::of(self.subject.clone()).caption(self.kept.title.clone()).back(self.kept.address())
    }

    fn possible(&self) -> bool {
        self.open.is_some()
    }

    fn impossible(&self) -> String {
        "No request to call it in waits for an outcome".into()
    }

    fn before(&self) -> Markup {
        html! {
            @match &self.open {
                Some(open) => p.govuk-body { "Asked by " (open.callers.join(", ")) " on " (redress::day::long(open.request.at.date())) ": " (open.request.grounds) },
                None => p.govuk-body { (self.impossible()) "." },
            }
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        let Some(outcome) = self.open.as_ref().and_then(|o| o.request.outcome.as_ref()) else { return Vec::new() };
        let (on, why) = outcome.said();
        match field {
            "outcome" => vec![if matches!(outcome, Outcome::ToCouncil { .. }) { "to_council" } else { "sent_back" }.into()],
            "on" => vec![redress::day::long(on)],
            "why" => vec![why.into()],
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let Some(open) = &self.open else { return Err(Undone::wrong("", self.impossible())) };
        let Some(on) = filled.date("on") else { return Err(Undone::wrong("on", "Give the day")) };
        let again = match filled.get("again") {
            "confirmed" | "replaced" => {
                let Some(again_on) = filled.date("again_on") else {
                    return Err(Undone::wrong("again_on", "Give the day on which it was taken again"));
                };
                Some(Again { on: again_on, confirmed: filled.get("again") == "confirmed", by: filled.words("by") })
            }
            _ => None,
        };
        let today = context.now.date();
        if on > today || again.as_ref().is_some_and(|a| a.on > today) {
            return Err(Undone::wrong("on", "This day is still to come. An outcome is recorded when it is there"));
        }
        let why = filled.get("why").to_string();
        let outcome = match filled.get("outcome") {
            "not_valid" => Outcome::NotValid { on, why },
            "withdrawn" => Outcome::Withdrawn { on, why },
            "upheld" => Outcome::NotPursued { on, why },
            "to_council" => Outcome::ToCouncil { on, why, again },
            _ => Outcome::SentBack { on, why, again },
        };
        let mut wrong: Vec<Wrong> = open.request.check_outcome(&outcome);
        wrong.iter_mut().filter(|w| w.field == "again").for_each(|w| w.field = "again_on".into());
        if !redress::person_in_case::find(filled.get("why")).is_empty() {
            wrong.push(Wrong::new("why", safe_words::NAMES));
        }
        if !wrong.is_empty() {
            return Err(Undone::fields(Self::FIELDS, wrong));
        }
        let met = match filled.number("item") {
            Some(id) => {
                item::load(context, id).await.map_err(|_| Undone::wrong("item", "There is no such item"))?;
                Some(id)
            }
            None => None,
        };
        let office = office(context);
        let reason = format!("Call-in: {}", outcome.words());
        let because = Because { by: &office, reason: &reason };
        let after = redress::call_in::Request { outcome: Some(outcome), ..open.request.clone() };
        if !context.desk.desk.decide_call_in(self.kept.id, open, &after, met, because, &context.act()).await? {
            return Err(Undone::changed());
        }
        context.desk.carry_over().await?;
        Ok(Done::at(self.kept.address()))
    }
}
