//! `redress plan`: the lawful path of a report through meetings, and what stands in its way.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;
use redress::day::{long, with_weekday};
use redress::duty::{DateIs, Refusal, read_date};
use redress::plan::{Edge, Embargo, Governed, ListedMeeting, Matter, Plan as Made, PlanRefusal, PlanSettings, PlanStep, Remedy, plan};

use super::place::Place;
use super::{Outcome, meetings_file, print, usage};
use crate::statute::question::Wrong;

/// Plan a report's lawful path through meetings; exit status 1 where no meeting fits or something must be settled first
#[derive(Debug, Args)]
pub struct Plan {
    /// The day the report was received, as 2026-03-03 or "3 March 2026"
    #[arg(long, value_name = "DATE")]
    received: String,
    /// The meetings: a JSON list of {"date", "body", "kind"}, or lines date,body,kind
    #[arg(long, value_name = "FILE")]
    meetings: PathBuf,
    /// The date that the report carries
    #[arg(long, value_name = "DATE")]
    report_date: Option<String>,
    /// In confidence until a day, or until the Ombudsman publishes: event, or "event 2026-03-24" where that is expected
    #[arg(long, value_name = "DATE|event")]
    embargo_until: Option<String>,
    /// Take the item in private
    #[arg(long)]
    private: bool,
    /// It is a further report
    #[arg(long)]
    further: bool,
    /// The Ombudsman directed that the report is not to be publicised
    #[arg(long)]
    not_publicised: bool,
    /// The day the first notice of the private meeting was published
    #[arg(long, value_name = "DATE")]
    first_private_notice: Option<String>,
    /// The day public notice of the report was first given
    #[arg(long, value_name = "DATE")]
    notice_given: Option<String>,
    /// The day that the public notice names for inspection to begin
    #[arg(long, value_name = "DATE")]
    inspection_from: Option<String>,
    /// The day copies of the monitoring officer's report were first sent to those who must consider it
    #[arg(long, value_name = "DATE")]
    mo_report_sent: Option<String>,
    /// A recommendation with a day of its own, as "Apologise=4 weeks" or "Pay=2026-04-01"; may be given again
    #[arg(long, value_name = "WHAT=WHEN")]
    remedy: Vec<String>,
    /// The first day on which anything can still be done, where it is later than receipt
    #[arg(long, value_name = "DATE")]
    planned_from: Option<String>,
    /// Plan for the meeting on this day instead of the first that fits
    #[arg(long, value_name = "DATE")]
    meeting: Option<String>,
    /// The council is governed by committees, not by an executive
    #[arg(long)]
    committee_system: bool,
    /// The council's settings: readings, call-in, clearances, as JSON
    #[arg(long, value_name = "FILE")]
    settings: Option<PathBuf>,
    /// Show how each day was counted
    #[arg(long)]
    working: bool,
    /// Print the plan, or what is wrong, as JSON
    #[arg(long)]
    pub(super) json: bool,
    #[command(flatten)]
    place: Place,
}

impl Plan {
    pub(super) async fn run(self) -> anyhow::Result<Outcome> {
        let mut wrong = Vec::new();
        let (matter, meetings, settings) = (self.matter(&mut wrong), self.listed(&mut wrong), self.council(&mut wrong));
        let (Some(matter), true) = (matter, wrong.is_empty()) else { return Ok(usage(&wrong, self.json)) };
        let calendar = self.place.calendar().await?;
        let made = match plan(&matter, &meetings, &settings, &calendar) {
            Ok(made) => made,
            Err(refused) => return Ok(usage(&[fault(&refused)], self.json)),
        };
        print(&if self.json { serde_json::to_string_pretty(&made)? + "\n" } else { words(&made, self.working) })?;
        Ok(if made.is_clear() { Outcome::Done } else { Outcome::Problems })
    }

    fn matter(&self, wrong: &mut Vec<Wrong>) -> Option<Matter> {
        let received = day("received", &self.received, wrong);
        let mut given = |field: &'static str, value: &Option<String>| value.as_deref().and_then(|text| day(field, text, wrong));
        let report_dated = given("report_date", &self.report_date);
        let first_private_notice = given("first_private_notice", &self.first_private_notice);
        let notice_given = given("notice_given", &self.notice_given);
        let inspection_from = given("inspection_from", &self.inspection_from);
        let monitoring_officer_sent = given("mo_report_sent", &self.mo_report_sent);
        let planned_from = given("planned_from", &self.planned_from);
        let meeting = given("meeting", &self.meeting);
        let mut embargo = Embargo::None;
        match self.embargo_until.as_deref().map(Embargo::read) {
            Some(Ok(until)) => embargo = until,
            Some(Err(refusal)) => {
                let message = format!("{refusal}; or write event, if confidence ends when the Ombudsman publishes");
                wrong.push(Wrong { message, ..Wrong::of(&refusal, Some("embargo_until")) });
            }
            None => {}
        }
        let mut remedies = Vec::new();
        for text in &self.remedy {
            let message = || format!("`{text}` has no period and no day; write it as \"Apologise=4 weeks\" or \"Pay=2026-04-01\"");
            match Remedy::read(text) {
                Some(remedy) => remedies.push(remedy),
                None => wrong.push(Wrong { code: "impossible_remedy", message: message(), field: Some("remedy") }),
            }
        }
        Some(Matter {
            report_dated,
            further: self.further,
            embargo,
            private: self.private,
            not_publicised: self.not_publicised,
            first_private_notice,
            notice_given,
            inspection_from,
            monitoring_officer_sent,
            remedies,
            planned_from,
            meeting,
            ..Matter::received(received?)
        })
    }

    fn listed(&self, wrong: &mut Vec<Wrong>) -> Vec<ListedMeeting> {
        file("meetings", &self.meetings, meetings_file::read, wrong).unwrap_or_default()
    }

    fn council(&self, wrong: &mut Vec<Wrong>) -> PlanSettings {
        let from_json = |text: &str| serde_json::from_str::<PlanSettings>(text).map_err(|e| e.to_string());
        let read = self.settings.as_ref().and_then(|path| file("settings", path, from_json, wrong));
        let mut settings = read.unwrap_or_default();
        if self.committee_system {
            settings.governed = Governed::ByCommittees;
        }
        settings
    }
}

/// Why no plan is made, with the value that it is about.
fn fault(refused: &PlanRefusal) -> Wrong {
    match refused {
        PlanRefusal::Duty(refusal @ Refusal::ReceivedBeforeReport { .. }) => Wrong::of(refusal, Some("report_date")),
        PlanRefusal::Duty(refusal @ Refusal::BeforeTheLaw { .. }) => Wrong::of(refusal, Some("received")),
        PlanRefusal::Duty(refusal) => Wrong::of(refusal, None),
        PlanRefusal::BeforeReceipt { .. } => Wrong { code: "before_receipt", message: refused.to_string(), field: None },
        PlanRefusal::NoReply { .. } => Wrong { code: "no_reply", message: refused.to_string(), field: Some("received") },
    }
}

/// A day, or one more thing that is wrong.
fn day(field: &'static str, text: &str, wrong: &mut Vec<Wrong>) -> Option<Date> {
    read_date(text).map_err(|refusal| wrong.push(Wrong::of(&refusal, Some(field)))).ok()
}

/// A file's value, or one more thing that is wrong.
fn file<T>(field: &'static str, path: &Path, reading: impl FnOnce(&str) -> Result<T, String>, wrong: &mut Vec<Wrong>) -> Option<T> {
    let text = std::fs::read_to_string(path).map_err(|e| e.to_string());
    let fault = |e: String| wrong.push(Wrong { code: "unreadable_file", message: format!("{}: {e}", path.display()), field: Some(field) });
    text.and_then(|text| reading(&text)).map_err(fault).ok()
}

fn words(made: &Made, working: bool) -> String {
    let mut page = format!("The Ombudsman must be told by {}.\n", with_weekday(made.reply_by));
    // Writing to a string cannot fail.
    _ = writeln!(page, "Members can meet from {} to {}.", edge(&made.earliest_meeting), edge(&made.latest_meeting));
    match &made.planned_for {
        Some(meeting) => {
            _ = writeln!(page, "Planned for {} on {}, from {} on.", meeting.body, with_weekday(meeting.date), long(made.planned_from))
        }
        None => _ = writeln!(page, "No listed meeting can consider the report in time."),
    }
    page.push_str("\nSteps\n");
    for step in &made.steps {
        describe(&mut page, step, working);
    }
    if !made.conflicts.is_empty() {
        page.push_str("\nIn the way\n");
    }
    for conflict in &made.conflicts {
        _ = writeln!(page, "  {}: {}", conflict.weight.words(), conflict.words);
    }
    page.push_str("\nMeetings\n");
    for fit in &made.meetings {
        _ = writeln!(page, "  {}  {}: {}", with_weekday(fit.meeting.date), fit.meeting.body, fit.verdict.words());
        for conflict in &fit.conflicts {
            _ = writeln!(page, "      {}: {}", conflict.weight.words(), conflict.words);
        }
    }
    page
}

fn edge(edge: &Edge) -> String {
    let day = edge.lawful.map_or_else(|| "a day not yet known".into(), with_weekday);
    match edge.advised.filter(|d| Some(*d) != edge.lawful) {
        Some(advised) => format!("{day} (better {})", long(advised)),
        None => day,
    }
}

fn describe(page: &mut String, step: &PlanStep, working: bool) {
    let day = step.on.map_or_else(|| "as soon as practicable".into(), with_weekday);
    let is = step.date_is.filter(|is| *is != DateIs::NoDate).map_or(String::new(), |is| format!("{} ", is.words()));
    _ = writeln!(page, "  {is}{day}: {}", step.what);
    let mut notes: Vec<String> = Vec::new();
    let dated = |words: &str, day: Option<Date>| day.map(|d| format!("{words} {}", long(d)));
    notes.extend(dated(if step.is_held_back() { "held back until" } else { "not before" }, step.earliest));
    notes.extend(dated("last working day", step.last_working_day));
    notes.extend(step.other.as_ref().filter(|o| Some(o.on) != step.on).map(|o| format!("{}: {}", o.reading, long(o.on))));
    notes.push(step.duty.map_or_else(|| step.cite.to_string(), |key| format!("{}, {key}", step.cite)));
    _ = writeln!(page, "      {}", notes.join("; "));
    if let Some(why) = &step.provisional {
        _ = writeln!(page, "      {why}");
    }
    for line in step.working.iter().filter(|_| working) {
        _ = writeln!(page, "      - {}", line.words);
    }
}
