//! Saying who watches over a recommendation. The facts propose a level; a person moves it and says why.

use maud::{Markup, html};
use redress::access::Act;
use redress::ombudsman::axes::{Cause, Move, Supervision, Timeliness, supervision_proposed};
use redress::ombudsman::history::Entry;
use redress_store::desk::work::recommendation::KeptRecommendation;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::case::Loaded;
use crate::desk::pages::recommendation;
use crate::failure::Failure;

/// Supervising.
pub struct Supervise {
    kept: KeptRecommendation,
    loaded: Loaded,
    proposed: Option<(Supervision, Cause)>,
}

impl Deed for Supervise {
    const PATH: &'static str = "/desk/recommendations/{recommendation}/supervise";
    const TITLE: &'static str = "Say who watches over it";
    const ACT: Act = Act::MoveSupervision;
    const FIELDS: &'static [Field] = &[
        Field::new("to", "Who watches over it", Ask::One(Supervision::CHOICES)),
        Field::new("cause", "What brought it", Ask::One(Cause::CHOICES)),
        Field::new("why", "Why", Ask::Text),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<Supervise, Failure> {
        let (kept, loaded) = recommendation::load(context, keys.number("recommendation")?).await?;
        let today = context.now.date();
        let own = context.desk.desk.recommendations_of_case(loaded.case.id).await?;
        let late =
            own.iter().filter(|r| matches!(r.tracked.timeliness(today), Timeliness::Overdue { .. } | Timeliness::SentLate { .. })).count();
        let report = loaded.papers.iter().any(|p| matches!(p.kind.as_str(), "report" | "further_report"));
        Ok(Supervise { kept, loaded, proposed: supervision_proposed(report, late, false, false) })
    }

    fn about(&self) -> About {
        About::of(self.loaded.subject.clone())
            .caption(recommendation::title(&self.kept))
            .back(format!("/desk/recommendations/{}", self.kept.id))
    }

    fn before(&self) -> Markup {
        html! {
            p.govuk-body { "Now: " (self.kept.tracked.supervision().words()) "." }
            @if let Some((to, cause)) = self.proposed { p.govuk-body { "The facts propose: " (to.words()) ", because " (cause.words()) "." } }
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        match (field, self.proposed) {
            ("to", Some((to, _))) => vec![to.word().into()],
            ("cause", Some((_, cause))) => vec![cause.word().into()],
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let to = Supervision::of_word(filled.get("to")).ok_or_else(|| Undone::wrong("to", "Choose one"))?;
        let cause = Cause::of_word(filled.get("cause")).ok_or_else(|| Undone::wrong("cause", "Choose one"))?;
        let step = Move { to, cause, why: filled.get("why").into() };
        let body = serde_json::json!(step);
        let mut kept = self.kept.clone();
        let entry = Entry::new(&context.visitor.signed_in.name, context.now.date(), step);
        kept.tracked.supervise(entry).map_err(|why| {
            Undone::wrong(if matches!(why, redress::ombudsman::axes::CannotMove::SameLevel) { "to" } else { "why" }, why.to_string())
        })?;
        if !context.desk.desk.change_recommendation(&kept, "supervise", &body, &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::at(self.about().back))
    }
}
