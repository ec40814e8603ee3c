//! Planning an item in private: the ground, the limb or paragraphs relied on, and the monitoring officer's reason.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::private_meeting::{PrivateGround, PrivatePlan};
use redress::restriction::{Limb, Paragraph};
use redress_store::desk::work::item::PlannedItem;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::item;
use crate::failure::Failure;

/// Planning in private.
pub struct PlanInPrivate {
    item: PlannedItem,
    working: Markup,
}

/// The two grounds of regulation 4(2).
const GROUNDS: &[(&str, &str)] = &[
    (
        "reg4_2a",
        "Confidential information would be disclosed in breach of the obligation of confidence: regulation 4(2)(a) for the executive, section 100A(2) for others",
    ),
    (
        "reg4_2b",
        "Exempt information, and the public interest in keeping it outweighs disclosure: regulation 4(2)(b) for the executive, section 100A(4) for others",
    ),
];
/// The limbs of confidential information.
pub const LIMBS: &[(&str, &str)] = &[
    ("government_department", "Supplied by a government department on terms that forbid disclosure"),
    ("enactment_or_court", "An enactment or a court's order forbids disclosure"),
];
/// The paragraphs of Schedule 12A, Part 1.
pub const PARAGRAPHS: &[(&str, &str)] = &[
    ("1", "1: about any individual"),
    ("2", "2: likely to reveal the identity of an individual"),
    ("3", "3: financial or business affairs of any person, the council included"),
    ("4", "4: labour relations"),
    ("5", "5: legal professional privilege"),
    ("6", "6: a notice, order or direction that is proposed"),
    ("7", "7: prevention, investigation or prosecution of crime"),
];

impl Deed for PlanInPrivate {
    const PATH: &'static str = "/desk/items/{item}/private";
    const TITLE: &'static str = "Plan the item in private";
    const ACT: Act = Act::PlanInPrivate;
    const FIELDS: &'static [Field] = &[
        Field::new("ground", "Ground", Ask::One(GROUNDS)),
        Field::new("limb", "What makes it confidential", Ask::One(LIMBS)).only_if("ground", "reg4_2a"),
        Field::new("why", "The terms, the enactment or the order", Ask::Text).only_if("ground", "reg4_2a"),
        Field::new("paragraphs", "Paragraphs of Schedule 12A", Ask::Any(PARAGRAPHS)).only_if("ground", "reg4_2b"),
        Field::new("public_interest", "Why keeping it back serves the public better than disclosing it", Ask::Text)
            .only_if("ground", "reg4_2b"),
        Field::new("reason", "The monitoring officer's reason", Ask::Text).hint("Both notices state it: write it for the public"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<PlanInPrivate, Failure> {
        let (item, meeting) = item::load(context, keys.number("item")?).await?;
        let working = item::notice_days(context, &meeting);
        Ok(PlanInPrivate { item, working })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item)).caption(item::title(&self.item)).back(format!("/desk/items/{}", self.item.id))
    }

    fn before(&self) -> Markup {
        html! {
            p.govuk-body { "A warning about the ground is kept with the plan and shown on the item. It does not stop you." }
            (self.working)
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let ground = match filled.get("ground") {
            "reg4_2a" => {
                let limb = limb(filled.get("limb")).ok_or_else(|| Undone::wrong("limb", "Say what makes it confidential"))?;
                PrivateGround::Reg4_2A { limb, why: filled.get("why").into() }
            }
            _ => PrivateGround::Reg4_2B {
                paragraphs: paragraphs(filled),
                public_interest: filled.get("public_interest").into(),
                contract_terms_in_negotiation: false,
            },
        };
        let plan = PrivatePlan {
            ground,
            reason: filled.get("reason").into(),
            by_account: context.account(),
            by: context.visitor.signed_in.name.clone(),
            at: context.now.datetime(),
            warnings: Vec::new(),
        };
        let wrong = plan.check();
        if !wrong.is_empty() {
            return Err(Undone::fields(Self::FIELDS, wrong));
        }
        let plan = plan.warned(self.item.ombudsman_paper_id.is_some());
        context.desk.desk.plan_in_private(self.item.id, &plan, &context.act()).await?;
        Ok(Done::made(self.about().back, serde_json::json!(plan)))
    }
}

/// The limb of a form's word.
pub fn limb(word: &str) -> Option<Limb> {
    match word {
        "government_department" => Some(Limb::GovernmentDepartment),
        "enactment_or_court" => Some(Limb::EnactmentOrCourt),
        _ => None,
    }
}

/// The paragraphs that were ticked.
pub fn paragraphs(filled: &Filled) -> std::collections::BTreeSet<Paragraph> {
    filled.all("paragraphs").iter().filter_map(|n| n.parse().ok().and_then(Paragraph::of_number)).collect()
}
