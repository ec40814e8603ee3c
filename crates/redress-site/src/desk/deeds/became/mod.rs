//! What becomes of a meeting: cancelled, moved, adjourned, reconvened, without a quorum, held. Each is one form; what they
//! share is here.

/// Putting off what began.
pub mod adjourn;
/// Calling it off.
pub mod cancel;
/// It was held.
pub mod held;
/// Nobody could decide.
pub mod inquorate;
/// Another day, start or place.
pub mod move_meeting;
/// A day for what was adjourned.
pub mod reconvene;

use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::body::BodyKind;
use redress::meeting::standing::{check_day, check_new_day, may_follow};
use redress::meeting::{Happened, Standing};
use redress_store::desk::outbox::Letter;
use redress_store::desk::work::calendar_publication::CalendarClearing;
use redress_store::desk::work::clearing::Unpublished;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::meeting_event::MeetingEvent;
use redress_store::desk::work::meeting_outcome::{GoesOn, Happening, NotRecorded, stands};

use super::publish::office;
use super::publish_calendar::said_in_public;
use crate::desk::deed::{About, Context, Done, Keys, Undone};
use crate::desk::field::Field;
use crate::desk::pages::{item, meeting};
use crate::failure::Failure;

/// A meeting to which something happens.
pub struct Opened {
    /// The meeting.
    pub meeting: PlannedMeeting,
    /// What happened before.
    pub events: Vec<MeetingEvent>,
    /// Where it stands.
    pub standing: Standing,
    /// The sort of its body.
    pub sort: BodyKind,
    /// Its items as this person may see them; those that are decided say so.
    pub items: Vec<(PlannedItem, bool)>,
    /// Who is told.
    pub told: Vec<String>,
    /// Whether anything of it is public.
    pub public: bool,
    /// Whether an item of it is planned in private.
    pub private: bool,
}

/// What is recorded, in words for everybody.
pub struct Said<'a> {
    /// What happened.
    pub what: Happened,
    /// The day.
    pub on: Date,
    /// The field of the reason.
    pub field: &'static str,
    /// Why.
    pub why: &'a str,
    /// What the letters say first: `is cancelled`.
    pub told: String,
    /// Where it goes on.
    pub goes_on: GoesOn<'a>,
}

impl Opened {
    /// Loads the meeting of an address.
    pub async fn load(context: &Context, keys: &Keys) -> Result<Opened, Failure> {
        let desk = &context.desk.desk;
        let meeting = desk.planned_meeting(keys.number("meeting")?).await?.ok_or(Failure::NotFound)?;
        let events = desk.meeting_events(meeting.id).await?;
        let (mut items, mut private) = (Vec::new(), false);
        for planned in desk.planned_items(meeting.id).await? {
            private |= desk.private_plan(planned.id).await?.is_some();
            let decided = desk.recorded_decision(planned.id).await?.is_some();
            items.push((item::veiled(context, planned).await?, decided));
        }
        let sort = desk.body_particulars(meeting.body_id).await?.map_or_else(|| BodyKind::of(&meeting.body), |kept| kept.sort());
        let (told, public) = (desk.told_of_meeting(&meeting).await?, desk.is_public(meeting.id).await?);
        Ok(Opened { standing: stands(&events), meeting, events, sort, items, told, public, private })
    }

    /// What the deed concerns.
    pub fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Meeting)).caption(meeting::title(&self.meeting)).back(self.address())
    }

    /// Its page at the desk.
    pub fn address(&self) -> String {
        format!("/desk/meetings/{}", self.meeting.id)
    }

    /// Its day.
    pub fn day(&self) -> Result<Date, Undone> {
        self.meeting.on_date.parse().map_err(|_| Undone::Failed(Failure::NotFound))
    }

    /// Why something cannot happen to it.
    pub fn barred(&self, what: Happened) -> Option<String> {
        may_follow(self.standing, what).err()
    }

    /// What stands above a form that cannot be used.
    pub fn before(&self, what: Happened) -> Markup {
        html! { @if let Some(why) = self.barred(what) { div.govuk-inset-text { (why) "." } } }
    }

    /// The items as choices.
    pub fn choices(&self) -> Vec<(String, String)> {
        self.items.iter().map(|(planned, _)| (planned.id.to_string(), item::title(planned))).collect()
    }

    /// The items that nothing was decided on.
    pub fn undecided(&self) -> Vec<i64> {
        self.items.iter().filter(|(_, decided)| !decided).map(|(planned, _)| planned.id).collect()
    }

    /// Checks the day on which something happened.
    pub fn happened_on(&self, context: &Context, fields: &'static [Field], what: Happened, on: Option<Date>) -> Result<Date, Undone> {
        let on = on.ok_or_else(|| Undone::wrong("on", "The day must be a real date"))?;
        let wrong = check_day(what, on, self.day()?, context.now.date());
        if wrong.is_empty() { Ok(on) } else { Err(Undone::fields(fields, wrong)) }
    }

    /// Another meeting of the body on a day that fits.
    pub async fn another(
        &self,
        context: &Context,
        to: Option<Date>,
        starts: Option<String>,
        place: Option<String>,
    ) -> Result<PlannedMeeting, Undone> {
        let to = to.ok_or_else(|| Undone::wrong("to", "The new day must be a real date"))?;
        let taken = context.desk.desk.meets_on(self.meeting.body_id, &to.to_string()).await?;
        if let Some(wrong) = check_new_day(to, self.day()?, context.now.date(), taken).into_iter().next() {
            return Err(Undone::wrong("to", wrong.message));
        }
        Ok(PlannedMeeting {
            on_date: to.to_string(),
            starts: starts.or_else(|| self.meeting.starts.clone()),
            place: place.or_else(|| self.meeting.place.clone()),
            ..self.meeting.clone()
        })
    }

    /// Records it, tells whoever is to be told, and shows it in public where the meeting is public.
    pub async fn record(&self, context: &Context, said: &Said<'_>) -> Result<Done, Undone> {
        said_in_public(context, &self.meeting, said.field, said.why).await?;
        let letters = self.letters(context, said);
        let happening = Happening {
            meeting: self.meeting.id,
            seen: self.events.len(),
            what: said.what,
            on: said.on,
            why: said.why,
            goes_on: said.goes_on,
            letters: &letters,
        };
        let to = match context.desk.desk.happen(&happening, &context.act()).await? {
            Ok(to) => to,
            Err(NotRecorded::Changed) => return Err(Undone::changed()),
            Err(NotRecorded::DayTaken) => {
                return Err(Undone::wrong("to", "The body has a meeting on this day already. Choose another day"));
            }
        };
        let published = self.show(context, said, to).await?;
        let back = to.map_or_else(|| self.address(), |id| format!("/desk/meetings/{id}"));
        Ok(Done::made(back, serde_json::json!({ "meeting": to, "told": letters.len(), "published": published })))
    }

    /// A meeting that the public knows of is shown as it is at once; of another one nothing goes out.
    async fn show(&self, context: &Context, said: &Said<'_>, to: Option<i64>) -> Result<bool, Undone> {
        if !self.public || !context.can(Act::Publish, &Subject::new(SubjectKind::Meeting)) {
            return Ok(false);
        }
        let office = office(context);
        let reason = format!("{} {}", meeting::title(&self.meeting), said.told);
        let meetings: Vec<i64> = std::iter::once(self.meeting.id).chain(to).collect();
        let clearing = CalendarClearing {
            body: self.meeting.body_id,
            with_body: false,
            meetings: &meetings,
            office: &office,
            reason: &reason,
            now: context.now.datetime(),
        };
        match context.desk.desk.publish_calendar(&clearing, None, &context.act()).await {
            Ok(_) => {
                context.desk.carry_over().await?;
                Ok(true)
            }
            Err(Unpublished::Nothing | Unpublished::Changed) => Ok(false),
            Err(Unpublished::Store(error)) => Err(Undone::Failed(error.into())),
        }
    }

    fn letters(&self, context: &Context, said: &Said<'_>) -> Vec<Letter> {
        let title = meeting::title(&self.meeting);
        let mut body = format!("{title} {}.\n\n", said.told);
        if !said.why.is_empty() {
            body.push_str(&format!("{}\n\n", said.why));
        }
        if self.public {
            body.push_str(&format!("{}/meetings/{}\n\n", context.desk.site.base, self.meeting.key()));
        }
        body.push_str("You get this message once, because you sit on the body or follow an item of the meeting.\n");
        let letter = |to: &String| Letter {
            to: to.clone(),
            subject: format!("{}: {title}", said.what.words()),
            body: body.clone(),
            about: format!("planned_meeting {}", self.meeting.id),
            holds_secret: false,
        };
        self.told.iter().map(letter).collect()
    }

    /// What follows for those who are told and for the public.
    pub fn follows(&self, context: &Context) -> Markup {
        let can = context.can(Act::Publish, &Subject::new(SubjectKind::Meeting));
        html! {
            p.govuk-body {
                @match self.told.len() {
                    0 => "Nobody is told by e-mail: no seat of the body and no follower of an item has an address on record.",
                    1 => "One person is told by e-mail, once.",
                    n => { (n) " people are told by e-mail, each once: the members of the body and those who follow its items." },
                }
            }
            p.govuk-body {
                @if self.public && can { "The meeting is public: its page, the calendar and the feeds say so at once." }
                @else if self.public { "The meeting is public. Somebody who may publish has to publish the calendar, so that its page says so." }
                @else { "Nothing of this meeting is public, and this does not change that." }
            }
        }
    }

    /// The notices that are to be given for another day, with the last day of each.
    pub fn notices(&self, context: &Context, to: Date) -> Markup {
        let Some(kind) = redress::plan::MeetingKind::of(self.sort) else { return html! {} };
        let private = self.private && kind == redress::plan::MeetingKind::Executive;
        let in_private = PRIVATE.iter().filter(|_| private);
        html! {
            h3.govuk-heading-s { "Notices to be given for the new day" }
            ul.govuk-list.govuk-list--bullet {
                @for (key, what) in redress::plan::notices(kind).iter().chain(in_private) { (notice(context, key, what, to)) }
            }
        }
    }
}

/// The notices of an item of the executive that is to be heard in private.
const PRIVATE: &[(&str, &str)] = &[
    ("exec_private_notice_28", "Publish the first notice of each item in private"),
    ("exec_private_notice_5", "Publish the second notice of each item in private"),
];

fn notice(context: &Context, key: &str, what: &str, to: Date) -> Markup {
    let Ok(duty) = redress::duty::find(key) else { return html! {} };
    let by = redress::duty::due_date(duty, &redress::duty::Inputs::from(to), &context.readings(), &context.desk.site.calendar);
    html! {
        li {
            (what)
            @if let Some(by) = by {
                ", by " (redress::day::with_weekday(by))
                @if by < context.now.date() { " " (crate::layout::tag("Too late", "red")) }
            }
            " (" (duty.cite) ")"
        }
    }
}

/// The items, as a list with a word about where they go.
pub fn items_go(items: &[(PlannedItem, bool)], chosen: &[i64], words: &str) -> Markup {
    html! {
        @if !chosen.is_empty() {
            h3.govuk-heading-s { (words) }
            ul.govuk-list.govuk-list--bullet {
                @for (planned, _) in items.iter().filter(|(planned, _)| chosen.contains(&planned.id)) { li { (item::title(planned)) } }
            }
        }
    }
}
