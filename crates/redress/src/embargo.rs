//! An embargo: the Ombudsman's report is with the council and not yet public. Lifting it publishes nothing.

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use crate::day::long;
use crate::reader::{Role, SignedIn};
use crate::restriction::Audience;

/// What a chosen title would give away.
mod title;

pub use title::{Tells, title_tells};

/// An embargo as it was held, and what was reported of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Embargo {
    /// Who holds it.
    pub held_by: String,
    /// Since when.
    pub held_at: DateTime,
    /// What ends it.
    pub lifts: Lifts,
    /// The title that public pages and lists show.
    pub safe_title: String,
    /// Who else may read what it covers.
    pub audience: Audience,
    /// Publications by the Ombudsman that were reported, oldest first.
    #[serde(default)]
    pub reported: Vec<EventReport>,
    /// Places where it was seen without the Ombudsman having published it. They change nothing.
    #[serde(default)]
    pub leaks: Vec<Leak>,
}

/// What ends an embargo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lifts {
    /// A moment that the Ombudsman's letter names.
    At(DateTime),
    /// An event, in the letter's words; it counts once it is reported and confirmed.
    Event(String),
    /// Nothing: the Ombudsman directed under the Local Government Act 1974, section 30(7), that it is not to be publicised.
    Never,
}

/// Somebody saw that the Ombudsman published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventReport {
    /// The account of who saw it.
    pub by_account: i64,
    /// Their name.
    pub by: String,
    /// When they said so.
    pub at: DateTime,
    /// Where it is.
    pub address: String,
    /// When it was published.
    pub published_at: DateTime,
    /// The second person's word; none before it is given.
    #[serde(default)]
    pub confirmed: Option<Confirmation>,
}

/// The second person's word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmation {
    /// The account.
    pub by_account: i64,
    /// The name.
    pub by: String,
    /// When.
    pub at: DateTime,
}

/// It was seen where it should not be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leak {
    /// Who logged it.
    pub by: String,
    /// When.
    pub at: DateTime,
    /// Where it was seen.
    pub where_seen: String,
    /// What else is known.
    pub note: String,
}

/// What an embargo is at a moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum State {
    /// It covers its papers.
    Held,
    /// It is over.
    Lifted {
        /// Since when.
        at: DateTime,
        /// By what.
        how: Lifting,
    },
    /// It covers its papers for good.
    NotToBePublicised,
}

/// What lifted an embargo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Lifting {
    /// Its moment came.
    Moment,
    /// The Ombudsman published, as reported and confirmed.
    Event {
        /// Where.
        address: String,
    },
}

/// Why a publication cannot be reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CannotReport {
    /// A direction keeps it from ever being publicised.
    #[error("the Ombudsman directed that it is not to be publicised, so no publication lifts the embargo; log it as a leak")]
    NotToBePublicised,
    /// It is over.
    #[error("the embargo is already lifted")]
    AlreadyLifted,
    /// No address of a page.
    #[error("give the address of the Ombudsman's page, beginning with https:// or http://")]
    NoAddress,
    /// It would be published after it was seen.
    #[error("it cannot have been published after it was seen")]
    PublishedLater,
}

/// Why a report cannot be confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CannotConfirm {
    /// There is none of that number.
    #[error("there is no such report")]
    NoSuchReport,
    /// It was.
    #[error("somebody has confirmed it already")]
    AlreadyConfirmed,
    /// Who reported it cannot confirm it.
    #[error("another person than the one who reported it must confirm it")]
    SamePerson,
    /// Only the monitoring officer or the deputy can.
    #[error("only the monitoring officer or the deputy confirms it")]
    NotTheRole,
    /// A service account confirms nothing.
    #[error("a person must confirm it, not a program")]
    NotAPerson,
    /// The confirmation would come before the report.
    #[error("it cannot be confirmed before it was reported")]
    BeforeTheReport,
    /// A direction keeps it from ever being publicised.
    #[error("the Ombudsman directed that it is not to be publicised, so nothing lifts the embargo")]
    NotToBePublicised,
}

impl Embargo {
    /// What it is at a moment: only its own moment or a confirmed publication lifts it. A newspaper does not.
    pub fn state(&self, now: DateTime) -> State {
        let confirmed = self.reported.iter().filter_map(|r| {
            let at = r.confirmed.as_ref()?.at;
            Some((at, Lifting::Event { address: r.address.clone() }))
        });
        let moment = match self.lifts {
            Lifts::Never => return State::NotToBePublicised,
            Lifts::At(at) => Some((at, Lifting::Moment)),
            Lifts::Event(_) => None,
        };
        // The Ombudsman may publish before the day of the letter.
        let first = confirmed.chain(moment).filter(|(at, _)| *at <= now).min_by_key(|(at, _)| *at);
        first.map_or(State::Held, |(at, how)| State::Lifted { at, how })
    }

    /// Whether it still covers its papers at a moment.
    pub fn covers(&self, now: DateTime) -> bool {
        !matches!(self.state(now), State::Lifted { .. })
    }

    /// Writes down that the Ombudsman published. It lifts nothing before it is confirmed.
    pub fn report_event(&mut self, report: EventReport) -> Result<(), CannotReport> {
        match self.state(report.at) {
            State::NotToBePublicised => return Err(CannotReport::NotToBePublicised),
            State::Lifted { .. } => return Err(CannotReport::AlreadyLifted),
            State::Held => {}
        }
        let host = report.address.strip_prefix("https://").or_else(|| report.address.strip_prefix("http://"));
        if host.is_none_or(|h| !h.contains('.') || h.contains(char::is_whitespace)) {
            return Err(CannotReport::NoAddress);
        }
        if report.published_at > report.at {
            return Err(CannotReport::PublishedLater);
        }
        self.reported.push(EventReport { confirmed: None, ..report });
        Ok(())
    }

    /// Confirms a report, by its place in the list: another person than the reporter, as monitoring officer or deputy.
    pub fn confirm_event(&mut self, report: usize, by: &SignedIn, at: DateTime) -> Result<(), CannotConfirm> {
        if self.lifts == Lifts::Never {
            return Err(CannotConfirm::NotToBePublicised);
        }
        let report = self.reported.get_mut(report).ok_or(CannotConfirm::NoSuchReport)?;
        if report.confirmed.is_some() {
            return Err(CannotConfirm::AlreadyConfirmed);
        }
        if report.by_account == by.account {
            return Err(CannotConfirm::SamePerson);
        }
        if by.scopes.is_some() {
            return Err(CannotConfirm::NotAPerson);
        }
        if !by.is_any(&[Role::MonitoringOfficer, Role::DeputyMonitoringOfficer]) {
            return Err(CannotConfirm::NotTheRole);
        }
        if at < report.at {
            return Err(CannotConfirm::BeforeTheReport);
        }
        report.confirmed = Some(Confirmation { by_account: by.account, by: by.name.clone(), at });
        Ok(())
    }

    /// Writes down a leak. The embargo stays what it is.
    pub fn log_leak(&mut self, leak: Leak) {
        self.leaks.push(leak);
    }
}

/// The title for public lists while a report is under embargo: no reference, no service, no subject.
pub fn safe_title(dated: Date) -> String {
    format!("Consideration of and decision on the report of the Local Government and Social Care Ombudsman dated {}", long(dated))
}

#[cfg(test)]
mod tests;
