//! What every page needs: the register, the search index, the council's name and the site's own address.

use std::sync::Arc;

use redress::public::publication::Publication;
use redress::public::{Kind, Record};
use redress_store::register::Register;
use redress_store::register::query::{Belonging, Entry, Order, Published, Query};
use redress_store::search::Search;

use crate::failure::Failure;

/// The public site.
#[derive(Clone)]
pub struct Site {
    /// The published record.
    pub register: Register,
    /// The index of its words.
    pub search: Search,
    /// The council's name.
    pub authority: Arc<str>,
    /// The site's own address, without a slash at its end, for feeds: `https://democracy.example`.
    pub base: Arc<str>,
}

impl Site {
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
        let bodies = self.all(Kind::Body, Order::Title).await?;
        Ok(bodies.into_iter().map(|body| (body.key, body.title)).collect())
    }

    /// The services as choices of a filter.
    pub async fn service_choices(&self) -> Result<Vec<(String, String)>, Failure> {
        Ok(self.register.services().await?.into_iter().map(|service| (service.clone(), service)).collect())
    }
}
