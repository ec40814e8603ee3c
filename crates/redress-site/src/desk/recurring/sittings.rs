//! The meetings of a body as what comes back to it sees them: which can still take an item, and what became of the others.

use std::collections::BTreeMap;

use jiff::civil::Date;
use redress::calendar::Calendar;
use redress::duty::Settings;
use redress::meeting::Standing;
use redress::publishing::agenda_notice;
use redress::recurrence::{Listed, Takes};
use redress_store::StoreError;
use redress_store::desk::Desk;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::meeting_list::Wanted;

use crate::council::{Council, GOVERNANCE, KEY_THRESHOLD, READINGS};
use crate::desk::proposal;
use crate::statute::holidays;

/// The day on which somebody looks, with what notices are counted by.
#[derive(Debug, Clone)]
pub struct Looking {
    /// Today.
    pub today: Date,
    readings: Settings,
    calendar: Calendar,
}

impl Looking {
    /// Today, with the readings and the holidays that the desk has.
    pub async fn on(desk: &Desk, today: Date) -> Result<Looking, StoreError> {
        let mut settings = BTreeMap::new();
        for name in [GOVERNANCE, READINGS, KEY_THRESHOLD] {
            settings.extend(desk.setting(name).await?.map(|value| (name.to_string(), value)));
        }
        let kept = desk.setting(holidays::SETTING).await?;
        let calendar = holidays::calendar(kept.as_deref()).map_err(|e| StoreError::Damaged(e.to_string()))?;
        Ok(Looking { today, readings: Council::of(&settings).readings, calendar })
    }

    /// The last day for the agenda of a meeting; none where the law names none.
    fn last_day(&self, meeting: &PlannedMeeting, on: Date) -> Option<Date> {
        let notice = agenda_notice(on, proposal::kind_of(&meeting.body), &self.readings, &self.calendar);
        notice.ok().flatten().map(|notice| notice.by)
    }
}

/// A meeting of the body.
#[derive(Debug, Clone)]
pub struct Sitting {
    /// The meeting.
    pub meeting: PlannedMeeting,
    /// Its day.
    pub on: Date,
    /// Whether it takes items.
    pub takes: Takes,
    /// The last day for its agenda.
    pub last_day: Option<Date>,
}

impl Sitting {
    /// As the rule sees it.
    pub fn listed(&self) -> Listed {
        Listed { on: self.on, takes: self.takes }
    }
}

/// The meetings of a body from a day on.
pub async fn of(desk: &Desk, body: i64, from: Date, looking: &Looking) -> Result<Vec<Sitting>, StoreError> {
    let wanted = Wanted { body: Some(body), from: Some(from.to_string()), ..Wanted::default() };
    let listed = desk.meetings_wanted(&wanted).await?;
    let out = desk.agendas_out(body).await?;
    let sitting = |one: redress_store::desk::work::meeting_list::ListedMeeting| {
        let on: Date = one.meeting.on_date.parse().ok()?;
        let last_day = looking.last_day(&one.meeting, on);
        let takes = match one.standing {
            Standing::Cancelled => Takes::Cancelled,
            Standing::Moved => Takes::Moved,
            Standing::Inquorate => Takes::Inquorate,
            Standing::Adjourned | Standing::Continued | Standing::Held => Takes::NoMore,
            Standing::Planned | Standing::Called => {
                let late = last_day.is_some_and(|last| last < looking.today) || on < looking.today;
                if late || out.contains(&one.meeting.id) { Takes::NoMore } else { Takes::Items }
            }
        };
        Some(Sitting { meeting: one.meeting, on, takes, last_day })
    };
    Ok(listed.into_iter().filter_map(sitting).collect())
}
