//! Links to the pages of a list; nothing where there is one page.

use maud::{Markup, html};

/// The links, with the address of each page from `address`.
pub fn pages(page: u32, pages: u32, address: impl Fn(u32) -> String) -> Markup {
    html! {
        @if pages > 1 {
            nav.govuk-pagination aria-label="Pages of this list" {
                @if page > 1 {
                    div.govuk-pagination__prev {
                        a.govuk-link.govuk-pagination__link href=(address(page - 1)) rel="prev" {
                            span.govuk-pagination__link-title { "Previous" span.govuk-visually-hidden { " page" } }
                        }
                    }
                }
                ul.govuk-pagination__list {
                    @for shown in numbers(page, pages) {
                        @match shown {
                            None => li.govuk-pagination__item.govuk-pagination__item--ellipsis { "⋯" },
                            Some(n) if n == page => li.govuk-pagination__item.govuk-pagination__item--current {
                                a.govuk-link.govuk-pagination__link href=(address(n)) aria-label={ "Page " (n) } aria-current="page" { (n) }
                            },
                            Some(n) => li.govuk-pagination__item {
                                a.govuk-link.govuk-pagination__link href=(address(n)) aria-label={ "Page " (n) } { (n) }
                            },
                        }
                    }
                }
                @if page < pages {
                    div.govuk-pagination__next {
                        a.govuk-link.govuk-pagination__link href=(address(page + 1)) rel="next" {
                            span.govuk-pagination__link-title { "Next" span.govuk-visually-hidden { " page" } }
                        }
                    }
                }
            }
        }
    }
}

/// The first, the last, those beside the page, and a gap where some are left out.
fn numbers(page: u32, pages: u32) -> Vec<Option<u32>> {
    let mut shown = Vec::new();
    let mut last = 0;
    for n in [1, page.saturating_sub(1), page, page + 1, pages] {
        if n <= last || n > pages {
            continue;
        }
        if n > last + 1 {
            shown.push(None);
        }
        shown.push(Some(n));
        last = n;
    }
    shown
}

/// `Showing 51 to 100 of 312`.
pub fn showing(page: u32, per_page: u32, here: usize, total: u64) -> String {
    let first = u64::from(page.saturating_sub(1)) * u64::from(per_page) + 1;
    let last = first + here as u64 - u64::from(here > 0);
    match (total, here) {
        (0, _) => "None".into(),
        (_, 0) => format!("This page is past the end: there are {total}"),
        (1, _) => "1 in all".into(),
        _ if here as u64 == total => format!("{total} in all"),
        _ => format!("Showing {first} to {last} of {total}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_stand_for_pages_left_out() {
        assert_eq!(numbers(1, 3), [Some(1), Some(2), Some(3)]);
        assert_eq!(numbers(5, 9), [Some(1), None, Some(4), Some(5), Some(6), None, Some(9)]);
        assert_eq!(numbers(9, 9), [Some(1), None, Some(8), Some(9)]);
    }

    #[test]
    fn the_count_is_told_in_words() {
        assert_eq!(showing(2, 50, 50, 312), "Showing 51 to 100 of 312");
        assert_eq!(showing(1, 50, 3, 3), "3 in all");
        assert_eq!(showing(9, 50, 0, 3), "This page is past the end: there are 3");
    }
}
