//! The frame around a page, and the parts that pages share.

/// Actions of decisions.
pub mod action;
/// The quarterly pack of actions.
pub mod action_pack;
/// Clauses of a resolution, nested, with their own labels.
pub mod clauses;
/// Words of one text against those of another.
pub mod compared;
/// The formal record of a decision and what is told of it.
pub mod decided;
/// Lines of a list.
pub mod entries;
/// What is wrong with a form.
pub mod errors;
/// A form that narrows a list.
pub mod filter;
/// The way of an issue besides its items.
pub mod journey;
/// Links to the pages of a list.
pub mod pagination;
/// Papers with type and size.
pub mod papers;
/// What a record was read from, its version and when it was published.
pub mod published;
/// The text of an officers' report.
pub mod report_text;
/// The picture of an issue's route.
pub mod route;
/// Recommendations of scrutiny.
pub mod scrutiny;
/// Names and values.
pub mod summary;
/// The picture of a plan.
pub mod timeline;
/// Words of the record, as they stand.
pub mod verbatim;

use maud::{DOCTYPE, Markup, html};

use crate::asset;
use crate::colour;
use crate::council::Council;
use crate::feeds;
use crate::pages::{Head, Section, twin};

/// The page with header, navigation, crumbs and footer around it.
pub fn frame(council: &Council, base: &str, head: &Head, body: Markup) -> Markup {
    let authority = &council.authority;
    html! {
        (DOCTYPE)
        html.govuk-template lang="en-GB" {
            head {
                meta charset="utf-8";
                title { @if head.wrong { "Error: " } (head.title) " - " (authority) }
                meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                meta name="theme-color" content=(council.colour.unwrap_or(colour::USUAL).hex());
                link rel="canonical" href={ (base) (head.address) };
                @if head.twinned { link rel="alternate" type="application/json" href=(twin(&head.address)) title="This page as JSON"; }
                @for feed in feeds::Feed::ALL {
                    link rel="alternate" type="application/atom+xml" href=(feed.address()) title=(feed.title());
                }
                link rel="icon" sizes="any" type="image/svg+xml" href=(*asset::ICON);
                link rel="stylesheet" href=(*asset::STYLE_SHEET);
                @if let Some(colour) = council.colour { link rel="stylesheet" href=(colour.address()); }
            }
            body.govuk-template__body {
                a.govuk-skip-link href="#main-content" data-module="govuk-skip-link" { "Skip to main content" }
                (header(authority, head.section))
                div.govuk-width-container {
                    (crumbs(&head.crumbs))
                    main.govuk-main-wrapper #main-content tabindex="-1" { (body) }
                }
                (footer(head))
            }
        }
    }
}

fn header(authority: &str, current: Section) -> Markup {
    html! {
        header.govuk-template__header {
            div.govuk-generic-header {
                div.govuk-generic-header__container.govuk-width-container {
                    div.govuk-generic-header__logo {
                        a.govuk-generic-header__homepage-link href="/" { (authority) }
                    }
                }
            }
            div.govuk-service-navigation {
                div.govuk-width-container {
                    div.govuk-service-navigation__container {
                        nav.govuk-service-navigation__wrapper aria-label="Menu" {
                            ul.govuk-service-navigation__list {
                                @for section in Section::ALL { (navigation_item(section, section == current)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn navigation_item(section: Section, current: bool) -> Markup {
    html! {
        @if current {
            li.govuk-service-navigation__item.govuk-service-navigation__item--active {
                a.govuk-service-navigation__link href=(section.address()) aria-current="true" {
                    strong.govuk-service-navigation__active-fallback { (section.words()) }
                }
            }
        } @else {
            li.govuk-service-navigation__item {
                a.govuk-service-navigation__link href=(section.address()) { (section.words()) }
            }
        }
    }
}

fn crumbs(crumbs: &[(String, String)]) -> Markup {
    html! {
        @if !crumbs.is_empty() {
            nav.govuk-breadcrumbs aria-label="Breadcrumb" {
                ol.govuk-breadcrumbs__list {
                    li.govuk-breadcrumbs__list-item { a.govuk-breadcrumbs__link href="/" { "Home" } }
                    @for (words, address) in crumbs {
                        li.govuk-breadcrumbs__list-item { a.govuk-breadcrumbs__link href=(address) { (words) } }
                    }
                }
            }
        }
    }
}

fn footer(head: &Head) -> Markup {
    html! {
        footer.govuk-template__footer.redress-footer {
            div.govuk-width-container {
                h2.govuk-visually-hidden { "About this site" }
                ul.redress-footer__list {
                    li { a.govuk-link href="/about" { "About this record" } }
                    li { a.govuk-link href="/restrictions" { "Restrictions" } }
                    li { a.govuk-link href="/accessibility" { "Accessibility" } }
                    li { a.govuk-link href="/cookies" { "Cookies" } }
                    @for feed in feeds::Feed::ALL {
                        li { a.govuk-link href=(feed.address()) { "Feed: " (feed.name()) } }
                    }
                    li { a.govuk-link href="/calendar.ics" { "Calendar of meetings" } }
                    @if head.twinned { li { a.govuk-link href=(twin(&head.address)) { "This page as JSON" } } }
                }
                p { "What is published here stays as it was published. A correction is a new version." }
            }
        }
    }
}

/// The search box, with what was searched.
pub fn search_box(searched: &str) -> Markup {
    html! {
        form.redress-searchbox action="/search" method="get" role="search" {
            div.govuk-form-group {
                label.govuk-label for="search" { "Search the record" }
                input.govuk-input #search type="search" name="q" value=(searched) autocomplete="off";
            }
            button.govuk-button type="submit" { "Search" }
        }
    }
}

/// A tag: a word, never a colour alone.
pub fn tag(words: &str, colour: &str) -> Markup {
    html! { strong class={ "govuk-tag govuk-tag--" (colour) } { (words) } }
}

/// A table that scrolls by itself on a narrow window, reachable by keyboard.
pub fn scrolling(label: &str, table: Markup) -> Markup {
    html! { div.redress-scroll role="region" aria-label=(label) tabindex="0" { (table) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_a_title_is_escaped() {
        let head = Head::new("<script>alert(1)</script>", "/meetings", Section::Meetings);
        let page = frame(&Council::named("A & B Council"), "https://council.example", &head, html! {}).into_string();
        assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; - A &amp; B Council"));
        assert!(!page.contains("<script") && !page.contains("style="));
    }

    #[test]
    fn the_navigation_names_the_part_that_is_open() {
        let head = Head::new("Meetings", "/meetings", Section::Meetings);
        let page = frame(&Council::named("Council"), "", &head, html! {}).into_string();
        assert_eq!(page.matches("aria-current").count(), 1);
        assert!(page.contains("href=\"/meetings.json\""));
    }
}
