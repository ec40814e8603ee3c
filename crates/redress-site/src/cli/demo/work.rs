//! What lies on the invented council's desk: a meeting that was held and published, with a restricted appendix, and a
//! report of the Ombudsman's that nobody may know of yet.

use anyhow::Context;
use jiff::Zoned;
use jiff::civil::{Date, Weekday};
use redress::counting::{Period, not_later_than_after, plus};
use redress::duty::Settings;
use redress::embargo::{Embargo, Lifts, safe_title};
use redress::ombudsman::case_file::{CaseFile, Complainant};
use redress::ombudsman::follows::CaseKey;
use redress::ombudsman::paper::PaperKind;
use redress::ombudsman::paper::identity::Days;
use redress::ombudsman::paper::particulars::{Found, Particulars};
use redress::ombudsman::paper::starts::Facts;
use redress::ombudsman::recommendation::{Asked, Money, Nature, Original, Recommendation, kind};
use redress::ombudsman::tracked::Tracked;
use redress::restriction::{Audience, Ground, Paragraph, Restriction};
use redress_store::desk::Desk;
use redress_store::desk::journal::Act;
use redress_store::desk::work::clearing::{Clearing, Part};
use redress_store::desk::work::decision::RecordedDecision;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::minute::WrittenMinute;
use redress_store::desk::work::ombudsman_paper::{OmbudsmanPaper, Registered, Registering};
use redress_store::desk::work::paper::{PaperVersion, WorkingPaper};

use super::{bodies, finding};
use crate::desk::started;

const REPORT: &str = "Renewal of the leisure centre agreement\n\n1. The agreement with the operator of the leisure centre ends in the spring. \
    Two offers were received.\n\n2. Cabinet is asked to choose the offer that the appendix sets out as option A.\n";
const APPENDIX: &str = "Appendix: the two offers\n\nOption A: 41,000 a year. Option B: 46,500 a year. Both operators asked that their prices be kept \
    from each other until the agreement is signed.\n";

/// Lays it out, where the desk is still empty; says whether it was.
pub async fn lay_out(desk: &Desk, now: &Zoned) -> anyhow::Result<bool> {
    if !desk.planned_meetings("0000-00-00", 1).await?.is_empty() {
        return Ok(false);
    }
    let cabinet = desk.bodies().await?.into_iter().find(|(_, name)| name == "Cabinet").context("the demonstration has no Cabinet")?.0;
    meeting(desk, now, cabinet).await?;
    bodies::lay_out(desk, now).await?;
    report(desk, now).await?;
    finding::lay_out(desk, now).await?;
    Ok(true)
}

/// The last Tuesday at least two weeks ago.
fn tuesday_before(today: Date) -> Option<Date> {
    (14..21).filter_map(|days| plus(today, -days)).find(|day| day.weekday() == Weekday::Tuesday)
}

async fn meeting(desk: &Desk, now: &Zoned, cabinet: i64) -> anyhow::Result<()> {
    let clerk = Act { who: "Tobias Wren", at: now.timestamp() };
    let on = tuesday_before(now.date()).context("no Tuesday")?;
    let planned = PlannedMeeting {
        body_id: cabinet,
        on_date: on.to_string(),
        starts: Some("18:30".into()),
        place: Some("Council Chamber".into()),
        ..PlannedMeeting::default()
    };
    let Some(meeting) = desk.plan_meeting(&planned, &clerk).await? else { return Ok(()) };
    let new = PlannedItem {
        planned_meeting_id: meeting,
        number: "7".into(),
        title: "Renewal of the leisure centre agreement".into(),
        agenda_text: Some("To choose an operator from the spring on.".into()),
        ..PlannedItem::default()
    };
    let item = desk.add_item(&new, &[], &clerk).await?.context("the item's number is taken")?;
    let report = paper(desk, &clerk, item, "Renewal of the leisure centre agreement", REPORT).await?;
    let appendix = paper(desk, &clerk, item, "Appendix: the two offers", APPENDIX).await?;
    desk.keep_restriction(appendix, &restriction(on)?, "restrict", &clerk).await?;
    let decision = redress::decision::Decision {
        text: "RESOLVED: That option A of the report be accepted.".into(),
        reasons: Some("It costs least over the term and keeps the opening hours.".into()),
        options_rejected: Some("Option B, which costs more for the same hours.".into()),
        interests: Some("None.".into()),
        ..Default::default()
    };
    let recorded = RecordedDecision { option: Some("A".into()), decision, adopts: None, voted: Vec::new() };
    desk.record_decision(item, &recorded, None, &clerk).await?;
    let minute = WrittenMinute {
        public_words: "The Cabinet Member for Leisure presented the report. Members asked about opening hours in the holidays.".into(),
        private_words: None,
    };
    desk.write_minute(item, &minute, &clerk).await?;
    let parts = [Part::Item(item), Part::Paper(report), Part::Decision(item), Part::Minute(item)];
    let clearing = Clearing {
        meeting,
        parts: &parts,
        office: "Democratic services officer",
        reason: "Decisions and minutes published",
        now: now.datetime(),
        base: "",
        minutes: None,
    };
    let preview = desk.preview(&clearing, &clerk).await?;
    desk.publish_cleared(&clearing, &preview.fingerprint, &clerk)
        .await
        .map_err(|why| anyhow::anyhow!("the meeting was not published: {why:?}"))?;
    Ok(())
}

async fn paper(desk: &Desk, act: &Act<'_>, item: i64, title: &str, words: &str) -> anyhow::Result<i64> {
    let author = desk.account_named("author").await?.context("nobody writes reports")?.id;
    let new = WorkingPaper {
        planned_item_id: Some(item),
        title: title.into(),
        public_title: Some(title.into()),
        author,
        ..WorkingPaper::default()
    };
    let id = desk.add_working_paper(&new, act).await?;
    let version = PaperVersion {
        working_paper_id: id,
        name: "report.txt".into(),
        media: "Text".into(),
        bytes: i64::try_from(words.len())?,
        looked: "{}".into(),
        added_by: author,
        ..PaperVersion::default()
    };
    desk.add_version(&version, words.as_bytes(), act).await?;
    Ok(id)
}

fn restriction(on: Date) -> anyhow::Result<Restriction> {
    Ok(Restriction {
        ground: Ground::Exempt {
            paragraphs: [Paragraph::of_number(3).context("paragraph 3")?].into(),
            public_interest:
                "Both operators would know the other's price before the agreement is signed, and the council would pay more for it.".into(),
            contract_terms_in_negotiation: true,
        },
        public_reason: "The prices offered are kept back until the agreement is signed.".into(),
        audience: "body:cabinet".parse::<Audience>()?,
        imposed_by: "Tobias Wren".into(),
        imposed_on: on,
        review_on: not_later_than_after(on, Period::Months(6)).context("a review date")?,
        late_review_reason: None,
        challenge: "Write to the monitoring officer, who decides within ten working days".into(),
        warnings: Vec::new(),
        reviews: Vec::new(),
        release: None,
    })
}

async fn report(desk: &Desk, now: &Zoned) -> anyhow::Result<()> {
    let act = Act { who: "Imogen Farrier", at: now.timestamp() };
    let received = plus(now.date(), -6).context("a day")?;
    let embargo = Embargo {
        held_by: act.who.into(),
        held_at: now.datetime(),
        lifts: Lifts::Event("the Ombudsman publishes the report".into()),
        safe_title: safe_title(received),
        audience: Audience::nobody(),
        reported: Vec::new(),
        leaks: Vec::new(),
    };
    let new = OmbudsmanPaper {
        reference: "90-000-071".into(),
        kind: "report".into(),
        dated: Some(received.to_string()),
        received: received.to_string(),
        subject: "Delay in arranging care at home".into(),
        services: "Adult social care".into(),
        complainant: "Ms V".into(),
        ..OmbudsmanPaper::default()
    };
    let days = Days { dated: Some(received), received: Some(received), ..Days::default() };
    let facts = Facts { kind: PaperKind::Report, days, confidential: true, not_to_be_publicised: false, fault: true };
    let duties = started::duties(&facts, &Settings::default(), redress::calendar::Calendar::england())?;
    let key: CaseKey = CaseKey::read("90 000 071").context("a reference")?;
    let file = CaseFile {
        subject: new.subject.clone(),
        services: vec![new.services.clone()],
        complainant: Complainant::Pseudonym { word: "Ms V".into() },
        ..CaseFile::default()
    };
    let registering = Registering {
        paper: &new,
        particulars: &Particulars { found: Some(Found::Upheld), ..Particulars::default() },
        embargo: Some(&embargo),
        cases: &[(key.clone(), file)],
        duties: &duties,
        letters: &|_| Vec::new(),
    };
    let Registered::New(id) = desk.register_ombudsman_paper(&registering, &act).await? else { return Ok(()) };
    let case = desk.case_of(&key).await?.context("the case that was opened")?.id;
    let director =
        desk.posts().await?.into_iter().find(|p| p.role() == Some(redress::reader::Role::ServiceDirector)).context("a director")?.id;
    let kinds = kind::usual();
    let kinds: Vec<&str> = kinds.iter().map(|t| t.word.as_str()).collect();
    for (number, nature, kind, text, rule, pence) in [
        (1, Nature::Personal, "apology", "Apologise to Ms V in writing for the delay.", "one_month", None),
        (2, Nature::Personal, "payment", "Pay Ms V for the care that she arranged herself.", "one_month", Some(85_000)),
        (3, Nature::ServiceImprovement, "training", "Remind officers of the time within which an assessment begins.", "three_months", None),
    ] {
        let asked = Asked {
            case: key.clone(),
            number,
            nature,
            kinds: &[kind],
            text,
            originals: Original::new("", rule, Some(received), None)?.into_iter().collect(),
            of: None,
            beneficiary: (nature == Nature::Personal).then_some("Ms V"),
            money: pence.map(|pence| Money::recommended("care that she paid for", pence)),
        };
        let recommendation = Recommendation::new(asked, &kinds).map_err(|wrong| anyhow::anyhow!("{wrong:?}"))?;
        let tracked = Tracked::begin(recommendation, director, act.who, now.date())?;
        desk.add_recommendation(case, id, &tracked, &act).await?;
    }
    Ok(())
}
