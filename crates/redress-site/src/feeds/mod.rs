//! What programs read: feeds, calendar, sitemap, and the description of the JSON twins.

/// The calendar of meetings.
pub mod calendar;
/// The description of the JSON twins.
pub mod openapi;
/// Every address, for search engines.
pub mod sitemap;

use atom_syndication::{Entry as AtomEntry, Feed as AtomFeed, FixedDateTime, Link, Person, Text};
use axum::extract::{Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use redress::public::publication::Publication;
use redress::public::{Kind, address};
use redress_store::register::query::LogQuery;

use crate::failure::Failure;
use crate::layout::published;
use crate::pages::Answer;
use crate::pages::asked::Asked;
use crate::site::Site;

const MOST: u32 = 50;

/// A feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feed {
    /// Meetings and what is before them.
    Meetings,
    /// Decisions.
    Decisions,
    /// The forward plan.
    ForwardPlan,
    /// The Ombudsman's cases.
    Ombudsman,
    /// Everything.
    Changes,
}

impl Feed {
    /// Every feed.
    pub const ALL: [Feed; 5] = [Feed::Meetings, Feed::ForwardPlan, Feed::Decisions, Feed::Ombudsman, Feed::Changes];

    /// The word in its address.
    pub fn words(self) -> &'static str {
        match self {
            Feed::Meetings => "meetings",
            Feed::ForwardPlan => "forward-plan",
            Feed::Decisions => "decisions",
            Feed::Ombudsman => "ombudsman",
            Feed::Changes => "changes",
        }
    }

    /// What a link calls it.
    pub fn name(self) -> &'static str {
        match self {
            Feed::ForwardPlan => "forward plan",
            Feed::Ombudsman => "Ombudsman cases",
            other => other.words(),
        }
    }

    /// Its address.
    pub fn address(self) -> String {
        format!("/feeds/{}.atom", self.words())
    }

    /// Its title without the council's name.
    pub fn title(self) -> &'static str {
        match self {
            Feed::Meetings => "Meetings as they are published",
            Feed::ForwardPlan => "The forward plan as it is published",
            Feed::Decisions => "Decisions as they are published",
            Feed::Ombudsman => "Ombudsman cases as they are published",
            Feed::Changes => "Everything as it is published",
        }
    }

    fn kind(self) -> Option<Kind> {
        match self {
            Feed::Meetings => Some(Kind::Meeting),
            Feed::ForwardPlan => Some(Kind::ForwardPlan),
            Feed::Decisions => Some(Kind::Decision),
            Feed::Ombudsman => Some(Kind::Case),
            Feed::Changes => None,
        }
    }
}

/// `/feeds/{what}.atom`; that of all changes can be narrowed to a kind.
pub async fn atom(State(site): State<Site>, Path(name): Path<String>, asked: Asked) -> Answer {
    let feed = Feed::ALL.into_iter().find(|f| name.strip_suffix(".atom") == Some(f.words())).ok_or(Failure::NotFound)?;
    let query = LogQuery { kind: feed.kind().or_else(|| Kind::of_word(asked.get("kind"))), most: MOST, ..LogQuery::default() };
    let written = write(&site.authority(), &site.base, feed, &site.register.log(&query).await?);
    Ok(([(CONTENT_TYPE, "application/atom+xml; charset=utf-8")], written).into_response())
}

/// The feed as XML. It is dated by what it holds, so that the same content has the same bytes.
fn write(authority: &str, base: &str, feed: Feed, log: &[Publication]) -> String {
    let own = format!("{base}{}", feed.address());
    // The log is in the order of its chain; two nodes' clocks may differ, and a reader takes the first entry for the newest.
    let mut log: Vec<&Publication> = log.iter().collect();
    log.sort_by_key(|publication| std::cmp::Reverse(publication.published_at));
    let link = |rel: &str, href: String| Link { href, rel: rel.into(), ..Link::default() };
    let list = feed.kind().map_or("/changes".into(), |kind| format!("/changes?kind={}", kind.word()));
    AtomFeed {
        title: Text::plain(format!("{authority}: {}", feed.title())),
        id: own.clone(),
        updated: log.first().map(|newest| at(newest)).unwrap_or_default(),
        authors: vec![Person { name: authority.into(), ..Person::default() }],
        links: vec![link("self", own), link("alternate", format!("{base}{list}"))],
        entries: log.iter().map(|publication| entry(base, publication)).collect(),
        lang: Some("en-GB".into()),
        ..AtomFeed::default()
    }
    .to_string()
}

fn entry(base: &str, publication: &Publication) -> AtomEntry {
    let page = format!("{base}{}", address(publication.kind, &publication.key));
    AtomEntry {
        title: Text::plain(published::title(publication)),
        id: format!("{page}#version-{}", publication.version),
        updated: at(publication),
        published: Some(at(publication)),
        links: vec![Link { href: page, rel: "alternate".into(), ..Link::default() }],
        summary: Some(Text::plain(format!("{}, version {}. {}", publication.kind.words(), publication.version, publication.reason))),
        ..AtomEntry::default()
    }
}

fn at(publication: &Publication) -> FixedDateTime {
    publication.published_at.to_string().parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feed_escapes_and_links() {
        let publication = Publication {
            seq: 9,
            kind: Kind::Item,
            key: "2026-02-04-cabinet/7".into(),
            version: 2,
            title: "Findings <b>& more".into(),
            published_at: "2026-02-11T09:30:00Z".parse().expect("an instant"),
            by: "import".into(),
            reason: "minutes added".into(),
            withdrawn: false,
            hash: String::new(),
        };
        let xml = write("Council", "https://council.example", Feed::Changes, &[publication]);
        assert!(xml.contains("Findings &lt;b&gt;&amp; more"), "{xml}");
        assert!(xml.contains("https://council.example/meetings/2026-02-04-cabinet/items/7"));
        assert!(xml.contains("<updated>2026-02-11T09:30:00+00:00</updated>"));
    }
}
