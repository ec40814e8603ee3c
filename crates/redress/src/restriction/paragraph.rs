//! The seven descriptions of exempt information: Local Government Act 1972, Schedule 12A, Part 1, for England.

use serde::{Deserialize, Serialize};

/// A paragraph of Schedule 12A, Part 1. Written as its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "u8", try_from = "u8")]
pub enum Paragraph {
    /// 1: about an individual.
    Individual,
    /// 2: would tell who an individual is.
    Identity,
    /// 3: money or business of a person or of the council.
    Business,
    /// 4: consultations and negotiations with staff.
    Labour,
    /// 5: what a lawyer may keep back in proceedings.
    Privilege,
    /// 6: a statutory notice, order or direction that is proposed.
    Order,
    /// 7: preventing, investigating or prosecuting crime.
    Crime,
}

/// The number is not 1 to 7.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Schedule 12A, Part 1 has paragraphs 1 to 7, and no {0}")]
pub struct NoSuchParagraph(pub u8);

impl Paragraph {
    /// Every paragraph, in the order of the law.
    pub const ALL: [Paragraph; 7] = [
        Paragraph::Individual,
        Paragraph::Identity,
        Paragraph::Business,
        Paragraph::Labour,
        Paragraph::Privilege,
        Paragraph::Order,
        Paragraph::Crime,
    ];

    /// 1 to 7.
    pub fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The paragraph of a number.
    pub fn of_number(number: u8) -> Option<Paragraph> {
        Paragraph::ALL.into_iter().find(|p| p.number() == number)
    }

    /// What it covers, in a few words.
    pub fn words(self) -> &'static str {
        match self {
            Paragraph::Individual => "information about an individual",
            Paragraph::Identity => "information likely to show who an individual is",
            Paragraph::Business => "information about the finances or business of a person, an organisation or the council",
            Paragraph::Labour => "information about consulting or negotiating with staff and their unions",
            Paragraph::Privilege => "information that legal professional privilege protects",
            Paragraph::Order => "information showing that the council proposes a statutory notice, an order or a direction",
            Paragraph::Crime => "information about preventing, investigating or prosecuting crime",
        }
    }
}

impl From<Paragraph> for u8 {
    fn from(paragraph: Paragraph) -> u8 {
        paragraph.number()
    }
}

impl TryFrom<u8> for Paragraph {
    type Error = NoSuchParagraph;

    fn try_from(number: u8) -> Result<Paragraph, NoSuchParagraph> {
        Paragraph::of_number(number).ok_or(NoSuchParagraph(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_written_as_its_number() {
        for paragraph in Paragraph::ALL {
            assert_eq!(Paragraph::of_number(paragraph.number()), Some(paragraph));
        }
        assert_eq!(serde_json::to_string(&Paragraph::Business).unwrap(), "3");
        assert!(serde_json::from_str::<Paragraph>("8").is_err(), "8 to 10 qualify the seven and are no descriptions");
    }
}
