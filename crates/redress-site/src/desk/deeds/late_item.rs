//! A late item: in time, urgent by the chair's opinion, or refused with the section and the lawful way out.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::agenda::late::{Late, Opinion, Verdict, verdict};
use redress::agenda::order::Place;
use redress_store::desk::work::agenda::Agenda;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::late_item::Opinion as Kept;
use redress_store::desk::work::meeting::PlannedMeeting;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::{item, meeting};
use crate::desk::proposal;
use crate::failure::Failure;

/// Adding a late item.
pub struct AddLateItem {
    meeting: PlannedMeeting,
    agenda: Agenda,
    shown: Vec<PlannedItem>,
    standing: Option<Verdict>,
}

impl Deed for AddLateItem {
    const PATH: &'static str = "/desk/meetings/{meeting}/late-item";
    const TITLE: &'static str = "Add a late item";
    const ACT: Act = Act::AddItem;
    const FIELDS: &'static [Field] = &[
        Field::new("after", "The item that it follows", Ask::OneOf).hint("It gets the number of that one with a letter; no number changes"),
        Field::new("title", "Working title", Ask::Line).hint("Officers use it; the public reads it only where no other title is chosen"),
        Field::new("public_title", "Title for the public", Ask::Line).optional(),
        Field::new("agenda_text", "Agenda text", Ask::Text).optional(),
        Field::new("place", "Part of the agenda", Ask::One(Place::CHOICES)),
        Field::new("chair", "Who chairs the meeting", Ask::Line)
            .hint("Where it is too late for five clear days, a committee takes the item only if the chair is of the opinion that it is urgent")
            .optional(),
        Field::new("circumstances", "The special circumstances", Ask::Text)
            .hint("In the chair's opinion: what happened, and why it cannot wait. The minutes give them")
            .optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<AddLateItem, Failure> {
        let desk = &context.desk.desk;
        let meeting = desk.planned_meeting(keys.number("meeting")?).await?.ok_or(Failure::NotFound)?;
        let agenda = desk.agenda(meeting.id).await?;
        let mut shown = Vec::with_capacity(agenda.items.len());
        for (_, one) in &agenda.items {
            shown.push(item::veiled(context, one.clone()).await?);
        }
        let standing = of(context, &meeting, None);
        Ok(AddLateItem { meeting, agenda, shown, standing })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item))
            .caption(meeting::title(&self.meeting))
            .back(format!("/desk/meetings/{}/agenda", self.meeting.id))
    }

    fn possible(&self) -> bool {
        self.agenda.published && self.standing.is_some() && !matches!(self.standing, Some(Verdict::Refused { .. }))
    }

    fn impossible(&self) -> String {
        match &self.standing {
            Some(Verdict::Refused { why, section }) => format!("{} ({section})", why.message),
            None => "The meeting is over".into(),
            Some(_) => "The agenda is not published yet: add the item as any other".into(),
        }
    }

    fn before(&self) -> Markup {
        html! {
            @if !self.possible() { p.govuk-body { (self.impossible()) } }
            @else if let Some(Verdict::InTime { by }) = &self.standing {
                p.govuk-body { "It is not late: an agenda that has it and is published by " (redress::day::with_weekday(*by)) " lies open for five clear days." }
            }
            @else { p.govuk-body { "It is too late for five clear days. It can be taken only by the chair’s opinion under section 100B(4)(b) of the Local Government Act 1972." } }
        }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        if field == "after" { self.shown.iter().map(|i| (i.id.to_string(), item::title(i))).collect() } else { Vec::new() }
    }

    fn given(&self, field: &str) -> Vec<String> {
        if field == "place" { vec![Place::Public.word().into()] } else { Vec::new() }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let opinion = Opinion { chair: filled.get("chair").into(), circumstances: filled.get("circumstances").into() };
        let kept = match of(context, &self.meeting, Some(opinion.clone())) {
            Some(Verdict::InTime { .. }) => None,
            Some(Verdict::Urgent { minute }) => Some(Kept { chair: opinion.chair, circumstances: opinion.circumstances, minute }),
            Some(Verdict::Needs { wrong }) => return Err(Undone::fields(Self::FIELDS, wrong)),
            Some(Verdict::Refused { why, section }) => return Err(Undone::wrong("", format!("{} ({section})", why.message))),
            None => return Err(Undone::wrong("", self.impossible())),
        };
        let new = PlannedItem {
            planned_meeting_id: self.meeting.id,
            title: filled.get("title").into(),
            public_title: filled.words("public_title"),
            agenda_text: filled.words("agenda_text"),
            place: filled.words("place"),
            ..PlannedItem::default()
        };
        let desk = &context.desk.desk;
        match desk.insert_item(&new, filled.number("after").unwrap_or(0), kept.as_ref(), &context.act()).await? {
            Ok(id) => {
                let number = desk.planned_item(id).await?.map(|i| i.number);
                let made = serde_json::json!({ "item": id, "number": number, "minute": kept.map(|k| k.minute) });
                Ok(Done::made(format!("/desk/items/{id}"), made))
            }
            Err(wrong) => Err(Undone::fields(Self::FIELDS, vec![wrong])),
        }
    }
}

/// How an item that is added now may be taken; none where the meeting is over or its day is not known.
pub fn of(context: &Context, meeting: &PlannedMeeting, opinion: Option<Opinion>) -> Option<Verdict> {
    let (on, today) = (meeting.on_date.parse().ok()?, context.now.date());
    if on < today {
        return None;
    }
    let annual = meeting.kind.as_deref() == Some("annual");
    let late = Late { kind: proposal::kind_of(&meeting.body), annual, meeting: on, added: today, opinion };
    verdict(&late, &context.readings(), &context.desk.site.calendar).ok()
}
