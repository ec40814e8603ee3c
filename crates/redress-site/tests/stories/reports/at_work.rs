//! People and a meeting for the stories of reports.

use jiff::civil::Date;
use redress::reader::Role;
use redress_site::clock::Clock;
use redress_store::desk::account::post::Days;
use redress_store::desk::journal::Act;
use serde_json::{Value, json};

use crate::officer::Officer;
use crate::world::{Running, World};

/// A text that has every section of the kind below.
pub const WHOLE: &str = "# Recommendations

That the Board:

(1) notes the findings
(2) agrees the actions in paragraphs 2.1 and 2.2 of the report

# Findings

The first finding is that repairs were late.

The second finding is that nobody answered.

# Financial implications

The remedies cost 4,000 pounds.

# Legal implications

The council may pay under section 92 of the Local Government Act 2000.

# Background papers

- Audit of repairs, 2020: https://thornmere.example/audit
- Letter of the Ombudsman of 3 March 2021";

pub const SECTIONS: &str = "Recommendations\nFindings\nFinancial implications: Finance\nLegal implications: Legal\nBackground papers";

/// A council at work.
pub struct AtWork {
    _world: World,
    pub clock: Clock,
    pub site: Running,
    pub author: Officer,
    pub legal: Officer,
    pub finance: Officer,
    pub monitoring: Officer,
    pub clerk: Officer,
    pub admin: Officer,
}

impl AtWork {
    pub async fn on(day: Date) -> AtWork {
        let world = World::new().await;
        world.done(&["init", "Thornmere Borough Council"]);
        let clock = Clock::on(day);
        let site = world.serve_desk(&clock).await;
        let act = Act { who: "story", at: clock.now().timestamp() };
        let author = Officer::new(&site, &act, "author", "Marguerite Pell", Role::ReportAuthor).await;
        let monitoring = Officer::new(&site, &act, "monitoring", "Piers Achterberg", Role::MonitoringOfficer).await;
        let clerk = Officer::new(&site, &act, "clerk", "Tobias Wren", Role::DemocraticServices).await;
        let admin = Officer::new(&site, &act, "admin", "Orla Dunmore", Role::Administrator).await;
        let legal = clearing(&site, &act, "legal", "Desmond Ashby").await;
        let finance = clearing(&site, &act, "finance", "Harriet Colne").await;
        AtWork { _world: world, clock, site, author, legal, finance, monitoring, clerk, admin }
    }

    /// Another day. Whoever was signed in signs in again: a session ends when nothing is done for a while.
    pub async fn move_to(&mut self, day: Date) {
        self.clock.set(day);
        let act = Act { who: "story", at: self.clock.now().timestamp() };
        for (name, officer) in [
            ("author", &mut self.author),
            ("legal", &mut self.legal),
            ("finance", &mut self.finance),
            ("monitoring", &mut self.monitoring),
            ("clerk", &mut self.clerk),
            ("admin", &mut self.admin),
        ] {
            *officer = Officer::of(&self.site, &act, officer.account, &format!("{name} {day}")).await;
        }
    }

    /// A kind of report with two clearances at once and one after.
    pub async fn kind(&self, more: Value) -> i64 {
        let mut kind = json!({ "name": "Report for decision", "sections": SECTIONS, "stages": "Legal, Finance: 3\nMonitoring officer: 2",
            "margin": 1, "asks_again": "of_substance" });
        for (name, value) in more.as_object().into_iter().flatten() {
            kind[name] = value.clone();
        }
        number(&self.admin.done("/desk/report-kinds/keep", kind).await, "kind")
    }

    pub async fn meeting(&self, body: &str, on: &str) -> i64 {
        self.clerk.post("/desk/bodies/add", &json!({ "name": body })).await;
        let form = self.clerk.get("/desk/meetings/plan.json").await.json();
        let bodies = form["offered"]["body"].as_array().expect("bodies").clone();
        let chosen = bodies.iter().find(|b| b[1] == body).expect("the body")[0].clone();
        number(&self.clerk.done("/desk/meetings/plan", json!({ "body": chosen, "on": on })).await, "meeting")
    }

    pub async fn item(&self, meeting: i64, title: &str) -> i64 {
        let new = json!({ "number": "6", "title": title });
        number(&self.clerk.done(&format!("/desk/meetings/{meeting}/add-item"), new).await, "item")
    }

    pub async fn report(&self, kind: i64, item: i64) -> i64 {
        let new = json!({ "kind": kind.to_string(), "title": "Repairs at Mill Lane", "item": item.to_string() });
        number(&self.author.done("/desk/reports/begin", new).await, "report")
    }

    pub async fn revision(&self, report: i64) -> String {
        let form = self.author.get(&format!("/desk/reports/{report}/write.json")).await.json();
        form["given"]["revision"][0].as_str().expect("a revision").into()
    }

    pub async fn write(&self, report: i64, text: &str) -> Value {
        let body = json!({ "source": "typed", "text": text, "revision": self.revision(report).await });
        self.author.done(&format!("/desk/reports/{report}/write"), body).await
    }

    pub async fn page(&self, report: i64) -> Value {
        self.author.get(&format!("/desk/reports/{report}.json")).await.json()
    }

    /// Sends it, and everybody clears it; then it is finished. Gives the paper.
    pub async fn cleared_and_finished(&self, report: i64) -> i64 {
        let to = |what: &str| format!("/desk/reports/{report}/{what}");
        self.author.done(&to("send"), json!({ "substance": "yes" })).await;
        for (officer, post) in [(&self.legal, "Legal"), (&self.finance, "Finance"), (&self.monitoring, "Monitoring officer")] {
            let version = officer.get(&format!("{}.json", to("clear"))).await.json()["given"]["version"][0].clone();
            officer.done(&to("clear"), json!({ "post": post, "outcome": "cleared", "version": version })).await;
        }
        number(&self.author.done(&to("finish"), json!({})).await, "paper")
    }
}

async fn clearing(site: &Running, act: &Act<'_>, area: &str, full_name: &str) -> Officer {
    // The account comes with a post of no area; the kind of report asks for this one.
    let officer = Officer::new(site, act, area, full_name, Role::ClearanceOfficer).await;
    let desk = site.desk();
    let post = desk.make_post(act, &format!("Head of {area}"), Role::ClearanceOfficer, Some(area)).await.expect("a post");
    let days = Days { from: jiff::civil::date(2019, 1, 1), until: None };
    desk.appoint(act, post, officer.account, days).await.expect("appointed");
    officer
}

pub fn number(made: &Value, name: &str) -> i64 {
    made[name].as_i64().unwrap_or_else(|| panic!("{name} in {made}"))
}
