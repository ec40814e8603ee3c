//! What a paper of the Ombudsman's starts, as the desk keeps it, and the letters that tell of it.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind, may};
use redress::calendar::Calendar;
use redress::duty::{self, Refusal, Settings};
use redress::embargo::Embargo;
use redress::ombudsman::paper::starts::{Facts, Starts, starts, told};
use redress::ombudsman::paper::{self, PaperKind, on_publication};
use redress::reader::{Reader, Role};
use redress_store::desk::outbox::Letter;
use redress_store::desk::work::duty_clock::DutyClock;

use super::deed::Context;
use crate::failure::Failure;

/// A post of this title is the leader's; its holder is told of a report.
const LEADER: &str = "leader of the council";

/// The duties that a paper starts. While it is confidential, the notice waits for publication and the Act's own day stands beside.
pub fn duties(facts: &Facts, settings: &Settings, calendar: &Calendar) -> Result<Vec<DutyClock>, Refusal> {
    let started = starts(facts, settings, calendar)?;
    let mut clocks = kept(started, facts.confidential);
    if let (Some(published), Some(received)) = (facts.days.published.filter(|_| facts.confidential), facts.days.received) {
        // Nobody confirms that a day came that the letter itself names, so what follows from publication is dated now.
        for clock in published_on(facts.kind, received, published, settings, calendar) {
            clocks.retain(|c| c.duty != clock.duty);
            clocks.push(clock);
        }
    }
    Ok(clocks)
}

fn kept(started: Starts, confidential: bool) -> Vec<DutyClock> {
    let day = |d: Option<Date>| d.map(|d| d.to_string());
    let runs = started.started.into_iter().map(|s| {
        let (due, other) = (s.answer.due.date, s.answer.other.and_then(|o| o.due.date));
        let waits = confidential && s.duty.ends_with("public_notice");
        DutyClock {
            duty: s.duty.into(),
            from_date: day(s.from),
            due_on: if waits { None } else { day(due) },
            other_due_on: if waits { day(due) } else { day(other) },
            because: if waits {
                "the Ombudsman publishes it; the other reading is the Act's own day, counted from receipt".into()
            } else {
                s.because
            },
            ..DutyClock::default()
        }
    });
    let rests = started.not_started.into_iter().map(|n| DutyClock {
        duty: n.duty.into(),
        because: "the paper came".into(),
        not_running: Some(n.reason.into()),
        ..DutyClock::default()
    });
    runs.chain(rests).collect()
}

/// The duties that the publication of a report starts.
pub fn published_on(kind: PaperKind, received: Date, published: Date, settings: &Settings, calendar: &Calendar) -> Vec<DutyClock> {
    on_publication(kind, received, published, settings, calendar).into_iter().map(follows).collect()
}

fn follows(follows: paper::Follows) -> DutyClock {
    DutyClock {
        duty: follows.duty.into(),
        from_date: Some(follows.from.to_string()),
        due_on: Some(follows.due.to_string()),
        because: follows.because,
        ..DutyClock::default()
    }
}

/// The addresses of those who are told of a paper at once, each once. Whom its embargo keeps out is told of nothing.
pub async fn addresses(context: &Context, kind: PaperKind, embargo: Option<&Embargo>) -> Result<Vec<String>, Failure> {
    let desk = &context.desk.desk;
    let today = context.now.date();
    let mut accounts = Vec::new();
    for role in told(kind) {
        accounts.extend(desk.holders_of(*role, today).await?);
    }
    if matches!(kind, PaperKind::Report | PaperKind::FurtherReport | PaperKind::DraftReport) {
        accounts.extend(desk.holders_of_title(LEADER, Role::Member, today).await?);
    }
    let subject = Subject::new(SubjectKind::OmbudsmanPaper).embargoed(embargo.cloned());
    let mut addresses = Vec::new();
    for account in accounts {
        if embargo.is_some() {
            let Some(reader) = desk.signed_in(account, today).await? else { continue };
            if may(&Reader::SignedIn(reader), Act::ReadPaper, &subject, context.now.datetime()).is_err() {
                continue;
            }
        }
        addresses.extend(desk.account(account).await?.and_then(|a| a.email));
    }
    addresses.sort();
    addresses.dedup();
    Ok(addresses)
}

/// The letters that tell of a paper. They hold no word of it: it may be confidential, and letters go astray.
pub fn letters(addresses: &[String], kind: PaperKind, duties: &[DutyClock], base: &str, id: i64) -> Vec<Letter> {
    let last = duties.iter().filter_map(|d| d.due_on.as_deref()).min().and_then(|d| d.parse().ok());
    let first = last.map_or(String::new(), |day| format!("The first day that counts: {}.\n", redress::day::with_weekday(day)));
    let body = format!(
        "A paper of the Ombudsman's was registered: {}.\n{first}What the law asks, by when and why:\n{base}/desk/ombudsman-papers/{id}\n",
        kind.words().to_lowercase()
    );
    let letter = |to: &String| Letter {
        to: to.clone(),
        subject: format!("Registered: {} of the Ombudsman's", kind.words().to_lowercase()),
        body: body.clone(),
        about: format!("ombudsman_paper {id}"),
        holds_secret: false,
    };
    addresses.iter().map(letter).collect()
}

/// What a duty asks, in the statute book's words.
pub fn duty_words(key: &str) -> String {
    duty::find(key).map_or_else(|_| key.to_string(), |d| d.must.to_string())
}

/// The duties as a list, with section, day and reason, before anything is written down.
pub fn listed(duties: &[DutyClock]) -> Markup {
    html! {
        ul.redress-entries {
            @for clock in duties {
                li.redress-entry {
                    p.redress-entry__title { (duty_words(&clock.duty)) }
                    p.redress-entry__facts {
                        @if let Some(reason) = &clock.not_running { "Does not run: " (reason) "." }
                        @else { (why(clock)) }
                        (other_reading(clock))
                        (section(&clock.duty))
                    }
                }
            }
        }
    }
}

/// The day of a duty that runs or waits, and why that day.
pub fn why(clock: &DutyClock) -> Markup {
    html! {
        @match (&clock.due_on, &clock.from_date) {
            (Some(due), Some(from)) => { "Last day " (weekday(due)) ", counted from " (day(from)) " (" (clock.because) "). " },
            (Some(due), None) => { "Last day " (weekday(due)) " (" (clock.because) "). " },
            (None, _) => { "No day yet: it waits for the day on which " (clock.because) ". " },
        }
    }
}

/// The day of the other reading, where the law leaves a choice that makes a difference.
pub fn other_reading(clock: &DutyClock) -> Markup {
    html! { @if let Some(other) = clock.other_due_on.as_ref().filter(|o| Some(*o) != clock.due_on.as_ref()) { "On the other reading: " (weekday(other)) ". " } }
}

/// Whether the Ombudsman owes a duty, and not the council: it is shown for its day.
pub fn for_the_ombudsman(key: &str) -> bool {
    duty::find(key).is_ok_and(|d| d.owed_by.contains("Ombudsman") && !d.owed_by.contains("council"))
}

/// The section of a duty, which leads to the statute book.
pub fn section(key: &str) -> Markup {
    html! {
        @if let Ok(duty) = duty::find(key) {
            a.govuk-link href={ "/duties/" (duty.key) } { (duty.cite) }
            ". Met by: " (duty.met_by.event) ". Proof needed: " (duty.met_by.proof) "."
        }
    }
}

fn day(stored: &str) -> String {
    stored.parse().map_or_else(|_| stored.to_string(), redress::day::long)
}

/// A day as stored, with its weekday.
pub fn weekday(stored: &str) -> String {
    stored.parse().map_or_else(|_| stored.to_string(), redress::day::with_weekday)
}
