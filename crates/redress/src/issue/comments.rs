//! One report that goes from body to body: each next version has a numbered section for every earlier body, in the order of
//! days. Every version stays, with its size and hash.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::wrong::Wrong;

/// What a body made of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BodySaid {
    /// The body.
    pub body: String,
    /// The day on which it met.
    pub on: Date,
    /// Its decision or comments, in its own words.
    pub said: String,
}

/// A file as kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// What it is: `Report`, `Appendix A`.
    pub name: String,
    /// Its length in bytes.
    pub bytes: u64,
    /// Its hash.
    pub hash: String,
}

/// A section that tells what an earlier body said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its number in the report.
    pub number: u32,
    /// Its heading.
    pub heading: String,
    /// The words.
    pub text: String,
}

/// A version of the report, for one meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportVersion {
    /// 1 for the first.
    pub number: u32,
    /// The body it is for.
    pub body: String,
    /// The day of its meeting.
    pub meeting: Date,
    /// What earlier bodies said.
    pub sections: Vec<Section>,
    /// The section with what happened since, where there is one.
    pub update: Option<Section>,
    /// The report and its appendices as published; empty before.
    pub kept: Vec<Kept>,
}

/// A report on its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// How many sections the author's own report has: those of bodies follow.
    pub own_sections: u32,
    said: Vec<BodySaid>,
    versions: Vec<ReportVersion>,
}

impl Report {
    /// A report with so many sections of its own.
    pub fn new(own_sections: u32) -> Report {
        Report { own_sections, said: Vec::new(), versions: Vec::new() }
    }

    /// The versions, in order.
    pub fn versions(&self) -> &[ReportVersion] {
        &self.versions
    }

    /// Makes the version for a meeting. Every body that met before has its section; `update` tells what happened since.
    pub fn version_for(&mut self, body: &str, meeting: Date, update: Option<&str>) -> Result<&ReportVersion, Wrong> {
        if let Some(last) = self.versions.last() {
            if meeting <= last.meeting {
                return Err(Wrong::new("meeting", "A version for that day or a later one is made already."));
            }
            if !self.said.iter().any(|s| s.on == last.meeting && s.body == last.body) {
                let ask = format!("Record first what {} said on {}.", last.body, crate::day::long(last.meeting));
                return Err(Wrong::new("said", ask));
            }
        }
        let earlier: Vec<&BodySaid> = self.said.iter().filter(|s| s.on < meeting).collect();
        let first = self.own_sections.saturating_add(1);
        let section = |(number, s): (u32, &&BodySaid)| Section { number, heading: heading(s), text: s.said.clone() };
        let sections: Vec<Section> = (first..).zip(&earlier).map(section).collect();
        let next = sections.last().map_or(first, |s| s.number.saturating_add(1));
        let update = update.map(|text| Section { number: next, heading: "Since the last meeting".into(), text: text.into() });
        let number = self.versions.last().map_or(1, |v| v.number.saturating_add(1));
        self.versions.push(ReportVersion { number, body: body.into(), meeting, sections, update, kept: Vec::new() });
        self.versions.last().ok_or_else(|| Wrong::new("meeting", "The version was not made. Try again."))
    }

    /// Records what a body said at the meeting of a version.
    pub fn body_said(&mut self, said: BodySaid) -> Result<(), Wrong> {
        if !self.versions.iter().any(|v| v.body == said.body && v.meeting == said.on) {
            return Err(Wrong::new("body", "No version was made for this body on that day."));
        }
        if self.said.iter().any(|s| s.body == said.body && s.on == said.on) {
            return Err(Wrong::new("said", "What this body said that day is recorded already."));
        }
        if said.said.trim().is_empty() {
            return Err(Wrong::new("said", "Write what the body decided or said; none if it made no comment."));
        }
        self.said.push(said);
        self.said.sort_by_key(|s| s.on);
        Ok(())
    }

    /// Keeps the files of a version as published. They are kept once and never changed.
    pub fn keep(&mut self, number: u32, kept: Vec<Kept>) -> Result<(), Wrong> {
        let Some(version) = self.versions.iter_mut().find(|v| v.number == number) else {
            return Err(Wrong::new("version", format!("There is no version {number}.")));
        };
        if !version.kept.is_empty() {
            return Err(Wrong::new("version", "This version is published already. A change makes another version."));
        }
        version.kept = kept;
        Ok(())
    }

    /// Files that are the same in every version that is kept, by name.
    pub fn same_in_all(&self) -> Vec<&Kept> {
        let mut published = self.versions.iter().filter(|v| !v.kept.is_empty());
        let Some(first) = published.next() else { return Vec::new() };
        let rest: Vec<&ReportVersion> = published.collect();
        first.kept.iter().filter(|k| rest.iter().all(|v| v.kept.contains(k))).collect()
    }
}

fn heading(said: &BodySaid) -> String {
    format!("{}, {}", said.body, crate::day::long(said.on))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_version_waits_for_what_the_body_before_it_said() {
        let mut report = Report::new(3);
        report.version_for("Cabinet", date(2021, 5, 4), None).unwrap();
        assert_eq!(report.version_for("Council", date(2021, 7, 22), None).unwrap_err().field, "said");
        let said = BodySaid { body: "Cabinet".into(), on: date(2021, 5, 4), said: "Noted.".into() };
        report.body_said(said.clone()).unwrap();
        assert_eq!(report.body_said(said.clone()).unwrap_err().field, "said");
        assert_eq!(report.body_said(BodySaid { body: "Board".into(), ..said }).unwrap_err().field, "body");
        assert_eq!(report.version_for("Council", date(2021, 5, 4), None).unwrap_err().field, "meeting");
        let version = report.version_for("Council", date(2021, 7, 22), Some("The Ombudsman is satisfied.")).unwrap();
        assert_eq!((version.sections[0].number, version.update.as_ref().unwrap().number), (4, 5));
        let kept = |name: &str, hash: &str| Kept { name: name.into(), bytes: 10, hash: hash.into() };
        report.keep(1, vec![kept("Report", "a"), kept("Appendix A", "x")]).unwrap();
        assert_eq!(report.keep(1, vec![]).unwrap_err().field, "version");
        report.keep(2, vec![kept("Report", "b"), kept("Appendix A", "x")]).unwrap();
        assert_eq!(report.same_in_all(), [&kept("Appendix A", "x")]);
    }
}
