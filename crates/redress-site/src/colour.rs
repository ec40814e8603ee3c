//! The council's colour: six digits, dark enough to be read on the pages' light grounds, and the style sheet that sets it.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

/// The colour of headings and links where a council has chosen none, as `redress.scss` has it.
pub const USUAL: Colour = Colour([0x0b, 0x53, 0x51]);
/// WCAG 2.2, success criterion 1.4.3.
const LEAST_CONTRAST: f64 = 4.5;
/// White, and the ground of a page's foot, on which links stand too.
const GROUNDS: [Colour; 2] = [Colour([0xff, 0xff, 0xff]), Colour([0xf0, 0xf4, 0xf4])];

/// A colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl Colour {
    /// Reads `#0b5351`, with the sign or without.
    pub fn read(text: &str) -> Option<Colour> {
        let digits = text.trim().trim_start_matches('#');
        if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        let part = |at: usize| digits.get(at..at + 2).and_then(|two| u8::from_str_radix(two, 16).ok());
        Some(Colour([part(0)?, part(2)?, part(4)?]))
    }

    /// Six digits with their sign: `#0b5351`.
    pub fn hex(self) -> String {
        let Colour([red, green, blue]) = self;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// How it stands out from the lightest and the darkest ground of a page, the worse of them.
    pub fn contrast(self) -> f64 {
        GROUNDS.into_iter().map(|ground| (ground.luminance() + 0.05) / (self.luminance() + 0.05)).fold(f64::INFINITY, f64::min)
    }

    /// Whether words in it can be read.
    pub fn is_readable(self) -> bool {
        self.contrast() >= LEAST_CONTRAST
    }

    /// The address of its style sheet: another colour has another address, so it may be kept for ever.
    pub fn address(self) -> String {
        format!("/assets/{}/{NAME}", self.hex().trim_start_matches('#'))
    }

    /// WCAG's relative luminance.
    fn luminance(self) -> f64 {
        let linear = |part: u8| match f64::from(part) / 255.0 {
            c if c <= 0.04045 => c / 12.92,
            c => ((c + 0.055) / 1.055).powf(2.4),
        };
        let Colour([red, green, blue]) = self;
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    fn darker(self) -> Colour {
        Colour(self.0.map(|part| part / 4 * 3))
    }
}

/// The name of the style sheet of a colour.
pub const NAME: &str = "colour.css";

/// The style sheet at the address of a readable colour; none for any other.
pub fn sheet(asked: &str) -> Option<Response> {
    let colour = Colour::read(asked).filter(|c| c.is_readable() && c.address() == format!("/assets/{asked}/{NAME}"))?;
    let (hex, darker) = (colour.hex(), colour.darker().hex());
    let css = format!(":root{{--govuk-brand-colour:{hex};--govuk-link-colour:{hex};--govuk-link-hover-colour:{darker}}}\n");
    let headers = [(CONTENT_TYPE, "text/css; charset=utf-8"), (CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Some((headers, css).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_read_and_written() {
        assert_eq!(Colour::read(" 0B5351 ").map(Colour::hex).as_deref(), Some("#0b5351"));
        for bad in ["", "#fff", "#0b535", "#0b53511", "red", "#0b535g", "#0b53é"] {
            assert_eq!(Colour::read(bad), None, "{bad}");
        }
    }

    #[test]
    fn only_what_can_be_read_on_every_ground_is_taken() {
        let readable = |text: &str| Colour::read(text).is_some_and(Colour::is_readable);
        assert!(USUAL.is_readable() && readable("#000000") && readable("#1d70b8"));
        // #767676 just passes on white and fails on the ground of the foot.
        assert!(!readable("#767676") && !readable("#ffdd00") && !readable("#ffffff"));
    }

    #[test]
    fn the_usual_colour_is_the_style_sheets_own() {
        assert!(include_str!("../assets/redress.scss").contains(&format!("brand: {}", USUAL.hex())));
    }
}
