//! What every page needs: the register, the search index, the council's name and the site's own address.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use redress::calendar::Calendar;
use redress::public::publication::Publication;
use redress::public::{Kind, Record};
use redress_store::register::Register;
use redress_store::register::query::{Belonging, Entry, Order, Published, Query};
use redress_store::search::Search;

use crate::cache::Cache;
use crate::clock::Clock;
use crate::council::{Council, Now};
use crate::failure::Failure;

/// The public site.
#[derive(Clone)]
pub struct Site {
    /// The published record.
    pub register: Register,
    /// The index of its words.
    pub search: Search,
    /// The council's name and how it works, as the settings say now.
    pub council: Now,
    /// The site's own address, without a slash at its end, for feeds: `https://democracy.example`.
    pub base: Arc<str>,
    /// The bank holidays that dates are counted with.
    pub calendar: Arc<Calendar>,
    /// The clock that it goes by.
    pub clock: Clock,
    /// What filters offer, kept until something is published.
    pub choices: Choices,
    /// Whether the desk stands beside it on this node.
    pub has_desk: bool,
    /// Answers kept until something is published.
    pub kept_answers: Arc<Cache>,
}

/// Choices by what they are of: value and words.
type Offered = HashMap<&'static str, Arc<Vec<(String, String)>>>;

/// What filters offer: every search and list shows them, and they change only when something is published.
#[derive(Clone, Default)]
pub struct Choices {
    kept: Arc<Mutex<Offered>>,
}

impl Choices {
    /// Forgets them: something was published.
    pub fn forget(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> MutexGuard<'_, Offered> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Site {
    /// A site over a register and its index.
    pub fn new(register: Register, search: Search, authority: &str, base: &str, calendar: Arc<Calendar>) -> Site {
        Site {
            register,
            search,
            council: Now::new(Council::named(authority)),
            base: base.into(),
            calendar,
            clock: Clock::default(),
            choices: Choices::default(),
            has_desk: false,
            kept_answers: Arc::default(),
        }
    }

    /// How the council works now.
    pub fn council(&self) -> Arc<Council> {
        self.council.get()
    }

    /// The council's name now.
    pub fn authority(&self) -> Arc<str> {
        self.council().authority.clone()
    }

    /// Reads the settings again; says whether one changed.
    pub async fn reread_settings(&self) -> Result<bool, Failure> {
        let council = Council::of(&self.register.settings().await?);
        let changed = *self.council() != council;
        if changed {
            self.council.set(council);
        }
        Ok(changed)
    }

    /// The years in which records of a kind are listed, newest first.
    pub async fn years(&self, kind: Kind) -> Result<Vec<i16>, Failure> {
        if let Some(kept) = self.kept(kind.word()) {
            return Ok(kept.iter().filter_map(|(year, _)| year.parse().ok()).collect());
        }
        let years = self.register.years(kind).await?;
        self.keep(kind.word(), years.iter().map(|year| (year.to_string(), year.to_string())).collect());
        Ok(years)
    }

    fn kept(&self, what: &'static str) -> Option<Vec<(String, String)>> {
        self.choices.lock().get(what).map(|kept| kept.as_ref().clone())
    }

    fn keep(&self, what: &'static str, choices: Vec<(String, String)>) -> Vec<(String, String)> {
        self.choices.lock().insert(what, Arc::new(choices.clone()));
        choices
    }

    /// The record that stands; a withdrawn one is gone with its reason.
    pub async fn standing(&self, kind: Kind, key: &str) -> Result<(Publication, Record), Failure> {
        let Published { publication, record } = self.register.record(kind, key).await?.ok_or(Failure::NotFound)?;
        match record {
            Some(record) => Ok((publication, record)),
            None => Err(Failure::Gone(Box::new(publication))),
        }
    }

    /// The records that belong to another, those that stand.
    pub async fn belonging(&self, kind: Kind, to: Belonging<'_>) -> Result<Vec<Record>, Failure> {
        let found = self.register.belonging(kind, to).await?;
        Ok(found.into_iter().filter_map(|published| published.record).collect())
    }

    /// Every entry of a kind. For kinds that a council has hundreds of, not thousands.
    pub async fn all(&self, kind: Kind, order: Order) -> Result<Vec<Entry>, Failure> {
        let mut query = Query { order, per_page: 500, ..Query::of(kind) };
        let mut entries = Vec::new();
        loop {
            let page = self.register.list(&query).await?;
            entries.extend(page.entries.iter().cloned());
            if query.page >= page.pages() {
                return Ok(entries);
            }
            query.page += 1;
        }
    }

    /// The bodies as choices of a filter.
    pub async fn body_choices(&self) -> Result<Vec<(String, String)>, Failure> {
        if let Some(kept) = self.kept("bodies") {
            return Ok(kept);
        }
        let bodies = self.all(Kind::Body, Order::Title).await?;
        Ok(self.keep("bodies", bodies.into_iter().map(|body| (body.key, body.title)).collect()))
    }

    /// The services as choices of a filter.
    pub async fn service_choices(&self) -> Result<Vec<(String, String)>, Failure> {
        if let Some(kept) = self.kept("services") {
            return Ok(kept);
        }
        let services = self.register.services().await?;
        Ok(self.keep("services", services.into_iter().map(|service| (service.clone(), service)).collect()))
    }
}
