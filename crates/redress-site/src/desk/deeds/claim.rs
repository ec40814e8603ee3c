//! What the council says it has done about a recommendation. Whether the Ombudsman agrees is another question.

use maud::{Markup, html};
use redress::access::Act;
use redress::ombudsman::axes::Claim;
use redress::ombudsman::history::Entry;
use redress::ombudsman::recommendation::Count;
use redress_store::desk::work::recommendation::KeptRecommendation;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::case::Loaded;
use crate::desk::pages::recommendation;
use crate::failure::Failure;

/// Claiming.
pub struct ClaimDone {
    kept: KeptRecommendation,
    loaded: Loaded,
}

const CLAIMS: &[(&str, &str)] = &[
    ("not_started", "Nothing was begun"),
    ("in_progress", "Work goes on"),
    ("done", "It is done"),
    ("cannot_be_done", "It cannot be done"),
];

impl Deed for ClaimDone {
    const PATH: &'static str = "/desk/recommendations/{recommendation}/claim";
    const TITLE: &'static str = "Say what the council has done";
    const ACT: Act = Act::ClaimDone;
    const FIELDS: &'static [Field] = &[
        Field::new("claim", "What the council says", Ask::One(CLAIMS)),
        Field::new("done_on", "Done on", Ask::Date).only_if("claim", "done"),
        Field::new("why", "Why it cannot be done", Ask::Text).only_if("claim", "cannot_be_done"),
        Field::new("count", "How many are done", Ask::Number).hint("Where actions are counted: 20 of 44").optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<ClaimDone, Failure> {
        let (kept, loaded) = recommendation::load(context, keys.number("recommendation")?).await?;
        Ok(ClaimDone { kept, loaded })
    }

    fn about(&self) -> About {
        About::of(self.loaded.subject.clone())
            .caption(recommendation::title(&self.kept))
            .back(format!("/desk/recommendations/{}", self.kept.id))
    }

    fn before(&self) -> Markup {
        html! {
            p.govuk-body { "Only a letter from the Ombudsman says that the Ombudsman is satisfied." }
            @if let Some(of) = self.kept.tracked.asked().of() { p.govuk-body { "This recommendation counts " (of) "." } }
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let of = self.kept.tracked.asked().of();
        let number = filled.number("count").and_then(|n| u32::try_from(n).ok());
        let count = match (number, of) {
            (Some(n), Some(of)) => Some(Count::new(n, of).map_err(|why| Undone::wrong("count", why.to_string()))?),
            (Some(_), None) => return Err(Undone::wrong("count", "This recommendation counts nothing")),
            (None, _) => None,
        };
        let claim = match filled.get("claim") {
            "in_progress" => Claim::InProgress { count },
            "done" => Claim::Done { on: filled.date("done_on").ok_or_else(|| Undone::wrong("done_on", "Say when it was done"))?, count },
            "cannot_be_done" => Claim::CannotBeDone { why: filled.get("why").into() },
            _ => Claim::NotStarted,
        };
        let field = match claim {
            Claim::Done { .. } if count.is_none() && of.is_none() => "done_on",
            Claim::CannotBeDone { .. } => "why",
            _ => "count",
        };
        let body = serde_json::json!(claim);
        let mut kept = self.kept.clone();
        let entry = Entry::new(&context.visitor.signed_in.name, context.now.date(), claim);
        kept.tracked.claim(entry).map_err(|why| Undone::wrong(field, why.to_string()))?;
        if !context.desk.desk.change_recommendation(&kept, "claim", &body, &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::at(self.about().back))
    }
}
