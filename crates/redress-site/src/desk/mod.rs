//! The desk's pages and acts: what officers and members see and do when they have signed in.

/// The answers of a form, shown back before the deed is done.
pub mod check;
/// How a report was considered.
pub mod considered;
/// Copies for members.
pub mod copies;
/// Something that an officer does.
pub mod deed;
/// Everything that an officer does.
pub mod deeds;
/// The desk as programs read it.
pub mod described;
/// A document that the program drafts.
pub mod document;
/// What recommendations need, and what was filed.
pub mod evidence;
/// A field of a form.
pub mod field;
/// A form as it was filled in.
pub mod filled;
/// Findings of fault, for the monitoring officer's report.
pub mod findings;
/// The forward plan.
pub mod forward_plan;
/// The frame around the desk's pages.
pub mod frame;
/// The fields of a form as a page shows them.
pub mod inputs;
/// Where a case stands on the two ladders.
pub mod ladder;
/// What stays behind when somebody leaves a post.
pub mod leaving;
/// The minutes of a meeting, loaded.
pub mod minutes;
/// The letter that asks for more time.
pub mod more_time;
/// Posts as forms name them.
pub mod named_posts;
/// What is owed.
pub mod owing;
/// A person's own calendar.
pub mod own_calendar;
/// What there is.
pub mod pages;
/// What of a meeting is ready to be published.
pub mod proposal;
/// What comes back to a body again and again.
pub mod recurring;
/// What is told to whom.
pub mod reminders;
/// Whether a reply may go.
pub mod reply;
/// A finished report as a file.
pub mod report_file;
/// What is owed of officers' reports.
pub mod report_owing;
/// The room of a meeting, and what is taken down in it.
pub mod room;
/// Every address of the desk.
pub mod routes;
/// Words that the public may come to read.
pub mod safe_words;
/// What a paper of the Ombudsman's starts.
pub mod started;

use std::sync::Arc;

use redress_store::desk::Desk;
use redress_store::desk::journal::Act;
use redress_store::register::Register;

pub use routes::router;

use crate::clock::Clock;
use crate::failure::Failure;
use crate::sign_in::settings::Settings;
use crate::site::Site;

/// What every page of the desk needs. A public node has none.
#[derive(Clone)]
pub struct DeskSite {
    /// The public site beside it: names, calendar, clock.
    pub site: Site,
    /// The working record.
    pub desk: Desk,
    /// The register, for carrying over what is published here.
    pub register: Register,
    /// How people sign in.
    pub sign_in: Arc<Settings>,
    /// The address of the council's virus scanner, where it has one.
    pub scanner: Option<Arc<str>>,
}

impl DeskSite {
    /// The clock.
    pub fn clock(&self) -> &Clock {
        &self.site.clock
    }

    /// Keeps settings, carries them over, and goes by them at once.
    pub async fn keep_settings(&self, settings: &[(&str, &str)], act: &Act<'_>) -> Result<(), Failure> {
        self.desk.set_all(settings, act).await?;
        self.carry_over().await?;
        self.site.reread_settings().await?;
        Ok(())
    }

    /// Carries what was just published over to the register; from then on this node answers with it, or without it.
    pub async fn carry_over(&self) -> Result<(), Failure> {
        self.register.follow(&self.desk).await?;
        self.site.choices.forget();
        self.site.kept_answers.forget();
        Ok(())
    }
}

/// Whether an address is private: its answers are kept nowhere.
pub fn is_private(path: &str) -> bool {
    let desk = ["/desk", "/members"]
        .iter()
        .any(|door| path.strip_prefix(door).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '.', '?'])));
    // The calendar of meetings is public; under it stand the secret addresses of personal ones.
    desk || path.starts_with("/calendar/")
}
