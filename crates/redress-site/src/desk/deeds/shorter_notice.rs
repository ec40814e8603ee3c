//! That a meeting was called at shorter notice: the one way in which the agenda of a committee or the executive goes out late.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::plan::MeetingKind;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::shorter_notice::ShorterNotice;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::meeting;
use crate::desk::proposal;
use crate::failure::Failure;

/// Recording that a meeting was called at shorter notice.
pub struct RecordShorterNotice {
    meeting: PlannedMeeting,
    kind: MeetingKind,
}

impl Deed for RecordShorterNotice {
    const PATH: &'static str = "/desk/meetings/{meeting}/shorter-notice";
    const TITLE: &'static str = "Record that the meeting was called at shorter notice";
    const ACT: Act = Act::PlanMeeting;
    const FIELDS: &'static [Field] = &[
        Field::new("called_on", "Called on", Ask::Date),
        Field::new("why", "Why it could not be called in time", Ask::Text)
            .hint("What happened, and why it cannot wait for a meeting with full notice"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<RecordShorterNotice, Failure> {
        let meeting = context.desk.desk.planned_meeting(keys.number("meeting")?).await?.ok_or(Failure::NotFound)?;
        let kind = proposal::kind_of(&meeting.body);
        Ok(RecordShorterNotice { meeting, kind })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Meeting))
            .caption(meeting::title(&self.meeting))
            .back(format!("/desk/meetings/{}/agenda", self.meeting.id))
    }

    fn possible(&self) -> bool {
        self.kind != MeetingKind::Council
    }

    fn impossible(&self) -> String {
        "A summons to full council cannot be shortened: choose a later day (Local Government Act 1972, Schedule 12, paragraph 4(2))".into()
    }

    fn before(&self) -> Markup {
        let section = match self.kind {
            MeetingKind::Executive => "SI 2012/2089, regulation 6(1)",
            _ => "Local Government Act 1972, section 100B(3) and (4)",
        };
        html! {
            @if !self.possible() { p.govuk-body { (self.impossible()) "." } }
            @else { p.govuk-body { "Where a meeting is called at shorter notice, its agenda and reports must be open to the public from the moment at which it is called (" (section) "). Take legal advice before you rely on this: it is no remedy for an agenda that was forgotten." } }
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let Some(on) = filled.date("called_on") else { return Err(Undone::wrong("called_on", "Called on must be a real date")) };
        if on > context.now.date() {
            return Err(Undone::wrong("called_on", "Called on cannot be after today"));
        }
        if !redress::wrong::reasons(filled.get("why"), 6) {
            return Err(Undone::wrong("why", "Give the reason in a sentence: what happened, and why it cannot wait"));
        }
        let notice = ShorterNotice {
            called_on: on.to_string(),
            why: filled.get("why").into(),
            by_account: context.account(),
            ..ShorterNotice::default()
        };
        context.desk.desk.call_at_shorter_notice(self.meeting.id, &notice, &context.act()).await?;
        Ok(Done::at(self.about().back))
    }
}
