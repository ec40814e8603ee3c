//! Withdrawing a file of evidence that was filed in error. The file and the reason stay in the record.

use maud::{Markup, html};
use redress::access::Act;
use redress::ombudsman::evidence::taken_back;
use redress_store::desk::work::evidence::KeptEvidence;
use redress_store::desk::work::recommendation::KeptRecommendation;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::case::Loaded;
use crate::desk::pages::recommendation;
use crate::failure::Failure;

/// Withdrawing a file.
pub struct WithdrawEvidence {
    evidence: KeptEvidence,
    kept: KeptRecommendation,
    loaded: Loaded,
}

impl Deed for WithdrawEvidence {
    const PATH: &'static str = "/desk/evidence/{evidence}/withdraw";
    const TITLE: &'static str = "Withdraw a file of evidence";
    const ACT: Act = Act::FileEvidence;
    const FIELDS: &'static [Field] = &[Field::new("why", "Why", Ask::Line).hint("It is about another case")];

    async fn load(context: &Context, keys: &Keys) -> Result<WithdrawEvidence, Failure> {
        let evidence = context.desk.desk.evidence(keys.number("evidence")?).await?.ok_or(Failure::NotFound)?;
        let (kept, loaded) = recommendation::load(context, evidence.recommendation_id).await?;
        Ok(WithdrawEvidence { evidence, kept, loaded })
    }

    fn about(&self) -> About {
        About::of(self.loaded.subject.clone())
            .caption(format!("{}: {}", recommendation::title(&self.kept), self.evidence.name))
            .back(format!("/desk/recommendations/{}", self.kept.id))
    }

    fn before(&self) -> Markup {
        html! {
            @if self.possible() { p.govuk-body { "Later bundles leave it out. A bundle that was made stays as it was." } }
            @else { p.govuk-body { "This file was withdrawn already." } }
        }
    }

    fn possible(&self) -> bool {
        self.evidence.withdrawn_at.is_none()
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        taken_back(filled.get("why")).map_err(|wrong| Undone::fields(Self::FIELDS, vec![wrong]))?;
        if !context.desk.desk.withdraw_evidence(self.evidence.id, filled.get("why"), &context.act()).await? {
            return Err(Undone::wrong("", "This file was withdrawn already"));
        }
        Ok(Done::at(self.about().back))
    }
}
