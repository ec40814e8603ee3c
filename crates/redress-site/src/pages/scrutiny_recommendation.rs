//! A recommendation of scrutiny: its words, the clock, every answer.

use std::sync::Arc;

use axum::extract::{Path, State};
use jiff::civil::Date;
use maud::{Markup, html};
use redress::calendar::Calendar;
use redress::public::publication::Publication;
use redress::public::scrutiny_recommendation::ScrutinyRecommendation;
use redress::public::{Kind, Record, address};
use redress::scrutiny::Standing;
use serde::Serialize;

use super::{Answer, Format, Head, Render, Section, answer};
use crate::failure::Failure;
use crate::layout::{published, scrutiny};
use crate::site::Site;

/// A recommendation as it stands on a day.
#[derive(Serialize)]
pub struct ScrutinyRecommendationPage {
    /// The recommendation.
    pub recommendation: ScrutinyRecommendation,
    /// How its answer stands.
    pub standing: Standing,
    /// The last day to answer.
    pub answer_by: Option<Date>,
    /// Days by which the answer was late, or is.
    pub days_late: Option<i32>,
    /// The day for which this is said.
    pub as_of: Date,
    /// The publication that stands.
    pub publication: Publication,
    #[serde(skip)]
    calendar: Arc<Calendar>,
}

/// `/scrutiny/{reference}`
pub async fn show(State(site): State<Site>, format: Format, Path(reference): Path<String>) -> Answer {
    Ok(answer(&site, &format, &load(&site, &reference, site.clock.today()).await?))
}

async fn load(site: &Site, key: &str, today: Date) -> Result<ScrutinyRecommendationPage, Failure> {
    let (publication, Record::ScrutinyRecommendation(public)) = site.standing(Kind::ScrutinyRecommendation, key).await? else {
        return Err(Failure::NotFound);
    };
    let (r, calendar) = (&public.recommendation, &site.calendar);
    Ok(ScrutinyRecommendationPage {
        standing: r.standing(today, calendar),
        answer_by: r.answer_by(calendar),
        days_late: r.days_late(today, calendar),
        as_of: today,
        recommendation: *public,
        publication,
        calendar: site.calendar.clone(),
    })
}

/// The words, the clock and the answers.
pub fn facts(public: &ScrutinyRecommendation, today: Date, calendar: &Calendar) -> Markup {
    html! {
        (scrutiny::facts(&public.recommendation, today, calendar))
        (scrutiny::answers(&public.recommendation))
    }
}

impl Render for ScrutinyRecommendationPage {
    fn head(&self) -> Head {
        let own = address(Kind::ScrutinyRecommendation, &self.recommendation.key());
        Head::new(self.recommendation.title(), own, Section::Decisions).under("What scrutiny recommended", "/scrutiny")
    }

    fn body(&self) -> Markup {
        html! {
            h1.govuk-heading-l { (self.recommendation.title()) }
            p.govuk-body { a.govuk-link href=(address(Kind::Item, &self.recommendation.item)) { "The item of the meeting" } }
            (facts(&self.recommendation, self.as_of, &self.calendar))
            (published::version(&self.publication))
        }
    }
}
