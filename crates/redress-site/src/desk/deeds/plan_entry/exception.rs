//! Giving notice of the general exception: regulation 10 of SI 2012/2089.

use maud::{Markup, html};
use redress::access::Act;
use redress::day::with_weekday;
use redress::forward_plan::{Exception, Notices, earliest};
use redress_store::desk::work::forward_plan::PlanNotice;

use super::form::lines;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::forward_plan::{self, Loaded};
use crate::failure::Failure;

/// Giving notice.
pub struct GiveGeneralException {
    loaded: Loaded,
    title: String,
    impossible: Option<String>,
}

impl Deed for GiveGeneralException {
    const PATH: &'static str = "/desk/forward-plan/{entry}/general-exception";
    const TITLE: &'static str = "Give notice of the general exception";
    const ACT: Act = Act::PublishNotice;
    const FIELDS: &'static [Field] = &[
        Field::new("told", "Who of scrutiny was told in writing", Ask::Text)
            .hint("The chair of the scrutiny committee; every member of it, one a line, where there is no chair"),
        Field::new("available", "When the notice was made available", Ask::Date)
            .hint("At the council's offices and on its website. Publish the plan on that day: it shows the notice"),
        Field::new("reason", "Why 28 clear days were impracticable", Ask::Text).hint("The public reads it: regulation 10(3)"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<GiveGeneralException, Failure> {
        let loaded = forward_plan::load(context, keys.number("entry")?).await?;
        Ok(GiveGeneralException { title: loaded.title(context), impossible: super::needs_nothing(context, &loaded), loaded })
    }

    fn about(&self) -> About {
        super::about_notice(&self.loaded, &self.title)
    }

    fn before(&self) -> Markup {
        html! {
            @if let Some(why) = &self.impossible { div.govuk-inset-text { (why) "." } }
            p.govuk-body { "The decision can be made only after five clear days have elapsed following the day on which the notice was made available: regulation 10(1)." }
        }
    }

    fn possible(&self) -> bool {
        self.impossible.is_none()
    }

    fn impossible(&self) -> String {
        self.impossible.clone().unwrap_or_default()
    }

    async fn consequences(&self, context: &Context, filled: &Filled) -> Result<Option<Markup>, Undone> {
        let exception = read(context, filled)?;
        let notices = Notices { exception: Some(exception), ..Notices::default() };
        let first = earliest(&notices, &context.readings(), &context.desk.site.calendar).ok().flatten();
        Ok(Some(html! {
            @if let Some(first) = first { p.govuk-body { "The decision can be made from " strong { (with_weekday(first)) } ": regulation 10(1)." } }
            p.govuk-body { "It is to be made " (self.loaded.kept.working.entry.when.words()) "." }
        }))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let exception = read(context, filled)?;
        context.desk.desk.record_plan_notice(self.loaded.kept.id, PlanNotice::Exception(&exception), &context.act()).await?;
        Ok(Done::made(self.loaded.address(), serde_json::json!(exception)))
    }
}

fn read(context: &Context, filled: &Filled) -> Result<Exception, Undone> {
    let Some(available) = filled.date("available") else { return Err(Undone::wrong("available", "This must be a real date")) };
    if available > context.now.date() {
        return Err(Undone::wrong("available", "A notice is recorded when it has been made available, not before"));
    }
    let exception = Exception { told: lines(filled, "told"), available, reason: filled.get("reason").into() };
    let wrong = exception.check();
    if wrong.is_empty() { Ok(exception) } else { Err(Undone::fields(GiveGeneralException::FIELDS, wrong)) }
}
