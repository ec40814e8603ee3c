//! Taking up a referral: an item of the other body, with the same issue, cases and papers; or one that is on an agenda already.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::issue::journey::Received;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::paper::WorkingPaper;
use redress_store::desk::work::referral::{KeptReferral, TakenUp};

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::{issue, item, meeting};
use crate::desk::safe_words;
use crate::failure::Failure;

/// Taking up.
pub struct TakeUp {
    referral: KeptReferral,
    from: PlannedItem,
    meetings: Vec<PlannedMeeting>,
    /// Items of the other body that can take it up as they are.
    items: Vec<(PlannedItem, PlannedMeeting)>,
    papers: Vec<WorkingPaper>,
}

const HOW: &[(&str, &str)] = &[("new", "A new item of a meeting"), ("there", "An item that is on an agenda already")];

impl Deed for TakeUp {
    const PATH: &'static str = "/desk/referrals/{referral}/take-up";
    const TITLE: &'static str = "Take up the referral";
    const ACT: Act = Act::KeepIssue;
    const FIELDS: &'static [Field] = &[
        Field::new("how", "What takes it up", Ask::One(HOW)),
        Field::new("meeting", "Meeting", Ask::OneOf).hint("Of the body that it was referred to").only_if("how", "new"),
        Field::new("number", "Number on the agenda", Ask::Line).hint("As it is to be displayed: 59, or 48/20").only_if("how", "new"),
        Field::new("papers", "Papers that go along", Ask::AnyOf)
            .hint("The same files, under the same restrictions. None is public there before it is published there")
            .optional()
            .only_if("how", "new"),
        Field::new("item", "Item", Ask::OneOf).only_if("how", "there"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<TakeUp, Failure> {
        let desk = &context.desk.desk;
        let referral = desk.referral(keys.number("referral")?).await?.ok_or(Failure::NotFound)?;
        let (from, _) = item::load(context, referral.planned_item_id).await?;
        // Earlier meetings are offered too, so that choosing one gets the reason why not.
        let mut meetings = desk.planned_meetings("", i64::MAX).await?;
        meetings.retain(|m| m.body_id == referral.to_body_id);
        let mut items = Vec::new();
        for held in &meetings {
            for one in desk.planned_items(held.id).await? {
                if one.id != from.id && one.issue_id.is_none_or(|i| i == referral.issue_id) {
                    items.push((item::veiled(context, one).await?, held.clone()));
                }
            }
        }
        let papers = item::papers(context, from.id).await?;
        Ok(TakeUp { referral, from, meetings, items, papers })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item))
            .caption(format!(
                "Referred by {} to {}, {}",
                self.referral.from_body,
                self.referral.to_body,
                issue::day(&self.referral.on_date)
            ))
            .back(format!("/desk/issues/{}", self.referral.issue_id))
    }

    fn before(&self) -> Markup {
        html! { p.govuk-body { "Asked: " (self.referral.asked) } }
    }

    fn possible(&self) -> bool {
        self.referral.received.is_none()
    }

    fn impossible(&self) -> String {
        "The other end of this referral is recorded already".into()
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "meeting" => self.meetings.iter().map(|m| (m.id.to_string(), meeting::title(m))).collect(),
            "item" => {
                let words =
                    |(i, m): &(PlannedItem, PlannedMeeting)| (i.id.to_string(), format!("{}, item {}", meeting::title(m), item::title(i)));
                self.items.iter().map(words).collect()
            }
            "papers" => self.papers.iter().map(|p| (p.id.to_string(), p.title.clone())).collect(),
            _ => Vec::new(),
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "papers" => self.papers.iter().map(|p| p.id.to_string()).collect(),
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let desk = &context.desk.desk;
        let done = if filled.get("how") == "there" {
            let id = filled.number("item");
            let (taking, held) = self
                .items
                .iter()
                .find(|(i, _)| Some(i.id) == id)
                .ok_or_else(|| Undone::wrong("item", "Choose one of those in the list"))?;
            let on = self.received("item", item::title(taking), held)?;
            desk.take_up_by(&self.referral, on, taking.id, &context.act()).await?
        } else {
            let id = filled.number("meeting");
            let held = self
                .meetings
                .iter()
                .find(|m| Some(m.id) == id)
                .ok_or_else(|| Undone::wrong("meeting", "Choose one of those in the list"))?;
            let on = self.received("meeting", filled.get("number").into(), held)?;
            if redress::agenda::shown_number(filled.get("number")).is_none() {
                return Err(Undone::wrong("number", "Number must have a digit and no blanks, such as 59 or 48/20"));
            }
            self.new_item(context, filled, held, on).await?
        };
        match done {
            TakenUp::By(item) => Ok(Done::made(format!("/desk/items/{item}"), serde_json::json!({ "item": item }))),
            TakenUp::NumberTaken => Err(Undone::wrong("number", "That number is taken on this agenda")),
            TakenUp::Received => Err(Undone::changed()),
        }
    }
}

impl TakeUp {
    /// The day of the other end, where the rules let it stand.
    fn received(&self, field: &'static str, item: String, held: &PlannedMeeting) -> Result<Date, Undone> {
        let on: Date = held.on_date.parse().map_err(|_| Failure::NotFound)?;
        let mut referral = self.referral.referral("-", None).ok_or(Failure::NotFound)?;
        referral.receive(Received::TakenUp { item, on }).map_err(|wrong| Undone::wrong(field, wrong.message))?;
        Ok(on)
    }

    async fn new_item(&self, context: &Context, filled: &Filled, held: &PlannedMeeting, on: Date) -> Result<TakenUp, Undone> {
        let desk = &context.desk.desk;
        // The title of the record, which this person may not see; in public it stays as safe as it was.
        let kept = desk.planned_item(self.from.id).await?.ok_or(Failure::NotFound)?;
        let private = desk.private_plan(kept.id).await?.is_some() || desk.embargo_of_item(&kept).await?.is_some();
        let public_title = if private { Some(safe_words::title(context, &kept).await?) } else { kept.public_title.clone() };
        let new = PlannedItem {
            planned_meeting_id: held.id,
            number: filled.get("number").into(),
            public_title,
            agenda_text: None,
            issue_id: Some(self.referral.issue_id),
            place: None,
            ..kept
        };
        let cases: Vec<i64> = desk.cases_of_item(self.from.id).await?.iter().map(|c| c.id).collect();
        let chosen = filled.all("papers");
        let papers: Vec<WorkingPaper> = self.papers.iter().filter(|p| chosen.contains(&p.id.to_string())).cloned().collect();
        Ok(desk.take_up(&self.referral, on, &new, &cases, &papers, &context.act()).await?)
    }
}
