//! Restricting a paper: ground, reasons, audience, review, and how to challenge it.

use redress::access::{Act, Subject};
use redress::counting::{Period, not_later_than_after};
use redress::restriction::{Ground, Restriction};
use redress_store::desk::work::paper::WorkingPaper;

use super::private::{LIMBS, PARAGRAPHS, limb, paragraphs};
use super::readers::{audience, groups};
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::paper;
use crate::desk::safe_words;
use crate::failure::Failure;

/// Restricting a paper.
pub struct Restrict {
    paper: WorkingPaper,
    subject: Subject,
    groups: Vec<(String, String)>,
    people: Vec<(i64, String)>,
    /// The paper is the Ombudsman's, or is about one of the Ombudsman's papers.
    ombudsmans: bool,
    today: jiff::civil::Date,
}

const KINDS: &[(&str, &str)] = &[
    ("exempt", "Exempt: a paragraph of Schedule 12A to the Local Government Act 1972"),
    ("confidential", "Confidential: section 100A(3) of the Act, which is narrower than the word"),
];

impl Deed for Restrict {
    const PATH: &'static str = "/desk/papers/{paper}/restrict";
    const TITLE: &'static str = "Restrict the paper";
    const ACT: Act = Act::Restrict;
    const FIELDS: &'static [Field] = &[
        Field::new("kind", "Ground", Ask::One(KINDS)),
        Field::new("paragraphs", "Paragraphs of Schedule 12A", Ask::Any(PARAGRAPHS)).only_if("kind", "exempt"),
        Field::new("public_interest", "Why keeping it back serves the public better than disclosing it", Ask::Text)
            .hint("Paragraph 10 of the Schedule asks for it")
            .only_if("kind", "exempt"),
        Field::new("negotiation", "Contract terms", Ask::Any(&[("yes", "It has terms of a contract that are still negotiated")]))
            .optional()
            .only_if("kind", "exempt"),
        Field::new("limb", "What makes it confidential", Ask::One(LIMBS)).only_if("kind", "confidential"),
        Field::new("why", "The terms, the enactment or the order", Ask::Text).only_if("kind", "confidential"),
        Field::new("public_reason", "The reason, as the public may read it", Ask::Text),
        Field::new("groups", "Groups that may read it", Ask::AnyOf)
            .hint("The monitoring officer, the chief executive, the clerks and the auditor read it by their office")
            .optional(),
        Field::new("people", "People who may read it", Ask::AnyOf).optional(),
        Field::new("review_on", "Look at it again by", Ask::Date),
        Field::new("late_review_reason", "Why that is more than twelve months away", Ask::Text).optional(),
        Field::new("challenge", "How to challenge it", Ask::Line).hint("Whom to write to"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<Restrict, Failure> {
        let (paper, subject) = paper::load(context, keys.number("paper")?).await?;
        let people = context.desk.desk.people().await?;
        let item = match paper.planned_item_id {
            Some(item) => context.desk.desk.planned_item(item).await?,
            None => None,
        };
        let ombudsmans = paper.ombudsman_paper_id.or(item.and_then(|i| i.ombudsman_paper_id)).is_some();
        let groups = groups(context).await?;
        Ok(Restrict { paper, subject, groups, people, ombudsmans, today: context.now.date() })
    }

    fn about(&self) -> About {
        About::of(self.subject.clone()).caption(self.paper.title.clone()).back(format!("/desk/papers/{}", self.paper.id))
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "groups" => self.groups.clone(),
            "people" => self.people.iter().map(|(id, name)| (id.to_string(), name.clone())).collect(),
            _ => Vec::new(),
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "challenge" => vec!["Write to the monitoring officer, who decides within ten working days".into()],
            "review_on" => not_later_than_after(self.today, Period::Months(6)).map(redress::day::long).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        if self.subject.restriction.as_ref().is_some_and(|r| !r.opened_by(self.today)) {
            return Err(Undone::wrong("kind", "It is restricted already: review that, so that its audience and reviews stay on record"));
        }
        let ground = match filled.get("kind") {
            "exempt" => Ground::Exempt {
                paragraphs: paragraphs(filled),
                public_interest: filled.get("public_interest").into(),
                contract_terms_in_negotiation: filled.has("negotiation", "yes"),
            },
            _ => Ground::Confidential {
                limb: limb(filled.get("limb")).ok_or_else(|| Undone::wrong("limb", "Say what makes it confidential"))?,
                why: filled.get("why").into(),
            },
        };
        let Some(review_on) = filled.date("review_on") else {
            return Err(Undone::wrong("review_on", "Look at it again by: give a real date"));
        };
        let warnings = ground.warnings(self.ombudsmans);
        let restriction = Restriction {
            ground,
            public_reason: filled.get("public_reason").into(),
            audience: audience(filled)?,
            imposed_by: context.visitor.signed_in.name.clone(),
            imposed_on: self.today,
            review_on,
            late_review_reason: filled.words("late_review_reason"),
            challenge: filled.get("challenge").into(),
            warnings,
            reviews: Vec::new(),
            release: None,
        };
        let wrong = restriction.check();
        if !wrong.is_empty() {
            return Err(Undone::fields(Self::FIELDS, wrong));
        }
        safe_words::names_nobody("public_reason", &restriction.public_reason)?;
        context.desk.desk.keep_restriction(self.paper.id, &restriction, "restrict", &context.act()).await?;
        Ok(Done::made(self.about().back, serde_json::json!({ "warnings": restriction.warnings })))
    }
}
