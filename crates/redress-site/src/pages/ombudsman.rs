//! The Ombudsman's cases, each with the stage that the public record supports.

use axum::extract::State;
use jiff::civil::Date;
use maud::{Markup, html};
use redress::ombudsman::case::{Seen, Stage, stage};
use redress::ombudsman::reference::Reference;
use redress::public::item::Item;
use redress::public::{Kind, address};
use redress_store::register::query::{Belonging, Order, Page};
use serde::Serialize;

use super::asked::Asked;
use super::{Answer, Format, Head, Render, Section, answer};
use crate::failure::Failure;
use crate::layout::{filter::Filter, pagination, tag};
use crate::site::Site;

const PER_PAGE: u32 = 25;

/// Every stage with the word that an address has for it.
const STAGES: [(&str, Stage); 5] = [
    ("named", Stage::Named),
    ("on_agenda", Stage::OnAgenda),
    ("considered_in_private", Stage::ConsideredInPrivate),
    ("considered", Stage::Considered),
    ("considered_by_several", Stage::ConsideredBySeveral),
];

/// The cases that a filter leaves.
#[derive(Debug, Serialize)]
pub struct Cases {
    /// What was asked.
    pub filter: Filter,
    /// One page of them.
    #[serde(flatten)]
    pub list: Page<Line>,
}

/// A case with its stage.
#[derive(Debug, Clone, Serialize)]
pub struct Line {
    /// The reference.
    pub reference: Reference,
    /// How far the public record takes it.
    pub stage: Stage,
    /// How many items name it.
    pub items: usize,
    /// The title of the last of them.
    pub last_title: Option<String>,
    /// The day of the last of them.
    pub last: Option<Date>,
    /// That day is still to come.
    pub to_come: bool,
    /// The years in which bodies had it before them.
    pub years: Vec<i16>,
}

/// `/ombudsman`
pub async fn list(State(site): State<Site>, format: Format, asked: Asked) -> Answer {
    Ok(answer(&site, &format, &load(&site, &asked, site.clock.today()).await?))
}

async fn load(site: &Site, asked: &Asked, today: Date) -> Result<Cases, Failure> {
    let mut problems = Vec::new();
    let wanted = asked.read("stage", &mut problems, "Stage must be one of those in the list", |word| {
        STAGES.into_iter().find(|(w, _)| *w == word).map(|(_, stage)| stage)
    });
    let year = asked.year("year", &mut problems);
    let filter = Filter::new("/ombudsman", asked, problems)
        .choice("stage", "Stage", STAGES.map(|(word, stage)| (word.into(), stage.words().into())).into())
        .years(&site.years(Kind::Item).await?);
    let references = references(site).await?;
    let list = if wanted.is_none() && year.is_none() {
        let shown = cut(&references, asked.page());
        Page { entries: lines(site, shown, today).await?, total: references.len() as u64, page: asked.page(), per_page: PER_PAGE }
    } else {
        let mut all = lines(site, &references, today).await?;
        all.retain(|line| wanted.is_none_or(|w| line.stage == w) && year.is_none_or(|y| line.years.contains(&y)));
        Page { entries: cut(&all, asked.page()).to_vec(), total: all.len() as u64, page: asked.page(), per_page: PER_PAGE }
    };
    Ok(Cases { filter, list })
}

/// Every reference on record, the highest, which is the newest, first.
async fn references(site: &Site) -> Result<Vec<Reference>, Failure> {
    let entries = site.all(Kind::Case, Order::Title).await?;
    let mut references: Vec<Reference> = entries.iter().filter_map(|entry| entry.key.parse().ok()).collect();
    references.sort_by(|a, b| b.cmp(a));
    Ok(references)
}

fn cut<T>(all: &[T], page: u32) -> &[T] {
    let from = (page.saturating_sub(1) as usize).saturating_mul(PER_PAGE as usize).min(all.len());
    &all[from..(from + PER_PAGE as usize).min(all.len())]
}

async fn lines(site: &Site, references: &[Reference], today: Date) -> Result<Vec<Line>, Failure> {
    let mut lines = Vec::with_capacity(references.len());
    for reference in references {
        let items = site.belonging(Kind::Item, Belonging::Case(&reference.slug())).await?;
        lines.push(Line::of(*reference, &super::item::items(items), today));
    }
    Ok(lines)
}

/// The newest cases, for the first page.
pub async fn newest(site: &Site, most: usize, today: Date) -> Result<Vec<Line>, Failure> {
    let references = references(site).await?;
    lines(site, &references[..most.min(references.len())], today).await
}

/// The stage that items support on a day.
pub fn stage_of(items: &[Item], today: Date) -> Stage {
    let seen: Vec<Seen<'_>> = items
        .iter()
        .map(|item| Seen {
            body: item.body.as_deref(),
            on: item.date,
            dealt_with: item.decision.is_some() || item.minutes.is_some(),
            private: item.exclusion.is_some(),
        })
        .collect();
    stage(&seen, today)
}

impl Line {
    fn of(reference: Reference, items: &[Item], today: Date) -> Line {
        let mut years: Vec<i16> = items.iter().filter_map(|item| item.date).map(Date::year).collect();
        years.sort_unstable();
        years.dedup();
        let last = items.iter().rfind(|item| item.date.is_some()).or(items.last());
        Line {
            reference,
            stage: stage_of(items, today),
            items: items.len(),
            last_title: last.map(|item| item.title.clone()),
            last: last.and_then(|item| item.date),
            to_come: last.and_then(|item| item.date).is_some_and(|on| on > today),
            years,
        }
    }

    /// The case as a line of a list.
    pub fn show(&self) -> Markup {
        html! {
            li.redress-entry {
                p.redress-entry__title {
                    a.govuk-link.redress-nowrap href=(address(Kind::Case, &self.reference.slug())) { "Case " (self.reference) }
                }
                p.redress-entry__facts { (stage_tag(self.stage)) }
                @if let Some(title) = &self.last_title { p.redress-entry__passage { (title) } }
                @if let Some(last) = self.last {
                    p.redress-entry__facts { @if self.to_come { "To be before members on " } @else { "Last before members on " } (redress::day::long(last)) }
                }
            }
        }
    }
}

/// A stage as a tag.
pub fn stage_tag(stage: Stage) -> Markup {
    tag(
        stage.words(),
        match stage {
            Stage::Named => "grey",
            Stage::OnAgenda => "yellow",
            Stage::ConsideredInPrivate => "purple",
            Stage::Considered | Stage::ConsideredBySeveral => "teal",
        },
    )
}

/// That no stage means that the Ombudsman is satisfied.
pub fn only_a_letter_says_satisfied() -> Markup {
    html! {
        div.govuk-inset-text {
            "The stage is worked out from the meetings on record. It does not say that the council has done what was asked: "
            "only a letter from the Ombudsman says that the Ombudsman is satisfied."
        }
    }
}

impl Render for Cases {
    fn head(&self) -> Head {
        Head { wrong: self.filter.wrong(), ..Head::new("Ombudsman cases", self.filter.address(), Section::Ombudsman) }
    }

    fn body(&self) -> Markup {
        let list = &self.list;
        html! {
            (self.filter.errors())
            h1.govuk-heading-l { "Ombudsman cases" }
            p.govuk-body { "The Local Government and Social Care Ombudsman looks into complaints about councils. These are the cases that the record of this council’s meetings names, the highest reference first." }
            p.govuk-body { a.govuk-link href="/ombudsman/improvements" { "What the Ombudsman asked the council to change, and how far it is" } "." }
            (only_a_letter_says_satisfied())
            p.govuk-body { "If you have a bundle of evidence that the council sent: " a.govuk-link href="/ombudsman/verify-a-bundle" { "how to check it" } "." }
            div.govuk-grid-row {
                div.govuk-grid-column-one-third { (self.filter.form()) }
                div.govuk-grid-column-two-thirds {
                    (self.filter.chosen())
                    @if list.entries.is_empty() {
                        p.govuk-body { "No case on record fits. " a.govuk-link href="/ombudsman" { "See every case" } ", or " a.govuk-link href="/search?q=ombudsman" { "search for “ombudsman”" } "." }
                    } @else {
                        p.govuk-body { (pagination::showing(list.page, list.per_page, list.entries.len(), list.total)) "." }
                        ul.redress-entries { @for line in &list.entries { (line.show()) } }
                    }
                    (pagination::pages(list.page, list.pages(), |n| self.filter.asked().address_with("/ombudsman", "page", &n.to_string())))
                }
            }
        }
    }
}
