//! An extract of the minutes for an officer or another body: the items that are chosen, who got it and when. Private words
//! and what an embargo covers are never in the letter: whoever may read them signs in and reads them.

use maud::{Markup, html};
use redress::access::{Act, SubjectKind, may};
use redress::minutes::texts::{KEPT_BACK, whole};
use redress::reader::Reader;
use redress::restriction::Audience;
use redress_store::desk::outbox::Letter;
use redress_store::desk::work::minute_extract::MinuteExtract;
use serde_json::json;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::minutes::{self, ItemWords, Loaded};
use crate::desk::pages::{item, meeting};
use crate::failure::Failure;

/// Sending an extract.
pub struct SendExtract {
    loaded: Loaded,
    /// People with an account and an address.
    people: Vec<(i64, String, String)>,
}

impl Deed for SendExtract {
    const PATH: &'static str = "/desk/meetings/{meeting}/minutes/extract";
    const TITLE: &'static str = "Send an extract";
    const ACT: Act = Act::RecordMinute;
    const FIELDS: &'static [Field] = &[
        Field::new("items", "Items", Ask::AnyOf),
        Field::new("private", "Private words", Ask::Any(&[("yes", "With what was said in private, for somebody who may read it")]))
            .optional(),
        Field::new("to", "Who gets it", Ask::OneOf).hint("People with an account and an address on record"),
        Field::new("on_behalf_of", "The body or office that they get it for", Ask::Line).hint("For example, People Scrutiny Committee"),
        Field::new("purpose", "What it is for", Ask::Line),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<SendExtract, Failure> {
        let loaded = minutes::load(context, keys).await?;
        Ok(SendExtract { loaded, people: context.desk.desk.accounts_with_address().await? })
    }

    fn about(&self) -> About {
        self.loaded.about()
    }

    fn possible(&self) -> bool {
        self.loaded.items.iter().any(|i| i.public().is_some()) && !self.people.is_empty()
    }

    fn impossible(&self) -> String {
        "Nothing is written yet that you may read, or nobody has an account with an address".into()
    }

    fn before(&self) -> Markup {
        html! { @if !self.possible() { p.govuk-body { (self.impossible()) "." } } }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "items" => {
                let readable = self.loaded.items.iter().filter(|i| i.public().is_some());
                readable.map(|i| (i.item.id.to_string(), item::title(&i.item))).collect()
            }
            "to" => self.people.iter().map(|(id, name, _)| (id.to_string(), name.clone())).collect(),
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let chosen: Vec<i64> = filled.all("items").iter().filter_map(|id| id.parse().ok()).collect();
        let items: Vec<&ItemWords> = self.loaded.items.iter().filter(|i| chosen.contains(&i.item.id)).collect();
        let person = filled.number("to").and_then(|id| self.people.iter().find(|(account, ..)| *account == id));
        let Some((account, name, address)) = person else { return Err(Undone::wrong("to", "Who gets it: choose one")) };
        let private = filled.has("private", "yes");
        for item in &items {
            self.may_have(context, *account, item, private).await?;
        }
        let private_words = private.then(|| {
            let of = |i: &&ItemWords| Some((i.item.number.clone(), i.private()?.to_string()));
            whole(&[], &items.iter().filter_map(of).collect::<Vec<_>>())
        });
        let public: Vec<(String, String)> = items.iter().filter_map(|i| Some((i.item.number.clone(), i.public()?.to_string()))).collect();
        // A letter is read wherever it goes: what an embargo covers is read after signing in alone.
        let kept_back = |i: &&ItemWords| i.covered && i.public().is_some();
        let covered: Vec<&str> = items.iter().copied().filter(kept_back).map(|i| i.item.number.as_str()).collect();
        let in_letter = |(number, words): &(String, String)| {
            (number.clone(), if covered.contains(&number.as_str()) { KEPT_BACK.into() } else { words.clone() })
        };
        let letter_words = whole(&[], &public.iter().map(in_letter).collect::<Vec<_>>());
        let new = MinuteExtract {
            planned_meeting_id: self.loaded.meeting.id,
            account_id: *account,
            to_name: name.clone(),
            on_behalf_of: filled.get("on_behalf_of").into(),
            purpose: filled.get("purpose").into(),
            items: chosen.iter().map(i64::to_string).collect::<Vec<_>>().join(","),
            public_words: whole(&[], &public),
            private_words: private_words.filter(|w| !w.is_empty()),
            ..MinuteExtract::default()
        };
        let title = meeting::title(&self.loaded.meeting);
        let mark = self.loaded.kept.stages.stands().mark();
        let letter = |id: i64| {
            let address_of = format!("{}{}/extracts/{id}", context.desk.site.base, self.loaded.address());
            let more = match (new.private_words.is_some(), covered.is_empty()) {
                (true, _) => "The private words are not in this letter. Sign in to read them",
                (false, false) => "What an embargo covers is not in this letter. Sign in to read it",
                (false, true) => "The extract",
            };
            Letter {
                to: address.clone(),
                subject: format!("Extract of minutes: {title}"),
                body: format!("{title}\n{mark}\nFor {}: {}\n\n{}\n\n{more}: {address_of}\n", new.on_behalf_of, new.purpose, letter_words),
                about: format!("minute_extract {id}"),
                holds_secret: false,
            }
        };
        let id = context.desk.desk.send_extract(&new, &letter, &context.act()).await?;
        Ok(Done::made(format!("{}/extracts/{id}", self.loaded.address()), json!({ "extract": id })))
    }
}

impl SendExtract {
    /// Whether whoever sends and whoever gets it may read the words of an item.
    async fn may_have(&self, context: &Context, account: i64, item: &ItemWords, private: bool) -> Result<(), Undone> {
        let desk = &context.desk.desk;
        let number = &item.item.number;
        if private && item.words.as_ref().is_some_and(|w| w.private_words.is_some()) && item.private().is_none() {
            return Err(Undone::wrong("private", format!("You may not read what was said in private under item {number}")));
        }
        let Some(reader) = desk.signed_in(account, context.now.date()).await? else {
            return Err(Undone::wrong("to", "This account is closed"));
        };
        let reader = Reader::SignedIn(reader);
        let has_private = private && item.private().is_some();
        for in_private in [false, true].into_iter().take(1 + usize::from(has_private)) {
            let subject = desk.words_of_item(&item.item, SubjectKind::Minute, in_private).await?;
            let subject = subject.shown_to(Audience { people: [account].into(), ..Audience::nobody() });
            if may(&reader, Act::ReadPaper, &subject, context.now.datetime()).is_err() {
                let what = if in_private { "what was said in private under item" } else { "the minute of item" };
                return Err(Undone::wrong("to", format!("Whoever is chosen may not read {what} {number}")));
            }
        }
        Ok(())
    }
}
