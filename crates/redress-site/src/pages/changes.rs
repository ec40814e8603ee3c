//! The publication log: what was published, when, and why, the newest first.

use axum::extract::State;
use axum::http::header::{CONTENT_TYPE, LINK};
use axum::response::IntoResponse;
use maud::{Markup, html};
use redress::public::publication::Publication;
use redress::public::{Kind, address};
use redress_store::register::query::{Change, LogQuery};
use serde::Serialize;

use super::asked::Asked;
use super::{Answer, Format, Head, Render, Section, answer};
use crate::clock;
use crate::failure::Failure;
use crate::layout::{filter::Filter, published, tag};
use crate::site::Site;

const SHOWN: u32 = 50;

/// A stretch of the log.
#[derive(Debug, Serialize)]
pub struct Changes {
    /// What was asked.
    pub filter: Filter,
    /// The publications, the newest first.
    pub publications: Vec<Publication>,
    /// Where the next stretch starts; none at the end of the log.
    pub before: Option<u64>,
    #[serde(skip)]
    asked: Asked,
}

/// `/changes`
pub async fn list(State(site): State<Site>, format: Format, asked: Asked) -> Answer {
    Ok(answer(&site, &format, &load(&site, &asked).await?))
}

async fn load(site: &Site, asked: &Asked) -> Result<Changes, Failure> {
    let mut problems = Vec::new();
    let kind = asked.read("kind", &mut problems, "Kind must be one of those in the list", Kind::of_word);
    let change = asked.read("change", &mut problems, "Change must be one of those in the list", |word| match word {
        "new" => Some(Change::New),
        "changed" => Some(Change::Changed),
        "withdrawn" => Some(Change::Withdrawn),
        _ => None,
    });
    let from = asked.date("from", &mut problems);
    let to = asked.date("to", &mut problems);
    let since = from.and_then(|day| clock::instant(day.at(0, 0, 0, 0)));
    let until = to.and_then(|day| redress::counting::plus(day, 1)).and_then(|day| clock::instant(day.at(0, 0, 0, 0)));
    let before = asked.read("before", &mut problems, "Before must be a place in the log, a whole number", |v| v.parse().ok());
    // One more than is shown tells whether there are more.
    let mut publications =
        site.register.log(&LogQuery { kind, before, since, until, change, most: SHOWN + 1, ..LogQuery::default() }).await?;
    let more = publications.len() > SHOWN as usize;
    publications.truncate(SHOWN as usize);
    let before = publications.last().filter(|_| more).map(|p| p.seq);
    let kinds = Kind::ALL.iter().map(|kind| (kind.word().to_string(), kind.words().to_string())).collect();
    let changes = [("new", "Published first"), ("changed", "Changed"), ("withdrawn", "Withdrawn")];
    let changes = changes.map(|(value, words)| (value.to_string(), words.to_string())).into();
    let filter = Filter::new("/changes", asked, problems)
        .choice("kind", "Kind of record", kinds)
        .choice("change", "Change", changes)
        .words("from", "From", "For example, 27 March 2025")
        .words("to", "To", "");
    Ok(Changes { filter, publications, before, asked: asked.clone() })
}

impl Render for Changes {
    fn head(&self) -> Head {
        let own = self.asked.address("/changes", &["kind", "change", "from", "to", "before"]);
        Head { wrong: self.filter.wrong(), ..Head::new("Changes", own, Section::Changes) }
    }

    fn body(&self) -> Markup {
        html! {
            (self.filter.errors())
            h1.govuk-heading-l { "Changes" }
            p.govuk-body {
                a.govuk-link href="/changes/log.jsonl" { "Keep a copy of the log" } ": with it anybody can prove a later alteration."
            }
            p.govuk-body {
                "Everything that was published here, the newest first. Nothing is edited: a correction is a new version, and a withdrawal leaves its reason. "
                a.govuk-link href="/feeds/changes.atom" { "Follow the changes in a feed reader" } "."
            }
            div.govuk-grid-row {
                div.govuk-grid-column-one-third { (self.filter.form()) }
                div.govuk-grid-column-two-thirds {
                    (self.filter.chosen())
                    @if self.publications.is_empty() {
                        p.govuk-body { "Nothing that fits was published. " a.govuk-link href="/changes" { "See every change" } "." }
                    } @else {
                        ul.redress-entries { @for publication in &self.publications { (line(publication)) } }
                    }
                    @if let Some(before) = self.before {
                        p.govuk-body { a.govuk-link rel="next" href=(self.asked.address_with("/changes", "before", &before.to_string())) { "Older changes" } }
                    }
                }
            }
        }
    }
}

/// How many lines of the log are sent at once.
const LINES: u32 = 500;

/// `/changes/log.jsonl`: the log itself, oldest first, one publication a line, for keeping; `after` gives the next lines.
pub async fn log(State(site): State<Site>, asked: Asked) -> Answer {
    let after = asked.get("after").parse().unwrap_or(0);
    let rows = site.register.log_after(after, LINES).await?;
    let mut text = String::new();
    for row in &rows {
        text.push_str(&serde_json::to_string(&row.line()).map_err(|error| Failure::Store(error.to_string().into()))?);
        text.push('\n');
    }
    let next = rows.last().map_or(after, |row| u64::try_from(row.line().seq).unwrap_or(after));
    let more = format!("<{}/changes/log.jsonl?after={next}>; rel=\"next\"", site.base);
    Ok(([(CONTENT_TYPE, "application/jsonl".to_string()), (LINK, more)], text).into_response())
}

/// A publication as a line of a list.
pub fn line(publication: &Publication) -> Markup {
    html! {
        li.redress-entry {
            p.redress-entry__title {
                a.govuk-link href=(address(publication.kind, &publication.key)) { (published::title(publication)) }
                @if publication.withdrawn { " " (tag("Withdrawn", "red")) }
            }
            p.redress-entry__facts {
                (publication.kind.words()) ", "
                a.govuk-link href=(published::versions_address(publication)) { "version " (publication.version) span.govuk-visually-hidden { " of " (published::title(publication)) } }
                ", " (redress::day::long(clock::day_of(publication.published_at))) ", by " (publication.by) ": "
                (publication.reason)
            }
        }
    }
}
