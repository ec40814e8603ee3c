//! The journey of a matter through bodies: referral with both ends, merging and splitting with a redirect.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::wrong::{Wrong, reasons};

/// What became of a referral at the other end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "received", rename_all = "snake_case")]
pub enum Received {
    /// An item of a meeting took it up.
    TakenUp {
        /// The item's address.
        item: String,
        /// The day.
        on: Date,
    },
    /// The body would not take it.
    Declined {
        /// The day.
        on: Date,
        /// Why.
        why: String,
    },
}

/// One body sends the matter to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referral {
    /// The body that sends it.
    pub from: String,
    /// The item at which it decided so.
    pub item: String,
    /// The day.
    pub on: Date,
    /// The body it is sent to.
    pub to: String,
    /// What that body is asked.
    pub asked: String,
    /// The provision that leaves the matter to that body; none for a referral by choice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// What became of it there; none while it waits.
    pub received: Option<Received>,
}

impl Referral {
    /// What keeps it from being made.
    pub fn check(&self) -> Vec<Wrong> {
        let mut wrong = Vec::new();
        if self.to.trim().is_empty() || self.to == self.from {
            wrong.push(Wrong::new("to", "Name the other body to which it goes."));
        }
        if self.item.trim().is_empty() {
            wrong.push(Wrong::new("item", "Name the item at which it was referred."));
        }
        if !reasons(&self.asked, 3) {
            wrong.push(Wrong::new("asked", "Say what the other body is asked to do."));
        }
        wrong
    }

    /// Records the other end, once.
    pub fn receive(&mut self, received: Received) -> Result<(), Wrong> {
        if self.received.is_some() {
            return Err(Wrong::new("received", "The other end is recorded already."));
        }
        let (on, wrong) = match &received {
            Received::TakenUp { item, on } => (*on, item.trim().is_empty().then(|| Wrong::new("item", "Name the item that took it up."))),
            Received::Declined { on, why } => (*on, (!reasons(why, 3)).then(|| Wrong::new("why", "Say why the body would not take it."))),
        };
        if on < self.on {
            return Err(Wrong::new("on", "This is before it was referred."));
        }
        wrong.map_or(Ok(()), Err)?;
        self.received = Some(received);
        Ok(())
    }
}

/// How an issue became another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "became", rename_all = "snake_case")]
pub enum Became {
    /// It was merged into another. Its address leads there.
    Merged {
        /// Into which.
        into: String,
    },
    /// It was split. Its address shows the parts.
    Split {
        /// Into which.
        into: Vec<String>,
    },
}

/// A merging or splitting, with its person and reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The issue that ends.
    pub issue: String,
    /// What became of it.
    #[serde(flatten)]
    pub became: Became,
    /// When.
    pub on: Date,
    /// Who did it.
    pub by: String,
    /// Why.
    pub why: String,
}

/// Where an address of an issue leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "leads", rename_all = "snake_case")]
pub enum Leads {
    /// To the issue itself.
    Here,
    /// To one other issue: a redirect.
    To {
        /// Which.
        issue: String,
    },
    /// To several, of which the reader chooses.
    Choice {
        /// Which.
        issues: BTreeSet<String>,
    },
}

/// Every merging and splitting. Nothing is taken out: an old address works for ever.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addresses {
    changes: BTreeMap<String, Change>,
}

impl Addresses {
    /// Merges or splits an issue.
    pub fn change(&mut self, change: Change) -> Result<(), Wrong> {
        let into = targets(&change.became);
        if change.by.trim().is_empty() || !reasons(&change.why, 3) {
            return Err(Wrong::new("why", "Say who does it and why."));
        }
        if self.changes.contains_key(&change.issue) {
            return Err(Wrong::new("issue", "This issue was merged or split already."));
        }
        if matches!(&change.became, Became::Split { into } if into.iter().collect::<BTreeSet<_>>().len() < 2) {
            return Err(Wrong::new("into", "Name at least two issues that it is split into."));
        }
        if into.iter().any(|t| *t == change.issue || self.ends(t).contains(&change.issue)) {
            return Err(Wrong::new("into", "The addresses would run in a ring. Choose an issue that does not lead back here."));
        }
        self.changes.insert(change.issue.clone(), change);
        Ok(())
    }

    /// Where an address leads.
    pub fn leads(&self, issue: &str) -> Leads {
        if !self.changes.contains_key(issue) {
            return Leads::Here;
        }
        let ends = self.ends(issue);
        match ends.len() {
            1 => ends.into_iter().next().map_or(Leads::Here, |issue| Leads::To { issue }),
            _ => Leads::Choice { issues: ends },
        }
    }

    /// Whether an issue leads, over however many others, to a second one.
    pub fn leads_to(&self, issue: &str, to: &str) -> bool {
        self.ends(issue).contains(to)
    }

    /// Issues that lead to one: the other ends.
    pub fn from(&self, issue: &str) -> Vec<&Change> {
        self.changes.values().filter(|c| targets(&c.became).contains(&issue.to_string())).collect()
    }

    fn ends(&self, issue: &str) -> BTreeSet<String> {
        match self.changes.get(issue) {
            None => BTreeSet::from([issue.to_string()]),
            Some(change) => targets(&change.became).iter().flat_map(|t| self.ends(t)).collect(),
        }
    }
}

fn targets(became: &Became) -> Vec<String> {
    match became {
        Became::Merged { into } => vec![into.clone()],
        Became::Split { into } => into.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn change(issue: &str, became: Became) -> Change {
        Change { issue: issue.into(), became, on: date(2025, 3, 1), by: "R. Clerk".into(), why: "Both are one matter.".into() }
    }

    fn merged(into: &str) -> Became {
        Became::Merged { into: into.into() }
    }

    #[test]
    fn a_referral_has_two_ends() {
        let mut referral = Referral {
            from: "Cabinet".into(),
            item: "2021-05-04-cabinet/6".into(),
            on: date(2021, 5, 4),
            to: "Children's Scrutiny Committee".into(),
            asked: "Comment on the action plan.".into(),
            section: None,
            received: None,
        };
        assert_eq!(referral.check(), []);
        let taken = |on| Received::TakenUp { item: "2021-06-09-childrens-scrutiny-committee/5".into(), on };
        assert_eq!(referral.receive(taken(date(2021, 5, 3))).unwrap_err().field, "on");
        referral.receive(taken(date(2021, 6, 9))).unwrap();
        assert_eq!(referral.receive(taken(date(2021, 6, 9))).unwrap_err().field, "received");
        let nowhere = Referral { to: "Cabinet".into(), asked: "?".into(), ..referral };
        assert_eq!(nowhere.check().len(), 2);
    }

    #[test]
    fn old_addresses_lead_on() {
        let mut addresses = Addresses::default();
        addresses.change(change("transport", merged("school-transport"))).unwrap();
        addresses.change(change("buses", merged("transport"))).unwrap();
        assert_eq!(addresses.leads("buses"), Leads::To { issue: "school-transport".into() });
        assert_eq!(addresses.leads("school-transport"), Leads::Here);
        assert_eq!(addresses.change(change("school-transport", merged("buses"))).unwrap_err().field, "into");
        let split = Became::Split { into: vec!["routes".into(), "passes".into()] };
        addresses.change(change("school-transport", split)).unwrap();
        assert_eq!(addresses.leads("buses"), Leads::Choice { issues: BTreeSet::from(["passes".into(), "routes".into()]) });
        assert!(addresses.leads_to("buses", "routes") && !addresses.leads_to("routes", "buses"));
        assert_eq!(addresses.from("routes")[0].issue, "school-transport");
        let one = Became::Split { into: vec!["x".into(), "x".into()] };
        assert_eq!(addresses.change(change("routes", one)).unwrap_err().field, "into");
    }

    proptest! {
        #[test]
        fn every_address_ends_somewhere(changes in prop::collection::vec((0u8..7, 0u8..7, 0u8..7, any::<bool>()), 0..30)) {
            let mut addresses = Addresses::default();
            let name = |n: u8| format!("issue-{n}");
            for (issue, a, b, split) in changes {
                let became = if split { Became::Split { into: vec![name(a), name(b)] } } else { merged(&name(a)) };
                let _ = addresses.change(change(&name(issue), became));
            }
            for n in 0..7 {
                let ends = match addresses.leads(&name(n)) {
                    Leads::Here => continue,
                    Leads::To { issue } => BTreeSet::from([issue]),
                    Leads::Choice { issues } => issues,
                };
                prop_assert!(!ends.is_empty() && ends.iter().all(|e| addresses.leads(e) == Leads::Here));
            }
        }
    }
}
