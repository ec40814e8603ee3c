//! What a password must be: long, not one that everybody tries, and nothing that is written on the door.
//!
//! No letter, digit or sign is asked for: that makes passwords short and alike.

/// Characters at least.
pub const SHORTEST: usize = 12;
/// Characters at most, so that nobody keeps the machine busy with one.
pub const LONGEST: usize = 200;

/// Why a password is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weakness {
    /// Fewer than [`SHORTEST`] characters.
    Short,
    /// More than [`LONGEST`] characters.
    Long,
    /// Everybody tries it.
    Common,
    /// It is the name, the address or the council's name.
    Yours,
}

/// What somebody who guesses knows.
#[derive(Debug, Clone, Copy)]
pub struct Door<'a> {
    /// The person's name.
    pub full_name: &'a str,
    /// The name that signs in, often an e-mail address.
    pub name: &'a str,
    /// The council's name.
    pub authority: &'a str,
}

/// What is wrong with a password, if anything; `common` is a list of passwords and parts in small letters.
pub fn weakness<'a>(password: &str, door: Door<'_>, common: impl Iterator<Item = &'a str>) -> Option<Weakness> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Some(Weakness::Short);
    }
    if length > LONGEST {
        return Some(Weakness::Long);
    }
    let (plain, unleet) = (plain(password), plain(&unleet(password)));
    let common: Vec<&str> = common.filter(|c| !c.is_empty()).collect();
    if is_pattern(&plain) || is_made_of(&plain, &common) || is_made_of(&unleet, &common) {
        return Some(Weakness::Common);
    }
    let words = words(door);
    let known: Vec<&str> = words.iter().map(String::as_str).chain(common).collect();
    (is_made_of(&plain, &known) || is_made_of(&unleet, &known)).then_some(Weakness::Yours)
}

fn plain(text: &str) -> String {
    text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What stands on the door, whole and in words: `thornmereboroughcouncil`, `thornmere`, `borough` …
fn words(door: Door<'_>) -> Vec<String> {
    let Door { full_name, name, authority } = door;
    let split = [full_name, name, authority].into_iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    split.map(plain).chain([plain(full_name), plain(name), plain(authority)]).filter(|w| w.chars().count() > 2).collect()
}

/// Letters for the digits and signs that stand for them.
fn unleet(text: &str) -> String {
    let letter = |c| match c {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        c => c,
    };
    text.chars().map(letter).collect()
}

/// One or two characters over and over, or a run such as `abcdefgh…` or `123456789…`.
fn is_pattern(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let repeats = (1..=4).any(|n| letters.len() > n && letters.iter().skip(n).zip(&letters).all(|(a, b)| a == b));
    let steps: Vec<i64> = letters.windows(2).map(|w| i64::from(u32::from(w[1])) - i64::from(u32::from(w[0]))).collect();
    let runs = |step: i64| steps.iter().filter(|s| **s == step || **s == -9 * step).count() == steps.len();
    letters.len() < 4 || repeats || runs(1) || runs(-1)
}

/// Whether nothing is left but known parts and at most four digits or other characters between them.
fn is_made_of(text: &str, parts: &[&str]) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let parts: Vec<Vec<char>> = parts.iter().map(|p| p.chars().collect()).collect();
    // The fewest characters left over up to each place, and whether a part was met.
    let mut left = vec![(usize::MAX, false); letters.len() + 1];
    left[0] = (0, false);
    for at in 0..letters.len() {
        let (over, met) = left[at];
        if over == usize::MAX {
            continue;
        }
        if left[at + 1].0 > over + 1 {
            left[at + 1] = (over + 1, met);
        }
        for part in parts.iter().filter(|p| letters[at..].starts_with(p)) {
            let end = at + part.len();
            if left[end].0 >= over {
                left[end] = (over, true);
            }
        }
    }
    left.last().is_some_and(|(over, met)| *met && *over <= 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOOR: Door<'static> =
        Door { full_name: "Ayesha Khan", name: "ayesha.khan@thornmere.gov.uk", authority: "Thornmere Borough Council" };

    fn found(password: &str) -> Option<Weakness> {
        weakness(password, DOOR, ["password", "qwertyuiop", "letmein", "welcome", "1q2w3e4r5t6y"].into_iter())
    }

    #[test]
    fn length_is_all_that_is_asked_of_an_uncommon_password() {
        assert_eq!(found("elevenchars"), Some(Weakness::Short));
        for good in ["correct horse battery staple", "twelve chars", "purple-heron-under-7", "dĺhé heslo bez čísel", "tom's wet hat"] {
            assert_eq!(found(good), None, "{good}");
        }
        assert_eq!(found(&"long walk ".repeat(21)), Some(Weakness::Long));
    }

    #[test]
    fn what_everybody_tries_is_refused_however_it_is_dressed() {
        for bad in ["password1234", "P@ssw0rd-2024", "Pa55word!!!!", "1q2w3e4r5t6y", "letmein letmein", "Welcome2024!!!", "QWERTYUIOP12"] {
            assert_eq!(found(bad), Some(Weakness::Common), "{bad}");
        }
        for bad in ["aaaaaaaaaaaaa", "abcabcabcabcabc", "123456789012", "abcdefghijklm", "987654321098", "121212121212"] {
            assert_eq!(found(bad), Some(Weakness::Common), "{bad}");
        }
    }

    #[test]
    fn names_on_the_door_are_refused() {
        for bad in ["ayesha.khan@thornmere.gov.uk", "AyeshaKhan2024", "Thornmere-Council", "thornmereborough1"] {
            assert_eq!(found(bad), Some(Weakness::Yours), "{bad}");
        }
    }
}
