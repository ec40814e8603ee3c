//! The site's contents page: every address, who may open it, and what shows it.
//!
//! Each page also answers with its own data when `.json` is added to its address.

use axum::Router;
use axum::extract::Request;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::Response;
use axum::routing::get;
use tower::ServiceExt;

use crate::desk::{self, DeskSite};
use crate::pages::{
    Format, about, action, action_pack, actions, attendance, bodies, body, calculator, case, changes, councillor, councillors, decision,
    decisions, document, duties, duty, former, forward_plan, home, improvement, improvements, issue, issues, item, meeting, meetings,
    ombudsman, plan, restriction, restrictions, scrutiny, scrutiny_recommendation, search, versions,
};
use crate::site::Site;
use crate::{asset, failure, feeds, security};

macro_rules! contents {
    ($($path:literal, $who:literal, $show:expr;)*) => {
        /// Every address and who may open it.
        pub const ROUTES: &[(&str, &str)] = &[$(($path, $who)),*];

        fn pages() -> Router<Site> {
            Router::new()$(.route($path, get($show)))*
        }
    };
}

contents! {
    "/",                                    "anyone", home::show;

    // Meetings
    "/meetings",                            "anyone", meetings::list;
    "/meetings/{meeting}",                  "anyone", meeting::show;
    "/meetings/{meeting}/items/{item}",     "anyone", item::show;
    "/meetings/{meeting}/pages/{reference}", "anyone", meeting::paged::lead;
    "/bodies",                              "anyone", bodies::list;
    "/bodies/{body}",                       "anyone", body::show;
    "/councillors",                         "anyone", councillors::list;
    "/councillors/{councillor}",            "anyone", councillor::show;
    "/councillors/{councillor}/attendance", "anyone", attendance::show;

    // What is to be decided
    "/forward-plan",                        "anyone", forward_plan::list;
    "/forward-plan.csv",                    "anyone", forward_plan::csv;
    "/forward-plan/urgent",                 "anyone", forward_plan::urgent::list;
    "/forward-plan/entries/{entry}",        "anyone", forward_plan::entry::show;
    "/forward-plan/{month}",                "anyone", forward_plan::month::show;

    // What was decided
    "/issues",                              "anyone", issues::list;
    "/issues/{number}",                     "anyone", issue::show;
    "/decisions",                           "anyone", decisions::list;
    "/decisions.csv",                       "anyone", decisions::csv;
    "/decisions/{number}",                  "anyone", decision::show;
    "/scrutiny",                            "anyone", scrutiny::list;
    "/scrutiny.csv",                        "anyone", scrutiny::csv;
    "/scrutiny/{reference}",                "anyone", scrutiny_recommendation::show;

    "/actions",                             "anyone", actions::list;
    "/actions.csv",                         "anyone", actions::csv;
    "/actions/quarter",                     "anyone", action_pack::show;
    "/actions/quarter.csv",                 "anyone", action_pack::csv;
    "/actions/{action}",                    "anyone", action::show;

    // The Ombudsman
    "/ombudsman",                           "anyone", ombudsman::list;
    "/ombudsman/verify-a-bundle",           "anyone", about::verify_a_bundle;
    "/ombudsman/cases/{reference}",         "anyone", case::show;
    "/ombudsman/improvements",              "anyone", improvements::list;
    "/ombudsman/improvements.csv",          "anyone", improvements::csv;
    "/ombudsman/improvements/{improvement}", "anyone", improvement::show;

    // The law's clocks
    "/duties",                              "anyone", duties::list;
    "/duties/calculator",                   "anyone", calculator::show;
    "/duties/plan",                         "anyone", plan::show;
    "/duties/{key}",                        "anyone", duty::show;

    // Papers
    "/documents/{number}",                  "anyone", document::named;
    "/documents/{number}/{name}",           "anyone", document::show;
    "/documents/{number}/{name}/file",      "anyone", document::file;
    "/documents/{number}/{name}/versions/{version}", "anyone", document::version::show;
    "/documents/{number}/{name}/versions/{version}/file", "anyone", document::version::file;

    "/restrictions",                        "anyone", restrictions::list;
    "/restrictions.csv",                    "anyone", restrictions::csv;
    "/restrictions/{number}",               "anyone", restriction::show;

    // The record itself
    "/changes",                             "anyone", changes::list;
    "/changes/log.jsonl",                   "anyone", changes::log;
    "/versions/{kind}/{*key}",              "anyone", versions::list;
    "/search",                              "anyone", search::find;

    // For programs
    "/calendar.ics",                        "anyone", feeds::calendar::show;
    "/feeds/{feed}",                        "anyone", feeds::atom;
    "/sitemap.xml",                         "anyone", feeds::sitemap::index;
    "/sitemaps/{map}",                      "anyone", feeds::sitemap::map;
    "/robots.txt",                          "anyone", feeds::sitemap::robots;
    "/openapi.json",                        "anyone", feeds::openapi::show;
    "/assets/{hash}/{name}",                "anyone", asset::send;

    // About the site
    "/about",                               "anyone", about::about;
    "/accessibility",                       "anyone", about::accessibility;
    "/cookies",                             "anyone", about::cookies;
}

/// The public site, and the desk where this node has one.
pub fn router(site: Site, desk: Option<DeskSite>) -> Router {
    let site = Site { has_desk: desk.is_some(), ..site };
    let desk = desk.map_or_else(Router::new, desk::router);
    let pages = pages()
        .merge(desk)
        .fallback(former::lead_on)
        .layer(from_fn_with_state(site.clone(), failure::shown))
        .layer(from_fn(secured))
        .with_state(site);
    // The suffix has to go before the address is looked up.
    Router::new().fallback_service(ServiceExt::<Request>::map_request(pages, Format::read))
}

async fn secured(request: Request, next: Next) -> Response {
    let private = desk::is_private(request.uri().path());
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in security::headers() {
        // A page may tell its address to fewer than others do.
        headers.entry(HeaderName::from_static(name)).or_insert(HeaderValue::from_static(value));
    }
    if private {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_address_stands_twice() {
        let paths: BTreeSet<_> = ROUTES.iter().map(|(path, _)| path).collect();
        assert_eq!(paths.len(), ROUTES.len());
    }

    #[test]
    fn the_router_takes_every_address() {
        // A route that clashes with another panics here.
        let _ = pages();
    }

    #[test]
    fn every_header_is_one() {
        for (name, value) in security::headers() {
            assert!(HeaderName::try_from(name).is_ok() && HeaderValue::try_from(value).is_ok(), "{name}");
        }
        assert!(!security::CONTENT_SECURITY_POLICY.contains("unsafe"));
    }
}
