//! Codes of a second factor: six digits that change every thirty seconds, the picture to scan, recovery codes.

use jiff::Timestamp;
use maud::{Markup, html};
use qrcodegen::{QrCode, QrCodeEcc};
use redress::sign_in::secret::Secret;
use totp_rs::{Builder, Totp};

use super::random;
use crate::failure::Failure;

/// How many recovery codes are given.
const RECOVERY_CODES: usize = 10;

/// A new shared secret, in the letters that people type into their programs.
pub fn new_secret() -> Result<Secret, Failure> {
    Ok(Secret::new(totp_rs::Secret::from(random::bytes::<20>()?.as_slice()).to_base32()))
}

/// The step that a code belongs to, where it fits now, a step before or a step after.
pub fn step(secret: &Secret, code: &str, now: Timestamp) -> Option<i64> {
    let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let second = u64::try_from(now.as_second()).ok()?;
    totp(secret, "account", "Redress")?.check(&digits, second).and_then(|step| i64::try_from(step).ok())
}

/// The address that a picture holds, for an account's name at a council.
pub fn address(secret: &Secret, name: &str, authority: &str) -> Option<Secret> {
    let plain = |text: &str| text.replace(':', " ");
    totp(secret, &plain(name), &plain(authority))?.to_url().ok().map(Secret::new)
}

fn totp(secret: &Secret, name: &str, authority: &str) -> Option<Totp> {
    let secret = totp_rs::Secret::try_from_base32(secret.expose()).ok()?;
    Builder::new().with_secret(secret).with_account_name(name).with_issuer(Some(authority)).build().ok()
}

/// The picture of an address, as part of the page: nothing else is asked to draw it.
pub fn picture(address: &Secret) -> Option<Markup> {
    let code = QrCode::encode_text(address.expose(), QrCodeEcc::Medium).ok()?;
    let size = code.size();
    let dark = (0..size).flat_map(|y| (0..size).map(move |x| (x, y))).filter(|(x, y)| code.get_module(*x, *y));
    let path: String = dark.map(|(x, y)| format!("M{} {}h1v1h-1z", x + 4, y + 4)).collect();
    let side = size + 8;
    Some(html! {
        svg.redress-qr xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (side) " " (side) } width="240" height="240" role="img"
            aria-label="Picture to scan with your phone; the same secret stands below in letters" {
            rect width="100%" height="100%" fill="#ffffff" {}
            path d=(path) fill="#000000" {}
        }
    })
}

/// Recovery codes, each good for one sign-in without the phone.
pub fn recovery_codes() -> Result<Vec<Secret>, Failure> {
    (0..RECOVERY_CODES).map(|_| Ok(plain_code(&totp_rs::Secret::from(random::bytes::<10>()?.as_slice()).to_base32()))).collect()
}

/// A recovery code as it is kept: without blanks and lines, in small letters.
pub fn plain_code(typed: &str) -> Secret {
    Secret::new(typed.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase())
}

/// A recovery code as people read it: four by four.
pub fn spaced(code: &Secret) -> String {
    let letters: Vec<char> = code.expose().chars().collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The shared secret of RFC 6238, appendix B.
    fn secret() -> Secret {
        Secret::new("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    }

    #[test]
    fn codes_are_those_of_rfc_6238() {
        for (second, code) in [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (2_000_000_000, "279037")] {
            let at = Timestamp::from_second(second).expect("a time");
            assert_eq!(step(&secret(), code, at), Some(second / 30), "{second}");
            assert_eq!(step(&secret(), "000000", at), None);
        }
    }

    #[test]
    fn a_code_fits_half_a_minute_around_and_says_which_step_it_is() {
        let at = |second: i64| Timestamp::from_second(second).expect("a time");
        assert_eq!(step(&secret(), "005 924", at(1_234_567_890 + 30)), Some(41_152_263));
        assert_eq!(step(&secret(), "005924", at(1_234_567_890 + 90)), None);
    }

    #[test]
    fn the_picture_is_drawn_in_the_page() {
        let address = address(&secret(), "a@b.example", "Thornmere: Borough").expect("an address");
        assert!(address.expose().starts_with("otpauth://totp/"), "{}", address.expose());
        let picture = picture(&address).expect("a picture").into_string();
        assert!(picture.starts_with("<svg") && !picture.contains("style") && !picture.contains("href"));
    }

    #[test]
    fn recovery_codes_are_typed_as_they_are_read() {
        let codes = recovery_codes().expect("codes");
        assert_eq!(codes.len(), 10);
        assert!(codes.iter().all(|c| c.expose().len() == 16 && plain_code(&spaced(c).to_uppercase()) == *c));
    }
}
