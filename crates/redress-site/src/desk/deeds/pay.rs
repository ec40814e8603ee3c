//! Recording a payment, with the power that it rests on and who approved it: a payment under section 92 of the Local Government
//! Act 2000 is no function of the executive.

use maud::{Markup, html};
use redress::access::Act;
use redress::ombudsman::axes::Level;
use redress::ombudsman::guards::{Decider, may_pay};
use redress::ombudsman::recommendation::{Payment, Power};
use redress_store::desk::work::recommendation::KeptRecommendation;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::case::Loaded;
use crate::desk::pages::recommendation;
use crate::failure::Failure;

/// Recording a payment.
pub struct RecordPayment {
    kept: KeptRecommendation,
    loaded: Loaded,
}

const POWERS: &[(&str, &str)] = &[
    ("section_31", "Local Government Act 1974, section 31(3): on considering a report"),
    ("section_92", "Local Government Act 2000, section 92: maladministration"),
    ("other", "Another power"),
];
const APPROVED_BY: &[(&str, &str)] = &[
    ("council", "Full council"),
    ("committee", "A committee of the council"),
    ("council_officer", "An officer, under the council's own scheme"),
    ("executive", "The executive"),
    ("executive_member", "A member of the executive"),
    ("executive_officer", "An officer, under the executive's scheme"),
];

impl Deed for RecordPayment {
    const PATH: &'static str = "/desk/recommendations/{recommendation}/pay";
    const TITLE: &'static str = "Record a payment";
    const ACT: Act = Act::RecordPayment;
    const FIELDS: &'static [Field] = &[
        Field::new("amount", "Sum paid", Ask::Money),
        Field::new("on", "Paid on", Ask::Date),
        Field::new("power", "Power", Ask::One(POWERS)),
        Field::new("other_power", "Which power", Ask::Line).only_if("power", "other"),
        Field::new("approved_by", "Approved by", Ask::One(APPROVED_BY)),
        Field::new("authority", "Resolution or entry of the scheme that allows it", Ask::Line),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<RecordPayment, Failure> {
        let (kept, loaded) = recommendation::load(context, keys.number("recommendation")?).await?;
        if kept.tracked.asked().money.is_none() {
            return Err(Failure::NotFound);
        }
        Ok(RecordPayment { kept, loaded })
    }

    fn about(&self) -> About {
        About::of(self.loaded.subject.clone())
            .caption(recommendation::title(&self.kept))
            .back(format!("/desk/recommendations/{}", self.kept.id))
    }

    fn before(&self) -> Markup {
        html! { p.govuk-body { "The executive cannot approve a payment under section 92 of the Local Government Act 2000: Functions Regulations 2000, Schedule 1." } }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let pence = filled.pence("amount").and_then(|p| u64::try_from(p).ok()).ok_or_else(|| Undone::wrong("amount", "Give a sum"))?;
        let on = filled
            .date("on")
            .filter(|d| *d <= context.now.date())
            .ok_or_else(|| Undone::wrong("on", "Give the day of payment; it cannot be after today"))?;
        let power = match filled.get("power") {
            "section_31" => Power::Section31,
            "section_92" => Power::Section92,
            _ => Power::Other(filled.get("other_power").into()),
        };
        let decider = self.decider(filled);
        let considered = self.kept.tracked.responses().entries().iter().any(|e| e.value.level == Level::Members);
        may_pay(&power, &decider, considered).map_err(|w| Undone::fields(Self::FIELDS, vec![w]))?;
        let approved = APPROVED_BY.iter().find(|(word, _)| *word == filled.get("approved_by")).map_or("", |(_, words)| *words);
        let payment = Payment { pence, power, authority: format!("{approved}: {}", filled.get("authority")) };
        let body = serde_json::json!(payment);
        let mut kept = self.kept.clone();
        let Some(money) = kept.tracked.money_mut() else { return Err(Failure::NotFound.into()) };
        money.pay(&context.visitor.signed_in.name, on, payment).map_err(|why| Undone::wrong("amount", why.to_string()))?;
        if !context.desk.desk.change_recommendation(&kept, "pay", &body, &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::at(self.about().back))
    }
}

impl RecordPayment {
    fn decider(&self, filled: &Filled) -> Decider {
        let delegation = filled.words("authority");
        match filled.get("approved_by") {
            "council" => Decider::FullCouncil,
            "committee" => Decider::Committee { delegation, addressed: false },
            "council_officer" => Decider::Officer { delegation, from_council: true },
            "executive_officer" => Decider::Officer { delegation, from_council: false },
            "executive_member" => Decider::ExecutiveMember,
            _ => Decider::Executive,
        }
    }
}
