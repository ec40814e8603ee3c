//! A meeting without a quorum: nothing was decided at it, and its items need another meeting.

use maud::{Markup, html};
use redress::access::Act;
use redress::meeting::Happened;
use redress::workspace::Quorum;
use redress_store::desk::work::meeting_outcome::GoesOn;

use super::{Opened, Said, items_go};
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::failure::Failure;

/// Recording that there was no quorum.
pub struct RecordInquorate {
    opened: Opened,
    quorum: Option<Quorum>,
}

impl Deed for RecordInquorate {
    const PATH: &'static str = "/desk/meetings/{meeting}/inquorate";
    const TITLE: &'static str = "Record that there was no quorum";
    const ACT: Act = Act::PlanMeeting;
    const FIELDS: &'static [Field] =
        &[Field::new("on", "Day", Ask::Date), Field::new("present", "How many members with a vote were there", Ask::Number)];

    async fn load(context: &Context, keys: &Keys) -> Result<RecordInquorate, Failure> {
        let opened = Opened::load(context, keys).await?;
        let quorum = context.desk.desk.quorum_on(opened.meeting.body_id, &opened.meeting.on_date).await?;
        Ok(RecordInquorate { opened, quorum })
    }

    fn about(&self) -> About {
        self.opened.about()
    }

    fn before(&self) -> Markup {
        html! {
            (self.opened.before(Happened::Inquorate))
            p.govuk-body {
                @match self.quorum {
                    Some(quorum) => { "The quorum is " (quorum.0) "." },
                    None => "The quorum of this body is not settled, or nobody has a seat on it yet.",
                }
            }
        }
    }

    fn possible(&self) -> bool {
        self.opened.barred(Happened::Inquorate).is_none()
    }

    fn impossible(&self) -> String {
        self.opened.barred(Happened::Inquorate).unwrap_or_default()
    }

    fn given(&self, field: &str) -> Vec<String> {
        if field == "on" { self.opened.day().map(redress::day::long).into_iter().collect() } else { Vec::new() }
    }

    async fn consequences(&self, context: &Context, filled: &Filled) -> Result<Option<Markup>, Undone> {
        self.why(filled)?;
        self.opened.happened_on(context, Self::FIELDS, Happened::Inquorate, filled.date("on"))?;
        Ok(Some(html! {
            p.govuk-body { "Who came is counted as attendance. Nothing can be decided at the meeting; it can be adjourned to another day." }
            (self.opened.follows(context))
            (items_go(&self.opened.items, &self.opened.undecided(), "Items that need another meeting"))
        }))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let on = self.opened.happened_on(context, Self::FIELDS, Happened::Inquorate, filled.date("on"))?;
        let why = self.why(filled)?;
        let told = "had no quorum".to_string();
        self.opened
            .record(context, &Said { what: Happened::Inquorate, on, field: "present", why: &why, told, goes_on: GoesOn::Nowhere })
            .await
    }
}

impl RecordInquorate {
    fn why(&self, filled: &Filled) -> Result<String, Undone> {
        let present = filled.number("present").and_then(|n| u32::try_from(n).ok()).unwrap_or(u32::MAX);
        match self.quorum {
            Some(quorum) if present >= quorum.0 => {
                Err(Undone::wrong("present", format!("The quorum is {}, so this was one. Record that the meeting was held", quorum.0)))
            }
            Some(quorum) => Ok(format!("Members there: {present}. Members needed: {}.", quorum.0)),
            None => Ok(format!("Members there: {present}.")),
        }
    }
}
