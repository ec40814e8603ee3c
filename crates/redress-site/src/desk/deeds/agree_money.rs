//! What sum the council agreed to pay. It stands beside what the Ombudsman recommended and what was paid; officers only.

use redress::access::Act;
use redress_store::desk::work::recommendation::KeptRecommendation;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::case::Loaded;
use crate::desk::pages::recommendation;
use crate::failure::Failure;

/// Agreeing.
pub struct AgreeMoney {
    kept: KeptRecommendation,
    loaded: Loaded,
}

impl Deed for AgreeMoney {
    const PATH: &'static str = "/desk/recommendations/{recommendation}/agree-money";
    const TITLE: &'static str = "Record the sum that was agreed";
    const ACT: Act = Act::RecordPayment;
    const FIELDS: &'static [Field] = &[Field::new("amount", "Sum agreed", Ask::Money)];

    async fn load(context: &Context, keys: &Keys) -> Result<AgreeMoney, Failure> {
        let (kept, loaded) = recommendation::load(context, keys.number("recommendation")?).await?;
        if kept.tracked.asked().money.is_none() {
            return Err(Failure::NotFound);
        }
        Ok(AgreeMoney { kept, loaded })
    }

    fn about(&self) -> About {
        About::of(self.loaded.subject.clone())
            .caption(recommendation::title(&self.kept))
            .back(format!("/desk/recommendations/{}", self.kept.id))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let pence = filled.pence("amount").and_then(|p| u64::try_from(p).ok()).ok_or_else(|| Undone::wrong("amount", "Give a sum"))?;
        let mut kept = self.kept.clone();
        let by = &context.visitor.signed_in.name;
        let Some(money) = kept.tracked.money_mut() else { return Err(Failure::NotFound.into()) };
        money.agree(by, context.now.date(), pence).map_err(|why| Undone::wrong("amount", why.to_string()))?;
        if !context.desk.desk.change_recommendation(&kept, "agree_money", &serde_json::json!({ "pence": pence }), &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::at(self.about().back))
    }
}
