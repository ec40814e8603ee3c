//! Answering a recommendation of scrutiny: accepted, in part or not, with reasons, owner, date and evidence. A later answer stands
//! beside the first.

use maud::{Markup, html};
use redress::access::Act;
use redress::scrutiny::{Answer, Response};

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::scrutiny_recommendation::{self, Loaded};
use crate::failure::Failure;

/// Answering.
pub struct RespondScrutiny {
    loaded: Loaded,
    posts: Vec<String>,
    words: String,
}

impl Deed for RespondScrutiny {
    const PATH: &'static str = "/desk/scrutiny-recommendations/{recommendation}/respond";
    const TITLE: &'static str = "Record the answer";
    const ACT: Act = Act::RespondToScrutiny;
    const FIELDS: &'static [Field] = &[
        Field::new("answer", "Answer", Ask::One(Answer::CHOICES)),
        Field::new("action", "What is done", Ask::Text).hint("Needed unless it is rejected").optional(),
        Field::new("owner", "Post that does it", Ask::OneOf).hint("Needed unless it is rejected").optional(),
        Field::new("by_when", "By when", Ask::Date).optional(),
        Field::new("not", "What is not accepted, and why", Ask::Text).only_if("answer", "in_part"),
        Field::new("reasons", "Reasons for not accepting it", Ask::Text).only_if("answer", "rejected"),
        Field::new("evidence", "What shows that it was done", Ask::Text)
            .hint("In words; the public reads it when the answer is published")
            .optional(),
        Field::new("on", "Day on which the answer reached the committee", Ask::Date),
        Field::new("by", "Who answers, with the minute or decision", Ask::Line).hint("Such as Cabinet, 9 June 2026, minute 34"),
        Field::new("revision", "The version that you saw", Ask::Carried),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<RespondScrutiny, Failure> {
        let loaded = scrutiny_recommendation::load(context, keys.number("recommendation")?).await?;
        let mut posts: Vec<String> = context.desk.desk.posts().await?.into_iter().map(|p| p.title).collect();
        posts.sort();
        posts.dedup();
        let words = loaded.standing(context);
        Ok(RespondScrutiny { loaded, posts, words })
    }

    fn about(&self) -> About {
        self.loaded.about()
    }

    fn before(&self) -> Markup {
        html! {
            div.govuk-inset-text { (self.loaded.kept.recommendation.text) }
            p.govuk-body { (self.words) "." }
        }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        if field == "owner" { self.posts.iter().map(|p| (p.clone(), p.clone())).collect() } else { Vec::new() }
    }

    fn given(&self, field: &str) -> Vec<String> {
        if field == "revision" { vec![self.loaded.kept.revision.to_string()] } else { Vec::new() }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let mut kept = self.loaded.seen(filled)?;
        let on = filled.date("on").ok_or_else(|| Undone::wrong("on", "Give the day"))?;
        if on > context.now.date() {
            return Err(Undone::wrong("on", "This cannot be after today"));
        }
        let text = |name| filled.get(name).to_string();
        let (action, owner, by) = (text("action"), text("owner"), filled.date("by_when"));
        let answer = match filled.get("answer") {
            "accepted" => Answer::Accepted { action, owner, by },
            "in_part" => Answer::InPart { action, owner, by, not: text("not") },
            _ => Answer::Rejected { reasons: text("reasons") },
        };
        let response = Response { answer, on, by: text("by"), evidence: filled.words("evidence") };
        let body = serde_json::json!(response);
        kept.recommendation.respond(response).map_err(|wrong| Undone::fields(Self::FIELDS, wrong))?;
        if !context.desk.desk.change_scrutiny(&kept, "respond_to_scrutiny", &body, &context.act()).await? {
            return Err(Undone::changed());
        }
        let late = kept.recommendation.days_late(context.now.date(), &context.desk.site.calendar);
        Ok(Done::made(self.about().back, serde_json::json!({ "days_late": late })))
    }
}
