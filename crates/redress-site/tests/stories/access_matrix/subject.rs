//! What access is asked about at an address.

use redress::access::{Act as Doing, Subject, SubjectKind};
use redress::restriction::Audience;
use redress_store::desk::Desk;

use super::records::State;

/// What access is asked about at an address in a state; none where there is no such record.
pub async fn subject(desk: &Desk, path: &str, act: Doing, state: &State) -> Option<Subject> {
    if state.name == "none" {
        return None;
    }
    if ["/desk/issues/", "/desk/referrals/", "/desk/scrutiny-recommendations/"].iter().any(|of| path.starts_with(of)) {
        return Some(Subject::new(SubjectKind::Item));
    }
    if path.contains("{decision}") {
        let kept = desk.decision(state.decision).await.expect("a store")?;
        let subject = Subject::new(SubjectKind::Decision);
        return Some(match kept.item {
            Some(item) => {
                let item = desk.planned_item(item).await.expect("a store")?;
                subject.embargoed(desk.embargo_of_item(&item).await.expect("a store"))
            }
            None => subject,
        });
    }
    if path.contains("{action}")
        || path.contains("{recurrence}")
        || path == "/desk/items/{item}/actions"
        || path == "/desk/items/{item}/recurrence"
    {
        let item = desk.planned_item(state.item).await.expect("a store")?;
        return Some(Subject::new(SubjectKind::Decision).embargoed(desk.embargo_of_item(&item).await.expect("a store")));
    }
    if path.contains("{question}") {
        return Some(desk.member_question(state.question).await.expect("a store")?.subject().clone());
    }
    if path.contains("{note}") {
        return Some(Subject::new(SubjectKind::Account).by(state.account));
    }
    if path.starts_with("/desk/papers/") || path.starts_with("/members/papers/{paper}") {
        let paper = desk.working_paper(state.paper).await.expect("a store")?;
        let subject = paper.subject().clone();
        return Some(match act {
            Doing::OverrideFinding => subject.clone().first_done_by(subject.owner.unwrap_or(0)),
            _ => subject,
        });
    }
    if path.contains("{entry}") && act == Doing::KeepForwardPlan {
        let item = desk.planned_item(state.item).await.expect("a store")?;
        return Some(Subject::new(SubjectKind::Decision).embargoed(desk.embargo_of_item(&item).await.expect("a store")));
    }
    if path.starts_with("/desk/reports/{report}") {
        return Some(desk.officers_report(state.report).await.expect("a store")?.subject().clone());
    }
    if path.starts_with("/desk/reviews/{review}") {
        let showings = desk.showings(state.review).await.expect("a store");
        let shown_to = Audience { people: showings.iter().map(|s| s.account_id).collect(), ..Audience::nobody() };
        let review = Subject::new(SubjectKind::Case).shown_to(shown_to);
        if !path.contains("{case}") {
            return Some(review);
        }
        let paper = desk.ombudsman_paper(state.ombudsman_paper).await.expect("a store")?;
        return Some(review.embargoed(desk.embargo(paper.embargo_id?).await.expect("a store")?));
    }
    if path.contains("{extract}") {
        let item = desk.planned_item(state.item).await.expect("a store")?;
        let to = desk.minute_extract(state.meeting, state.extract).await.expect("a store")?.account_id;
        let words = desk.words_of_item(&item, SubjectKind::Minute, false).await.expect("a store");
        return Some(words.shown_to(Audience { people: [to].into(), ..Audience::nobody() }));
    }
    if path.contains("{case}")
        || path.contains("{recommendation}")
        || path.contains("{letter}")
        || path.contains("{evidence}")
        || path.contains("{bundle}")
    {
        let paper = desk.ombudsman_paper(state.ombudsman_paper).await.expect("a store")?;
        let embargo = desk.embargo(paper.embargo_id?).await.expect("a store")?;
        return Some(Subject::new(SubjectKind::Case).embargoed(embargo));
    }
    if path.starts_with("/desk/ombudsman-papers/{paper}") {
        let paper = desk.ombudsman_paper(state.ombudsman_paper).await.expect("a store")?;
        let embargo = desk.embargo(paper.embargo_id?).await.expect("a store")?;
        let first = embargo.reported.first().map_or(0, |r| r.by_account);
        let subject = Subject::new(SubjectKind::OmbudsmanPaper).embargoed(embargo);
        return Some(if act == Doing::ConfirmLifting { subject.first_done_by(first) } else { subject });
    }
    Some(match act {
        Doing::KeepPosts if path.contains("{account}") => Subject::new(SubjectKind::Post).by(state.account),
        Doing::KeepPosts | Doing::HandOver => Subject::new(SubjectKind::Post),
        Doing::KeepAccounts | Doing::IssueToken if state.account > 0 => Subject::new(SubjectKind::Account).by(state.account),
        Doing::Withdraw => Subject::council().published(true),
        Doing::RegisterOmbudsmanPaper => Subject::new(SubjectKind::OmbudsmanPaper),
        _ if path.contains("{item}") => Subject::new(SubjectKind::Item),
        _ => Subject::new(SubjectKind::Meeting),
    })
}
