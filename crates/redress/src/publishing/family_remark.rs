//! Remarks about the conduct or the health of a family in a case. They are flagged for a person to read; many are needed.

use std::ops::Range;

/// Words of a family, in small letters.
const FAMILY: [&str; 22] = [
    "family",
    "families",
    "mother",
    "father",
    "mum",
    "dad",
    "parent",
    "parents",
    "child",
    "children",
    "son",
    "daughter",
    "brother",
    "sister",
    "sibling",
    "siblings",
    "grandmother",
    "grandfather",
    "grandparents",
    "wife",
    "husband",
    "household",
];
/// Beginnings of words on how people behave, in small letters.
const CONDUCT: [&str; 25] = [
    "abus",
    "aggress",
    "alcohol",
    "arrest",
    "chaotic",
    "convict",
    "difficult",
    "disengag",
    "drug",
    "drunk",
    "fraud",
    "hostil",
    "manipulat",
    "neglect",
    "obstruct",
    "offend",
    "prison",
    "refus",
    "reluctan",
    "threat",
    "unco-operat",
    "uncooperat",
    "unreasonabl",
    "unwilling",
    "violen",
];
/// Beginnings of what somebody is said not to have done, in small letters, each after *not*.
const NOT: [&str; 6] = ["want", "wish", "engag", "co-operat", "cooperat", "willing"];
/// Beginnings of words on health, in small letters.
const HEALTH: [&str; 20] = [
    "addict",
    "adhd",
    "anxiety",
    "autis",
    "bipolar",
    "cancer",
    "dementia",
    "depress",
    "diagnos",
    "disab",
    "epilep",
    "illness",
    "incontinen",
    "medicat",
    "pregnan",
    "psychiatr",
    "schizophren",
    "self-harm",
    "suicid",
    "therap",
];

/// Sentences that speak of a family together with its conduct or health, as byte ranges of the text.
pub fn find(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for end in text.match_indices(['.', '!', '?', ';', '\n']).map(|(at, _)| at).chain([text.len()]) {
        let sentence = text[start..end].trim();
        if !sentence.is_empty() && is_remark(sentence) {
            let from = start + (text[start..end].len() - text[start..end].trim_start().len());
            found.push(from..from + sentence.len());
        }
        start = (end + 1).min(text.len());
    }
    found
}

fn is_remark(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|w| !w.is_empty()).collect();
    let speaks = |list: &[&str]| words.iter().any(|w| list.iter().any(|start| w.starts_with(start)));
    let not_done = words.windows(2).any(|two| matches!(two, ["not", then] if NOT.iter().any(|start| then.starts_with(start))));
    words.iter().any(|w| FAMILY.contains(w)) && (speaks(&CONDUCT) || speaks(&HEALTH) || not_done)
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn remarks_on_conduct_and_health_are_flagged() {
        for text in [
            "The mother was hostile to officers.",
            "Mr X’s son has been diagnosed with epilepsy.",
            "The family refused every offer",
            "The parents disengaged from the service;",
            "It was said that the family had not wanted to engage",
            "The family did not wish to engage with officers.",
            "The household had been reluctant to meet anybody.",
        ] {
            assert_eq!(find(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn a_family_alone_and_a_duty_alone_are_not() {
        for text in [
            "",
            "The family was offered £500.",
            "The council refused to reimburse the cost. The family complained.",
            "Disability services were reviewed\nThe Director of Children and Families reported",
            "Cabinet noted the difficult budget.",
            "Cabinet did not want to wait. Families were told.",
        ] {
            assert!(find(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn the_range_is_the_sentence() {
        let text = "It was late. The child’s illness was known.\nÉcole: the daughter threatened to leave";
        let found: Vec<&str> = find(text).into_iter().map(|r| &text[r]).collect();
        assert_eq!(found, ["The child’s illness was known", "École: the daughter threatened to leave"]);
    }
}
