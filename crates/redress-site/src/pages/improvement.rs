//! A recommendation that is not for a person: what was asked, answered, claimed and accepted, and what was asked of the same
//! service before and after.

use axum::extract::{Path, State};
use jiff::civil::Date;
use maud::{Markup, html};
use redress::public::improvement::Improvement;
use redress::public::publication::Publication;
use redress::public::{Kind, Record, address};
use serde::Serialize;

use super::{Answer, Format, Head, Render, Section, answer, improvements};
use crate::failure::Failure;
use crate::layout::published;
use crate::layout::summary::{Summary, day};
use crate::site::Site;

/// A recommendation as it stands on a day.
#[derive(Debug, Clone, Serialize)]
pub struct Line {
    /// The recommendation.
    #[serde(flatten)]
    pub improvement: Improvement,
    /// In time or late, in words.
    pub timeliness: String,
    /// How many days late against the original date.
    pub days_late: i32,
    /// The day for which this is said.
    pub as_of: Date,
}

/// A recommendation with those of the same service.
#[derive(Debug, Serialize)]
pub struct ImprovementPage {
    /// The recommendation.
    #[serde(flatten)]
    pub line: Line,
    /// What was asked of the same service before, by original date.
    pub before: Vec<Line>,
    /// What was asked of it since.
    pub since: Vec<Line>,
    /// The publication that stands.
    pub publication: Publication,
}

impl Line {
    /// A record as it stands on a day; none for a record of another kind.
    pub fn of(record: Record, today: Date) -> Option<Line> {
        let Record::Improvement(improvement) = record else { return None };
        let timeliness = improvement.timeliness(today);
        Some(Line { timeliness: timeliness.words(), days_late: timeliness.days_late(), as_of: today, improvement: *improvement })
    }

    /// Its address.
    pub fn address(&self) -> String {
        address(Kind::Improvement, &self.improvement.key())
    }

    /// As a line of a list.
    pub fn show(&self) -> Markup {
        let i = &self.improvement;
        html! {
            li.redress-entry {
                p.redress-entry__title { a.govuk-link href=(self.address()) { (i.title()) } }
                p.redress-entry__passage { (i.asked) }
                p.redress-entry__facts { "Answered: " (i.answered) ". " (i.claimed) "." }
                p.redress-entry__facts { "Ombudsman: " (i.accepted) "." }
                p.redress-entry__facts {
                    @if let Some(due) = i.due_on { "Original date " (day(due)) ". " }
                    (self.timeliness) ", as of " (day(self.as_of)) "."
                }
            }
        }
    }
}

/// `/ombudsman/improvements/{nn-nnn-nnn-n}`
pub async fn show(State(site): State<Site>, format: Format, Path(key): Path<String>) -> Answer {
    Ok(answer(&site, &format, &load(&site, &key, site.clock.today()).await?))
}

async fn load(site: &Site, key: &str, today: Date) -> Result<ImprovementPage, Failure> {
    let (publication, record) = site.standing(Kind::Improvement, key).await?;
    let line = Line::of(record, today).ok_or(Failure::NotFound)?;
    let own = (line.improvement.due_on, line.improvement.key());
    let mut others = improvements::all(site, today).await?;
    others.retain(|l| {
        l.improvement.service.is_some()
            && l.improvement.service == line.improvement.service
            && l.improvement.reference != line.improvement.reference
    });
    let (before, since) = others.into_iter().partition(|l| (l.improvement.due_on, l.improvement.key()) < own);
    Ok(ImprovementPage { line, before, since, publication })
}

/// The facts; how late it is only for a day.
pub fn facts(i: &Improvement, timeliness: Option<(&str, Date)>) -> Summary {
    let mut rows = Summary::default()
        .row("What was asked", html! { (i.asked) })
        .row("Sort", html! { (i.nature.words()) })
        .words("Service", i.service.as_deref())
        .row("What the council answered", html! { (i.answered) })
        .words("Reasons that members gave", i.reasons.as_deref())
        .row("What the council says it did", html! { (i.claimed) })
        .row("What the Ombudsman says", html! { (i.accepted) })
        .day("Original date", i.due_on)
        .day("The Ombudsman now expects it by", i.expected_on);
    if let Some((words, as_of)) = timeliness {
        rows = rows.row("In time or late", html! { (words) ", as of " (day(as_of)) });
    }
    if !i.more_time.is_empty() {
        rows = rows.row(
            "More time asked for",
            html! {
                ul.govuk-list {
                    @for more in &i.more_time {
                        li {
                            "On " (day(more.asked_on)) ": "
                            @match more.expected_on {
                                Some(expected) => { "expected by " (day(expected)) },
                                None => "no new date was given",
                            }
                        }
                    }
                }
            },
        );
    }
    rows = rows.row("Updates by the owner", html! { (i.updates) });
    if i.evidence.is_empty() {
        return rows.row("Evidence", html! { "None was sent" });
    }
    rows.row(
        "Evidence",
        html! {
            ul.govuk-list {
                @for sent in &i.evidence { li { "Sent " (day(sent.on)) ", SHA-256 " span.redress-hash { (sent.sha256) } } }
            }
        },
    )
}

impl Render for ImprovementPage {
    fn head(&self) -> Head {
        Head::new(self.line.improvement.title(), self.line.address(), Section::Ombudsman)
            .under("Ombudsman cases", "/ombudsman")
            .under("What the Ombudsman asked for", "/ombudsman/improvements")
    }

    fn body(&self) -> Markup {
        let i = &self.line.improvement;
        html! {
            h1.govuk-heading-l { (i.title()) }
            p.govuk-body { a.govuk-link href=(address(Kind::Case, &i.reference.slug())) { "Case " (i.reference) } }
            (facts(i, Some((&self.line.timeliness, self.line.as_of))))
            h2.govuk-heading-m { "Was this promised before?" }
            @if self.before.is_empty() {
                p.govuk-body { "Nothing earlier that was asked of this service in another case is published." }
            } @else {
                ul.redress-entries { @for line in &self.before { (line.show()) } }
            }
            @if !self.since.is_empty() {
                h2.govuk-heading-m { "Asked of the same service since" }
                ul.redress-entries { @for line in &self.since { (line.show()) } }
            }
            (published::version(&self.publication))
        }
    }
}
