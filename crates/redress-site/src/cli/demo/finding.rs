//! A finding of the Ombudsman's that was dealt with over three years: six improvements, some in time, some late, one still to
//! come, and the case published with them.

use anyhow::Context;
use jiff::Zoned;
use jiff::civil::Date;
use redress::counting::plus;
use redress::ombudsman::axes::{Claim, Submission};
use redress::ombudsman::case_file::{CaseFile, Complainant};
use redress::ombudsman::figures::Cell;
use redress::ombudsman::follows::CaseKey;
use redress::ombudsman::history::Entry;
use redress::ombudsman::letter::{From, Kind, Letter, Logged};
use redress::ombudsman::outcome::usual;
use redress::ombudsman::paper::PaperKind;
use redress::ombudsman::paper::particulars::{Found, Particulars};
use redress::ombudsman::recommendation::{Asked, Nature, Original, Recommendation, kind};
use redress::ombudsman::tracked::Tracked;
use redress::public::Record;
use redress::public::case::{Case, PublicFile, PublicPaper};
use redress::public::improvement::Improvement;
use redress_store::desk::Desk;
use redress_store::desk::journal::Act;
use redress_store::desk::publish::Because;
use redress_store::desk::work::ombudsman_paper::{OmbudsmanPaper, Registered, Registering};

const WHO: &str = "Imogen Farrier";
const SERVICE: &str = "Housing repairs";
/// What was asked: the kind, the words, how many days ago it was due, and how many days from then evidence went, if it did.
const ASKED: [(&str, &str, i32, Option<i32>); 6] = [
    ("training", "Train surveyors to find rising damp.", 990, Some(-9)),
    ("policy", "Publish how long each kind of repair takes.", 900, Some(41)),
    ("review", "Look again at every report of damp in the last year.", 620, Some(-2)),
    ("training", "Remind everybody who answers the telephone to give each caller a number.", 480, Some(16)),
    ("review", "Count the repairs that were not done in time, and report the number to Cabinet twice a year.", 200, Some(-20)),
    ("policy", "Agree with the contractor what is an emergency.", -40, None),
];

/// Registers the paper, lays out what became of each improvement, and publishes the case.
pub async fn lay_out(desk: &Desk, now: &Zoned) -> anyhow::Result<()> {
    let today = now.date();
    let act = Act { who: WHO, at: now.timestamp() };
    let dated = plus(today, -1080).context("a day")?;
    let key: CaseKey = CaseKey::read("90 000 052").context("a reference")?;
    let file = CaseFile {
        subject: "Damp that was not put right".into(),
        services: vec![SERVICE.into()],
        complainant: Complainant::Pseudonym { word: "Mr T".into() },
        ..CaseFile::default()
    };
    let new = OmbudsmanPaper {
        reference: "90-000-052".into(),
        kind: "statement".into(),
        dated: Some(dated.to_string()),
        received: dated.to_string(),
        subject: file.subject.clone(),
        services: SERVICE.into(),
        complainant: "Mr T".into(),
        ..OmbudsmanPaper::default()
    };
    let registering = Registering {
        paper: &new,
        particulars: &Particulars { found: Some(Found::Upheld), ..Particulars::default() },
        embargo: None,
        cases: &[(key.clone(), file)],
        duties: &[],
        letters: &|_| Vec::new(),
    };
    let Registered::New(id) = desk.register_ombudsman_paper(&registering, &act).await? else { return Ok(()) };
    let case = desk.case_of(&key).await?.context("the case that was opened")?.id;
    let director =
        desk.posts().await?.into_iter().find(|p| p.role() == Some(redress::reader::Role::ServiceDirector)).context("a director")?.id;
    let mut improvements = Vec::new();
    for (number, (kind, words, ago, sent)) in (1..).zip(ASKED) {
        let due = plus(today, -ago).context("a day")?;
        let mut tracked = asked(&key, number, (kind, words), (dated, due), director)?;
        if let Some(days) = sent {
            became(&mut tracked, &key, plus(due, days).context("a day")?, days <= 0)?;
        }
        desk.add_recommendation(case, id, &tracked, &act).await?.context("the number is taken")?;
        improvements.push(tracked);
    }
    publish(desk, now, case, (&key, dated), &improvements).await
}

fn asked(key: &CaseKey, number: u32, (kind, text): (&str, &str), (dated, due): (Date, Date), post: i64) -> anyhow::Result<Tracked> {
    let known = kind::usual();
    let known: Vec<&str> = known.iter().map(|t| t.word.as_str()).collect();
    let asked = Asked {
        case: key.clone(),
        number,
        nature: Nature::ServiceImprovement,
        kinds: &[kind],
        text,
        originals: Original::new("", "stated", Some(dated), Some(due))?.into_iter().collect(),
        of: None,
        beneficiary: None,
        money: None,
    };
    let recommendation = Recommendation::new(asked, &known).map_err(|wrong| anyhow::anyhow!("{wrong:?}"))?;
    Ok(Tracked::begin(recommendation, post, WHO, dated)?)
}

/// Evidence went on a day, and the Ombudsman was satisfied two weeks later.
fn became(tracked: &mut Tracked, key: &CaseKey, sent: Date, in_time: bool) -> anyhow::Result<()> {
    let answered = plus(sent, 14).context("a day")?;
    tracked.claim(Entry::new("Marguerite Pell", sent, Claim::Done { on: sent, count: None }))?;
    let bundle = redress_store::chain::sha256(format!("{key} {}", tracked.asked().number()).as_bytes());
    tracked.send_evidence(Entry::new(WHO, sent, Submission { bundle, channel: "The Ombudsman's portal".into() }))?;
    let logged = Logged {
        key: &format!("{key}/L{}", tracked.asked().number()),
        from: From::Ombudsman,
        kind: Kind::Outcome,
        dated: Some(answered),
        received: answered,
        paper: "The Ombudsman's letter",
        cases: vec![key.clone()],
        by: WHO,
    };
    let letter = Letter::log(logged).map_err(|wrong| anyhow::anyhow!("{wrong:?}"))?;
    let list = usual();
    let word = if in_time { "complete_and_satisfied" } else { "completed_late_and_satisfied" };
    let outcome = list.iter().find(|o| o.term.word == word).context("an outcome")?;
    Ok(tracked.ombudsman_says(&letter, outcome, None, WHO, answered)?)
}

async fn publish(desk: &Desk, now: &Zoned, case: i64, (key, dated): (&CaseKey, Date), all: &[Tracked]) -> anyhow::Result<()> {
    let CaseKey::Known(reference) = key else { return Ok(()) };
    let mut file = PublicFile {
        papers: vec![PublicPaper {
            kind: PaperKind::of_word("statement").map_or("Paper", |k| k.words()).into(),
            dated: Some(dated),
            received: Some(dated),
        }],
        services: vec![SERVICE.into()],
        predecessor: None,
        chain: Vec::new(),
        service_improvements: 0,
        procedural: 0,
        personal: Cell::Is(0),
        closed_by_ombudsman_on: None,
        replies: Vec::new(),
        members_told: Vec::new(),
    };
    file.count(all.iter().map(|tracked| tracked.asked().nature()));
    let mut records = vec![Record::Case(Case { reference: *reference, named_with: Vec::new(), file: Some(Box::new(file)) })];
    for tracked in all {
        records.push(Record::Improvement(Box::new(Improvement::of(tracked, Some(SERVICE), now.date())?)));
    }
    let clerk = Act { who: "Tobias Wren", at: now.timestamp() };
    let because = Because { by: "Democratic services officer", reason: "What was asked and what was done is public" };
    desk.publish_case(case, &records, because, &clerk).await?;
    Ok(())
}
