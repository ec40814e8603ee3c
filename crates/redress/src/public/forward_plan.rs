//! An entry of the forward plan as the public sees it: every version that was published, and the ways out with their reasons.
//!
//! The council's own estimate and the reasoning of its test are no part of it. While an embargo covers the matter, nothing in
//! it says more than the safe title: regulation 9(3) of SI 2012/2089.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Listing, all_words};
use crate::forward_plan::{Announced, Decider, Entry, Exception, History, Notices, Published, Threshold, Urgency, When};

/// What an entry says in public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// Its reference.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// What is to be decided.
    pub matter: String,
    /// Which limb makes it a key decision; none where it is not one.
    pub key: Option<String>,
    /// Who decides.
    pub decider: Decider,
    /// When.
    pub when: When,
    /// Why it is to be taken in private; none where it is taken in public.
    pub private: Option<String>,
    /// The member responsible.
    pub member: String,
    /// The officer to ask.
    pub officer: String,
    /// Who is consulted.
    pub consultees: Vec<String>,
    /// How.
    pub how_consulted: String,
    /// The documents that go to the decision maker.
    pub documents: Vec<String>,
    /// From where copies can be had.
    pub copies_from: String,
    /// How to ask for documents submitted later.
    pub later_documents: String,
    /// The scrutiny committee that it belongs to.
    pub scrutiny: String,
    /// The wards or divisions that it concerns.
    pub wards: Vec<String>,
    /// The service.
    pub service: Option<String>,
}

impl Announced for Said {
    fn reference(&self) -> &str {
        &self.reference
    }

    fn when(&self) -> When {
        self.when
    }
}

impl Said {
    /// What an entry says in public.
    pub fn of(entry: &Entry, threshold: Threshold) -> Said {
        let e = entry.clone();
        Said {
            key: entry.key.as_ref().and_then(|test| test.public_because(threshold)),
            reference: e.reference,
            title: e.title,
            matter: e.matter,
            decider: e.decider,
            when: e.when,
            private: e.private.then_some(e.private_reason),
            member: e.member,
            officer: e.officer,
            consultees: e.consultees,
            how_consulted: e.how_consulted,
            documents: e.documents,
            copies_from: e.copies_from,
            later_documents: e.later_documents,
            scrutiny: e.scrutiny,
            wards: e.wards,
            service: e.service,
        }
    }

    /// The same while an embargo covers the matter: the safe title stands for every word that tells what it is.
    #[must_use]
    pub fn covered(self, safe_title: &str) -> Said {
        Said {
            title: safe_title.into(),
            matter: safe_title.into(),
            key: self.key.map(|_| "It is a key decision: regulation 8".into()),
            documents: vec![format!("A report on the matter: {safe_title}")],
            consultees: Vec::new(),
            how_consulted: String::new(),
            scrutiny: String::new(),
            wards: Vec::new(),
            service: None,
            ..self
        }
    }

    /// Every text that somebody wrote, each with its field.
    pub fn texts(&self) -> Vec<(&'static str, String)> {
        let mut texts = vec![
            ("title", self.title.clone()),
            ("what is decided", self.matter.clone()),
            ("reasons for meeting in private", self.private.clone().unwrap_or_default()),
            ("responsible member", self.member.clone()),
            ("officer", self.officer.clone()),
            ("who decides", self.decider.words()),
            ("consultees", self.consultees.join("\n")),
            ("how they are consulted", self.how_consulted.clone()),
            ("documents", self.documents.join("\n")),
            ("address for copies", self.copies_from.clone()),
            ("later documents", self.later_documents.clone()),
            ("scrutiny committee", self.scrutiny.clone()),
            ("wards", self.wards.join("\n")),
            ("service", self.service.clone().unwrap_or_default()),
        ];
        texts.retain(|(_, text)| !text.trim().is_empty());
        texts
    }
}

/// An entry in public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanEntry {
    /// Its reference, which is its key.
    pub reference: String,
    /// The address of the body that decides; none for a person.
    pub body: Option<String>,
    /// Every version that was published.
    pub history: History<Said>,
    /// The notice of the general exception.
    pub exception: Option<Exception>,
    /// The agreement that it is urgent, with the reasons.
    pub urgency: Option<Urgency>,
    /// The day of the first notice of a private meeting.
    pub first_private_notice: Option<Date>,
    /// The day of the second.
    pub second_private_notice: Option<Date>,
    /// The key of the agenda item that considers it, once that is public.
    pub item: Option<String>,
}

impl PlanEntry {
    /// What it says now, or said last.
    pub fn said(&self) -> Option<&Said> {
        self.history.last_said()
    }

    /// That it was taken out of the plan; none while it stands.
    pub fn taken_out(&self) -> Option<&Published<Said>> {
        self.history.standing().filter(|v| v.entry.is_none())
    }

    /// The name of the body that decides.
    pub fn body_name(&self) -> Option<&str> {
        match &self.said()?.decider {
            Decider::Body { body, .. } => Some(body),
            Decider::Person { .. } => None,
        }
    }

    /// Whether it is still to be decided on a day.
    pub fn comes_after(&self, today: Date) -> bool {
        self.taken_out().is_none() && self.said().is_some_and(|s| s.when.last() >= today)
    }

    /// The notices that count for the day that it gives.
    pub fn notices(&self) -> Notices {
        Notices { published: self.history.notice_given(), exception: self.exception.clone(), urgency: self.urgency.clone() }
    }

    pub(super) fn listing(&self) -> Listing {
        let Some(said) = self.said() else { return Listing { title: self.reference.clone(), ..Listing::default() } };
        let (exception, urgency) = (self.exception.as_ref(), self.urgency.as_ref());
        let texts: Vec<String> = said.texts().into_iter().map(|(_, text)| text).collect();
        let reasons = [
            said.key.as_deref(),
            self.taken_out().map(|v| v.why.as_str()),
            exception.map(|e| e.reason.as_str()),
            urgency.map(|u| u.reason.as_str()),
            urgency.map(|u| u.agreement.reason.as_str()),
        ];
        let when = said.when.words();
        Listing {
            title: said.title.clone(),
            on: Some(said.when.first()),
            body: self.body.clone(),
            service: said.service.clone(),
            text: all_words(
                [Some(self.reference.as_str()), Some(&when)].into_iter().chain(texts.iter().map(|t| Some(t.as_str()))).chain(reasons),
            ),
            ..Listing::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::forward_plan::KeyTest;

    fn entry() -> Entry {
        Entry {
            reference: "FP-2026-014".into(),
            title: "School transport appeals".into(),
            matter: "Whether to accept the further report on case 23 006 024".into(),
            key: Some(KeyTest { pounds: 912_345, significant_for_service: false, wards: 22, why: "A private estimate".into() }),
            decider: Decider::Body { body: "Cabinet".into(), members: vec!["Cllr A. Reed".into()] },
            when: When::On { day: date(2026, 5, 28) },
            private: true,
            private_reason: "The report is confidential until it is published.".into(),
            member: "Cllr A. Reed".into(),
            officer: "Democratic services".into(),
            consultees: vec!["Parents of pupils".into()],
            how_consulted: "Letters to schools".into(),
            documents: vec!["School transport: further report".into()],
            copies_from: "Town Hall".into(),
            later_documents: "Write to us".into(),
            scrutiny: "Children's scrutiny".into(),
            wards: vec!["Mill".into()],
            service: Some("School transport".into()),
        }
    }

    #[test]
    fn the_estimate_and_its_reasoning_have_no_field() {
        let said = Said::of(&entry(), Threshold(500_000));
        let text = serde_json::to_string(&said).unwrap();
        assert!(!text.contains("912345") && !text.contains("private estimate"), "{text}");
        assert_eq!(said.key.as_deref(), Some("Spending or saving that is significant for the budget of the service: regulation 8(1)(a)"));
        assert!(Said::of(&Entry { key: None, ..entry() }, Threshold(1)).key.is_none());
        assert!(serde_json::from_str::<Said>(&text.replacen('{', "{\"pounds\":1,", 1)).is_err());
    }

    #[test]
    fn under_an_embargo_only_the_safe_title_is_said() {
        let said = Said::of(&entry(), Threshold(500_000)).covered("Consideration of a report");
        let text = serde_json::to_string(&said).unwrap();
        for word in ["transport", "23 006 024", "Parents", "Children", "Mill", "Letters", "budget"] {
            assert!(!text.contains(word), "{word}: {text}");
        }
        assert_eq!((said.title.as_str(), said.matter.as_str()), ("Consideration of a report", "Consideration of a report"));
        assert!(said.key.is_some() && said.private.is_some());
    }

    #[test]
    fn what_was_taken_out_keeps_its_title_and_comes_no_more() {
        let mut history = History::default();
        let said = Said::of(&entry(), Threshold(1));
        history.publish(Published { on: date(2026, 4, 1), by: "Office".into(), why: String::new(), entry: Some(said) }).unwrap();
        let mut public = PlanEntry {
            reference: "FP-2026-014".into(),
            body: Some("cabinet".into()),
            history,
            exception: None,
            urgency: None,
            first_private_notice: None,
            second_private_notice: None,
            item: None,
        };
        assert!(public.comes_after(date(2026, 5, 28)) && !public.comes_after(date(2026, 5, 29)));
        public
            .history
            .publish(Published { on: date(2026, 5, 1), by: "Office".into(), why: "It is not needed.".into(), entry: None })
            .unwrap();
        assert!(!public.comes_after(date(2026, 5, 1)));
        let listing = public.listing();
        assert_eq!((listing.title.as_str(), listing.on), ("School transport appeals", Some(date(2026, 5, 28))));
        assert!(listing.text.contains("It is not needed."));
    }
}
