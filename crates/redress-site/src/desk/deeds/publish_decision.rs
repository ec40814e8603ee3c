//! Publishing a decision of a member or an officer, or a record that changes another: what the public will see, the checks,
//! and then, with a reason, in one transaction. What a body decides is published with its meeting.

use maud::{Markup, html};
use redress::access::{Act, Subject};
use redress::difference::words;
use redress::person_in_case;
use redress::public::Record;
use redress::publishing::family_remark;
use redress_store::desk::publish::Because;
use redress_store::desk::work::case_publication::mark;
use redress_store::desk::work::decision_record::KeptDecision;

use super::publish::office;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::decision;
use crate::desk::safe_words;
use crate::failure::Failure;
use crate::layout::compared;

/// Publishing a decision.
pub struct PublishDecision {
    kept: KeptDecision,
    subject: Subject,
    records: Vec<Record>,
    mark: String,
    flagged: Vec<String>,
    barred: Option<String>,
}

impl Deed for PublishDecision {
    const PATH: &'static str = "/desk/decisions/{decision}/publish";
    const TITLE: &'static str = "Publish the decision";
    const ACT: Act = Act::Publish;
    const FIELDS: &'static [Field] = &[
        Field::new("reason", "Reason", Ask::Line).hint("The public reads it in the log: Decision published"),
        Field::new("read", "People and families", Ask::Any(&[("yes", "I have read what the checks flag, and it may be published")]))
            .optional(),
        Field::new("previewed", "What the preview showed", Ask::Carried),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<PublishDecision, Failure> {
        let loaded = decision::load(context, keys.number("decision")?).await?;
        context.may(Act::Publish, &loaded.subject)?;
        let desk = &context.desk.desk;
        let today = context.now.date();
        let records = desk.preview_decision(loaded.kept.id, today).await?;
        let mark = mark(&records)?;
        let barred = barred(&loaded, context);
        Ok(PublishDecision { flagged: flagged(&loaded.kept), barred, kept: loaded.kept, subject: loaded.subject, records, mark })
    }

    fn about(&self) -> About {
        About::of(self.subject.clone()).caption(self.kept.title.clone()).back(self.kept.address())
    }

    fn possible(&self) -> bool {
        self.barred.is_none()
    }

    fn impossible(&self) -> String {
        self.barred.clone().unwrap_or_default()
    }

    fn given(&self, field: &str) -> Vec<String> {
        if field == "previewed" { vec![self.mark.clone()] } else { Vec::new() }
    }

    fn before(&self) -> Markup {
        html! {
            @match &self.barred {
                Some(why) => div.govuk-inset-text { (why) "." },
                None => {
                    @if !self.flagged.is_empty() {
                        h2.govuk-heading-m { "Read these before you publish" }
                        ul.govuk-list.govuk-list--bullet { @for flag in &self.flagged { li { (flag) } } }
                    }
                    h2.govuk-heading-m { "What the public will see" }
                    @for record in &self.records { (shown(record)) }
                }
            }
        }
    }

    async fn consequences(&self, context: &Context, filled: &Filled) -> Result<Option<Markup>, Undone> {
        self.ready(filled)?;
        let window = self.kept.rules.as_ref().and_then(|rules| rules.window(context.now.date(), &context.desk.site.calendar));
        Ok(Some(html! {
            p.govuk-body { "This goes out and is never edited: another record corrects, supersedes or rescinds it." }
            @if let Some(window) = window {
                p.govuk-body { "Call-in begins today and ends on " (redress::day::with_weekday(window.closes)) ". The decision may be carried out from " (redress::day::with_weekday(window.act_from)) "." }
            }
            (self.before())
        }))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        self.ready(filled)?;
        let office = office(context);
        let because = Because { by: &office, reason: filled.get("reason") };
        let desk = &context.desk.desk;
        match desk.publish_decision(self.kept.id, filled.get("previewed"), context.now.date(), because, &context.act()).await? {
            None => Err(Undone::wrong("reason", "The record changed since the preview was made. Look at the preview again, then publish")),
            Some(made) if made.is_empty() => Err(Undone::wrong("reason", "Nothing that the public sees would change")),
            Some(made) => {
                context.desk.carry_over().await?;
                Ok(Done::made(self.about().back, serde_json::json!({ "published": made })))
            }
        }
    }
}

impl PublishDecision {
    fn ready(&self, filled: &Filled) -> Result<(), Undone> {
        safe_words::names_nobody("reason", filled.get("reason"))?;
        if let (Some(flag), false) = (self.flagged.first(), filled.has("read", "yes")) {
            return Err(Undone::wrong("read", format!("{flag} Read it and tick the box, or change the record")));
        }
        if filled.get("previewed") != self.mark {
            return Err(Undone::wrong("reason", "The record changed since the preview was made. Look at the preview again, then publish"));
        }
        Ok(())
    }
}

fn barred(loaded: &decision::Loaded, context: &Context) -> Option<String> {
    if loaded.kept.of_item {
        return Some("What a body decided is published with its meeting, from the meeting's own page".into());
    }
    if loaded.subject.embargo.as_ref().is_some_and(|e| e.covers(context.now.datetime())) {
        return Some("An embargo covers the item. Nothing of its decision is published before it is lifted".into());
    }
    let record = loaded.kept.record()?;
    let wrong = record.check(context.now.date());
    // A body's earlier record may leave open whether it was key.
    wrong.into_iter().find(|w| loaded.kept.item.is_none() || w.field != "key").map(|w| w.message.trim_end_matches('.').to_string())
}

/// What a person must read before it goes out.
fn flagged(kept: &KeptDecision) -> Vec<String> {
    let decision = &kept.words.decision;
    let formal = decision.formal.as_deref();
    let texts = [
        ("title", Some(kept.title.as_str())),
        ("decision", Some(decision.text.as_str())),
        ("reasons", decision.reasons.as_deref()),
        ("options rejected", decision.options_rejected.as_deref()),
        ("conflicts of interest", decision.interests.as_deref()),
        ("summary", formal.and_then(|f| f.summary.as_deref())),
        ("reason for withholding", formal.and_then(|f| f.withheld.as_deref())),
    ];
    let mut flagged = Vec::new();
    for (name, text) in texts.into_iter().filter_map(|(name, text)| Some((name, text?))) {
        if !person_in_case::find(text).is_empty() {
            flagged.push(format!("The {name} may name a person in a case."));
        }
        if !family_remark::find(text).is_empty() {
            flagged.push(format!("The {name} may speak of a family."));
        }
    }
    // The exempt words stand in the public ones: then withholding them keeps nothing back.
    if let Some(withheld) = kept.withheld.as_ref().map(|w| w.words.trim()).filter(|w| !w.is_empty())
        && decision.text.contains(withheld)
    {
        flagged.push("The decision repeats the exempt part.".into());
    }
    flagged
}

fn shown(record: &Record) -> Markup {
    let listing = record.listing();
    let text = format!("{}\n\n{}", listing.title, listing.text);
    html! {
        section.redress-item {
            h3.govuk-heading-s { (record.kind().words()) ": " (listing.title) }
            div.redress-record.redress-record--quoted { p { (compared::show(&words(&text, &text))) } }
        }
    }
}
