//! Publishing the minutes of a meeting with the mark that says how far they are: as a draft once the chair has read them,
//! again when they are confirmed and when they are signed. Names and remarks on a family are read by a person first.

use maud::{Markup, html};
use redress::access::Act;
use redress::minutes::stage::{Stands, Step};
use redress::publishing::{Bars, Check};
use redress_store::desk::work::clearing::{Clearing, Part, Preview, Unpublished};
use redress_store::desk::work::meeting_minutes::MeetingMinutes;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::deeds::publish::{checked, clearing, office, shown};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::minutes::{self, Loaded};
use crate::desk::proposal;
use crate::desk::safe_words;
use crate::failure::Failure;

/// Publishing the minutes.
pub struct PublishMinutes {
    loaded: Loaded,
    parts: Vec<Part>,
    /// Items with words that are not on a published agenda, by number.
    left_out: Vec<String>,
    checks: Vec<Check>,
    preview: Option<Preview>,
}

impl Deed for PublishMinutes {
    const PATH: &'static str = "/desk/meetings/{meeting}/minutes/publish";
    const TITLE: &'static str = "Publish the minutes";
    const ACT: Act = Act::Publish;
    const FIELDS: &'static [Field] = &[
        Field::new("reason", "Reason", Ask::Line).hint("The public reads it in the log"),
        Field::new("read", "People and families", Ask::Any(&[("yes", "I have read what the checks flag, and it may be published")]))
            .optional(),
        Field::new("previewed", "Preview", Ask::Carried)
            .hint("What stands for the preview above: publishing refuses when it is no longer the same"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<PublishMinutes, Failure> {
        let loaded = minutes::load(context, keys).await?;
        let (mut parts, mut left_out) = (Vec::new(), Vec::new());
        for item in loaded.items.iter().filter(|i| i.words.is_some()) {
            let of = |part: Part| context.desk.desk.cleared(part.kind(), part.record());
            let (agenda, minute) = (of(Part::Item(item.item.id)).await?, of(Part::Minute(item.item.id)).await?);
            match agenda {
                Some(cleared) if cleared.ended_at.is_none() && minute.is_none_or(|m| m.ended_at.is_none()) => {
                    parts.push(Part::Minute(item.item.id));
                }
                _ => left_out.push(item.item.number.clone()),
            }
        }
        let mut publish = PublishMinutes { loaded, parts, left_out, checks: Vec::new(), preview: None };
        if publish.possible() {
            publish.checks = proposal::checks(context, &publish.loaded.meeting, &publish.parts).await?;
            let kept = publish.after(context);
            let clearing = Clearing { minutes: kept.as_ref(), ..clearing(context, &publish.loaded.meeting, &publish.parts, "", "") };
            publish.preview = Some(context.desk.desk.preview(&clearing, &context.act()).await?);
        }
        Ok(publish)
    }

    fn about(&self) -> About {
        self.loaded.about()
    }

    fn possible(&self) -> bool {
        self.loaded.kept.stages.stands() >= Stands::Checked && !self.parts.is_empty()
    }

    fn impossible(&self) -> String {
        match self.loaded.kept.stages.stands() {
            Stands::NotWritten => "Nothing is written yet. Build the minutes first".into(),
            Stands::Draft => "The chair of the meeting reads the draft before it is published".into(),
            _ => "No item with a minute is on the published agenda. Publish the items first".into(),
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        let reason = match self.loaded.kept.stages.stands() {
            Stands::Confirmed => "Confirmed minutes published",
            Stands::Signed => "Signed minutes published",
            _ => "Draft minutes published",
        };
        match field {
            "reason" => vec![reason.into()],
            "previewed" => self.preview.iter().map(|p| p.fingerprint.clone()).collect(),
            _ => Vec::new(),
        }
    }

    fn before(&self) -> Markup {
        html! {
            @if !self.possible() { p.govuk-body { (self.impossible()) "." } }
            @else {
                p.govuk-body { "They go out for every item with a minute, with this mark: " strong { (self.mark()) } "." }
                @if !self.left_out.is_empty() {
                    p.govuk-body { "Left out, for the item is not on the published agenda or was withdrawn: " (self.left_out.join(", ")) "." }
                }
            }
            (checked(&self.checks))
            @if let Some(preview) = &self.preview { (shown(preview)) }
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let read = filled.has("read", "yes");
        for check in self.checks.iter().filter(|c| !c.passed) {
            match check.bars {
                // A remark on a family bars nothing elsewhere; in minutes a person reads each before they go out.
                _ if proposal::read_by_a_person(check) && read => {}
                _ if proposal::read_by_a_person(check) => {
                    return Err(Undone::wrong("read", format!("{} Read it and tick the box, or change the words", check.words)));
                }
                Bars::Never => {}
                Bars::Always | Bars::UnlessOverridden => return Err(Undone::wrong("", check.words.clone())),
            }
        }
        let reason = filled.get("reason");
        if let Some(tell) = proposal::reason_tells(context, &self.loaded.meeting, reason).await? {
            return Err(Undone::wrong("reason", format!("An embargo stands and the public reads this reason. {tell}")));
        }
        safe_words::names_nobody("reason", reason)?;
        let kept = self.after(context);
        let office = office(context);
        let clearing = Clearing { minutes: kept.as_ref(), ..clearing(context, &self.loaded.meeting, &self.parts, &office, reason) };
        match context.desk.desk.publish_cleared(&clearing, filled.get("previewed"), &context.act()).await {
            Ok(changes) => {
                context.desk.carry_over().await?;
                let made: Vec<_> = changes.iter().map(|c| &c.publication).collect();
                Ok(Done::made(self.about().back, serde_json::json!({ "published": made })))
            }
            Err(Unpublished::Nothing) => Err(Undone::wrong("", "Nothing that the public sees would change")),
            Err(Unpublished::Changed) => {
                Err(Undone::wrong("", "Something changed since the preview was made. Look at the preview again, then publish"))
            }
            Err(Unpublished::Store(error)) => Err(Undone::Failed(error.into())),
        }
    }
}

impl PublishMinutes {
    /// The minutes as this publication leaves them: the first one is a step of theirs, and the others take none.
    fn after(&self, context: &Context) -> Option<MeetingMinutes> {
        if self.loaded.kept.stages.stands() != Stands::Checked {
            return None;
        }
        self.loaded.after(context, Step::PublishedAsDraft).ok()
    }

    fn mark(&self) -> &'static str {
        self.loaded.kept.stages.stands().mark()
    }
}
