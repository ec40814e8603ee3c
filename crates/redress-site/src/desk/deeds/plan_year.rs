//! The meetings of a body over a year, by a rule: every day is shown with what is on it before they are planned.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::day::with_weekday;
use redress::meeting::programme::{Nth, Other, Programme, ProposedDay};
use redress_store::desk::work::body_particulars::KeptParticulars;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::meeting_list::Wanted;

use super::plan_meeting::start;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::body;
use crate::failure::Failure;
use crate::layout::tag;

/// Planning a year.
pub struct PlanYear {
    kept: KeptParticulars,
}

const NTH: &[(&str, &str)] = &[("1", "First"), ("2", "Second"), ("3", "Third"), ("4", "Fourth"), ("5", "Fifth"), ("last", "Last")];
const WEEKDAYS: &[(&str, &str)] =
    &[("1", "Monday"), ("2", "Tuesday"), ("3", "Wednesday"), ("4", "Thursday"), ("5", "Friday"), ("6", "Saturday"), ("7", "Sunday")];
const MONTHS: &[(&str, &str)] = &[
    ("1", "January"),
    ("2", "February"),
    ("3", "March"),
    ("4", "April"),
    ("5", "May"),
    ("6", "June"),
    ("7", "July"),
    ("8", "August"),
    ("9", "September"),
    ("10", "October"),
    ("11", "November"),
    ("12", "December"),
];
const HOLIDAYS: &[(&str, &str)] = &[("leave_out", "Leave them out"), ("plan", "Plan them all the same")];

impl Deed for PlanYear {
    const PATH: &'static str = "/desk/bodies/{body}/programme";
    const TITLE: &'static str = "Plan the year";
    const ACT: Act = Act::PlanMeeting;
    const FIELDS: &'static [Field] = &[
        Field::new("nth", "Which of its weekdays in a month", Ask::Any(NTH)),
        Field::new("weekday", "Weekday", Ask::One(WEEKDAYS)),
        Field::new("months", "Months", Ask::Any(MONTHS)),
        Field::new("from", "First day of the programme", Ask::Date),
        Field::new("to", "Last day of the programme", Ask::Date),
        Field::new("starts", "Start", Ask::Line).hint("For example, 18:30").optional(),
        Field::new("place", "Place", Ask::Line).optional(),
        Field::new("holidays", "Meetings on a bank holiday", Ask::One(HOLIDAYS)),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<PlanYear, Failure> {
        Ok(PlanYear { kept: body::open(context, keys.number("body")?).await? })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Meeting)).caption(self.kept.name.clone()).back(body::address(self.kept.body_id))
    }

    fn given(&self, field: &str) -> Vec<String> {
        if field == "holidays" { vec!["leave_out".into()] } else { Vec::new() }
    }

    async fn consequences(&self, context: &Context, filled: &Filled) -> Result<Option<Markup>, Undone> {
        let days = self.days(context, filled).await?;
        let on_holidays = filled.get("holidays") == "plan";
        let count = days.iter().filter(|day| day.is_planned(on_holidays)).count();
        Ok(Some(html! {
            p.govuk-body { (count) @if count == 1 { " meeting is" } @else { " meetings are" } " planned. The public sees none of them until the calendar is published." }
            ul.redress-entries {
                @for day in &days {
                    li.redress-entry {
                        (with_weekday(day.on)) " "
                        @if !day.is_planned(on_holidays) { (tag("Left out", "grey")) }
                        @if let Some(holiday) = &day.holiday { p.redress-entry__facts { (tag("Bank holiday", "yellow")) " " (holiday) } }
                        @if day.taken { p.redress-entry__facts { "It has a meeting on this day already." } }
                        @if !day.beside.is_empty() { p.redress-entry__facts { "Also on this day: " (day.beside.join(", ")) "." } }
                    }
                }
            }
        }))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let days = self.days(context, filled).await?;
        let on_holidays = filled.get("holidays") == "plan";
        let meeting = |day: &ProposedDay| PlannedMeeting {
            body_id: self.kept.body_id,
            on_date: day.on.to_string(),
            starts: filled.words("starts"),
            place: filled.words("place"),
            kind: Some("ordinary".into()),
            ..PlannedMeeting::default()
        };
        let new: Vec<PlannedMeeting> = days.iter().filter(|day| day.is_planned(on_holidays)).map(meeting).collect();
        if new.is_empty() {
            return Err(Undone::wrong("holidays", "Every day of this rule is a bank holiday or taken. Change the rule"));
        }
        let planned = context.desk.desk.plan_meetings(&new, &context.act()).await?;
        Ok(Done::made(self.about().back, serde_json::json!({ "meetings": planned })))
    }
}

impl PlanYear {
    async fn days(&self, context: &Context, filled: &Filled) -> Result<Vec<ProposedDay>, Undone> {
        start(filled)?;
        let (Some(from), Some(to)) = (filled.date("from"), filled.date("to")) else {
            return Err(Undone::wrong("from", "Give the first and the last day"));
        };
        let programme = Programme {
            nth: filled.all("nth").iter().filter_map(|word| Nth::read(word)).collect(),
            weekday: filled.get("weekday").parse().unwrap_or(0),
            months: filled.all("months").iter().filter_map(|month| month.parse().ok()).collect(),
            from,
            to,
        };
        if from < context.now.date() {
            return Err(Undone::wrong("from", "The first day is past. A programme is for days to come"));
        }
        let wanted = Wanted { from: Some(from.to_string()), to: Some(to.to_string()), ..Wanted::default() };
        let listed = context.desk.desk.meetings_wanted(&wanted).await?;
        let other = |meeting: &PlannedMeeting, off: bool| {
            let on: Date = meeting.on_date.parse().ok()?;
            let same = meeting.body_id == self.kept.body_id;
            // A meeting that is off stands in nobody's way, but its body cannot have two addresses for one day.
            (same || !off).then(|| Other { on, body: meeting.body.clone(), same })
        };
        let others: Vec<Other> = listed
            .iter()
            .filter_map(|m| {
                other(&m.meeting, matches!(m.standing, redress::meeting::Standing::Cancelled | redress::meeting::Standing::Moved))
            })
            .collect();
        programme.days(&context.desk.site.calendar, &others).map_err(|wrong| Undone::fields(Self::FIELDS, wrong))
    }
}
