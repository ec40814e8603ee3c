//! The checks before a publication. Every check is listed, passed or not; what bars is decided here and nowhere else.

use crate::day::with_weekday;
use crate::person_in_case;
use crate::wrong::reasons;

/// Five clear days for an agenda.
mod agenda_notice;
/// A check and what it bars.
mod check;
/// Remarks about a family.
pub mod family_remark;
/// What is about to be published.
mod proposal;

pub use agenda_notice::{AgendaNotice, agenda_notice};
pub use check::{Bars, Check, Code};
pub use proposal::{KeyFault, Override, Proposal, ProposedPaper, ProposedText};

/// Every check of a proposal, in the order of `Code::ALL`: one for each fault, or one that passed.
pub fn checks(proposal: &Proposal) -> Vec<Check> {
    let mut all = Vec::new();
    for code in Code::ALL {
        let found: Vec<Check> = match code {
            Code::GroundMissing => proposal.papers.iter().filter_map(ground_missing).collect(),
            Code::Restricted => proposal.papers.iter().filter_map(|p| restricted(proposal, p)).collect(),
            Code::EmbargoHeld => proposal.papers.iter().filter_map(embargo_held).collect(),
            Code::PersonNamed => person_named(proposal),
            Code::FamilyRemark => family_remarks(proposal),
            Code::NoticeShort => notice_short(proposal),
            Code::HiddenData => proposal.papers.iter().filter_map(|p| hidden_data(proposal, p)).collect(),
            Code::Accessibility => proposal.papers.iter().filter_map(accessibility).collect(),
            Code::Unanswered => proposal.unanswered.iter().map(unanswered).collect(),
            Code::KeyDecision => proposal.key_decisions.iter().map(key_decision).collect(),
            Code::TextsDiffer => proposal.texts_differ.iter().map(texts_differ).collect(),
        };
        if found.is_empty() {
            let words = code.passed().into();
            all.push(Check { code, about: None, passed: true, words, section: code.section(), bars: Bars::Never, overridden: None });
        }
        all.extend(found);
    }
    all
}

/// Whether nothing keeps the publication back.
pub fn may_go_out(checks: &[Check]) -> bool {
    !checks.iter().any(Check::stops)
}

fn fault(code: Code, about: String, bars: Bars, words: String) -> Check {
    Check { code, about: Some(about), passed: false, words, section: code.section(), bars, overridden: None }
}

fn ground_missing(paper: &ProposedPaper) -> Option<Check> {
    let words = match &paper.restriction {
        Some(restriction) => {
            let wrong: Vec<String> = restriction.ground.check().into_iter().map(|w| w.message).collect();
            if wrong.is_empty() {
                return None;
            }
            format!("{}: the ground is not complete. {}", paper.title, wrong.join(" "))
        }
        None if paper.has_file || paper.to_follow => return None,
        None => format!("{}: it is held back without a ground. Restrict it, add its file, or say that it is to follow.", paper.title),
    };
    Some(fault(Code::GroundMissing, paper.about(), Bars::Always, words))
}

/// A notice that failed bars: no override heals a decision that was announced to nobody.
fn key_decision(KeyFault { item, words, bars }: &KeyFault) -> Check {
    let bars = if *bars { Bars::Always } else { Bars::Never };
    fault(Code::KeyDecision, format!("item {item}"), bars, words.clone())
}

fn unanswered((item, recommendations): &(String, Vec<String>)) -> Check {
    let words = format!(
        "The decision of item {item} cannot be issued until each recommendation has an answer: {}. Record on the item what was answered, with reasons.",
        recommendations.join(", ")
    );
    fault(Code::Unanswered, format!("item {item} decision"), Bars::Always, words)
}

fn texts_differ((item, how): &(String, String)) -> Check {
    fault(Code::TextsDiffer, format!("item {item} decision"), Bars::Always, format!("Item {item}: {how}"))
}

fn restricted(proposal: &Proposal, paper: &ProposedPaper) -> Option<Check> {
    // A restriction that begins later is no leave to publish today.
    let stands = paper.restriction.as_ref().is_some_and(|r| !r.opened_by(proposal.publishes_on));
    let words =
        || format!("{}: it is restricted, and its file would go out. Hold the file back, or decide on a release first.", paper.title);
    (stands && paper.has_file).then(|| fault(Code::Restricted, paper.about(), Bars::Always, words()))
}

fn embargo_held(paper: &ProposedPaper) -> Option<Check> {
    let words = || {
        format!(
            "{}: the Ombudsman’s embargo covers it, and its file would go out. Hold the file back until the embargo is lifted.",
            paper.title
        )
    };
    (paper.embargo_held && paper.has_file).then(|| fault(Code::EmbargoHeld, paper.about(), Bars::Always, words()))
}

/// Every text with what checks call it; the title of a paper whose file goes out is one.
fn texts(proposal: &Proposal) -> impl Iterator<Item = (String, &str, jiff::civil::DateTime)> {
    let titles = proposal.papers.iter().filter(|p| p.has_file || p.to_follow);
    let titles = titles.map(|p| (format!("title of {}", p.about()), p.title.as_str(), p.since));
    proposal.texts.iter().map(|t| (format!("text {}", t.field), t.text.as_str(), t.since)).chain(titles)
}

fn person_named(proposal: &Proposal) -> Vec<Check> {
    let flagged = texts(proposal).filter_map(|(about, text, since)| {
        let mut signs: Vec<_> = person_in_case::find(text).into_iter().map(|(sign, _)| sign).collect();
        let count = signs.len();
        signs.sort_unstable();
        signs.dedup();
        let what: Vec<&str> = signs.into_iter().map(person_in_case::Sign::words).collect();
        (count > 0).then(|| {
            let words =
                format!("In {about}: {} ({}). Read it, and take the name out or say why it stays.", passages(count), what.join("; "));
            let mut check = fault(Code::PersonNamed, about, Bars::UnlessOverridden, words);
            check.overridden = answered(proposal, &check, |o| o.at >= since);
            check
        })
    });
    flagged.collect()
}

fn family_remarks(proposal: &Proposal) -> Vec<Check> {
    let flagged = texts(proposal).filter_map(|(about, text, _)| {
        let count = family_remark::find(text).len();
        let words =
            || format!("In {about}: {} may remark on a family’s conduct or health. Ask whether the public needs it.", passages(count));
        (count > 0).then(|| fault(Code::FamilyRemark, about.clone(), Bars::Never, words()))
    });
    flagged.collect()
}

fn passages(count: usize) -> String {
    if count == 1 { "one passage".into() } else { format!("{count} passages") }
}

fn notice_short(proposal: &Proposal) -> Vec<Check> {
    let mut found = Vec::new();
    for obstacle in &proposal.notice {
        let bars = if obstacle.bars() { Bars::Always } else { Bars::Never };
        found.push(Check { section: Some(obstacle.section()), ..fault(Code::NoticeShort, "private item".into(), bars, obstacle.words()) });
    }
    // After the meeting an agenda is a record of it, and its notice is past healing.
    let before = proposal.meeting_on.is_none_or(|m| proposal.publishes_on <= m);
    if let Some(notice) = proposal.agenda.filter(|n| before && n.safe < proposal.publishes_on) {
        let late = notice.by < proposal.publishes_on;
        let (bars, words) = match (late, notice.absolute()) {
            (true, true) => (Bars::Always, notice.late(proposal.publishes_on)),
            (true, false) => (Bars::UnlessOverridden, notice.late(proposal.publishes_on)),
            (false, _) => {
                let words =
                    "The agenda is in time by the reading that the council works to, and late by the other, for which it was due by";
                (Bars::Never, format!("{words} {}.", with_weekday(notice.safe)))
            }
        };
        let mut check = Check { section: Some(notice.section), ..fault(Code::NoticeShort, "agenda".into(), bars, words) };
        check.overridden = answered(proposal, &check, |_| true);
        found.push(check);
    }
    found
}

fn hidden_data(proposal: &Proposal, paper: &ProposedPaper) -> Option<Check> {
    if !paper.has_file || paper.findings.is_empty() {
        return None;
    }
    let words =
        format!("{}: its file has {}. Clean the file, or let a second person answer for it.", paper.title, paper.findings.join("; "));
    let mut check = fault(Code::HiddenData, paper.about(), Bars::UnlessOverridden, words);
    check.overridden = answered(proposal, &check, |o| o.by_account != paper.added_by && o.at >= paper.since);
    Some(check)
}

fn accessibility(paper: &ProposedPaper) -> Option<Check> {
    let words = || format!("{}: {}. Some people will not be able to read the file.", paper.title, paper.accessible.join("; "));
    (paper.has_file && !paper.accessible.is_empty()).then(|| fault(Code::Accessibility, paper.about(), Bars::Never, words()))
}

/// The override that answers for a check: for this fault, with a reason, and as the check asks.
fn answered(proposal: &Proposal, check: &Check, holds: impl Fn(&Override) -> bool) -> Option<Override> {
    if check.bars != Bars::UnlessOverridden {
        return None;
    }
    let fits = |o: &&Override| o.check == check.code && Some(&o.about) == check.about.as_ref() && reasons(&o.reason, 3) && holds(o);
    proposal.overrides.iter().find(fits).cloned()
}

#[cfg(test)]
mod tests;
