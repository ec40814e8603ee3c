//! A decision that is public is never edited: another record corrects, supersedes or rescinds it, and both stay.

use maud::{Markup, html};
use redress::access::{Act, Subject};
use redress::decision::read;
use redress::decision_record::Relation;
use redress::wrong::Wrong;
use redress_store::desk::work::decision::RecordedDecision;
use redress_store::desk::work::decision_record::{KeptDecision, NewDecision, NewLink};

use super::decision_words::given;
use super::publish::office;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::decision;
use crate::desk::safe_words;
use crate::failure::Failure;
use redress_store::desk::publish::Because;

/// What a deed does to the earlier record.
struct Change {
    kept: KeptDecision,
    /// The title of a new record: nothing that the public may not know of the item.
    title: String,
    subject: Subject,
    relation: Relation,
}

const FIELDS: &[Field] = &[
    Field::new("on", "From what day", Ask::Date).hint("A correction holds from the day of the decision itself"),
    Field::new("why", "Why", Ask::Text).hint("The public reads it: name no person in a case"),
    Field::new("by", "Number of a decision record that does this already", Ask::Number)
        .hint("For a decision that a later meeting took. Leave blank to write the new record here")
        .optional(),
    Field::new("text", "Decision, word for word", Ask::Text).optional(),
    Field::new("reasons", "Reasons", Ask::Text).optional(),
    Field::new("options_rejected", "Options considered and rejected", Ask::Text).hint("Write None where there were none").optional(),
    Field::new("conflicts", "Conflicts of interest", Ask::Text)
        .hint("One a line, as: name: nature; dispensation. Write None where none were declared")
        .optional(),
];

impl Change {
    async fn load(context: &Context, keys: &Keys, relation: Relation) -> Result<Change, Failure> {
        let loaded = decision::load(context, keys.number("decision")?).await?;
        let item = match loaded.kept.item {
            Some(of) => context.desk.desk.planned_item(of).await?,
            None => None,
        };
        let title = match &item {
            Some(item) => safe_words::title(context, item).await?,
            None => loaded.kept.title.clone(),
        };
        Ok(Change { kept: loaded.kept, title, subject: loaded.subject, relation })
    }

    fn about(&self) -> About {
        About::of(self.subject.clone()).caption(self.kept.title.clone()).back(self.kept.address())
    }

    fn before(&self) -> Markup {
        html! {
            @if self.possible() {
                p.govuk-body { "The record of " (redress::day::long(self.kept.decided_on)) " stays as it is. A new record is made, and each shows the other." }
            } @else { p.govuk-body { (self.impossible()) "." } }
        }
    }

    fn possible(&self) -> bool {
        self.kept.published_on.is_some() && self.kept.words.decision.formal.is_some()
    }

    fn impossible(&self) -> String {
        if self.kept.published_on.is_none() {
            "It is not published yet: change the record itself, and what it said before is kept".into()
        } else {
            "The record does not say who decided under which power, so no other record can be made from it".into()
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        match (field, self.relation) {
            ("on", Relation::Corrects) => vec![redress::day::long(self.kept.decided_on)],
            ("text" | "reasons" | "options_rejected" | "conflicts", Relation::Corrects) => given(&self.kept, field),
            ("conflicts" | "options_rejected", _) => vec!["None".into()],
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let desk = &context.desk.desk;
        let today = context.now.date();
        let Some(on) = filled.date("on") else { return Err(Undone::wrong("on", "Give the day")) };
        if on > today || on < self.kept.decided_on {
            return Err(Undone::wrong("on", "The day is not before the decision and not still to come"));
        }
        if !redress::person_in_case::find(filled.get("why")).is_empty() {
            return Err(Undone::wrong("why", "This seems to name a person. The public reads it: leave the name out"));
        }
        let link = NewLink { earlier: self.kept.id, relation: self.relation, on, why: filled.get("why").into() };
        let by = filled.number("by");
        if let Some(cannot) = desk.cannot_link(by, &link, &context.visitor.signed_in.name).await? {
            return Err(Undone::wrong(if by.is_some() { "by" } else { "why" }, cannot.to_string()));
        }
        let id = match by {
            Some(later) => {
                let other = decision::load(context, later).await.map_err(|_| Undone::wrong("by", "There is no such decision record"))?;
                if other.kept.decided_on < self.kept.decided_on {
                    return Err(Undone::wrong("by", "That decision was taken before this one"));
                }
                let office = office(context);
                let because = Because { by: &office, reason: "Another record changes this decision" };
                desk.link_decision(later, &link, because, &context.act()).await?;
                context.desk.carry_over().await?;
                later
            }
            None => desk.record_new_decision(&self.new_record(on, today, filled)?, Some(&link), &context.act()).await?,
        };
        Ok(Done::made(format!("/desk/decisions/{id}"), serde_json::json!({ "decision": id })))
    }

    /// The new record: of the same maker, with words of its own.
    fn new_record(&self, on: jiff::civil::Date, today: jiff::civil::Date, filled: &Filled) -> Result<NewDecision, Undone> {
        let mut decision = self.kept.words.decision.clone();
        decision.text = filled.get("text").into();
        decision.clauses = read::clauses(&decision.text);
        decision.reasons = filled.words("reasons");
        decision.options_rejected = filled.words("options_rejected");
        decision.interests = filled.words("conflicts");
        decision.as_minuted = None;
        if let Some(formal) = decision.formal.as_deref_mut() {
            formal.conflicts = read::conflicts(filled.get("conflicts"));
            if self.relation != Relation::Corrects {
                (formal.tasks, formal.summary, formal.effective_from, formal.tally) = (Vec::new(), None, None, None);
            }
        }
        let decided_on = if self.relation == Relation::Corrects { self.kept.decided_on } else { on };
        let wrong = decision.record("", Some(decided_on)).map(|r| r.check(today)).unwrap_or_default();
        let wrong: Vec<Wrong> = wrong
            .into_iter()
            .map(|w| match w.field.as_str() {
                "decision" => Wrong::new("text", w.message),
                "dispensation" => Wrong::new("conflicts", w.message),
                "decided" | "effective_from" => Wrong::new("on", w.message),
                _ => w,
            })
            // Whether it was key was answered, or not, by the record that it changes.
            .filter(|w| w.field != "key")
            .collect();
        if !wrong.is_empty() {
            return Err(Undone::fields(FIELDS, wrong));
        }
        Ok(NewDecision {
            item: self.kept.item,
            title: self.title.clone(),
            service: self.kept.service.clone(),
            decided_on,
            words: RecordedDecision { decision, ..RecordedDecision::default() },
            withheld: self.kept.withheld.clone(),
        })
    }
}

macro_rules! deed {
    ($(#[$doc:meta])* $name:ident, $path:literal, $title:literal, $relation:expr) => {
        $(#[$doc])*
        pub struct $name(Change);

        impl Deed for $name {
            const PATH: &'static str = $path;
            const TITLE: &'static str = $title;
            const ACT: Act = Act::RecordDecision;
            const FIELDS: &'static [Field] = FIELDS;

            async fn load(context: &Context, keys: &Keys) -> Result<$name, Failure> {
                Ok($name(Change::load(context, keys, $relation).await?))
            }

            fn about(&self) -> About {
                self.0.about()
            }

            fn before(&self) -> Markup {
                self.0.before()
            }

            fn possible(&self) -> bool {
                self.0.possible()
            }

            fn impossible(&self) -> String {
                self.0.impossible()
            }

            fn given(&self, field: &str) -> Vec<String> {
                self.0.given(field)
            }

            async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
                self.0.carry_out(context, filled).await
            }
        }
    };
}

deed!(
    /// The record was wrong; the decision was always this.
    CorrectDecision, "/desk/decisions/{decision}/correct", "Correct the record", Relation::Corrects);
deed!(
    /// Another decision takes its place.
    SupersedeDecision, "/desk/decisions/{decision}/supersede", "Supersede the decision", Relation::Supersedes);
deed!(
    /// It no longer has effect.
    RescindDecision, "/desk/decisions/{decision}/rescind", "Rescind the decision", Relation::Rescinds);
