//! Reviews that decisions set: to be reported on, not taken, without a meeting, and plans that are to go to the Ombudsman.

use jiff::civil::Date;
use redress::access::Subject;
use redress::counting::{days_between, plus};
use redress::ombudsman::follow_up::{By, Owed, Sort};
use redress::reader::Role;
use redress::recurrence::Placed;
use redress_store::StoreError;
use redress_store::desk::Desk;
use redress_store::desk::account::post::Post;

use super::Line;
use crate::desk::recurring::{Time, View};

/// Who keeps the agendas.
const CLERKS: By = By::Role(Role::DemocraticServices);
/// How long before its day a review is listed.
const AHEAD: i32 = 60;

/// What waits.
pub async fn lines(desk: &Desk, today: Date, posts: &[Post]) -> Result<Vec<Line>, StoreError> {
    let mut all = Vec::new();
    for kept in desk.recurrences(None).await? {
        let Some(item) = desk.planned_item(kept.planned_item_id).await? else { continue };
        let subject = crate::desk::pages::action::subject(desk, &item).await?;
        let view = View::of(desk, kept, today).await?;
        for time in &view.times {
            all.extend(owed(&view, time, today).into_iter().map(|(owed, title)| line(&view, owed, title, &subject, posts)));
        }
    }
    Ok(all)
}

fn line(view: &View, owed: Owed, title: String, subject: &Subject, posts: &[Post]) -> Line {
    let post = match owed.by {
        By::Post(id) => posts.iter().find(|p| p.id == id),
        _ => None,
    };
    Line {
        owed,
        title,
        case: String::new(),
        address: format!("/desk/recurrences/{}", view.kept.id),
        post: post.map(|p| p.title.clone()),
        service: post.and_then(|p| p.area.clone()),
        duty: None,
        subject: subject.clone(),
    }
}

fn owed(view: &View, time: &Time, today: Date) -> Option<(Owed, String)> {
    let what = &view.recurrence.what;
    let due = time.slot.due;
    let near = |day: Date| plus(today, AHEAD).is_some_and(|ahead| day <= ahead);
    let made = |sort: Sort, on: Date, by: By, why: String| Owed {
        sort,
        on: Some(on),
        original: (on != due).then_some(due),
        why,
        late: days_between(on, today).max(0),
        by,
    };
    if time.off && !matches!(time.slot.placed, Placed::Considered { .. }) {
        let why = "Its item came off the agenda. Put it on another, or record the decision that ends it".to_string();
        return Some((made(Sort::Review, due, CLERKS, why), format!("{what}: on no agenda")));
    }
    match &time.slot.placed {
        Placed::Considered { on, .. } if view.kept.shares_plan && time.shared.is_none() => {
            let why = "The decision promised to send the plan to the Ombudsman after each review".to_string();
            Some((made(Sort::Evidence, *on, By::Role(Role::LinkOfficer), why), format!("{what}: send the plan to the Ombudsman")))
        }
        Placed::Considered { .. } => None,
        Placed::NoMeeting { .. } => near(due).then(|| {
            let why = time.slot.words();
            (made(Sort::Review, due, CLERKS, why), format!("{what}: plan a meeting"))
        }),
        Placed::NotTaken { meeting, .. } => {
            let why = "No minute shows that the meeting considered it".to_string();
            Some((made(Sort::Review, *meeting, CLERKS, why), format!("{what}: not taken")))
        }
        Placed::At { meeting, .. } | Placed::Moved { to: meeting, .. } => near(*meeting).then(|| {
            let why = format!("Due {}; {}", redress::day::long(due), time.slot.words());
            (made(Sort::Review, *meeting, By::Post(view.kept.owner_post_id), why), format!("Report for: {what}"))
        }),
    }
}
