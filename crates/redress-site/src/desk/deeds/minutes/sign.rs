//! Signing: who presided at the meeting that confirmed the minutes signs them (Local Government Act 1972, Schedule 12,
//! paragraph 41(1) and (2)).

use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::Act;
use redress::minutes::stage::{Stands, Step};
use redress::workspace::Record;
use redress_store::desk::work::meeting_minutes::Besides;
use serde_json::json;

use super::REVISION;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::minutes::{self, Loaded};
use crate::failure::Failure;

/// Signing.
pub struct Sign {
    loaded: Loaded,
    confirmed: Option<Date>,
    /// Who presided at the meeting that confirmed them, where that is taken down.
    presided: Option<String>,
}

impl Deed for Sign {
    const PATH: &'static str = "/desk/meetings/{meeting}/minutes/sign";
    const TITLE: &'static str = "Record that they were signed";
    const ACT: Act = Act::RecordMinute;
    const FIELDS: &'static [Field] = &[
        Field::new("presiding", "Who presided at the meeting that confirmed them, and signed", Ask::Line),
        Field::new("day", "Day of signing", Ask::Date),
        REVISION,
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<Sign, Failure> {
        let loaded = minutes::load(context, keys).await?;
        let confirmed = loaded.kept.stages.told().and_then(|t| t.confirmed).map(|c| c.meeting);
        let at = confirmed.map(|day| day.to_string());
        let presided = match loaded.meetings.iter().find(|m| Some(&m.on_date) == at.as_ref()) {
            Some(later) => Record::of(&context.desk.desk.workspace(later.id).await?).presiding.map(|p| loaded.name(p)),
            None => None,
        };
        Ok(Sign { loaded, confirmed, presided })
    }

    fn about(&self) -> About {
        self.loaded.about()
    }

    fn possible(&self) -> bool {
        self.loaded.kept.stages.stands() == Stands::Confirmed
    }

    fn impossible(&self) -> String {
        match self.loaded.kept.stages.stands() {
            Stands::Signed => "The minutes are signed already".into(),
            _ => "Minutes are signed once a meeting has confirmed them".into(),
        }
    }

    fn before(&self) -> Markup {
        html! {
            @if !self.possible() { p.govuk-body { (self.impossible()) "." } }
            @else if let Some(day) = self.confirmed {
                p.govuk-body { "They were confirmed on " (redress::day::with_weekday(day)) ". Whoever presided then signs them (Local Government Act 1972, Schedule 12, paragraph 41)." }
            }
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "presiding" => self.presided.clone().into_iter().collect(),
            "day" => self.confirmed.map(redress::day::long).into_iter().collect(),
            "revision" => self.loaded.revision(),
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        self.loaded.same(filled)?;
        let presiding = filled.get("presiding").trim().to_string();
        let kept = self.loaded.after(context, Step::Signed { presiding: presiding.clone(), day: filled.date("day") })?;
        let told = json!({ "presiding": presiding, "day": filled.date("day") });
        minutes::keep(context, &kept, &Besides::default(), "sign_minutes", told).await
    }
}
