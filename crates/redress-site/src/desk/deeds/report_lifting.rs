//! The link officer has seen that the Ombudsman published. The embargo stands until a second person confirms it.

use maud::{Markup, html};
use redress::access::{Act, Subject};
use redress::embargo::{Embargo, EventReport};
use redress_store::desk::work::ombudsman_paper::OmbudsmanPaper;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::ombudsman_paper;
use crate::failure::Failure;

/// Reporting that the Ombudsman published.
pub struct ReportLifting {
    paper: OmbudsmanPaper,
    subject: Subject,
    id: i64,
    embargo: Embargo,
}

impl Deed for ReportLifting {
    const PATH: &'static str = "/desk/ombudsman-papers/{paper}/published-by-ombudsman";
    const TITLE: &'static str = "Report that the Ombudsman has published";
    const ACT: Act = Act::ReportLifting;
    const FIELDS: &'static [Field] = &[
        Field::new("address", "Address of the Ombudsman's page", Ask::Line).hint("It begins with https://"),
        Field::new("published_at", "Published at", Ask::Moment),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<ReportLifting, Failure> {
        let (paper, subject) = ombudsman_paper::load(context, keys.number("paper")?).await?;
        let (id, embargo) = ombudsman_paper::embargo(context, &paper).await?.ok_or(Failure::NotFound)?;
        Ok(ReportLifting { paper, subject, id, embargo })
    }

    fn about(&self) -> About {
        About::of(self.subject.clone())
            .caption(ombudsman_paper::title(&self.paper))
            .back(format!("/desk/ombudsman-papers/{}", self.paper.id))
    }

    fn before(&self) -> Markup {
        html! { p.govuk-body { "The embargo stands until the monitoring officer or the deputy confirms this. Lifting it publishes nothing: each paper then has its own decision." } }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        if !filled.get("address").starts_with("https://") {
            return Err(Undone::wrong(
                "address",
                "Address must begin with https:// and be the Ombudsman's own page; a newspaper's is logged as a leak",
            ));
        }
        let Some(published_at) = filled.moment("published_at") else {
            return Err(Undone::wrong("published_at", "Published at must be a real date and time"));
        };
        let mut embargo = self.embargo.clone();
        let report = EventReport {
            by_account: context.account(),
            by: context.visitor.signed_in.name.clone(),
            at: context.now.datetime(),
            address: filled.get("address").into(),
            published_at,
            confirmed: None,
        };
        embargo.report_event(report).map_err(|cannot| Undone::wrong("published_at", cannot.to_string()))?;
        context.desk.desk.keep_embargo(self.id, &embargo, "report_lifting", &[], &context.act()).await?;
        Ok(Done::at(self.about().back))
    }
}
