//! Registering a paper of the Ombudsman's: everything that follows from it is dated at once.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::embargo::{Embargo, Lifts, safe_title};
use redress::ombudsman::paper::{PaperKind, on_publication, on_receipt};
use redress::ombudsman::reference::Reference;
use redress::restriction::Audience;
use redress_store::desk::work::ombudsman_paper::{OmbudsmanPaper, Registered};
use redress_store::desk::work::owed::Owed;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
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

impl Deed for Register {
    const PATH: &'static str = "/desk/cases/register";
    const TITLE: &'static str = "Register a paper of the Ombudsman's";
    const ACT: Act = Act::RegisterOmbudsmanPaper;
    const FIELDS: &'static [Field] = &[
        Field::new("reference", "Reference", Ask::Line).hint("For example, 23 900 002"),
        Field::new("kind", "Kind of paper", Ask::One(PaperKind::CHOICES)),
        Field::new("dated", "Date on the paper", Ask::Date).hint("Leave it blank if it bears none").optional(),
        Field::new("received", "Date received", Ask::Date),
        Field::new("subject", "What it is about", Ask::Line).hint("In a few words, for officers; it is never published from here"),
        Field::new("services", "Services", Ask::Text).hint("One a line").optional(),
        Field::new("complainant", "The Ombudsman's word for the complainant", Ask::Line)
            .hint("Mr X, Ms E, or none. Never the real name")
            .optional(),
        Field::new("embargo", "Confidentiality", Ask::One(EMBARGO)),
        Field::new("lifts_at", "Confidential until", Ask::Moment).only_if("embargo", "moment"),
    ];

    async fn load(context: &Context, _: &Keys) -> Result<Register, Failure> {
        Ok(Register { today: context.now.date() })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::OmbudsmanPaper)).back("/desk/cases")
    }

    fn before(&self) -> Markup {
        html! { p.govuk-body { "A report under section 30 starts the clock of section 31(2) of the Local Government Act 1974. A decision statement starts none." } }
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "received" => vec![redress::day::long(self.today)],
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let reference: Reference = filled
            .get("reference")
            .parse()
            .map_err(|_| Undone::wrong("reference", "Reference must be eight digits, such as 23 900 002"))?;
        let Some(kind) = PaperKind::of_word(filled.get("kind")) else { return Err(Undone::wrong("kind", "Kind of paper: choose one")) };
        let Some(received) = filled.date("received") else { return Err(Undone::wrong("received", "Date received must be a real date")) };
        if received > self.today {
            return Err(Undone::wrong("received", "Date received cannot be after today"));
        }
        let dated = filled.date("dated");
        if dated.is_some_and(|d| d > received) {
            return Err(Undone::wrong("dated", "A paper cannot arrive before the date that it bears"));
        }
        if filled.words("complainant").is_some_and(|who| !redress::person_in_case::find(&format!("of {who}")).is_empty()) {
            return Err(Undone::wrong("complainant", "This looks like a real name. Use the Ombudsman's own word, such as Mr X"));
        }
        let lifts = match filled.get("embargo") {
            "event" => Some(Lifts::Event("the Ombudsman publishes the report".into())),
            "moment" => {
                Some(Lifts::At(filled.moment("lifts_at").ok_or_else(|| Undone::wrong("lifts_at", "Say until when it is confidential"))?))
            }
            "never" => Some(Lifts::Never),
            _ => None,
        };
        let embargo = lifts.map(|lifts| Embargo {
            held_by: context.visitor.signed_in.name.clone(),
            held_at: context.now.datetime(),
            lifts,
            safe_title: safe_title(dated.unwrap_or(received)),
            audience: Audience::nobody(),
            reported: Vec::new(),
            leaks: Vec::new(),
        });
        let new = OmbudsmanPaper {
            reference: reference.slug(),
            kind: filled.get("kind").into(),
            dated: dated.map(|d| d.to_string()),
            received: received.to_string(),
            subject: filled.get("subject").into(),
            services: filled.get("services").into(),
            complainant: filled.get("complainant").into(),
            ..OmbudsmanPaper::default()
        };
        let desk = &context.desk.desk;
        let id = match desk.register_ombudsman_paper(&new, embargo.as_ref(), &context.act()).await? {
            Registered::New(id) => id,
            Registered::Known(id) => {
                let words = format!("A paper of this reference, kind and date is on record: /desk/cases/{id}");
                return Err(Undone::wrong("reference", words));
            }
        };
        let calendar = &context.desk.site.calendar;
        let mut follows = on_receipt(kind, received, dated, embargo.is_some(), &context.readings(), calendar);
        if let Some(Lifts::At(moment)) = embargo.as_ref().map(|e| &e.lifts) {
            // Nobody confirms that a moment came, so what follows from publication is dated now.
            follows.extend(on_publication(kind, received, moment.date(), &context.readings(), calendar));
        }
        let owed: Vec<Owed> = follows.into_iter().map(|f| owed(id, f)).collect();
        desk.owe(&owed, &context.act()).await?;
        Ok(Done::made(format!("/desk/cases/{id}"), serde_json::json!({ "ombudsman_paper": id, "owed": owed })))
    }
}

/// What follows, as the desk keeps it.
pub fn owed(ombudsman_paper_id: i64, follows: redress::ombudsman::paper::Follows) -> Owed {
    Owed {
        ombudsman_paper_id,
        duty: follows.duty.into(),
        from_date: follows.from.to_string(),
        due_on: follows.due.to_string(),
        because: follows.because,
    }
}
