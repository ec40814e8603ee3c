//! Posts, who holds them from day to day, and who covers for leave. Roles come from posts, never from an account.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::day::long;
use crate::reader::Role;
use crate::wrong::{Wrong, reasons};

/// A post of the council.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// Its number.
    pub id: i64,
    /// Its title: `Head of Legal Services`.
    pub title: String,
    /// What it lets its holder do.
    pub role: Role,
    /// What it clears, or the service that it answers for: `legal`, `finance`, `housing`.
    pub area: Option<String>,
}

/// Somebody holds a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holding {
    /// The post's number.
    pub post: i64,
    /// The account.
    pub account: i64,
    /// First day.
    pub from: Date,
    /// Last day; none while it runs.
    pub until: Option<Date>,
}

/// Somebody covers a post while its holder is away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cover {
    /// The post's number.
    pub post: i64,
    /// The account that covers.
    pub account: i64,
    /// First day.
    pub from: Date,
    /// Last day; a cover always ends.
    pub until: Date,
    /// Why: `annual leave`.
    pub reason: String,
}

/// The accounts that hold a post on a day; a cover is not a holder.
pub fn holders_on(post: i64, holdings: &[Holding], day: Date) -> BTreeSet<i64> {
    holdings.iter().filter(|h| h.post == post && h.runs_on(day)).map(|h| h.account).collect()
}

/// The roles that an account has on a day, from posts held and posts covered.
///
/// While a cover runs, holder and cover both have the role: leave does not end an appointment, a holder who is called back
/// must be able to act, and what needs two people goes by accounts, so the two of them are two.
pub fn roles_on(account: i64, posts: &[Post], holdings: &[Holding], covers: &[Cover], day: Date) -> BTreeSet<Role> {
    let held = holdings.iter().filter(|h| h.account == account && h.runs_on(day)).map(|h| h.post);
    let covered = covers.iter().filter(|c| c.account == account && c.runs_on(day)).map(|c| c.post);
    let numbers: BTreeSet<i64> = held.chain(covered).collect();
    posts.iter().filter(|p| numbers.contains(&p.id)).map(|p| p.role).collect()
}

impl Holding {
    /// Whether the post is held on a day; the last day is one.
    pub fn runs_on(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|u| day <= u)
    }

    fn overlaps(&self, other: &Holding) -> bool {
        other.until.is_none_or(|u| self.from <= u) && self.until.is_none_or(|u| other.from <= u)
    }

    /// What bars a holding beside those that stand. The holding that it replaces is not among them.
    pub fn check(&self, posts: &[Post], others: &[Holding]) -> Vec<Wrong> {
        let mut wrong = Vec::new();
        let Some(post) = posts.iter().find(|p| p.id == self.post) else {
            return vec![Wrong::new("post", "Choose a post of the council.")];
        };
        if self.until.is_some_and(|u| u < self.from) {
            wrong.push(Wrong::new("until", format!("The last day is before the first, {}.", long(self.from))));
        }
        // Two posts of one such role would be two holders as well.
        let same = |h: &&Holding| if only_one(post.role) { has_role(posts, h.post, post.role) } else { h.post == self.post };
        for other in others.iter().filter(same).filter(|h| self.overlaps(h)) {
            if other.account == self.account && other.post == self.post {
                wrong.push(Wrong::new("from", format!("This person holds the post already, from {}.", long(other.from))));
            } else if only_one(post.role) {
                let until = other.until.map_or_else(|| "with no last day".into(), |u| format!("until {}", long(u)));
                wrong.push(Wrong::new(
                    "from",
                    format!(
                        "A council has one {} at a time, and somebody holds the post from {}, {until}. End that first, or record a cover.",
                        post.role.words().to_lowercase(),
                        long(other.from)
                    ),
                ));
            }
        }
        wrong
    }
}

impl Cover {
    /// Whether the cover runs on a day; the last day is one.
    pub fn runs_on(&self, day: Date) -> bool {
        self.from <= day && day <= self.until
    }

    /// What bars a cover.
    pub fn check(&self, posts: &[Post], holdings: &[Holding]) -> Vec<Wrong> {
        let mut wrong = Vec::new();
        if !posts.iter().any(|p| p.id == self.post) {
            wrong.push(Wrong::new("post", "Choose a post of the council."));
        }
        if self.until < self.from {
            wrong.push(Wrong::new("until", format!("The last day is before the first, {}.", long(self.from))));
        }
        if !reasons(&self.reason, 1) {
            wrong.push(Wrong::new("reason", "Say why the post is covered."));
        }
        if holders_on(self.post, holdings, self.from).contains(&self.account) {
            wrong.push(Wrong::new("account", "This person holds the post: choose who covers for them."));
        }
        wrong
    }
}

/// Local Government and Housing Act 1989, sections 4 and 5: *one of their officers*.
fn only_one(role: Role) -> bool {
    matches!(role, Role::MonitoringOfficer | Role::ChiefExecutive)
}

fn has_role(posts: &[Post], post: i64, role: Role) -> bool {
    posts.iter().any(|p| p.id == post && p.role == role)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn posts() -> Vec<Post> {
        let post = |id, role| Post { id, title: format!("Post {id}"), role, area: None };
        vec![post(1, Role::MonitoringOfficer), post(2, Role::DemocraticServices), post(3, Role::MonitoringOfficer)]
    }

    fn holding(post: i64, account: i64, from: Date, until: Option<Date>) -> Holding {
        Holding { post, account, from, until }
    }

    fn cover(account: i64) -> Cover {
        Cover { post: 1, account, from: date(2026, 8, 3), until: date(2026, 8, 14), reason: "Annual leave".into() }
    }

    fn fields(wrong: Vec<Wrong>) -> Vec<String> {
        wrong.into_iter().map(|w| w.field).collect()
    }

    #[test]
    fn first_and_last_day_are_in_post() {
        let holdings = [holding(1, 7, date(2026, 1, 5), Some(date(2026, 3, 31)))];
        assert!(holders_on(1, &holdings, date(2026, 1, 4)).is_empty());
        assert_eq!(holders_on(1, &holdings, date(2026, 1, 5)), [7].into());
        assert_eq!(holders_on(1, &holdings, date(2026, 3, 31)), [7].into());
        assert!(holders_on(1, &holdings, date(2026, 4, 1)).is_empty());
    }

    #[test]
    fn a_cover_has_the_role_beside_the_holder_and_only_while_it_runs() {
        let holdings = [holding(1, 7, date(2026, 1, 5), None), holding(2, 8, date(2026, 1, 5), None)];
        let roles = |account, day| roles_on(account, &posts(), &holdings, &[cover(8)], day);
        assert_eq!(roles(8, date(2026, 8, 2)), [Role::DemocraticServices].into());
        assert_eq!(roles(8, date(2026, 8, 3)), [Role::DemocraticServices, Role::MonitoringOfficer].into());
        assert_eq!(roles(7, date(2026, 8, 3)), [Role::MonitoringOfficer].into());
        assert_eq!(roles(8, date(2026, 8, 15)), [Role::DemocraticServices].into());
        assert_eq!(holders_on(1, &holdings, date(2026, 8, 3)), [7].into(), "a cover holds no post");
    }

    #[test]
    fn a_post_that_is_gone_gives_no_role() {
        assert!(roles_on(7, &posts(), &[holding(9, 7, date(2026, 1, 5), None)], &[], date(2026, 8, 3)).is_empty());
    }

    #[test]
    fn there_is_one_monitoring_officer_at_a_time_in_whatever_post() {
        let standing = [holding(1, 7, date(2026, 1, 5), Some(date(2026, 3, 31)))];
        assert!(holding(1, 8, date(2026, 4, 1), None).check(&posts(), &standing).is_empty());
        assert_eq!(fields(holding(1, 8, date(2026, 3, 31), None).check(&posts(), &standing)), ["from"]);
        assert_eq!(fields(holding(3, 8, date(2026, 3, 1), None).check(&posts(), &standing)), ["from"]);
        let open = [holding(1, 7, date(2026, 1, 5), None)];
        assert_eq!(fields(holding(1, 8, date(2030, 1, 1), None).check(&posts(), &open)), ["from"]);
        assert!(holding(1, 8, date(2025, 1, 1), Some(date(2026, 1, 4))).check(&posts(), &open).is_empty());
    }

    #[test]
    fn other_posts_may_be_shared_but_not_held_twice_by_one_person() {
        let standing = [holding(2, 7, date(2026, 1, 5), None)];
        assert!(holding(2, 8, date(2026, 2, 1), None).check(&posts(), &standing).is_empty());
        assert_eq!(fields(holding(2, 7, date(2026, 2, 1), None).check(&posts(), &standing)), ["from"]);
    }

    #[test]
    fn days_and_posts_must_be_possible() {
        assert_eq!(fields(holding(2, 7, date(2026, 2, 1), Some(date(2026, 1, 31))).check(&posts(), &[])), ["until"]);
        assert_eq!(fields(holding(9, 7, date(2026, 2, 1), None).check(&posts(), &[])), ["post"]);
        let bad = Cover { until: date(2026, 8, 2), reason: " ".into(), ..cover(7) };
        assert_eq!(fields(bad.check(&posts(), &[holding(1, 7, date(2026, 1, 5), None)])), ["until", "reason", "account"]);
    }
}
