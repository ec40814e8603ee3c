//! The bodies of the invented council: who sits on each, as its own lists say; what is settled of them; the months ahead,
//! with a meeting that was cancelled and one that was moved.

use std::collections::BTreeSet;

use anyhow::Context;
use jiff::Zoned;
use jiff::civil::Date;
use redress::body::{BodyKind, Capacity, Particulars, QuorumRule};
use redress::calendar::Calendar;
use redress::counting::{days_between, plus};
use redress::meeting::Happened;
use redress::meeting::programme::{Nth, Programme};
use redress_store::desk::Desk;
use redress_store::desk::account::post::Days;
use redress_store::desk::journal::Act;
use redress_store::desk::work::calendar_publication::CalendarClearing;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::meeting_list::Wanted;
use redress_store::desk::work::meeting_outcome::{GoesOn, Happening};

/// The day after the last election of the whole council.
const SINCE: Date = Date::constant(2023, 5, 9);
const OFFICE: &str = "Democratic services officer";
/// Bodies with meetings ahead: the name, which Tuesday of a month, the start.
const AHEAD: &[(&str, u8, &str)] = &[("Cabinet", 2, "18:30"), ("Audit and Governance Committee", 4, "17:30")];

/// Lays them out.
pub async fn lay_out(desk: &Desk, now: &Zoned) -> anyhow::Result<()> {
    let clerk = Act { who: "Tobias Wren", at: now.timestamp() };
    for kept in desk.all_particulars().await? {
        seats(desk, kept.body_id, now.date(), &clerk).await?;
        let settled = particulars(&kept.name, kept.sort());
        if let Err(why) = desk.keep_particulars(kept.body_id, 0, &settled, &clerk).await? {
            anyhow::bail!("the particulars of {} were not kept: {why:?}", kept.name);
        }
    }
    for (name, nth, starts) in AHEAD {
        ahead(desk, now, (name, *nth, starts), &clerk).await?;
    }
    for (body, name) in desk.bodies().await? {
        let wanted = Wanted { body: Some(body), from: Some(now.date().to_string()), ..Wanted::default() };
        let meetings: Vec<i64> = desk.meetings_wanted(&wanted).await?.iter().map(|m| m.meeting.id).collect();
        let reason = format!("{name}: its members and its calendar");
        let clearing =
            CalendarClearing { body, with_body: true, meetings: &meetings, office: OFFICE, reason: &reason, now: now.datetime() };
        desk.publish_calendar(&clearing, None, &clerk).await.map_err(|why| anyhow::anyhow!("{name} was not published: {why:?}"))?;
    }
    Ok(())
}

fn particulars(name: &str, sort: BodyKind) -> Particulars {
    let decides = !matches!(sort, BodyKind::Scrutiny | BodyKind::Board);
    let usual = Particulars::of_name(name);
    Particulars {
        quorum: if sort == BodyKind::Council { usual.quorum } else { QuorumRule::Number(3) },
        delegation: decides.then(|| "The constitution of the council, part 3: responsibility for functions".into()),
        contact: Some("Democratic services, Guildhall, Market Place, Thornmere".into()),
        ..usual
    }
}

/// The seats that the council's own attendance lists show.
async fn seats(desk: &Desk, body: i64, today: Date, act: &Act<'_>) -> anyhow::Result<()> {
    for (member, role) in desk.listed_at_last_meeting(body, &today.to_string()).await? {
        let capacity = match role.to_lowercase().as_str() {
            "chair" | "mayor" => Capacity::Chair,
            "vice-chair" | "deputy mayor" => Capacity::ViceChair,
            role if role.contains("substitute") => Capacity::Substitute,
            role if role.contains("co-opt") => Capacity::CoOptedVoting,
            _ => Capacity::Member,
        };
        desk.seat_on_body(body, member, capacity, Days { from: SINCE, until: None }, act).await?;
    }
    Ok(())
}

/// The next months of a body; of the first, one is cancelled and one moved by a week.
async fn ahead(desk: &Desk, now: &Zoned, (name, nth, starts): (&str, u8, &str), act: &Act<'_>) -> anyhow::Result<()> {
    let body = desk.bodies().await?.into_iter().find(|(_, n)| n == name).with_context(|| format!("the demonstration has no {name}"))?.0;
    let (from, to) = (plus(now.date(), 1).context("a day")?, plus(now.date(), 190).context("a day")?);
    let programme = Programme { nth: [Nth::Of(nth)].into(), weekday: 2, months: (1..=12).collect::<BTreeSet<i8>>(), from, to };
    let days = programme.days(Calendar::england(), &[]).map_err(|wrong| anyhow::anyhow!("{wrong:?}"))?;
    let meeting = |on: Date| PlannedMeeting {
        body_id: body,
        on_date: on.to_string(),
        starts: Some(starts.into()),
        place: Some("Council Chamber, Guildhall".into()),
        kind: Some("ordinary".into()),
        ..PlannedMeeting::default()
    };
    let new: Vec<PlannedMeeting> = days.iter().filter(|day| day.holiday.is_none()).map(|day| meeting(day.on)).collect();
    let planned = desk.plan_meetings(&new, act).await?;
    // Far enough ahead that no page of the other parts of the demonstration counts on them.
    let [.., moved, cancelled] = planned.as_slice() else { return Ok(()) };
    let happening = |meeting, what, why, goes_on| Happening { meeting, seen: 0, what, on: now.date(), why, goes_on, letters: &[] };
    let why = "There is no business for this meeting.";
    let _ = desk.happen(&happening(*cancelled, Happened::Cancelled, why, GoesOn::Nowhere), act).await?;
    let old = desk.planned_meeting(*moved).await?.context("a meeting")?;
    let later = plus(old.on_date.parse()?, 7).filter(|day| days_between(now.date(), *day) > 0).context("a day")?;
    let new = PlannedMeeting { on_date: later.to_string(), ..old };
    let goes_on = GoesOn::Elsewhere { new: &new, items: &[] };
    let why = "The Guildhall is let to the elections office on the first day.";
    let _ = desk.happen(&happening(*moved, Happened::Moved, why, goes_on), act).await?;
    Ok(())
}
