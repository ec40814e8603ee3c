//! What is owed of officers' reports: by their authors until they are sent, by each post whose turn it is to clear one. A line
//! names the meeting and no word of the report.

use jiff::civil::{Date, DateTime};
use redress::clearance::Standing;
use redress::counting::days_between;
use redress::ombudsman::follow_up::{By, Owed, Sort};
use redress::report::clearer::is_asked;
use redress_store::StoreError;
use redress_store::desk::Desk;
use redress_store::desk::account::post::Post;
use redress_store::desk::work::report::{OpenReport, Stop};

use super::owing::Line;

/// The lines of every report that is not finished.
pub async fn lines(desk: &Desk, now: DateTime, posts: &[Post]) -> Result<Vec<Line>, StoreError> {
    let today = now.date();
    let mut all = Vec::new();
    for open in desk.open_reports().await? {
        let Some(stop) = open.stops.last() else { continue };
        let Some(meeting) = desk.planned_meeting(stop.meeting).await? else { continue };
        let about = format!("Report for {}, {}", meeting.body, meeting.on_date.parse().map_or(meeting.on_date.clone(), redress::day::long));
        let line = |sort: Sort, on: Option<Date>, why: String, post: &Post| Line {
            owed: Owed { sort, on, original: None, why, late: on.map_or(0, |on| days_between(on, today).max(0)), by: By::Post(post.id) },
            title: about.clone(),
            case: String::new(),
            address: format!("/desk/reports/{}", open.report.id),
            post: Some(post.title.clone()),
            service: None,
            duty: None,
            subject: open.subject.clone(),
        };
        if let Some((on, why)) = by_author(&open, stop) {
            all.extend(
                posts.iter().filter(|p| Some(p.id) == open.report.author_post_id).map(|post| line(Sort::Report, on, why.clone(), post)),
            );
            continue;
        }
        let Some(clearing) = stop.clearing(&open.events) else { continue };
        for (at, stage) in clearing.path().stages.iter().enumerate() {
            let on = stop.due.get(at).copied();
            for asked in &stage.posts {
                if !matches!(clearing.standing(asked, today), Some(Standing::Reading | Standing::Expired { .. })) {
                    continue;
                }
                let why = format!("The agenda goes out on {}", redress::day::long(clearing.publish_by));
                let held = posts.iter().filter(|p| is_asked(asked, &p.title, p.role(), p.area.as_deref()));
                all.extend(held.map(|post| line(Sort::Clearance, on, why.clone(), post)));
            }
        }
    }
    Ok(all)
}

/// What the author owes, and by when; none while others have it.
fn by_author(open: &OpenReport, stop: &Stop) -> Option<(Option<Date>, String)> {
    let own = || open.events.iter().filter(|e| e.stop == stop.number);
    let sent = own().rev().find(|e| e.what == "submitted").map(|e| e.version);
    let last = own().next_back();
    if let Some(returned) = last.filter(|e| e.what == "returned") {
        let post = returned.post.as_deref().unwrap_or("A post");
        return Some((stop.submit_by, format!("{post} sent it back")));
    }
    (sent != Some(open.newest)).then(|| (stop.submit_by, "The report is to be sent for clearance".into()))
}
