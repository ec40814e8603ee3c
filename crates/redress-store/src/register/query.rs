//! What a list asks of the register, and what it gets: a page of entries with the whole count.

use jiff::Timestamp;
use jiff::civil::Date;
use redress::public::{Kind, Record, publication::Publication};
use serde::Serialize;

/// A list of records of one kind.
#[derive(Debug, Clone)]
pub struct Query {
    /// The kind.
    pub kind: Kind,
    /// Only this body's, by its address.
    pub body: Option<String>,
    /// Only this year's.
    pub year: Option<i16>,
    /// Only this service's.
    pub service: Option<String>,
    /// From this day on.
    pub from: Option<Date>,
    /// Up to this day.
    pub to: Option<Date>,
    /// Only with these values: a decision's `maker`, `key`, `call_in`.
    pub facets: Vec<(&'static str, String)>,
    /// Title holds these words, letter case aside.
    pub title: Option<String>,
    /// The order.
    pub order: Order,
    /// The page, from 1.
    pub page: u32,
    /// Entries a page.
    pub per_page: u32,
}

impl Query {
    /// Everything of a kind, newest first, the first fifty.
    pub fn of(kind: Kind) -> Query {
        Query {
            kind,
            body: None,
            year: None,
            service: None,
            from: None,
            to: None,
            facets: Vec::new(),
            title: None,
            order: Order::Newest,
            page: 1,
            per_page: 50,
        }
    }
}

/// The order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Latest day first; records without a day last.
    Newest,
    /// Earliest day first.
    Oldest,
    /// By title.
    Title,
}

/// Which records belong together.
#[derive(Debug, Clone, Copy)]
pub enum Belonging<'a> {
    /// To a meeting or an item, by its key.
    Parent(&'a str),
    /// To an issue, by its number.
    Issue(u64),
    /// To a case, by the reference's address `23-006-024`.
    Case(&'a str),
}

/// A line of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// The kind.
    pub kind: Kind,
    /// The key.
    pub key: String,
    /// The address below the site's root.
    pub address: String,
    /// The title.
    pub title: String,
    /// The day it is listed under.
    pub on: Option<Date>,
    /// The body's address.
    pub body: Option<String>,
    /// The body's name as published.
    pub body_name: Option<String>,
    /// The service.
    pub service: Option<String>,
    /// The version that stands.
    pub version: u32,
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Page<T> {
    /// The entries.
    pub entries: Vec<T>,
    /// How many there are in all.
    pub total: u64,
    /// This page, from 1.
    pub page: u32,
    /// Entries a page.
    pub per_page: u32,
}

impl<T> Page<T> {
    /// How many pages there are, at least one.
    pub fn pages(&self) -> u32 {
        u32::try_from(self.total.div_ceil(u64::from(self.per_page.max(1)))).unwrap_or(u32::MAX).max(1)
    }
}

/// A record as it stands, with its publication.
#[derive(Debug, Clone, PartialEq)]
pub struct Published {
    /// The publication that stands.
    pub publication: Publication,
    /// The record; none after a withdrawal, when the publication's reason stands in its place.
    pub record: Option<Record>,
}

/// What a publication did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The first of its record.
    New,
    /// A later version.
    Changed,
    /// It took the record away.
    Withdrawn,
}

/// The publication log, filtered.
#[derive(Debug, Clone, Default)]
pub struct LogQuery {
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Only this record, with `kind`.
    pub key: Option<String>,
    /// Only before this place in the log.
    pub before: Option<u64>,
    /// Only from this instant on.
    pub since: Option<Timestamp>,
    /// Only before this instant.
    pub until: Option<Timestamp>,
    /// Only what was published first, changed, or withdrawn.
    pub change: Option<Change>,
    /// How many at most.
    pub most: u32,
}
