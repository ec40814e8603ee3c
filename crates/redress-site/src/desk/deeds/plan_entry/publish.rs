//! Publishing the forward plan: every entry that differs from what is public of it, with what stands in its way; then, with a
//! reason, in one transaction.

use maud::{Markup, html};
use redress::access::{Act, Subject};
use redress::difference::words;
use redress::public::Record;
use redress::public::forward_plan::PlanEntry;
use redress_store::desk::publish::Because;
use redress_store::desk::work::case_publication::mark;
use redress_store::desk::work::plan_publication::GoingOut;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::deeds::publish::office;
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::forward_plan::proposed::{self, Proposed};
use crate::desk::safe_words;
use crate::failure::Failure;
use crate::layout::{compared, tag};

/// Publishing the plan.
pub struct PublishPlan {
    all: Vec<Proposed>,
    chosen: Vec<i64>,
    mark: String,
}

impl Deed for PublishPlan {
    const PATH: &'static str = "/desk/forward-plan/publish";
    const TITLE: &'static str = "Publish the forward plan";
    const ACT: Act = Act::Publish;
    const FIELDS: &'static [Field] = &[
        Field::new("entries", "What is published", Ask::AnyOf).hint("What is left out waits; preview again after a change"),
        Field::new("reason", "Reason", Ask::Line).hint("The public reads it in the log: Forward plan of May 2026"),
        Field::new("read", "People and families", Ask::Any(&[("yes", "I have read what is flagged, and it may be published")])).optional(),
        Field::new("previewed", "What the preview showed", Ask::Carried),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<PublishPlan, Failure> {
        // Asked before anything is put into words.
        context.may(Act::Publish, &Subject::council())?;
        let all = proposed::all(context).await?;
        let asked: Vec<i64> = keys.all("entries").iter().filter_map(|w| w.parse().ok()).collect();
        let fits = |p: &&Proposed| p.is_ready() && (asked.is_empty() || asked.contains(&p.going.id));
        let chosen: Vec<i64> = all.iter().filter(fits).map(|p| p.going.id).collect();
        let records: Vec<Record> = all.iter().filter(|p| chosen.contains(&p.going.id)).map(|p| record(&p.going)).collect();
        Ok(PublishPlan { mark: mark(&records)?, all, chosen })
    }

    fn about(&self) -> About {
        About::of(Subject::council()).back("/desk/forward-plan")
    }

    fn possible(&self) -> bool {
        self.all.iter().any(Proposed::is_ready)
    }

    fn impossible(&self) -> String {
        match self.all.first().and_then(|p| p.faults.first().map(|f| (p, f))) {
            Some((first, fault)) => format!("No entry is ready. {}: {}", first.title, fault.words),
            None => "The public has the plan as it is".into(),
        }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "entries" => self.all.iter().filter(|p| p.is_ready()).map(|p| (p.going.id.to_string(), p.title.clone())).collect(),
            _ => Vec::new(),
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "entries" => self.chosen.iter().map(i64::to_string).collect(),
            "previewed" => vec![self.mark.clone()],
            _ => Vec::new(),
        }
    }

    fn before(&self) -> Markup {
        html! {
            @if self.all.is_empty() { p.govuk-body { "The public has the plan as it is: nothing is to be published." } }
            @for one in &self.all { (shown(one)) }
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let reason = filled.get("reason");
        let chosen: Vec<&Proposed> = self.all.iter().filter(|p| self.chosen.contains(&p.going.id)).collect();
        if let Some(tell) = proposed::reason_tells(context, &chosen, reason).await? {
            return Err(Undone::wrong("reason", format!("An embargo stands and the public reads this reason. {tell}")));
        }
        safe_words::names_nobody("reason", reason)?;
        if filled.get("previewed") != self.mark {
            let told = "The plan changed since the preview was made, or other entries were chosen. Look at the preview again, then publish";
            return Err(Undone::wrong("entries", told));
        }
        if let Some(fault) = chosen.iter().flat_map(|p| &p.faults).next().filter(|_| !filled.has("read", "yes")) {
            return Err(Undone::wrong("read", format!("{} Tick the box when you have, or change the words", fault.words)));
        }
        let office = office(context);
        let going: Vec<GoingOut> = chosen.iter().map(|p| p.going.clone()).collect();
        let made = context.desk.desk.publish_plan(&going, Because { by: &office, reason }, &context.act()).await?;
        let made = made.ok_or_else(Undone::changed)?;
        context.desk.carry_over().await?;
        Ok(Done::made(self.about().back, serde_json::json!({ "published": made })))
    }
}

fn record(going: &GoingOut) -> Record {
    Record::ForwardPlan(Box::new(going.public.clone()))
}

fn text(entry: &PlanEntry) -> String {
    let listing = Record::ForwardPlan(Box::new(entry.clone())).listing();
    format!("{}\n\n{}", listing.title, listing.text)
}

fn shown(one: &Proposed) -> Markup {
    let after = text(&one.going.public);
    html! {
        section.redress-item {
            h2.govuk-heading-m {
                (one.title) " "
                @if !one.is_ready() { (tag("Not ready", "red")) }
                @else if one.going.public.taken_out().is_some() { (tag("Taken out", "grey")) }
                @else if one.before.is_none() { (tag("New", "green")) }
                @else { (tag("Changed", "blue")) }
            }
            @if one.covered { p.govuk-body { "An embargo covers the matter: it goes out under its safe title, and without a case reference." } }
            @if !one.faults.is_empty() {
                ul.govuk-list.govuk-list--bullet {
                    @for fault in &one.faults { li { @if fault.to_read { (tag("Read", "yellow")) } @else { (tag("Stops", "red")) } " " (fault.words) } }
                }
            }
            @if let Some(version) = one.going.public.history.standing().filter(|_| one.going.version.is_some()) {
                @if !version.why.is_empty() { p.govuk-body { "What the plan says of the change: " (version.why) } }
            }
            @match &one.before {
                None => div.redress-record { @for paragraph in after.split("\n\n").filter(|p| !p.trim().is_empty()) { p { (paragraph) } } },
                Some(before) => div.redress-record.redress-record--quoted { p { (compared::show(&words(&text(before), &after))) } },
            }
        }
    }
}
