//! What a clerk types of a record, one thing a line: conflicts with their dispensations, and what a clause asks of whom.

use jiff::civil::Date;

use super::Task;
use crate::decision_record::{Conflict, Conflicts};
use crate::resolution::{Clause, split_label, texts, tree};
use crate::stated::Stated;
use crate::wrong::Wrong;

/// `Cllr B. Stone: parent at the school; dispensation of 2 May 2024`, one a line, or *none*.
pub fn conflicts(typed: &str) -> Conflicts {
    match Stated::of(Some(typed)) {
        Stated::Blank | Stated::NotApplicable => return Conflicts::Blank,
        Stated::StatedNone => return Conflicts::StatedNone,
        Stated::NotRecorded | Stated::Given => {}
    }
    let list = typed.lines().map(str::trim).filter(|l| !l.is_empty()).map(|line| {
        let (who, rest) = line.split_once(':').unwrap_or((line, ""));
        let (nature, dispensation) = rest.rsplit_once(';').unwrap_or((rest, ""));
        Conflict { who: who.trim().into(), nature: nature.trim().into(), dispensation: dispensation.trim().into() }
    });
    Conflicts::Declared { list: list.collect() }
}

/// The same as a clerk types it.
pub fn conflicts_typed(conflicts: &Conflicts) -> String {
    match conflicts {
        Conflicts::Blank => String::new(),
        Conflicts::StatedNone => "None".into(),
        Conflicts::Declared { list } => {
            list.iter().map(|c| format!("{}: {}; {}", c.who, c.nature, c.dispensation)).collect::<Vec<_>>().join("\n")
        }
    }
}

/// The clauses of a decision: its labelled paragraphs; none where nothing has a label.
pub fn clauses(text: &str) -> Vec<Clause> {
    let paragraphs: Vec<&str> = text.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    if !paragraphs.iter().any(|p| split_label(p).is_some()) {
        return Vec::new();
    }
    let all = tree(paragraphs.into_iter().map(|p| split_label(p).map_or((None, p), |(label, rest)| (Some(label), rest))));
    all.into_iter().filter(|clause| clause.label.is_some()).collect()
}

/// The clauses that a minute gives after the words that something was resolved; none where it repeats no decision.
pub fn resolved_in(minute: &str) -> Option<Vec<Clause>> {
    let start = minute.lines().position(|l| {
        let line = l.trim().to_lowercase();
        line.starts_with("resolved") || line.starts_with("it was resolved") || line.starts_with("decision") || line.starts_with("decided")
    })?;
    let mut lines: Vec<&str> = Vec::new();
    for line in minute.lines().skip(start) {
        // A minute may give every clause in one line: `Resolved: (a) note the report; (b) report to the Board`.
        let said = if lines.is_empty() { line.split_once(':').map_or("", |(_, said)| said) } else { line };
        lines.extend(parted(said));
    }
    let found = clauses(&lines.join("\n"));
    (!found.is_empty()).then_some(found)
}

/// A line in its clauses: after a semicolon that a label follows, another begins.
fn parted(line: &str) -> Vec<&str> {
    let (mut parts, mut from) = (Vec::new(), 0);
    for (at, _) in line.match_indices("; ") {
        if split_label(line[at + 2..].trim()).is_some() && split_label(line[from..].trim()).is_some() {
            parts.push(&line[from..at]);
            from = at + 2;
        }
    }
    parts.push(&line[from..]);
    parts
}

/// `(a); Director of Homes; report to the Board; 20 December 2019`, one a line. Who is asked must be a post or a body on
/// record, and the clause one of the decision's.
pub fn tasks(typed: &str, decision: &[Clause], known: &[String], date: impl Fn(&str) -> Option<Date>) -> Result<Vec<Task>, Vec<Wrong>> {
    let paths: Vec<String> = texts::flat(decision).into_iter().map(|(path, _)| path).collect();
    let (mut tasks, mut wrong) = (Vec::new(), Vec::new());
    let mut refuse = |message: String| wrong.push(Wrong::new("tasks", message));
    for line in typed.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let parts: Vec<&str> = line.split(';').map(str::trim).collect();
        let [clause, who, what, rest @ ..] = parts.as_slice() else {
            refuse(format!("“{line}”: write the clause, who is asked, what, and by when, with a semicolon between them."));
            continue;
        };
        let Some(who) = known.iter().find(|k| k.eq_ignore_ascii_case(who)) else {
            refuse(format!("“{who}” is no post and no body on record. Use its name as it is on record, or add the post first."));
            continue;
        };
        let bare = |path: &str| path.split_whitespace().map(|l| l.trim_matches(['(', ')', '.'])).collect::<Vec<_>>().join(" ");
        let path = paths.iter().find(|p| bare(p) == bare(clause)).cloned();
        let path = match path {
            Some(path) => path,
            None if paths.is_empty() && clause.is_empty() => String::new(),
            None => {
                refuse(format!("The decision has no clause “{clause}”."));
                continue;
            }
        };
        let by = match rest.first().filter(|r| !r.is_empty()) {
            None => None,
            Some(by) => match date(by) {
                Some(day) => Some(day),
                None => {
                    refuse(format!("“{by}” is no real date, such as 27 March 2025."));
                    continue;
                }
            },
        };
        tasks.push(Task { clause: path, who: who.clone(), what: (*what).into(), by });
    }
    if wrong.is_empty() { Ok(tasks) } else { Err(wrong) }
}

/// The same as a clerk types it.
pub fn tasks_typed(tasks: &[Task]) -> String {
    let line = |t: &Task| {
        let by = t.by.map(crate::day::long).unwrap_or_default();
        format!("{}; {}; {}; {by}", t.clause, t.who, t.what).trim_end_matches([';', ' ']).to_string()
    };
    tasks.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn conflicts_are_read_as_they_are_typed() {
        assert_eq!(conflicts(" "), Conflicts::Blank);
        assert_eq!(conflicts("None."), Conflicts::StatedNone);
        let typed = "Cllr B. Stone: parent at the school; none";
        let read = conflicts(typed);
        assert_eq!(conflicts_typed(&read), typed);
        let Conflicts::Declared { list } = read else { panic!("declared") };
        assert_eq!((list[0].who.as_str(), list[0].dispensation.as_str()), ("Cllr B. Stone", "none"));
    }

    #[test]
    fn a_task_names_a_clause_and_a_post_on_record() {
        let decision = clauses("RESOLVED\n(a) Accept the report.\n(b) Report to the Board.");
        let known = ["Director of Homes".to_string(), "Improvement Board".into()];
        let day = crate::day::read_long;
        let read = tasks("(b); director of homes; report; 20 December 2019", &decision, &known, day).unwrap();
        assert_eq!((read[0].clause.as_str(), read[0].by), ("(b)", Some(date(2019, 12, 20))));
        assert_eq!(tasks_typed(&read), "(b); Director of Homes; report; 20 December 2019");
        for typed in ["(b); Director of Ships; report", "(z); Director of Homes; report", "(b); Director of Homes; report; soon", "report"]
        {
            assert_eq!(tasks(typed, &decision, &known, day).unwrap_err().len(), 1, "{typed}");
        }
    }

    #[test]
    fn the_clauses_of_a_minute_stand_after_resolved() {
        let minute = "8.1 The Leader spoke.\n(a) is what he said.\nRESOLVED:\n(a) note the report\n(b) report to the Board";
        assert_eq!(resolved_in(minute).unwrap().len(), 2);
        let one_line = resolved_in("Resolved: (a) note the report; and thank its authors; (b) report to the Board").unwrap();
        assert_eq!(
            one_line.iter().map(|c| c.text.as_str()).collect::<Vec<_>>(),
            ["note the report; and thank its authors", "report to the Board"]
        );
        assert_eq!(resolved_in("The report was noted."), None);
        assert_eq!(clauses("The report was noted."), []);
    }
}
