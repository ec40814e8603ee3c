//! Words that stand nowhere else, one for each private thing, and looking for them in any dress.

use redress_store::chain::sha256;

/// Letters of the words: no vowel, so no prefix of one is a word of English.
const LETTERS: &[u8] = b"bcdfghjklmnpqrstvwxz";

/// A planted word, by what it stands for.
#[derive(Debug, Clone)]
pub struct Sentinel {
    pub of: &'static str,
    pub word: String,
}

/// Everything that was planted.
#[derive(Debug, Default)]
pub struct Sentinels {
    pub all: Vec<Sentinel>,
}

impl Sentinels {
    /// The word for something; the same each time.
    pub fn word(&mut self, of: &'static str) -> String {
        let word = word(of);
        if self.all.iter().all(|s| s.of != of) {
            self.all.push(Sentinel { of, word: word.clone() });
        }
        word
    }

    /// Words of another making, such as a reference or an amount.
    pub fn also(&mut self, of: &'static str, words: &[&str]) {
        self.all.extend(words.iter().map(|word| Sentinel { of, word: (*word).to_string() }));
    }

    /// A sentence long enough for every rule, with the word in it.
    pub fn sentence(&mut self, of: &'static str) -> String {
        format!("It serves the public better that {} is kept back than that it is disclosed now", self.word(of))
    }

    /// Those that stand in these bytes: as they are or in small letters, in UTF-8, UTF-16, Base64 or percent signs.
    pub fn found(&self, bytes: &[u8]) -> Vec<&'static str> {
        let text = String::from_utf8_lossy(bytes);
        let small = text.to_lowercase();
        let holds =
            |s: &&Sentinel| dresses(&s.word).iter().any(|dress| small.contains(dress)) || based(&s.word).iter().any(|b| text.contains(b));
        self.all.iter().filter(holds).map(|s| s.of).collect()
    }
}

fn word(of: &str) -> String {
    let hash = sha256(of.as_bytes());
    let bytes = hash.as_bytes().chunks(2).take(9);
    let letters = bytes.map(|pair| usize::from(pair[0]) * 7 + usize::from(pair[1]) * 3);
    "zq".chars().chain(letters.map(|n| char::from(LETTERS[n % LETTERS.len()]))).collect()
}

fn dresses(word: &str) -> [String; 3] {
    let small = word.to_lowercase();
    let wide = small.chars().flat_map(|c| [c, '\0']).collect();
    let percent = small.bytes().map(|b| format!("%{b:02x}")).collect();
    [small, wide, percent]
}

/// The middle of a word's Base64 at each of the three places where it can begin.
fn based(word: &str) -> Vec<String> {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: Vec<u8> = word.bytes().flat_map(|b| (0..8).rev().map(move |at| b >> at & 1)).collect();
    // From its first, second or third byte on, what whole groups of six bits hold is the same wherever the word stands.
    let digit = |group: &[u8]| char::from(DIGITS[group.iter().fold(0, |sum, bit| sum * 2 + usize::from(*bit))]);
    [0, 2, 4].into_iter().map(|skip| bits[skip..].chunks_exact(6).map(digit).collect()).collect()
}

#[test]
fn a_sentinel_is_found_in_every_dress() {
    let mut planted = Sentinels::default();
    let word = planted.word("a test");
    assert!(word.len() == 11 && planted.found(b"nothing here").is_empty());
    let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let percent: String = word.bytes().map(|b| format!("%{b:02X}")).collect();
    for dress in [word.to_uppercase().into_bytes(), wide, percent.into_bytes()] {
        assert_eq!(planted.found(&dress), ["a test"]);
    }
    for before in ["", "x", "xx"] {
        // Base64 of the word behind so many others, by the book: groups of three bytes.
        let text = format!("{before}{word}xxx");
        let bits: Vec<u8> = text.bytes().flat_map(|b| (0..8).rev().map(move |at| b >> at & 1)).collect();
        let digits = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let based: Vec<u8> = bits.chunks_exact(6).map(|g| digits[g.iter().fold(0, |s, b| s * 2 + usize::from(*b))]).collect();
        assert_eq!(planted.found(&based), ["a test"], "{before}");
    }
}
