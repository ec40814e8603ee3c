//! Sending the draft to whoever chaired the meeting. The letter has the public words alone.

use maud::{Markup, html};
use redress::access::Act;
use redress::minutes::stage::{Stands, Step};
use redress_store::desk::outbox::Letter;
use redress_store::desk::work::meeting_minutes::Besides;
use serde_json::json;

use super::REVISION;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::minutes::{self, Loaded};
use crate::desk::pages::meeting;
use crate::failure::Failure;

/// Sending the draft.
pub struct SendToChair {
    loaded: Loaded,
    /// Members with an address: number, name, address.
    members: Vec<(i64, String, String)>,
}

impl Deed for SendToChair {
    const PATH: &'static str = "/desk/meetings/{meeting}/minutes/send-to-chair";
    const TITLE: &'static str = "Send the draft to the chair";
    const ACT: Act = Act::RecordMinute;
    const FIELDS: &'static [Field] = &[
        Field::new("chair", "Who chaired the meeting", Ask::OneOf).hint("Members with an address on record"),
        Field::new("note", "What you write above the draft", Ask::Text).optional(),
        REVISION,
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<SendToChair, Failure> {
        let loaded = minutes::load(context, keys).await?;
        let people = context.desk.desk.office_holders().await?;
        let members = people.into_iter().filter_map(|p| Some((p.id, p.name, p.address?))).collect();
        Ok(SendToChair { loaded, members })
    }

    fn about(&self) -> About {
        self.loaded.about()
    }

    fn possible(&self) -> bool {
        let stands = self.loaded.kept.stages.stands();
        (Stands::Draft..Stands::PublishedAsDraft).contains(&stands) && !self.members.is_empty()
    }

    fn impossible(&self) -> String {
        match self.loaded.kept.stages.stands() {
            Stands::NotWritten => "Nothing is written yet. Build the minutes first".into(),
            Stands::Draft | Stands::Checked => "No member has an address on record".into(),
            _ => "The draft is published. Changes are for the meeting that confirms it".into(),
        }
    }

    fn before(&self) -> Markup {
        html! {
            @if self.possible() {
                p.govuk-body { "The letter has the public words of every item. Private words, and what an embargo covers, are not in it." }
            } @else { p.govuk-body { (self.impossible()) "." } }
        }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "chair" => self.members.iter().map(|(id, name, _)| (id.to_string(), name.clone())).collect(),
            _ => Vec::new(),
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "chair" => self.loaded.record.presiding.map(|p| p.to_string()).into_iter().collect(),
            "revision" => self.loaded.revision(),
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        self.loaded.same(filled)?;
        let chosen = filled.number("chair").and_then(|id| self.members.iter().find(|(member, ..)| *member == id));
        let Some((_, name, address)) = chosen else { return Err(Undone::wrong("chair", "Who chaired the meeting: choose one")) };
        let kept = self.loaded.after(context, Step::Sent { to: name.clone() })?;
        let title = meeting::title(&self.loaded.meeting);
        let note = filled.words("note").map_or(String::new(), |note| format!("{note}\n\n"));
        let asked = "Please read the draft and say what is to be changed, or that nothing is.";
        let letter = Letter {
            to: address.clone(),
            subject: format!("Draft minutes: {title}"),
            body: format!("{note}{asked}\n\n{title}\n\n{}", self.loaded.whole_with(&[])),
            about: format!("planned_meeting {}", self.loaded.meeting.id),
            holds_secret: false,
        };
        let told = json!({ "meeting": self.loaded.meeting.id, "to": name });
        minutes::keep(context, &kept, &Besides { words: Vec::new(), letters: vec![letter] }, "send_minutes", told).await
    }
}
