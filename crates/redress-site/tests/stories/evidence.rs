//! A case with five recommendations and the people who work on it, for stories of evidence.

use jiff::civil::Date;
use redress::reader::Role;
use redress_site::clock::Clock;
use redress_store::desk::journal::Act;
use serde_json::{Value, json};

use super::officer::{Came, Officer};
use super::world::{Running, World};

/// What the Ombudsman asked, and by when.
pub const ASKED: [(&str, &str, &str); 5] = [
    ("apology", "Apologise to Mrs X for the delay.", "four_weeks"),
    ("payment", "Pay Mrs X £300 for her distress.", "four_weeks"),
    ("training", "Train every officer of the panel\nin the duty to consider each case.", "one_month"),
    ("policy", "Publish a policy on how panels decide.", "three_months"),
    ("review", "Look again at the cases of the last year.", "three_months"),
];

/// A case at a running desk.
pub struct Case {
    pub world: World,
    pub clock: Clock,
    pub site: Running,
    pub link: Officer,
    pub director: Officer,
    pub case: i64,
    /// The recommendations, by number.
    pub remedies: Vec<i64>,
}

impl Case {
    pub async fn new(today: Date) -> Case {
        let world = World::new().await;
        world.done(&["init", "Thornmere Borough Council"]);
        let clock = Clock::on(today);
        let site = world.serve_desk(&clock).await;
        let act = Act { who: "story", at: clock.now().timestamp() };
        let link = Officer::new(&site, &act, "link", "Imogen Farrier", Role::LinkOfficer).await;
        let director = Officer::new(&site, &act, "director", "Marguerite Pell", Role::ServiceDirector).await;
        let new = json!({ "reference": "20 901 337", "kind": "statement", "dated": "2021-01-21", "received": "2021-01-22", "subject": "A panel", "embargo": "none", "complainant": "Mrs X" });
        let made = link.done("/desk/cases/register", new).await;
        let (paper, case) = (made["ombudsman_paper"].as_i64().expect("a paper"), made["cases"][0].as_i64().expect("a case"));
        let mut remedies = Vec::new();
        for (at, (kind, words, rule)) in ASKED.into_iter().enumerate() {
            let nature = if at < 2 { "personal" } else { "service_improvement" };
            let new = json!({ "number": at + 1, "nature": nature, "kinds": [kind], "words": words, "rule": rule });
            let made = link.done(&format!("/desk/ombudsman-papers/{paper}/recommend"), new).await;
            remedies.push(made["recommendation"].as_i64().expect("a recommendation"));
        }
        Case { world, clock, site, link, director, case, remedies }
    }

    /// Another day, on which everybody has signed in again.
    pub async fn on(&mut self, day: Date) {
        self.clock.set(day);
        let act = Act { who: "story", at: self.clock.now().timestamp() };
        let seed = day.to_string();
        self.link = Officer::of(&self.site, &act, self.link.account, &format!("link {seed}")).await;
        self.director = Officer::of(&self.site, &act, self.director.account, &format!("director {seed}")).await;
    }

    /// The address of something about the recommendation of a number.
    pub fn remedy(&self, number: usize, what: &str) -> String {
        format!("/desk/recommendations/{}{what}", self.remedies[number - 1])
    }

    /// Says what a recommendation needs, in lines.
    pub async fn require(&self, number: usize, words: &str) {
        self.director.done(&self.remedy(number, "/require"), json!({ "words": words })).await;
    }

    /// Files a file, whatever comes of it.
    pub async fn file(&self, number: usize, shows: &str, name: &str, bytes: &[u8]) -> Came {
        self.director.upload(&self.remedy(number, "/file-evidence"), &[("number", shows)], name, bytes).await
    }

    /// Files a file, which must be taken.
    pub async fn filed(&self, number: usize, shows: &str, name: &str, bytes: &[u8]) {
        let came = self.file(number, shows, name, bytes).await;
        assert_eq!(came.status, 303, "{}", came.body);
    }

    /// Makes a bundle for these recommendations; gives its number.
    pub async fn bundle(&self, numbers: &[usize]) -> i64 {
        let chosen: Vec<i64> = numbers.iter().map(|n| self.remedies[n - 1]).collect();
        let made = self.link.done(&format!("/desk/cases/{}/bundle", self.case), json!({ "recommendations": chosen })).await;
        made["bundle"].as_i64().expect("a bundle")
    }

    /// The bytes of a bundle's file.
    pub async fn download(&self, bundle: i64) -> Vec<u8> {
        let mut request = self.link.client.get(format!("{}/desk/bundles/{bundle}/file", self.link.base));
        for (name, value) in &self.link.says {
            request = request.header(*name, value);
        }
        let response = request.send().await.expect("an answer");
        assert_eq!(response.status(), 200);
        response.bytes().await.expect("bytes").to_vec()
    }

    /// What a page of the desk says, as JSON.
    pub async fn told(&self, address: &str) -> Value {
        let came = self.link.get(&format!("{address}.json")).await;
        assert_eq!(came.status, 200, "{address}: {}", came.body);
        came.json()
    }
}

/// The files of a ZIP file, in their order.
pub fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a ZIP file");
    let mut files = Vec::new();
    for at in 0..zip.len() {
        let mut entry = zip.by_index(at).expect("an entry");
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut entry, &mut bytes).expect("bytes");
        files.push((entry.name().expect("a name").into_owned(), bytes));
    }
    files
}

/// A ZIP file of these files, compressed as any program might.
pub fn packed(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let how = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        zip.start_file(name.as_str(), how).expect("an entry");
        std::io::Write::write_all(&mut zip, bytes).expect("bytes");
    }
    zip.finish().expect("a ZIP file").into_inner()
}
