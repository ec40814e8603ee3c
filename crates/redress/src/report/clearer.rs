//! Who a clearance asks for. A kind of report names a post by its title, a role by its words, or the area of clearance officers:
//! `Legal` is whoever holds a post of a clearance officer for legal advice.

use crate::reader::Role;

/// Whether a post is the one that a kind of report names.
pub fn is_asked(asked: &str, title: &str, role: Option<Role>, area: Option<&str>) -> bool {
    let same = |word: &str| word.trim().eq_ignore_ascii_case(asked.trim());
    let area = area.filter(|_| role == Some(Role::ClearanceOfficer));
    same(title) || role.is_some_and(|r| same(r.words())) || area.is_some_and(same)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_is_asked_by_title_by_role_or_by_what_it_clears() {
        let legal = |asked| is_asked(asked, "Head of Legal Services", Some(Role::ClearanceOfficer), Some("legal"));
        assert!(legal("Legal") && legal("head of legal services") && legal("Clearance officer"));
        assert!(!legal("Finance") && !legal("Monitoring officer"));
        assert!(!is_asked("housing", "Director", Some(Role::ServiceDirector), Some("housing")), "a service is no clearance");
        assert!(is_asked("Monitoring officer", "Director of Law", Some(Role::MonitoringOfficer), None));
    }
}
