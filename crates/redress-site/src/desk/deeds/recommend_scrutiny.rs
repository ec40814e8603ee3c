//! Recording what a committee recommended to the executive, the council or a partner.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::scrutiny::Recommendation;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::scrutiny_recommendation::KeptScrutiny;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::{item, meeting};
use crate::desk::safe_words;
use crate::failure::Failure;

/// Recording it.
pub struct RecommendScrutiny {
    item: PlannedItem,
    meeting: PlannedMeeting,
    next: u32,
}

/// To whom a recommendation goes.
pub const ADDRESSEES: &[(&str, &str)] =
    &[("executive", "The executive or the council: section 9FE"), ("partner", "A partner: no clock of this Act runs")];

impl Deed for RecommendScrutiny {
    const PATH: &'static str = "/desk/items/{item}/scrutiny-recommendations";
    const TITLE: &'static str = "Record a recommendation of scrutiny";
    const ACT: Act = Act::RecommendForScrutiny;
    const FIELDS: &'static [Field] = &[
        Field::new("number", "Number", Ask::Number).hint("In the committee's report of that day"),
        Field::new("text", "Recommendation, word for word", Ask::Text),
        Field::new("addressee", "To whom it goes", Ask::One(ADDRESSEES)),
        Field::new("to", "Name of the body or partner", Ask::Line).hint("Such as Cabinet"),
        Field::new("received", "Report received on", Ask::Date).hint("Left blank while it has not arrived").optional(),
        Field::new("notice", "Notice that requires an answer received on", Ask::Date)
            .hint("Two months begin with the later of the two days: Local Government Act 2000, section 9FE")
            .optional()
            .only_if("addressee", "executive"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<RecommendScrutiny, Failure> {
        let (item, meeting) = item::load(context, keys.number("item")?).await?;
        let all = context.desk.desk.all_scrutiny().await?;
        let of_day = all.iter().filter(|k| k.body_id == meeting.body_id && k.recommendation.made.to_string() == meeting.on_date);
        let next = of_day.map(|k| k.recommendation.number).max().unwrap_or(0).saturating_add(1);
        Ok(RecommendScrutiny { item, meeting, next })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item))
            .caption(format!("{}, item {}", meeting::title(&self.meeting), item::title(&self.item)))
            .back(format!("/desk/items/{}", self.item.id))
    }

    fn before(&self) -> Markup {
        html! { p.govuk-body { "Each recommendation is recorded on its own, so that each gets its own answer." } }
    }

    fn given(&self, field: &str) -> Vec<String> {
        if field == "number" { vec![self.next.to_string()] } else { Vec::new() }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let made: Date = self.meeting.on_date.parse().map_err(|_| Failure::NotFound)?;
        let today = context.now.date();
        if today < made {
            return Err(Undone::wrong("text", "The meeting has not been held yet"));
        }
        let number = filled.number("number").and_then(|n| u32::try_from(n).ok()).filter(|n| *n > 0);
        let number = number.ok_or_else(|| Undone::wrong("number", "Number must be 1 or more"))?;
        let mut recommendation = Recommendation::made(&self.meeting.body, made, number, filled.get("text"), filled.get("to"))
            .map_err(|wrong| Undone::fields(Self::FIELDS, vec![wrong]))?;
        safe_words::safe(context, std::slice::from_ref(&self.item), "text", filled.get("text")).await?;
        let executive = filled.get("addressee") == "executive";
        let (received, notice) = (filled.date("received"), filled.date("notice").filter(|_| executive));
        receive(&mut recommendation, received, notice, today, Self::FIELDS)?;
        let new = KeptScrutiny {
            id: 0,
            planned_item_id: self.item.id,
            body_id: self.meeting.body_id,
            body_slug: self.meeting.body_slug.clone(),
            addressee: filled.get("addressee").into(),
            recommendation,
            revision: 1,
        };
        match context.desk.desk.add_scrutiny(&new, &context.act()).await? {
            Some(id) => Ok(Done::made(format!("/desk/scrutiny-recommendations/{id}"), serde_json::json!({ "recommendation": id }))),
            None => Err(Undone::wrong("number", "The committee made a recommendation of that number on that day already")),
        }
    }
}

/// Records the two days, where they are given.
pub(super) fn receive(
    recommendation: &mut Recommendation,
    received: Option<Date>,
    notice: Option<Date>,
    today: Date,
    fields: &'static [Field],
) -> Result<(), Undone> {
    for (name, day) in [("received", received), ("notice", notice)] {
        if day.is_some_and(|day| day > today) {
            return Err(Undone::wrong(name, "This cannot be after today"));
        }
    }
    match (received, notice) {
        (Some(received), notice) => recommendation.receive(received, notice).map_err(|wrong| Undone::fields(fields, wrong)),
        (None, Some(_)) => Err(Undone::wrong("received", "Say when the report was received: the clock needs both days")),
        (None, None) => Ok(()),
    }
}
