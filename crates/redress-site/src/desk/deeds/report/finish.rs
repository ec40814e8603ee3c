//! Finishing a report: complete, cleared and whole, it becomes a version of a paper of its item, as HTML.

use maud::{Markup, html};
use redress::access::{Act, Subject};
use redress::clearance::Standing;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::paper::WorkingPaper;
use redress_store::desk::work::report::ReportEvent;

use super::items_of;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::meeting;
use crate::desk::pages::report::{self, Loaded};
use crate::desk::report_file::{self, Facts};
use crate::failure::Failure;

/// Finishing it.
pub struct FinishReport {
    loaded: Loaded,
    in_the_way: Vec<String>,
    items: Vec<(String, String)>,
    post: Option<String>,
}

impl Deed for FinishReport {
    const PATH: &'static str = "/desk/reports/{report}/finish";
    const TITLE: &'static str = "Finish a report";
    const ACT: Act = Act::WriteReport;
    const FIELDS: &'static [Field] = &[
        Field::new("item", "Item", Ask::OneOf).hint("Asked where the report was begun for a meeting alone").optional(),
        Field::new("public_title", "Title for the public", Ask::Line)
            .hint("Left empty, the public reads the title that officers use")
            .optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<FinishReport, Failure> {
        let loaded = report::load(context, keys.number("report")?).await?;
        let today = context.now.date();
        let mut in_the_way: Vec<String> = Vec::new();
        if let Some(gone) = loaded.withdrawn() {
            in_the_way.push(format!("This report was withdrawn: {}.", gone.words));
        } else if loaded.newest.is_none() {
            in_the_way.push("Nothing is written yet.".into());
        } else if !loaded.sent_as_it_is() {
            in_the_way.push("The newest version was not sent for clearance.".into());
        } else if let Some(Err(wrong)) = loaded.clearing().map(|c| c.may_publish(today)) {
            in_the_way.push(wrong.message);
        } else if loaded.own_events().next_back().is_some_and(|e| e.what == "finished") {
            in_the_way.push("This version is finished already.".into());
        }
        in_the_way.extend(loaded.missing().iter().map(redress::report::complete::Missing::words));
        let going = loaded.now_at()?;
        let items = if going.item.is_some() { Vec::new() } else { items_of(context, std::slice::from_ref(&going.meeting)).await? };
        if going.item.is_none() && items.is_empty() {
            in_the_way.push("The meeting has no item for it yet: add one to the agenda.".into());
        }
        let posts = context.desk.desk.posts().await?;
        let post = posts.into_iter().find(|p| Some(p.id) == loaded.kept.author_post_id).map(|p| p.title);
        Ok(FinishReport { loaded, in_the_way, items, post })
    }

    fn about(&self) -> About {
        self.loaded.about()
    }

    fn before(&self) -> Markup {
        html! {
            @if !self.possible() {
                p.govuk-body { "It cannot be finished yet:" }
                ul.govuk-list.govuk-list--bullet { @for words in &self.in_the_way { li { (words) } } }
            } @else {
                p.govuk-body { "Version " (self.loaded.newest.as_ref().map_or(0, |n| n.version)) " becomes a paper of the item. Nothing is published by that." }
            }
        }
    }

    fn possible(&self) -> bool {
        self.in_the_way.is_empty()
    }

    fn impossible(&self) -> String {
        self.in_the_way.join(" ")
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        if field == "item" { self.items.clone() } else { Vec::new() }
    }

    fn given(&self, field: &str) -> Vec<String> {
        match (field, self.items.as_slice()) {
            ("item", [(only, _)]) => vec![only.clone()],
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let going = self.loaded.now_at()?;
        let Some(newest) = &self.loaded.newest else { return Err(Undone::wrong("", self.impossible())) };
        let item = match going.stop.item.or(filled.number("item")) {
            Some(id) => context.desk.desk.planned_item(id).await?,
            None => None,
        };
        let Some(item) = item else { return Err(Undone::wrong("item", "Choose the item that it is for")) };
        let under = Subject::paper().by(self.loaded.kept.author).embargoed(context.desk.desk.embargo_of_item(&item).await?);
        if !context.can(Act::WriteReport, &under) {
            return Err(Undone::wrong("item", "An embargo covers this item, and you are not among those who may read what it covers"));
        }
        let title = filled.words("public_title").unwrap_or_else(|| self.loaded.kept.title.clone());
        let authority = context.desk.site.authority();
        let bytes = report_file::bytes(&self.facts(context, &authority, &title), &newest.text);
        let paper = WorkingPaper {
            planned_item_id: Some(item.id),
            ombudsman_paper_id: self.covered_by(context, &item).await?,
            title: self.loaded.kept.title.clone(),
            public_title: filled.words("public_title"),
            author: self.loaded.kept.author,
            ..WorkingPaper::default()
        };
        let name = format!("{}.html", redress::slug::slug(&self.loaded.kept.title));
        let version = report_file::version(&name, &bytes, context.account());
        let finished = ReportEvent {
            stop: going.stop.number,
            what: "finished".into(),
            version: newest.version,
            on_date: context.now.date().to_string(),
            ..ReportEvent::default()
        };
        let desk = &context.desk.desk;
        match desk.finish_report(&self.loaded.kept, &going.stop, (&paper, &version), &bytes, &finished, &context.act()).await? {
            Some(paper) => Ok(Done::made(format!("/desk/papers/{paper}"), serde_json::json!({ "paper": paper }))),
            None => Err(Undone::changed()),
        }
    }
}

impl FinishReport {
    /// The Ombudsman's paper whose embargo an earlier meeting brought: it covers the report on the way to the next one too.
    async fn covered_by(&self, context: &Context, item: &PlannedItem) -> Result<Option<i64>, Failure> {
        if item.ombudsman_paper_id.is_some() {
            return Ok(None);
        }
        for going in &self.loaded.going {
            let Some(earlier) = going.stop.item else { continue };
            let about = context.desk.desk.planned_item(earlier).await?.and_then(|i| i.ombudsman_paper_id);
            if about.is_some() {
                return Ok(about);
            }
        }
        Ok(None)
    }

    fn facts<'a>(&self, context: &Context, authority: &'a str, title: &'a str) -> Facts<'a> {
        let mut facts = Vec::new();
        if let Some(going) = self.loaded.going.last() {
            facts.push(("Report to", meeting::title(&going.meeting)));
        }
        if let Some(post) = &self.post {
            facts.push(("Report of", post.clone()));
        }
        facts.push(("Version", self.loaded.newest.as_ref().map_or(0, |n| n.version).to_string()));
        let mut cleared = Vec::new();
        if let Some(clearing) = self.loaded.clearing() {
            for post in clearing.path().stages.iter().flat_map(|s| &s.posts) {
                if let Some(Standing::Cleared { on, .. }) = clearing.standing(post, context.now.date()) {
                    cleared.push((post.clone(), redress::day::long(on), self.loaded.kind.kind.signed_by(post).join(", ")));
                }
            }
        }
        Facts { authority, title, facts, cleared }
    }
}
