//! Writing a draft of the monitoring officer's report: facts, law, options, who was consulted, what stands still.

use redress::access::Act;
use redress::monitoring_report::{Apart, Consulted, Limb, Manner, MonitoringReport, Office, Suspends};
use redress::ombudsman::follows::CaseKey;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::monitoring_report::{self, Loaded};
use crate::failure::Failure;

/// Writing a draft.
pub struct WriteReport {
    loaded: Loaded,
}

impl Deed for WriteReport {
    const PATH: &'static str = "/desk/monitoring-reports/{report}/write";
    const TITLE: &'static str = "Write the report";
    const ACT: Act = Act::MakeMonitoringReport;
    const FIELDS: &'static [Field] = &[
        Field::new("words", "What the report is about", Ask::Text).hint("For a report on one finding").optional(),
        Field::new("facts", "The facts", Ask::Text).optional(),
        Field::new("law", "The law", Ask::Text).optional(),
        Field::new("options", "The options", Ask::Text).optional(),
        Field::new("head_name", "Head of paid service", Ask::Line).optional(),
        Field::new("head_on", "Head of paid service consulted on", Ask::Date).optional(),
        Field::new("head_why", "Why consulting the head of paid service was not practicable", Ask::Line).optional(),
        Field::new("finance_name", "Chief finance officer", Ask::Line).optional(),
        Field::new("finance_on", "Chief finance officer consulted on", Ask::Date).optional(),
        Field::new("finance_why", "Why consulting the chief finance officer was not practicable", Ask::Line).optional(),
        Field::new("steps", "What may not be carried out meanwhile", Ask::Text).hint("One step a line").optional(),
        Field::new("nothing_because", "Why nothing is left to suspend", Ask::Line).optional(),
        Field::new("decisions", "Where the public reads each decision", Ask::Text).hint("One a line: 23 900 002: https://…").optional(),
        Field::new("wider", "Wider implications", Ask::Text)
            .hint("One a line, the case and why: 23 900 002: other families were refused in the same way. A report on a time lists such a case apart")
            .optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<WriteReport, Failure> {
        Ok(WriteReport { loaded: monitoring_report::load(context, keys.number("report")?).await? })
    }

    fn about(&self) -> About {
        self.loaded.about()
    }

    fn possible(&self) -> bool {
        self.loaded.kept.paper.is_none()
    }

    fn impossible(&self) -> String {
        "This report is signed: it is not changed after that".into()
    }

    fn given(&self, field: &str) -> Vec<String> {
        let report = &self.loaded.kept.report;
        let consulted = |office| report.consulted.iter().find(|c| c.office == office);
        let text = match field {
            "words" => report.matters.first().map(|m| m.words.clone()).filter(|_| report.manner == Manner::Individual),
            "facts" => Some(report.facts.clone()),
            "law" => Some(report.law.clone()),
            "options" => Some(report.options.clone()),
            "head_name" => consulted(Office::HeadOfPaidService).map(|c| c.name.clone()),
            "head_on" => consulted(Office::HeadOfPaidService).and_then(|c| c.on).map(redress::day::long),
            "head_why" => consulted(Office::HeadOfPaidService).and_then(|c| c.not_practicable.clone()),
            "finance_name" => consulted(Office::ChiefFinanceOfficer).map(|c| c.name.clone()),
            "finance_on" => consulted(Office::ChiefFinanceOfficer).and_then(|c| c.on).map(redress::day::long),
            "finance_why" => consulted(Office::ChiefFinanceOfficer).and_then(|c| c.not_practicable.clone()),
            "steps" => match &report.suspends {
                Some(Suspends::Steps { steps }) => Some(steps.join("\n")),
                _ => None,
            },
            "nothing_because" => match &report.suspends {
                Some(Suspends::Nothing { because }) => Some(because.clone()),
                _ => None,
            },
            "decisions" => Some(decisions(report)),
            _ => None,
        };
        text.filter(|t| !t.is_empty()).into_iter().collect()
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        if self.loaded.kept.paper.is_some() {
            return Err(Undone::wrong("", "This report is signed: it is not changed after that"));
        }
        let mut report = self.loaded.kept.report.clone();
        let text = |field: &str| filled.get(field).to_string();
        (report.facts, report.law, report.options) = (text("facts"), text("law"), text("options"));
        let office = |office, name: &str, on: &str, why: &str| {
            let consulted = Consulted { office, name: text(name), on: filled.date(on), not_practicable: filled.words(why) };
            Some(consulted).filter(|c| c.on.is_some() || c.not_practicable.is_some() || !c.name.is_empty())
        };
        report.consulted = office(Office::HeadOfPaidService, "head_name", "head_on", "head_why").into_iter().collect();
        report.consulted.extend(office(Office::ChiefFinanceOfficer, "finance_name", "finance_on", "finance_why"));
        let steps: Vec<String> = filled.get("steps").lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_string).collect();
        report.suspends = match filled.words("nothing_because") {
            Some(_) if !steps.is_empty() => {
                return Err(Undone::wrong("nothing_because", "Name the steps, or say why there is nothing to suspend, not both"));
            }
            Some(because) => Some(Suspends::Nothing { because }),
            None => Some(Suspends::Steps { steps }).filter(|s| !matches!(s, Suspends::Steps { steps } if steps.is_empty())),
        };
        if let (Manner::Individual, Some(words), Some(matter)) = (&report.manner, filled.words("words"), report.matters.first_mut()) {
            matter.words = words;
        }
        for (key, address) in self.lines(filled, "decisions")? {
            if !address.starts_with("https://") && !address.starts_with("http://") {
                return Err(Undone::wrong("decisions", format!("“{address}” is no address: it begins with https://")));
            }
            let of = |m: &&mut redress::monitoring_report::Matter| matches!(&m.limb, Limb::Maladministration { case, .. } if *case == key);
            if let Some(matter) = report.matters.iter_mut().find(of) {
                matter.decision = Some(address);
            }
        }
        let wider = self.wider(&mut report, self.lines(filled, "wider")?);
        if report.matters.is_empty() {
            return Err(Undone::wrong("wider", "Nothing would be left in this report: begin one for each case"));
        }
        let gone: Vec<i64> = if report.manner == Manner::Individual { Vec::new() } else { wider.iter().map(|(case, _)| *case).collect() };
        let cases: Vec<i64> = self.loaded.cases.iter().map(|c| c.id).filter(|id| !gone.contains(id)).collect();
        if context.desk.desk.write_report(&self.loaded.kept, &report, &cases, &wider, &context.act()).await? {
            let wrong = report.check(&context.readings());
            Ok(Done::made(self.loaded.address(), serde_json::json!({ "missing": wrong })))
        } else {
            Err(Undone::changed())
        }
    }
}

impl WriteReport {
    /// Lines of a case and what is said of it.
    fn lines(&self, filled: &Filled, field: &'static str) -> Result<Vec<(CaseKey, String)>, Undone> {
        let mut all = Vec::new();
        for line in filled.get(field).lines().filter(|l| !l.trim().is_empty()) {
            let parts = line.split_once(':').and_then(|(case, said)| Some((CaseKey::read(case.trim()).ok()?, said.trim().to_string())));
            let Some((key, said)) = parts.filter(|(_, said)| !said.is_empty()) else {
                return Err(Undone::wrong(field, format!("“{line}”: write the case, a colon, and what is said of it")));
            };
            if !self.loaded.cases.iter().any(|c| c.key == key) {
                return Err(Undone::wrong(field, format!("Case {key} is not in this report")));
            }
            all.push((key, said));
        }
        Ok(all)
    }

    /// Marks cases as wider: in a report on one finding beside it, in one on a time apart. Gives them with their numbers.
    fn wider(&self, report: &mut MonitoringReport, lines: Vec<(CaseKey, String)>) -> Vec<(i64, String)> {
        let mut marked = Vec::new();
        for (key, reason) in lines {
            let of = |limb: &Limb| matches!(limb, Limb::Maladministration { case, .. } if *case == key);
            if report.manner == Manner::Individual {
                report.matters.iter_mut().filter(|m| of(&m.limb)).for_each(|m| m.wider = Some(reason.clone()));
            } else {
                report.matters.retain(|m| !of(&m.limb));
                report.apart.retain(|a| a.case != key);
                report.apart.push(Apart { case: key.clone(), reason: reason.clone() });
            }
            marked.extend(self.loaded.cases.iter().find(|c| c.key == key).map(|c| (c.id, reason)));
        }
        marked
    }
}

fn decisions(report: &MonitoringReport) -> String {
    let line = |m: &redress::monitoring_report::Matter| match (&m.limb, &m.decision) {
        (Limb::Maladministration { case, .. }, Some(address)) => Some(format!("{case}: {address}")),
        _ => None,
    };
    report.matters.iter().filter_map(line).collect::<Vec<_>>().join("\n")
}
