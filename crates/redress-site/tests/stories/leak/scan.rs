//! Everything that somebody outside can reach: every address from every list, in both forms, and what refuses.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::Path;

use redress_site::desk::routes::{DEEDS, PAGES};

use super::sentinels::Sentinels;
use crate::officer::Officer;
use crate::world::Running;

/// Where a crawl begins.
const DOORS: [&str; 12] = [
    "/",
    "/sitemap.xml",
    "/robots.txt",
    "/openapi.json",
    "/calendar.ics",
    "/restrictions",
    "/restrictions.csv",
    "/changes",
    "/changes/log.jsonl",
    "/feeds/changes.atom",
    "/search",
    "/about",
];

/// What was found where, and how many addresses were asked.
#[derive(Debug, Default)]
pub struct Scanned {
    pub addresses: usize,
    pub found: Vec<(String, &'static str)>,
}

impl Scanned {
    fn look(&mut self, planted: &Sentinels, place: &str, bytes: &[u8]) {
        self.found.extend(planted.found(bytes).into_iter().map(|of| (place.to_string(), of)));
    }
}

/// Opens every public address, its twin, its head, and what could be guessed.
pub async fn addresses(site: &Running, planted: &Sentinels, documents: i64) -> Scanned {
    let mut scanned = Scanned::default();
    let mut todo: VecDeque<String> = DOORS.into_iter().map(String::from).collect();
    for number in 0..=documents + 3 {
        for kind in ["documents", "issues", "decisions", "restrictions"] {
            todo.push_back(format!("/{kind}/{number}"));
        }
        todo.push_back(format!("/meetings/2021-03-11-cabinet/items/{number}"));
    }
    for of in [
        "item/2021-03-11-cabinet/1",
        "item/2021-03-11-cabinet/3",
        "document/1",
        "document/7",
        "decision/1",
        "restriction/1",
        "meeting/2021-03-11-cabinet",
    ] {
        todo.push_back(format!("/versions/{of}"));
    }
    todo.extend(
        ["/meetings/2021-04-11-panel", "/ombudsman/cases/19-015-743", "/ombudsman/cases/23-900-417", "/meetings/2021-02-01-cabinet"]
            .map(String::from),
    );
    let private = PAGES.iter().map(|(path, _)| *path).chain(DEEDS.iter().map(|deed| deed.path));
    for path in private {
        let shape = path.split('/').map(|part| if part.starts_with('{') { "1" } else { part }).collect::<Vec<_>>().join("/");
        todo.extend([format!("{shape}.json"), shape]);
    }
    let mut seen: BTreeSet<String> = todo.iter().cloned().collect();
    let nobody = Officer::nobody(site);
    while let Some(address) = todo.pop_front() {
        scanned.addresses += 1;
        let response = site.raw(&address, &[]).await;
        let (status, headers) = (response.status().as_u16(), format!("{:?}", response.headers()));
        let body = response.bytes().await.expect("a body");
        // What an answer repeats of its own address was known to whoever asked.
        let text = String::from_utf8_lossy(&body).replace(address.trim_end_matches(".json"), "");
        scanned.look(planted, &address, if address.ends_with("/file") { &body } else { text.as_bytes() });
        scanned.look(planted, &format!("headers of {address}"), headers.as_bytes());
        let head = nobody.ask("HEAD", &address, &[], Vec::new()).await;
        assert_eq!((head.status, head.body.as_str()), (status, ""), "HEAD {address}");
        let text = String::from_utf8_lossy(&body);
        let page = text.starts_with("<!DOCTYPE html>");
        let mut next = links(&text);
        if page && !address.contains(".json") && status == 200 {
            next.insert(redress_site::pages::twin(&address));
        }
        todo.extend(next.into_iter().filter(|link| seen.len() < 5_000 && seen.insert(link.clone())));
    }
    for (method, address) in [
        ("POST", "/"),
        ("POST", "/documents/1"),
        ("PUT", "/desk/papers/2"),
        ("OPTIONS", "/desk/papers/2"),
        ("GET", "/documents/%ff"),
        ("GET", "/meetings/%00"),
    ] {
        let came = nobody.ask(method, address, &[], Vec::new()).await;
        assert!(matches!(came.status, 400 | 404 | 405), "{method} {address}: {}", came.status);
        scanned.addresses += 1;
        scanned.look(planted, address, came.body.as_bytes());
    }
    scanned
}

fn links(text: &str) -> BTreeSet<String> {
    let within = |open: &'static str, close: char| text.split(open).skip(1).filter_map(move |rest| rest.split(close).next());
    let all = within("href=\"", '"').chain(within("<loc>", '<')).chain(within("src=\"", '"'));
    let here = all.filter_map(|link| match link.split_once("://") {
        Some((_, rest)) if rest.starts_with("127.0.0.1") => rest.split_once('/').map(|(_, path)| format!("/{path}")),
        Some(_) => None,
        None => link.starts_with('/').then(|| link.to_string()),
    });
    here.map(|link| link.split('#').next().unwrap_or("").replace("&amp;", "&")).collect()
}

/// Searches for each sentinel and each beginning of it from three letters on: the answer is that to a word that is none.
pub async fn search(site: &Running, planted: &Sentinels) -> Scanned {
    let mut scanned = Scanned::default();
    let mut asked = BTreeSet::new();
    let mut nothing: BTreeMap<String, String> = BTreeMap::new();
    for sentinel in &planted.all {
        for length in 3..=sentinel.word.len() {
            let part = &sentinel.word[..length];
            if part.contains([' ', '-', ',', '.']) || !asked.insert(part.to_string()) {
                continue;
            }
            let nonsense = "q".repeat(length);
            let lists: &[&str] = if length == sentinel.word.len() { &["/issues?title=", "/decisions.json?title="] } else { &[] };
            for page in ["/search?q=", "/search.json?q="].iter().chain(lists) {
                let known = format!("{page}{nonsense}");
                if !nothing.contains_key(&known) {
                    nothing.insert(known.clone(), site.get(&known).await.1);
                }
                let (status, said) = site.get(&format!("{page}{part}")).await;
                scanned.addresses += 1;
                if status != 200 || said.replace(part, &nonsense) != nothing[&known] {
                    scanned.found.push((format!("{page}{part}"), sentinel.of));
                }
            }
        }
    }
    scanned
}

/// Every file of a folder, and how many there were.
pub fn folder(path: &Path, planted: &Sentinels) -> Scanned {
    let mut scanned = Scanned::default();
    let mut folders = vec![path.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            scanned.addresses += 1;
            scanned.look(planted, &path.display().to_string(), &std::fs::read(&path).unwrap_or_default());
        }
    }
    scanned
}
