//! Restricting a paper: ground, reasons, audience, review, and how to challenge it.

use redress::access::{Act, Subject};
use redress::counting::{Period, not_later_than_after};
use redress::restriction::{Audience, Ground, Group, Restriction};
use redress_store::desk::work::paper::WorkingPaper;

use super::beside;
use super::private::{LIMBS, PARAGRAPHS, limb, paragraphs};
use crate::desk::deed::{Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::paper;
use crate::failure::Failure;

/// Restricting a paper.
pub struct Restrict {
    paper: WorkingPaper,
    subject: Subject,
    people: Vec<(i64, String)>,
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
        Field::new("paragraphs", "Paragraphs of Schedule 12A", Ask::Any(PARAGRAPHS)).optional(),
        Field::new("public_interest", "Why keeping it back serves the public better than disclosing it", Ask::Text)
            .hint("For exempt information: paragraph 10 of the Schedule asks for it")
            .optional(),
        Field::new("negotiation", "Contract terms", Ask::Any(&[("yes", "It has terms of a contract that are still negotiated")]))
            .optional(),
        Field::new("limb", "What makes it confidential", Ask::One(LIMBS)).optional(),
        Field::new("why", "The terms, the enactment or the order", Ask::Text).hint("For confidential information").optional(),
        Field::new("public_reason", "The reason, as the public may read it", Ask::Text),
        Field::new("groups", "Who may read it besides those who must", Ask::Text)
            .hint("One a line: all_members, body:cabinet, role:service_director")
            .optional(),
        Field::new("people", "People who may read it", Ask::AnyOf).optional(),
        Field::new("review_on", "Look at it again by", Ask::Date),
        Field::new("late_review_reason", "Why that is more than twelve months away", Ask::Text).optional(),
        Field::new("challenge", "How to challenge it", Ask::Line).hint("Whom to write to"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<Restrict, Failure> {
        let (paper, subject) = paper::load(context, keys.number("paper")?).await?;
        let people = context.desk.desk.people().await?;
        Ok(Restrict { paper, subject, people, today: context.now.date() })
    }

    fn subject(&self) -> Subject {
        self.subject.clone()
    }

    fn caption(&self) -> String {
        self.paper.title.clone()
    }

    fn back(&self) -> String {
        format!("/desk/papers/{}", self.paper.id)
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
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
        let warnings = ground.warnings(self.paper.ombudsman_paper_id.is_some());
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
            return Err(beside(Self::FIELDS, wrong));
        }
        if !redress::person_in_case::find(&restriction.public_reason).is_empty() {
            return Err(Undone::wrong("public_reason", "This seems to name a person. The public reads it: leave the name out"));
        }
        context.desk.desk.keep_restriction(self.paper.id, &restriction, "restrict", &context.act()).await?;
        Ok(Done::made(self.back(), serde_json::json!({ "warnings": restriction.warnings })))
    }
}

fn audience(filled: &Filled) -> Result<Audience, Undone> {
    let mut audience = Audience { people: filled.all("people").iter().filter_map(|p| p.parse().ok()).collect(), ..Audience::default() };
    for line in filled.get("groups").lines().map(str::trim).filter(|l| !l.is_empty()) {
        audience.groups.insert(line.parse::<Group>().map_err(|none| Undone::wrong("groups", none.to_string()))?);
    }
    Ok(audience)
}
