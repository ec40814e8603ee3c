//! Recording that a body would not take a referral, and why.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::issue::journey::Received;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::referral::KeptReferral;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::{issue, item};
use crate::desk::safe_words;
use crate::failure::Failure;

/// Declining.
pub struct DeclineReferral {
    referral: KeptReferral,
    from: PlannedItem,
}

impl Deed for DeclineReferral {
    const PATH: &'static str = "/desk/referrals/{referral}/decline";
    const TITLE: &'static str = "Record that the body would not take it";
    const ACT: Act = Act::KeepIssue;
    const FIELDS: &'static [Field] = &[
        Field::new("on", "On which day", Ask::Date),
        Field::new("why", "Why", Ask::Text).hint("The public reads it when the issue is published"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<DeclineReferral, Failure> {
        let referral = context.desk.desk.referral(keys.number("referral")?).await?.ok_or(Failure::NotFound)?;
        let (from, _) = item::load(context, referral.planned_item_id).await?;
        Ok(DeclineReferral { referral, from })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item))
            .caption(format!(
                "Referred by {} to {}, {}",
                self.referral.from_body,
                self.referral.to_body,
                issue::day(&self.referral.on_date)
            ))
            .back(format!("/desk/issues/{}", self.referral.issue_id))
    }

    fn before(&self) -> Markup {
        html! {
            p.govuk-body { "Asked: " (self.referral.asked) }
            @if let Some(section) = &self.referral.section {
                p.govuk-body { "The law leaves this to " (self.referral.to_body) ": " (section) ". Declining it does not let another body decide." }
            }
        }
    }

    fn possible(&self) -> bool {
        self.referral.received.is_none()
    }

    fn impossible(&self) -> String {
        "The other end of this referral is recorded already".into()
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let on = filled.date("on").ok_or_else(|| Undone::wrong("on", "Give the day"))?;
        if on > context.now.date() {
            return Err(Undone::wrong("on", "This cannot be after today"));
        }
        let why = filled.get("why");
        let mut referral = self.referral.referral("-", None).ok_or(Failure::NotFound)?;
        referral.receive(Received::Declined { on, why: why.into() }).map_err(|wrong| Undone::fields(Self::FIELDS, vec![wrong]))?;
        safe_words::safe(context, std::slice::from_ref(&self.from), "why", why).await?;
        if !context.desk.desk.decline_referral(self.referral.id, on, why, &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::at(self.about().back))
    }
}
