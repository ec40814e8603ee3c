//! Publishing a recommendation of scrutiny with its answers, once its item is public and nothing covers it.

use maud::{Markup, html};
use redress::access::Act;
use redress::person_in_case;
use redress::public::Record;
use redress::public::scrutiny_recommendation::ScrutinyRecommendation;
use redress_store::desk::work::case_publication::mark;
use redress_store::desk::work::issue_change::Moving;

use super::publish::office;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::scrutiny_recommendation::{self, Loaded};
use crate::desk::safe_words;
use crate::failure::Failure;

/// Publishing.
pub struct PublishScrutiny {
    loaded: Loaded,
    /// What goes out, or what stands against it.
    record: Result<Record, String>,
    mark: String,
    shown: Markup,
}

impl Deed for PublishScrutiny {
    const PATH: &'static str = "/desk/scrutiny-recommendations/{recommendation}/publish";
    const TITLE: &'static str = "Publish the recommendation";
    const ACT: Act = Act::Publish;
    const FIELDS: &'static [Field] = &[
        Field::new("reason", "Why it is published now", Ask::Line).hint("The public reads this in the log of publications"),
        Field::new("previewed", "What the preview showed", Ask::Carried),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<PublishScrutiny, Failure> {
        let loaded = scrutiny_recommendation::load(context, keys.number("recommendation")?).await?;
        let record = public_form(context, &loaded).await?;
        let mark = mark(record.as_ref().map(std::slice::from_ref).unwrap_or_default())?;
        let shown = match &record {
            Ok(Record::ScrutinyRecommendation(public)) => {
                crate::pages::scrutiny_recommendation::facts(public, context.now.date(), &context.desk.site.calendar)
            }
            _ => html! {},
        };
        Ok(PublishScrutiny { loaded, record, mark, shown })
    }

    fn about(&self) -> About {
        self.loaded.about()
    }

    fn before(&self) -> Markup {
        match &self.record {
            Err(why) => html! { div.govuk-inset-text { (why) "." } },
            Ok(record) => html! {
                h2.govuk-heading-m { "What the public will see" }
                h3.govuk-heading-s { (record.listing().title) }
                (self.shown)
            },
        }
    }

    fn possible(&self) -> bool {
        self.record.is_ok()
    }

    fn impossible(&self) -> String {
        self.record.as_ref().err().cloned().unwrap_or_default()
    }

    fn given(&self, field: &str) -> Vec<String> {
        if field == "previewed" { vec![self.mark.clone()] } else { Vec::new() }
    }

    async fn consequences(&self, _: &Context, filled: &Filled) -> Result<Option<Markup>, Undone> {
        self.ready(filled)?;
        Ok(Some(html! {
            p.govuk-body { "This goes out. It stays in the log of publications even where it is withdrawn or corrected later." }
            (self.before())
        }))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let record = self.ready(filled)?;
        let office = office(context);
        let moving = Moving { on: context.now.date(), why: filled.get("reason"), office: &office };
        let about = format!("scrutiny_recommendation {}", self.loaded.kept.id);
        match context.desk.desk.publish_record(record, &about, moving, &context.act()).await? {
            Some(address) => {
                context.desk.carry_over().await?;
                Ok(Done::made(self.about().back, serde_json::json!({ "published": [address] })))
            }
            None => Err(Undone::wrong("reason", "Nothing that the public sees would change")),
        }
    }
}

impl PublishScrutiny {
    fn ready(&self, filled: &Filled) -> Result<&Record, Undone> {
        let record = self.record.as_ref().map_err(|why| Undone::wrong("", why.clone()))?;
        safe_words::names_nobody("reason", filled.get("reason"))?;
        if filled.get("previewed") != self.mark {
            return Err(Undone::wrong("reason", "It changed since the preview was made. Look at the preview again, then publish"));
        }
        Ok(record)
    }
}

/// The public form, or what stands against it.
async fn public_form(context: &Context, loaded: &Loaded) -> Result<Result<Record, String>, Failure> {
    let desk = &context.desk.desk;
    if desk.embargo_of_item(&loaded.item).await?.is_some_and(|e| e.covers(context.now.datetime())) {
        return Ok(Err("An embargo covers the item. Nothing of it is published before it is lifted".into()));
    }
    // What was recommended in private says what the item is about.
    if desk.private_plan(loaded.item.id).await?.is_some() {
        return Ok(Err(
            "The item was considered in private. Make the recommendation again, in words for the public, on a public item".into()
        ));
    }
    let Some(item) = desk.public_key_of_item(loaded.item.id).await? else {
        return Ok(Err("The item at which it was made is not public. Publish it with its meeting first".into()));
    };
    let recommendation = loaded.kept.recommendation.clone();
    let answers = recommendation
        .responses()
        .iter()
        .flat_map(|r| [r.answer.work().map(|(action, ..)| action), r.answer.reasons(), r.evidence.as_deref()].into_iter().flatten());
    for words in answers.chain([recommendation.text.as_str()]) {
        if !person_in_case::find(words).is_empty() {
            return Ok(Err(format!("These words seem to name a person: “{words}”")));
        }
    }
    let public = ScrutinyRecommendation { body_slug: loaded.kept.body_slug.clone(), item, recommendation };
    Ok(Ok(Record::ScrutinyRecommendation(Box::new(public))))
}
