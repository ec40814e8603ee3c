//! An extract of a minute.

use redress_store::desk::Desk;
use redress_store::desk::journal::Act;
use redress_store::desk::outbox::Letter;
use redress_store::desk::work::minute_extract::MinuteExtract;

/// An extract of the words of an item, sent to one member.
pub async fn make(desk: &Desk, act: &Act<'_>, meeting: i64, item: i64, to: i64) -> i64 {
    let new = MinuteExtract {
        planned_meeting_id: meeting,
        account_id: to,
        to_name: "A".into(),
        on_behalf_of: "A panel".into(),
        purpose: "To see".into(),
        items: item.to_string(),
        public_words: "It was noted.".into(),
        ..MinuteExtract::default()
    };
    let letter = |_: i64| Letter {
        to: "a@thornmere.example".into(),
        subject: "Extract".into(),
        body: "Words".into(),
        about: "minute_extract 1".into(),
        holds_secret: false,
    };
    desk.send_extract(&new, &letter, act).await.expect("sent")
}
