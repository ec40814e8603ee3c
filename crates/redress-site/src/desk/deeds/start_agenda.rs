//! Starting an agenda with what stands on every agenda of the body.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::agenda::standing::{self, Standing};
use redress_store::desk::work::meeting::PlannedMeeting;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::meeting;
use crate::failure::Failure;

/// Starting an agenda.
pub struct StartAgenda {
    meeting: PlannedMeeting,
    lines: Vec<Standing>,
    published: bool,
}

impl Deed for StartAgenda {
    const PATH: &'static str = "/desk/meetings/{meeting}/start-agenda";
    const TITLE: &'static str = "Start the agenda";
    const ACT: Act = Act::AddItem;
    const FIELDS: &'static [Field] = &[Field::new("lines", "What goes on it", Ask::AnyOf).hint("Numbers follow from the order")];

    async fn load(context: &Context, keys: &Keys) -> Result<StartAgenda, Failure> {
        let desk = &context.desk.desk;
        let meeting = desk.planned_meeting(keys.number("meeting")?).await?.ok_or(Failure::NotFound)?;
        let set = desk.standing_items(meeting.body_id).await?;
        let agenda = desk.agenda(meeting.id).await?;
        let last = last_meeting(context, &meeting).await?;
        let lines = standing::titles(&if set.is_empty() { standing::offered() } else { set }, &last.into_iter().collect::<Vec<_>>());
        // What stands there already is not put there twice.
        let there = |line: &Standing| agenda.items.iter().any(|(_, i)| i.title == line.title);
        let lines = lines.into_iter().filter(|l| !there(l)).collect();
        Ok(StartAgenda { meeting, lines, published: agenda.published })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item))
            .caption(meeting::title(&self.meeting))
            .back(format!("/desk/meetings/{}/agenda", self.meeting.id))
    }

    fn possible(&self) -> bool {
        !self.published && !self.lines.is_empty()
    }

    fn impossible(&self) -> String {
        if self.published {
            "The agenda is published. A late item goes in with a letter".into()
        } else {
            "All that stands on every agenda of this body is on this one".into()
        }
    }

    fn before(&self) -> Markup {
        html! {
            @if !self.possible() { p.govuk-body { (self.impossible()) "." } }
            @else { p.govuk-body { a.govuk-link href={ "/desk/bodies/" (self.meeting.body_id) "/standing-items" } { "Set what stands on every agenda of this body" } } }
        }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        let line = |(at, l): (usize, &Standing)| (at.to_string(), format!("{}: {}", l.place.words(), l.title));
        if field == "lines" { self.lines.iter().enumerate().map(|(at, l)| line((at + 1, l))).collect() } else { Vec::new() }
    }

    fn given(&self, field: &str) -> Vec<String> {
        self.offered(field).into_iter().map(|(value, _)| value).collect()
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let chosen = filled.all("lines");
        let lines: Vec<Standing> =
            self.lines.iter().enumerate().filter(|(at, _)| chosen.contains(&(at + 1).to_string())).map(|(_, l)| l.clone()).collect();
        let items = context.desk.desk.start_agenda(self.meeting.id, &lines, &context.act()).await?;
        Ok(Done::made(self.about().back, serde_json::json!({ "items": items })))
    }
}

/// The day of the body's meeting before this one, as planned here.
async fn last_meeting(context: &Context, meeting: &PlannedMeeting) -> Result<Option<Date>, Failure> {
    let all = context.desk.desk.planned_meetings("0000-00-00", i64::from(u16::MAX)).await?;
    let earlier = all.iter().filter(|m| m.body_id == meeting.body_id && m.on_date < meeting.on_date);
    Ok(earlier.filter_map(|m| m.on_date.parse().ok()).max())
}
