//! A council whose members are told: members of record with addresses, a mail server that refuses one of them, and its officers.

use std::sync::{Arc, Mutex};

use jiff::civil::{Date, date};
use redress::draft::{MemberDraft, Reading, SourceKind, SourceName};
use redress::member::Term;
use redress::reader::Role;
use redress::sign_in::secret::Secret;
use redress_site::clock::Clock;
use redress_site::sign_in::mail::Mail;
use redress_site::sign_in::settings::Settings;
use redress_store::desk::intake::Taking;
use redress_store::desk::journal::Act;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

use crate::officer::Officer;
use crate::world::{Running, World};

/// The day on which every member of the new council took office.
pub const ELECTED: Date = date(2019, 5, 6);

/// Letters as the mail server got them.
pub type Taken = Arc<Mutex<Vec<String>>>;

/// A council with its officers.
pub struct Council {
    pub world: World,
    pub site: Running,
    pub clock: Clock,
    pub taken: Taken,
    pub link: Officer,
    pub monitoring: Officer,
    pub clerk: Officer,
}

/// A member who took office with the others.
pub fn member(number: usize) -> MemberDraft {
    MemberDraft {
        name: format!("Councillor {number:02} Sample"),
        foreign_id: Some(number.to_string()),
        email: Some(format!("member-{number}@thornmere.example")),
        terms: vec![Term { from: Some(ELECTED), to: None }],
        ..MemberDraft::default()
    }
}

impl Council {
    /// A council on a day; the mail server refuses letters to an address that begins with this.
    pub async fn on(day: Date, refuses: &'static str) -> Council {
        let world = World::new().await;
        world.done(&["init", "Thornmere Borough Council"]);
        let clock = Clock::on(day);
        let (address, taken) = mail_server(refuses).await;
        let mail = Mail::open(&Secret::new(address), "Redress <desk@thornmere.example>").expect("a mail server");
        let site = world.serve_desk_with(&clock, Settings { mail: Some(mail), ..Settings::default() }).await;
        let act = Act { who: "story", at: clock.now().timestamp() };
        let link = Officer::new(&site, &act, "link", "L. Officer", Role::LinkOfficer).await;
        let monitoring = Officer::new(&site, &act, "monitoring", "M. Officer", Role::MonitoringOfficer).await;
        let clerk = Officer::new(&site, &act, "clerk", "D. Services", Role::DemocraticServices).await;
        Council { world, site, clock, taken, link, monitoring, clerk }
    }

    /// Takes members in, as an import of the council's own list does.
    pub async fn members(&self, members: Vec<MemberDraft>) {
        let raw = serde_json::to_vec(&members).expect("JSON");
        let source = SourceName { source: "members of the council".into(), sha256: redress_store::chain::sha256(&raw) };
        let reading = Reading { members, ..Reading::of(source, SourceKind::Desk) };
        let act = Act { who: "story", at: self.clock.now().timestamp() };
        let (desk, register) = self.world.place().stores().await.expect("stores");
        desk.take_in(&reading, &raw, &Taking { act, release: None, dry_run: false }).await.expect("taken in");
        register.follow(&desk).await.expect("followed");
    }

    /// Moves to a day; the officers sign in again.
    pub async fn day(&mut self, day: Date) {
        self.clock.set(day);
        let act = Act { who: "story", at: self.clock.now().timestamp() };
        for (officer, name) in [(&mut self.link, "link"), (&mut self.monitoring, "monitoring"), (&mut self.clerk, "clerk")] {
            *officer = Officer::of(&self.site, &act, officer.account, &format!("{name} {day}")).await;
        }
    }

    /// What a page holds.
    pub async fn page(&self, address: &str) -> Value {
        let came = self.clerk.get(&format!("{address}.json")).await;
        assert_eq!(came.status, 200, "{address}: {}", came.body);
        came.json()
    }

    /// The circulation, once every letter of it was taken or refused.
    pub async fn circulation(&self, id: i64, so_many: usize) -> Value {
        for _ in 0..240 {
            let page = self.page(&format!("/desk/circulations/{id}")).await;
            let answered = page["rows"].as_array().expect("rows").iter().filter(|r| r["receipts"] != json!([])).count();
            if answered >= so_many {
                return page;
            }
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        }
        panic!("the letters of circulation {id} were not sent");
    }

    /// A duty of a paper of the Ombudsman's.
    pub async fn duty(&self, paper: i64, key: &str) -> Value {
        let page = self.page(&format!("/desk/ombudsman-papers/{paper}")).await;
        let found = page["duties"].as_array().expect("duties").iter().find(|d| d["duty"] == key).cloned();
        found.unwrap_or_else(|| panic!("{key} in {page}"))
    }

    /// The number of somebody in a circulation.
    pub fn person(page: &Value, name: &str) -> String {
        let row = page["rows"].as_array().expect("rows").iter().find(|r| r["name"] == name).expect("in the list");
        row["person"].as_i64().expect("a number").to_string()
    }
}

/// A section 5A report on a case, written, signed and ready to go: its number and its paper's.
pub async fn signed_report(council: &Council, case: i64) -> (i64, i64) {
    let begin = json!({ "section": "five_a", "manner": "individual", "cases": [case.to_string()], "what": "omission" });
    let report = council.monitoring.done("/desk/monitoring-reports/begin", begin).await["report"].as_i64().expect("a report");
    let at = |what: &str| format!("/desk/monitoring-reports/{report}/{what}");
    let refused = council.monitoring.post(&at("sign"), &json!({})).await;
    assert_eq!(refused.status, 422, "a report without its contents is not signed");
    for say in ["State the facts.", "State the law.", "State the options.", "head of paid service", "chief finance officer"] {
        assert!(refused.body.contains(say), "{say}: {}", refused.body);
    }
    let today = council.clock.today().to_string();
    let text = json!({
        "words": "The council did not arrange what it owed.", "facts": "The facts are those of the Ombudsman.",
        "law": "The Children Act 1989, section 23CZB.", "options": "To accept the recommendations, or to refuse with reasons.",
        "head_name": "H. Service", "head_on": today, "finance_name": "F. Finance", "finance_why": "The post is vacant until October.",
        "steps": "The closing of the panel's waiting list",
    });
    assert_eq!(council.monitoring.done(&at("write"), text).await["missing"], json!([]));
    let paper = council.monitoring.done(&at("sign"), json!({})).await["paper"].as_i64().expect("a paper");
    (report, paper)
}

/// A mail server that takes every letter but those to an address that begins with a word.
async fn mail_server(refuses: &'static str) -> (String, Taken) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = format!("smtp://{}", listener.local_addr().expect("an address"));
    let taken = Taken::default();
    let kept = taken.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(conversation(stream, refuses, kept.clone()));
        }
    });
    (address, taken)
}

async fn conversation(stream: TcpStream, refuses: &'static str, taken: Taken) -> Option<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 here\r\n").await.ok()?;
    while let Some(line) = lines.next_line().await.ok()? {
        let said = line.to_ascii_uppercase();
        let answer = if said.starts_with("RCPT") && line.contains(&format!("<{refuses}")) {
            "550 no such user"
        } else if said.starts_with("DATA") {
            write.write_all(b"354 go on\r\n").await.ok()?;
            let mut letter = String::new();
            while let Some(line) = lines.next_line().await.ok()?.filter(|l| l != ".") {
                letter.push_str(&line);
                letter.push('\n');
            }
            taken.lock().expect("nobody panicked").push(letter);
            "250 taken"
        } else if said.starts_with("QUIT") {
            "221 bye"
        } else {
            "250 yes"
        };
        write.write_all(format!("{answer}\r\n").as_bytes()).await.ok()?;
    }
    Some(())
}
