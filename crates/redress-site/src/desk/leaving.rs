//! What stays behind when somebody gives up a post: open recommendations, actions and reviews that nobody else would hold.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::Act;
use redress_store::desk::work::action::ActionQuery;
use serde::Serialize;

use super::deed::Context;
use super::deeds::hand_over_post::may_read;
use super::pages::case;
use crate::failure::Failure;

/// What would stay behind.
#[derive(Debug, Default, Serialize)]
pub struct Behind {
    /// Each with its number at the desk, its key and the post that owns it.
    pub open: Vec<(i64, String, String)>,
    /// Actions of decisions, each with its title and its post.
    pub actions: Vec<(i64, String, String)>,
    /// Reviews that decisions set, each with its title and its post.
    pub recurrences: Vec<(i64, String, String)>,
    /// The posts, with their titles.
    pub posts: Vec<(i64, String)>,
    /// How many more there are that whoever asks may not read.
    pub more: usize,
}

/// What an account leaves behind in these posts after its last day.
pub async fn behind(context: &Context, account: i64, posts: &[(i64, String)], last: Date) -> Result<Behind, Failure> {
    let desk = &context.desk.desk;
    let mut behind = Behind::default();
    let after = redress::counting::plus(last, 1).unwrap_or(last);
    for (post, title) in posts {
        if desk.holders_of_post(*post, after).await?.iter().any(|holder| *holder != account) {
            continue;
        }
        let before = behind.count();
        for kept in desk.open_of_post(*post).await? {
            // Keys of what is under an embargo are not for everybody who keeps accounts.
            let subject = case::known(context, kept.case_file_id).await?.subject;
            if context.can(Act::ReadDesk, &subject) {
                behind.open.push((kept.id, kept.tracked.asked().key(), title.clone()));
            } else {
                behind.more += 1;
            }
        }
        let actions = desk.actions(ActionQuery { owner: Some(*post), ..ActionQuery::default() }).await?;
        for kept in actions.into_iter().filter(|k| k.action.closed().is_none()) {
            if may_read(context, kept.planned_item_id, Some(&kept)).await? {
                behind.actions.push((kept.id, kept.title(), title.clone()));
            } else {
                behind.more += 1;
            }
        }
        for kept in desk.recurrences_of_post(*post).await? {
            if may_read(context, kept.planned_item_id, None).await? {
                behind.recurrences.push((kept.id, kept.recurrence.what, title.clone()));
            } else {
                behind.more += 1;
            }
        }
        if behind.count() > before {
            behind.posts.push((*post, title.clone()));
        }
    }
    Ok(behind)
}

impl Behind {
    /// Whether nothing would.
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }

    fn count(&self) -> usize {
        self.open.len() + self.actions.len() + self.recurrences.len() + self.more
    }

    /// What a page says of it.
    pub fn markup(&self) -> Markup {
        html! {
            p.govuk-body { "Nobody else holds the post, so this stays behind until it is handed over:" }
            ul.govuk-list.govuk-list--bullet {
                @for (id, key, post) in &self.open {
                    li { a.govuk-link href={ "/desk/recommendations/" (id) } { "Recommendation " (key) } ", " (post) }
                }
                @for (id, action, post) in &self.actions { li { a.govuk-link href={ "/desk/actions/" (id) } { (action) } ", " (post) } }
                @for (id, what, post) in &self.recurrences {
                    li { a.govuk-link href={ "/desk/recurrences/" (id) } { (what) } ", " (post) }
                }
                @if self.more > 0 { li { (self.more) " more that you may not read: the link officer or the monitoring officer hands it over" } }
            }
            @for (post, title) in &self.posts {
                p.govuk-body { a.govuk-link href={ "/desk/posts/" (post) "/hand-over" } { "Hand over everything open of " (title) } }
            }
        }
    }
}
