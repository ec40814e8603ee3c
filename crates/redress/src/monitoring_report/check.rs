//! What a report must hold before it is signed, and what its maker is warned of.

use super::{Limb, Manner, MonitoringReport, Office, Section, Suspends};
use crate::duty::{Choice, Pick, Settings};
use crate::wrong::{Warning, Wrong, reasons};

impl MonitoringReport {
    /// What is missing or cannot be. An empty answer lets it be signed.
    pub fn check(&self, settings: &Settings) -> Vec<Wrong> {
        let mut wrong = Vec::new();
        let mut want = |there: bool, field: &str, say: &str| {
            if !there {
                wrong.push(Wrong::new(field, say));
            }
        };
        let said = |text: &str| reasons(text, 3);
        want(!self.matters.is_empty(), "matters", "Say which proposal, decision or omission the report is about.");
        want(self.matters.iter().all(|m| said(&m.words)), "matters", "Describe each proposal, decision or omission.");
        for matter in &self.matters {
            match &matter.limb {
                Limb::Law { enactment } => want(said(enactment), "enactment", "Name the enactment, rule of law or code."),
                Limb::Maladministration { investigated, .. } => {
                    let needs = self.section == Section::FiveA || settings.pick(Choice::SectionFiveInvestigation) == Pick::First;
                    let say = "The Ombudsman has not investigated this: a report on maladministration needs an investigation first.";
                    want(*investigated || !needs, "investigated", say);
                }
            }
        }
        want(said(&self.facts), "facts", "State the facts.");
        want(said(&self.law), "law", "State the law.");
        want(said(&self.options), "options", "State the options.");
        for (office, field, say) in [
            (
                Office::HeadOfPaidService,
                "head_of_paid_service",
                "Say when the head of paid service was consulted, or why that was not practicable.",
            ),
            (
                Office::ChiefFinanceOfficer,
                "chief_finance_officer",
                "Say when the chief finance officer was consulted, or why that was not practicable.",
            ),
        ] {
            let answered = |c: &&super::Consulted| c.on.is_some() || c.not_practicable.as_deref().is_some_and(said);
            want(self.consulted.iter().filter(|c| c.office == office).any(|c| answered(&c)), field, say);
        }
        let suspends = match &self.suspends {
            None => false,
            Some(Suspends::Steps { steps }) => !steps.is_empty() && steps.iter().all(|s| !s.trim().is_empty()),
            Some(Suspends::Nothing { because }) => said(because),
        };
        want(suspends, "suspends", "Say what may not be carried out meanwhile, or why nothing is left to suspend.");
        match &self.manner {
            Manner::Individual => want(self.matters.len() <= 1, "matters", "A report on several matters is a periodic one."),
            Manner::Periodic { from, to } => {
                want(from <= to, "to", "The last day is before the first.");
                let wider = self.matters.iter().all(|m| m.wider.is_none());
                want(wider, "matters", "A case with wider implications gets a report of its own: take it out of this one.");
                let linked = self.matters.iter().all(|m| !matches!(m.limb, Limb::Maladministration { .. }) || m.decision.is_some());
                want(linked, "decisions", "Say for each case where the public reads the Ombudsman's decision.");
            }
        }
        if let Some(signed) = &self.signed {
            want(!signed.by.trim().is_empty(), "signed", "Say who signs.");
            let deputy = signed.deputy_because.as_deref().is_none_or(said);
            want(deputy, "deputy_because", "Say why the deputy signs: the monitoring officer is absent or ill.");
        }
        wrong
    }

    /// What its maker is warned of; it never bars.
    pub fn warnings(&self) -> Vec<Warning> {
        let mut warnings = Vec::new();
        if matches!(self.manner, Manner::Periodic { .. }) {
            warnings.push(Warning::new(
                "periodic_is_practice",
                "The Act knows no periodic report: its duty arises with each matter. The Ombudsman accepts one for routine cases.",
                "Local Government and Housing Act 1989, section 5A(2)",
            ));
        }
        let uninvestigated = |m: &super::Matter| matches!(m.limb, Limb::Maladministration { investigated: false, .. });
        if self.section == Section::Five && self.matters.iter().any(uninvestigated) {
            warnings.push(Warning::new(
                "section_5_without_investigation",
                "Section 5(2A) asks for an investigation in words that no longer point at maladministration in England; most councils wait for one.",
                "Local Government and Housing Act 1989, section 5(2A)",
            ));
        }
        warnings
    }
}
