//! `may`: whether a reader may do an act to a record now, and why not.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::roles::{READS_EMBARGOED, READS_RESTRICTED, READS_WORKING, roles};
use super::{Act, Subject, SubjectKind};
use crate::embargo::{Embargo, State};
use crate::reader::{Reader, Role, SignedIn};

/// The act is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", .because.words())]
pub struct Refused {
    /// Why.
    pub because: Why,
}

/// Why an act is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Nobody is signed in.
    NotSignedIn,
    /// No post held today gives a role for it.
    NotTheRole,
    /// An auditor changes nothing.
    ReadsOnly,
    /// The token is not for it.
    OutsideScope,
    /// No token is ever for it.
    NeedsAPerson,
    /// A restriction covers it.
    Restricted,
    /// An embargo covers it.
    Embargoed,
    /// A direction of the Ombudsman covers it.
    NotToBePublicised,
    /// The administrator keeps accounts and reads nothing that is covered.
    AdministratorReadsNoPaper,
    /// It is not in the register.
    NotPublished,
    /// It is in the register.
    AlreadyPublished,
    /// The same person did the first half, or would give themselves a post.
    SamePerson,
    /// It is not recorded who did the first half.
    NoFirstPerson,
    /// It is another person's account.
    NotYours,
}

impl Why {
    /// What a page says.
    pub fn words(self) -> &'static str {
        match self {
            Why::NotSignedIn => "Sign in to do this.",
            Why::NotTheRole => "None of your posts allows this today.",
            Why::ReadsOnly => "An auditor reads everything and changes nothing.",
            Why::OutsideScope => "The token is not for this: it needs another scope.",
            Why::NeedsAPerson => "A person must do this, not a program.",
            Why::Restricted => "This is restricted, and you are not in its audience.",
            Why::Embargoed => "This is under the Ombudsman’s embargo until it is lifted.",
            Why::NotToBePublicised => "The Ombudsman has directed that this is not to be publicised.",
            Why::AdministratorReadsNoPaper => {
                "An administrator keeps accounts and settings, and reads nothing that is restricted or under embargo."
            }
            Why::NotPublished => "This is not published.",
            Why::AlreadyPublished => "This is already published: withdraw it first.",
            Why::SamePerson => "Another person must do this.",
            Why::NoFirstPerson => "It is not recorded who did the first half of this, so nobody can do the second.",
            Why::NotYours => "This belongs to another person.",
        }
    }
}

/// Whether a reader may do an act to any record at all. Asked before one is looked for, so that the refusal tells nothing of
/// what there is.
pub fn might(reader: &Reader, act: Act) -> Result<(), Refused> {
    let asked = match reader {
        Reader::Anyone => Err(Why::NotSignedIn),
        Reader::SignedIn(reader) => ever(reader, act),
    };
    asked.map_err(|because| Refused { because })
}

/// Whether a reader may do an act to a record at a moment.
pub fn may(reader: &Reader, act: Act, subject: &Subject, now: DateTime) -> Result<(), Refused> {
    decide(reader, act, subject, now).map_err(|because| Refused { because })
}

fn decide(reader: &Reader, act: Act, subject: &Subject, now: DateTime) -> Result<(), Why> {
    match act {
        // The register is public: who signed in sees no more of it than anybody.
        Act::ReadPublished if subject.published => return Ok(()),
        Act::ReadPublished => return Err(Why::NotPublished),
        Act::ReadPaper if subject.published && uncovered(subject, now) => return Ok(()),
        _ => {}
    }
    let Reader::SignedIn(reader) = reader else { return Err(Why::NotSignedIn) };
    ever(reader, act)?;
    own_and_second(reader, act, subject)?;
    // Nobody changes what they may not read. These three tell nothing, and must not wait for an audience.
    let content = subject.kind.has_content() || act == Act::ReadPaper;
    if content && !matches!(act, Act::LogLeak | Act::ReportLifting | Act::Withdraw) {
        read_content(reader, subject, now)?;
    }
    in_order(act, subject, now)
}

/// What hangs on scopes and posts alone.
fn ever(reader: &SignedIn, act: Act) -> Result<(), Why> {
    in_scope(reader, act)?;
    if reader.is_any(&[Role::Auditor]) && !act.reads() && !matches!(act, Act::OwnAccount | Act::Follow) {
        return Err(Why::ReadsOnly);
    }
    match roles(act) {
        Some(allowed) if !reader.is_any(allowed) => Err(Why::NotTheRole),
        _ => Ok(()),
    }
}

fn in_scope(reader: &SignedIn, act: Act) -> Result<(), Why> {
    match &reader.scopes {
        None => Ok(()),
        Some(_) if act.for_people_only() => Err(Why::NeedsAPerson),
        Some(scopes) if act.scope().is_none_or(|s| scopes.contains(&s)) => Ok(()),
        Some(_) => Err(Why::OutsideScope),
    }
}

/// What hangs on who somebody is, not on their role.
fn own_and_second(reader: &SignedIn, act: Act, subject: &Subject) -> Result<(), Why> {
    if act.needs_two() {
        match subject.first_person {
            None => return Err(Why::NoFirstPerson),
            Some(first) if first == reader.account => return Err(Why::SamePerson),
            Some(_) => {}
        }
    }
    match act {
        Act::OwnAccount if subject.owner.is_some_and(|o| o != reader.account) => Err(Why::NotYours),
        // Whoever keeps the posts could otherwise become the monitoring officer overnight.
        Act::KeepPosts if subject.kind == SubjectKind::Post && subject.owner == Some(reader.account) => Err(Why::SamePerson),
        _ => Ok(()),
    }
}

/// Whether a reader may read the content, all covers taken together: each must let it through.
fn read_content(reader: &SignedIn, subject: &Subject, now: DateTime) -> Result<(), Why> {
    if subject.published && uncovered(subject, now) {
        return Ok(());
    }
    // Whom the law gives a copy reads it, in confidence or not.
    if subject.kind == SubjectKind::Paper && subject.served.contains(&reader.account) {
        return Ok(());
    }
    let only_administers = !reader.roles.is_empty() && reader.roles.iter().all(|r| *r == Role::Administrator);
    let refuse = |why| Err(if only_administers { Why::AdministratorReadsNoPaper } else { why });
    let mut in_an_audience = false;
    for embargo in subject.embargoes() {
        let Some(why) = covers(embargo, now) else { continue };
        let included = embargo.audience.includes(reader);
        if !included && !reader.is_any(READS_EMBARGOED) {
            return refuse(why);
        }
        in_an_audience |= included;
    }
    if let Some(restriction) = subject.restriction.as_ref().filter(|r| !r.opened_by(now.date())) {
        let included = restriction.audience.includes(reader)
            || (reader.is_any(&[Role::Member]) && restriction.ground.open_to_members())
            || subject.owner == Some(reader.account)
            // The link officer, or whoever covers the post, received it.
            || (subject.kind == SubjectKind::OmbudsmanPaper && reader.is_any(&[Role::LinkOfficer]));
        if !included && !reader.is_any(READS_RESTRICTED) {
            return refuse(Why::Restricted);
        }
        in_an_audience |= included;
    }
    // What nothing covers is still a draft: members read it once it is published, or where they are in an audience.
    let reads_drafts =
        in_an_audience || subject.shown_to.includes(reader) || subject.owner == Some(reader.account) || reader.is_any(READS_WORKING);
    if reads_drafts { Ok(()) } else { Err(Why::NotPublished) }
}

/// What the state of the record bars for everybody.
fn in_order(act: Act, subject: &Subject, now: DateTime) -> Result<(), Why> {
    match act {
        Act::Publish if subject.kind.has_content() => match embargo_covers(subject, now) {
            Some(why) => Err(why),
            None if subject.restriction.as_ref().is_some_and(|r| !r.opened_by(now.date())) => Err(Why::Restricted),
            None => Ok(()),
        },
        Act::Restrict | Act::HoldEmbargo if subject.published => Err(Why::AlreadyPublished),
        Act::Withdraw if !subject.published => Err(Why::NotPublished),
        _ => Ok(()),
    }
}

fn uncovered(subject: &Subject, now: DateTime) -> bool {
    embargo_covers(subject, now).is_none() && subject.restriction.as_ref().is_none_or(|r| r.opened_by(now.date()))
}

fn embargo_covers(subject: &Subject, now: DateTime) -> Option<Why> {
    subject.embargoes().find_map(|embargo| covers(embargo, now))
}

fn covers(embargo: &Embargo, now: DateTime) -> Option<Why> {
    match embargo.state(now) {
        State::Held => Some(Why::Embargoed),
        State::NotToBePublicised => Some(Why::NotToBePublicised),
        State::Lifted { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::embargo::{Lifts, safe_title};
    use crate::reader::Scope;
    use crate::restriction::Audience;

    fn now() -> DateTime {
        date(2021, 2, 1).at(9, 0, 0, 0)
    }

    fn person(account: i64, roles: &[Role]) -> SignedIn {
        SignedIn { account, roles: roles.iter().copied().collect(), ..SignedIn::default() }
    }

    fn why(reader: SignedIn, act: Act, subject: &Subject) -> Option<Why> {
        may(&Reader::SignedIn(reader), act, subject, now()).err().map(|r| r.because)
    }

    fn embargo(audience: &str) -> Embargo {
        Embargo {
            held_by: "L. Officer".into(),
            held_at: date(2021, 1, 21).at(11, 0, 0, 0),
            lifts: Lifts::Event("The Ombudsman publishes".into()),
            safe_title: safe_title(date(2021, 1, 21)),
            audience: audience.parse().unwrap_or_else(|_| Audience::nobody()),
            reported: Vec::new(),
            leaks: Vec::new(),
        }
    }

    #[test]
    fn nobody_confirms_what_they_reported_whatever_posts_they_hold() {
        let roles = [Role::LinkOfficer, Role::MonitoringOfficer];
        let subject = Subject::new(SubjectKind::Case).embargoed(embargo("")).first_done_by(7);
        assert_eq!(why(person(7, &roles), Act::ConfirmLifting, &subject), Some(Why::SamePerson));
        assert_eq!(why(person(8, &roles), Act::ConfirmLifting, &subject), None);
        let unknown = Subject { first_person: None, ..subject };
        assert_eq!(why(person(8, &roles), Act::ConfirmLifting, &unknown), Some(Why::NoFirstPerson));
    }

    #[test]
    fn the_agenda_goes_out_while_the_report_is_held() {
        let officer = || person(1, &[Role::DemocraticServices]);
        let item = Subject::new(SubjectKind::Item).embargoed(embargo(""));
        let report = Subject::new(SubjectKind::OmbudsmanPaper).embargoed(embargo("role:democratic_services"));
        assert_eq!(why(officer(), Act::ReadDesk, &item), None);
        assert_eq!(why(officer(), Act::Publish, &item), None);
        assert_eq!(why(officer(), Act::ReadPaper, &report), None, "it is in the audience");
        assert_eq!(why(officer(), Act::Publish, &report), Some(Why::Embargoed), "and still cannot publish it");
    }

    #[test]
    fn an_auditor_with_another_post_still_changes_nothing() {
        let both = || person(1, &[Role::Auditor, Role::DemocraticServices]);
        assert_eq!(why(both(), Act::Publish, &Subject::paper()), Some(Why::ReadsOnly));
        assert_eq!(why(both(), Act::Follow, &Subject::paper()), None);
    }

    #[test]
    fn a_token_narrows_and_never_widens() {
        let token = |roles: &[Role], scopes: &[Scope]| SignedIn { scopes: Some(scopes.iter().copied().collect()), ..person(1, roles) };
        assert_eq!(why(token(&[Role::DemocraticServices], &[Scope::Read]), Act::Publish, &Subject::paper()), Some(Why::OutsideScope));
        assert_eq!(why(token(&[], &Scope::ALL), Act::Publish, &Subject::paper()), Some(Why::NotTheRole));
        assert_eq!(why(token(&Role::ALL, &Scope::ALL), Act::OwnAccount, &Subject::council()), Some(Why::NeedsAPerson));
    }

    #[test]
    fn an_administrator_takes_no_post_and_reads_no_covered_paper() {
        let post = Subject::new(SubjectKind::Post).by(1);
        assert_eq!(why(person(1, &[Role::Administrator]), Act::KeepPosts, &post), Some(Why::SamePerson));
        assert_eq!(why(person(2, &[Role::Administrator]), Act::KeepPosts, &post), None);
        let covered = Subject::paper().embargoed(embargo(""));
        assert_eq!(why(person(2, &[Role::Administrator]), Act::ReadPaper, &covered), Some(Why::AdministratorReadsNoPaper));
    }

    #[test]
    fn what_is_shown_by_name_is_read_by_that_person_and_opens_no_cover() {
        let member = |account| person(account, &[Role::Member]);
        let shown = || Subject::new(SubjectKind::Case).shown_to("person:7".parse().unwrap_or_else(|_| Audience::nobody()));
        assert_eq!(why(member(7), Act::ReadPaper, &shown()), None);
        assert_eq!(why(member(8), Act::ReadPaper, &shown()), Some(Why::NotPublished));
        assert_eq!(why(member(7), Act::ReadDesk, &shown()), Some(Why::NotTheRole), "the desk stays shut");
        assert_eq!(why(member(7), Act::ReadPaper, &shown().embargoed(embargo(""))), Some(Why::Embargoed));
        assert_eq!(why(member(7), Act::KeepReview, &shown()), Some(Why::NotTheRole));
    }

    #[test]
    fn a_case_under_embargo_is_content_and_its_item_is_not() {
        let officer = || person(1, &[Role::ServiceDirector]);
        assert_eq!(why(officer(), Act::ReadDesk, &Subject::new(SubjectKind::Case).embargoed(embargo(""))), Some(Why::Embargoed));
        assert_eq!(why(officer(), Act::ReadDesk, &Subject::new(SubjectKind::Item).embargoed(embargo(""))), None);
    }

    #[test]
    fn of_several_embargoes_a_reader_passes_every_one() {
        let both = || vec![embargo("role:service_director"), embargo("")];
        let case = || Subject::new(SubjectKind::Case).under_all(both());
        assert_eq!(why(person(1, &[Role::ServiceDirector]), Act::ReadDesk, &case()), Some(Why::Embargoed));
        assert_eq!(why(person(1, &[Role::LinkOfficer]), Act::ReadDesk, &case()), None);
    }

    #[test]
    fn whom_the_law_gives_a_copy_reads_that_paper_and_changes_nothing() {
        let member = |account| Reader::SignedIn(SignedIn { account, roles: [Role::Member].into(), ..SignedIn::default() });
        let now = jiff::civil::date(2019, 10, 2).at(9, 0, 0, 0);
        let paper = Subject::paper().served(vec![7]);
        assert!(may(&member(7), Act::ReadPaper, &paper, now).is_ok());
        assert!(may(&member(8), Act::ReadPaper, &paper, now).is_err());
        assert!(may(&member(7), Act::Restrict, &paper, now).is_err());
    }
}
