//! An officers' report that nobody published, sent for clearance and returned, each private word of it a sentinel.

use jiff::civil::date;
use redress::report::kind::ReportKind;
use redress::report::{settle::settle, typed::read};
use redress_site::clock::Clock;
use redress_store::desk::journal::Act;
use redress_store::desk::work::report::{KeptReport, NewStop, ReportEvent};

use super::sentinels::Sentinels;
use crate::world::Running;

/// Begins, writes, sends and returns it.
pub async fn plant(site: &Running, clock: &Clock, author: i64, meeting: i64, s: &mut Sentinels) {
    let (desk, who) = (site.desk(), s.word("journal.who"));
    let act = Act { who: &who, at: clock.now().timestamp() };
    let mut kind = ReportKind::usual().into_iter().next().expect("a kind");
    kind.name = s.word("report_kind.name");
    for stage in &mut kind.path.stages {
        for post in &mut stage.posts {
            *post = s.word("report_event.post");
        }
    }
    let path = kind.path.clone();
    let id = desk.add_report_kind(&kind, &act).await.expect("a store").expect("a free name");
    let new = KeptReport { report_kind_id: id, title: s.word("report.title"), author, ..KeptReport::default() };
    let report = desk.begin_officers_report(&new, NewStop { meeting, item: None, submit_by: None }, &act).await.expect("a report");
    let seen = KeptReport { id: report, revision: 1, ..new };
    let text = settle(None, read(&format!("# Findings\n\n{}", s.sentence("report_version.record"))));
    desk.save_report(&seen, 1, &text, &act).await.expect("a store").expect("a version");
    let post = s.word("report_event.post");
    let sent = ReportEvent {
        stop: 1,
        what: "submitted".into(),
        version: 1,
        post: Some(post.clone()),
        on_date: "2021-02-01".into(),
        ..ReportEvent::default()
    };
    let days = [date(2021, 2, 10), date(2021, 2, 12)];
    let seen = KeptReport { revision: 2, ..seen };
    assert!(desk.send_report(&seen, &path, (date(2021, 3, 3), &days), &sent, &act).await.expect("a store"));
    let words = s.sentence("report_event.words");
    let returned = ReportEvent { what: "returned".into(), words, post: Some(post), ..sent };
    let seen = KeptReport { revision: 3, ..seen };
    assert!(desk.report_happened(&seen, &returned, &act).await.expect("a store"));
}
