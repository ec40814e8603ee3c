//! Who considered a report of the Ombudsman's, when and with whom present, what was decided of each recommendation, and what was
//! asked of whom: the matter of the reply under section 31(2) of the Local Government Act 1974 and of the executive's report
//! under section 5A(8) of the Local Government and Housing Act 1989. Without all of it there is no reply.

use jiff::civil::Date;
use serde::Serialize;

use super::axes::{Level, Response};
use super::history::History;
use super::recommendation::Nature;
use super::tracked::Tracked;
use crate::day::long;
use crate::monitoring_report::draft::{Document, Part};
use crate::stated::Stated;
use crate::wrong::Wrong;

/// A meeting that considered it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Consideration {
    /// The item's number at the desk.
    pub item: i64,
    /// The number on the agenda.
    pub number: String,
    /// The body.
    pub body: String,
    /// The day.
    pub on: Date,
    /// Who was present, from the attendance; nobody where it was not taken down.
    pub present: Vec<String>,
    /// What was decided.
    pub decided: String,
    /// The reasons on record.
    pub reasons: Option<String>,
    /// What the decision asks of whom.
    pub actions: Vec<AskedOf>,
}

/// What was asked of an owner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AskedOf {
    /// What is to be done.
    pub words: String,
    /// The post.
    pub owner: String,
    /// The date that the decision gave.
    pub by: Option<Date>,
    /// When it was done; none while it is not.
    pub done: Option<Date>,
    /// It comes from a remedy for a person, which only the Ombudsman reads of.
    pub personal: bool,
}

/// What was decided of a recommendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answered {
    /// Its key: `23 900 091/1`.
    pub key: String,
    /// What was asked, in the Ombudsman's words.
    pub asked: String,
    /// For a person.
    pub personal: bool,
    /// What members answered; none where they did not.
    pub answer: Option<Response>,
    /// The body that answered, and the day.
    pub by: Option<(String, Date)>,
}

impl Answered {
    /// What members answered last to a recommendation. What officers answered is no answer of the council's.
    pub fn of(tracked: &Tracked) -> Answered {
        let responses: &History<Response> = tracked.responses();
        let last = responses.entries().iter().rev().find(|e| e.value.level == Level::Members);
        Answered {
            key: tracked.asked().key(),
            asked: tracked.asked().text().trim().into(),
            personal: tracked.asked().nature() == Nature::Personal,
            answer: last.map(|e| e.value.clone()),
            by: last.map(|e| (e.by.clone(), e.on)),
        }
    }

    /// `Accepted, by Cabinet on 14 May 2024`
    pub fn words(&self) -> String {
        match (&self.answer, &self.by) {
            (Some(answer), Some((body, on))) => {
                let reasons = if answer.reasons.trim().is_empty() { String::new() } else { format!(". {}", answer.reasons.trim()) };
                format!("{}, by {body} on {}{reasons}", answer.answer.words(), long(*on))
            }
            _ => "What members decided of it is not recorded".into(),
        }
    }
}

impl Consideration {
    /// `Cabinet, 14 May 2024, item 5`
    pub fn title(&self) -> String {
        format!("{}, {}, item {}", self.body, long(self.on), self.number)
    }

    /// Who was there.
    pub fn present_words(&self) -> String {
        if self.present.is_empty() { "Who was present is not recorded".into() } else { format!("Present: {}", self.present.join(", ")) }
    }
}

impl AskedOf {
    /// `Director of Homes: Train every surveyor, by 30 September 2024`
    pub fn words(&self) -> String {
        let when = match (self.done, self.by) {
            (Some(on), _) => format!("done on {}", long(on)),
            (None, Some(by)) => format!("by {}", long(by)),
            (None, None) => "the decision gives no day".into(),
        };
        format!("{}: {}, {when}", self.owner, self.words.trim().trim_end_matches('.'))
    }
}

/// Everything that is on record of how a report was considered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Considered {
    /// The meetings, oldest first.
    pub meetings: Vec<Consideration>,
    /// Each recommendation.
    pub answers: Vec<Answered>,
}

impl Considered {
    /// What a reply lacks: who considered the report and when, and what was decided of each recommendation.
    pub fn missing(&self) -> Vec<Wrong> {
        let mut wrong = Vec::new();
        if self.meetings.is_empty() {
            wrong.push(Wrong::new(
                "meetings",
                "No meeting that was held is on record with a decision about the report: who considered it, and when.",
            ));
        }
        for answered in self.answers.iter().filter(|a| a.answer.is_none()) {
            wrong.push(Wrong::new("answers", format!("What members decided of recommendation {} is not recorded.", answered.key)));
        }
        wrong
    }

    /// The draft of the reply to the Ombudsman, with a plain word where the record lacks something.
    pub fn reply(&self, about: &str) -> Document {
        let mut parts = vec![Part::Heading("Who considered the report".into())];
        if self.meetings.is_empty() {
            parts.push(Part::Paragraph("No meeting is on record that considered it.".into()));
        }
        for meeting in &self.meetings {
            parts.push(Part::Paragraph(format!("{}. {}.", meeting.title(), meeting.present_words())));
            parts.push(Part::Paragraph(meeting.decided.clone()));
        }
        parts.push(Part::Heading("What was decided of each recommendation".into()));
        parts.push(match self.answers.is_empty() {
            true => Part::Paragraph("The report makes no recommendation.".into()),
            false => Part::List(self.answers.iter().map(|a| format!("{}: {} {}.", a.key, a.asked, a.words())).collect()),
        });
        let actions: Vec<String> = self.meetings.iter().flat_map(|m| &m.actions).map(AskedOf::words).collect();
        parts.push(Part::Heading("Action taken or proposed".into()));
        parts.push(if actions.is_empty() { Part::Paragraph("To be written.".into()) } else { Part::List(actions) });
        let title = format!("Reply to the Ombudsman on {about}, under section 31(2) of the Local Government Act 1974");
        Document { title, parts }
    }

    /// Who considered it, as a part of the executive's report. Without a meeting there is no such part.
    pub fn part(&self) -> Vec<Part> {
        if self.meetings.is_empty() {
            return Vec::new();
        }
        let mut parts = vec![Part::Heading("Who considered it".into())];
        parts.push(Part::List(self.meetings.iter().map(|m| format!("{}. {}.", m.title(), m.present_words())).collect()));
        let public: Vec<String> =
            self.answers.iter().filter(|a| !a.personal).map(|a| format!("Recommendation {}: {}.", a.key, a.words())).collect();
        if !public.is_empty() {
            parts.push(Part::Heading("What was decided of each recommendation".into()));
            parts.push(Part::List(public));
        }
        parts
    }

    /// What an executive's report begins with: actions that were done, one a line; actions to come with their days; the reasons of
    /// the last meeting. Whoever writes the report changes it.
    pub fn begun(&self) -> (String, String, String) {
        let words = |a: &AskedOf| format!("{} ({})", a.words.trim().trim_end_matches('.'), a.owner);
        let done = self.actions().filter_map(|a| a.done.map(|on| format!("{}, done on {}", words(a), long(on))));
        let open = self.actions().filter(|a| a.done.is_none());
        let proposed = open.map(|a| a.by.map_or_else(|| words(a), |by| format!("{}: {}", words(a), long(by))));
        let stated = self.meetings.iter().rev().filter_map(|m| m.reasons.as_deref()).find(|r| Stated::of(Some(r)) == Stated::Given);
        (done.collect::<Vec<_>>().join("\n"), proposed.collect::<Vec<_>>().join("\n"), stated.unwrap_or_default().trim().into())
    }

    /// The actions that go to everybody: those of a remedy for a person do not.
    pub fn actions(&self) -> impl Iterator<Item = &AskedOf> {
        self.meetings.iter().flat_map(|m| &m.actions).filter(|a| !a.personal)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::ombudsman::axes::Answer;
    use crate::ombudsman::history::Entry;
    use crate::ombudsman::tracked::tests::remedy;

    fn meeting() -> Consideration {
        let asked = |words: &str, personal| AskedOf {
            words: words.into(),
            owner: "Director of Homes".into(),
            by: Some(date(2024, 9, 30)),
            done: None,
            personal,
        };
        Consideration {
            item: 5,
            number: "5".into(),
            body: "Cabinet".into(),
            on: date(2024, 5, 14),
            present: vec!["Councillor A".into(), "Councillor B".into()],
            decided: "RESOLVED: That the recommendations be accepted.".into(),
            reasons: Some("They are fair.".into()),
            actions: vec![asked("Train every surveyor.", false), asked("Write to Mr X.", true)],
        }
    }

    fn response(level: Level) -> Response {
        Response { level, answer: Answer::Accepted, reasons: String::new(), legal_advice: None }
    }

    #[test]
    fn a_reply_without_who_when_and_what_of_each_recommendation_lacks_it() {
        let mut tracked = remedy(1, "one_month", Nature::ServiceImprovement);
        let nothing = Considered { meetings: vec![], answers: vec![Answered::of(&tracked)] };
        assert_eq!(nothing.missing().iter().map(|w| w.field.as_str()).collect::<Vec<_>>(), ["meetings", "answers"]);
        let on = date(2024, 5, 14);
        tracked.respond(Entry::new("A. Officer", on, response(Level::Officers)).shown_by("a letter")).unwrap();
        assert_eq!(Answered::of(&tracked).answer, None, "officers do not answer for members");
        tracked.respond(Entry::new("Cabinet", on, response(Level::Members)).shown_by("item 5")).unwrap();
        let whole = Considered { meetings: vec![meeting()], answers: vec![Answered::of(&tracked)] };
        assert_eq!(whole.missing(), []);
        let text = whole.reply("case 23 900 091").text();
        for said in [
            "Cabinet, 14 May 2024, item 5. Present: Councillor A, Councillor B.",
            "Accepted, by Cabinet on 14 May 2024",
            "Director of Homes: Train every surveyor, by 30 September 2024",
            "Write to Mr X",
        ] {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert_eq!(whole.actions().count(), 1, "what is for a person goes to the Ombudsman alone");
        let (taken, proposed, reasons) = whole.begun();
        assert_eq!((taken.as_str(), reasons.as_str()), ("", "They are fair."));
        assert_eq!(proposed, "Train every surveyor (Director of Homes): 30 September 2024");
        let read = crate::monitoring_report::response::Said::<crate::monitoring_report::response::Proposed>::read(&proposed);
        assert!(matches!(read, crate::monitoring_report::response::Said::These { actions } if actions[0].when == Some(date(2024, 9, 30))));
    }

    #[test]
    fn what_is_not_recorded_is_said_and_never_made_up() {
        let alone = Considered { meetings: vec![Consideration { present: vec![], ..meeting() }], answers: vec![] };
        assert!(alone.reply("case 1").text().contains("Who was present is not recorded"));
        assert_eq!(Considered::default().part(), []);
        assert!(Considered::default().reply("case 1").text().contains("No meeting is on record"));
    }
}
