//! What a clerk takes down in a meeting: none of it is public before it is minuted and published.

use redress::workspace::{Event, Log, Part, Quorum};
use redress_site::clock::Clock;
use redress_store::desk::journal::Act;

use super::sentinels::Sentinels;
use crate::world::Running;

pub async fn plant(site: &Running, clock: &Clock, clerk: i64, meeting: i64, s: &mut Sentinels) {
    let act = Act { who: "story", at: clock.now().timestamp() };
    let mut log = Log::default();
    let wrote = |words: String, part| Event::Wrote { item: "2".into(), part, words, over: [].into() };
    let by = s.word("workspace_entry.by_name");
    log.append(clerk, &by, clock.now().datetime(), wrote(s.sentence("workspace_entry.record"), Part::PrivateDiscussion));
    log.append(clerk, &by, clock.now().datetime(), wrote(s.sentence("a discussion as taken down"), Part::Discussion));
    let entries: Vec<_> = log.into();
    let taken = site.desk().take_down(meeting, &entries, Quorum(3), &act).await.expect("a store").expect("taken down");
    assert_eq!(taken.new.len(), 2);
}
