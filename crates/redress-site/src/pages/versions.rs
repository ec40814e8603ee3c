//! Every version of a record, with the words that each changed.

use axum::extract::{Path, State};
use maud::{Markup, html};
use redress::difference::{Run, words};
use redress::public::publication::Publication;
use redress::public::{Kind, address};
use redress_store::register::query::LogQuery;
use serde::Serialize;

use super::{Answer, Format, Head, Render, Section, answer};
use crate::clock;
use crate::failure::Failure;
use crate::layout::{compared, published, tag};
use crate::site::Site;

const MOST: u32 = 100;

/// The versions of a record, the newest first.
#[derive(Debug, Serialize)]
pub struct Versions {
    /// The kind.
    pub kind: Kind,
    /// The key.
    pub key: String,
    /// The title of the version that stands.
    pub title: String,
    /// The record was withdrawn: its words are no longer shown.
    pub withdrawn: bool,
    /// The versions.
    pub versions: Vec<Version>,
}

/// A version.
#[derive(Debug, Serialize)]
pub struct Version {
    /// Its publication.
    pub publication: Publication,
    /// The words that it changed against the version before; none for the first.
    pub changed: Option<Vec<Run>>,
}

/// `/versions/{kind}/{key}`
pub async fn list(State(site): State<Site>, format: Format, Path((kind, key)): Path<(String, String)>) -> Answer {
    let kind = Kind::of_word(&kind).ok_or(Failure::NotFound)?;
    Ok(answer(&site, &format, &load(&site, kind, &key).await?))
}

async fn load(site: &Site, kind: Kind, key: &str) -> Result<Versions, Failure> {
    let log = site.register.log(&LogQuery { kind: Some(kind), key: Some(key.into()), most: MOST, ..LogQuery::default() }).await?;
    let newest = log.first().ok_or(Failure::NotFound)?;
    let (title, withdrawn) = (published::title(newest), newest.withdrawn);
    let mut versions: Vec<Version> = Vec::with_capacity(log.len());
    let mut before: Option<String> = None;
    for publication in log.into_iter().rev() {
        // A withdrawal takes the words of every version away.
        let text = if withdrawn { None } else { text(site, &publication).await? };
        let changed = before.as_deref().zip(text.as_deref()).map(|(before, now)| words(before, now));
        before = text.or(before);
        versions.push(Version { publication, changed });
    }
    versions.reverse();
    Ok(Versions { kind, key: key.into(), title, withdrawn, versions })
}

async fn text(site: &Site, publication: &Publication) -> Result<Option<String>, Failure> {
    let found = site.register.version(publication.kind, &publication.key, publication.version).await?;
    let listing = found.and_then(|published| published.record).map(|record| record.listing());
    Ok(listing.map(|listing| format!("{}\n\n{}", listing.title, listing.text)))
}

impl Render for Versions {
    fn head(&self) -> Head {
        let own = format!("/versions/{}/{}", self.kind.word(), self.key);
        let mut head = Head::new(format!("Versions: {}", self.title), own, Section::Changes).under("Changes", "/changes");
        if !self.withdrawn {
            head = head.under(self.title.clone(), address(self.kind, &self.key));
        }
        head
    }

    fn body(&self) -> Markup {
        html! {
            span.govuk-caption-l { (self.kind.words()) }
            h1.govuk-heading-l { "Versions of " (self.title) }
            @if self.withdrawn {
                p.govuk-body { "This record was withdrawn. That it was published, when and why stays on record; its words are no longer shown." }
            } @else {
                p.govuk-body { "Each version stays as it was published. Below, each is set against the one before it." }
                (compared::key("the version before", "the newer version"))
            }
            @for version in &self.versions { (self.section(version)) }
        }
    }
}

impl Versions {
    fn section(&self, version: &Version) -> Markup {
        let publication = &version.publication;
        html! {
            section.redress-item {
                h2.govuk-heading-m { "Version " (publication.version) @if publication.withdrawn { " " (tag("Withdrawn", "red")) } }
                p.govuk-body {
                    "Published " (crate::layout::summary::day(clock::day_of(publication.published_at)))
                    " by " (publication.by) ": " (publication.reason)
                }
                @match &version.changed {
                    Some(runs) if runs.iter().all(|r| matches!(r, Run::Same(_))) => p.redress-said { "No word of its texts changed." },
                    Some(runs) => div.redress-record.redress-record--quoted { p { (compared::show(runs)) } },
                    None => {},
                }
                p.redress-meta { "Place " (publication.seq) " in the log, hash " span.redress-hash { (publication.hash) } }
            }
        }
    }
}
