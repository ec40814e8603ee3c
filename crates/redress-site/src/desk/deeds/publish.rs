//! Publishing what of a meeting is ready: exactly what the public will see, against what it sees now; who is told; what
//! was checked; and then, with a reason, in one transaction.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::difference::words;
use redress::publishing::{Bars, Check};
use redress::reader::Role;
use redress_store::desk::work::clearing::{Change, Clearing, Part, Preview, Unpublished};
use redress_store::desk::work::meeting::PlannedMeeting;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::meeting;
use crate::desk::proposal;
use crate::desk::safe_words;
use crate::failure::Failure;
use crate::layout::{compared, tag};

/// Publishing.
pub struct Publish {
    meeting: PlannedMeeting,
    ready: Vec<(Part, String)>,
    chosen: Vec<Part>,
    checks: Vec<Check>,
    preview: Option<Preview>,
}

impl Deed for Publish {
    const PATH: &'static str = "/desk/meetings/{meeting}/publish";
    const TITLE: &'static str = "Publish";
    const ACT: Act = Act::Publish;
    const FIELDS: &'static [Field] = &[
        Field::new("parts", "What is published", Ask::AnyOf).hint("What is left out waits; preview again after a change"),
        Field::new("reason", "Reason", Ask::Line).hint("The public reads it in the log: Agenda published, Supplement 1"),
        Field::new("read", "People and families", Ask::Any(&[("yes", "I have read what the checks flag, and it may be published")]))
            .optional(),
        Field::new("previewed", "Preview", Ask::Carried)
            .hint("What stands for the preview above: publishing refuses when it is no longer the same"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<Publish, Failure> {
        let desk = &context.desk.desk;
        let meeting = desk.planned_meeting(keys.number("meeting")?).await?.ok_or(Failure::NotFound)?;
        let ready = proposal::ready(context, &meeting).await?;
        let asked: Vec<Part> = keys.all("parts").iter().filter_map(|w| Part::read(w)).collect();
        let mut chosen: Vec<Part> = ready.iter().map(|(part, _)| *part).filter(|part| asked.is_empty() || asked.contains(part)).collect();
        if asked.is_empty() {
            // A paper that an embargo covered is chosen by a person, never by the form.
            let covered = proposal::once_covered(context, &meeting).await?;
            chosen.retain(|part| !covered.contains(part));
        }
        let (checks, preview) = if chosen.is_empty() {
            (Vec::new(), None)
        } else {
            let checks = proposal::checks(context, &meeting, &chosen).await?;
            let clearing = clearing(context, &meeting, &chosen, "", "");
            (checks, Some(desk.preview(&clearing, &context.act()).await?))
        };
        Ok(Publish { meeting, ready, chosen, checks, preview })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Meeting))
            .caption(meeting::title(&self.meeting))
            .back(format!("/desk/meetings/{}", self.meeting.id))
    }

    fn possible(&self) -> bool {
        !self.ready.is_empty()
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "parts" => self.ready.iter().map(|(part, words)| (part.word(), words.clone())).collect(),
            _ => Vec::new(),
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "parts" => self.chosen.iter().map(|part| part.word()).collect(),
            "previewed" => self.preview.iter().map(|p| p.fingerprint.clone()).collect(),
            _ => Vec::new(),
        }
    }

    fn before(&self) -> Markup {
        html! {
            @if self.ready.is_empty() { p.govuk-body { "Nothing of this meeting is ready to be published." } }
            (checked(&self.checks))
            @if let Some(preview) = &self.preview { (shown(preview)) }
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        if let Some(tell) = proposal::reason_tells(context, &self.meeting, filled.get("reason")).await? {
            return Err(Undone::wrong("reason", format!("An embargo stands and the public reads this reason. {tell}")));
        }
        let parts: Vec<Part> = filled.all("parts").iter().filter_map(|w| Part::read(w)).collect();
        let checks = proposal::checks(context, &self.meeting, &parts).await?;
        let read = filled.has("read", "yes");
        for check in checks.iter().filter(|c| !c.passed) {
            match check.bars {
                Bars::Never => {}
                // Somebody answers for it, on record.
                _ if !check.stops() => {}
                _ if proposal::read_by_a_person(check) && read => {}
                _ if proposal::read_by_a_person(check) => {
                    return Err(Undone::wrong("read", format!("{} Read it and tick the box, or change the words", check.words)));
                }
                Bars::Always | Bars::UnlessOverridden => {
                    let section = check.section.map(|s| format!(" ({s})")).unwrap_or_default();
                    return Err(Undone::wrong("parts", format!("{}{section}", check.words)));
                }
            }
        }
        safe_words::names_nobody("reason", filled.get("reason"))?;
        let office = office(context);
        let clearing = clearing(context, &self.meeting, &parts, &office, filled.get("reason"));
        match context.desk.desk.publish_cleared(&clearing, filled.get("previewed"), &context.act()).await {
            Ok(changes) => {
                context.desk.carry_over().await?;
                let made: Vec<_> = changes.iter().map(|c| &c.publication).collect();
                Ok(Done::made(self.about().back, serde_json::json!({ "published": made })))
            }
            Err(Unpublished::Nothing) => Err(Undone::wrong("parts", "Nothing that the public sees would change")),
            Err(Unpublished::Changed) => Err(Undone::wrong(
                "parts",
                "Something changed since the preview was made, or other parts were chosen. Look at the preview again, then publish",
            )),
            Err(Unpublished::Store(error)) => Err(Undone::Failed(error.into())),
        }
    }
}

/// What is published of a meeting, with no step of its minutes.
pub(in crate::desk) fn clearing<'a>(
    context: &'a Context,
    meeting: &PlannedMeeting,
    parts: &'a [Part],
    office: &'a str,
    reason: &'a str,
) -> Clearing<'a> {
    Clearing { meeting: meeting.id, parts, office, reason, now: context.now.datetime(), base: &context.desk.site.base, minutes: None }
}

/// The office that publishes, as the public may know it.
pub fn office(context: &Context) -> String {
    let roles = &context.visitor.signed_in.roles;
    let order = [Role::DemocraticServices, Role::MonitoringOfficer, Role::DeputyMonitoringOfficer, Role::ChiefExecutive];
    let first = order.into_iter().find(|r| roles.contains(r)).or_else(|| roles.iter().next().copied());
    first.map_or("Officer", Role::words).into()
}

/// The checks, passed or not.
pub(in crate::desk) fn checked(checks: &[Check]) -> Markup {
    html! {
        @if !checks.is_empty() {
            h2.govuk-heading-m { "Checks" }
            ul.redress-entries {
                @for check in checks {
                    li.redress-entry {
                        @if check.passed { (tag("Passed", "green")) }
                        @else if check.bars == Bars::Never { (tag("Warning", "yellow")) }
                        @else if let Some(answered) = &check.overridden { (tag("Answered for", "yellow")) " " (answered.by) ": " (answered.reason) "." }
                        @else { (tag("Stops", "red")) }
                        " " (check.words)
                        @if let Some(section) = check.section { p.redress-entry__facts { (section) } }
                    }
                }
            }
        }
    }
}

/// What the public would see.
pub(in crate::desk) fn shown(preview: &Preview) -> Markup {
    html! {
        h2.govuk-heading-m { "What the public will see" }
        @if preview.changes.is_empty() { p.govuk-body { "Nothing that the public sees would change." } }
        @for change in &preview.changes { (one(change)) }
        h2.govuk-heading-m { "Files that the public can open" }
        @if preview.files.is_empty() { p.govuk-body { "None." } } @else {
            ul.govuk-list.govuk-list--bullet {
                @for file in &preview.files {
                    li { (file.title) ", " (redress::paper::size_words(u64::try_from(file.bytes).unwrap_or(0))) ", SHA-256 " span.redress-hash { (file.sha256) } }
                }
            }
        }
        h2.govuk-heading-m { "Who is told" }
        p.govuk-body { (preview.told) @if preview.told == 1 { " person" } @else { " people" } ", by one message each: those who follow these items and, where the agenda changes, the members of the body." }
    }
}

/// One record as it would stand, against what stands.
pub(super) fn one(change: &Change) -> Markup {
    let text = |record: &redress::public::Record| {
        let listing = record.listing();
        format!("{}\n\n{}", listing.title, listing.text)
    };
    let after = text(&change.after);
    html! {
        section.redress-item {
            h3.govuk-heading-s {
                (change.publication.kind.words()) ": " (change.publication.title) " "
                @if change.before.is_none() { (tag("New", "green")) } @else { (tag("Changed", "blue")) }
            }
            @match &change.before {
                None => div.redress-record { @for paragraph in after.split("\n\n").filter(|p| !p.trim().is_empty()) { p { (paragraph) } } },
                Some(before) => div.redress-record.redress-record--quoted { p { (compared::show(&words(&text(before), &after))) } },
            }
        }
    }
}
