//! Beginning a report for a meeting, or for an item of it.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject};
use redress_store::desk::account::post::Held;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::report::{KeptReport, NewStop};
use redress_store::desk::work::report_kind::KeptKind;

use super::{items_of, meetings_from, submit_by};
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::meeting;
use crate::failure::Failure;

/// Beginning a report.
pub struct Begin {
    account: i64,
    today: Date,
    kinds: Vec<KeptKind>,
    meetings: Vec<PlannedMeeting>,
    items: Vec<(String, String)>,
    posts: Vec<Held>,
}

impl Deed for Begin {
    const PATH: &'static str = "/desk/reports/begin";
    const TITLE: &'static str = "Begin a report for a meeting";
    const ACT: Act = Act::WriteReport;
    const FIELDS: &'static [Field] = &[
        Field::new("kind", "Kind of report", Ask::OneOf),
        Field::new("title", "Title", Ask::Line).hint("As officers use it; the title for the public is chosen when the report is finished"),
        Field::new("item", "Item that it is for", Ask::OneOf).hint("Where the item is not on an agenda yet, choose the meeting").optional(),
        Field::new("meeting", "Meeting that it is for", Ask::OneOf).optional(),
        Field::new("post", "Your post as its author", Ask::OneOf).optional(),
    ];

    async fn load(context: &Context, _: &Keys) -> Result<Begin, Failure> {
        let (desk, today) = (&context.desk.desk, context.now.date());
        let meetings = meetings_from(context, &today.to_string()).await?;
        let mut posts = desk.posts_of(context.account(), today).await?;
        posts.dedup_by_key(|p| p.post_id);
        Ok(Begin {
            account: context.account(),
            today,
            kinds: desk.report_kinds().await?,
            items: items_of(context, &meetings).await?,
            meetings,
            posts,
        })
    }

    fn about(&self) -> About {
        About::of(Subject::paper().by(self.account)).back("/desk/reports")
    }

    fn before(&self) -> Markup {
        html! {
            @if !self.possible() { p.govuk-body { (self.impossible()) ". " a.govuk-link href="/desk/report-kinds" { "Kinds of report" } } }
        }
    }

    fn possible(&self) -> bool {
        !self.kinds.is_empty() && !self.meetings.is_empty()
    }

    fn impossible(&self) -> String {
        if self.kinds.is_empty() {
            "The council keeps no kind of report yet: its sections and clearances are settings".into()
        } else {
            format!("No meeting is planned from {} on", redress::day::long(self.today))
        }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "kind" => self.kinds.iter().map(|k| (k.id.to_string(), k.kind.name.clone())).collect(),
            "meeting" => self.meetings.iter().map(|m| (m.id.to_string(), meeting::title(m))).collect(),
            "item" => self.items.clone(),
            "post" => self.posts.iter().map(|p| (p.post_id.to_string(), p.title.clone())).collect(),
            _ => Vec::new(),
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        match (field, self.posts.as_slice()) {
            ("post", [only]) => vec![only.post_id.to_string()],
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let desk = &context.desk.desk;
        let item = match filled.number("item") {
            Some(id) => desk.planned_item(id).await?,
            None => None,
        };
        let chosen = filled.number("meeting");
        let Some(meeting) = item.as_ref().map(|i| i.planned_meeting_id).or(chosen) else {
            return Err(Undone::wrong("item", "Choose an item, or a meeting"));
        };
        if chosen.is_some_and(|c| c != meeting) {
            return Err(Undone::wrong("meeting", "The item is of another meeting. Leave the meeting out, or choose its own"));
        }
        if let Some(item) = &item {
            let subject = Subject::paper().by(self.account).embargoed(desk.embargo_of_item(item).await?);
            if !context.can(Act::WriteReport, &subject) {
                return Err(Undone::wrong("item", "An embargo covers this item, and you are not among those who may read what it covers"));
            }
        }
        let new = KeptReport {
            report_kind_id: filled.number("kind").unwrap_or(0),
            title: filled.get("title").into(),
            author: context.account(),
            author_post_id: filled.number("post"),
            ..KeptReport::default()
        };
        let kind = self.kinds.iter().find(|k| k.id == new.report_kind_id);
        let planned = self.meetings.iter().find(|m| m.id == meeting);
        let submit_by = kind.zip(planned).and_then(|(kind, planned)| submit_by(context, planned, &kind.kind.path));
        let to = NewStop { meeting, item: item.map(|i| i.id), submit_by };
        let id = desk.begin_officers_report(&new, to, &context.act()).await?;
        Ok(Done::made(format!("/desk/reports/{id}"), serde_json::json!({ "report": id })))
    }
}
