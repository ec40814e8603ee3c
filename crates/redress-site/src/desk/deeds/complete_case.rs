//! Completing a case file: findings, injustice, what was learned, totals that the paper declares, how members are told.

use redress::access::Act;
use redress::ombudsman::case_file::{CaseFile, Complainant, MembersTold};
use redress::ombudsman::recommendation::declared::{Declared, Total};

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::case::{self, Loaded};
use crate::failure::Failure;

/// Completing a case.
pub struct CompleteCase {
    loaded: Loaded,
}

impl Deed for CompleteCase {
    const PATH: &'static str = "/desk/cases/{case}/complete";
    const TITLE: &'static str = "Complete the case file";
    const ACT: Act = Act::RegisterOmbudsmanPaper;
    const FIELDS: &'static [Field] = &[
        Field::new("subject", "What it is about", Ask::Line),
        Field::new("services", "Services", Ask::Text).hint("One a line").optional(),
        Field::new("complainant", "The Ombudsman's word for the complainant", Ask::Line).hint("Mr X, none, or a group of 12").optional(),
        Field::new("predecessor", "Authority before this one", Ask::Line).optional(),
        Field::new("findings", "Fault found, in the Ombudsman's words", Ask::Text).hint("One a line").optional(),
        Field::new("injustices", "Injustice caused, in the Ombudsman's words", Ask::Text)
            .hint("One a line; it is never published from here")
            .optional(),
        Field::new("declared", "Recommendations, as the paper counts them", Ask::Number)
            .hint("The program says when the record has another number")
            .optional(),
        Field::new("declared_at", "Where the paper says so", Ask::Line).hint("Paragraph 112").optional(),
        Field::new("members_told", "How members are told", Ask::One(MembersTold::CHOICES)).optional(),
        Field::new("learning", "What the council learned", Ask::Text).hint("One a line").optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<CompleteCase, Failure> {
        Ok(CompleteCase { loaded: case::load(context, keys.number("case")?).await? })
    }

    fn about(&self) -> About {
        About::of(self.loaded.subject.clone()).caption(self.loaded.title()).back(self.loaded.address())
    }

    fn given(&self, field: &str) -> Vec<String> {
        let file = &self.loaded.case.file;
        let declared = file.declared.iter().find(|d| d.total == Total::Recommendations);
        let words = match field {
            "subject" => file.subject.clone(),
            "services" => file.services.join("\n"),
            "complainant" => match &file.complainant {
                Complainant::NotRecorded => String::new(),
                Complainant::Pseudonym { word } => word.clone(),
                Complainant::Nobody => "none".into(),
                Complainant::Group { of } => format!("group of {of}"),
            },
            "predecessor" => file.predecessor.clone().unwrap_or_default(),
            "findings" => file.findings.join("\n"),
            "injustices" => file.injustices.join("\n"),
            "learning" => file.learning.join("\n"),
            "declared" => declared.map(|d| d.stated.to_string()).unwrap_or_default(),
            "declared_at" => declared.map(|d| d.place.clone()).unwrap_or_default(),
            "members_told" => file.members_told.map(|m| m.word().to_string()).unwrap_or_default(),
            _ => String::new(),
        };
        if words.is_empty() { Vec::new() } else { vec![words] }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let complainant = Complainant::read(filled.get("complainant")).map_err(|w| Undone::fields(Self::FIELDS, vec![w]))?;
        let lines = |field: &str| filled.get(field).lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_string).collect();
        let stated = filled.number("declared").and_then(|n| u64::try_from(n).ok());
        let place = filled.words("declared_at").unwrap_or_else(|| "The paper".into());
        let old = &self.loaded.case.file;
        let declared = old.declared.iter().filter(|d| d.total != Total::Recommendations).cloned();
        let file = CaseFile {
            subject: filled.get("subject").into(),
            services: lines("services"),
            complainant,
            predecessor: filled.words("predecessor"),
            findings: lines("findings"),
            injustices: lines("injustices"),
            learning: lines("learning"),
            members_told: MembersTold::of_word(filled.get("members_told")),
            declared: declared.chain(stated.map(|stated| Declared { total: Total::Recommendations, stated, place })).collect(),
            ..old.clone()
        };
        let body = serde_json::json!(file);
        if !context.desk.desk.change_case(&self.loaded.case, &file, "complete_case", &body, &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::at(self.about().back))
    }
}
