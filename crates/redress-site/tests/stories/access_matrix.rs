//! Who gets what answer: every address, every role, every state of a record, in `access_matrix.txt` for a person to read.
//!
//! `REDRESS_BLESS=1` writes the file anew; what contradicts `redress::access::may` is refused even then. One installation
//! holds one authority: what another one gave out (session, token, form, preview, number) opens nothing here.

mod asked;
mod decisions;
mod extract;
mod questions;
mod records;
mod reports;
mod subject;
mod travels;

use std::fmt::Write;
use std::path::Path;

use jiff::civil::date;
use redress::access::{Act as Doing, may};
use redress::reader::{Reader, Role, Scope};
use redress_site::clock::Clock;
use redress_site::desk::routes::{DEEDS, PAGES};
use redress_site::routes::ROUTES;
use redress_site::sign_in::pages::ROUTES as SIGN_IN;
use redress_store::desk::Desk;
use redress_store::desk::account::post::Days;
use redress_store::desk::journal::Act;
use serde_json::json;

use super::officer::{Officer, secret};
use super::world::{Running, World};
use records::{State, States};

/// The people of the demonstration.
const PEOPLE: [(&str, Role); 13] = [
    ("link", Role::LinkOfficer),
    ("monitoring", Role::MonitoringOfficer),
    ("deputy", Role::DeputyMonitoringOfficer),
    ("clerk", Role::DemocraticServices),
    ("author", Role::ReportAuthor),
    ("legal", Role::ClearanceOfficer),
    ("director", Role::ServiceDirector),
    ("chief", Role::ChiefExecutive),
    ("member", Role::Member),
    ("backbench", Role::Member),
    ("coopted", Role::CoOptedMember),
    ("auditor", Role::Auditor),
    ("admin", Role::Administrator),
];

struct Council {
    _world: World,
    site: Running,
    clock: Clock,
    people: Vec<(String, Officer)>,
    states: States,
}

async fn council() -> Council {
    let world = World::new().await;
    world.done(&["init", "Thornmere Borough Council"]);
    let clock = Clock::on(records::TODAY);
    let site = world.serve_desk(&clock).await;
    let act = Act { who: "story", at: clock.now().timestamp() };
    let mut people = vec![("nobody".to_string(), Officer::nobody(&site))];
    for (name, role) in PEOPLE {
        people.push((name.into(), Officer::new(&site, &act, name, name, role).await));
    }
    let member = people.iter().find(|(name, _)| name == "member").map_or(0, |(_, m)| m.account);
    site.desk().seat(&act, member, "cabinet", Days { from: date(2019, 1, 1), until: None }).await.expect("seated");
    let roles: Vec<Role> = Role::ALL.into_iter().filter(|r| *r != Role::Auditor).collect();
    for scope in Scope::ALL {
        people.push((format!("token:{}", scope.word()), Officer::service(&site, &act, scope, &roles).await));
    }
    let find = |name: &str| people.iter().find(|(n, _)| n == name).map(|(_, p)| p.clone()).expect("somebody");
    let states = records::make(site.desk(), &clock, &find("author"), &find("clerk"), &find("backbench")).await;
    Council { _world: world, site, clock, people, states }
}

impl Council {
    fn person(&self, name: &str) -> &Officer {
        self.people.iter().find(|(n, _)| n == name).map(|(_, p)| p).expect("somebody")
    }

    /// The states that an address is asked in, each with the address filled in; an unknown part of an address fails.
    fn asked(&self, path: &str) -> Vec<(State, String)> {
        let one = [State { name: "-", ..State::default() }];
        let states: &[State] = match path {
            _ if path.starts_with("/desk/papers/{paper}") || path.starts_with("/members/papers/{paper}") => &self.states.papers,
            _ if path.contains("{question}") => &self.states.questions,
            _ if path.contains("{note}") => &self.states.notes,
            _ if path.starts_with("/desk/reports/{report}") => &self.states.reports,
            _ if path.starts_with("/desk/ombudsman-papers/{paper}") => &self.states.cases,
            // With a case in the address its own embargo decides too; the review holds every case.
            _ if path.contains("{issue}") || path.contains("{referral}") => &self.states.travels,
            _ if path.starts_with("/desk/scrutiny-recommendations/{") => &self.states.travels,
            _ if path.starts_with("/desk/reviews/{review}") && !path.contains("{case}") => &self.states.reviews,
            _ if path.contains("{case}") || path.contains("{recommendation}") || path.contains("{letter}") => &self.states.cases,
            _ if path.contains("{evidence}") || path.contains("{bundle}") => &self.states.cases,
            _ if path.starts_with("/desk/") && (path.contains("{action}") || path.contains("{recurrence}")) => &self.states.asked,
            _ if path.contains("{entry}") => &self.states.entries,
            _ if path.contains("{decision}") => &self.states.decisions,
            _ if path.contains("{item}") => &self.states.items,
            _ if path.contains("{account}") || path.contains("{holding}") || path.contains("{post}") => &self.states.accounts,
            // An extract is of one item, whose embargo decides too.
            _ if path.contains("{extract}") => &self.states.items,
            _ if path.contains("{meeting}") => &self.states.meetings,
            _ if path.contains("{meeting}") || path.contains("{body}") => &self.states.meetings,
            _ => &one,
        };
        let fill = |state: &State| {
            let number = if path.starts_with("/desk/ombudsman-papers") { state.ombudsman_paper } else { state.paper };
            let recommendation = if path.starts_with("/desk/scrutiny") { state.scrutiny } else { state.recommendation };
            let address = path.replace("{issue}", &state.issue.to_string()).replace("{referral}", &state.referral.to_string());
            let address =
                address.replace("{paper}", &number.to_string()).replace("{version}", "1").replace("{item}", &state.item.to_string());
            let address = address.replace("{meeting}", &state.meeting.to_string()).replace("{account}", &state.account.to_string());
            let address = address.replace("{case}", &state.case.to_string()).replace("{recommendation}", &state.recommendation.to_string());
            let address = address.replace("{entry}", &state.entry.to_string());
            let address = address.replace("{case}", &state.case.to_string()).replace("{recommendation}", &recommendation.to_string());
            let address = address.replace("{review}", &state.review.to_string());
            let address = address.replace("{letter}", &state.letter.to_string()).replace("{post}", &state.holding.to_string());
            let address = address.replace("{evidence}", &state.evidence.to_string()).replace("{bundle}", &state.bundle.to_string());
            let address = address.replace("{holding}", &state.holding.to_string()).replace("{token}", "1");
            let address = address.replace("{body}", &state.body.to_string());
            let address = address.replace("{report}", "999").replace("{circulation}", "999");
            let address = address.replace("{extract}", &state.extract.to_string());
            let report = if path.starts_with("/desk/reports") { state.report } else { 999 };
            let address = address.replace("{report}", &report.to_string()).replace("{circulation}", "999");
            let address = address.replace("{action}", &state.action.to_string()).replace("{recurrence}", &state.recurrence.to_string());
            let address = address.replace("{question}", &state.question.to_string()).replace("{note}", &state.note.to_string());
            let address = address.replace("{decision}", &state.decision.to_string());
            assert!(!address.contains('{'), "{path}: an address that this story does not know");
            (state.clone(), address)
        };
        states.iter().map(fill).collect()
    }

    async fn reader(&self, who: &str, person: &Officer) -> Reader {
        let (now, desk) = (self.clock.now(), self.site.desk());
        if who == "nobody" {
            return Reader::Anyone;
        }
        if let Some(scope) = who.strip_prefix("token:") {
            let token = secret(&format!("service-{scope}"));
            return Reader::SignedIn(desk.token_holder(&token, now.timestamp(), now.date()).await.expect("a store").expect("a holder"));
        }
        Reader::SignedIn(desk.signed_in(person.account, now.date()).await.expect("a store").expect("an account"))
    }
}

/// An answer as one sign: `+` done or shown, `w` allowed and the form was wrong, `>` sign in first, `x` may not, `.` not there.
fn sign(status: u16) -> char {
    match status {
        200 => '+',
        422 => 'w',
        303 | 401 => '>',
        403 => 'x',
        404 => '.',
        400 => '?',
        405 => '!',
        other => panic!("{other}"),
    }
}

/// Nobody is let in whom the one place that decides refuses, and nobody is told *may not* whom it lets through.
async fn agrees(desk: &Desk, clock: &Clock, reader: &Reader, (path, act, state): (&str, Doing, &State), sign: char) {
    let now = clock.now().datetime();
    let Some(subject) = subject::subject(desk, path, act, state).await else {
        assert!(matches!(sign, '.' | 'x' | '>'), "{path}: {sign} for a record that is not there");
        return;
    };
    let allowed = may(reader, act, &subject, now).is_ok();
    let reads = if path.starts_with("/desk/papers/")
        || path.starts_with("/members/papers/")
        || path.contains("{extract}")
        || path.contains("{decision}")
        || path.starts_with("/desk/reviews/{review}/cases")
    {
        Doing::ReadPaper
    } else {
        Doing::ReadDesk
    };
    let readable = may(reader, reads, &subject, now).is_ok();
    match sign {
        '+' | 'w' => assert!(allowed, "{path}, {}: {reader:?} was let in against `may`", state.name),
        'x' => assert!(!allowed || !readable, "{path}, {}: {reader:?} was kept out against `may`", state.name),
        _ => {}
    }
}

#[tokio::test]
async fn every_address_answers_every_role_as_the_rule_says() {
    let council = council().await;
    let desk = council.site.desk();
    let mut readers = Vec::new();
    for (who, person) in &council.people {
        readers.push(council.reader(who, person).await);
    }
    let names: Vec<&str> = council.people.iter().map(|(who, _)| who.as_str()).collect();
    let mut table = format!(
        "Each sign is one of: {}.\n+ shown or done, w allowed but the form was wrong, > sign in first, x may not, . not there, ? unreadable, ! no such method\n\n",
        names.join(", ")
    );
    let pages = PAGES.iter().map(|(path, act)| ("GET", *path, *act));
    let deeds = DEEDS.iter().flat_map(|deed| [("GET", deed.path, deed.act), ("POST", deed.path, deed.act)]);
    for (method, path, act) in pages.chain(deeds) {
        for (state, address) in council.asked(path) {
            let mut row = String::new();
            for ((_, person), reader) in council.people.iter().zip(&readers) {
                // A field that no form has: who may do it is told so, and nothing is done.
                let came = if method == "GET" {
                    person.get(&address).await
                } else {
                    person.post(&address, &json!({ "no_such_field": "x" })).await
                };
                let sign = sign(came.status);
                agrees(desk, &council.clock, reader, (path, act, &state), sign).await;
                row.push(sign);
            }
            writeln!(table, "{row}  {method:<5}{path}  [{}]", state.name).expect("text");
        }
    }
    for (path, _) in SIGN_IN {
        for method in ["GET", "POST"] {
            let address = path.replace("{token}", "ffff");
            let mut row = String::new();
            for (_, person) in &council.people {
                // Without its form token, so that nobody is signed out by asking.
                let came = person.ask(method, &address, &[("content-type", "application/x-www-form-urlencoded")], Vec::new()).await;
                row.push(sign(came.status));
            }
            writeln!(table, "{row}  {method:<5}{path}  [sign-in]").expect("text");
        }
    }
    // In public everybody is anybody: the same answer, byte for byte.
    for (path, who) in ROUTES {
        assert_eq!(*who, "anyone");
        let address = path.split('/').map(|part| if part.starts_with('{') { "1" } else { part }).collect::<Vec<_>>().join("/");
        let first = council.person("nobody").get(&address).await;
        for (name, person) in &council.people {
            let came = person.get(&address).await;
            assert!(came.status == first.status && came.body == first.body && came.to == first.to, "{address} is another for {name}");
            assert_eq!(person.post(&address, &json!({})).await.status, 405, "POST {address} by {name}");
        }
        let sign = if matches!(first.status, 301 | 308) { '+' } else { sign(first.status) };
        writeln!(table, "{}  GET  {path}  [public]", sign.to_string().repeat(council.people.len())).expect("text");
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories/access_matrix.txt");
    if std::env::var_os("REDRESS_BLESS").is_some() {
        std::fs::write(&file, &table).expect("written");
    }
    let known = std::fs::read_to_string(&file).unwrap_or_default();
    let differs = table.lines().zip(known.lines()).find(|(now, was)| now != was);
    assert!(table == known, "access_matrix.txt says otherwise: {differs:?}; look at it, then REDRESS_BLESS=1");
}

#[tokio::test]
async fn a_form_that_the_session_did_not_open_changes_nothing() {
    let council = council().await;
    let desk = council.site.desk();
    let act = Act { who: "story", at: council.clock.now().timestamp() };
    let (clerk, monitoring) = (council.person("clerk"), council.person("monitoring"));
    let stale = Officer::of(&council.site, &act, monitoring.account, "stale").await;
    desk.end_sessions(&act, monitoring.account, None).await.expect("ended");
    let monitoring = Officer::of(&council.site, &act, monitoring.account, "fresh").await;
    let journal = async || desk.journal_after(0, 100_000).await.expect("entries").len();
    let before = journal().await;
    for deed in DEEDS {
        for (_, address) in council.asked(deed.path) {
            for person in [clerk, &monitoring] {
                for wrong in [String::new(), "0".repeat(64), person.form_token.to_uppercase(), stale.form_token.clone()] {
                    let forged = Officer { form_token: wrong, ..person.clone() };
                    let came = forged.post(&address, &json!({})).await;
                    assert!(matches!(came.status, 403 | 404), "{address}: {}", came.status);
                }
                let plain = person.ask("POST", &address, &[("content-type", "text/plain")], b"{\"a\": 1}".to_vec()).await;
                assert!(matches!(plain.status, 403 | 404 | 415), "{address}: {}", plain.status);
            }
            for nobody in [&stale, council.person("nobody")] {
                let came = nobody.post(&address, &json!({})).await;
                assert_eq!(came.status, 303, "{address}");
                assert!(came.to.starts_with("/desk/sign-in"), "{}", came.to);
            }
        }
    }
    for (path, _) in SIGN_IN {
        let address = path.replace("{token}", "ffff");
        let came = monitoring.ask("POST", &address, &[("content-type", "application/x-www-form-urlencoded")], b"a=b".to_vec()).await;
        assert!(matches!(came.status, 303 | 403 | 404 | 405 | 422), "{address}: {}", came.status);
    }
    assert_eq!(journal().await, before, "something was done");
}

#[tokio::test]
async fn what_another_installation_gave_out_opens_nothing_here() {
    let (here, there) = (council().await, council().await);
    // The same words on both would make the same preview: there it is another meeting.
    let (clerk, stranger) = (here.person("clerk"), there.person("clerk"));
    let meeting = here.states.meetings[0].meeting;
    for says in [stranger.says.clone(), there.person("token:read").says.iter().map(|(n, v)| (*n, format!("{v}0"))).collect()] {
        let visitor = Officer { says, ..clerk.clone() };
        for address in ["/desk", "/desk/cases", "/desk/papers/1", "/members"] {
            assert_eq!(visitor.get(address).await.status, 303, "{address}");
            assert_eq!(visitor.get(&format!("{address}.json")).await.status, 401, "{address}");
        }
    }
    let forged = Officer { form_token: stranger.form_token.clone(), ..clerk.clone() };
    assert_eq!(forged.post("/desk/bodies/add", &json!({ "name": "Forged" })).await.status, 403);
    let new = json!({ "number": "7", "title": "Only there" });
    stranger.done(&format!("/desk/meetings/{}/add-item", there.states.meetings[0].meeting), new).await;
    clerk.done(&format!("/desk/meetings/{meeting}/add-item"), json!({ "number": "7", "title": "Only here" })).await;
    let preview = async |who: &Officer| {
        let ready = who.get(&format!("/desk/meetings/{meeting}/publish.json?parts=item-4")).await.json();
        ready["given"]["previewed"][0].as_str().expect("a preview").to_string()
    };
    let (ours, theirs) = (preview(clerk).await, preview(stranger).await);
    assert_ne!(ours, theirs);
    let publish = async |previewed: &str| {
        let form = json!({ "parts": ["item-4"], "reason": "Agenda", "read": "yes", "previewed": previewed });
        clerk.post(&format!("/desk/meetings/{meeting}/publish"), &form).await.status
    };
    assert_eq!(publish(&theirs).await, 422);
    assert_eq!(publish(&ours).await, 200);
    // A number that only the other one has is not found.
    let made = stranger.paper(there.states.items[0].item, "Only there", "", "a.txt", b"words").await;
    assert_eq!(stranger.get(&format!("/desk/papers/{made}")).await.status, 200);
    assert_eq!(clerk.get(&format!("/desk/papers/{made}")).await.status, 404);
}
