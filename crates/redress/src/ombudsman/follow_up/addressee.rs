//! Who a message goes to: whoever holds the post or the office that day, can be written to and may read the record.
//!
//! What nobody can be told goes one step on, so that no message ends with a leaver: from the owner to the link officer, from
//! everybody else to the monitoring officer.

use std::collections::BTreeSet;

use jiff::civil::DateTime;

use super::reminder::To;
use crate::access::{Act, Subject, may};
use crate::reader::{Reader, Role, SignedIn};

/// Somebody who may be told.
#[derive(Debug, Clone, Default)]
pub struct Person {
    /// Who it is, with the roles of the day.
    pub signed_in: SignedIn,
    /// The posts held or covered on the day.
    pub posts: BTreeSet<i64>,
    /// The services of the director's posts among them.
    pub directs: BTreeSet<String>,
    /// Where letters go.
    pub email: Option<String>,
}

impl Person {
    /// Whether this person may read a record at a moment.
    pub fn reads(&self, subject: &Subject, now: DateTime) -> bool {
        may(&Reader::SignedIn(self.signed_in.clone()), Act::ReadDesk, subject, now).is_ok()
    }
}

/// Who is told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Addressed {
    /// As whom: the office meant, or the one that stands in for it.
    pub instead: Option<To>,
    /// The accounts; empty where nobody can be told today.
    pub accounts: Vec<i64>,
}

/// Who a message goes to. `post` owns the recommendation, `service` is the area of that post.
pub fn addressed(to: To, post: Option<i64>, service: Option<&str>, subject: &Subject, people: &[Person], now: DateTime) -> Addressed {
    let steps: &[To] = match to {
        To::Owner => &[To::Owner, To::LinkOfficer, To::MonitoringOfficer],
        To::MonitoringOfficer => &[To::MonitoringOfficer],
        _ => &[to, To::MonitoringOfficer],
    };
    for step in steps {
        let accounts: Vec<i64> = holders(*step, post, service, people)
            .into_iter()
            .filter(|p| p.email.is_some() && p.reads(subject, now))
            .map(|p| p.signed_in.account)
            .collect();
        if !accounts.is_empty() {
            return Addressed { instead: Some(*step).filter(|s| *s != to), accounts };
        }
    }
    Addressed::default()
}

fn holders<'a>(to: To, post: Option<i64>, service: Option<&str>, people: &'a [Person]) -> Vec<&'a Person> {
    let having = |role: Role| people.iter().filter(|p| p.signed_in.is_any(&[role])).collect::<Vec<_>>();
    match to.role() {
        None => people.iter().filter(|p| post.is_some_and(|id| p.posts.contains(&id))).collect(),
        Some(Role::ServiceDirector) => {
            let all = having(Role::ServiceDirector);
            let own: Vec<_> = all.iter().copied().filter(|p| service.is_some_and(|s| p.directs.contains(s))).collect();
            // A council whose directors have no services named tells each of them.
            if own.is_empty() { all } else { own }
        }
        // Who deputises for the monitoring officer is told with them.
        Some(Role::MonitoringOfficer) => {
            let first = having(Role::MonitoringOfficer);
            if first.is_empty() { having(Role::DeputyMonitoringOfficer) } else { first }
        }
        Some(role) => having(role),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::access::SubjectKind;
    use crate::embargo::{Embargo, Lifts, safe_title};
    use crate::restriction::Audience;

    fn person(account: i64, role: Role, post: i64) -> Person {
        Person {
            signed_in: SignedIn { account, roles: [role].into(), ..SignedIn::default() },
            posts: [post].into(),
            email: Some(format!("{account}@thornmere.example")),
            ..Person::default()
        }
    }

    #[test]
    fn what_the_owner_cannot_be_told_goes_to_the_link_officer_and_an_embargo_is_kept() {
        let now = date(2025, 3, 3).at(9, 0, 0, 0);
        let case = Subject::new(SubjectKind::Case);
        let mut people = vec![person(1, Role::ServiceDirector, 7), person(2, Role::LinkOfficer, 8), person(3, Role::MonitoringOfficer, 9)];
        let to = |to, subject: &Subject, people: &[Person]| addressed(to, Some(7), None, subject, people, now);
        assert_eq!(to(To::Owner, &case, &people), Addressed { instead: None, accounts: vec![1] });
        let embargo = Embargo {
            held_by: "L. Officer".into(),
            held_at: now,
            lifts: Lifts::Never,
            safe_title: safe_title(now.date()),
            audience: Audience::nobody(),
            reported: Vec::new(),
            leaks: Vec::new(),
        };
        let held = Subject::new(SubjectKind::Case).embargoed(embargo);
        assert_eq!(to(To::Owner, &held, &people), Addressed { instead: Some(To::LinkOfficer), accounts: vec![2] });
        assert_eq!(to(To::Director, &held, &people), Addressed { instead: Some(To::MonitoringOfficer), accounts: vec![3] });
        // The owner left, and so did the link officer.
        people.retain(|p| p.signed_in.account == 3);
        assert_eq!(to(To::Owner, &case, &people).accounts, [3]);
        people[0].email = None;
        assert_eq!(to(To::Owner, &case, &people), Addressed::default(), "it stays owed until somebody can be told");
    }

    #[test]
    fn of_several_directors_the_one_of_the_service_is_told() {
        let now = date(2025, 3, 3).at(9, 0, 0, 0);
        let mut people = vec![person(1, Role::ServiceDirector, 7), person(2, Role::ServiceDirector, 8)];
        people[1].directs = ["Housing".to_string()].into();
        let to = |service| addressed(To::Director, Some(5), service, &Subject::new(SubjectKind::Case), &people, now).accounts;
        assert_eq!((to(Some("Housing")), to(Some("Parks"))), (vec![2], vec![1, 2]));
    }
}
