//! Adding a recommendation to a paper of the Ombudsman's.

use redress::access::{Act, Subject};
use redress::ombudsman::recommendation::{Nature, RULES, due};
use redress_store::desk::work::ombudsman_paper::{OmbudsmanPaper, Recommendation};

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::case;
use crate::failure::Failure;

/// Adding a recommendation.
pub struct Recommend {
    paper: OmbudsmanPaper,
    subject: Subject,
    next: usize,
}

impl Deed for Recommend {
    const PATH: &'static str = "/desk/cases/{paper}/recommend";
    const TITLE: &'static str = "Add a recommendation";
    const ACT: Act = Act::AddRecommendation;
    const FIELDS: &'static [Field] = &[
        Field::new("label", "Label", Ask::Line).hint("R1, R2, as the paper orders them"),
        Field::new("nature", "For whom", Ask::One(Nature::CHOICES)),
        Field::new("words", "What is recommended, word for word", Ask::Text),
        Field::new("rule", "By when", Ask::One(RULES)),
        Field::new("stated", "Stated date", Ask::Date).only_if("rule", "stated"),
        Field::new("amount", "Money", Ask::Money).hint("Officers only: a payment to a person is never published").optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<Recommend, Failure> {
        let (paper, subject) = case::load(context, keys.number("paper")?).await?;
        let next = context.desk.desk.recommendations(paper.id).await?.len() + 1;
        Ok(Recommend { paper, subject, next })
    }

    fn about(&self) -> About {
        About::of(self.subject.clone()).caption(case::title(&self.paper)).back(format!("/desk/cases/{}", self.paper.id))
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "label" => vec![format!("R{}", self.next)],
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let dated = self.paper.dated.as_deref().unwrap_or(&self.paper.received).parse().map_err(|_| Failure::NotFound)?;
        let rule = filled.get("rule");
        let stated = filled.date("stated");
        if rule == "stated" && stated.is_none() {
            return Err(Undone::wrong("stated", "Give the date that the paper states"));
        }
        let new = Recommendation {
            ombudsman_paper_id: self.paper.id,
            label: filled.get("label").into(),
            nature: filled.get("nature").into(),
            words: filled.get("words").into(),
            due_on: due(rule, dated, stated).map(|d| d.to_string()),
            rule: Some(rule.into()),
            pence: filled.pence("amount"),
            ..Recommendation::default()
        };
        if !context.desk.desk.add_recommendation(&new, &context.act()).await? {
            return Err(Undone::wrong("label", "That label is taken in this paper"));
        }
        Ok(Done::made(self.about().back, serde_json::json!(new)))
    }
}
