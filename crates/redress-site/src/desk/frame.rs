//! The frame around the desk's pages: the council's name, the way around the desk, who is signed in.

use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};
use redress::access::{Act, Subject, SubjectKind};

use super::deed::Context;
use super::filled::TOKEN;
use crate::asset;
use crate::pages::asked::{Asked, address_of};
use crate::security;

/// What the frame needs to know of a page.
#[derive(Debug, Clone, Default)]
pub struct Top {
    /// The title.
    pub title: String,
    /// Something is wrong with what was sent.
    pub wrong: bool,
    /// What was done just before, in words.
    pub told: Option<String>,
    /// The address of its script, where it has one.
    pub script: Option<&'static str>,
    /// It is a page of the members' room, which a device can keep.
    pub room: bool,
}

impl Top {
    /// A page of this title; what was done just before stands in its address.
    pub fn of(title: impl Into<String>, asked: &Asked) -> Top {
        Top { title: title.into(), wrong: false, script: None, room: false, told: asked.words("done").filter(|what| is_deed(what)) }
    }
}

/// The address with what was done, for the page to say so.
pub fn told(to: &str, what: &str) -> String {
    let (path, query) = to.split_once('?').unwrap_or((to, ""));
    let mut pairs: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    pairs.push(("done".into(), what.into()));
    address_of(path, pairs.iter().map(|(n, v)| (n.as_str(), v.as_str())))
}

/// Anybody can write an address: the page says nothing but what this program does.
fn is_deed(what: &str) -> bool {
    super::routes::DEEDS.iter().any(|deed| deed.title == what)
}

/// What makes the members' room an app of the device.
pub const MANIFEST: &str = "/members/app.webmanifest";

/// The parts of the desk: address, word, and the act that opens it.
const PARTS: &[(&str, &str, Act)] = &[
    ("/desk", "My work", Act::ReadDesk),
    ("/members", "Members’ room", Act::OwnAccount),
    ("/desk/questions", "Questions", Act::ReadDesk),
    ("/desk/meetings", "Meetings", Act::ReadDesk),
    ("/desk/forward-plan", "Forward plan", Act::ReadDesk),
    ("/desk/issues", "Issues", Act::ReadDesk),
    ("/desk/reports", "Reports", Act::ReadDesk),
    ("/desk/decisions", "Decisions", Act::ReadDesk),
    ("/desk/cases", "Cases", Act::ReadDesk),
    ("/desk/scrutiny-recommendations", "Scrutiny", Act::ReadDesk),
    ("/desk/actions", "Actions", Act::ReadDesk),
    ("/desk/recurrences", "Reviews to come", Act::ReadDesk),
    ("/desk/monitoring-reports", "Reports to members", Act::ReadDesk),
    ("/desk/ledger", "Restrictions", Act::ReadLedger),
    ("/desk/accounts", "Accounts", Act::KeepAccounts),
    ("/desk/settings", "Settings", Act::ChangeSettings),
    ("/desk/access-log", "Access log", Act::ReadAccessLog),
];

/// A page of the desk, kept nowhere.
pub fn page(context: &Context, top: &Top, body: Markup) -> Response {
    let html = html! {
        (DOCTYPE)
        html.govuk-template lang="en-GB" {
            head {
                meta charset="utf-8";
                title { @if top.wrong { "Error: " } (top.title) " - Desk - " (context.desk.site.authority()) }
                meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                meta name="robots" content="noindex";
                link rel="icon" sizes="any" type="image/svg+xml" href=(*asset::ICON);
                link rel="stylesheet" href=(*asset::STYLE_SHEET);
                @if let Some(colour) = context.desk.site.council().colour { link rel="stylesheet" href=(colour.address()); }
                @if top.room { link rel="manifest" href=(MANIFEST) crossorigin="use-credentials"; }
                @if let Some(script) = top.script { script src=(script) defer {} }
            }
            body.govuk-template__body {
                a.govuk-skip-link href="#main-content" data-module="govuk-skip-link" { "Skip to main content" }
                (header(context))
                div.govuk-width-container {
                    main.govuk-main-wrapper #main-content tabindex="-1" {
                        @if let Some(told) = &top.told { (done(told)) }
                        (body)
                    }
                }
            }
        }
    };
    let headers = [(CONTENT_TYPE, "text/html; charset=utf-8"), (CACHE_CONTROL, "no-store")];
    let mut response = (headers, html.into_string()).into_response();
    if top.script.is_some() {
        let policy = if top.room { security::IN_THE_ROOM } else { security::WITH_SCRIPT };
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    }
    response
}

fn header(context: &Context) -> Markup {
    let own = Subject::new(SubjectKind::Account).by(context.account());
    let council = Subject::council();
    html! {
        header.govuk-template__header {
            div.govuk-generic-header {
                div.govuk-generic-header__container.govuk-width-container {
                    div.govuk-generic-header__logo { a.govuk-generic-header__homepage-link href="/desk" { (context.desk.site.authority()) ": desk" } }
                }
            }
            div.govuk-service-navigation {
                div.govuk-width-container {
                    div.govuk-service-navigation__container {
                        nav.govuk-service-navigation__wrapper aria-label="Menu" {
                            ul.govuk-service-navigation__list {
                                @for (address, words, act) in PARTS {
                                    @if context.can(*act, if *act == Act::OwnAccount { &own } else { &council }) {
                                        li.govuk-service-navigation__item { a.govuk-service-navigation__link href=(address) { (words) } }
                                    }
                                }
                                li.govuk-service-navigation__item { a.govuk-service-navigation__link href="/" { "Public site" } }
                            }
                        }
                    }
                }
            }
            div.govuk-width-container {
                form.redress-who method="post" action="/desk/sign-out" {
                    input type="hidden" name=(TOKEN) value=(context.visitor.form_token);
                    span { "Signed in as " a.govuk-link href="/desk/account" { (context.visitor.signed_in.name) } }
                    " "
                    button.redress-plain type="submit" { "Sign out" }
                }
            }
        }
    }
}

fn done(what: &str) -> Markup {
    html! {
        div.govuk-notification-banner.govuk-notification-banner--success role="alert" aria-labelledby="done-title" {
            div.govuk-notification-banner__header { h2.govuk-notification-banner__title #done-title { "Done" } }
            div.govuk-notification-banner__content { p.govuk-notification-banner__heading { (what) } }
        }
    }
}
