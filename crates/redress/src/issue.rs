//! A matter that travels: its route through the bodies, from the items on record and the meetings that the texts mention.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What earlier bodies said, in the next version of a report.
pub mod comments;
/// Referral, merging and splitting.
pub mod journey;

/// A meeting that a text speaks of. It is no item: nothing of it may be on record here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// The day that the text gives.
    pub date: Date,
    /// The body, in the words of the text; none where they do not tell.
    pub body: Option<String>,
    /// The words it was read from.
    pub quote: String,
}

/// A stop on the route.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stop {
    /// The day; none where the source does not give it.
    pub date: Option<Date>,
    /// The body; none where the source does not give it.
    pub body: Option<String>,
    /// The item's key, where an item is on record.
    pub item: Option<String>,
    /// What happened, in a few words of the record; empty for a mention.
    pub outcome: String,
}

/// The route, oldest first: every item, and each mentioned meeting that no item stands for.
///
/// A mention stands for the item on the same day: texts call one body by several names.
pub fn route(items: Vec<Stop>, mentions: &[Mention]) -> Vec<Stop> {
    let mut stops = items;
    for mention in mentions {
        let known = stops.iter().any(|s| s.date == Some(mention.date));
        if !known {
            stops.push(Stop { date: Some(mention.date), body: mention.body.clone(), item: None, outcome: String::new() });
        } else if let Some(vague) = stops.iter_mut().find(|s| s.date == Some(mention.date) && s.item.is_none()) {
            // Two texts may speak of one meeting; the fuller name tells more.
            let longer = mention.body.as_ref().is_some_and(|b| vague.body.as_ref().is_none_or(|v| b.len() > v.len()));
            if longer {
                vague.body.clone_from(&mention.body);
            }
        }
    }
    stops.sort_by(|a, b| (a.date.is_none(), a.date, &a.item).cmp(&(b.date.is_none(), b.date, &b.item)));
    stops
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn mentions_fill_the_gaps_between_items() {
        let item = |d, b: &str| Stop { date: Some(d), body: Some(b.into()), item: Some("x/1".into()), outcome: "noted".into() };
        let mention = |d, b: &str| Mention { date: d, body: Some(b.into()), quote: String::new() };
        let stops = route(
            vec![item(date(2021, 7, 22), "Council"), item(date(2021, 7, 1), "Scrutiny B")],
            &[mention(date(2021, 5, 4), "Cabinet"), mention(date(2021, 6, 9), "Scrutiny A"), mention(date(2021, 7, 1), "Scrutiny B")],
        );
        let bodies: Vec<_> = stops.iter().filter_map(|s| s.body.as_deref()).collect();
        assert_eq!(bodies, ["Cabinet", "Scrutiny A", "Scrutiny B", "Council"]);
    }
}
