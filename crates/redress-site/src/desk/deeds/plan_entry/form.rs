//! The form of an entry of the forward plan: what regulation 9 asks it to say. Only title, decider and day must be answered at
//! once; the rest is asked for before it is published.

use redress::forward_plan::{Decider, Entry, KeyTest, When};
use redress_store::desk::work::forward_plan::KeptEntry;
use redress_store::desk::work::meeting::PlannedMeeting;

use crate::desk::deed::{Context, Undone};
use crate::desk::filled::Filled;
use crate::desk::pages::meeting;
use crate::failure::Failure;

/// Who decides.
pub(super) const DECIDERS: &[(&str, &str)] = &[("body", "A body"), ("person", "One person: a member of the executive, or an officer")];
/// When it is decided.
pub(super) const WHENS: &[(&str, &str)] = &[("meeting", "At a planned meeting"), ("day", "On a day"), ("period", "Within a period")];
/// Yes or no.
pub(super) const YES_NO: &[(&str, &str)] = &[("yes", "Yes"), ("no", "No")];

/// The fields of an entry, with more of a deed's own.
macro_rules! fields {
    ($($more:expr),*) => {{
        use $crate::desk::field::{Ask, Field};
        use $crate::desk::deeds::plan_entry::form::{DECIDERS, WHENS, YES_NO};
        &[
            Field::new("title", "Title", Ask::Line).hint("The public reads it. While an embargo covers its agenda item, the safe title stands in its place"),
            Field::new("matter", "What is to be decided", Ask::Text).hint("Regulation 9(1)(b). The public reads it").optional(),
            Field::new("decider", "Who decides", Ask::One(DECIDERS)),
            Field::new("body", "Body", Ask::OneOf).only_if("decider", "body"),
            Field::new("members", "Its members", Ask::Text).hint("One a line. Left blank, those who hold a seat on the first day").optional().only_if("decider", "body"),
            Field::new("person", "Name", Ask::Line).only_if("decider", "person"),
            Field::new("person_title", "Title of the office", Ask::Line).only_if("decider", "person"),
            Field::new("when", "When it is decided", Ask::One(WHENS)),
            Field::new("meeting", "Meeting", Ask::OneOf).only_if("when", "meeting"),
            Field::new("on", "Day", Ask::Date).only_if("when", "day"),
            Field::new("from", "First day of the period", Ask::Date).only_if("when", "period"),
            Field::new("to", "Last day of the period", Ask::Date).only_if("when", "period"),
            Field::new("pounds", "Spending or saving that is likely, in pounds", Ask::Number).hint("Regulation 8(1)(a). It is not published").optional(),
            Field::new("significant", "Is that significant for the budget of the service, whatever the council's sum?", Ask::One(YES_NO)).optional(),
            Field::new("affected", "Wards or divisions whose communities it is likely to affect significantly", Ask::Number).hint("Regulation 8(1)(b): their number").optional(),
            Field::new("key_why", "Why, where the answer does not follow from the figures", Ask::Text).hint("It is not published").optional(),
            Field::new("member", "Member responsible", Ask::Line).optional(),
            Field::new("officer", "Officer to ask", Ask::Line).hint("With a way to reach the office").optional(),
            Field::new("consultees", "Who is consulted", Ask::Text).hint("One a line").optional(),
            Field::new("how_consulted", "How they are consulted", Ask::Text).optional(),
            Field::new("documents", "Documents that go to the decision maker", Ask::Text).hint("One a line, or the word none: regulation 9(1)(e)").optional(),
            Field::new("copies_from", "From where copies can be had", Ask::Line).hint("An address: regulation 9(1)(f)").optional(),
            Field::new("later_documents", "How to ask for documents that are submitted later", Ask::Line).hint("Regulation 9(1)(g) and (h)").optional(),
            Field::new("private", "Is it to be taken in private?", Ask::One(YES_NO)),
            Field::new("private_reason", "Reasons for taking it in private", Ask::Text).hint("The public reads them: say nothing that is confidential or exempt").only_if("private", "yes"),
            Field::new("scrutiny", "Scrutiny committee that it belongs to", Ask::Line).optional(),
            Field::new("wards", "Wards or divisions that it concerns", Ask::Text).hint("One a line").optional(),
            Field::new("service", "Service", Ask::Line).optional(),
            $($more),*
        ]
    }};
}
pub(super) use fields;

/// What the record offers to choose from.
pub(super) struct Offered {
    bodies: Vec<(i64, String)>,
    meetings: Vec<PlannedMeeting>,
}

/// The most meetings that a form offers.
const MOST: i64 = 500;

impl Offered {
    /// Every body, and the planned meetings from today on with the one that the entry has.
    pub async fn load(context: &Context, kept: Option<&KeptEntry>) -> Result<Offered, Failure> {
        let desk = &context.desk.desk;
        let mut meetings = desk.planned_meetings(&context.now.date().to_string(), MOST).await?;
        if let Some(id) = kept.and_then(|k| k.planned_meeting_id).filter(|id| meetings.iter().all(|m| m.id != *id)) {
            meetings.extend(desk.planned_meeting(id).await?);
        }
        Ok(Offered { bodies: desk.bodies().await?, meetings })
    }

    /// The choices of a field.
    pub fn of(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "body" => self.bodies.iter().map(|(id, name)| (id.to_string(), name.clone())).collect(),
            "meeting" => self.meetings.iter().map(|m| (m.id.to_string(), meeting::title(m))).collect(),
            _ => Vec::new(),
        }
    }

    /// What a field says of an entry.
    pub fn given(&self, kept: &KeptEntry, field: &str) -> Vec<String> {
        let e = &kept.working.entry;
        let one = |text: &str| Some(text.to_string()).filter(|t| !t.is_empty()).into_iter().collect();
        let lines = |all: &[String]| one(&all.join("\n"));
        let yes = |truth: bool| vec![if truth { "yes" } else { "no" }.to_string()];
        let number = |n: u64| vec![n.to_string()];
        match (field, &e.decider, e.when) {
            ("title", ..) => one(&e.title),
            ("matter", ..) => one(&e.matter),
            ("decider", Decider::Body { .. }, _) => one("body"),
            ("decider", Decider::Person { .. }, _) => one("person"),
            ("body", Decider::Body { body, .. }, _) => {
                self.bodies.iter().filter(|(_, name)| name == body).map(|(id, _)| id.to_string()).collect()
            }
            ("members", Decider::Body { members, .. }, _) => lines(members),
            ("person", Decider::Person { name, .. }, _) => one(name),
            ("person_title", Decider::Person { title, .. }, _) => one(title),
            ("when", ..) if kept.planned_meeting_id.is_some() => one("meeting"),
            ("when", _, When::On { .. }) => one("day"),
            ("when", _, When::Between { .. }) => one("period"),
            ("meeting", ..) => kept.planned_meeting_id.iter().map(i64::to_string).collect(),
            ("on", _, When::On { day }) => vec![redress::day::long(day)],
            ("from", _, When::Between { from, .. }) => vec![redress::day::long(from)],
            ("to", _, When::Between { to, .. }) => vec![redress::day::long(to)],
            ("pounds", ..) => e.key.iter().flat_map(|k| number(k.pounds)).collect(),
            ("significant", ..) => e.key.iter().flat_map(|k| yes(k.significant_for_service)).collect(),
            ("affected", ..) => e.key.iter().flat_map(|k| number(u64::from(k.wards))).collect(),
            ("key_why", ..) => e.key.iter().flat_map(|k| one(&k.why)).collect(),
            ("member", ..) => one(&e.member),
            ("officer", ..) => one(&e.officer),
            ("consultees", ..) => lines(&e.consultees),
            ("how_consulted", ..) => one(&e.how_consulted),
            ("documents", ..) => lines(&e.documents),
            ("copies_from", ..) => one(&e.copies_from),
            ("later_documents", ..) => one(&e.later_documents),
            ("private", ..) => yes(e.private),
            ("private_reason", ..) => one(&e.private_reason),
            ("scrutiny", ..) => one(&e.scrutiny),
            ("wards", ..) => lines(&e.wards),
            ("service", ..) => one(e.service.as_deref().unwrap_or_default()),
            _ => Vec::new(),
        }
    }

    /// The entry as it was filled in, with the meeting that was chosen.
    pub async fn read(&self, context: &Context, filled: &Filled) -> Result<(Entry, Option<i64>), Undone> {
        let (when, met) = self.when(filled)?;
        let private = filled.get("private") == "yes";
        let entry = Entry {
            reference: String::new(),
            title: filled.get("title").into(),
            matter: filled.get("matter").into(),
            key: key(filled)?,
            decider: self.decider(context, filled, when, met).await?,
            when,
            private,
            private_reason: if private { filled.get("private_reason").into() } else { String::new() },
            member: filled.get("member").into(),
            officer: filled.get("officer").into(),
            consultees: lines(filled, "consultees"),
            how_consulted: filled.get("how_consulted").into(),
            documents: lines(filled, "documents"),
            copies_from: filled.get("copies_from").into(),
            later_documents: filled.get("later_documents").into(),
            scrutiny: filled.get("scrutiny").into(),
            wards: lines(filled, "wards"),
            service: filled.words("service"),
        };
        Ok((entry, met.map(|m| m.id)))
    }

    fn when(&self, filled: &Filled) -> Result<(When, Option<&PlannedMeeting>), Undone> {
        let day = |field: &'static str| filled.date(field).ok_or_else(|| Undone::wrong(field, "This must be a real date"));
        match filled.get("when") {
            "meeting" => {
                let met = self.meetings.iter().find(|m| filled.number("meeting") == Some(m.id));
                let met = met.ok_or_else(|| Undone::wrong("meeting", "Meeting: choose one"))?;
                let day = met.on_date.parse().map_err(|_| Failure::NotFound)?;
                Ok((When::On { day }, Some(met)))
            }
            "period" => {
                let (from, to) = (day("from")?, day("to")?);
                if to < from {
                    return Err(Undone::wrong("to", "The period ends before it begins"));
                }
                Ok((When::Between { from, to }, None))
            }
            _ => Ok((When::On { day: day("on")? }, None)),
        }
    }

    async fn decider(&self, context: &Context, filled: &Filled, when: When, met: Option<&PlannedMeeting>) -> Result<Decider, Undone> {
        if filled.get("decider") == "person" {
            return Ok(Decider::Person { name: filled.get("person").into(), title: filled.get("person_title").into() });
        }
        let body = self.bodies.iter().find(|(id, _)| filled.number("body") == Some(*id));
        let (id, name) = body.ok_or_else(|| Undone::wrong("body", "Body: choose one"))?;
        if let Some(met) = met.filter(|m| m.body_id != *id) {
            return Err(Undone::wrong("meeting", format!("That is a meeting of {}, and the entry says that {name} decides", met.body)));
        }
        let mut members = lines(filled, "members");
        if members.is_empty() {
            let seats = context.desk.desk.seats_on(*id, &when.first().to_string()).await?;
            members = seats.into_iter().map(|seat| seat.name).collect();
        }
        Ok(Decider::Body { body: name.clone(), members })
    }
}

/// Both limbs of the test, or none of them yet.
fn key(filled: &Filled) -> Result<Option<KeyTest>, Undone> {
    let all = ["pounds", "significant", "affected"];
    if all.iter().all(|field| filled.get(field).is_empty()) {
        return Ok(None);
    }
    if let Some(field) = all.into_iter().find(|field| filled.get(field).is_empty()) {
        return Err(Undone::wrong(field, "Answer every part of the test of a key decision, or leave all of it for later"));
    }
    let wards = filled.number("affected").and_then(|n| u16::try_from(n).ok());
    Ok(Some(KeyTest {
        pounds: filled.number("pounds").and_then(|n| u64::try_from(n).ok()).unwrap_or(0),
        significant_for_service: filled.get("significant") == "yes",
        wards: wards.ok_or_else(|| Undone::wrong("affected", "No council has so many wards"))?,
        why: filled.get("key_why").into(),
    }))
}

/// The lines of a text that are not blank.
pub(super) fn lines(filled: &Filled, field: &str) -> Vec<String> {
    filled.get(field).lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_string).collect()
}
