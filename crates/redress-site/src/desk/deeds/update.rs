//! Saying how a recommendation goes: will it be done by the day? Each answer stands beside those before it; none is changed.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::Act;
use redress::ombudsman::follow_up::{CannotUpdate, Outlook, Update};
use redress::ombudsman::history::Entry;
use redress_store::desk::work::recommendation::KeptRecommendation;
use serde_json::json;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::more_time;
use crate::desk::pages::case::Loaded;
use crate::desk::pages::recommendation;
use crate::failure::Failure;

/// Saying how it goes.
pub struct GiveUpdate {
    kept: KeptRecommendation,
    loaded: Loaded,
}

const WILL: &[(&str, &str)] =
    &[("yes", "Yes, it will be done by the day"), ("no", "No, it will not"), ("not_known", "I do not know"), ("done", "It is done")];

fn outlook(word: &str) -> Option<Outlook> {
    match word {
        "yes" => Some(Outlook::WillBeMet),
        "no" => Some(Outlook::WillNotBeMet),
        "not_known" => Some(Outlook::AtRisk),
        "done" => Some(Outlook::Done),
        _ => None,
    }
}

impl Deed for GiveUpdate {
    const PATH: &'static str = "/desk/recommendations/{recommendation}/update";
    const TITLE: &'static str = "Say how it goes";
    const ACT: Act = Act::GiveUpdate;
    const FIELDS: &'static [Field] = &[
        Field::new("will", "Will it be done by the day?", Ask::One(WILL)),
        Field::new("words", "How it goes", Ask::Text).hint("In a few words: what was done, what is left, what stands in the way"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<GiveUpdate, Failure> {
        let (kept, loaded) = recommendation::load(context, keys.number("recommendation")?).await?;
        Ok(GiveUpdate { kept, loaded })
    }

    fn about(&self) -> About {
        About::of(self.loaded.subject.clone())
            .caption(recommendation::title(&self.kept))
            .back(format!("/desk/recommendations/{}", self.kept.id))
    }

    fn before(&self) -> Markup {
        html! {
            @match self.day() {
                Some(day) => p.govuk-body { "The day: " (redress::day::with_weekday(day)) ". If it will not be done by then, the Ombudsman is to be told before it." },
                None => p.govuk-body { "The paper gives no date." },
            }
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let outlook = outlook(filled.get("will")).ok_or_else(|| Undone::wrong("will", "Will it be done by the day? Choose one"))?;
        let update = Update { outlook, text: filled.get("words").into() };
        let mut kept = self.kept.clone();
        let entry = Entry::new(&context.visitor.signed_in.name, context.now.date(), update.clone());
        kept.tracked.update(entry).map_err(|why| match why {
            CannotUpdate::SaysNothing => Undone::wrong("words", "Say how it goes, in a few words"),
            CannotUpdate::Entry(why) => Undone::wrong("", why.to_string()),
        })?;
        if !context.desk.desk.change_recommendation(&kept, "update", &json!(update), &context.act()).await? {
            return Err(Undone::changed());
        }
        let back = self.about().back;
        let Some(day) = self.day().filter(|_| outlook == Outlook::WillNotBeMet) else {
            return Ok(Done::made(back, json!({ "outlook": outlook })));
        };
        let ask = format!("{back}/ask-extension");
        let text = more_time::letter(context, &kept.tracked);
        let made = json!({ "outlook": outlook, "tell_the_ombudsman_before": day, "ask_extension": ask, "draft": text });
        Ok(Done::shown(back, made, shown(day, context.now.date(), &ask, &text)))
    }
}

/// What the answer no leads to.
fn shown(day: Date, today: Date, ask: &str, text: &str) -> Markup {
    html! {
        div.govuk-inset-text {
            @if today <= day { "Tell the Ombudsman before " (redress::day::with_weekday(day)) " that it will not be done, and ask for more time." }
            @else { (redress::day::with_weekday(day)) " has passed. Tell the Ombudsman today that it is not done, and ask for more time." }
        }
        (more_time::shown(text))
        p.govuk-body { "When it went: " a.govuk-link href=(ask) { "record the request for more time" } "." }
    }
}

impl GiveUpdate {
    /// The day that the Ombudsman expects it by now.
    fn day(&self) -> Option<Date> {
        self.kept.tracked.expected().or(self.kept.tracked.asked().original())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_is_an_outlook() {
        assert!(WILL.iter().all(|(word, _)| outlook(word).is_some()) && outlook("maybe").is_none());
    }
}
