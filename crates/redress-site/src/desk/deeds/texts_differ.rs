//! Which text of a decision governs where its texts differ, and why. Actions follow the text that governs.

use maud::{Markup, html};
use redress::access::{Act, Subject};
use redress::decision_record::TextsNote;
use redress::resolution::texts::{Texts, Which};
use redress::wrong::reasons;
use redress_store::desk::publish::Because;
use redress_store::desk::work::decision_record::KeptDecision;

use super::publish::office;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::decision;
use crate::failure::Failure;

/// The note.
pub struct NoteTexts {
    kept: KeptDecision,
    subject: Subject,
    texts: Texts,
    differ: Option<String>,
}

const WHICH: &[(&str, &str)] =
    &[("published", "The decision as published"), ("resolved", "The resolution as taken down at the meeting"), ("minuted", "The minutes")];

impl Deed for NoteTexts {
    const PATH: &'static str = "/desk/decisions/{decision}/texts-differ";
    const TITLE: &'static str = "Note which text governs";
    const ACT: Act = Act::RecordDecision;
    const FIELDS: &'static [Field] = &[
        Field::new("governs", "Which text governs", Ask::One(WHICH)),
        Field::new("why", "Why", Ask::Text).hint("The public reads it beside the texts"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<NoteTexts, Failure> {
        let loaded = decision::load(context, keys.number("decision")?).await?;
        let texts = decision::texts(context, &loaded.kept).await?;
        let bodies: Vec<String> = context.desk.desk.bodies().await?.into_iter().map(|(_, name)| name).collect();
        Ok(NoteTexts { differ: texts.texts_differ(&bodies), kept: loaded.kept, subject: loaded.subject, texts })
    }

    fn about(&self) -> About {
        About::of(self.subject.clone()).caption(self.kept.title.clone()).back(self.kept.address())
    }

    fn possible(&self) -> bool {
        self.differ.is_some()
    }

    fn impossible(&self) -> String {
        "The texts of this decision do not differ".into()
    }

    fn before(&self) -> Markup {
        html! {
            @match &self.differ {
                Some(differ) => { p.govuk-body { (differ) } (decision::differences(&self.texts)) },
                None => p.govuk-body { (self.impossible()) "." },
            }
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        let governs = self.texts.governs().map(|(which, _)| which);
        match (field, governs) {
            ("governs", Some(Which::Resolved)) => vec!["resolved".into()],
            ("governs", Some(Which::Published)) => vec!["published".into()],
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let (governs, kept) = match filled.get("governs") {
            "resolved" => (Which::Resolved, self.texts.resolved.is_some()),
            "minuted" => (Which::Minuted, self.texts.minuted.is_some()),
            _ => (Which::Published, self.texts.published.is_some()),
        };
        if !kept {
            return Err(Undone::wrong("governs", "There is no such text of this decision"));
        }
        if !reasons(filled.get("why"), 3) {
            return Err(Undone::wrong("why", "Say in a sentence why that text is right"));
        }
        if !redress::person_in_case::find(filled.get("why")).is_empty() {
            return Err(Undone::wrong("why", "This seems to name a person. The public reads it: leave the name out"));
        }
        let note = TextsNote { governs, why: filled.get("why").into(), on: context.now.date() };
        let office = office(context);
        let because = Because { by: &office, reason: "Note on texts that differ" };
        context.desk.desk.note_texts(self.kept.id, &note, because, &context.act()).await?;
        context.desk.carry_over().await?;
        Ok(Done::at(self.kept.address()))
    }
}
