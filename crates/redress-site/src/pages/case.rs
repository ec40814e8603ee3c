//! A case of the Ombudsman's: how far the public record takes it, and the meetings that had it before them.

use axum::extract::{Path, State};
use jiff::civil::Date;
use maud::{Markup, html};
use redress::issue::{Mention, Stop, route};
use redress::ombudsman::case::Stage;
use redress::ombudsman::reference::Reference;
use redress::public::case::Case;
use redress::public::decision::Decision;
use redress::public::item::{IssueLink, Item};
use redress::public::publication::Publication;
use redress::public::{Kind, Record, address};
use redress_store::register::query::Belonging;
use serde::Serialize;

use super::{Answer, Format, Head, Render, Section, answer, case_file, improvement, moved, ombudsman, same_fault};
use crate::failure::Failure;
use crate::layout::{published, summary::Summary, tag};
use crate::site::Site;

/// A case.
#[derive(Debug, Serialize)]
pub struct CasePage {
    /// The case.
    pub case: Case,
    /// How far the public record takes it.
    pub stage: Stage,
    /// The meetings, oldest first.
    pub route: Vec<Stop>,
    /// The items that name it, oldest first.
    pub items: Vec<Item>,
    /// The decisions that name it.
    pub decisions: Vec<Decision>,
    /// The issues of those items.
    pub issues: Vec<IssueLink>,
    /// What was recommended and is not for a person, by number.
    pub improvements: Vec<improvement::Line>,
    /// The chain of cases that it belongs to, with what was promised in each; empty unless all of it is public.
    pub same_fault: Vec<same_fault::Again>,
    /// How each reply that a report asks for stands, as of the day.
    pub replies: Vec<String>,
    /// The day for which all this is said.
    pub as_of: Date,
    /// The publication that stands.
    pub publication: Publication,
}

/// `/ombudsman/cases/{nn-nnn-nnn}`; any spelling of the reference leads here.
pub async fn show(State(site): State<Site>, format: Format, Path(written): Path<String>) -> Answer {
    let reference: Reference = written.parse().map_err(|_| Failure::NotFound)?;
    if reference.slug() != written {
        return Ok(moved(&format, &address(Kind::Case, &reference.slug())));
    }
    Ok(answer(&site, &format, &load(&site, reference, site.clock.today()).await?))
}

async fn load(site: &Site, reference: Reference, today: Date) -> Result<CasePage, Failure> {
    let slug = reference.slug();
    let (publication, Record::Case(case)) = site.standing(Kind::Case, &slug).await? else {
        return Err(Failure::NotFound);
    };
    let items = super::item::items(site.belonging(Kind::Item, Belonging::Case(&slug)).await?);
    let decisions = site.belonging(Kind::Decision, Belonging::Case(&slug)).await?;
    let improvements = site.belonging(Kind::Improvement, Belonging::Parent(&slug)).await?;
    let replies = case.file.iter().flat_map(|file| &file.replies).map(|reply| reply.words(today)).collect();
    Ok(CasePage {
        same_fault: same_fault::of(site, &case).await?,
        case,
        replies,
        as_of: today,
        stage: ombudsman::stage_of(&items, today),
        route: route(items.iter().map(|item| super::issue::stop(item, today)).collect(), &mentions(&items)),
        decisions: decisions.into_iter().filter_map(decision).collect(),
        issues: issues(&items),
        items,
        improvements: improvements.into_iter().filter_map(|r| improvement::Line::of(r, today)).collect(),
        publication,
    })
}

fn decision(record: Record) -> Option<Decision> {
    match record {
        Record::Decision(decision) => Some(*decision),
        _ => None,
    }
}

/// Where an item names several cases, what it mentions may be about another: such mentions are left out.
fn mentions(items: &[Item]) -> Vec<Mention> {
    items.iter().filter(|item| item.references.len() == 1).flat_map(|item| item.mentions.iter().cloned()).collect()
}

fn issues(items: &[Item]) -> Vec<IssueLink> {
    let mut issues: Vec<IssueLink> = items.iter().filter_map(|item| item.issue.clone()).collect();
    issues.sort_by_key(|issue| issue.number);
    issues.dedup();
    issues
}

/// Links to the pages of cases.
pub fn links(references: &[Reference]) -> Markup {
    html! {
        ul.govuk-list {
            @for reference in references {
                li { a.govuk-link.redress-nowrap href=(address(Kind::Case, &reference.slug())) { (reference) } }
            }
        }
    }
}

/// What a stage means.
fn explained(stage: Stage) -> &'static str {
    match stage {
        Stage::Named => "The reference stands in a paper or a minute. No meeting on record had the case before it.",
        Stage::OnAgenda => "The case is on the agenda of a meeting that has not been held yet.",
        Stage::ConsideredInPrivate => "Members had the case before them with the public excluded. The ground stands with the item.",
        Stage::Considered => "One body had the case before it. What it decided stands with the item.",
        Stage::ConsideredBySeveral => "More than one body had the case before it. What each decided stands with its item.",
    }
}

impl Render for CasePage {
    fn head(&self) -> Head {
        Head::new(format!("Ombudsman case {}", self.case.reference), address(Kind::Case, &self.case.reference.slug()), Section::Ombudsman)
            .under("Ombudsman cases", "/ombudsman")
    }

    fn body(&self) -> Markup {
        html! {
            h1.govuk-heading-l { "Ombudsman case " span.redress-nowrap { (self.case.reference) } }
            (self.facts())
            (ombudsman::only_a_letter_says_satisfied())
            @if let Some(file) = &self.case.file { (case_file::shown(file, &self.improvements, self.as_of)) }
            (same_fault::section(&self.same_fault, self.case.reference))
            h2.govuk-heading-m { "Before members" }
            @if self.route.is_empty() {
                p.govuk-body { "No item on record names this case. " (self.search()) }
            } @else {
                (super::issue::route_with_picture(&self.route))
            }
            @for item in &self.items { (section(item, &self.route)) }
            @if !self.decisions.is_empty() {
                h2.govuk-heading-m { "Decisions that name it" }
                ul.govuk-list.govuk-list--spaced {
                    @for decision in &self.decisions {
                        li {
                            a.govuk-link href=(address(Kind::Decision, &decision.number.to_string())) { (decision.title) }
                            @if let Some(on) = decision.decided_on { ", " (redress::day::long(on)) }
                        }
                    }
                }
            }
            @if !self.route.is_empty() { p.govuk-body { (self.search()) } }
            (published::version(&self.publication))
        }
    }
}

impl CasePage {
    fn facts(&self) -> Markup {
        let mut rows = Summary::default()
            .row("Reference", html! { span.redress-nowrap { (self.case.reference) } })
            .row("Stage", html! { p.govuk-body { (ombudsman::stage_tag(self.stage)) } p.govuk-body { (explained(self.stage)) } });
        if !self.issues.is_empty() {
            rows = rows.row(
                "Issues",
                html! {
                    ul.govuk-list {
                        @for issue in &self.issues {
                            li { a.govuk-link href=(address(Kind::Issue, &issue.number.to_string())) { (issue.title) } }
                        }
                    }
                },
            );
        }
        if !self.case.named_with.is_empty() {
            rows = rows.row(
                "Named with",
                html! {
                    (links(&self.case.named_with))
                    "One item names these cases together. That does not say that one follows from the other."
                },
            );
        }
        maud::Render::render(&rows)
    }

    fn search(&self) -> Markup {
        html! {
            a.govuk-link href={ "/search?q=" (self.case.reference.digits()) } { "Search the whole record for " (self.case.reference) }
            "."
        }
    }
}

fn section(item: &Item, route: &[Stop]) -> Markup {
    let stop = route.iter().find(|stop| stop.item.as_ref() == Some(&item.key));
    html! {
        section.redress-item {
            h3.govuk-heading-s { a.govuk-link href=(address(Kind::Item, &item.key)) { (item.heading()) } }
            p.govuk-body { (super::meeting::of_item(item)) @if item.exclusion.is_some() { " " (tag("Public excluded", "grey")) } }
            @if let Some(stop) = stop { p.govuk-body { (stop.outcome) } }
            @if !item.papers.is_empty() { (crate::layout::papers::list(&item.papers)) }
        }
    }
}
