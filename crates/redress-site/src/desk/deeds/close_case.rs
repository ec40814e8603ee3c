//! Closing a case on the council's side. The Ombudsman's side is closed by a letter of the Ombudsman's and by nothing else.

use maud::{Markup, html};
use redress::access::Act;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::case::{self, Loaded};
use crate::desk::started;
use crate::failure::Failure;

/// Closing a case.
pub struct CloseCase {
    loaded: Loaded,
    open: usize,
    /// Duties that were not met, each with where it stands: a missed one may never be.
    unmet: Vec<String>,
}

impl Deed for CloseCase {
    const PATH: &'static str = "/desk/cases/{case}/close";
    const TITLE: &'static str = "Close the case for the council";
    const ACT: Act = Act::CloseCase;
    const FIELDS: &'static [Field] = &[Field::new("why", "Why it can be closed", Ask::Text)];

    async fn load(context: &Context, keys: &Keys) -> Result<CloseCase, Failure> {
        let loaded = case::load(context, keys.number("case")?).await?;
        let (desk, today) = (&context.desk.desk, context.now.date());
        let open = desk.recommendations_of_case(loaded.case.id).await?.iter().filter(|r| !r.tracked.over()).count();
        let mut ahead = 0;
        for item in desk.items_of_case(loaded.case.id).await? {
            let meeting = desk.planned_meeting(item.planned_meeting_id).await?;
            ahead += usize::from(meeting.is_some_and(|m| m.on_date > today.to_string()));
        }
        let mut unmet = Vec::new();
        for paper in &loaded.papers {
            let duties = desk.duties_of(paper.id, today).await?.into_iter();
            let open = duties.filter(|d| !d.state.over() && !started::for_the_ombudsman(&d.clock.duty));
            unmet.extend(open.map(|d| format!("{}: {}", started::duty_words(&d.clock.duty), d.stands)));
        }
        Ok(CloseCase { loaded, open: open + ahead, unmet })
    }

    fn about(&self) -> About {
        About::of(self.loaded.subject.clone()).caption(self.loaded.title()).back(self.loaded.address())
    }

    fn before(&self) -> Markup {
        html! {
            p.govuk-body { "This says that the council has nothing left to do. It does not say that the Ombudsman is satisfied." }
            @if !self.unmet.is_empty() {
                p.govuk-body { "These duties are not met, and closing does not meet them:" }
                ul.govuk-list.govuk-list--bullet { @for unmet in &self.unmet { li { (unmet) } } }
            }
            @if self.open > 0 { div.govuk-inset-text { (self.open) " of the council's own actions or meetings are still open." } }
        }
    }

    async fn consequences(&self, _: &Context, _: &Filled) -> Result<Option<Markup>, Undone> {
        Ok(Some(
            html! { p.govuk-body { "The case leaves the lists of open work. Its record stays, and it can be opened again with a reason." } },
        ))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let mut file = self.loaded.case.file.clone();
        let (by, why) = (&context.visitor.signed_in.name, filled.get("why"));
        file.closure.council(by, context.now.date(), why, self.open).map_err(|cannot| Undone::wrong("why", cannot.to_string()))?;
        let body = serde_json::json!({ "why": why, "unmet": self.unmet });
        if !context.desk.desk.change_case(&self.loaded.case, &file, "close_case", &body, &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::at(self.about().back))
    }
}
