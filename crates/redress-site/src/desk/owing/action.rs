//! Actions of decisions that wait to be done, by the post that owns each. A line names no word of them.

use jiff::civil::Date;
use redress::ombudsman::follow_up::{By, Owed, Sort};
use redress_store::StoreError;
use redress_store::desk::Desk;
use redress_store::desk::account::post::Post;
use redress_store::desk::work::action::ActionQuery;

use super::Line;

/// Those that are open.
pub async fn lines(desk: &Desk, today: Date, posts: &[Post]) -> Result<Vec<Line>, StoreError> {
    let mut all = Vec::new();
    for kept in desk.actions(ActionQuery::default()).await?.into_iter().filter(|k| k.action.closed().is_none()) {
        let Some(item) = desk.planned_item(kept.planned_item_id).await? else { continue };
        let (due, original) = (kept.action.due(), kept.action.original());
        let why = match (due == original, original) {
            (true, Some(_)) => "The decision gave this date".into(),
            (false, Some(first)) => format!("More time was given; the decision gave {}", redress::day::long(first)),
            _ => "The decision gives no date".into(),
        };
        let post = posts.iter().find(|p| p.id == kept.owner_post_id);
        all.push(Line {
            owed: Owed {
                sort: Sort::Action,
                on: due,
                original: original.filter(|day| Some(*day) != due),
                why,
                late: kept.action.days_late(today).unwrap_or(0),
                by: By::Post(kept.owner_post_id),
            },
            title: kept.title(),
            case: String::new(),
            address: format!("/desk/actions/{}", kept.id),
            post: post.map(|p| p.title.clone()),
            service: post.and_then(|p| p.area.clone()),
            duty: None,
            subject: crate::desk::pages::action::subject_of(desk, &kept, &item).await?,
        });
    }
    Ok(all)
}
