//! The dates of five real cases, as told in our research, and the conflicts by name.

use jiff::civil::{Date, date};

use super::*;
use crate::calendar::Calendar;
use crate::counting::{Period, days_between};
use crate::duty::{Choice, Pick};

fn meeting(date: Date, body: &str, kind: MeetingKind) -> ListedMeeting {
    ListedMeeting { date, body: body.into(), kind, cancelled: false }
}

fn cabinet(date: Date) -> ListedMeeting {
    meeting(date, "Cabinet", MeetingKind::Executive)
}

fn planned(matter: &Matter, meetings: &[ListedMeeting]) -> Plan {
    plan(matter, meetings, &PlanSettings::default(), Calendar::england()).unwrap()
}

impl Plan {
    fn step(&self, duty: &str) -> &PlanStep {
        self.steps.iter().find(|s| s.duty == Some(duty)).unwrap_or_else(|| panic!("no step for {duty}"))
    }

    fn on(&self, duty: &str) -> Option<Date> {
        self.step(duty).on
    }

    fn own(&self, words: &str) -> Option<Date> {
        self.steps.iter().find(|s| s.duty.is_none() && s.what.contains(words)).and_then(|s| s.on)
    }

    fn has(&self, wanted: impl Fn(&Conflict) -> bool) -> bool {
        self.conflicts.iter().any(|c| wanted(&c.conflict))
    }

    fn fit(&self, on: Date) -> &Fit {
        self.meetings.iter().find(|m| m.meeting.date == on).unwrap()
    }
}

/// SC-01: a report of January 2021, in confidence until the day on which the cabinet met on it in private.
fn january_2021() -> Matter {
    let within = |what: &str| Remedy { what: what.into(), due: RemedyDue::Within(Period::Weeks(4)) };
    Matter {
        report_dated: Some(date(2021, 1, 21)),
        embargo: Embargo::Event { expected: Some(date(2021, 3, 11)) },
        private: true,
        remedies: vec![within("Apologise"), within("Pay the young person")],
        ..Matter::received(date(2021, 1, 21))
    }
}

#[test]
fn a_report_under_embargo_goes_to_a_private_meeting() {
    let made = planned(&january_2021(), &[cabinet(date(2021, 3, 11))]);
    assert_eq!(made.on("lgsco_report_consider_and_notify"), Some(date(2021, 4, 20)));
    assert_eq!(made.step("lgsco_report_consider_and_notify").last_working_day, None, "the last day is a working day");
    assert_eq!(made.on("lgsco_remedy_due"), Some(date(2021, 2, 18)));
    assert_eq!(made.on("exec_private_notice_28"), Some(date(2021, 2, 10)));
    let second = made.step("exec_private_notice_5");
    assert_eq!((second.on, second.other.as_ref().map(|o| o.on)), (Some(date(2021, 3, 3)), Some(date(2021, 3, 5))));
    assert_eq!(made.on("lgsco_report_public_notice"), Some(date(2021, 2, 4)));
    let early = |c: &Conflict| matches!(c, Conflict::RemedyBeforeMeeting { due, days: 21, .. } if *due == date(2021, 2, 18));
    assert_eq!(made.conflicts.iter().filter(|c| early(&c.conflict)).count(), 2);
    let notice = date(2021, 2, 4);
    assert!(made.has(|c| *c == Conflict::PublicNoticeAgainstConfidence { notice_by: notice, lifts: Some(date(2021, 3, 11)) }));
    assert_eq!(made.fit(date(2021, 3, 11)).verdict, Verdict::Fits);
    assert!(!made.is_clear());
}

#[test]
fn a_first_private_notice_one_day_late_needs_the_scrutiny_chair() {
    let late = Matter { first_private_notice: Some(date(2021, 2, 11)), ..january_2021() };
    let made = planned(&late, &[cabinet(date(2021, 3, 11))]);
    assert!(made.has(|c| *c == Conflict::FirstPrivateNoticeTooLate { by: date(2021, 2, 10), published: date(2021, 2, 11) }));
    assert_eq!(made.fit(date(2021, 3, 11)).verdict, Verdict::FitsIf);
    let on_the_day = Matter { first_private_notice: Some(date(2021, 2, 10)), ..january_2021() };
    let made = planned(&on_the_day, &[cabinet(date(2021, 3, 11))]);
    assert!(!made.has(|c| matches!(c, Conflict::FirstPrivateNoticeTooLate { .. })));
}

#[test]
fn in_public_the_same_report_cannot_be_on_that_agenda() {
    let open = Matter { private: false, ..january_2021() };
    let made = planned(&open, &[cabinet(date(2021, 3, 11)), cabinet(date(2021, 3, 18)), cabinet(date(2021, 3, 19))]);
    assert!(
        made.fit(date(2021, 3, 11))
            .conflicts
            .iter()
            .any(|c| { c.conflict == Conflict::EmbargoAgainstAgenda { publish_by: date(2021, 3, 3), lifts: date(2021, 3, 11) } })
    );
    // Published on 11 March, five clear working days are 12 and 15 to 18 March.
    assert_eq!(made.earliest_meeting.lawful, Some(date(2021, 3, 19)));
    assert_eq!(made.fit(date(2021, 3, 18)).verdict, Verdict::DoesNotFit);
    assert_eq!(made.planned_for, Some(cabinet(date(2021, 3, 19))));
}

/// SC-02: two reports of January 2025 before one extraordinary meeting.
#[test]
fn last_days_on_a_sunday_and_on_easter_monday_do_not_move() {
    let executive = [cabinet(date(2025, 2, 26))];
    let first = planned(&Matter { report_dated: Some(date(2025, 1, 7)), ..Matter::received(date(2025, 1, 7)) }, &executive);
    let remedy = Remedy { what: "Repay the therapy".into(), due: RemedyDue::Within(Period::Months(3)) };
    let second = Matter { report_dated: Some(date(2025, 1, 22)), remedies: vec![remedy], ..Matter::received(date(2025, 1, 22)) };
    let second = planned(&second, &executive);
    let reply = |made: &Plan| {
        let step = made.step("lgsco_report_consider_and_notify");
        (step.on, step.last_working_day)
    };
    assert_eq!(reply(&first), (Some(date(2025, 4, 6)), Some(date(2025, 4, 4))));
    assert_eq!(reply(&second), (Some(date(2025, 4, 21)), Some(date(2025, 4, 17))));
    assert_eq!(second.on("lgsco_remedy_due"), Some(date(2025, 4, 22)));
    let sent = date(2025, 2, 28);
    assert_eq!((days_between(sent, first.reply_by), days_between(sent, second.reply_by)), (37, 52));
    assert_eq!(first.on("exec_agenda_reports_available"), Some(date(2025, 2, 18)));
    // Decided on Wednesday, published on Friday; scrutiny has until the next Friday.
    assert_eq!(first.own("Publish the decision"), Some(sent));
    assert_eq!(first.on("call_in"), Some(date(2025, 3, 7)));
    assert_eq!(first.own("carried out"), Some(date(2025, 3, 10)));
    assert_eq!(first.latest_meeting.lawful, Some(date(2025, 4, 4)));
    assert!(first.is_clear() && second.is_clear(), "{:?}", first.conflicts);
}

/// SC-05: an executive keeps its policy in June 2019; a further report comes in January 2020.
#[test]
fn only_a_further_report_sends_a_refusal_to_the_council() {
    let first = planned(&Matter::received(date(2019, 3, 14)), &[cabinet(date(2019, 6, 11))]);
    assert_eq!(first.reply_by, date(2019, 6, 13));
    assert_eq!(first.fit(date(2019, 6, 11)).days_in_hand, 2);
    assert!(!first.has(|c| matches!(c, Conflict::RefusalGoesToCouncil { .. })));
    // Published on 13 June, a decision can be called in to the 20th: the reply goes with the action as proposed.
    assert!(first.has(|c| *c == Conflict::CallInPastReply { ends: date(2019, 6, 20), reply_by: date(2019, 6, 13) }));

    let further = Matter {
        further: true,
        inspection_from: Some(date(2020, 1, 17)),
        notice_given: Some(date(2020, 1, 14)),
        ..Matter::received(date(2020, 1, 14))
    };
    let council = meeting(date(2020, 2, 20), "Council", MeetingKind::Council);
    let made = planned(&further, &[cabinet(date(2020, 2, 4)), council]);
    assert_eq!(made.on("lgsco_further_report_public_notice"), Some(date(2020, 1, 28)));
    assert_eq!(made.on("lgsco_further_report_inspection_period"), Some(date(2020, 2, 6)));
    assert_eq!(made.step("lgsco_further_report_inspection_period").earliest, Some(date(2020, 1, 17)));
    let reply = made.step("lgsco_further_report_consider_and_notify");
    assert_eq!((reply.on, reply.last_working_day), (Some(date(2020, 4, 13)), Some(date(2020, 4, 9))));
    let expected = Conflict::RefusalGoesToCouncil {
        council: Some(date(2020, 2, 20)),
        summons_by: Some(date(2020, 2, 12)),
        reply_by: date(2020, 4, 13),
    };
    assert!(made.has(|c| *c == expected), "{:?}", made.conflicts);
}

/// SC-06: the monitoring officer's report first goes out on the last day for the agenda of 1 October 2019.
#[test]
fn the_executive_meets_within_21_days_on_the_monitoring_officers_report() {
    let matter = Matter { monitoring_officer_sent: Some(date(2019, 9, 23)), ..Matter::received(date(2019, 8, 29)) };
    let made = planned(&matter, &[cabinet(date(2019, 10, 1)), cabinet(date(2019, 11, 5))]);
    assert_eq!(made.on("exec_agenda_reports_available"), Some(date(2019, 9, 23)));
    assert_eq!(made.on("s5a_executive_consider_21_days"), Some(date(2019, 10, 14)));
    assert_eq!(made.on("s5a_implementation_suspended"), Some(date(2019, 10, 2)));
    assert_eq!(made.own("Publish the decision"), Some(date(2019, 10, 3)));
    assert_eq!(made.on("call_in"), Some(date(2019, 10, 10)));
    assert_eq!(made.own("carried out"), Some(date(2019, 10, 11)));
    assert_eq!(made.on("s5a_executive_response_report"), None, "the law names no day");
    let late = made.fit(date(2019, 11, 5));
    assert!(late.conflicts.iter().any(|c| c.conflict == Conflict::MonitoringOfficerTooLate { by: date(2019, 10, 14) }));
    let made = planned(&matter, &[cabinet(date(2019, 11, 5))]);
    let call = Conflict::NoMeetingForMonitoringOfficer {
        by: date(2019, 10, 14),
        notice_by: Some(date(2019, 10, 4)),
        kind: MeetingKind::Executive,
    };
    assert!(made.has(|c| *c == call), "{:?}", made.conflicts);
}

/// SC-07: the Ombudsman publishes on the last day for the agenda; scrutiny and council come later.
#[test]
fn an_agenda_waits_for_the_ombudsman_on_its_last_day() {
    let matter = Matter { embargo: Embargo::Event { expected: Some(date(2021, 4, 23)) }, ..Matter::received(date(2021, 2, 5)) };
    let listed = [
        cabinet(date(2021, 5, 4)),
        meeting(date(2021, 6, 9), "Children and Young People Scrutiny", MeetingKind::Scrutiny),
        meeting(date(2021, 7, 1), "Business Support Scrutiny", MeetingKind::Scrutiny),
        meeting(date(2021, 7, 22), "Council", MeetingKind::Council),
    ];
    let made = planned(&matter, &listed);
    // Received on 5 February, the cabinet meets on the very last day; by publication one would have counted to 22 July.
    assert_eq!(made.reply_by, date(2021, 5, 4));
    assert_eq!(crate::counting::beginning_with(date(2021, 4, 23), Period::Months(3)), Some(date(2021, 7, 22)));
    assert_eq!(made.on("exec_agenda_reports_available"), Some(date(2021, 4, 23)));
    assert!(made.has(|c| *c == Conflict::EmbargoEndsOnLastDay { publish_by: date(2021, 4, 23), event: true }));
    let verdicts: Vec<Verdict> = made.meetings.iter().map(|m| m.verdict).collect();
    assert_eq!(verdicts, [Verdict::FitsIf, Verdict::Comments, Verdict::Comments, Verdict::DoesNotFit]);
    assert!(made.fit(date(2021, 7, 22)).conflicts.iter().any(|c| c.conflict == Conflict::AfterReply { reply_by: date(2021, 5, 4) }));
    let council = made.fit(date(2021, 7, 22)).steps.iter().find(|s| s.duty == Some("council_summons")).and_then(|s| s.on);
    assert_eq!(council, Some(date(2021, 7, 14)));
}

#[test]
fn without_a_meeting_in_time_one_is_called() {
    let made = planned(&Matter::received(date(2026, 3, 3)), &[cabinet(date(2026, 6, 9))]);
    let call = Conflict::NoMeetingInTime {
        reply_by: date(2026, 6, 2),
        meet_by: Some(date(2026, 6, 2)),
        notice_by: Some(date(2026, 5, 22)),
        kind: MeetingKind::Executive,
    };
    assert!(made.has(|c| *c == call), "{:?}", made.conflicts);
    assert_eq!(made.planned_for, None);
    // A cabinet on 20 May publishes on the 22nd; call-in closes on 1 June and the reply goes on the last day.
    assert_eq!(made.latest_meeting.advised, Some(date(2026, 5, 20)));
    assert_eq!(made.fit(date(2026, 6, 9)).days_in_hand, -7);
}

#[test]
fn the_body_that_usually_considers_reports_goes_first() {
    let council = meeting(date(2026, 4, 16), "Council", MeetingKind::Council);
    let made = planned(&Matter::received(date(2026, 3, 3)), &[council.clone(), cabinet(date(2026, 5, 12))]);
    assert_eq!(made.planned_for, Some(cabinet(date(2026, 5, 12))));
    let asked = Matter { meeting: Some(date(2026, 4, 16)), ..Matter::received(date(2026, 3, 3)) };
    assert_eq!(planned(&asked, &[council.clone(), cabinet(date(2026, 5, 12))]).planned_for, Some(council));
}

#[test]
fn planned_too_late_no_notice_can_be_kept() {
    let matter = Matter { planned_from: Some(date(2026, 5, 27)), ..Matter::received(date(2026, 3, 3)) };
    let made = planned(&matter, &[cabinet(date(2026, 6, 2))]);
    assert!(made.has(|c| matches!(c, Conflict::NoMeetingInTime { meet_by: None, .. })), "{:?}", made.conflicts);
    assert!(made.has(|c| matches!(c, Conflict::AgendaTooLate { .. })), "the meeting's dates are shown all the same");
}

#[test]
fn the_settings_pick_the_reading_and_the_other_stays() {
    let mut settings = PlanSettings::default();
    settings.readings = settings.readings.with(Choice::ClearDays, Pick::Second).with(Choice::ReceiptOrReportDate, Pick::Second);
    let matter = Matter { report_dated: Some(date(2026, 3, 3)), ..Matter::received(date(2026, 3, 5)) };
    let made = plan(&matter, &[cabinet(date(2026, 4, 14))], &settings, Calendar::england()).unwrap();
    let agenda = made.step("exec_agenda_reports_available");
    assert_eq!((agenda.on, agenda.other.as_ref().map(|o| o.on)), (Some(date(2026, 4, 8)), Some(date(2026, 4, 2))));
    assert_eq!(agenda.safe, Some(date(2026, 4, 2)));
    assert_eq!(made.reply_by, date(2026, 6, 2));
    assert_eq!(made.step("lgsco_report_consider_and_notify").other.as_ref().map(|o| o.on), Some(date(2026, 6, 4)));
    let made = planned(&matter, &[cabinet(date(2026, 6, 3))]);
    assert!(made.has(|c| *c == Conflict::InTimeByOneReading { safe: date(2026, 6, 2) }));
}

#[test]
fn a_direction_switches_public_notice_off() {
    let matter =
        Matter { not_publicised: true, private: true, embargo: Embargo::Event { expected: None }, ..Matter::received(date(2026, 3, 3)) };
    let made = planned(&matter, &[cabinet(date(2026, 4, 14))]);
    assert!(made.steps.iter().all(|s| s.duty.is_none_or(|d| !d.contains("public_notice") && !d.contains("inspection"))));
    assert!(made.is_clear(), "{:?}", made.conflicts);
}

#[test]
fn a_committee_council_meets_as_a_council() {
    let settings = PlanSettings { governed: Governed::ByCommittees, ..PlanSettings::default() };
    let matter = Matter { monitoring_officer_sent: Some(date(2026, 3, 19)), ..Matter::received(date(2026, 3, 3)) };
    let council = meeting(date(2026, 4, 9), "Council", MeetingKind::Council);
    let made = plan(&matter, &[council], &settings, Calendar::england()).unwrap();
    assert_eq!(made.on("s5_authority_consider_21_days"), Some(date(2026, 4, 9)));
    assert_eq!(made.on("council_summons"), Some(date(2026, 3, 30)));
    assert_eq!(made.on("s5_implementation_suspended"), Some(date(2026, 4, 10)));
    assert!(made.steps.iter().all(|s| s.duty != Some("call_in")));
}

#[test]
fn clearances_are_counted_back_from_the_agenda() {
    let clearances = vec![Clearance { who: "Legal".into(), working_days: 3 }, Clearance { who: "The clerk".into(), working_days: 0 }];
    let settings = PlanSettings { clearances, ..PlanSettings::default() };
    let made = plan(&Matter::received(date(2026, 3, 3)), &[cabinet(date(2026, 4, 14))], &settings, Calendar::england()).unwrap();
    // The agenda is out by Thursday 2 April.
    assert_eq!(made.own("Legal clears"), Some(date(2026, 3, 30)));
    assert_eq!(made.own("The clerk clears"), Some(date(2026, 4, 2)));
}

#[test]
fn steps_stand_in_the_order_of_days_and_refusals_are_plain() {
    let made = planned(&january_2021(), &[cabinet(date(2021, 3, 11))]);
    assert!(made.steps.is_sorted_by_key(|s| (s.on.is_none(), s.order())));
    let wrong = Matter { notice_given: Some(date(2021, 1, 20)), ..january_2021() };
    let refused = plan(&wrong, &[], &PlanSettings::default(), Calendar::england()).unwrap_err();
    assert_eq!(refused.to_string(), "the public notice on 20 January 2021 is before 21 January 2021, when the report was received");
    let wrong = Matter { report_dated: Some(date(2021, 1, 22)), ..january_2021() };
    assert!(plan(&wrong, &[], &PlanSettings::default(), Calendar::england()).is_err());
    let cancelled = ListedMeeting { cancelled: true, ..cabinet(date(2021, 3, 11)) };
    assert_eq!(planned(&january_2021(), &[cancelled]).meetings[0].verdict, Verdict::DoesNotFit);
    let early = planned(&january_2021(), &[cabinet(date(2021, 1, 14))]);
    assert!(early.meetings[0].steps.is_empty() && early.planned_for.is_none());
}
