//! A request to call a decision in: Local Government Act 2000, section 9F, and the rules of the council.

use std::collections::BTreeMap;

use maud::{Markup, html};
use redress::access::{Act, Subject};
use redress::call_in::{Caller, Request, Window};
use redress::day::with_weekday;
use redress::wrong::Wrong;
use redress_store::desk::publish::Because;
use redress_store::desk::work::decision_record::KeptDecision;

use super::publish::office;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::decision;
use crate::desk::safe_words;
use crate::failure::Failure;

/// A request.
pub struct RequestCallIn {
    kept: KeptDecision,
    subject: Subject,
    window: Option<Window>,
    asked: bool,
    waived: bool,
    members: BTreeMap<i64, String>,
}

impl Deed for RequestCallIn {
    const PATH: &'static str = "/desk/decisions/{decision}/call-in";
    const TITLE: &'static str = "Record a request to call in";
    const ACT: Act = Act::RecordCallIn;
    const FIELDS: &'static [Field] = &[
        Field::new("members", "Who asks", Ask::AnyOf),
        Field::new("at", "When the request arrived", Ask::Moment),
        Field::new("grounds", "Grounds", Ask::Text).hint("Which principle of decision-making was not kept, and how. The public reads it"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<RequestCallIn, Failure> {
        let loaded = decision::load(context, keys.number("decision")?).await?;
        let today = context.now.date();
        let members = context.desk.desk.members_in_office(today).await?.into_iter().collect();
        let window = loaded.told.window(&context.desk.site.calendar);
        let asked = loaded.told.asked().is_some();
        Ok(RequestCallIn { window, asked, waived: loaded.told.waiver.is_some(), kept: loaded.kept, subject: loaded.subject, members })
    }

    fn about(&self) -> About {
        About::of(self.subject.clone()).caption(self.kept.title.clone()).back(self.kept.address())
    }

    fn possible(&self) -> bool {
        self.window.is_some() && !self.asked && !self.waived
    }

    fn impossible(&self) -> String {
        if self.waived {
            "Call-in was waived for this decision".into()
        } else if self.asked {
            "It is called in already: record what came of that request".into()
        } else if self.kept.rules.is_none() {
            "It cannot be called in: only decisions of the executive can be, and of an officer only a key one".into()
        } else {
            "It is not published yet: the time for call-in begins with publication".into()
        }
    }

    fn before(&self) -> Markup {
        html! {
            @match self.window.filter(|_| self.possible()) {
                Some(window) => p.govuk-body { "The time for call-in ran from " (with_weekday(window.published)) " and ends on " (with_weekday(window.closes)) "." },
                None => p.govuk-body { (self.impossible()) "." },
            }
        }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        if field == "members" { self.members.iter().map(|(id, name)| (id.to_string(), name.clone())).collect() } else { Vec::new() }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let (Some(window), Some(rules)) = (&self.window, &self.kept.rules) else { return Err(Undone::wrong("", self.impossible())) };
        let Some(at) = filled.moment("at") else { return Err(Undone::wrong("at", "Give the day and the time")) };
        if at > context.now.datetime() {
            return Err(Undone::wrong("at", "This is still to come. A request is recorded when it has arrived"));
        }
        let members: std::collections::BTreeSet<i64> = filled.all("members").iter().filter_map(|m| m.parse().ok()).collect();
        let callers: Vec<String> = members.iter().filter_map(|m| self.members.get(m).cloned()).collect();
        let request = Request { caller: Caller::Members { members }, at, grounds: filled.get("grounds").into(), outcome: None };
        let mut wrong = request.check(window, rules);
        if !redress::person_in_case::find(&request.grounds).is_empty() {
            wrong.push(Wrong::new("grounds", safe_words::NAMES));
        }
        if !wrong.is_empty() {
            return Err(Undone::fields(Self::FIELDS, wrong));
        }
        let office = office(context);
        let because = Because { by: &office, reason: "Called in" };
        let id = context.desk.desk.request_call_in(self.kept.id, &request, &callers, because, &context.act()).await?;
        context.desk.carry_over().await?;
        Ok(Done::made(self.kept.address(), serde_json::json!({ "call_in": id })))
    }
}
