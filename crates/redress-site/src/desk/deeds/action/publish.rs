//! Publishing actions as they stand, once the decision that asks them is public. A remedy for a person is never among them.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::public::Record;
use redress_store::desk::work::action::ActionQuery;
use redress_store::desk::work::case_publication::mark;
use redress_store::desk::work::issue_change::Moving;
use serde_json::json;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::deeds::publish::office;
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::action::{self, public_form};
use crate::desk::safe_words;
use crate::failure::Failure;

/// Publishing.
pub struct PublishActions {
    /// Those that can go out and say something new, with the number of each at the desk.
    ready: Vec<(i64, Record)>,
    /// Those that cannot, and why.
    kept_back: Vec<(String, String)>,
    mark: String,
    shown: Markup,
    asked: Vec<String>,
}

impl Deed for PublishActions {
    const PATH: &'static str = "/desk/actions/publish";
    const TITLE: &'static str = "Publish actions";
    const ACT: Act = Act::Publish;
    const FIELDS: &'static [Field] = &[
        Field::new("actions", "Actions", Ask::AnyOf),
        Field::new("reason", "Why they are published now", Ask::Line).hint("The public reads this in the log of publications"),
        Field::new("previewed", "What the preview showed", Ask::Carried),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<PublishActions, Failure> {
        let (mut ready, mut kept_back) = (Vec::new(), Vec::new());
        for kept in context.desk.desk.actions(ActionQuery::default()).await? {
            let id = kept.id;
            let Some(loaded) = action::readable(context, kept).await? else { continue };
            match public_form(context, &loaded).await? {
                Ok(record) if !stands(context, &record).await? => ready.push((id, record)),
                Ok(_) => {}
                Err(why) => kept_back.push((loaded.kept.title(), why)),
            }
        }
        let records: Vec<Record> = ready.iter().map(|(_, record)| record.clone()).collect();
        let today = context.now.date();
        let shown = html! {
            @for record in &records {
                @if let Record::Action(public) = record {
                    h3.govuk-heading-s { (public.title()) }
                    (crate::pages::action::facts(public, today))
                }
            }
        };
        let asked = keys.all("actions").into_iter().map(str::to_string).collect();
        Ok(PublishActions { mark: mark(&records)?, ready, kept_back, shown, asked })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item)).back("/desk/actions")
    }

    fn before(&self) -> Markup {
        html! {
            @if !self.ready.is_empty() { h2.govuk-heading-m { "What the public will see" } (self.shown) }
            @if !self.kept_back.is_empty() {
                h2.govuk-heading-m { "What stays at the desk" }
                ul.govuk-list.govuk-list--bullet { @for (title, why) in &self.kept_back { li { (title) ": " (why) "." } } }
            }
        }
    }

    fn possible(&self) -> bool {
        !self.ready.is_empty()
    }

    fn impossible(&self) -> String {
        "No action can be published that says anything new".into()
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        if field != "actions" {
            return Vec::new();
        }
        self.ready.iter().map(|(id, record)| (id.to_string(), record.listing().title)).collect()
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "previewed" => vec![self.mark.clone()],
            "actions" if !self.asked.is_empty() => self.asked.clone(),
            "actions" => self.ready.iter().map(|(id, _)| id.to_string()).collect(),
            _ => Vec::new(),
        }
    }

    async fn consequences(&self, _: &Context, filled: &Filled) -> Result<Option<Markup>, Undone> {
        self.check(filled)?;
        Ok(Some(html! {
            p.govuk-body { "This goes out. It stays in the log of publications even where it is withdrawn or corrected later." }
            ul.govuk-list.govuk-list--bullet { @for (_, record) in self.chosen(filled) { li { (record.listing().title) } } }
        }))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        self.check(filled)?;
        let office = office(context);
        let moving = Moving { on: context.now.date(), why: filled.get("reason"), office: &office };
        let mut published = Vec::new();
        for (id, record) in self.chosen(filled) {
            published.extend(context.desk.desk.publish_record(record, &format!("action {id}"), moving, &context.act()).await?);
        }
        context.desk.carry_over().await?;
        Ok(Done::made("/desk/actions", json!({ "published": published })))
    }
}

impl PublishActions {
    fn chosen<'a>(&'a self, filled: &Filled) -> Vec<&'a (i64, Record)> {
        let chosen = filled.all("actions");
        self.ready.iter().filter(|(id, _)| chosen.contains(&id.to_string())).collect()
    }

    fn check(&self, filled: &Filled) -> Result<(), Undone> {
        safe_words::names_nobody("reason", filled.get("reason"))?;
        if filled.get("previewed") != self.mark {
            return Err(Undone::wrong("reason", "Something changed since the preview was made. Look at the preview again, then publish"));
        }
        Ok(())
    }
}

/// Whether the public has exactly this already.
async fn stands(context: &Context, record: &Record) -> Result<bool, Failure> {
    match context.desk.site.standing(record.kind(), &record.key()).await {
        Ok((_, public)) => Ok(public == *record),
        Err(Failure::NotFound | Failure::Gone(_)) => Ok(false),
        Err(other) => Err(other),
    }
}
