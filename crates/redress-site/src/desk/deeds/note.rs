//! Notes that a member keeps for themselves: writing, changing and removing one. Nobody else reads them, whatever their posts.

use redress::access::{Act, Subject, SubjectKind};
use redress::members_room::note::{check, reference};
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::member_note::MemberNote;
use redress_store::desk::work::pack::KeptPack;
use serde_json::json;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::{item, meeting, members};
use crate::failure::Failure;

/// Writing a note.
pub struct WriteNote {
    meeting: PlannedMeeting,
    items: Vec<(String, String)>,
    pack: KeptPack,
    account: i64,
}

/// Where a meeting stands in the room.
fn room(meeting: i64) -> String {
    format!("/members/meetings/{meeting}")
}

impl Deed for WriteNote {
    const PATH: &'static str = "/members/meetings/{meeting}/note";
    const TITLE: &'static str = "Write a note";
    const ACT: Act = Act::OwnAccount;
    const FIELDS: &'static [Field] = &[
        Field::new("item", "Item", Ask::OneOf).optional(),
        Field::new("page", "Page", Ask::Line).hint("As the papers cite it, such as 45 or 45A").optional(),
        Field::new("words", "Note", Ask::Text).hint("Only you read it"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<WriteNote, Failure> {
        let desk = &context.desk.desk;
        let meeting = desk.planned_meeting(keys.number("meeting")?).await?.ok_or(Failure::NotFound)?;
        let mut items = Vec::new();
        for shown in members::meeting::items(context, meeting.id).await? {
            items.push((shown.id.to_string(), item::title(&shown)));
        }
        Ok(WriteNote { pack: desk.pack(meeting.id).await?, meeting, items, account: context.account() })
    }

    fn about(&self) -> About {
        let own = Subject::new(SubjectKind::Account).by(self.account);
        About::of(own).caption(meeting::title(&self.meeting)).back(room(self.meeting.id))
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        if field == "item" { self.items.clone() } else { Vec::new() }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let (words, page, item) = (filled.get("words"), reference(filled.get("page")), filled.number("item"));
        let wrong = check(words, item.is_some(), &page, self.pack.pack().as_ref());
        if !wrong.is_empty() {
            return Err(Undone::fields(Self::FIELDS, wrong));
        }
        // A page is held with the paper and the file that it is of now: a supplement changes neither.
        let sheets = self.pack.sheets_at(&page);
        let new = MemberNote {
            account_id: context.account(),
            planned_meeting_id: self.meeting.id,
            planned_item_id: item,
            working_paper_id: sheets.map(|s| s.working_paper_id),
            sha256: sheets.and_then(|s| s.sha256.clone()),
            page: Some(page).filter(|p| !p.is_empty()),
            words: words.into(),
            ..MemberNote::default()
        };
        let id = context.desk.desk.write_note(&new, &context.act()).await?;
        Ok(Done::made(room(self.meeting.id), json!({ "note": id })))
    }
}

const REVISION: Field = Field::new("revision", "Revision", Ask::Carried).hint("The revision of the note that you read").optional();

/// A note of whoever asks; another's is not there.
async fn own(context: &Context, keys: &Keys) -> Result<MemberNote, Failure> {
    context.desk.desk.note(keys.number("note")?, context.account()).await?.ok_or(Failure::NotFound)
}

fn about(note: &MemberNote) -> About {
    let caption = note.page.as_ref().map(|page| format!("Page {page}")).unwrap_or_default();
    About::of(Subject::new(SubjectKind::Account).by(note.account_id)).caption(caption).back(room(note.planned_meeting_id))
}

/// The note as the form saw it.
fn seen(note: &MemberNote, filled: &Filled) -> MemberNote {
    MemberNote { revision: filled.number("revision").unwrap_or(note.revision), ..note.clone() }
}

/// Changing the words of a note.
pub struct ChangeNote {
    note: MemberNote,
}

impl Deed for ChangeNote {
    const PATH: &'static str = "/members/notes/{note}/change";
    const TITLE: &'static str = "Change a note";
    const ACT: Act = Act::OwnAccount;
    const FIELDS: &'static [Field] = &[Field::new("words", "Note", Ask::Text).hint("Only you read it"), REVISION];

    async fn load(context: &Context, keys: &Keys) -> Result<ChangeNote, Failure> {
        Ok(ChangeNote { note: own(context, keys).await? })
    }

    fn about(&self) -> About {
        about(&self.note)
    }

    fn given(&self, field: &str) -> Vec<String> {
        vec![if field == "words" { self.note.words.clone() } else { self.note.revision.to_string() }]
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let words = filled.get("words");
        let wrong = check(words, true, "", None);
        if !wrong.is_empty() {
            return Err(Undone::fields(Self::FIELDS, wrong));
        }
        if !context.desk.desk.change_note(&seen(&self.note, filled), words, &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::at(self.about().back))
    }
}

/// Removing a note for good.
pub struct RemoveNote {
    note: MemberNote,
}

impl Deed for RemoveNote {
    const PATH: &'static str = "/members/notes/{note}/remove";
    const TITLE: &'static str = "Remove a note";
    const ACT: Act = Act::OwnAccount;
    const FIELDS: &'static [Field] = &[REVISION];

    async fn load(context: &Context, keys: &Keys) -> Result<RemoveNote, Failure> {
        Ok(RemoveNote { note: own(context, keys).await? })
    }

    fn about(&self) -> About {
        about(&self.note)
    }

    fn before(&self) -> maud::Markup {
        maud::html! {
            p.govuk-body { "It is removed for good: nobody else has it." }
            div.govuk-inset-text { @for line in self.note.words.lines() { p.govuk-body { (line) } } }
        }
    }

    fn given(&self, _: &str) -> Vec<String> {
        vec![self.note.revision.to_string()]
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        if !context.desk.desk.remove_note(&seen(&self.note, filled), &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::at(self.about().back))
    }
}
