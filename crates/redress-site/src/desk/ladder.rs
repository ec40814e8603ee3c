//! Where a case stands on the two ladders: its latest report against the days of its reply and of the confirmation.

use jiff::civil::Date;
use redress::ombudsman::clock::Happened;
use redress::ombudsman::follows::ladder::{AfterReport, LadderA, LadderB, ladder_b};
use redress::ombudsman::letter::{From, Kind};
use redress_store::desk::work::duty_clock::Standing;

use super::deed::Context;
use super::pages::case::Loaded;
use crate::failure::Failure;

/// Ladder B of the latest report of a case; none where there is no report.
pub async fn of(context: &Context, loaded: &Loaded) -> Result<Option<LadderB>, Failure> {
    let (desk, today) = (&context.desk.desk, context.now.date());
    let Some(report) = loaded.papers.iter().rfind(|p| matches!(p.kind.as_str(), "report" | "further_report")) else { return Ok(None) };
    let duties = desk.duties_of(report.id, today).await?;
    let day = |end: &str, what: &str| event(&duties, end, what);
    let letters = desk.letters_of_case(loaded.case.id).await?;
    let satisfied = letters.iter().find(|l| l.letter.from() == From::Ombudsman && l.letter.kind() == Kind::Satisfaction);
    let own = desk.recommendations_of_paper(report.id).await?;
    let unsatisfied = own.iter().filter_map(|r| r.tracked.view()).filter(|v| v.outcome().term.word == "not_complete_and_not_satisfied");
    let after = AfterReport {
        received: report.received_on(),
        dated: report.dated_on(),
        reply_extended_to: extended(&duties, "consider_and_notify"),
        confirm_extended_to: extended(&duties, "implement_and_confirm"),
        replied: day("consider_and_notify", "met"),
        not_satisfied: unsatisfied.map(redress::ombudsman::axes::View::dated).min(),
        confirmed: day("implement_and_confirm", "met").or(satisfied.map(|l| l.letter.day())),
    };
    Ok(Some(ladder_b(&after, today, &context.readings(), &context.desk.site.calendar)))
}

fn event(duties: &[Standing], end: &str, what: &str) -> Option<Date> {
    let of_duty = duties.iter().filter(|d| d.clock.duty.ends_with(end)).flat_map(|d| &d.events);
    of_duty.filter(|e| e.what == what).filter_map(|e| e.on_date.parse().ok()).max()
}

/// Until when more time was given, by the last letter about it.
fn extended(duties: &[Standing], end: &str) -> Option<Date> {
    let of_duty = duties.iter().filter(|d| d.clock.duty.ends_with(end)).flat_map(|d| &d.events);
    of_duty.filter(|e| e.what == Happened::Extended.word()).filter_map(|e| e.on_date.parse().ok()).next_back()
}

/// What may come next on either ladder, in words.
pub fn next(a: &LadderA, b: Option<&LadderB>) -> String {
    let (on_a, on_b) = (*a != LadderA::NotOn || b.is_none(), b.map(LadderB::words).unwrap_or_default());
    [if on_a { a.next().to_string() } else { String::new() }, on_b].into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}
