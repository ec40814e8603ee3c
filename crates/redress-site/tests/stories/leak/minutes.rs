//! Minutes that nobody has published, and an extract of them, with a sentinel in each private text.

use jiff::civil::date;
use redress::minutes::stage::{Sittings, Stages, Step, Taken};
use redress::minutes::texts::{ItemText, Texts};
use redress_site::clock::Clock;
use redress_store::desk::journal::Act;
use redress_store::desk::outbox::Letter;
use redress_store::desk::work::meeting_minutes::{Besides, MeetingMinutes};
use redress_store::desk::work::minute_extract::MinuteExtract;

use super::sentinels::Sentinels;
use crate::world::Running;

pub async fn plant(site: &Running, clock: &Clock, clerk: i64, s: &mut Sentinels) {
    let desk = site.desk();
    let who = s.word("meeting_minutes.kept_by");
    let act = Act { who: &who, at: clock.now().timestamp() };
    let meeting = desk.planned_meetings("2021-04-11", 1).await.expect("a store").first().expect("a meeting").id;
    let mut stages = Stages::of(date(2021, 4, 11));
    let by = s.word("who took a step of the minutes");
    let taken = Taken { on: date(2021, 4, 12), by, step: Step::Drafted { text: s.sentence("meeting_minutes.stages") } };
    stages.take(taken, &Sittings { all: Vec::new(), of_council: false }).expect("taken");
    let item = ItemText {
        item: 1,
        number: "1".into(),
        public: s.sentence("a minute as built"),
        private: Some(s.sentence("meeting_minutes.texts")),
        ..ItemText::default()
    };
    let texts = Texts { items: vec![item], ..Texts::default() };
    let minutes = MeetingMinutes { planned_meeting_id: meeting, stages, texts, revision: 0 };
    let told = serde_json::json!({});
    assert!(desk.keep_minutes(&minutes, &Besides::default(), ("build_minutes", &told), &act).await.expect("a store"));
    let sent_by = s.word("minute_extract.sent_by");
    let act = Act { who: &sent_by, ..act };
    let new = MinuteExtract {
        planned_meeting_id: meeting,
        account_id: clerk,
        to_name: s.word("minute_extract.to_name"),
        on_behalf_of: s.word("minute_extract.on_behalf_of"),
        purpose: s.sentence("minute_extract.purpose"),
        items: "1".into(),
        public_words: s.sentence("minute_extract.public_words"),
        private_words: Some(s.sentence("minute_extract.private_words")),
        ..MinuteExtract::default()
    };
    let body = s.sentence("a letter with an extract");
    let letter = |id: i64| Letter {
        to: "clerk@thornmere.example".into(),
        subject: "Extract of minutes".into(),
        body: body.clone(),
        about: format!("minute_extract {id}"),
        holds_secret: false,
    };
    desk.send_extract(&new, &letter, &act).await.expect("sent");
}
