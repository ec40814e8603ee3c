//! A record that corrects, supersedes or rescinds another. The earlier one stays readable, with a link both ways.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What a record does to an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The record was wrong; the decision was always this.
    Corrects,
    /// Another decision is taken in its place.
    Supersedes,
    /// The decision no longer has effect, and none takes its place.
    Rescinds,
}

impl Relation {
    /// What the page of the earlier record says.
    pub fn words(self) -> &'static str {
        match self {
            Relation::Corrects => "corrected by",
            Relation::Supersedes => "superseded by",
            Relation::Rescinds => "rescinded by",
        }
    }
}

/// A link from a later record to an earlier one, by reference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The later record.
    pub later: String,
    /// What it does.
    pub relation: Relation,
    /// The earlier record.
    pub earlier: String,
    /// Since when.
    pub on: Date,
    /// Who linked them.
    pub by: String,
    /// Why.
    pub why: String,
}

/// Why a link is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CannotLink {
    /// A record does nothing to itself.
    #[error("a record cannot correct, supersede or rescind itself")]
    Itself,
    /// The earlier one has no effect any more.
    #[error("{earlier} was {} {by} already; link to {by}", .relation.words())]
    Already {
        /// The earlier record.
        earlier: String,
        /// What was done to it.
        relation: Relation,
        /// By which record.
        by: String,
    },
    /// The links would run in a ring.
    #[error("{0} goes back to this record already, so the links would run in a ring")]
    Ring(String),
    /// No person or reason is given.
    #[error("say {0}")]
    Missing(&'static str),
}

/// How a record stands on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "stands", rename_all = "snake_case")]
pub enum Stands {
    /// As it was recorded.
    AsRecorded,
    /// Another record tells what stands.
    Changed {
        /// What was done.
        relation: Relation,
        /// By which record.
        by: String,
        /// Since when.
        on: Date,
        /// The record that stands now, at the end of the links; none where the last was rescinded.
        now: Option<String>,
    },
}

/// The links between records. Links are added and never taken out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Links {
    links: Vec<Link>,
}

impl Links {
    /// Adds a link.
    pub fn add(&mut self, link: Link) -> Result<(), CannotLink> {
        if link.later == link.earlier {
            return Err(CannotLink::Itself);
        }
        if link.by.trim().is_empty() {
            return Err(CannotLink::Missing("who links them"));
        }
        if !crate::wrong::reasons(&link.why, 2) {
            return Err(CannotLink::Missing("why"));
        }
        if let Some(known) = self.changed(&link.earlier) {
            return Err(CannotLink::Already { earlier: known.earlier.clone(), relation: known.relation, by: known.later.clone() });
        }
        // Each record is changed once at most, so the way forward has no forks.
        let mut at = Some(link.later.as_str());
        while let Some(reference) = at {
            if reference == link.earlier {
                return Err(CannotLink::Ring(link.later.clone()));
            }
            at = self.changed(reference).map(|l| l.later.as_str());
        }
        self.links.push(link);
        Ok(())
    }

    /// How a record stands on a day.
    pub fn stands(&self, reference: &str, today: Date) -> Stands {
        let on = |reference: &str| self.changed(reference).filter(|l| l.on <= today);
        let Some(first) = on(reference) else { return Stands::AsRecorded };
        let mut last = first;
        while let Some(next) = on(&last.later) {
            last = next;
        }
        let now = (last.relation != Relation::Rescinds).then(|| last.later.clone());
        Stands::Changed { relation: first.relation, by: first.later.clone(), on: first.on, now }
    }

    /// Earlier records that a record changes: the other end.
    pub fn changes(&self, reference: &str) -> impl Iterator<Item = &Link> {
        self.links.iter().filter(move |l| l.later == reference)
    }

    fn changed(&self, reference: &str) -> Option<&Link> {
        self.links.iter().find(|l| l.earlier == reference)
    }
}
