//! What the public may see: one type a kind of record, without any private field.
//!
//! Publishing projects a working record through one of these; pages, JSON, feeds and search know nothing else.

/// An action of a decision.
pub mod action;
/// A body.
pub mod body;
/// A case of the Ombudsman's.
pub mod case;
/// A decision.
pub mod decision;
/// A paper.
pub mod document;
/// Figures of remedies for a person.
pub mod figures;
/// An entry of the forward plan.
pub mod forward_plan;
/// A recommendation that is not for a person.
pub mod improvement;
/// An issue.
pub mod issue;
/// An item of an agenda.
pub mod item;
/// A meeting.
pub mod meeting;
/// A member.
pub mod member;
/// The pages of a meeting's papers.
pub mod pack;
/// One publication and what the log says of it.
pub mod publication;
/// A restriction.
pub mod restriction;
/// A recommendation of scrutiny.
pub mod scrutiny_recommendation;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ombudsman::reference::Reference;

/// The kinds of record that are published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A body.
    Body,
    /// A member.
    Member,
    /// A meeting.
    Meeting,
    /// An item of an agenda.
    Item,
    /// An issue.
    Issue,
    /// A decision.
    Decision,
    /// A case.
    Case,
    /// A paper.
    Document,
    /// A restriction.
    Restriction,
    /// A recommendation that is not for a person.
    Improvement,
    /// Figures of remedies for a person.
    Figures,
    /// An entry of the forward plan.
    ForwardPlan,
    /// A recommendation of scrutiny.
    ScrutinyRecommendation,
    /// An action of a decision.
    Action,
}

impl Kind {
    /// Every kind, in the order in which a record of one may point at a record of another.
    pub const ALL: &[Kind] = &[
        Kind::Body,
        Kind::Member,
        Kind::Meeting,
        Kind::Issue,
        Kind::Case,
        Kind::Item,
        Kind::Decision,
        Kind::Document,
        Kind::Restriction,
        Kind::Improvement,
        Kind::Figures,
        Kind::ForwardPlan,
        Kind::ScrutinyRecommendation,
        Kind::Action,
    ];

    /// The word in tables, filters and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Body => "body",
            Kind::Member => "member",
            Kind::Meeting => "meeting",
            Kind::Item => "item",
            Kind::Issue => "issue",
            Kind::Decision => "decision",
            Kind::Case => "case",
            Kind::Document => "document",
            Kind::Restriction => "restriction",
            Kind::Improvement => "improvement",
            Kind::Figures => "figures",
            Kind::ForwardPlan => "forward_plan",
            Kind::ScrutinyRecommendation => "scrutiny_recommendation",
            Kind::Action => "action",
        }
    }

    /// The kind of a word, if it is one.
    pub fn of_word(word: &str) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|k| k.word() == word)
    }

    /// What a page calls it.
    pub fn words(self) -> &'static str {
        match self {
            Kind::Body => "Body",
            Kind::Member => "Councillor",
            Kind::Meeting => "Meeting",
            Kind::Item => "Agenda item",
            Kind::Issue => "Issue",
            Kind::Decision => "Decision",
            Kind::Case => "Ombudsman case",
            Kind::Document => "Document",
            Kind::Restriction => "Restriction",
            Kind::Improvement => "Ombudsman recommendation",
            Kind::Figures => "Figures of remedies",
            Kind::ForwardPlan => "Forward plan entry",
            Kind::ScrutinyRecommendation => "Scrutiny recommendation",
            Kind::Action => "Action",
        }
    }
}

/// A record as the public may see it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Record {
    /// A body.
    Body(body::Body),
    /// A member.
    Member(member::Member),
    /// A meeting.
    Meeting(meeting::Meeting),
    /// An item.
    Item(Box<item::Item>),
    /// An issue.
    Issue(issue::Issue),
    /// A decision.
    Decision(Box<decision::Decision>),
    /// A case.
    Case(case::Case),
    /// A paper.
    Document(document::Document),
    /// A restriction.
    Restriction(restriction::Restriction),
    /// A recommendation that is not for a person.
    Improvement(Box<improvement::Improvement>),
    /// Figures of remedies for a person.
    Figures(figures::PersonalFigures),
    /// An entry of the forward plan.
    ForwardPlan(Box<forward_plan::PlanEntry>),
    /// A recommendation of scrutiny.
    ScrutinyRecommendation(Box<scrutiny_recommendation::ScrutinyRecommendation>),
    /// An action of a decision.
    Action(Box<action::Action>),
}

/// What lists, filters and links need to know of a record without reading it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// The title on lists.
    pub title: String,
    /// The day it is listed under.
    pub on: Option<Date>,
    /// The body's address.
    pub body: Option<String>,
    /// The service it concerns.
    pub service: Option<String>,
    /// The key of the record it belongs to: an item's meeting, a decision's item, a document's item.
    pub parent: Option<String>,
    /// The number of the issue it belongs to.
    pub issue: Option<u64>,
    /// The place among its parent's records.
    pub position: u32,
    /// The references it names.
    pub references: Vec<Reference>,
    /// All its words, for search.
    pub text: String,
    /// What else lists are narrowed by: a name and a value.
    pub facets: Vec<(&'static str, String)>,
}

impl Record {
    /// The kind.
    pub fn kind(&self) -> Kind {
        match self {
            Record::Body(_) => Kind::Body,
            Record::Member(_) => Kind::Member,
            Record::Meeting(_) => Kind::Meeting,
            Record::Item(_) => Kind::Item,
            Record::Issue(_) => Kind::Issue,
            Record::Decision(_) => Kind::Decision,
            Record::Case(_) => Kind::Case,
            Record::Document(_) => Kind::Document,
            Record::Restriction(_) => Kind::Restriction,
            Record::Improvement(_) => Kind::Improvement,
            Record::Figures(_) => Kind::Figures,
            Record::ForwardPlan(_) => Kind::ForwardPlan,
            Record::ScrutinyRecommendation(_) => Kind::ScrutinyRecommendation,
            Record::Action(_) => Kind::Action,
        }
    }

    /// The key, unique within the kind and never used again.
    pub fn key(&self) -> String {
        match self {
            Record::Body(b) => b.slug.clone(),
            Record::Member(m) => m.slug.clone(),
            Record::Meeting(m) => m.key.clone(),
            Record::Item(i) => i.key.clone(),
            Record::Issue(i) => i.number.to_string(),
            Record::Decision(d) => d.number.to_string(),
            Record::Case(c) => c.reference.slug(),
            Record::Document(d) => d.number.to_string(),
            Record::Restriction(r) => r.number.to_string(),
            Record::Improvement(i) => i.key(),
            Record::Figures(_) => figures::PersonalFigures::KEY.into(),
            Record::ForwardPlan(e) => e.reference.clone(),
            Record::ScrutinyRecommendation(r) => r.key(),
            Record::Action(a) => a.key.clone(),
        }
    }

    /// What lists, filters and links need.
    pub fn listing(&self) -> Listing {
        match self {
            Record::Body(b) => b.listing(),
            Record::Member(m) => m.listing(),
            Record::Meeting(m) => m.listing(),
            Record::Item(i) => i.listing(),
            Record::Issue(i) => i.listing(),
            Record::Decision(d) => d.listing(),
            Record::Case(c) => c.listing(),
            Record::Document(d) => d.listing(),
            Record::Restriction(r) => r.listing(),
            Record::Improvement(i) => i.listing(),
            Record::Figures(f) => f.listing(),
            Record::ForwardPlan(e) => e.listing(),
            Record::ScrutinyRecommendation(r) => r.listing(),
            Record::Action(a) => a.listing(),
        }
    }
}

/// The address of a record below the site's root. A document's has its name added by whoever knows it.
pub fn address(kind: Kind, key: &str) -> String {
    match kind {
        Kind::Body => format!("/bodies/{key}"),
        Kind::Member => format!("/councillors/{key}"),
        Kind::Meeting => format!("/meetings/{key}"),
        Kind::Item => match key.split_once('/') {
            Some((meeting, item)) => format!("/meetings/{meeting}/items/{item}"),
            None => format!("/meetings/{key}"),
        },
        Kind::Issue => format!("/issues/{key}"),
        Kind::Decision => format!("/decisions/{key}"),
        Kind::Case => format!("/ombudsman/cases/{key}"),
        Kind::Document => format!("/documents/{key}"),
        Kind::Restriction => format!("/restrictions/{key}"),
        Kind::Improvement => format!("/ombudsman/improvements/{key}"),
        // They stand above the list of what is not for a person.
        Kind::Figures => "/ombudsman/improvements".into(),
        Kind::ForwardPlan => format!("/forward-plan/entries/{key}"),
        Kind::ScrutinyRecommendation => format!("/scrutiny/{key}"),
        Kind::Action => format!("/actions/{key}"),
    }
}

/// The same with a document's name at its end, which its title gives.
pub fn titled_address(kind: Kind, key: &str, title: &str) -> String {
    match kind {
        Kind::Document => format!("{}/{}", address(kind, key), crate::slug::slug(title)),
        _ => address(kind, key),
    }
}

/// Joins texts for search, one to a paragraph, blanks left out.
fn all_words<'a>(parts: impl IntoIterator<Item = Option<&'a str>>) -> String {
    let mut text = String::new();
    for part in parts.into_iter().flatten().filter(|p| !p.trim().is_empty()) {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(part);
    }
    text
}
