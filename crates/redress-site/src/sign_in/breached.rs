//! Passwords that everybody tries: the commonest of twelve characters and more, and the words and runs that they are made of.

const LIST: &str = include_str!("breached.txt");

/// The list, in small letters.
pub fn list() -> impl Iterator<Item = &'static str> {
    LIST.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use redress::sign_in::password::{Door, Weakness, weakness};

    use super::*;

    #[test]
    fn the_list_is_long_plain_and_used() {
        assert!(list().count() > 300);
        assert!(list().all(|word| word.len() >= 4 && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())));
        let door = Door { full_name: "A Person", name: "a@b.example", authority: "C Council" };
        for bad in
            ["Password12345!", "qwertyuiop[]", "iloveyou1234", "Manchester-United", "1qaz2wsx3edc4rfv", "Liverpool2024!", "adminadminadmin"]
        {
            assert_eq!(weakness(bad, door, list()), Some(Weakness::Common), "{bad}");
        }
        for good in ["three small otters waving", "Kd82-kfPq-0smZ-x", "the gutter drips at noon"] {
            assert_eq!(weakness(good, door, list()), None, "{good}");
        }
    }
}
