//! Copies for members: who is owed one, the letters that carry it, and the duties that sending and receiving meet.

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::Zoned;
use jiff::civil::{Date, DateTime};
use maud::{Markup, html};
use redress::circulation::{self, As, Circulation, Person, Receipt, ReceiptKind};
use redress::duty::{self, Inputs};
use redress::member::in_office;
use redress::monitoring_report::Section;
use redress::ombudsman::clock::Happened;
use redress_store::desk::journal::Act;
use redress_store::desk::outbox::Letter;
use redress_store::desk::work::duty_clock::{DutyClock, Met};
use redress_store::desk::work::member_circulation::{Circulating, Going, KeptCirculation, PROGRAM, about};
use redress_store::desk::work::monitoring_report::KeptReport;

use super::{DeskSite, findings};
use crate::failure::Failure;
use crate::layout::tag;

/// How often circulations are brought to the day.
const LOOK: Duration = Duration::from_secs(900);

/// Who may be owed a copy.
pub struct Council {
    /// Every member on record.
    pub members: Vec<Person>,
    /// The monitoring officer.
    pub officers: Vec<Person>,
}

impl Council {
    /// The council on a day.
    pub async fn on(site: &DeskSite, day: Date) -> Result<Council, Failure> {
        Ok(Council { members: site.desk.office_holders().await?, officers: site.desk.monitoring_officers(day).await? })
    }

    /// Where everybody's copy goes, for whom an address is known.
    pub fn addresses(&self) -> BTreeMap<i64, String> {
        let all = self.members.iter().chain(&self.officers);
        all.filter_map(|p| Some((p.id, p.address.clone()?))).collect()
    }

    /// Who gets a copy of a paper made on a day, before it goes.
    pub fn told(&self, day: Date) -> Markup {
        let members: Vec<&Person> = self.members.iter().filter(|p| in_office(&p.terms, day)).collect();
        let executive = members.iter().filter(|p| in_office(&p.executive, day)).count();
        let without: Vec<&str> = members.iter().filter(|p| p.address.is_none()).map(|p| p.name.as_str()).collect();
        html! {
            p.govuk-body { "A copy goes to " strong { (members.len()) " members" } ": " (executive) " of the executive and " (members.len() - executive) " outside it, in office on " (redress::day::long(day)) "." }
            @if self.officers.is_empty() { p.govuk-body { (tag("Warning", "yellow")) " Nobody holds the monitoring officer's post on that day." } }
            @else { p.govuk-body { "And to the monitoring officer: " (self.officers.iter().map(|o| o.name.as_str()).collect::<Vec<_>>().join(", ")) "." } }
            @if !without.is_empty() { p.govuk-body { (tag("Serve by hand", "yellow")) " No address is known for: " (without.join(", ")) "." } }
            details.govuk-details {
                summary.govuk-details__summary { span.govuk-details__summary-text { "Everybody who gets a copy" } }
                ul.govuk-list.govuk-details__text { @for person in &members { li { (person.name) } } }
            }
            p.govuk-body { "Each letter carries a link and the hash of the copy. Nothing goes that can be read on the way." }
        }
    }
}

/// What the letters of a circulation say. They hold no word of the paper.
pub struct Posting {
    base: String,
    because: String,
    in_confidence: bool,
    addresses: BTreeMap<i64, String>,
}

impl Posting {
    /// The letters of a circulation for this reason.
    pub fn new(site: &DeskSite, because: &str, in_confidence: bool, addresses: BTreeMap<i64, String>) -> Posting {
        Posting { base: site.site.base.to_string(), because: because.into(), in_confidence, addresses }
    }

    /// A letter for everybody who is owed a copy and has an address.
    pub fn letters(&self, going: Going, circulation: &Circulation) -> Vec<Letter> {
        let confidence = if self.in_confidence { "The copy is given to you in confidence.\n" } else { "" };
        let letter = |person: i64, to: &String| Letter {
            to: to.clone(),
            subject: "Your copy of a report to members".into(),
            body: format!(
                "You are served a copy of {}.\n{confidence}Read it here when you have signed in:\n{}/desk/papers/{}\nThe hash of your copy (SHA-256): {}\n",
                self.because,
                self.base,
                going.paper,
                circulation.sha256()
            ),
            about: about(going.circulation, person),
            holds_secret: false,
        };
        circulation.outstanding().into_iter().filter_map(|row| Some(letter(row.person(), self.addresses.get(&row.person())?))).collect()
    }
}

/// A circulation of one version to every member in office and the monitoring officer. What somebody was served before by the
/// earlier way of recording it counts.
pub struct New<'a> {
    /// The title of the paper.
    pub title: &'a str,
    /// The hash of the version.
    pub sha256: &'a str,
    /// Its number.
    pub version: i64,
    /// Why.
    pub because: &'a str,
    /// In confidence.
    pub in_confidence: bool,
    /// Name, day and way of what was served before.
    pub before: Vec<(String, DateTime, String)>,
}

/// Makes it ready.
pub fn circulating(council: &Council, new: New<'_>, made_on: Date, by: &str) -> Circulating {
    let mut circulation = Circulation::begin(new.title, new.sha256, made_on, &council.members, &council.officers);
    let rows: Vec<(i64, String)> = circulation.rows().iter().map(|r| (r.person(), r.name().to_string())).collect();
    for (person, name) in rows {
        for (_, at, how) in new.before.iter().filter(|(served, _, _)| *served == name) {
            let kind = ReceiptKind::HadBefore { with: how.clone() };
            let receipt = Receipt { at: *at, by: by.into(), channel: how.clone(), sha256: new.sha256.into(), kind };
            // What cannot be carried over is simply owed again.
            let _ = circulation.receive(person, receipt);
        }
    }
    Circulating { working_paper_id: 0, version: new.version, because: new.because.into(), in_confidence: new.in_confidence, circulation }
}

/// Brings a circulation to a day, sends whoever took office since a copy, and settles the duties. Gives it as it then stands.
pub async fn bring(site: &DeskSite, id: i64, now: &Zoned) -> Result<KeptCirculation, Failure> {
    let kept = site.desk.member_circulation(id).await?.ok_or(Failure::NotFound)?;
    let council = Council::on(site, now.date()).await?;
    let going = Posting::new(site, &kept.because, kept.in_confidence, council.addresses());
    let act = Act { who: PROGRAM, at: now.timestamp() };
    site.desk.bring_circulation(id, &council.members, now.date(), &|g, c| going.letters(g, c), &act).await?;
    let kept = site.desk.member_circulation(id).await?.ok_or(Failure::NotFound)?;
    settle(site, &kept, now.date(), &act).await?;
    Ok(kept)
}

/// Brings every circulation to the day, again and again.
pub async fn keep(site: DeskSite) {
    loop {
        let now = site.clock().now();
        let done: Result<(), Failure> = async {
            for id in site.desk.member_circulations().await? {
                bring(&site, id, &now).await?;
            }
            Ok(())
        }
        .await;
        if let Err(Failure::Store(why)) = done {
            eprintln!("redress: circulations: {why}");
        }
        tokio::time::sleep(LOOK).await;
    }
}

/// The Ombudsman's papers whose duties a report meets: those it was signed on, whatever came to its cases later.
pub async fn papers_of_report(site: &DeskSite, of: &KeptReport) -> Result<Vec<i64>, Failure> {
    match &of.report.signed {
        Some(signed) if signed.papers.is_empty() => findings::papers_by(site, &site.desk.cases_of_report(of.id).await?, signed.on).await,
        Some(signed) => Ok(signed.papers.clone()),
        None => Ok(Vec::new()),
    }
}

/// The circulations that together meet the duty of one of the Ombudsman's papers: of every report on it, or of every answer to
/// one, those of each paper in the order in which they were made.
async fn circulations_for(site: &DeskSite, paper: i64, answer: bool) -> Result<Vec<Vec<KeptCirculation>>, Failure> {
    let mut reports: Vec<KeptReport> = Vec::new();
    for case in site.desk.cases_of_paper(paper).await? {
        for of in site.desk.monitoring_reports_of_case(case.id).await? {
            if !reports.iter().any(|r| r.id == of.id) && papers_of_report(site, &of).await?.contains(&paper) {
                reports.push(of);
            }
        }
    }
    let mut all = Vec::new();
    for of in reports {
        let sent = if answer { site.desk.executive_response(of.id).await?.and_then(|r| r.paper) } else { of.paper };
        if let Some(sent) = sent {
            all.push(site.desk.circulations_to_members(sent).await?);
        }
    }
    Ok(all)
}

/// Starts and meets what a circulation starts and meets. Whether the copies are sent is decided over all circulations that bear
/// on the duty: a copy that came back opens it again.
pub async fn settle(site: &DeskSite, kept: &KeptCirculation, today: Date, act: &Act<'_>) -> Result<(), Failure> {
    let Some((report, answer)) = site.desk.report_of_paper(kept.working_paper_id).await? else { return Ok(()) };
    let Some(of) = site.desk.monitoring_report(report).await? else { return Ok(()) };
    let send = if answer { "s5a_executive_response_send" } else { "mo_report_copies" };
    let (consider, suspended) = keys(of.report.section);
    for paper in papers_of_report(site, &of).await? {
        let duties = Duties { site, paper, today, act };
        if let Some(first) = kept.circulation.first_sent(of.report.section == Section::FiveA).filter(|_| !answer) {
            duties.start(consider, Some(first), "copies of the monitoring officer's report were first sent").await?;
            duties.start(suspended, None, "consideration of the monitoring officer's report is concluded").await?;
        }
        duties.start(send, None, if answer { "the executive prepared its report" } else { "the report was signed" }).await?;
        let papers = circulations_for(site, paper, answer).await?;
        let mut open: Vec<String> = Vec::new();
        for circulations in &papers {
            let all: Vec<&Circulation> = circulations.iter().map(|k| &k.circulation).collect();
            open.extend(circulation::owed(&all).into_iter().map(str::to_string));
        }
        if open.is_empty() {
            let every = || papers.iter().flatten();
            let served = every().flat_map(|k| k.circulation.rows()).filter_map(circulation::Row::served_at).max();
            let proof: Vec<String> = every().map(proof_words).collect();
            duties.meet(send, served.map_or(today, DateTime::date), &proof.join("; ")).await?;
        } else {
            open.sort();
            open.dedup();
            duties.reopen(send, &format!("a copy is owed again to {}", open.join(", "))).await?;
        }
    }
    Ok(())
}

/// The duties to consider a report, and to hold still meanwhile.
pub fn keys(section: Section) -> (&'static str, &'static str) {
    match section {
        Section::Five => ("s5_authority_consider_21_days", "s5_implementation_suspended"),
        Section::FiveA => ("s5a_executive_consider_21_days", "s5a_implementation_suspended"),
    }
}

/// `72 of 72 outside the executive, 10 of 10 of the executive: /desk/circulations/3`
pub fn proof_words(kept: &KeptCirculation) -> String {
    format!("{}: /desk/circulations/{}", figures(&kept.circulation).join(", "), kept.id)
}

/// The figures in words, each sort that there is.
pub fn figures(circulation: &Circulation) -> Vec<String> {
    let sorts = [(As::Member, "outside the executive"), (As::Executive, "of the executive"), (As::Officer, "monitoring officer")];
    let told = sorts.map(|(sort, words)| (circulation.figure(sort), words));
    told.iter().filter(|(figure, _)| figure.of > 0).map(|(figure, words)| format!("{} {words}", figure.words())).collect()
}

/// The duties of a paper of the Ombudsman's, for what members are told.
pub struct Duties<'a> {
    /// The desk.
    pub site: &'a DeskSite,
    /// The paper.
    pub paper: i64,
    /// The day.
    pub today: Date,
    /// Who acts.
    pub act: &'a Act<'a>,
}

impl Duties<'_> {
    async fn standing(&self, key: &str) -> Result<Option<redress_store::desk::work::duty_clock::Standing>, Failure> {
        Ok(self.site.desk.duties_of(self.paper, self.today).await?.into_iter().find(|s| s.clock.duty == key))
    }

    /// A duty as it starts from a day; without one it waits for what `because` says. None where it has its day and keeps it.
    pub async fn starting(&self, key: &'static str, from: Option<Date>, because: &str) -> Result<Option<DutyClock>, Failure> {
        let known = self.standing(key).await?;
        if known.is_some_and(|s| s.clock.due_on.is_some() || from.is_none()) {
            return Ok(None);
        }
        let council = self.site.site.council();
        let due =
            from.and_then(|day| duty::due_date(duty::find(key).ok()?, &Inputs::from(day), &council.readings, &self.site.site.calendar));
        Ok(Some(DutyClock {
            ombudsman_paper_id: self.paper,
            duty: key.into(),
            from_date: from.map(|d| d.to_string()),
            due_on: due.map(|d| d.to_string()),
            because: because.into(),
            ..DutyClock::default()
        }))
    }

    /// What meets a duty that runs, waits or is started with it; none where it is over.
    pub async fn meeting(&self, key: &'static str, on: Date, proof: &str) -> Result<Option<Met>, Failure> {
        let over = self.standing(key).await?.is_some_and(|s| s.state.over());
        Ok((!over).then(|| Met { paper: self.paper, duty: key, on, proof: proof.into() }))
    }

    /// Starts a duty, as `starting` says.
    pub async fn start(&self, key: &'static str, from: Option<Date>, because: &str) -> Result<(), Failure> {
        match self.starting(key, from, because).await? {
            Some(clock) => Ok(self.site.desk.start_duties(&[clock], self.act).await?),
            None => Ok(()),
        }
    }

    /// Writes down what met a duty, once.
    pub async fn meet(&self, key: &'static str, on: Date, proof: &str) -> Result<(), Failure> {
        match self.meeting(key, on, proof).await? {
            Some(met) => Ok(self.site.desk.duty_happened(self.paper, key, Happened::Met, met.on, &met.proof, self.act).await?),
            None => Ok(()),
        }
    }

    async fn reopen(&self, key: &'static str, why: &str) -> Result<(), Failure> {
        let met =
            |s: &redress_store::desk::work::duty_clock::Standing| s.state.over() && s.events.iter().any(|e| e.what == Happened::Met.word());
        match self.standing(key).await? {
            Some(standing) if met(&standing) => {
                Ok(self.site.desk.duty_happened(self.paper, key, Happened::Reopened, self.today, why, self.act).await?)
            }
            _ => Ok(()),
        }
    }
}
