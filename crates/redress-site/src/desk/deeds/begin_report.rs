//! Beginning a report of the monitoring officer's: on one finding, or on the routine findings of a time.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject};
use redress::monitoring_report::routine::{Place, place};
use redress::monitoring_report::{Apart, Manner, MonitoringReport, Section, What};

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::findings::{self, Found};
use crate::failure::Failure;

/// Beginning a report.
pub struct BeginReport {
    found: Vec<Found>,
}

const SECTIONS: &[(&str, &str)] =
    &[("five_a", "Section 5A: to the executive, on what it did or left undone"), ("five", "Section 5: to the council, on anything else")];
const MANNERS: &[(&str, &str)] = &[("individual", "One finding"), ("periodic", "The routine findings of a time")];
const WHATS: &[(&str, &str)] =
    &[("omission", "Something left undone"), ("decision", "Something decided"), ("proposal", "Something proposed")];

impl Deed for BeginReport {
    const PATH: &'static str = "/desk/monitoring-reports/begin";
    const TITLE: &'static str = "Begin a monitoring officer's report";
    const ACT: Act = Act::MakeMonitoringReport;
    const FIELDS: &'static [Field] = &[
        Field::new("section", "Under which section", Ask::One(SECTIONS)),
        Field::new("manner", "What it covers", Ask::One(MANNERS)),
        Field::new("from", "First day", Ask::Date).only_if("manner", "periodic"),
        Field::new("to", "Last day", Ask::Date).only_if("manner", "periodic"),
        Field::new("cases", "Cases", Ask::AnyOf)
            .hint("Left blank, a report on a time takes every routine finding that members have not been told of")
            .optional(),
        Field::new("what", "What was wrong was", Ask::One(WHATS)),
        Field::new("words", "Describe it", Ask::Text).hint("Without a name and without the words of a personal remedy").optional(),
    ];

    async fn load(context: &Context, _: &Keys) -> Result<BeginReport, Failure> {
        let mut found = findings::all(context).await?;
        found.retain(|f| f.finding.fault && !f.finding.embargoed);
        Ok(BeginReport { found })
    }

    fn about(&self) -> About {
        About::of(Subject::council()).back("/desk/monitoring-reports")
    }

    fn before(&self) -> Markup {
        let wider: Vec<&Found> = self.found.iter().filter(|f| f.finding.wider.is_some() && !f.finding.told).collect();
        html! {
            @if self.found.is_empty() { p.govuk-body { "No finding of fault is on record that is out of confidence." } }
            @if !wider.is_empty() {
                p.govuk-body { "These get a report of their own, and none on a time takes them:" }
                ul.govuk-list.govuk-list--bullet {
                    @for f in wider { li { "Case " (f.case.key) ": " (f.finding.wider.as_deref().unwrap_or("")) } }
                }
            }
        }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "cases" => self.found.iter().map(|f| (f.case.id.to_string(), named(f))).collect(),
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let section = if filled.get("section") == "five" { Section::Five } else { Section::FiveA };
        let what = match filled.get("what") {
            "proposal" => What::Proposal,
            "decision" => What::Decision,
            _ => What::Omission,
        };
        let chosen = filled.all("cases");
        let chosen: Vec<&Found> = self.found.iter().filter(|f| chosen.contains(&f.case.id.to_string())).collect();
        let (manner, taken, apart) = match (filled.get("manner"), filled.date("from"), filled.date("to")) {
            ("periodic", Some(from), Some(to)) => {
                let (taken, apart) = self.periodic(&chosen, from, to)?;
                (Manner::Periodic { from, to }, taken, apart)
            }
            _ if chosen.len() == 1 => (Manner::Individual, chosen, Vec::new()),
            _ => return Err(Undone::wrong("cases", "Choose one case. A report on several findings is one on a time")),
        };
        let mut matters = Vec::new();
        for found in &taken {
            let mut matter = findings::matter(context, found, what, filled.words("words")).await?;
            if manner == Manner::Individual {
                matter.wider = found.finding.wider.clone();
            }
            matters.push(matter);
        }
        let cases: Vec<i64> = taken.iter().map(|f| f.case.id).collect();
        let report = MonitoringReport {
            section,
            manner,
            matters,
            facts: String::new(),
            law: String::new(),
            options: String::new(),
            consulted: Vec::new(),
            suspends: None,
            apart,
            signed: None,
        };
        let id = context.desk.desk.begin_report(&report, &cases, &context.act()).await?;
        Ok(Done::made(format!("/desk/monitoring-reports/{id}"), serde_json::json!({ "report": id, "cases": cases })))
    }
}

impl BeginReport {
    /// The routine findings of a time, or those chosen of them; and what gets a report of its own.
    fn periodic<'a>(&'a self, chosen: &[&'a Found], from: Date, to: Date) -> Result<(Vec<&'a Found>, Vec<Apart>), Undone> {
        if to < from {
            return Err(Undone::wrong("to", "The last day is before the first"));
        }
        for found in chosen {
            match place(&found.finding, from, to) {
                Place::Routine => {}
                Place::Apart { reason } => {
                    let words = format!("Case {} has wider implications ({reason}): it gets a report of its own", found.case.key);
                    return Err(Undone::wrong("cases", words));
                }
                Place::Elsewhere => {
                    let words = format!("Case {} was decided at another time, or members have been told of it", found.case.key);
                    return Err(Undone::wrong("cases", words));
                }
            }
        }
        let routine: Vec<&Found> = self.found.iter().filter(|f| place(&f.finding, from, to) == Place::Routine).collect();
        let taken = if chosen.is_empty() { routine } else { chosen.to_vec() };
        if taken.is_empty() {
            return Err(Undone::wrong("cases", "No routine finding of that time is left to report"));
        }
        let apart = self.found.iter().filter_map(|f| match place(&f.finding, from, to) {
            Place::Apart { reason } => Some(Apart { case: f.case.key.clone(), reason }),
            _ => None,
        });
        Ok((taken, apart.collect()))
    }
}

fn named(found: &Found) -> String {
    let decided = found.finding.decided.map_or("day not known".into(), redress::day::long);
    let told = if found.finding.told { "; members have been told" } else { "" };
    let wider = if found.finding.wider.is_some() { "; wider implications" } else { "" };
    format!("{}, {} (decided {decided}{told}{wider})", found.case.key, found.case.file.services.join(", "))
}
