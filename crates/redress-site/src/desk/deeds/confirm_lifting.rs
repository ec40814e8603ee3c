//! The second person confirms that the Ombudsman published. Nothing is published by that: what follows by law is dated.

use maud::{Markup, html};
use redress::access::{Act, Subject};
use redress::embargo::Embargo;
use redress::ombudsman::paper::PaperKind;
use redress_store::desk::work::ombudsman_paper::OmbudsmanPaper;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::ombudsman_paper;
use crate::desk::started;
use crate::failure::Failure;

/// Confirming it.
pub struct ConfirmLifting {
    paper: OmbudsmanPaper,
    subject: Subject,
    id: i64,
    embargo: Embargo,
    report: usize,
}

impl Deed for ConfirmLifting {
    const PATH: &'static str = "/desk/ombudsman-papers/{paper}/confirm-published";
    const TITLE: &'static str = "Confirm that the Ombudsman has published";
    const ACT: Act = Act::ConfirmLifting;
    const FIELDS: &'static [Field] =
        &[Field::new("seen", "I have", Ask::One(&[("yes", "opened the Ombudsman's page and read the report there myself")]))];

    async fn load(context: &Context, keys: &Keys) -> Result<ConfirmLifting, Failure> {
        let (paper, subject) = ombudsman_paper::load(context, keys.number("paper")?).await?;
        let (id, embargo) = ombudsman_paper::embargo(context, &paper).await?.ok_or(Failure::NotFound)?;
        let report = embargo.reported.iter().rposition(|r| r.confirmed.is_none()).ok_or(Failure::NotFound)?;
        let first = embargo.reported[report].by_account;
        Ok(ConfirmLifting { paper, subject: subject.first_done_by(first), id, embargo, report })
    }

    fn about(&self) -> About {
        About::of(self.subject.clone())
            .caption(ombudsman_paper::title(&self.paper))
            .back(format!("/desk/ombudsman-papers/{}", self.paper.id))
    }

    fn before(&self) -> Markup {
        let report = &self.embargo.reported[self.report];
        html! {
            p.govuk-body { (report.by) " reports: published at " (report.address) " on " (redress::day::long(report.published_at.date())) "." }
            p.govuk-body { "With your word the embargo is lifted. Nothing is published by that: each paper then has its own decision. Public notice and three weeks of inspection are scheduled." }
        }
    }

    async fn carry_out(&self, context: &Context, _: &Filled) -> Result<Done, Undone> {
        let mut embargo = self.embargo.clone();
        embargo
            .confirm_event(self.report, &context.visitor.signed_in, context.now.datetime())
            .map_err(|cannot| Undone::wrong("seen", cannot.to_string()))?;
        let published = embargo.reported[self.report].published_at.date();
        let received = self.paper.received_on().unwrap_or(published);
        let kind = PaperKind::of_word(&self.paper.kind).ok_or(Failure::NotFound)?;
        let mut duties = started::published_on(kind, received, published, &context.readings(), &context.desk.site.calendar);
        duties.iter_mut().for_each(|d| d.ombudsman_paper_id = self.paper.id);
        context.desk.desk.keep_embargo(self.id, &embargo, "confirm_lifting", &duties, &context.act()).await?;
        Ok(Done::made(self.about().back, serde_json::json!({ "duties": duties })))
    }
}
