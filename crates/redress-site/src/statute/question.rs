//! A question as it was typed, on a command line or in a form, and what is wrong with it.

use jiff::civil::{Date, Time};
use redress::calendar::{Calendar, DayKind};
use redress::counting::{Period, Rule};
use redress::day::read_clock;
use redress::duty::{self, Choice, DateIs, Duty, How, Inputs, Pick, Refusal, Settings};
use serde::Serialize;

use super::words;
use super::worked::{Worked, work};

/// The word for a date that is not known: a value, never a guess.
pub const UNKNOWN: &str = "unknown";

/// What is asked, each value as it was typed; empty where nothing was said.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Question {
    /// The key of the duty.
    pub duty: String,
    /// The day that starts the clock, or `unknown`.
    pub from: String,
    /// The time of day, for clocks in hours.
    pub at: String,
    /// The meeting.
    pub meeting: String,
    /// The date that the report carries.
    pub report_date: String,
    /// The day that a letter, notice or event names.
    pub stated: String,
    /// The period that a decision, letter or constitution names.
    pub period: String,
    /// The day whose knowledge of bank holidays is to be used.
    pub as_known_on: String,
    /// What the council works to: `choice=reading`.
    pub settings: Vec<String>,
    /// What it works to where the question does not say.
    #[serde(skip)]
    pub works_to: Settings,
}

/// What is wrong with a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Wrong {
    /// A word for programs.
    pub code: &'static str,
    /// What is wrong and what to do.
    pub message: String,
    /// The value that it is about.
    pub field: Option<&'static str>,
}

/// What a duty's clock can be asked with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Needs {
    /// It cannot start without a day.
    pub from: bool,
    /// It runs in hours.
    pub at: bool,
    /// The answer is a meeting.
    pub meeting: bool,
    /// A reading counts from the date of the report.
    pub report_date: bool,
    /// A letter or event names the day.
    pub stated: bool,
    /// A decision, letter or constitution names the period.
    pub period: bool,
    /// Bank holidays make a difference.
    pub holidays: bool,
}

impl Needs {
    /// What the rules of a duty take.
    pub fn of(duty: &Duty) -> Needs {
        let mut needs = Needs { holidays: matches!(duty.date_is, DateIs::LastDay | DateIs::LastDayToPublish), ..Needs::default() };
        for version in duty.versions {
            needs.take(version.rule);
            match version.other.map(|other| other.how) {
                Some(How::Rule(rule)) => needs.take(rule),
                Some(How::FromReportDate) => needs.report_date = true,
                Some(How::OnlyIf(_)) | None => {}
            }
        }
        needs
    }

    fn take(&mut self, rule: Rule) {
        self.holidays |= rule.kind() != DayKind::Calendar;
        match rule {
            Rule::AsSoonAsPracticable | Rule::OnDemand => {}
            Rule::NextSuitableMeeting | Rule::NamedMeeting => self.meeting = true,
            Rule::ByEvent(_) | Rule::ByDateStated(_) => self.stated = true,
            Rule::OfTheDateAsStated(_) => (self.from, self.period, self.stated) = (true, true, true),
            Rule::LocalDaysAfter { .. } => (self.from, self.period) = (true, true),
            Rule::WithinHours(_) => (self.from, self.at) = (true, true),
            _ => self.from = true,
        }
    }
}

impl Question {
    /// The answer, counted with these bank holidays unless the question names others, or everything that is wrong with it.
    pub fn answer(&self, calendar: &Calendar) -> Result<Worked, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let duty = self.duty(&mut wrong);
        let inputs = self.inputs(duty, &mut wrong);
        let settings = self.settings(duty, &mut wrong);
        let known_on = self.date("as_known_on", &self.as_known_on, &mut wrong);
        if let Some(day) = known_on.filter(|d| !(1974..=2100).contains(&d.year())) {
            wrong.push(Wrong::of(&Refusal::OutsideYears { date: day }, Some("as_known_on")));
        }
        let (Some(duty), true) = (duty, wrong.is_empty()) else { return Err(wrong) };
        let earlier = known_on.map(Calendar::as_known_on);
        work(duty, &inputs, &settings, earlier.as_ref().unwrap_or(calendar))
            .map_err(|refusal| vec![Wrong::of(&refusal, field(&refusal, &inputs))])
    }

    fn duty(&self, wrong: &mut Vec<Wrong>) -> Option<&'static Duty> {
        let key = self.duty.trim();
        if key.is_empty() {
            wrong.push(Wrong { code: "missing", message: "Choose a duty".into(), field: Some("duty") });
            return None;
        }
        duty::find(key).map_err(|refusal| wrong.push(Wrong::of(&refusal, Some("duty")))).ok()
    }

    fn inputs(&self, duty: Option<&Duty>, wrong: &mut Vec<Wrong>) -> Inputs {
        let (day, time) = match self.from.trim().split_once('T') {
            // `2026-03-28T18:30`: day and time as machines write them.
            Some((day, time)) if day.len() == 10 => (day, time),
            _ => (self.from.as_str(), self.at.as_str()),
        };
        let mut inputs = Inputs {
            from: self.date("from", day, wrong),
            at: self.time(time, wrong),
            report_dated: self.date("report_date", &self.report_date, wrong),
            meeting: self.date("meeting", &self.meeting, wrong),
            stated: self.date("stated", &self.stated, wrong),
            period: self.period(duty, wrong),
        };
        // A minimum notice is counted back from its meeting, under whichever name the meeting was given.
        let notice = duty.is_some_and(|d| d.date_is == DateIs::LastDayToPublish);
        if notice && inputs.meeting.is_some() && inputs.from.is_none_or(|from| Some(from) <= inputs.meeting) {
            inputs.from = inputs.meeting;
        }
        if duty.is_some_and(|d| Needs::of(d).from) && day.trim().is_empty() && inputs.from.is_none() {
            let message = "Say when the clock starts, or that it is unknown".into();
            wrong.push(Wrong { code: "missing", message, field: Some("from") });
        }
        inputs
    }

    fn date(&self, field: &'static str, text: &str, wrong: &mut Vec<Wrong>) -> Option<Date> {
        if is_nothing(text) {
            return None;
        }
        duty::read_date(text).map_err(|refusal| wrong.push(Wrong::of(&refusal, Some(field)))).ok()
    }

    fn time(&self, text: &str, wrong: &mut Vec<Wrong>) -> Option<Time> {
        if is_nothing(text) {
            return None;
        }
        let time = read_clock(text).or_else(|| text.trim().parse().ok());
        if time.is_none() {
            let message = format!("`{}` is no time of day; write it as 18:30 or 6.30 pm", text.trim());
            wrong.push(Wrong { code: "impossible_time", message, field: Some("at") });
        }
        time
    }

    fn period(&self, duty: Option<&Duty>, wrong: &mut Vec<Wrong>) -> Option<Period> {
        if is_nothing(&self.period) {
            return None;
        }
        // `5 working days` says no more than `5 days` where the clock counts working days alone.
        let counts_some = |d: &Duty| d.versions.iter().all(|v| v.rule.kind() != DayKind::Calendar);
        let text = self.period.to_lowercase();
        let text = if duty.is_some_and(counts_some) { text.replace("working ", "") } else { text };
        let read = text.parse::<Period>();
        read.map_err(|message| wrong.push(Wrong { code: "impossible_period", message, field: Some("period") })).ok()
    }

    fn settings(&self, duty: Option<&Duty>, wrong: &mut Vec<Wrong>) -> Settings {
        let mut settings = self.works_to;
        for text in &self.settings {
            match setting(text, duty) {
                Ok((choice, pick)) => settings = settings.with(choice, pick),
                Err(message) => wrong.push(Wrong { code: "unknown_setting", message, field: Some("authority_setting") }),
            }
        }
        settings
    }
}

fn is_nothing(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || text.eq_ignore_ascii_case(UNKNOWN)
}

/// Reads `receipt_or_report_date=second`; a word that only one of the duty's two readings has will do too.
fn setting(text: &str, duty: Option<&Duty>) -> Result<(Choice, Pick), String> {
    let (name, reading) = text.split_once('=').ok_or_else(|| format!("write a setting as choice=first or choice=second: `{text}`"))?;
    let (name, reading) = (name.trim().to_lowercase().replace('-', "_"), reading.trim().to_lowercase());
    let choice = Choice::ALL.into_iter().find(|c| words::choice(*c) == name).ok_or_else(|| {
        let all: Vec<String> = Choice::ALL.into_iter().map(words::choice).collect();
        format!("no choice is called `{name}`; there are {}", all.join(", "))
    })?;
    match reading.as_str() {
        "first" | "1" => return Ok((choice, Pick::First)),
        "second" | "2" => return Ok((choice, Pick::Second)),
        _ => {}
    }
    let version = duty.and_then(|d| d.versions.iter().rev().find(|v| v.other.is_some_and(|o| o.choice == choice)));
    let has = version.and_then(|v| v.other.map(|o| (v.reading.contains(&reading), o.reading.contains(&reading))));
    match has.filter(|_| !reading.is_empty()) {
        Some((true, false)) => Ok((choice, Pick::First)),
        Some((false, true)) => Ok((choice, Pick::Second)),
        _ => Err(format!("`{reading}` is no reading of {name}; write first or second. {}", choice.question())),
    }
}

impl Wrong {
    /// A refusal with the value that it is about.
    pub fn of(refusal: &Refusal, field: Option<&'static str>) -> Wrong {
        let code = match refusal {
            Refusal::UnknownDuty { .. } => "unknown_duty",
            Refusal::ImpossibleDate { .. } => "impossible_date",
            Refusal::OutsideYears { .. } => "outside_years",
            Refusal::BeforeTheLaw { .. } => "before_the_law",
            Refusal::MeetingBeforeReceipt { .. } => "meeting_before_receipt",
            Refusal::ReceivedBeforeReport { .. } => "received_before_report",
        };
        Wrong { code, message: refusal.to_string(), field }
    }
}

/// The value that a refusal of the whole question is about.
fn field(refusal: &Refusal, inputs: &Inputs) -> Option<&'static str> {
    match refusal {
        Refusal::UnknownDuty { .. } => Some("duty"),
        Refusal::BeforeTheLaw { .. } | Refusal::ImpossibleDate { .. } => Some("from"),
        Refusal::MeetingBeforeReceipt { .. } => Some("meeting"),
        Refusal::ReceivedBeforeReport { .. } => Some("report_date"),
        Refusal::OutsideYears { date } => {
            let fields =
                [("from", inputs.from), ("report_date", inputs.report_dated), ("meeting", inputs.meeting), ("stated", inputs.stated)];
            fields.into_iter().find(|(_, value)| *value == Some(*date)).map(|(name, _)| name)
        }
    }
}

#[cfg(test)]
mod tests;
