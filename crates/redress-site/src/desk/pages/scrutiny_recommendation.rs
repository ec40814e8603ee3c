//! A recommendation of scrutiny at the desk: its words, the clock, every answer.

use axum::extract::{Path, State};
use maud::html;
use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::scrutiny_recommendation::KeptScrutiny;
use serde::Serialize;

use super::{answer, item, offer};
use crate::desk::DeskSite;
use crate::desk::deed::{About, Context, Undone};
use crate::desk::deeds::{publish_scrutiny::PublishScrutiny, respond_scrutiny::RespondScrutiny, scrutiny_notice::RecordScrutinyNotice};
use crate::desk::filled::Filled;
use crate::failure::Failure;
use crate::layout::scrutiny;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// A recommendation with the item at which it was made.
pub struct Loaded {
    /// The recommendation.
    pub kept: KeptScrutiny,
    /// The item.
    pub item: PlannedItem,
    /// Its meeting.
    pub meeting: PlannedMeeting,
}

#[derive(Debug, Serialize)]
struct Shown<'a> {
    #[serde(flatten)]
    kept: &'a KeptScrutiny,
    item: &'a PlannedItem,
    standing: redress::scrutiny::Standing,
    days_late: Option<i32>,
    answer_by: Option<jiff::civil::Date>,
}

/// A recommendation, for who may read what was decided at its item.
pub async fn load(context: &Context, id: i64) -> Result<Loaded, Failure> {
    let desk = &context.desk.desk;
    let kept = desk.scrutiny(id).await?.ok_or(Failure::NotFound)?;
    let (item, meeting) = item::load(context, kept.planned_item_id).await?;
    context.may(Act::ReadPaper, &desk.words_of_item(&item, SubjectKind::Decision, false).await?)?;
    Ok(Loaded { kept, item, meeting })
}

impl Loaded {
    /// What a deed done to it concerns.
    pub fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item))
            .caption(self.kept.recommendation.title())
            .back(format!("/desk/scrutiny-recommendations/{}", self.kept.id))
    }

    /// How its answer stands, in words.
    pub fn standing(&self, context: &Context) -> String {
        let (today, calendar) = (context.now.date(), &context.desk.site.calendar);
        let r = &self.kept.recommendation;
        r.standing(today, calendar).words(r.days_late(today, calendar))
    }

    /// The recommendation that the form showed; refused where it was changed meanwhile.
    pub fn seen(&self, filled: &Filled) -> Result<KeptScrutiny, Undone> {
        if filled.number("revision") != Some(self.kept.revision) {
            return Err(Undone::changed());
        }
        Ok(self.kept.clone())
    }
}

/// `/desk/scrutiny-recommendations/{recommendation}`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::ReadDesk, &Subject::new(SubjectKind::Item))?;
    let loaded = load(&context, id).await?;
    let (today, calendar) = (context.now.date(), &context.desk.site.calendar);
    let r = &loaded.kept.recommendation;
    let page = Shown {
        kept: &loaded.kept,
        item: &loaded.item,
        standing: r.standing(today, calendar),
        days_late: r.days_late(today, calendar),
        answer_by: r.answer_by(calendar),
    };
    let subject = Subject::new(SubjectKind::Item);
    let to = |what: &str| format!("/desk/scrutiny-recommendations/{id}/{what}");
    let body = html! {
        span.govuk-caption-l { a.govuk-link href="/desk/scrutiny-recommendations" { "Recommendations of scrutiny" } }
        h1.govuk-heading-l { (r.title()) }
        p.govuk-body { a.govuk-link href={ "/desk/items/" (loaded.item.id) } { (super::meeting::title(&loaded.meeting)) ", item " (item::title(&loaded.item)) } }
        (scrutiny::facts(r, today, calendar))
        (scrutiny::answers(r))
        h2.govuk-heading-m { "Do" }
        ul.govuk-list {
            (offer::<RespondScrutiny>(&context, &subject, &to("respond")))
            (offer::<RecordScrutinyNotice>(&context, &subject, &to("notice")))
            (offer::<PublishScrutiny>(&context, &subject, &to("publish")))
        }
    };
    Ok(answer(&context, &format, &asked, &r.title(), &page, body))
}
