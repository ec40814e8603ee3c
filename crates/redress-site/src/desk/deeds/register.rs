//! Registering a paper of the Ombudsman's: a short form, the answers with everything that follows from them, then the record.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::embargo::{Embargo, Lifts, safe_title};
use redress::ombudsman::case_file::{CaseFile, Complainant};
use redress::ombudsman::follows::CaseKey;
use redress::ombudsman::paper::PaperKind;
use redress::ombudsman::paper::identity::Days;
use redress::ombudsman::paper::particulars::{CRITERIA, Found, Particulars};
use redress::ombudsman::paper::starts::Facts;
use redress::restriction::Audience;
use redress::wrong::Wrong;
use redress_store::desk::work::duty_clock::DutyClock;
use redress_store::desk::work::ombudsman_paper::{OmbudsmanPaper, Registered, Registering};

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::started;
use crate::failure::Failure;

/// Registering a paper.
pub struct Register {
    today: Date,
}

const EMBARGO: &[(&str, &str)] = &[
    ("none", "It is not confidential"),
    ("event", "Confidential until the Ombudsman publishes it"),
    ("moment", "Confidential until a day and time that the letter names"),
    ("never", "Not to be publicised: a direction under section 30(7)"),
];

/// A paper as it was filled in, checked.
struct New {
    paper: OmbudsmanPaper,
    kind: PaperKind,
    particulars: Particulars,
    embargo: Option<Embargo>,
    cases: Vec<(CaseKey, CaseFile)>,
    duties: Vec<DutyClock>,
}

impl Deed for Register {
    const PATH: &'static str = "/desk/cases/register";
    const TITLE: &'static str = "Register a paper of the Ombudsman's";
    const ACT: Act = Act::RegisterOmbudsmanPaper;
    const FIELDS: &'static [Field] = &[
        Field::new("reference", "Reference", Ask::Line)
            .hint("For example, 23 900 002. A joint paper has several, with a / between them; while it is not known, a placeholder such as PREV-1"),
        Field::new("kind", "Kind of paper", Ask::One(PaperKind::CHOICES)),
        Field::new("dated", "Date on the paper", Ask::DateOrUnknown),
        Field::new("received", "Date received", Ask::DateOrUnknown),
        Field::new("subject", "What it is about", Ask::Line).hint("In a few words, for officers; it is never published from here"),
        Field::new("services", "Services", Ask::Text).hint("One a line").optional(),
        Field::new("complainant", "The Ombudsman's word for the complainant", Ask::Line)
            .hint("Mr X, Ms E, none, or a group of 12. Never the real name")
            .optional(),
        Field::new("found", "What the Ombudsman found", Ask::One(Found::CHOICES)).optional(),
        Field::new("embargo", "Confidentiality", Ask::One(EMBARGO)),
        Field::new("lifts_at", "Confidential until", Ask::Moment).only_if("embargo", "moment"),
        Field::new("answer_by", "Answer by, where the paper names a day", Ask::Date).optional(),
        Field::new("published", "Published by the Ombudsman on", Ask::Date).optional(),
        Field::new("predecessor", "Authority before this one", Ask::Line).hint("Where the complaint was made against a council that this one replaced").optional(),
        Field::new("criteria", "Why it is a report", Ask::Any(CRITERIA)).optional(),
        Field::new("findings", "Fault found, in the Ombudsman's words", Ask::Text).hint("One a line").optional(),
        Field::new("injustices", "Injustice caused, in the Ombudsman's words", Ask::Text).hint("One a line; it is never published from here").optional(),
    ];

    async fn load(context: &Context, _: &Keys) -> Result<Register, Failure> {
        Ok(Register { today: context.now.date() })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::OmbudsmanPaper)).back("/desk/cases")
    }

    fn before(&self) -> Markup {
        html! { p.govuk-body { "Before anything is written down, the next page shows every duty that follows, its section, its day and the proof it needs." } }
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "received" => vec![redress::day::long(self.today)],
            _ => Vec::new(),
        }
    }

    async fn consequences(&self, context: &Context, filled: &Filled) -> Result<Option<Markup>, Undone> {
        let new = self.read(context, filled)?;
        let told = started::addresses(context, new.kind, new.embargo.as_ref()).await?;
        let mut known = Vec::new();
        for (key, _) in &new.cases {
            known.extend(context.desk.desk.case_of(key).await?.map(|case| case.key.to_string()));
        }
        Ok(Some(html! {
            @if new.duties.is_empty() { p.govuk-body { "No duty that the program counts follows from a paper of this kind." } }
            (started::listed(&new.duties))
            @for key in known { p.govuk-body { "Case " (key) " has a file already: this paper joins it." } }
            p.govuk-body { "Told at once, without a word of the paper" (if new.embargo.is_some() { ", of those who may read it: " } else { ": " }) (if told.is_empty() { "nobody, for nobody holds the posts".to_string() } else { told.join(", ") }) "." }
        }))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let new = self.read(context, filled)?;
        let addresses = started::addresses(context, new.kind, new.embargo.as_ref()).await?;
        let base = context.desk.site.base.to_string();
        let letters = |id: i64| started::letters(&addresses, new.kind, &new.duties, &base, id);
        let registering = Registering {
            paper: &new.paper,
            particulars: &new.particulars,
            embargo: new.embargo.as_ref(),
            cases: &new.cases,
            duties: &new.duties,
            letters: &letters,
        };
        match context.desk.desk.register_ombudsman_paper(&registering, &context.act()).await? {
            Registered::New(id) => {
                let cases: Vec<i64> = context.desk.desk.cases_of_paper(id).await?.iter().map(|c| c.id).collect();
                let made = serde_json::json!({ "ombudsman_paper": id, "cases": cases, "duties": new.duties });
                Ok(Done::made(format!("/desk/ombudsman-papers/{id}"), made))
            }
            Registered::Known(id) => {
                let words = format!("A paper of this reference, kind and date is on record: /desk/ombudsman-papers/{id}");
                Err(Undone::wrong("reference", words))
            }
        }
    }
}

/// The references of a paper, in the order in which they were typed. An unknown word is named.
pub fn keys(text: &str) -> Result<Vec<CaseKey>, Wrong> {
    let mut keys: Vec<CaseKey> = Vec::new();
    for word in text.split(['/', ',', ';', '\n']).map(str::trim).filter(|w| !w.is_empty()) {
        let key = CaseKey::read(word)
            .map_err(|_| Wrong::new("reference", format!("“{word}” is no reference: it has eight digits, such as 23 900 002")))?;
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    Ok(keys)
}

impl Register {
    fn read(&self, context: &Context, filled: &Filled) -> Result<New, Undone> {
        let wrong = |w: Wrong| Undone::fields(Self::FIELDS, vec![w]);
        let keys = keys(filled.get("reference")).map_err(wrong)?;
        let Some(first) = keys.first() else {
            return Err(Undone::wrong("reference", "Reference must be eight digits, such as 23 900 002"));
        };
        let kind = PaperKind::of_word(filled.get("kind")).ok_or_else(|| Undone::wrong("kind", "Kind of paper: choose one"))?;
        let days = Days {
            dated: filled.date("dated"),
            received: filled.date("received"),
            published: filled.date("published"),
            answer_by: filled.date("answer_by"),
        };
        if days.received.is_some_and(|received| received > self.today) {
            return Err(Undone::wrong("received", "Date received cannot be after today"));
        }
        let impossible = days.check();
        if !impossible.is_empty() {
            return Err(Undone::fields(Self::FIELDS, impossible));
        }
        let complainant = Complainant::read(filled.get("complainant")).map_err(wrong)?;
        let embargo = self.embargo(context, filled, &days)?;
        let found = Found::of_word(filled.get("found"));
        let facts = Facts {
            kind,
            days: Days { published: lifting_day(embargo.as_ref()).or(days.published), ..days },
            confidential: matches!(embargo.as_ref().map(|e| &e.lifts), Some(Lifts::Event(_) | Lifts::At(_))),
            not_to_be_publicised: matches!(embargo.as_ref().map(|e| &e.lifts), Some(Lifts::Never)),
            fault: found.map_or(matches!(kind, PaperKind::Report | PaperKind::FurtherReport), Found::fault),
        };
        let duties = started::duties(&facts, &context.readings(), &context.desk.site.calendar)
            .map_err(|why| Undone::wrong("dated", why.to_string()))?;
        let lines = |field: &str| filled.get(field).lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_string).collect();
        let file = CaseFile {
            subject: filled.get("subject").into(),
            services: lines("services"),
            complainant,
            predecessor: filled.words("predecessor"),
            findings: lines("findings"),
            injustices: lines("injustices"),
            ..CaseFile::default()
        };
        let paper = OmbudsmanPaper {
            reference: first.slug(),
            kind: kind.word().into(),
            dated: days.dated.map(|d| d.to_string()),
            received: days.received.map(|d| d.to_string()).unwrap_or_default(),
            subject: filled.get("subject").into(),
            services: filled.get("services").into(),
            complainant: filled.get("complainant").into(),
            ..OmbudsmanPaper::default()
        };
        let particulars = Particulars {
            published: days.published,
            answer_by: days.answer_by,
            found,
            criteria: filled.all("criteria"),
            ..Particulars::default()
        };
        Ok(New { paper, kind, particulars, embargo, cases: keys.into_iter().map(|key| (key, file.clone())).collect(), duties })
    }

    fn embargo(&self, context: &Context, filled: &Filled, days: &Days) -> Result<Option<Embargo>, Undone> {
        let lifts = match filled.get("embargo") {
            "event" => Lifts::Event("the Ombudsman publishes the report".into()),
            "moment" => Lifts::At(filled.moment("lifts_at").ok_or_else(|| Undone::wrong("lifts_at", "Say until when it is confidential"))?),
            "never" => Lifts::Never,
            _ => return Ok(None),
        };
        Ok(Some(Embargo {
            held_by: context.visitor.signed_in.name.clone(),
            held_at: context.now.datetime(),
            lifts,
            safe_title: safe_title(days.dated.or(days.received).unwrap_or(self.today)),
            audience: Audience::nobody(),
            reported: Vec::new(),
            leaks: Vec::new(),
        }))
    }
}

fn lifting_day(embargo: Option<&Embargo>) -> Option<Date> {
    match embargo.map(|e| &e.lifts) {
        Some(Lifts::At(moment)) => Some(moment.date()),
        _ => None,
    }
}
