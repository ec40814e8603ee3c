//! `redress due`: the date of one duty, with its working.

use std::fmt::Write;

use clap::Args;
use redress::day::long;

use super::place::Place;
use super::{Outcome, print, usage};
use crate::statute::question::Question;
use crate::statute::worked::{Side, Worked};

/// Compute the date of a duty and show the working
#[derive(Debug, Args)]
pub struct Due {
    /// The duty's key, as `redress duties` lists it
    duty: String,
    /// The day that starts the clock, as 2026-03-03 or "3 March 2026"; for a minimum notice, the day of the meeting; or
    /// the word unknown
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// The time of day, for clocks in hours
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    /// The meeting, where the answer is a meeting or is counted back from one
    #[arg(long, value_name = "DATE")]
    meeting: Option<String>,
    /// The date that the Ombudsman's report carries, where a reading counts from it
    #[arg(long, value_name = "DATE")]
    report_date: Option<String>,
    /// The period that a decision, letter or constitution names, as "5 days" or "3 months"
    #[arg(long)]
    period: Option<String>,
    /// The day that a letter, notice or event names
    #[arg(long, value_name = "DATE")]
    stated: Option<String>,
    /// Count with the bank holidays as they were known on this day, to explain an old calculation
    #[arg(long, value_name = "DATE")]
    as_known_on: Option<String>,
    /// The reading that the council works to, as clear_days=second; may be given again
    #[arg(long, value_name = "CHOICE=READING")]
    authority_setting: Vec<String>,
    /// Print the answer, or what is wrong, as JSON
    #[arg(long)]
    pub(super) json: bool,
    #[command(flatten)]
    place: Place,
}

impl Due {
    pub(super) async fn run(self) -> anyhow::Result<Outcome> {
        let json = self.json;
        let calendar = self.place.calendar().await?;
        match self.question().answer(&calendar) {
            Ok(answer) if json => print(&(serde_json::to_string_pretty(&answer)? + "\n")),
            Ok(answer) => print(&words(&answer)),
            Err(wrong) => Ok(usage(&wrong, json)),
        }
    }

    fn question(self) -> Question {
        Question {
            duty: self.duty,
            from: self.from.unwrap_or_default(),
            at: self.at.unwrap_or_default(),
            meeting: self.meeting.unwrap_or_default(),
            report_date: self.report_date.unwrap_or_default(),
            stated: self.stated.unwrap_or_default(),
            period: self.period.unwrap_or_default(),
            as_known_on: self.as_known_on.unwrap_or_default(),
            settings: self.authority_setting,
            ..Question::default()
        }
    }
}

fn words(answer: &Worked) -> String {
    let mut page = format!("{}\n\n{}.\n", answer.answer, answer.must);
    // Writing to a string cannot fail.
    _ = writeln!(page, "\nWorking ({}):", answer.first.reading);
    steps(&mut page, &answer.first);
    if let Some(other) = &answer.other_reading {
        _ = writeln!(page, "\nThe other reading ({}): {}", other.side.reading, other.side.date_words());
        steps(&mut page, &other.side);
        if let Some(condition) = other.only_if {
            _ = writeln!(page, "  Only if {condition}.");
        }
        _ = writeln!(page, "  Why: {}.", other.because);
        if let Some(safer) = answer.safer() {
            _ = writeln!(page, "  {safer}");
        }
    }
    _ = writeln!(page, "\n{}\n{}", answer.cite, answer.url);
    if let Some(known_on) = answer.as_known_on {
        _ = writeln!(page, "\nCounted with the bank holidays as known on {}.", long(known_on));
    }
    if let Some(why) = &answer.provisional {
        _ = writeln!(page, "\nPROVISIONAL: {}.", why.trim_start_matches("provisional: "));
    }
    page
}

fn steps(page: &mut String, side: &Side) {
    for (at, step) in side.steps.iter().enumerate() {
        _ = writeln!(page, "  {}. {step}", at + 1);
    }
    if let (Some(day), true) = (side.last_working_day, side.last_working_day == side.due) {
        _ = writeln!(page, "  {} is a working day.", long(day));
    }
}
