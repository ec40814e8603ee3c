//! What a record says of a thing: the thing itself, that there is none, that it does not apply, nothing, or no field.
//!
//! Imported text keeps its words; `Stated` is the reading of them and never replaces them.

use serde::Serialize;

/// How a field of a record stands. *Blank* is none of the others: the heading is there and nothing under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stated {
    /// The record has no such field.
    NotRecorded,
    /// The heading stands with nothing under it.
    Blank,
    /// The record says there is none.
    StatedNone,
    /// The record says that it does not apply.
    NotApplicable,
    /// The record gives it.
    Given,
}

impl Stated {
    /// Reads a field as imported: `None` where the heading is absent, the verbatim words where it stands.
    pub fn of(field: Option<&str>) -> Stated {
        let Some(words) = field else { return Stated::NotRecorded };
        let plain: String = words.trim().trim_end_matches(['.', ';']).trim_start_matches(['-', '–', ' ']).to_lowercase();
        match plain.as_str() {
            "" => Stated::Blank,
            "none" | "nil" | "no" | "there were none" | "none declared" | "none were declared" => Stated::StatedNone,
            "n/a" | "not applicable" => Stated::NotApplicable,
            _ => Stated::Given,
        }
    }

    /// The words a page prints where there is no text to print.
    pub fn words(self) -> &'static str {
        match self {
            Stated::NotRecorded => "Not recorded",
            Stated::Blank => "The heading is there, with nothing under it",
            Stated::StatedNone => "The record says that there were none",
            Stated::NotApplicable => "The record says that this does not apply",
            Stated::Given => "Given",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Stated;

    #[test]
    fn absent_blank_and_none_stay_distinct() {
        assert_eq!(Stated::of(None), Stated::NotRecorded);
        assert_eq!(Stated::of(Some(" \n")), Stated::Blank);
        assert_eq!(Stated::of(Some("None.")), Stated::StatedNone);
        assert_eq!(Stated::of(Some("– none")), Stated::StatedNone);
        assert_eq!(Stated::of(Some("N/A")), Stated::NotApplicable);
        assert_eq!(Stated::of(Some("None of the options was cheaper.")), Stated::Given);
    }
}
