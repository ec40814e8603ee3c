//! What a member asked, the answer, that both went before a meeting, and a note, with a sentinel in each private text.

use redress::members_room::question::Kind;
use redress_site::clock::Clock;
use redress_store::desk::journal::Act;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::member_note::MemberNote;
use redress_store::desk::work::member_question::NewQuestion;
use redress_store::desk::work::paper::{PaperVersion, WorkingPaper};

use super::sentinels::Sentinels;
use crate::world::Running;

/// Asks, answers and notes at a meeting of which nothing is public.
pub async fn plant(site: &Running, clock: &Clock, account: i64, s: &mut Sentinels) {
    let desk = site.desk();
    let asked_by = s.word("member_question.asked_by");
    let act = Act { who: &asked_by, at: clock.now().timestamp() };
    let (body_id, _) = desk.bodies().await.expect("bodies").first().cloned().expect("a body");
    let new = PlannedMeeting { body_id, on_date: "2021-02-17".into(), ..PlannedMeeting::default() };
    let meeting = desk.plan_meeting(&new, &act).await.expect("a store").expect("a free day");
    let new = PlannedItem { planned_meeting_id: meeting, number: "1".into(), title: "Not public".into(), ..PlannedItem::default() };
    let item = desk.add_item(&new, &[], &act).await.expect("a store").expect("an item");
    let post = desk.posts().await.expect("posts").first().expect("a post").id;
    let words = s.sentence("member_question.words");
    let new = NewQuestion { account, kind: Kind::Assurance, post, item: Some(item), paper: None, cases: &[], words: &words };
    let question = desk.ask_officer(&new, &|_| Vec::new(), &act).await.expect("asked");
    let answered_by = s.word("member_answer.answered_by");
    let act = Act { who: &answered_by, ..act };
    assert!(desk.answer_member(question, &s.sentence("member_answer.words"), None, None, &act).await.expect("a store"));
    let put_by = s.word("answer_on_agenda.put_by");
    let act = Act { who: &put_by, ..act };
    let statement = WorkingPaper { title: s.word("the title of a statement"), author: account, ..WorkingPaper::default() };
    let bytes = s.sentence("the words of a statement");
    let version = PaperVersion {
        name: format!("{}.html", s.word("the name of a statement")),
        media: "HTML".into(),
        looked: "{}".into(),
        added_by: account,
        ..PaperVersion::default()
    };
    let put = desk.put_answer_on_agenda(question, item, (&statement, &version, bytes.as_bytes()), &act).await.expect("a store");
    assert!(put.is_some());
    let words = s.sentence("member_note.words");
    let note = MemberNote { account_id: account, planned_meeting_id: meeting, planned_item_id: Some(item), words, ..MemberNote::default() };
    desk.write_note(&MemberNote { page: Some("45A".into()), ..note }, &act).await.expect("written");
    desk.visit_room(account, clock.now().timestamp()).await.expect("a store");
}
