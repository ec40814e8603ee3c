//! An agenda that waits for the Ombudsman to publish. The last day to publish does not wait, so late that day there is a choice.

use jiff::civil::{Date, DateTime, Time};
use serde::Serialize;

/// What can be done when the report may not be published in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// Take the item in private.
    PrivateItem,
    /// Publish the agenda now, with the item and without the report; the report follows as a supplement.
    Supplement,
    /// Take the item at a later meeting.
    LaterMeeting,
}

impl Choice {
    /// Every choice.
    pub const ALL: [Choice; 3] = [Choice::PrivateItem, Choice::Supplement, Choice::LaterMeeting];

    /// What the clerk is asked, with what it needs.
    pub fn words(self) -> &'static str {
        match self {
            Choice::PrivateItem => "Take it in private. This needs both notices of a private meeting, or agreement that it is urgent.",
            Choice::Supplement => {
                "Publish the agenda with the item, and the report later as a supplement. The item must have a title that tells nothing."
            }
            Choice::LaterMeeting => "Take it at a later meeting, if the time to reply allows it.",
        }
    }
}

/// How a waiting agenda stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "waits", rename_all = "snake_case")]
pub enum Waits {
    /// The Ombudsman has published: the agenda can go out.
    Publish,
    /// There is still time.
    Waits {
        /// The last day.
        until: Date,
    },
    /// The hour has come: the clerk chooses.
    Choose {
        /// What can be chosen.
        choices: Vec<Choice>,
    },
}

/// How an agenda stands that waits for the Ombudsman to publish: `asks_at` is the hour of the last day at which the clerk is asked.
pub fn standing(publish_by: Date, published: Option<DateTime>, now: DateTime, asks_at: Time) -> Waits {
    if published.is_some_and(|at| at <= now) {
        return Waits::Publish;
    }
    if now < publish_by.to_datetime(asks_at) {
        return Waits::Waits { until: publish_by };
    }
    // The agenda of a day that has passed cannot go out in time any more, with or without the report.
    let in_time = now.date() <= publish_by;
    let choices = Choice::ALL.into_iter().filter(|c| in_time || *c == Choice::LaterMeeting).collect();
    Waits::Choose { choices }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn the_clerk_is_asked_at_the_hour_of_the_last_day() {
        let (by, four) = (date(2021, 4, 23), time(16, 0, 0, 0));
        assert_eq!(standing(by, None, by.at(15, 59, 0, 0), four), Waits::Waits { until: by });
        assert_eq!(standing(by, None, by.at(16, 0, 0, 0), four), Waits::Choose { choices: Choice::ALL.to_vec() });
        let later = Waits::Choose { choices: vec![Choice::LaterMeeting] };
        assert_eq!(standing(by, None, date(2021, 4, 24).at(9, 0, 0, 0), four), later);
        assert_eq!(standing(by, Some(by.at(10, 0, 0, 0)), by.at(11, 0, 0, 0), four), Waits::Publish);
        assert_eq!(standing(by, Some(by.at(12, 0, 0, 0)), by.at(11, 0, 0, 0), four), Waits::Waits { until: by });
    }
}
