//! One restriction: ground, reason, dates, outcome, and how to challenge it.

use axum::extract::{Path, State};
use maud::{Markup, html};
use redress::public::publication::Publication;
use redress::public::restriction::Restriction;
use redress::public::{Kind, Record, address};
use serde::Serialize;

use super::{Answer, Format, Head, Render, Section, answer};
use crate::failure::Failure;
use crate::layout::{published, summary::Summary};
use crate::site::Site;

/// A restriction.
#[derive(Debug, Serialize)]
pub struct RestrictionPage {
    /// The restriction.
    pub restriction: Restriction,
    /// The publication that stands.
    pub publication: Publication,
}

/// `/restrictions/{number}`
pub async fn show(State(site): State<Site>, format: Format, Path(number): Path<String>) -> Answer {
    let (publication, Record::Restriction(restriction)) = site.standing(Kind::Restriction, &number).await? else {
        return Err(Failure::NotFound);
    };
    Ok(answer(&site, &format, &RestrictionPage { restriction, publication }))
}

impl Render for RestrictionPage {
    fn head(&self) -> Head {
        let own = address(Kind::Restriction, &self.restriction.number.to_string());
        Head::new(self.restriction.title(), own, Section::None).under("Restrictions", "/restrictions")
    }

    fn body(&self) -> Markup {
        let restriction = &self.restriction;
        let mut facts = Summary::default()
            .words("Ground", Some(&restriction.ground))
            .words("Provision", Some(&restriction.section))
            .words("Reason", Some(&restriction.reason))
            .day("Imposed", Some(restriction.imposed_on))
            .day("To be looked at again by", restriction.review_on)
            .words("Outcome", restriction.outcome.as_deref())
            .day("Decided", restriction.decided_on)
            .words("How to challenge it", Some(&restriction.challenge));
        if let Some(item) = &restriction.item {
            facts = facts.row("Before", html! { a.govuk-link href=(address(Kind::Item, item)) { "The item of the meeting" } });
        }
        html! {
            h1.govuk-heading-l { (restriction.title()) }
            (facts)
            (published::version(&self.publication))
        }
    }
}
