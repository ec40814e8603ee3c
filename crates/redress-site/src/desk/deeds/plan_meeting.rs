//! Planning a meeting of a body on a day.

use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::work::meeting::PlannedMeeting;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::failure::Failure;

/// Planning a meeting.
pub struct PlanMeeting {
    bodies: Vec<(i64, String)>,
}

impl Deed for PlanMeeting {
    const PATH: &'static str = "/desk/meetings/plan";
    const TITLE: &'static str = "Plan a meeting";
    const ACT: Act = Act::PlanMeeting;
    const FIELDS: &'static [Field] = &[
        Field::new("body", "Body", Ask::OneOf).hint("A body that is not in the list is added first, from the list of meetings"),
        Field::new("on", "Date", Ask::Date),
        Field::new("starts", "Start", Ask::Line).hint("For example, 18:30").optional(),
        Field::new("place", "Place", Ask::Line).optional(),
    ];

    async fn load(context: &Context, _: &Keys) -> Result<PlanMeeting, Failure> {
        Ok(PlanMeeting { bodies: context.desk.desk.bodies().await? })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Meeting)).back("/desk/meetings")
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "body" => self.bodies.iter().map(|(id, name)| (id.to_string(), name.clone())).collect(),
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let starts = filled.words("starts");
        if starts.as_deref().is_some_and(|t| t.len() != 5 || t.parse::<jiff::civil::Time>().is_err()) {
            return Err(Undone::wrong("starts", "Start must be a time of day, such as 18:30"));
        }
        let Some(on) = filled.date("on") else { return Err(Undone::wrong("on", "Date must be a real date")) };
        let new = PlannedMeeting {
            body_id: filled.number("body").unwrap_or(0),
            on_date: on.to_string(),
            starts,
            place: filled.words("place"),
            ..PlannedMeeting::default()
        };
        match context.desk.desk.plan_meeting(&new, &context.act()).await? {
            Some(id) => Ok(Done::made(format!("/desk/meetings/{id}"), serde_json::json!({ "meeting": id }))),
            None => Err(Undone::wrong("on", "That body has a meeting planned on this day")),
        }
    }
}
