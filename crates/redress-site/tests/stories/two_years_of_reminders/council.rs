//! A council with twelve remedies and two duties, and what its officers do about them over two years.

use jiff::civil::{Date, date};
use redress::ombudsman::axes::Submission;
use redress::ombudsman::case_file::CaseFile;
use redress::ombudsman::clock::Happened;
use redress::ombudsman::follow_up::{Outlook, Update};
use redress::ombudsman::follows::CaseKey;
use redress::ombudsman::history::Entry;
use redress::ombudsman::letter::{From, Kind, Letter, Logged};
use redress::ombudsman::outcome::{find, usual};
use redress::ombudsman::paper::particulars::Particulars;
use redress::ombudsman::recommendation::{Asked, Nature, Original, Recommendation};
use redress::ombudsman::tracked::Tracked;
use redress::reader::Role;
use redress_site::clock::Clock;
use redress_site::desk::DeskSite;
use redress_site::sign_in::settings::Settings;
use redress_site::site::Site;
use redress_site::statute::holidays;
use redress_store::desk::account::post::Days;
use redress_store::desk::account::{Kind as AccountKind, NewAccount};
use redress_store::desk::journal::Act;
use redress_store::desk::work::duty_clock::DutyClock;
use redress_store::desk::work::ombudsman_paper::{OmbudsmanPaper, Registered, Registering};
use redress_store::search::Search;

use crate::world::World;

pub const FIRST: Date = date(2024, 1, 1);
pub const LAST: Date = date(2025, 12, 31);
pub const WORDS: &str = "Apologise to the family and pay them";

/// What somebody does about a remedy on a day.
#[derive(Debug, Clone, Copy)]
pub enum Does {
    Updates,
    Sends,
    /// The Ombudsman is satisfied.
    Satisfied,
    /// The Ombudsman finds that what was sent does not do.
    Queried,
    /// More time is asked for and given on the same day.
    Extends(Date),
}

/// A remedy: its number, its date, the day it is written down, and what is done about it.
pub struct Remedy {
    pub number: u32,
    pub on: Date,
    pub since: Date,
    pub done: &'static [(Date, Does)],
}

/// A duty: its key, its two readings, and when it was met.
pub struct Duty {
    pub key: &'static str,
    pub due_on: Date,
    pub other: Option<Date>,
    pub met: Option<Date>,
}

pub const CASE: &str = "23 900 007";

pub const REMEDIES: &[Remedy] = &[
    // Nobody ever answers.
    Remedy { number: 1, on: date(2024, 3, 29), since: FIRST, done: &[] },
    Remedy { number: 2, on: date(2024, 8, 24), since: FIRST, done: &[] },
    Remedy { number: 3, on: date(2025, 12, 26), since: date(2025, 11, 3), done: &[] },
    // Answered at each opening, and late all the same.
    Remedy {
        number: 4,
        on: date(2024, 6, 15),
        since: FIRST,
        done: &[(date(2024, 5, 2), Does::Updates), (date(2024, 6, 3), Does::Updates), (date(2024, 6, 9), Does::Updates)],
    },
    // Answered once, then silent, then done in time.
    Remedy {
        number: 5,
        on: date(2024, 10, 10),
        since: date(2024, 9, 1),
        done: &[(date(2024, 9, 10), Does::Updates), (date(2024, 10, 4), Does::Sends), (date(2024, 11, 20), Does::Satisfied)],
    },
    // Sent before anything opened.
    Remedy { number: 6, on: date(2025, 2, 1), since: FIRST, done: &[(date(2024, 12, 1), Does::Sends)] },
    // More time before the day, twice.
    Remedy {
        number: 7,
        on: date(2024, 5, 6),
        since: FIRST,
        done: &[
            (date(2024, 4, 25), Does::Extends(date(2024, 7, 20))),
            (date(2024, 7, 1), Does::Updates),
            (date(2024, 7, 18), Does::Extends(date(2024, 12, 25))),
        ],
    },
    // More time after the day.
    Remedy {
        number: 8,
        on: date(2025, 4, 18),
        since: FIRST,
        done: &[(date(2025, 4, 28), Does::Extends(date(2025, 6, 2))), (date(2025, 6, 1), Does::Sends), (date(2025, 7, 1), Does::Satisfied)],
    },
    // Sent in time and found wanting after it.
    Remedy {
        number: 9,
        on: date(2025, 8, 25),
        since: FIRST,
        done: &[(date(2025, 8, 20), Does::Sends), (date(2025, 9, 30), Does::Queried), (date(2025, 10, 20), Does::Sends)],
    },
    // Written down two days before its day, a week after it, and long after it.
    Remedy { number: 10, on: date(2024, 4, 20), since: date(2024, 4, 18), done: &[] },
    Remedy { number: 11, on: date(2025, 3, 14), since: date(2025, 3, 21), done: &[] },
    Remedy { number: 12, on: date(2024, 2, 14), since: date(2025, 6, 6), done: &[(date(2025, 6, 10), Does::Satisfied)] },
];

pub const DUTIES: &[Duty] = &[
    Duty { key: "lgsco_report_consider_and_notify", due_on: date(2024, 4, 1), other: Some(date(2024, 3, 31)), met: None },
    Duty { key: "lgsco_report_implement_and_confirm", due_on: date(2024, 9, 14), other: None, met: Some(date(2024, 9, 12)) },
    Duty { key: "lgsco_report_public_notice", due_on: date(2025, 1, 1), other: Some(date(2025, 1, 3)), met: Some(date(2024, 12, 10)) },
];

/// The council with the numbers of its records.
pub struct Council {
    pub paper: i64,
    case: i64,
    post: i64,
}

/// A node: the desk with everything around it, as a server has it, on the same database.
pub async fn node(world: &World, clock: &Clock) -> DeskSite {
    let (desk, register) = world.place().stores().await.expect("stores");
    let reading = world.place().register().await.expect("a register");
    let index = world.folder.path().join(format!("index-{}", register_number()));
    let search = Search::open(&index).expect("an index");
    let calendar = holidays::kept(&reading).await.expect("bank holidays");
    let site = Site::new(reading, search, "Thornmere Borough Council", "http://thornmere.example", calendar.into());
    let site = Site { clock: clock.clone(), ..site };
    DeskSite { site, desk, register, sign_in: Settings::default().into(), scanner: None }
}

/// Each node has an index of its own.
fn register_number() -> usize {
    use std::sync::atomic::{AtomicUsize, Ordering};
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

impl Council {
    pub async fn begin(node: &DeskSite, clock: &Clock) -> Council {
        let (desk, act) = (&node.desk, Act { who: "story", at: clock.now().timestamp() });
        let mut owner = 0;
        for (name, role) in [
            ("owner", Role::ReportAuthor),
            ("link", Role::LinkOfficer),
            ("director", Role::ServiceDirector),
            ("monitoring", Role::MonitoringOfficer),
            ("chief", Role::ChiefExecutive),
        ] {
            let email = format!("{name}@thornmere.example");
            let new = NewAccount { name, full_name: name, email: Some(&email), kind: AccountKind::Person, member: None };
            let account = desk.open_account(&act, new).await.expect("a store").expect("a free name");
            let post = desk.make_post(&act, name, role, None).await.expect("a post");
            desk.appoint(&act, post, account, Days { from: date(2020, 1, 1), until: None }).await.expect("appointed");
            if name == "owner" {
                owner = post;
            }
        }
        let key = CaseKey::read(CASE).expect("a reference");
        let paper = OmbudsmanPaper {
            reference: key.slug(),
            kind: "report".into(),
            dated: Some("2023-12-20".into()),
            received: "2023-12-21".into(),
            subject: "A subject".into(),
            ..OmbudsmanPaper::default()
        };
        let duties: Vec<DutyClock> = DUTIES.iter().map(clock_of).collect();
        let registering = Registering {
            paper: &paper,
            particulars: &Particulars::default(),
            embargo: None,
            cases: &[(key.clone(), CaseFile::default())],
            duties: &duties,
            letters: &|_| Vec::new(),
        };
        let Registered::New(paper) = desk.register_ombudsman_paper(&registering, &act).await.expect("a store") else { panic!("new") };
        let case = desk.case_of(&key).await.expect("a store").expect("a case").id;
        Council { paper, case, post: owner }
    }

    /// The keys of the remedies about which nothing was ever done.
    pub fn never_answered(&self) -> Vec<String> {
        let on_first = REMEDIES.iter().filter(|r| r.since == FIRST && r.done.is_empty());
        on_first.map(|r| format!("{CASE}/{}", r.number)).collect()
    }

    /// What the officers do on a day.
    pub async fn act(&self, node: &DeskSite, today: Date) {
        let (desk, act) = (&node.desk, Act { who: "story", at: node.clock().now().timestamp() });
        for remedy in REMEDIES.iter().filter(|r| r.since == today) {
            let tracked = written_down(remedy, self.post);
            desk.add_recommendation(self.case, self.paper, &tracked, &act).await.expect("a store").expect("a free number");
        }
        for duty in DUTIES.iter().filter(|d| d.met == Some(today)) {
            desk.duty_happened(self.paper, duty.key, Happened::Met, today, "a letter", &act).await.expect("met");
        }
        for remedy in REMEDIES {
            for (_, does) in remedy.done.iter().filter(|(day, _)| *day == today) {
                let all = desk.recommendations_of_case(self.case).await.expect("a store");
                let mut kept = all.into_iter().find(|r| r.tracked.asked().number() == remedy.number).expect("a remedy");
                apply(&mut kept.tracked, *does, today);
                assert!(desk.change_recommendation(&kept, "story", &serde_json::json!({}), &act).await.expect("a store"));
            }
        }
    }
}

fn clock_of(duty: &Duty) -> DutyClock {
    DutyClock {
        duty: duty.key.into(),
        from_date: Some("2023-12-21".into()),
        due_on: Some(duty.due_on.to_string()),
        other_due_on: duty.other.map(|d| d.to_string()),
        because: "the report came".into(),
        ..DutyClock::default()
    }
}

fn written_down(remedy: &Remedy, post: i64) -> Tracked {
    let asked = Asked {
        case: CaseKey::read(CASE).expect("a reference"),
        number: remedy.number,
        nature: Nature::Personal,
        kinds: &["apology"],
        text: WORDS,
        originals: Original::new("", "stated", Some(date(2023, 12, 20)), Some(remedy.on)).expect("a date").into_iter().collect(),
        of: None,
        beneficiary: Some("Mrs X"),
        money: None,
    };
    Tracked::begin(Recommendation::new(asked, &["apology"]).expect("asked"), post, "story", remedy.since).expect("begun")
}

fn apply(tracked: &mut Tracked, does: Does, today: Date) {
    let says = |tracked: &mut Tracked, word: &str| {
        let list = usual();
        let outcome = find(&list, word).expect("an outcome");
        tracked.ombudsman_says(&letter(Kind::Outcome, today), outcome, None, "story", today).expect("said");
    };
    match does {
        Does::Updates => {
            let update = Update { outlook: Outlook::WillBeMet, text: "The letter is with the director".into() };
            tracked.update(Entry::new("story", today, update)).expect("an update");
        }
        Does::Sends => {
            tracked.send_evidence(Entry::new("story", today, Submission { bundle: "ab".into(), channel: "portal".into() })).expect("sent");
        }
        Does::Satisfied => says(tracked, "complete_and_satisfied"),
        Does::Queried => says(tracked, "queried"),
        Does::Extends(until) => {
            tracked.ask_extension("story", today, "Two officers are ill", until).expect("asked");
            tracked.answer_extension(&letter(Kind::Extension, today), Some(until)).expect("answered");
        }
    }
}

fn letter(kind: Kind, on: Date) -> Letter {
    let cases = vec![CaseKey::read(CASE).expect("a reference")];
    Letter::log(Logged { key: "L1", from: From::Ombudsman, kind, dated: Some(on), received: on, paper: "paper 9", cases, by: "story" })
        .expect("a letter")
}

/// One text column, as the database itself has it.
pub async fn column(world: &World, sql: &str) -> Vec<String> {
    use sqlx::Connection;
    let sql = sqlx::AssertSqlSafe(sql.to_string());
    match &world.database {
        None => {
            let file = format!("sqlite:{}", world.data().join("desk.db").display());
            let mut c = sqlx::SqliteConnection::connect(&file).await.expect("the file");
            sqlx::query_scalar(sql).fetch_all(&mut c).await.expect("rows")
        }
        Some(url) => {
            let mut c = sqlx::PgConnection::connect(url).await.expect("the server");
            sqlx::query("set search_path to desk").execute(&mut c).await.expect("set");
            sqlx::query_scalar(sql).fetch_all(&mut c).await.expect("rows")
        }
    }
}
