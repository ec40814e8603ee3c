//! Entries whose notice is owed: a key decision that is not in the published plan yet, with the last day to put it there.

use std::collections::BTreeMap;

use jiff::civil::Date;
use redress::access::{Subject, SubjectKind};
use redress::counting::days_between;
use redress::day::with_weekday;
use redress::duty::{self, si2012_2089::reg9};
use redress::ombudsman::follow_up::{By, Owed, Sort};
use redress::reader::Role;
use redress_store::StoreError;
use redress_store::desk::Desk;

use crate::council::{Council, GOVERNANCE, KEY_THRESHOLD, READINGS};
use crate::desk::owing::{Line, OfDuty};
use crate::statute::holidays;

/// Whoever keeps the plan.
const KEEPERS: &[Role] = &[Role::DemocraticServices];

/// The entries to publish, each with its last day.
pub async fn lines(desk: &Desk, today: Date) -> Result<Vec<Line>, StoreError> {
    let entries = desk.forward_plan(&today.to_string()).await?;
    if entries.is_empty() {
        return Ok(Vec::new());
    }
    let mut settings = BTreeMap::new();
    for name in [GOVERNANCE, READINGS, KEY_THRESHOLD] {
        settings.extend(desk.setting(name).await?.map(|value| (name.to_string(), value)));
    }
    let council = Council::of(&settings);
    let calendar = holidays::calendar(desk.setting(holidays::SETTING).await?.as_deref()).map_err(|e| StoreError::Damaged(e.to_string()))?;
    let clock = (&council.readings, &calendar);
    let mut found = Vec::new();
    for kept in entries.into_iter().filter(|e| e.working.taken_out.is_none()) {
        let (standing, first) = (kept.standing(), kept.working.entry.when.first());
        let way = standing.way_on(first, council.threshold(), clock).ok().flatten();
        // What is in the plan, or has a way out, is not owed; what is not key never was.
        if way.is_none_or(|way| way.lawful()) {
            continue;
        }
        let Ok(Some(answer)) = standing.publish_by(council.threshold(), clock) else { continue };
        let Some(by) = answer.alarm.or(answer.due.date) else { continue };
        let owed = Owed {
            sort: Sort::Duty,
            on: Some(by),
            original: None,
            why: format!("28 clear days before {}", with_weekday(first)),
            late: days_between(by, today).max(0),
            by: By::Roles(KEEPERS),
        };
        found.push(Line {
            owed,
            title: format!("Publish forward plan entry {}", kept.reference),
            case: String::new(),
            address: format!("/desk/forward-plan/{}", kept.id),
            post: None,
            service: None,
            duty: Some(OfDuty {
                key: reg9::PUBLISH_28.key.into(),
                cite: duty::find(reg9::PUBLISH_28.key).map_or("", |d| d.cite),
                due_on: answer.due.date,
                other_due_on: answer.other.and_then(|o| o.due.date),
                stands: "Not published in time as things stand".into(),
            }),
            subject: Subject::new(SubjectKind::Item),
        });
    }
    Ok(found)
}
