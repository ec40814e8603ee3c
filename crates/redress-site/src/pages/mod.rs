//! One file per page: its data, what it asks of the register, and how it looks.
//!
//! A page is one struct. Its fields are the JSON twin; its `Render` is the HTML.

/// What the site is, its accessibility, its cookies.
pub mod about;
/// An action of a decision.
pub mod action;
/// What is late: the quarterly pack of published actions.
pub mod action_pack;
/// Actions of decisions.
pub mod actions;
/// What was asked of a page: the query of its address.
pub mod asked;
/// How often members were there.
pub mod attendance;
/// The list of bodies.
pub mod bodies;
/// A body.
pub mod body;
/// The date of a duty, computed.
pub mod calculator;
/// A case of the Ombudsman's.
pub mod case;
/// What a case's page shows of the council's published file.
pub mod case_file;
/// The publication log.
pub mod changes;
/// A councillor.
pub mod councillor;
/// The list of councillors.
pub mod councillors;
/// A decision.
pub mod decision;
/// The list of decisions.
pub mod decisions;
/// A paper.
pub mod document;
/// The list of duties.
pub mod duties;
/// A duty.
pub mod duty;
/// ModernGov's addresses.
pub mod former;
/// The forward plan.
pub mod forward_plan;
/// The first page.
pub mod home;
/// A recommendation that is not for a person.
pub mod improvement;
/// Recommendations that are not for a person, and the figures of them.
pub mod improvements;
/// An issue.
pub mod issue;
/// The list of issues.
pub mod issues;
/// An item of an agenda.
pub mod item;
/// A meeting.
pub mod meeting;
/// The list of meetings.
pub mod meetings;
/// The list of the Ombudsman's cases.
pub mod ombudsman;
/// Figures of remedies for a person.
pub mod personal;
/// The lawful path of a report.
pub mod plan;
/// A restriction.
pub mod restriction;
/// The register of restrictions.
pub mod restrictions;
/// The same fault again.
pub mod same_fault;
/// What scrutiny recommended.
pub mod scrutiny;
/// A recommendation of scrutiny.
pub mod scrutiny_recommendation;
/// Search.
pub mod search;
/// Every version of a record.
pub mod versions;

use std::convert::Infallible;

use axum::extract::{FromRequestParts, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use serde::Serialize;

use crate::failure::Failure;
use crate::layout;
use crate::site::Site;

/// What a handler gives back.
pub type Answer = Result<Response, Failure>;

/// The form of the answer, and the address without the suffix that asked for it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Format {
    /// A page.
    #[default]
    Html,
    /// The page's own data.
    Json,
}

impl Format {
    /// Reads the form from the address: `.json` at its end, taken off before the address is looked up.
    pub fn read(mut request: Request) -> Request {
        let Some(page) = page_of_twin(request.uri().path()) else { return request };
        let query = request.uri().query().map(|q| format!("?{q}")).unwrap_or_default();
        if let Ok(uri) = format!("{page}{query}").parse::<Uri>() {
            *request.uri_mut() = uri;
            request.extensions_mut().insert(Format::Json);
        }
        request
    }
}

/// What stands at the end of a file's address; a file has no twin.
const FILES: [&str; 6] = [".atom", ".csv", ".css", ".ics", ".txt", ".xml"];

/// `/meetings` for `/meetings.json`, `/` for `/index.json`; none for what is no page's twin.
fn page_of_twin(path: &str) -> Option<&str> {
    let page = path.strip_suffix(".json")?;
    let last = page.rsplit('/').next().unwrap_or("");
    match page {
        "/openapi" => None,
        "/index" | "/" => Some("/"),
        _ if FILES.iter().any(|suffix| last.ends_with(suffix)) || last.is_empty() || page.starts_with("/assets/") => None,
        _ => Some(page),
    }
}

/// The address of a page's JSON twin.
pub fn twin(address: &str) -> String {
    let (path, query) = address.split_once('?').map_or((address, None), |(p, q)| (p, Some(q)));
    let path = if path == "/" { "/index" } else { path };
    match query {
        Some(query) => format!("{path}.json?{query}"),
        None => format!("{path}.json"),
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Format {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Format, Infallible> {
        Ok(parts.extensions.get::<Format>().cloned().unwrap_or_default())
    }
}

/// A part of the site, as the navigation names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// None of them.
    None,
    /// Meetings, and what is before them.
    Meetings,
    /// Decisions that are to come.
    ForwardPlan,
    /// Decisions.
    Decisions,
    /// Issues.
    Issues,
    /// The Ombudsman's cases.
    Ombudsman,
    /// Councillors.
    Councillors,
    /// The statute book.
    Duties,
    /// The publication log.
    Changes,
    /// Search.
    Search,
}

impl Section {
    /// The parts in the order of the navigation.
    pub const ALL: [Section; 9] = [
        Section::Meetings,
        Section::ForwardPlan,
        Section::Decisions,
        Section::Issues,
        Section::Ombudsman,
        Section::Councillors,
        Section::Duties,
        Section::Changes,
        Section::Search,
    ];

    /// The word in the navigation.
    pub fn words(self) -> &'static str {
        match self {
            Section::None => "Home",
            Section::Meetings => "Meetings",
            Section::ForwardPlan => "Forward plan",
            Section::Decisions => "Decisions",
            Section::Issues => "Issues",
            Section::Ombudsman => "Ombudsman",
            Section::Councillors => "Councillors",
            Section::Duties => "Duties",
            Section::Changes => "Changes",
            Section::Search => "Search",
        }
    }

    /// Its first page.
    pub fn address(self) -> &'static str {
        match self {
            Section::None => "/",
            Section::Meetings => "/meetings",
            Section::ForwardPlan => "/forward-plan",
            Section::Decisions => "/decisions",
            Section::Issues => "/issues",
            Section::Ombudsman => "/ombudsman",
            Section::Councillors => "/councillors",
            Section::Duties => "/duties",
            Section::Changes => "/changes",
            Section::Search => "/search",
        }
    }
}

/// What the frame needs to know of a page.
#[derive(Debug, Clone)]
pub struct Head {
    /// The title, without the council's name.
    pub title: String,
    /// The page's own address with the query that matters.
    pub address: String,
    /// The part of the site.
    pub section: Section,
    /// The way here from the first page: words and address, the page itself left out.
    pub crumbs: Vec<(String, String)>,
    /// The page says that something is wrong with what was asked.
    pub wrong: bool,
    /// A program is pointed to the same page as JSON.
    pub twinned: bool,
}

impl Head {
    /// A page of a part of the site.
    pub fn new(title: impl Into<String>, address: impl Into<String>, section: Section) -> Head {
        Head { title: title.into(), address: address.into(), section, crumbs: Vec::new(), wrong: false, twinned: true }
    }

    /// Adds a step of the way here.
    pub fn under(mut self, words: impl Into<String>, address: impl Into<String>) -> Head {
        self.crumbs.push((words.into(), address.into()));
        self
    }
}

/// A page: data that is its JSON twin, and how it looks.
pub trait Render: Serialize {
    /// What the frame needs.
    fn head(&self) -> Head;

    /// What stands inside the frame, from the `h1` on.
    fn body(&self) -> Markup;

    /// The status: 400 where the page explains what was wrong with the request.
    fn status(&self) -> StatusCode {
        if self.head().wrong { StatusCode::BAD_REQUEST } else { StatusCode::OK }
    }
}

/// The page in the form that was asked for.
pub fn answer(site: &Site, format: &Format, page: &impl Render) -> Response {
    match format {
        Format::Html => {
            let html = layout::frame(&site.council(), &site.base, &page.head(), page.body()).into_string();
            (page.status(), [(CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response()
        }
        Format::Json => match serde_json::to_vec(page) {
            Ok(json) => (page.status(), [(CONTENT_TYPE, "application/json")], json).into_response(),
            Err(error) => Failure::Store(error.to_string().into()).into_response(),
        },
    }
}

/// The page is somewhere else for good; its twin's reader is sent to the twin.
pub fn moved(format: &Format, address: &str) -> Response {
    match format {
        Format::Html => Redirect::permanent(address).into_response(),
        Format::Json => Redirect::permanent(&twin(address)).into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_a_twin_and_nothing_else_has() {
        for page in ["/", "/meetings", "/desk/cases/0.5", "/meetings/2024-02-14-cabinet/items/128"] {
            assert_eq!(page_of_twin(&twin(page)), Some(page));
        }
        assert_eq!(twin("/decisions?year=2024"), "/decisions.json?year=2024");
        for other in ["/openapi.json", "/feeds/meetings.atom.json", "/restrictions.csv.json", "/meetings/.json", "/meetings"] {
            assert_eq!(page_of_twin(other), None, "{other}");
        }
    }
}
