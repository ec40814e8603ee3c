//! Which roles the groups of the council's sign-in service give, for as long as the session lasts.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Context;
use redress::reader::Role;

/// Roles by group.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Groups(BTreeMap<String, BTreeSet<Role>>);

impl Groups {
    /// Reads `{"Democratic Services": "democratic_services", "Lawyers": ["clearance_officer", "report_author"]}`.
    pub fn read(json: &str) -> anyhow::Result<Groups> {
        let read: BTreeMap<String, serde_json::Value> =
            serde_json::from_str(json).context("--oidc-groups: the file is no JSON object of groups and roles")?;
        let mut groups = BTreeMap::new();
        for (group, value) in read {
            let words: Vec<&str> = match &value {
                serde_json::Value::Array(several) => several.iter().filter_map(|v| v.as_str()).collect(),
                one => one.as_str().into_iter().collect(),
            };
            let role = |word: &str| Role::of_word(word).with_context(|| format!("--oidc-groups: {word} is no role"));
            let roles: BTreeSet<Role> = words.into_iter().map(role).collect::<anyhow::Result<_>>()?;
            anyhow::ensure!(!roles.is_empty(), "--oidc-groups: {group} gives no role");
            groups.insert(group, roles);
        }
        Ok(Groups(groups))
    }

    /// The roles that somebody's groups give.
    pub fn roles(&self, groups: &[String]) -> BTreeSet<Role> {
        groups.iter().filter_map(|group| self.0.get(group)).flatten().copied().collect()
    }

    /// What is asked of the service besides name and address.
    pub(super) fn asked(&self) -> Option<&'static str> {
        (!self.0.is_empty()).then_some("groups")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_give_one_role_or_several_and_strangers_none() {
        let groups = Groups::read(r#"{"Dem": "democratic_services", "Law": ["clearance_officer", "report_author"]}"#).expect("read");
        let of = |names: &[&str]| groups.roles(&names.iter().map(|n| n.to_string()).collect::<Vec<_>>());
        assert_eq!(of(&["Dem", "Choir"]), BTreeSet::from([Role::DemocraticServices]));
        assert_eq!(of(&["Law"]).len(), 2);
        assert!(of(&[]).is_empty() && of(&["dem"]).is_empty());
    }

    #[test]
    fn a_role_that_is_none_is_said() {
        for bad in [r#"{"Dem": "king"}"#, r#"{"Dem": []}"#, r#"{"Dem": 3}"#, "[]", "{"] {
            assert!(Groups::read(bad).is_err(), "{bad}");
        }
    }
}
