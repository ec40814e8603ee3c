//! `redress desk`: what is owed, in order of date.

use std::fmt::Write;

use clap::Args;
use jiff::civil::Date;
use redress::day::with_weekday;
use redress::ombudsman::follow_up::Sort;

use super::place::Place;
use super::{Outcome, print};
use crate::clock;
use crate::desk::owing::{Line, everything};

/// What is owed, in order of date: duties, recommendations, updates, silence, missing evidence, what nobody holds
#[derive(Debug, Args)]
pub struct Desk {
    /// As it stands on this day, such as 2026-03-03 or "3 March 2026"; without it, today
    #[arg(long, value_name = "DATE", value_parser = day)]
    on: Option<Date>,
    /// Print it as JSON
    #[arg(long)]
    pub(super) json: bool,
    #[command(flatten)]
    place: Place,
}

fn day(text: &str) -> Result<Date, String> {
    redress::duty::read_date(text).map_err(|why| why.to_string())
}

impl Desk {
    pub(super) async fn run(self) -> anyhow::Result<Outcome> {
        self.place.must_exist()?;
        let (desk, register) = self.place.stores().await?;
        register.close().await;
        let now = clock::now().datetime();
        let lines = everything(&desk, self.on.map_or(now, |on| on.to_datetime(now.time()))).await?;
        desk.close().await;
        if self.json {
            let on = self.on.unwrap_or(now.date());
            return print(&(serde_json::to_string_pretty(&serde_json::json!({ "on": on, "owed": lines }))? + "\n"));
        }
        print(&words(&lines))
    }
}

fn words(lines: &[Line]) -> String {
    let mut page = String::new();
    if lines.is_empty() {
        page += "Nothing is owed.\n";
    }
    for line in lines {
        let owed = &line.owed;
        let when = owed.on.map_or("No date yet".to_string(), with_weekday);
        let late = if owed.late > 0 { format!(" ({} days late)", owed.late) } else { String::new() };
        // Writing to a string cannot fail.
        _ = writeln!(page, "{when}{late}: {}", line.title);
        if !matches!(owed.sort, Sort::Duty | Sort::Recommendation) {
            _ = writeln!(page, "  {}.", owed.sort.words());
        }
        if let Some(duty) = &line.duty {
            let case = if line.case.is_empty() { String::new() } else { format!(", case {}", line.case) };
            _ = writeln!(page, "  {}{case}. {}.", duty.cite, duty.stands);
            if let (Some(due), Some(other)) = (duty.due_on, duty.other_due_on) {
                _ = writeln!(page, "  The council's reading: {}. The other reading: {}.", with_weekday(due), with_weekday(other));
            }
        }
        if let Some(original) = owed.original {
            _ = writeln!(page, "  Original date {}.", with_weekday(original));
        }
        _ = writeln!(page, "  Why this date: {}.", owed.why);
        if let Some(post) = &line.post {
            _ = writeln!(page, "  Owner: {post}.");
        }
    }
    page
}
