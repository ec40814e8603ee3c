//! Publishing a body with its calendar: the entries of its meetings, and its particulars with who sits on it, as the
//! public will see them against what it sees now.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::work::body_particulars::KeptParticulars;
use redress_store::desk::work::calendar_publication::CalendarClearing;
use redress_store::desk::work::clearing::{Preview, Unpublished};
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::meeting_list::Wanted;

use super::publish::{office, one};
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::{body, meeting};
use crate::desk::proposal;
use crate::desk::safe_words;
use crate::failure::Failure;

/// Publishing the calendar.
pub struct PublishCalendar {
    kept: KeptParticulars,
    offered: Vec<PlannedMeeting>,
    chosen: Vec<i64>,
    with_body: bool,
    preview: Preview,
}

impl Deed for PublishCalendar {
    const PATH: &'static str = "/desk/bodies/{body}/publish-calendar";
    const TITLE: &'static str = "Publish the calendar";
    const ACT: Act = Act::Publish;
    const FIELDS: &'static [Field] = &[
        Field::new("with_body", "The body itself", Ask::Any(&[("yes", "What is settled of it, and who sits on it")])).optional(),
        Field::new("meetings", "Meetings", Ask::AnyOf)
            .hint("Day, start, place and what became of each. Nothing of an agenda goes out with this")
            .optional(),
        Field::new("reason", "Reason", Ask::Line).hint("The public reads it in the log: Calendar of meetings for 2026/27"),
        Field::new("previewed", "Preview", Ask::Carried)
            .hint("What stands for the preview above: publishing refuses when it is no longer the same"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<PublishCalendar, Failure> {
        let kept = body::open(context, keys.number("body")?).await?;
        let desk = &context.desk.desk;
        let today = context.now.date().to_string();
        let mut offered = Vec::new();
        for listed in desk.meetings_wanted(&Wanted { body: Some(kept.body_id), ..Wanted::default() }).await? {
            if listed.meeting.on_date >= today || !listed.standing.is_open() || desk.is_public(listed.meeting.id).await? {
                offered.push(listed.meeting);
            }
        }
        let asked: Vec<i64> = keys.all("meetings").iter().filter_map(|id| id.parse().ok()).collect();
        let with_body = keys.all("with_body").contains(&"yes");
        let anything = !asked.is_empty() || with_body;
        let chosen: Vec<i64> = offered.iter().map(|m| m.id).filter(|id| !anything || asked.contains(id)).collect();
        let with_body = with_body || !anything;
        let clearing =
            CalendarClearing { body: kept.body_id, with_body, meetings: &chosen, office: "", reason: "", now: context.now.datetime() };
        let preview = desk.preview_calendar(&clearing, &context.act()).await?;
        Ok(PublishCalendar { kept, offered, chosen, with_body, preview })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Meeting)).caption(self.kept.name.clone()).back(body::address(self.kept.body_id))
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "meetings" => self.offered.iter().map(|m| (m.id.to_string(), meeting::title(m))).collect(),
            _ => Vec::new(),
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "with_body" if self.with_body => vec!["yes".into()],
            "meetings" => self.chosen.iter().map(i64::to_string).collect(),
            "previewed" => vec![self.preview.fingerprint.clone()],
            _ => Vec::new(),
        }
    }

    fn before(&self) -> Markup {
        html! {
            h2.govuk-heading-m { "What the public will see" }
            @if self.preview.changes.is_empty() { p.govuk-body { "Nothing that the public sees would change." } }
            @for change in &self.preview.changes { (one(change)) }
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        for planned in self.offered.iter().filter(|m| self.chosen.contains(&m.id)) {
            said_in_public(context, planned, "reason", filled.get("reason")).await?;
        }
        let office = office(context);
        let clearing = CalendarClearing {
            body: self.kept.body_id,
            with_body: self.with_body,
            meetings: &self.chosen,
            office: &office,
            reason: filled.get("reason"),
            now: context.now.datetime(),
        };
        match context.desk.desk.publish_calendar(&clearing, Some(filled.get("previewed")), &context.act()).await {
            Ok(changes) => {
                context.desk.carry_over().await?;
                let made: Vec<_> = changes.iter().map(|c| &c.publication).collect();
                Ok(Done::made(self.about().back, serde_json::json!({ "published": made })))
            }
            Err(Unpublished::Nothing) => Err(Undone::wrong("meetings", "Nothing that the public sees would change")),
            Err(Unpublished::Changed) => Err(Undone::wrong(
                "meetings",
                "Something changed since the preview was made, or other meetings were chosen. Look at the preview again, then publish",
            )),
            Err(Unpublished::Store(error)) => Err(Undone::Failed(error.into())),
        }
    }
}

/// Refuses words for the public that name a person, or tell of what an embargo covers at the meeting.
pub(super) async fn said_in_public(context: &Context, meeting: &PlannedMeeting, field: &'static str, words: &str) -> Result<(), Undone> {
    if let Some(tell) = proposal::reason_tells(context, meeting, words).await? {
        return Err(Undone::wrong(field, format!("An embargo stands and the public reads this. {tell}")));
    }
    safe_words::names_nobody(field, words)?;
    Ok(())
}
