//! The letter that goes with a bundle, drafted from the record in plain words. An officer may change every word of it.

use jiff::civil::Date;

use crate::day::long;
use crate::ombudsman::evidence::Required;

/// What the letter is drafted from.
#[derive(Debug, Clone)]
pub struct Covering<'a> {
    /// The council.
    pub authority: &'a str,
    /// The case.
    pub case: &'a str,
    /// The day of the letter.
    pub on: Date,
    /// Who signs it.
    pub by: &'a str,
    /// Key, words and original date of each recommendation.
    pub asked: &'a [(String, String, Option<Date>)],
    /// What they need.
    pub required: &'a [Required],
}

/// The letter: each recommendation in the Ombudsman's own words, its original date, and what comes with the letter to show it.
pub fn cover(of: &Covering<'_>) -> String {
    let mut lines = vec![
        of.authority.to_string(),
        long(of.on),
        String::new(),
        "To the Local Government and Social Care Ombudsman".into(),
        String::new(),
        format!("Case {}", of.case),
        String::new(),
        match of.asked.len() {
            1 => "We send the evidence for one recommendation.".to_string(),
            n => format!("We send the evidence for {n} recommendations."),
        },
    ];
    for (key, words, due_on) in of.asked {
        lines.extend([String::new(), format!("Recommendation {key}"), String::new(), "You asked:".into()]);
        lines.extend(words.lines().map(|line| format!("    {line}")));
        lines.extend([String::new(), due_on.map_or("You gave no date.".into(), |d| format!("You gave this date: {}.", long(d)))]);
        let needs: Vec<&Required> = of.required.iter().filter(|r| r.recommendation == *key).collect();
        if !needs.is_empty() {
            lines.push("With this letter:".into());
            lines.extend(needs.iter().map(|r| format!("    {}. {}", r.number, r.words)));
        }
    }
    lines.extend([
        String::new(),
        "The file index.txt says which file shows what, who filed it and when.".into(),
        "Please tell us whether you are satisfied, or what is still missing.".into(),
        String::new(),
        of.by.to_string(),
        of.authority.to_string(),
    ]);
    lines.join("\n")
}
