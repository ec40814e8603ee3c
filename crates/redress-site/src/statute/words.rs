//! Words for the constants of a duty: for pages, commands and documentation alike.

use jiff::civil::Date;
use redress::day;
use redress::duty::{self, Choice, DateIs, Duty, Extension, Governance, How, Inputs, Jurisdiction, Marked, Version};

/// The Act, regulations or code: the citation up to its provision, without what stands beside it.
pub fn act(duty: &Duty) -> &'static str {
    let named = duty.cite.split(',').next().unwrap_or(duty.cite);
    match named.rsplit("; ").next().unwrap_or(named) {
        "SI 2012/2089" => "Executive arrangements regulations 2012 (SI 2012/2089)",
        "SI 2014/2095" => "Openness regulations 2014 (SI 2014/2095)",
        act => act,
    }
}

/// The provision without its Act: `section 31(2)`; the whole citation where it has no comma.
pub fn provision(duty: &Duty) -> &'static str {
    duty.cite.split_once(", ").map_or(duty.cite, |(_, provision)| provision)
}

/// The duties under their Acts, both in the order of the statute book.
pub fn by_act<'a>(duties: impl IntoIterator<Item = &'a Duty>) -> Vec<(&'static str, Vec<&'a Duty>)> {
    let mut acts: Vec<(&'static str, Vec<&Duty>)> = Vec::new();
    for duty in duties {
        match acts.iter_mut().find(|(name, _)| *name == act(duty)) {
            Some((_, under)) => under.push(duty),
            None => acts.push((act(duty), vec![duty])),
        }
    }
    acts
}

/// Who owes it, without what qualifies them: `The council`, `The proper officer`.
pub fn owner(duty: &Duty) -> &'static str {
    duty.owed_by.split([',', ';', ':']).next().unwrap_or(duty.owed_by)
}

/// Everybody who owes something, in the order of the alphabet.
pub fn owners() -> Vec<&'static str> {
    let mut all: Vec<&str> = duty::all().map(owner).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The clock that runs today: `three months beginning with the date`.
pub fn clock(duty: &Duty) -> String {
    duty.versions.last().map_or_else(String::new, |v| v.rule.words())
}

/// How the second reading finds its date.
pub fn how(how: &How) -> String {
    match how {
        How::Rule(rule) => rule.words(),
        How::FromReportDate => "the same rule, from the date that the report carries".into(),
        How::OnlyIf(condition) => format!("the same rule, but only if {condition}"),
    }
}

/// `From 1 April 2008`, or `From 1 October 2002 to 31 March 2026` where another version follows.
pub fn in_force(versions: &[Version], at: usize) -> String {
    let from = versions.get(at).map_or_else(String::new, |v| day::long(v.in_force_from));
    match versions.get(at + 1).and_then(|next| redress::counting::plus(next.in_force_from, -1)) {
        Some(last) => format!("From {from} to {}", day::long(last)),
        None => format!("From {from}"),
    }
}

/// What the date of the answer is.
pub fn date_is(kind: DateIs) -> &'static str {
    match kind {
        DateIs::LastDay => "the last day to act",
        DateIs::LastDayToPublish => "the last day to publish",
        DateIs::FirstDay => "the first lawful day",
        DateIs::EndOfPeriod => "the last day of the period",
        DateIs::NoDate => "none: the law names no day",
    }
}

/// Who may give longer.
pub fn extension(extension: Extension) -> String {
    match extension {
        Extension::Nobody => "Nobody".into(),
        Extension::By { who, how, period_itself: true } => {
            format!("{who}, {how}. The period itself is then longer: acting within it is in time.")
        }
        Extension::By { who, how, period_itself: false } => format!("{who}, {how}. The first date stays on record."),
    }
}

/// Where it applies.
pub fn jurisdiction(place: Jurisdiction) -> &'static str {
    match place {
        Jurisdiction::England => "Principal councils in England",
        Jurisdiction::UnitedKingdom => "Authorities anywhere in the United Kingdom",
    }
}

/// The ways of governing a council under which it applies.
pub fn governance(ways: &[Governance]) -> String {
    if duty::ANY.iter().all(|way| ways.contains(way)) {
        return "However the council is governed".into();
    }
    let words = ways.iter().map(|way| match way {
        Governance::ExecutiveArrangements => "a leader and cabinet",
        Governance::CommitteeSystem => "committees",
        Governance::ElectedMayor => "an elected mayor",
    });
    format!("Councils with {}", words.collect::<Vec<_>>().join(" or "))
}

/// How far a part of our reading was verified.
pub fn marked(mark: Marked) -> &'static str {
    match mark {
        Marked::Verified => "Text read",
        Marked::Interpretation => "Our reading",
        Marked::Derived => "Computed",
        Marked::FromMemory => "Not seen in a source",
    }
}

/// The name of a choice in settings: `receipt_or_report_date`.
pub fn choice(choice: Choice) -> String {
    serde_json::to_value(choice).ok().and_then(|v| v.as_str().map(str::to_string)).unwrap_or_default()
}

/// What an example or a question gives: `3 March 2026; the report is dated 1 March 2026`.
pub fn given(inputs: &Inputs) -> String {
    let from = inputs.from.map(|d| match inputs.at {
        Some(at) => format!("{}, {}", day::long(d), day::clock(at)),
        None => day::long(d),
    });
    let of = |words: &str, date: Option<Date>| date.map(|d| format!("{words} {}", day::long(d)));
    let all = [
        from,
        of("the report is dated", inputs.report_dated),
        of("the meeting is on", inputs.meeting),
        of("the day named is", inputs.stated),
        inputs.period.map(|p| format!("the period is {}", p.words())),
    ];
    let words = all.into_iter().flatten().collect::<Vec<_>>().join("; ");
    if words.is_empty() { "Not known".into() } else { words }
}

/// With a capital letter.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
