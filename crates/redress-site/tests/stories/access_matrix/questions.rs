//! What members asked and wrote, made through the store.

use redress::members_room::question::Kind;
use redress::reader::Role;
use redress_store::desk::Desk;
use redress_store::desk::journal::Act;
use redress_store::desk::work::member_note::MemberNote;
use redress_store::desk::work::member_question::NewQuestion;

use super::records::State;

/// What a member asked about items.
pub async fn make(desk: &Desk, act: &Act<'_>, account: i64, about: &[(&'static str, i64)], none: &State) -> Vec<State> {
    let post = desk.posts().await.expect("posts").iter().find(|p| p.role() == Some(Role::ServiceDirector)).expect("a post").id;
    let mut asked = Vec::new();
    for &(name, item) in about {
        let new = NewQuestion { account, kind: Kind::Question, post, item: Some(item), paper: None, cases: &[], words: "Why so late?" };
        let question = desk.ask_officer(&new, &|_| Vec::new(), act).await.expect("asked");
        asked.push(State { name, item, question, ..State::default() });
    }
    asked.push(none.clone());
    asked
}

/// A note of one member.
pub async fn notes(desk: &Desk, act: &Act<'_>, meeting: i64, account: i64, none: &State) -> Vec<State> {
    let new = MemberNote { account_id: account, planned_meeting_id: meeting, words: "Ask".into(), ..MemberNote::default() };
    let note = desk.write_note(&new, act).await.expect("written");
    vec![State { name: "of one member", note, account, ..State::default() }, none.clone()]
}
