//! Setting something to come back to a body, as the decision of an item asks: by an interval, each quarter, at named meetings.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::counting::Period;
use redress::recurrence::{Cycle, Recurrence};
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::recurrence::KeptRecurrence;
use serde_json::json;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::named_posts::NamedPosts;
use crate::desk::pages::{action, item, meeting};
use crate::desk::recurring::{Looking, View, job};
use crate::desk::safe_words;
use crate::failure::Failure;

/// Setting it.
pub struct SetRecurrence {
    item: PlannedItem,
    meeting: PlannedMeeting,
    decided: bool,
    bodies: Vec<(i64, String)>,
    papers: Vec<(i64, String)>,
    posts: NamedPosts,
}

const CYCLES: &[(&str, &str)] = &[
    ("every", "After an interval: every three months from the decision"),
    ("quarter", "Once in each calendar quarter"),
    ("named", "At meetings that the decision names"),
];

impl Deed for SetRecurrence {
    const PATH: &'static str = "/desk/items/{item}/recurrence";
    const TITLE: &'static str = "Set it to come back";
    const ACT: Act = Act::KeepAction;
    const FIELDS: &'static [Field] = &[
        Field::new("what", "What comes back", Ask::Line)
            .hint("The title of each item, which the public reads. Such as: Review of the action plan"),
        Field::new("body", "Body", Ask::OneOf),
        Field::new("cycle", "How often", Ask::One(CYCLES)),
        Field::new("interval", "Interval", Ask::Line).hint("Such as 3 months or 6 weeks").only_if("cycle", "every"),
        Field::new("days", "Days of the meetings", Ask::Text).hint("One a line, such as 30 October 2025").only_if("cycle", "named"),
        Field::new("owner", "Post that reports each time", Ask::OneOf).hint("It is told 28 days before each meeting"),
        Field::new("told", "Posts that are told when it moves", Ask::AnyOf).hint("Such as the Leader's office").optional(),
        Field::new("plan", "Action plan that is reviewed", Ask::OneOf).hint("A paper of this item").optional(),
        Field::new(
            "shares",
            "The Ombudsman",
            Ask::Any(&[("yes", "The decision promised to send the plan to the Ombudsman at each review")]),
        )
        .optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<SetRecurrence, Failure> {
        let (item, meeting) = item::load(context, keys.number("item")?).await?;
        let desk = &context.desk.desk;
        context.may(Act::ReadPaper, &action::subject(desk, &item).await?)?;
        Ok(SetRecurrence {
            decided: desk.recorded_decision(item.id).await?.is_some(),
            bodies: desk.bodies().await?,
            papers: item::papers(context, item.id).await?.into_iter().map(|p| (p.id, p.title)).collect(),
            posts: NamedPosts::of(desk).await?,
            item,
            meeting,
        })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item))
            .caption(format!("{}, item {}", meeting::title(&self.meeting), item::title(&self.item)))
            .back(format!("/desk/items/{}", self.item.id))
    }

    fn possible(&self) -> bool {
        self.decided
    }

    fn impossible(&self) -> String {
        "No decision of this item is on record. Something comes back only where a decision sets it".into()
    }

    fn before(&self) -> Markup {
        html! {
            @if !self.decided { p.govuk-body { (self.impossible()) "." } }
            p.govuk-body { "Each time is an item of the first meeting on or after its day. It ends only by a decision." }
        }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        let numbered = |all: &[(i64, String)]| all.iter().map(|(id, words)| (id.to_string(), words.clone())).collect();
        match field {
            "body" => numbered(&self.bodies),
            "plan" => numbered(&self.papers),
            "owner" | "told" => self.posts.offered(),
            _ => Vec::new(),
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        if field == "body" { vec![self.meeting.body_id.to_string()] } else { Vec::new() }
    }

    async fn consequences(&self, context: &Context, filled: &Filled) -> Result<Option<Markup>, Undone> {
        let new = self.asked(context, filled).await?;
        let desk = &context.desk.desk;
        let view = View::of(desk, new, &Looking::on(desk, context.now.date()).await?).await?;
        Ok(Some(html! {
            p.govuk-body { (view.recurrence.what) ", " (view.recurrence.cycle.words()) ", to " (view.recurrence.body) ":" }
            ul.govuk-list.govuk-list--bullet {
                @for time in &view.times { li { "Due " (redress::day::with_weekday(time.slot.due)) ": " (time.slot.words()) } }
            }
        }))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let new = self.asked(context, filled).await?;
        let id = context.desk.desk.set_recurrence(&new, &context.act()).await?;
        // The items of the meetings that are listed are there at once; the job makes those of later ones. It is set by now, so what
        // fails here is left to the next round.
        let round = job::run_one(&context.desk, id).await.unwrap_or_else(|e| {
            eprintln!("redress: reviews: recurrence {id}: {e}");
            job::Round::default()
        });
        Ok(Done::made(format!("/desk/recurrences/{id}"), json!({ "recurrence": id, "items": round.made })))
    }
}

impl SetRecurrence {
    async fn asked(&self, context: &Context, filled: &Filled) -> Result<KeptRecurrence, Undone> {
        let decided: Date = self.meeting.on_date.parse().map_err(|_| Failure::NotFound)?;
        if context.now.date() < decided {
            return Err(Undone::wrong("what", "The meeting has not been held yet"));
        }
        let body = self.bodies.iter().find(|(id, _)| Some(*id) == filled.number("body"));
        let (body_id, body) = body.ok_or_else(|| Undone::wrong("body", "Choose the body"))?;
        safe_words::names_nobody("what", filled.get("what"))?;
        safe_words::safe(context, std::slice::from_ref(&self.item), "what", filled.get("what")).await?;
        let reference = format!("item {} of {}", self.item.number, self.meeting.body);
        let recurrence = Recurrence::set(filled.get("what"), body, (&reference, decided), cycle(filled)?, filled.get("owner"))
            .map_err(|wrong| Undone::fields(Self::FIELDS, vec![wrong]))?;
        let owner = self.posts.id(filled.get("owner")).ok_or_else(|| Undone::wrong("owner", "Choose the post that reports"))?;
        Ok(KeptRecurrence {
            id: 0,
            planned_item_id: self.item.id,
            body_id: *body_id,
            owner_post_id: owner,
            told_post_ids: filled.all("told").iter().filter_map(|words| self.posts.id(words)).collect(),
            working_paper_id: filled.number("plan"),
            shares_plan: filled.has("shares", "yes"),
            ended_item_id: None,
            recurrence: recurrence.telling(filled.all("told")),
            revision: 1,
        })
    }
}

fn cycle(filled: &Filled) -> Result<Cycle, Undone> {
    match filled.get("cycle") {
        "every" => {
            let interval: Period =
                filled.get("interval").parse().map_err(|_| Undone::wrong("interval", "Write the interval such as 3 months or 6 weeks"))?;
            Ok(Cycle::Every { interval })
        }
        "quarter" => Ok(Cycle::Quarter),
        _ => {
            let mut days = Vec::new();
            for line in filled.get("days").lines().map(str::trim).filter(|l| !l.is_empty()) {
                let day = line.parse().ok().or_else(|| redress::day::read_slashed(line)).or_else(|| redress::day::read_long(line));
                days.push(day.ok_or_else(|| Undone::wrong("days", format!("“{line}” is no day. Write it such as 30 October 2025")))?);
            }
            Ok(Cycle::Named { days })
        }
    }
}
