//! Publishing how many remedies for a person were due, in time, late and pending, by year. Small numbers are hidden.

use maud::{Markup, html};
use redress::access::{Act, Subject};
use redress::public::Record;
use redress::public::figures::PersonalFigures;
use redress_store::desk::publish::Because;
use redress_store::desk::work::case_publication::mark;

use super::publish::office;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::safe_words;
use crate::failure::Failure;
use crate::pages::personal;

/// Publishing the figures.
pub struct PublishFigures {
    figures: PersonalFigures,
    standing: Option<PersonalFigures>,
    mark: String,
}

impl Deed for PublishFigures {
    const PATH: &'static str = "/desk/figures/publish";
    const TITLE: &'static str = "Publish figures of remedies for a person";
    const ACT: Act = Act::Publish;
    const FIELDS: &'static [Field] = &[
        Field::new("reason", "Why they are published now", Ask::Line).hint("The public reads this in the log of publications"),
        Field::new("previewed", "What the preview showed", Ask::Carried),
    ];

    async fn load(context: &Context, _: &Keys) -> Result<PublishFigures, Failure> {
        // Asked before anything is counted.
        context.may(Act::Publish, &Subject::council())?;
        let rows = context.desk.desk.personal_rows(context.now.datetime()).await?;
        let figures = PersonalFigures::of(&rows, context.now.date());
        let mark = mark(&[Record::Figures(figures.clone())])?;
        Ok(PublishFigures { figures, standing: context.desk.desk.published_figures().await?, mark })
    }

    fn about(&self) -> About {
        About::of(Subject::council()).back("/desk")
    }

    fn before(&self) -> Markup {
        html! {
            h2.govuk-heading-m { "What the public will see" }
            (personal::table(&self.figures))
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        if field == "previewed" { vec![self.mark.clone()] } else { Vec::new() }
    }

    async fn consequences(&self, _: &Context, filled: &Filled) -> Result<Option<Markup>, Undone> {
        self.ready(filled)?;
        Ok(Some(html! {
            p.govuk-body { "This goes out. It stays in the log of publications when later figures take its place." }
            (self.before())
        }))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        self.ready(filled)?;
        let office = office(context);
        let because = Because { by: &office, reason: filled.get("reason") };
        let Some(version) = context.desk.desk.publish_figures(&self.figures, because, &context.act()).await? else {
            return Err(Undone::wrong("reason", "Nothing that the public sees would change"));
        };
        context.desk.carry_over().await?;
        Ok(Done::made("/desk", serde_json::json!({ "version": version, "figures": self.figures })))
    }
}

impl PublishFigures {
    fn ready(&self, filled: &Filled) -> Result<(), Undone> {
        safe_words::names_nobody("reason", filled.get("reason"))?;
        if filled.get("previewed") != self.mark {
            return Err(Undone::wrong("reason", "The figures changed since the preview was made. Look at the preview again, then publish"));
        }
        if self.standing.as_ref().is_some_and(|s| s.says_the_same(&self.figures)) {
            return Err(Undone::wrong("reason", "The figures are those that the public has"));
        }
        Ok(())
    }
}
