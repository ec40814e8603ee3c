//! Reviews that decisions set: to be reported on, not taken, without a meeting, and plans that are to go to the Ombudsman.

use jiff::civil::Date;
use redress::access::Subject;
use redress::counting::{days_between, plus};
use redress::ombudsman::follow_up::{By, Owed, Person, Sort};
use redress::reader::Role;
use redress::recurrence::Placed;
use redress_store::StoreError;
use redress_store::desk::Desk;
use redress_store::desk::account::post::Post;

use super::Line;
use crate::desk::named_posts::NamedPosts;
use crate::desk::recurring::telling::{Kind, Saying};
use crate::desk::recurring::{Looking, Time, View, ended_from};

/// Who keeps the agendas.
const CLERKS: By = By::Role(Role::DemocraticServices);
/// How long before its day a review is listed.
const AHEAD: i32 = 60;

/// What waits. What ended long ago is not read at all.
pub async fn lines(desk: &Desk, today: Date, (posts, people): (&[Post], &[Person])) -> Result<Vec<Line>, StoreError> {
    let kept = desk.recurrences_open(ended_from(today)).await?;
    if kept.is_empty() {
        return Ok(Vec::new());
    }
    let (looking, named) = (Looking::on(desk, today).await?, NamedPosts::from(posts));
    let mut all = Vec::new();
    for kept in kept {
        let Some(item) = desk.planned_item(kept.planned_item_id).await? else { continue };
        let subject = crate::desk::pages::action::subject(desk, &item).await?;
        let told = desk.told_of_slots(kept.id).await?;
        let view = View::of(desk, kept, &looking).await?;
        for time in &view.times {
            all.extend(owed(&view, time, today).into_iter().map(|(owed, title)| line(&view, owed, title, &subject, posts)));
            for saying in view.untold(time, &told, people, &named) {
                let owed = nobody(&view, time, &saying, today);
                all.push(line(&view, owed, format!("{}: nobody could be told", view.recurrence.what), &subject, posts));
            }
        }
        for left in &view.left {
            let owed = Owed { sort: Sort::Review, on: Some(left.on), original: None, why: left.why.clone(), late: 0, by: CLERKS };
            let title = format!("{}: take it off the agenda", view.recurrence.what);
            all.push(Line { address: format!("/desk/items/{}", left.item), ..line(&view, owed, title, &subject, posts) });
        }
    }
    Ok(all)
}

/// That nobody could be told something of one time.
fn nobody(view: &View, time: &Time, saying: &Saying, today: Date) -> Owed {
    let who = if saying.kind == Kind::Owner { "the post that reports" } else { "the post that reports, or one that is told," };
    Owed {
        sort: Sort::Review,
        on: Some(saying.about),
        original: (saying.about != time.slot.due).then_some(time.slot.due),
        why: format!("{} Nobody with an e-mail address holds {who} today: {}", saying.words, view.recurrence.owner),
        late: days_between(saying.about, today).max(0),
        by: CLERKS,
    }
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
        Placed::NotTaken { meeting, next } => {
            let again = match (next, time.again_from) {
                (Some(next), Some(from)) => {
                    format!(". From {} on it goes on the agenda of {}", redress::day::long(from), redress::day::long(*next))
                }
                (None, _) => ". Plan a meeting, or put it on an agenda".into(),
                _ => String::new(),
            };
            let why = format!(
                "No decision, resolution or published minute shows that the meeting considered it: record the decision, or publish the minute{again}"
            );
            Some((made(Sort::Review, *meeting, CLERKS, why), format!("{what}: not taken")))
        }
        Placed::At { meeting, .. } | Placed::Moved { to: meeting, .. } => near(*meeting).then(|| {
            let why = format!("Due {}; {}", redress::day::long(due), time.slot.words());
            (made(Sort::Review, *meeting, By::Post(view.kept.owner_post_id), why), format!("Report for: {what}"))
        }),
    }
}
