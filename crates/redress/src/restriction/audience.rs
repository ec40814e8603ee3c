//! Who may read what is restricted: groups and named people. `all_members, body:cabinet, role:service_director, person:12`.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::reader::{Role, SignedIn};

/// A group of readers. The executive is a body with an address like any other: `body:cabinet`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Group {
    /// Every elected member. A co-opted member is no member of the council, and is reached by a body or by name.
    AllMembers,
    /// Whoever sits on the body of this address.
    Body(String),
    /// Whoever has the role.
    Role(Role),
}

/// Groups and people, by their accounts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Audience {
    /// Groups, as they are made up on the day of reading.
    pub groups: BTreeSet<Group>,
    /// Numbers of accounts.
    pub people: BTreeSet<i64>,
}

/// A word that names no group and no person.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no audience: write all_members, body:cabinet, role:service_director or person:12")]
pub struct NoAudience(pub String);

impl Audience {
    /// Nobody but those who read it by their role.
    pub fn nobody() -> Audience {
        Audience::default()
    }

    /// Whether a person is in it today.
    pub fn includes(&self, reader: &SignedIn) -> bool {
        self.people.contains(&reader.account) || self.groups.iter().any(|g| g.includes(reader))
    }

    /// `all members; those who sit on cabinet; 2 named people`.
    pub fn words(&self) -> String {
        let mut parts: Vec<String> = self.groups.iter().map(Group::words).collect();
        match self.people.len() {
            0 => {}
            1 => parts.push("1 named person".into()),
            n => parts.push(format!("{n} named people")),
        }
        if parts.is_empty() { "nobody else".into() } else { parts.join("; ") }
    }
}

impl Group {
    /// Whether a person belongs to it today.
    pub fn includes(&self, reader: &SignedIn) -> bool {
        match self {
            Group::AllMembers => reader.is_any(&[Role::Member]),
            Group::Body(address) => reader.seats.contains(address),
            Group::Role(role) => reader.is_any(&[*role]),
        }
    }

    /// What a page calls it.
    pub fn words(&self) -> String {
        match self {
            Group::AllMembers => "all members of the council".into(),
            Group::Body(address) => format!("those who sit on {}", address.replace('-', " ")),
            Group::Role(role) => format!("role: {}", role.words().to_lowercase()),
        }
    }
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Group::AllMembers => f.write_str("all_members"),
            Group::Body(address) => write!(f, "body:{address}"),
            Group::Role(role) => write!(f, "role:{}", role.word()),
        }
    }
}

impl FromStr for Group {
    type Err = NoAudience;

    fn from_str(text: &str) -> Result<Group, NoAudience> {
        let none = || NoAudience(text.into());
        match text.trim().split_once(':') {
            None if text.trim() == "all_members" => Ok(Group::AllMembers),
            // An address that is none would be a group that nobody can ever be in.
            Some(("body", address)) if crate::slug::slug(address) == address => Ok(Group::Body(address.into())),
            Some(("role", word)) => Role::of_word(word).map(Group::Role).ok_or_else(none),
            _ => Err(none()),
        }
    }
}

impl From<Group> for String {
    fn from(group: Group) -> String {
        group.to_string()
    }
}

impl TryFrom<String> for Group {
    type Error = NoAudience;

    fn try_from(text: String) -> Result<Group, NoAudience> {
        text.parse()
    }
}

impl fmt::Display for Audience {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let groups = self.groups.iter().map(Group::to_string);
        let people = self.people.iter().map(|account| format!("person:{account}"));
        f.write_str(&groups.chain(people).collect::<Vec<_>>().join(", "))
    }
}

impl FromStr for Audience {
    type Err = NoAudience;

    /// Words apart by commas or blanks; an empty text is nobody.
    fn from_str(text: &str) -> Result<Audience, NoAudience> {
        let mut audience = Audience::nobody();
        for word in text.split(|c: char| c == ',' || c.is_whitespace()).filter(|w| !w.is_empty()) {
            match word.strip_prefix("person:") {
                Some(number) => audience.people.insert(number.parse().map_err(|_| NoAudience(word.into()))?),
                None => audience.groups.insert(word.parse()?),
            };
        }
        Ok(audience)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(account: i64, seats: &[&str]) -> SignedIn {
        SignedIn { account, roles: [Role::Member].into(), seats: seats.iter().map(|s| (*s).into()).collect(), ..SignedIn::default() }
    }

    #[test]
    fn an_audience_is_read_as_it_is_written() {
        let text = "all_members, body:cabinet, role:service_director, person:7, person:12";
        let audience: Audience = text.parse().unwrap();
        assert_eq!(audience.to_string(), text);
        assert_eq!(serde_json::from_str::<Audience>(&serde_json::to_string(&audience).unwrap()).unwrap(), audience);
        assert_eq!("".parse::<Audience>().unwrap(), Audience::nobody());
        for wrong in ["everyone", "role:king", "body:", "body:The Cabinet", "person:x", "person:"] {
            assert!(wrong.parse::<Audience>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn groups_are_made_up_on_the_day() {
        let cabinet: Audience = "body:cabinet".parse().unwrap();
        assert!(cabinet.includes(&member(1, &["cabinet", "council"])));
        assert!(!cabinet.includes(&member(1, &["cabinet-committee"])), "a like name is another body");
        assert!(!Audience::nobody().includes(&member(1, &["cabinet"])));
    }

    #[test]
    fn a_co_opted_member_is_no_member_of_the_council() {
        let all: Audience = "all_members".parse().unwrap();
        let co_opted = SignedIn { account: 3, roles: [Role::CoOptedMember].into(), ..SignedIn::default() };
        assert!(!all.includes(&co_opted));
        assert!("person:3".parse::<Audience>().unwrap().includes(&co_opted));
    }

    #[test]
    fn words_never_name_a_person() {
        let audience: Audience = "body:children-and-families, person:3".parse().unwrap();
        assert_eq!(audience.words(), "those who sit on children and families; 1 named person");
        assert_eq!(Audience::nobody().words(), "nobody else");
    }
}
