//! What is owed, of everything that the desk follows up: one list for My work, the daily e-mail, the calendars and `redress desk`.

use std::collections::BTreeSet;

use jiff::civil::{Date, DateTime};
use redress::access::Subject;
use redress::duty::{self, DateIs};
use redress::ombudsman::follow_up::{By, Holder, Owed, Person, Sort, duty_owed, owed};
use redress::reader::{Role, SignedIn};
use redress_store::StoreError;
use redress_store::desk::Desk;
use redress_store::desk::account::post::Post;
use redress_store::desk::work::duty_clock::Standing;
use serde::Serialize;

use super::{report_owing, started};

/// Actions of decisions.
mod action;
/// Reviews that decisions set.
mod recurrence;
/// Recommendations of scrutiny that wait for an answer.
mod scrutiny;

/// Something owed, with the way to it. It holds no word of a paper or of a remedy.
#[derive(Debug, Clone, Serialize)]
pub struct Line {
    /// What is owed.
    #[serde(flatten)]
    pub owed: Owed,
    /// What it is: the statute book's words, or the recommendation's key.
    pub title: String,
    /// The case: its reference, or its placeholder.
    pub case: String,
    /// Where it stands at the desk.
    pub address: String,
    /// The post that owns it.
    pub post: Option<String>,
    /// The service of that post.
    pub service: Option<String>,
    /// Of a duty, its key, section and both readings.
    pub duty: Option<OfDuty>,
    /// What access is asked about.
    #[serde(skip)]
    pub subject: Subject,
}

/// What else is told of a duty.
#[derive(Debug, Clone, Serialize)]
pub struct OfDuty {
    /// Its key.
    pub key: String,
    /// The section.
    pub cite: &'static str,
    /// The last day on the reading that the council works to.
    pub due_on: Option<Date>,
    /// The last day on the other reading.
    pub other_due_on: Option<Date>,
    /// Where it stands, in words.
    pub stands: String,
}

/// Everything that is owed at a moment, in order of date; what has no date comes last.
pub async fn everything(desk: &Desk, now: DateTime) -> Result<Vec<Line>, StoreError> {
    of(desk, now, &desk.people_on(now.date()).await?, desk.followed(now).await?).await
}

/// The same of what was read already.
pub async fn of(
    desk: &Desk,
    now: DateTime,
    people: &[Person],
    followed: redress_store::desk::work::followed::Followed,
) -> Result<Vec<Line>, StoreError> {
    let today = now.date();
    let posts = desk.posts().await?;
    let left = desk.left_on(today).await?;
    let mut all = Vec::new();
    for one in followed.recommendations {
        let tracked = &one.kept.tracked;
        let owner = tracked.owner();
        let held: BTreeSet<i64> = people.iter().filter(|p| p.posts.contains(&owner)).map(|p| p.signed_in.account).collect();
        let holder = if held.is_empty() { Holder::Nobody { left: left.get(&owner).copied() } } else { Holder::Held(held) };
        let post = posts.iter().find(|p| p.id == owner);
        for owed in owed(tracked, &holder, today) {
            all.push(Line {
                owed,
                title: format!("Recommendation {}", tracked.asked().key()),
                case: tracked.asked().case().to_string(),
                address: format!("/desk/recommendations/{}", one.kept.id),
                post: post.map(|p: &Post| p.title.clone()),
                service: post.and_then(|p| p.area.clone()),
                duty: None,
                subject: one.subject.clone(),
            });
        }
    }
    // What the Ombudsman owes is no work of the council's.
    for one in followed.duties.into_iter().filter(|d| !started::for_the_ombudsman(&d.standing.clock.duty)) {
        let because = &one.standing.clock.because;
        // A first day, such as that of the Ombudsman's publication, is told of until it comes and is never late.
        let over = !is_last_day(&one.standing.clock.duty) && one.standing.alarm.is_some_and(|day| day < today);
        if let Some(owed) = duty_owed(&one.standing.state, one.standing.alarm, because, today).filter(|_| !over) {
            all.push(Line {
                owed,
                title: started::duty_words(&one.standing.clock.duty),
                case: redress::ombudsman::follows::CaseKey::read(&one.case).map_or(one.case, |key| key.to_string()),
                address: format!("/desk/ombudsman-papers/{}", one.standing.clock.ombudsman_paper_id),
                post: None,
                service: None,
                duty: Some(of_duty(&one.standing)),
                subject: one.subject,
            });
        }
    }
    all.extend(super::forward_plan::owed::lines(desk, today).await?);
    all.extend(scrutiny::lines(desk, today).await?);
    all.extend(action::lines(desk, today, &posts).await?);
    all.extend(recurrence::lines(desk, today, (&posts, people)).await?);
    all.extend(report_owing::lines(desk, now, &posts).await?);
    all.sort_by(|a, b| {
        (a.owed.on.is_none(), a.owed.on, a.owed.sort, &a.title).cmp(&(b.owed.on.is_none(), b.owed.on, b.owed.sort, &b.title))
    });
    Ok(all)
}

/// Whether the day of a duty is one by which something must be done.
pub fn is_last_day(key: &str) -> bool {
    duty::find(key).map_or(true, |duty| duty.date_is != DateIs::FirstDay)
}

fn of_duty(standing: &Standing) -> OfDuty {
    let day = |text: &Option<String>| text.as_deref().and_then(|t| t.parse().ok());
    OfDuty {
        key: standing.clock.duty.clone(),
        cite: duty::find(&standing.clock.duty).map_or("", |d| d.cite),
        due_on: day(&standing.clock.due_on),
        other_due_on: day(&standing.clock.other_due_on),
        stands: standing.stands.clone(),
    }
}

/// Somebody, by what they hold today.
#[derive(Debug, Clone, Default)]
pub struct Who {
    /// The posts held or covered.
    pub posts: BTreeSet<i64>,
    /// The roles.
    pub roles: BTreeSet<Role>,
    /// The services of the posts.
    pub services: BTreeSet<String>,
}

impl Who {
    /// Somebody who signed in, on a day.
    pub async fn of(desk: &Desk, signed_in: &SignedIn, day: Date) -> Result<Who, StoreError> {
        let held = desk.posts_of(signed_in.account, day).await?;
        Ok(Who {
            posts: held.iter().map(|h| h.post_id).collect(),
            roles: signed_in.roles.clone(),
            services: held.into_iter().filter_map(|h| h.area).collect(),
        })
    }

    /// Somebody among those who can be told.
    pub fn person(person: &Person) -> Who {
        Who { posts: person.posts.clone(), roles: person.signed_in.roles.clone(), services: person.directs.clone() }
    }

    /// Whether they owe it.
    pub fn owes(&self, line: &Line) -> bool {
        match &line.owed.by {
            By::Post(post) => self.posts.contains(post),
            By::Role(Role::ServiceDirector) => {
                self.roles.contains(&Role::ServiceDirector) && (self.services.is_empty() || line.service.is_none() || self.serves(line))
            }
            By::Role(role) => self.roles.contains(role),
            By::Roles(roles) => roles.iter().any(|role| self.roles.contains(role)),
        }
    }

    /// Whether it is of a service of theirs.
    pub fn serves(&self, line: &Line) -> bool {
        line.service.as_ref().is_some_and(|service| self.services.contains(service))
    }
}

/// The part of My work that a line stands in.
pub fn part(sort: Sort) -> usize {
    match sort {
        Sort::Recommendation | Sort::Evidence | Sort::Waiting | Sort::Report | Sort::Action | Sort::Review => 0,
        Sort::Duty => 1,
        Sort::Update | Sort::Silence | Sort::Clearance => 2,
        Sort::LeftBehind => 3,
    }
}
