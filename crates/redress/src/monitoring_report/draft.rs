//! Drafts from the case: a document of headings and paragraphs, without a name, a sum or the words of a personal remedy.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::response::{ExecutiveResponse, Said};
use super::{Limb, Manner, MonitoringReport, Section, Suspends, What};
use crate::day::long;
use crate::ombudsman::axes::words;
use crate::ombudsman::consideration::Considered;
use crate::ombudsman::recommendation::Nature;
use crate::ombudsman::tracked::Tracked;

/// A document as a structure; pages and papers dress it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The title.
    pub title: String,
    /// Its parts, in order.
    pub parts: Vec<Part>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "part", content = "text", rename_all = "snake_case")]
pub enum Part {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// A list.
    List(Vec<String>),
    /// A place to read on.
    Link {
        /// What is there.
        words: String,
        /// Its address.
        address: String,
    },
}

use Part::{Heading, Link, List, Paragraph};

impl Document {
    /// All its words, for a search for names before it goes out.
    pub fn text(&self) -> String {
        let mut lines = vec![self.title.clone()];
        for part in &self.parts {
            match part {
                Heading(text) | Paragraph(text) => lines.push(text.clone()),
                List(items) => lines.extend(items.iter().cloned()),
                Link { words, address } => lines.push(format!("{words}: {address}")),
            }
        }
        lines.join("\n")
    }
}

/// The monitoring officer's report, with the recommendations of its cases.
pub fn report(report: &MonitoringReport, cases: &[&Tracked], today: Date) -> Document {
    let (section, to) = match report.section {
        Section::Five => ("section 5", "the authority"),
        Section::FiveA => ("section 5A", "the executive"),
    };
    let title = match &report.manner {
        Manner::Individual => {
            format!("Report of the monitoring officer to {to} under {section} of the Local Government and Housing Act 1989")
        }
        Manner::Periodic { from, to: until } => {
            format!("Findings of the Ombudsman, {} to {}: report of the monitoring officer under {section}", long(*from), long(*until))
        }
    };
    let mut parts = vec![Heading("What this report is about".into())];
    for matter in &report.matters {
        let what = match matter.what {
            What::Proposal => "Proposal",
            What::Decision => "Decision",
            What::Omission => "Omission",
        };
        let limb = match &matter.limb {
            Limb::Law { enactment } => format!("It is or would be a breach of the law: {enactment}."),
            Limb::Maladministration { case, .. } => format!("The Ombudsman investigated it in case {case}."),
        };
        parts.push(Paragraph(format!("{what}: {} {limb}", matter.words)));
        if let (Limb::Maladministration { case, .. }, Some(address)) = (&matter.limb, &matter.decision) {
            parts.push(Link { words: format!("The Ombudsman's decision in case {case}"), address: address.clone() });
        }
        parts.extend(recommendations(&matter.limb, cases, today));
    }
    if !report.apart.is_empty() {
        parts.push(Heading("Cases that get a report of their own".into()));
        parts.push(List(report.apart.iter().map(|a| format!("Case {}: {}", a.case, a.reason)).collect()));
    }
    for (heading, text) in [("The facts", &report.facts), ("The law", &report.law), ("The options", &report.options)] {
        parts.push(Heading(heading.into()));
        parts.push(Paragraph(if text.trim().is_empty() { "To be written.".into() } else { text.clone() }));
    }
    parts.push(Heading("Who was consulted".into()));
    let consulted = report.consulted.iter().map(|c| match (&c.on, &c.not_practicable) {
        (Some(day), _) => format!("{}, on {}", office(c.office), long(*day)),
        (None, Some(why)) => format!("{}: not practicable, because {why}", office(c.office)),
        (None, None) => format!("{}: not yet", office(c.office)),
    });
    parts.push(List(consulted.collect()));
    parts.push(Heading("What may not be carried out meanwhile".into()));
    parts.push(match &report.suspends {
        None => Paragraph("To be written.".into()),
        Some(Suspends::Nothing { because }) => Paragraph(format!("Nothing is left to suspend: {because}")),
        Some(Suspends::Steps { steps }) => List(steps.clone()),
    });
    let until = "No step may be taken until the end of the first business day after consideration is concluded.";
    parts.push(Paragraph(until.into()));
    Document { title, parts }
}

fn office(office: super::Office) -> &'static str {
    match office {
        super::Office::HeadOfPaidService => "The head of paid service",
        super::Office::ChiefFinanceOfficer => "The chief finance officer",
    }
}

/// What was asked in a case: public kinds in their words, personal ones as a number.
fn recommendations(limb: &Limb, cases: &[&Tracked], today: Date) -> Vec<Part> {
    let Limb::Maladministration { case, .. } = limb else { return Vec::new() };
    let of: Vec<&&Tracked> = cases.iter().filter(|t| t.asked().case() == case).collect();
    let mut items = Vec::new();
    let personal = of.iter().filter(|t| t.asked().nature() == Nature::Personal).count();
    if personal > 0 {
        let late = of.iter().filter(|t| t.asked().nature() == Nature::Personal && t.timeliness(today).days_late() > 0).count();
        items.push(format!("Remedies for the person: {personal}, of which {late} late."));
    }
    for tracked in of.iter().filter(|t| t.asked().nature() != Nature::Personal) {
        let words = words(tracked, today);
        items.push(format!("{} {}; {}; {}.", tracked.asked().text().trim(), words.claim, words.ombudsman, words.timeliness));
    }
    if items.is_empty() { vec![Paragraph("No action was recommended.".into())] } else { vec![List(items)] }
}

/// The executive's report in answer, with who considered the matter and what was decided, as far as that is on record.
pub fn response(response: &ExecutiveResponse, about: &str, considered: &Considered) -> Document {
    let mut parts = considered.part();
    parts.push(Heading("Action taken".into()));
    parts.push(match &response.taken {
        Said::NotYet => Paragraph("To be written.".into()),
        Said::StatedNone => Paragraph("The executive has taken no action.".into()),
        Said::These { actions } => List(actions.clone()),
    });
    parts.push(Heading("Action proposed, and when".into()));
    parts.push(match &response.proposed {
        Said::NotYet => Paragraph("To be written.".into()),
        Said::StatedNone => Paragraph("The executive proposes no action.".into()),
        Said::These { actions } => {
            let when = |d: Option<Date>| d.map_or_else(|| "day to be named".into(), |d| format!("by {}", long(d)));
            List(actions.iter().map(|a| format!("{}: {}", a.what, when(a.when))).collect())
        }
    });
    parts.push(Heading("Reasons".into()));
    parts.push(Paragraph(if response.reasons.trim().is_empty() { "To be written.".into() } else { response.reasons.clone() }));
    let title = format!("The executive's report on {about}, under section 5A(8) of the Local Government and Housing Act 1989");
    Document { title, parts }
}
