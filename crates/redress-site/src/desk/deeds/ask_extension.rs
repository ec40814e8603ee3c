//! Asking the Ombudsman for more time. The original date stays; the answer comes by letter.

use maud::{Markup, html};
use redress::access::Act;
use redress_store::desk::work::recommendation::KeptRecommendation;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::more_time;
use crate::desk::pages::case::Loaded;
use crate::desk::pages::recommendation;
use crate::failure::Failure;

/// Asking.
pub struct AskExtension {
    kept: KeptRecommendation,
    loaded: Loaded,
    draft: String,
}

impl Deed for AskExtension {
    const PATH: &'static str = "/desk/recommendations/{recommendation}/ask-extension";
    const TITLE: &'static str = "Record a request for more time";
    const ACT: Act = Act::AskExtension;
    const FIELDS: &'static [Field] = &[
        Field::new("on", "Asked on", Ask::Date),
        Field::new("until", "Asked for until", Ask::Date),
        Field::new("why", "Why more time is needed", Ask::Text),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<AskExtension, Failure> {
        let (kept, loaded) = recommendation::load(context, keys.number("recommendation")?).await?;
        let draft = more_time::letter(context, &kept.tracked);
        Ok(AskExtension { kept, loaded, draft })
    }

    fn about(&self) -> About {
        About::of(self.loaded.subject.clone())
            .caption(recommendation::title(&self.kept))
            .back(format!("/desk/recommendations/{}", self.kept.id))
    }

    fn before(&self) -> Markup {
        let original = self.kept.tracked.asked().original();
        html! {
            @if let Some(day) = original {
                p.govuk-body { "The original date, " (redress::day::long(day)) ", stays, and lateness is counted from it. Log the Ombudsman's answer as a letter." }
                (more_time::shown(&self.draft))
            }
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let missing = |field| Undone::wrong(field, "Give a day");
        let on = filled.date("on").ok_or_else(|| missing("on"))?;
        let until = filled.date("until").ok_or_else(|| missing("until"))?;
        if on > context.now.date() {
            return Err(Undone::wrong("on", "The day on which the Ombudsman was asked cannot be after today"));
        }
        let mut kept = self.kept.clone();
        let by = &context.visitor.signed_in.name;
        kept.tracked.ask_extension(by, on, filled.get("why"), until).map_err(|why| Undone::wrong(why.field(), why.to_string()))?;
        let body = serde_json::json!({ "on": on, "until": until, "why": filled.get("why") });
        if !context.desk.desk.change_recommendation(&kept, "ask_extension", &body, &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::at(self.about().back))
    }
}
