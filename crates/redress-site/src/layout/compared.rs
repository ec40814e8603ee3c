//! Words of one text against those of another: added and removed in words for those who see neither colour nor line.

use maud::{Markup, html};
use redress::difference::{Run, words};

/// The runs from `before` to `after`.
pub fn runs(before: &str, after: &str) -> Markup {
    show(&words(before, after))
}

/// Runs of words.
pub fn show(runs: &[Run]) -> Markup {
    html! {
        @for run in runs {
            @match run {
                Run::Same(text) => { (text) " " },
                Run::Gone(text) => { del.redress-removed { span.govuk-visually-hidden { "removed: " } (text) span.govuk-visually-hidden { " end of removed." } } " " },
                Run::New(text) => { ins.redress-added { span.govuk-visually-hidden { "added: " } (text) span.govuk-visually-hidden { " end of added." } } " " },
            }
        }
    }
}

/// Whether two texts have the same words.
pub fn same(before: &str, after: &str) -> bool {
    before.split_whitespace().eq(after.split_whitespace())
}

/// How to read the runs.
pub fn key(before: &str, after: &str) -> Markup {
    html! {
        p.redress-said {
            "Words only in " (before) " are " del.redress-removed { "struck through" }
            "; words only in " (after) " are " ins.redress-added { "underlined" } "."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::runs;

    #[test]
    fn a_change_is_told_in_words() {
        let html = runs("report to <b>the Board", "report to Scrutiny").into_string();
        assert!(html.contains("removed: </span>&lt;b&gt;the Board") && html.contains("added: </span>Scrutiny"), "{html}");
    }
}
