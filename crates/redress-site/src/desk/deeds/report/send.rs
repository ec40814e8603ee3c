//! Sending a report for clearance: the dates of each stage are counted back from the agenda.

use maud::{Markup, html};
use redress::access::Act;
use redress::clearance::{Clearing, Event, Taken};
use redress::day::with_weekday;
use redress::publishing::AgendaNotice;
use redress::report::kind::AsksAgain;
use redress_store::desk::work::report::ReportEvent;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::report::{self, Loaded};
use crate::failure::Failure;

/// Sending it.
pub struct SendReport {
    loaded: Loaded,
    agenda: Option<AgendaNotice>,
    working: Markup,
}

impl Deed for SendReport {
    const PATH: &'static str = "/desk/reports/{report}/send";
    const TITLE: &'static str = "Send for clearance";
    const ACT: Act = Act::WriteReport;
    const FIELDS: &'static [Field] = &[Field::new(
        "substance",
        "Does it change the substance of what was cleared?",
        Ask::One(&[("yes", "Yes: whoever cleared it reads it again"), ("no", "No: words were corrected")]),
    )
    .hint("Asked from the second time on; where the kind of report has every change read again, it is")
    .optional()];

    async fn load(context: &Context, keys: &Keys) -> Result<SendReport, Failure> {
        let loaded = report::load(context, keys.number("report")?).await?;
        let agenda = loaded.agenda(context);
        let working = agenda.as_ref().map(|a| working(context, &loaded, a)).unwrap_or_default();
        Ok(SendReport { loaded, agenda, working })
    }

    fn about(&self) -> About {
        self.loaded.about()
    }

    fn before(&self) -> Markup {
        html! {
            @if !self.possible() { p.govuk-body { (self.impossible()) "." } } @else {
                (self.working)
                @let missing = self.loaded.missing();
                @if !missing.is_empty() {
                    p.govuk-body { "It can be sent, and cannot be finished before this is there:" }
                    ul.govuk-list.govuk-list--bullet { @for one in missing { li { (one.words()) } } }
                }
            }
        }
    }

    fn possible(&self) -> bool {
        self.loaded.newest.is_some() && !self.loaded.sent_as_it_is() && self.loaded.withdrawn().is_none() && self.agenda.is_some()
    }

    fn impossible(&self) -> String {
        if self.loaded.withdrawn().is_some() {
            "This report was withdrawn".into()
        } else if self.loaded.newest.is_none() {
            "Nothing is written yet".into()
        } else if self.agenda.is_none() {
            "The law names no day for the agenda of this meeting, so no day can be counted back from it".into()
        } else {
            "The newest version was sent already: change the text first".into()
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let (Some(newest), Some(agenda)) = (&self.loaded.newest, &self.agenda) else { return Err(Undone::wrong("", self.impossible())) };
        let kind = &self.loaded.kind.kind;
        let again = self.loaded.own_events().any(|e| e.what == "submitted");
        if again && kind.asks_again == AsksAgain::OfSubstance && filled.get("substance").is_empty() {
            return Err(Undone::wrong("substance", "Say whether it changes the substance of what was cleared"));
        }
        let substance = !again || kind.asks_again == AsksAgain::Always || filled.get("substance") == "yes";
        let going = self.loaded.now_at()?;
        let begun = Clearing::begin(kind.path.clone(), agenda.safe).map_err(|wrong| Undone::fields(Self::FIELDS, wrong))?;
        let mut clearing = self.loaded.clearing().unwrap_or(begun);
        let version = u32::try_from(newest.version).unwrap_or(u32::MAX);
        let by = context.visitor.signed_in.name.clone();
        let taken = Taken { on: context.now.date(), by, event: Event::Submitted { version, substance } };
        clearing.take(taken.clone()).map_err(|w| Undone::fields(Self::FIELDS, vec![w]))?;
        let event = ReportEvent::of(going.stop.number, &taken);
        let due = clearing.path().due(clearing.publish_by, &context.desk.site.calendar).unwrap_or_default();
        let days = (clearing.publish_by, due.as_slice());
        if !context.desk.desk.send_report(&self.loaded.kept, clearing.path(), days, &event, &context.act()).await? {
            return Err(Undone::changed());
        }
        let made = serde_json::json!({ "version": version, "publish_by": clearing.publish_by, "due": due });
        Ok(Done::made(self.loaded.address(), made))
    }
}

/// The days of each stage, with where they come from.
fn working(context: &Context, loaded: &Loaded, agenda: &AgendaNotice) -> Markup {
    let (path, calendar) = (&loaded.kind.kind.path, &context.desk.site.calendar);
    let due = path.due(agenda.safe, calendar).unwrap_or_default();
    html! {
        p.govuk-body { "The agenda goes out by " strong { (with_weekday(agenda.safe)) } " (" (agenda.section) "). Counted back from that day, in working days:" }
        ul.govuk-list.govuk-list--bullet {
            @for (stage, by) in path.stages.iter().zip(&due) { li { (stage.posts.join(" and ")) ": by " strong { (with_weekday(*by)) } } }
        }
        @if let Some(by) = path.submit_by(agenda.safe, calendar) {
            @if by < context.now.date() { p.govuk-body { strong { "Late. " } "It was to be sent by " (with_weekday(by)) ": ask those who clear it whether they can still read it." } }
            @else { p.govuk-body { "Sent by " (with_weekday(by)) ", everybody has their days." } }
        }
    }
}
