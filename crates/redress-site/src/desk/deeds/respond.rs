//! What officers answer to a recommendation at the draft. Members answer at their meeting, on the page of the item.

use redress::access::Act;
use redress::ombudsman::axes::{Answer, Level, Response};
use redress::ombudsman::history::Entry;
use redress_store::desk::work::recommendation::KeptRecommendation;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::case::Loaded;
use crate::desk::pages::recommendation;
use crate::failure::Failure;

/// Responding.
pub struct Respond {
    kept: KeptRecommendation,
    loaded: Loaded,
}

impl Deed for Respond {
    const PATH: &'static str = "/desk/recommendations/{recommendation}/respond";
    const TITLE: &'static str = "Record what officers answered";
    const ACT: Act = Act::RecordResponse;
    const FIELDS: &'static [Field] = &[
        Field::new("answer", "Answer", Ask::One(Answer::CHOICES)),
        Field::new("what", "Which part is not accepted, or what is offered instead", Ask::Text).optional(),
        Field::new("reasons", "Reasons", Ask::Text).hint("Needed where anything is refused").optional(),
        Field::new("paper", "Paper that shows it", Ask::Line).hint("The letter of comments, and its date").optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<Respond, Failure> {
        let (kept, loaded) = recommendation::load(context, keys.number("recommendation")?).await?;
        Ok(Respond { kept, loaded })
    }

    fn about(&self) -> About {
        About::of(self.loaded.subject.clone())
            .caption(recommendation::title(&self.kept))
            .back(format!("/desk/recommendations/{}", self.kept.id))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let answer = Answer::of_word(filled.get("answer"), filled.get("what")).ok_or_else(|| Undone::wrong("answer", "Choose one"))?;
        let response = Response { level: Level::Officers, answer, reasons: filled.get("reasons").into(), legal_advice: None };
        let body = serde_json::json!(response);
        let entry = Entry { paper: filled.words("paper"), ..Entry::new(&context.visitor.signed_in.name, context.now.date(), response) };
        let mut kept = self.kept.clone();
        kept.tracked.respond(entry).map_err(|bar| Undone::wrong(bar.field(), bar.to_string()))?;
        if !context.desk.desk.change_recommendation(&kept, "respond", &body, &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::at(self.about().back))
    }
}
