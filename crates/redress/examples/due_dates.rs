//! Counts the dates of 20,000 open matters with ten duties each over and over, and prints times per pass as JSON.
//!
//! `cargo run --release -p redress --example due_dates -- [SECONDS [CASES]]`, where each line of the file CASES is a day, a
//! number and a later day: then also that many working days after the day, and the working days between the two, with all answers.

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use jiff::civil::{Date, date};
use redress::calendar::{Calendar, DayKind};
use redress::counting::{clear_days_between, days_after, plus};
use redress::duty::{self, Duty, Inputs, Settings};
use serde::Serialize;
use serde_json::{Value, json};

const MATTERS: u32 = 20_000;
const DUTIES: [&str; 10] = [
    "lgsco_report_consider_and_notify",
    "lgsco_report_implement_and_confirm",
    "s5a_executive_consider_21_days",
    "exec_private_notice_28",
    "council_agenda_reports_inspection",
    "call_in",
    "scrutiny_report_response",
    "complaint_stage1_ack",
    "complaint_stage2_response",
    "foi_request",
];

fn main() -> Result<(), Box<dyn Error>> {
    let seconds: f64 = std::env::args().nth(1).map_or(Ok(2.0), |s| s.parse())?;
    let mut printed = json!({ "due_dates": due_dates(seconds)? });
    if let Some(file) = std::env::args().nth(2) {
        let cases = std::fs::read_to_string(file)?.lines().map(case).collect::<Result<Vec<_>, _>>()?;
        let england = Calendar::england();
        printed["after"] = counted(&cases, seconds, |&(from, n, _)| days_after(from, n, DayKind::Working, england));
        printed["between"] = counted(&cases, seconds, |&(from, _, to)| clear_days_between(from, to, DayKind::Working, england));
    }
    println!("{printed}");
    Ok(())
}

/// The dates of all matters, pass by pass; every tenth matter is held against the full answer, which also checks its facts.
fn due_dates(seconds: f64) -> Result<Value, Box<dyn Error>> {
    let duties = DUTIES.map(duty::find).into_iter().collect::<Result<Vec<_>, _>>()?;
    let (matters, settings) = (matters().ok_or("a day beyond the calendar")?, Settings::default());
    let started = Instant::now();
    let england = Calendar::england();
    let calendar_ms = started.elapsed().as_secs_f64() * 1e3;
    let passes = passes(seconds, || {
        for facts in &matters {
            for (duty, inputs) in duties.iter().zip(facts) {
                black_box(duty::due_date(duty, black_box(inputs), &settings, england));
            }
        }
    });
    let dates = || matters.iter().flat_map(|facts| duties.iter().zip(facts));
    let without_date = dates().filter(|(duty, inputs)| duty::due_date(duty, inputs, &settings, england).is_none()).count();
    let unlike = |(duty, inputs): &(&&'static Duty, &Inputs)| {
        let full = duty::compute(duty, inputs, &settings, england).ok().and_then(|answer| answer.due.date);
        full != duty::due_date(duty, inputs, &settings, england)
    };
    let compared = dates().step_by(7);
    Ok(json!({
        "matters": MATTERS, "duties": DUTIES.len(), "calendar_ms": calendar_ms,
        "first_ms": passes.first_ms, "ms": passes.cpu_ms, "passes": passes.count,
        "without_date": without_date, "compared": compared.clone().count(), "unlike_compute": compared.filter(unlike).count(),
    }))
}

/// The facts of each matter, one for each duty: days from April 2026, when the last of the duties began, to 2028.
fn matters() -> Option<Vec<[Inputs; DUTIES.len()]>> {
    let mut seed = 1_u32;
    let mut below = |limit: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        i32::try_from((seed >> 16) % limit).ok()
    };
    let mut facts = |opened: Date| -> Option<Inputs> {
        let from = plus(opened, below(120)?)?;
        Some(Inputs { report_dated: plus(from, -below(6)?), ..Inputs::from(from) })
    };
    let mut all = Vec::new();
    for n in 0..MATTERS {
        let opened = plus(date(2026, 4, 1), i32::try_from(n).ok()? * 7 % 800)?;
        let mut of_matter = [Inputs::NOTHING; DUTIES.len()];
        for inputs in &mut of_matter {
            *inputs = facts(opened)?;
        }
        all.push(of_matter);
    }
    Some(all)
}

/// A line of the file: a day, a number, a later day.
fn case(line: &str) -> Result<(Date, u16, Date), Box<dyn Error>> {
    match line.split(' ').collect::<Vec<_>>()[..] {
        [from, n, to] => Ok((from.parse()?, n.parse()?, to.parse()?)),
        _ => Err(format!("not a day, a number and a day: {line}").into()),
    }
}

/// One way of counting on every case: how many a second of processor time, and the answers.
fn counted<C, T: Serialize>(cases: &[C], seconds: f64, count: impl Fn(&C) -> T) -> Value {
    let passes = passes(seconds, || {
        for case in cases {
            black_box(count(black_box(case)));
        }
    });
    json!({ "per_second": cases.len() as f64 / passes.cpu_ms * 1e3, "answers": cases.iter().map(count).collect::<Vec<_>>() })
}

struct Passes {
    count: u32,
    /// The first by the clock on the wall, when nothing is warm.
    first_ms: f64,
    /// Processor time of one, as the mean of all.
    cpu_ms: f64,
}

/// Repeats until so many seconds of processor time are spent, so that the kernel's hundredths are fine enough.
fn passes(seconds: f64, pass: impl Fn()) -> Passes {
    let (start, wall) = (processor_time(), Instant::now());
    pass();
    let (mut count, first_ms) = (1, wall.elapsed().as_secs_f64() * 1e3);
    while processor_time() - start < seconds {
        pass();
        count += 1;
    }
    Passes { count, first_ms, cpu_ms: (processor_time() - start) * 1e3 / f64::from(count) }
}

/// User and system time of this process in seconds, from the kernel's hundredths.
fn processor_time() -> f64 {
    let text = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = text.rsplit(')').next().unwrap_or("");
    let ticks: f64 = after_name.split_whitespace().skip(11).take(2).filter_map(|t| t.parse::<f64>().ok()).sum();
    ticks / 100.0
}
