//! Planning a meeting of a body on a day.

use redress::access::{Act, Subject, SubjectKind};
use redress::meeting::sort::{CalledBy, MeetingSort, check};
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
        Field::new("kind", "Sort of meeting", Ask::One(MeetingSort::CHOICES)).hint("Ordinary where nothing is chosen").optional(),
        Field::new("called_by", "Who called it", Ask::One(CalledBy::CHOICES))
            .hint("Local Government Act 1972, Schedule 12, paragraph 3")
            .only_if("kind", "extraordinary"),
    ];

    async fn load(context: &Context, _: &Keys) -> Result<PlanMeeting, Failure> {
        Ok(PlanMeeting { bodies: context.desk.desk.bodies().await? })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Meeting)).back("/desk/meetings")
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "kind" => vec![MeetingSort::Ordinary.word().into()],
            _ => Vec::new(),
        }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "body" => self.bodies.iter().map(|(id, name)| (id.to_string(), name.clone())).collect(),
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let starts = start(filled)?;
        let Some(on) = filled.date("on") else { return Err(Undone::wrong("on", "Date must be a real date")) };
        let body_id = filled.number("body").unwrap_or(0);
        let sort = MeetingSort::of_word(filled.get("kind")).unwrap_or(MeetingSort::Ordinary);
        let called_by = CalledBy::of_word(filled.get("called_by")).filter(|_| sort == MeetingSort::Extraordinary);
        let kept = context.desk.desk.body_particulars(body_id).await?.ok_or(Failure::NotFound)?;
        let wrong = check(sort, called_by, kept.sort());
        if !wrong.is_empty() {
            return Err(Undone::fields(Self::FIELDS, wrong));
        }
        if !kept.particulars.existed_on(on) {
            return Err(Undone::wrong(
                "on",
                "The body did not exist on this day, or does not any more. Its page has its first and last day",
            ));
        }
        let new = PlannedMeeting {
            body_id,
            on_date: on.to_string(),
            starts,
            place: filled.words("place"),
            kind: Some(sort.word().into()),
            called_by: called_by.map(|by| by.word().into()),
            ..PlannedMeeting::default()
        };
        match context.desk.desk.plan_meeting(&new, &context.act()).await? {
            Some(id) => Ok(Done::made(format!("/desk/meetings/{id}"), serde_json::json!({ "meeting": id }))),
            None => Err(Undone::wrong("on", "That body has a meeting planned on this day")),
        }
    }
}

/// The start that was filled in, which is a time of day.
pub(super) fn start(filled: &Filled) -> Result<Option<String>, Undone> {
    match filled.words("starts") {
        Some(time) if time.len() != 5 || time.parse::<jiff::civil::Time>().is_err() => {
            Err(Undone::wrong("starts", "Start must be a time of day, such as 18:30"))
        }
        starts => Ok(starts),
    }
}
