//! The draft of a letter that asks the Ombudsman for more time. It names the original date, which stays, and holds no word of
//! the remedy, so that it can be read over a shoulder. Nobody sends it but the officer.

use jiff::civil::Date;

use crate::day::long;
use crate::wrong::reasons;

/// What the letter says.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    /// The council.
    pub council: &'a str,
    /// The recommendation's key: `22 002 824/1`.
    pub key: &'a str,
    /// The original date; none where the paper gives none, and then there is nothing to extend.
    pub original: Option<Date>,
    /// The date that the Ombudsman expects since an earlier letter.
    pub expected: Option<Date>,
    /// Until when more time is asked for, where that is known.
    pub until: Option<Date>,
    /// Why.
    pub why: &'a str,
    /// What the council has done so far, from the last update; empty where nothing was said.
    pub so_far: &'a str,
    /// Who asks.
    pub by: &'a str,
    /// The day of the letter.
    pub on: Date,
}

/// The text. What is not known yet stands in square brackets, to be filled in.
pub fn draft(of: &Draft<'_>) -> String {
    let Some(original) = of.original else {
        return format!("Recommendation {}: the paper gives no date, so there is none to extend.\n", of.key);
    };
    let (case, number) = of.key.rsplit_once('/').unwrap_or((of.key, ""));
    let mut text =
        format!("{}\n\nCase {case}, recommendation {number}: more time\n\nThis was to be done by {}.", long(of.on), long(original));
    if let Some(expected) = of.expected {
        text += &format!(" You agreed to {} in an earlier letter.", long(expected));
    }
    let stands = of.expected.unwrap_or(original);
    text +=
        if of.on > stands { " That day has passed, and we should have told you before it." } else { " It will not be done by that day." };
    let until = of.until.map_or("[the day by which it will be done]".into(), long);
    let why = if reasons(of.why, 3) { of.why.trim() } else { "[why it takes longer]" };
    text += &format!("\n\nWe ask for time until {until}.\n\nThe reason: {why}\n");
    if !of.so_far.trim().is_empty() {
        text += &format!("\nHow far it has come: {}\n", of.so_far.trim());
    }
    text +=
        &format!("\nWe know that the original date stays on record, and that lateness is counted from it.\n\n{}\n{}\n", of.by, of.council);
    text
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_draft_names_the_original_date_and_leaves_open_what_is_not_known() {
        let of = Draft {
            council: "Thornmere Borough Council",
            key: "22 002 824/1",
            original: Some(date(2023, 4, 8)),
            expected: None,
            until: None,
            why: "",
            so_far: "",
            by: "L. Officer",
            on: date(2023, 4, 3),
        };
        let text = draft(&of);
        assert!(text.contains("Case 22 002 824, recommendation 1") && text.contains("by 8 April 2023"), "{text}");
        assert!(text.contains("[the day by which it will be done]") && text.contains("[why it takes longer]"), "{text}");
        let late = draft(&Draft { until: Some(date(2023, 5, 8)), why: "The printer failed twice", on: date(2023, 4, 11), ..of });
        assert!(late.contains("until 8 May 2023") && late.contains("we should have told you before it") && !late.contains('['), "{late}");
        assert!(draft(&Draft { original: None, ..of }).contains("none to extend"));
    }
}
