//! Writing the minute of an item: the public words, and the private ones where something was heard in private.

use redress::access::{Act, Subject, SubjectKind};
use redress::minutes::stage::Step;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::meeting_minutes::Besides;
use redress_store::desk::work::minute::WrittenMinute;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::minutes::{self, Loaded};
use crate::desk::pages::item;
use crate::failure::Failure;

/// Writing a minute.
pub struct WriteMinute {
    item: PlannedItem,
    meeting: PlannedMeeting,
    known: WrittenMinute,
    /// The minutes of the meeting, where they are kept step by step.
    minutes: Option<Loaded>,
}

impl Deed for WriteMinute {
    const PATH: &'static str = "/desk/items/{item}/minute";
    const TITLE: &'static str = "Write the minute";
    const ACT: Act = Act::RecordMinute;
    const FIELDS: &'static [Field] = &[
        Field::new("public_words", "Public minute", Ask::Text),
        Field::new("private_words", "Private minute", Ask::Text).hint("Only those who may read the item's papers can read it").optional(),
        Field::new("revision", "Revision", Ask::Carried).hint("The revision of the minutes that you read").optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<WriteMinute, Failure> {
        let (item, meeting) = item::load(context, keys.number("item")?).await?;
        let known = context.desk.desk.minute(item.id).await?;
        if let Some(known) = &known {
            // The form shows what stands, and sending it writes over that.
            let in_private = known.private_words.is_some();
            context.may(Act::ReadPaper, &context.desk.desk.words_of_item(&item, SubjectKind::Minute, in_private).await?)?;
        }
        let known = known.unwrap_or_default();
        let minutes = match context.desk.desk.meeting_minutes(meeting.id).await? {
            Some(_) => Some(minutes::of_meeting(context, meeting.id).await?),
            None => None,
        };
        Ok(WriteMinute { item, meeting, known, minutes })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item)).caption(item::title(&self.item)).back(format!("/desk/items/{}", self.item.id))
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "public_words" => vec![self.known.public_words.clone()],
            "private_words" => self.known.private_words.iter().cloned().collect(),
            "revision" => self.minutes.iter().flat_map(Loaded::revision).collect(),
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        if self.meeting.on_date.parse().is_ok_and(|held: jiff::civil::Date| context.now.date() < held) {
            return Err(Undone::wrong("public_words", "The meeting has not been held yet"));
        }
        context.desk.desk.standing_of(self.meeting.id).await?.may_minute().map_err(|why| Undone::wrong("public_words", why))?;
        let minute = WrittenMinute { public_words: filled.get("public_words").into(), private_words: filled.words("private_words") };
        if let Some(loaded) = &self.minutes {
            return self.redraft(context, filled, loaded, minute).await;
        }
        context.desk.desk.write_minute(self.item.id, &minute, &context.act()).await?;
        Ok(Done::at(self.about().back))
    }
}

impl WriteMinute {
    /// Words that are written once the minutes are kept step by step are a new draft of them; confirmed ones stay.
    async fn redraft(&self, context: &Context, filled: &Filled, loaded: &Loaded, minute: WrittenMinute) -> Result<Done, Undone> {
        loaded.same(filled)?;
        let words = vec![(self.item.id, minute)];
        let kept = loaded.after(context, Step::Drafted { text: loaded.whole_with(&words) })?;
        let told = serde_json::json!({ "item": self.item.id });
        minutes::keep(context, &kept, &Besides { words, letters: Vec::new() }, "draft_minutes", told).await?;
        Ok(Done::at(self.about().back))
    }
}
