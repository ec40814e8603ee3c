//! Local Government Act 1972: meetings, papers, minutes.
//!
//! Part VA is for the council and its committees; meetings of an executive have their own regulations of 2012.

use jiff::civil::{Date, date};

use super::{Choice, Duty, How, Other, Version};
use crate::calendar::DayKind;
use crate::counting::Rule;

/// Section 100A(4): the resolution that shuts the public out.
pub mod s100a_4;
/// Section 100A(6): public notice of a meeting.
pub mod s100a_6;
/// Section 100B: agenda and reports before a meeting, and urgent items.
pub mod s100b;
/// Section 100C: minutes and papers after a meeting.
pub mod s100c;
/// Section 100D: background papers.
pub mod s100d;
/// Schedule 12, paragraph 3: extraordinary meetings.
pub mod sch12_3;
/// Schedule 12, paragraph 4: the summons to a meeting of the council.
pub mod sch12_4;
/// Schedule 12, paragraph 41: signing the minutes.
pub mod sch12_41;

/// The duties, in the order of the law.
pub const ALL: &[&Duty] = &[
    &s100a_4::EXCLUSION,
    &s100a_6::PUBLIC_NOTICE,
    &s100b::AGENDA_AND_REPORTS,
    &s100b::URGENT_ITEM,
    &s100c::MINUTES,
    &s100d::BACKGROUND_PAPERS,
    &sch12_3::CHAIRMAN_CALLS,
    &sch12_3::MEMBERS_WAIT,
    &sch12_4::SUMMONS,
    &sch12_41::SIGNING,
];

/// The Act began to govern councils.
const ACT_BEGAN: Date = date(1974, 4, 1);
const ACT_IN_FORCE: &str = "the Act as councils began under it on 1 April 1974";
/// Part VA began.
const PART_VA_BEGAN: Date = date(1986, 4, 1);
const PART_VA: &str = "Part VA, inserted by the Local Government (Access to Information) Act 1985";
/// Three clear days became five in sections 100A and 100B, in England; the summons waited until 2015.
const FIVE_DAYS_BEGAN: Date = date(2002, 10, 1);
const FIVE_DAYS: &str = "SI 2002/715, articles 2 and 3: five clear days for three, in England";
/// The text of the Act that was read.
const TEXT: &str = "Local Government Act 1972, text with amendments to at least November 2024";
const ELITESTONE: &str = "R v Swansea City Council, ex parte Elitestone Ltd (Court of Appeal, 5 May 1993), as reported";
const WHY_CALENDAR: &str = "the Act does not define clear days and leaves out no day by name";

/// So many clear days before a meeting, in working days or in calendar days.
const fn clear(in_force_from: Date, by: &'static str, days: u16) -> Version {
    Version {
        in_force_from,
        by,
        rule: Rule::ClearDaysBefore { days, kind: DayKind::Working },
        reading: "clear working days",
        other: Some(Other {
            choice: Choice::ClearDays,
            reading: "clear calendar days",
            how: How::Rule(Rule::ClearDaysBefore { days, kind: DayKind::Calendar }),
            because: WHY_CALENDAR,
        }),
    }
}

/// Three clear days from the first law, then five.
const THREE_THEN_FIVE: &[Version] = &[clear(PART_VA_BEGAN, PART_VA, 3), clear(FIVE_DAYS_BEGAN, FIVE_DAYS, 5)];
