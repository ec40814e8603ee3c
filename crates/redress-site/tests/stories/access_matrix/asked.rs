//! For each item an action of its decision and something that it set to come back: what covers the item covers them.

use jiff::civil::date;
use redress::action::{Action, Asked, Origin};
use redress::reader::Role;
use redress::recurrence::{Cycle, Recurrence};
use redress_store::desk::Desk;
use redress_store::desk::journal::Act;
use redress_store::desk::work::action::KeptAction;
use redress_store::desk::work::recurrence::KeptRecurrence;

use super::records::State;

/// Makes them.
pub async fn make(desk: &Desk, act: &Act<'_>, body_id: i64, items: &[State], none: &State) -> Vec<State> {
    let post = desk.make_post(act, "Director of Homes", Role::ServiceDirector, None).await.expect("a post");
    let decided = date(2021, 1, 5);
    let mut made = Vec::new();
    for state in items {
        let asked = Asked {
            origin: Origin::Minute { minute: "item 1".into() },
            words: "Inspect every home.",
            owner: "Director of Homes",
            reports_to: &[],
            decided,
            due: None,
        };
        let action = Action::made(asked, &["Director of Homes".into()]).expect("an action");
        let new = KeptAction {
            id: 0,
            planned_item_id: state.item,
            body_id,
            body: "Cabinet".into(),
            body_slug: "cabinet".into(),
            number: 0,
            recommendation_id: None,
            owner_post_id: post,
            action,
            revision: 1,
        };
        let action = desk.add_action(&new, act).await.expect("an action");
        let recurrence = Recurrence::set("A review", "Cabinet", ("item 1", decided), Cycle::Quarter, "Director of Homes").expect("set");
        let new = KeptRecurrence {
            id: 0,
            planned_item_id: state.item,
            body_id,
            owner_post_id: post,
            told_post_ids: Vec::new(),
            working_paper_id: None,
            shares_plan: true,
            ended_item_id: None,
            recurrence,
            revision: 1,
        };
        let recurrence = desk.set_recurrence(&new, act).await.expect("a recurrence");
        made.push(State { action, recurrence, ..state.clone() });
    }
    made.push(none.clone());
    made
}
