//! The words of a name as they stand in an address: lower case, hyphens, ASCII where it has it.

/// Lower-case letters and digits of any script, other runs as one hyphen; `none` for a name without either.
pub fn slug(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '’' | '\'' => {}
            '&' => push_word(&mut out, "and"),
            c if c.is_alphanumeric() => out.extend(c.to_lowercase()),
            _ if !out.is_empty() && !out.ends_with('-') => out.push('-'),
            _ => {}
        }
    }
    let trimmed = out.trim_end_matches('-');
    if trimmed.is_empty() { "none".into() } else { trimmed.into() }
}

fn push_word(out: &mut String, word: &str) {
    if !out.is_empty() && !out.ends_with('-') {
        out.push('-');
    }
    out.push_str(word);
    out.push('-');
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn names_become_addresses() {
        for (name, address) in [
            ("Children’s Services", "childrens-services"),
            ("Health & Wellbeing Board", "health-and-wellbeing-board"),
            ("  Council (Budget)  ", "council-budget"),
            ("48/20", "48-20"),
            ("…", "none"),
        ] {
            assert_eq!(slug(name), address);
        }
    }
}
