//! Publishing a case: what the public sees of it, and every recommendation that is not for a person.
//!
//! Personal remedies go out as one number, and not at all while that is small. What would name a person is refused.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::Act;
use redress::day::long;
use redress::ombudsman::clock::Happened;
use redress::ombudsman::figures::Cell;
use redress::ombudsman::follows::CaseKey;
use redress::ombudsman::recommendation::Nature;
use redress::ombudsman::reference::Reference;
use redress::person_in_case;
use redress::public::Record;
use redress::public::case::{Case, PublicFile, PublicPaper, PublicReply};
use redress::public::improvement::Improvement;
use redress_store::desk::publish::Because;
use redress_store::desk::work::case_publication::mark;
use redress_store::desk::work::ombudsman_paper::OmbudsmanPaper;

use super::publish::office;
use crate::desk::copies;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::case::{self, Loaded};
use crate::desk::safe_words;
use crate::failure::Failure;

/// Publishing a case.
pub struct PublishCase {
    loaded: Loaded,
    /// What goes out, or what stands against it.
    records: Result<Vec<Record>, String>,
    mark: String,
}

impl Deed for PublishCase {
    const PATH: &'static str = "/desk/cases/{case}/publish";
    const TITLE: &'static str = "Publish the case";
    const ACT: Act = Act::Publish;
    const FIELDS: &'static [Field] = &[
        Field::new("reason", "Why it is published now", Ask::Line).hint("The public reads this in the log of publications"),
        Field::new("previewed", "What the preview showed", Ask::Carried),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<PublishCase, Failure> {
        let loaded = case::known(context, keys.number("case")?).await?;
        // Asked before anything of the case is put into words.
        context.may(Act::Publish, &loaded.subject)?;
        let records = if covered(context, &loaded.papers).await? {
            Err("An embargo covers a paper of this case. Nothing of the case is published before it is lifted".into())
        } else {
            public_forms(context, &loaded).await?
        };
        let mark = mark(records.as_deref().unwrap_or_default())?;
        Ok(PublishCase { loaded, records, mark })
    }

    fn about(&self) -> About {
        About::of(self.loaded.subject.clone()).caption(self.loaded.title()).back(self.loaded.address())
    }

    fn before(&self) -> Markup {
        match &self.records {
            Err(why) => html! { div.govuk-inset-text { (why) "." } },
            Ok(records) => html! {
                h2.govuk-heading-m { "What the public will see" }
                @for record in records { (shown(record)) }
            },
        }
    }

    fn possible(&self) -> bool {
        self.records.is_ok()
    }

    fn impossible(&self) -> String {
        self.records.as_ref().err().cloned().unwrap_or_default()
    }

    fn given(&self, field: &str) -> Vec<String> {
        if field == "previewed" { vec![self.mark.clone()] } else { Vec::new() }
    }

    async fn consequences(&self, _: &Context, filled: &Filled) -> Result<Option<Markup>, Undone> {
        self.ready(filled)?;
        Ok(Some(html! {
            p.govuk-body { "This goes out. It stays in the log of publications even where it is withdrawn or corrected later." }
            (self.before())
        }))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let records = self.ready(filled)?;
        let office = office(context);
        let because = Because { by: &office, reason: filled.get("reason") };
        let made = context.desk.desk.publish_case(self.loaded.case.id, records, because, &context.act()).await?;
        if made.is_empty() {
            return Err(Undone::wrong("reason", "Nothing that the public sees would change"));
        }
        context.desk.carry_over().await?;
        Ok(Done::made(self.about().back, serde_json::json!({ "published": made })))
    }
}

impl PublishCase {
    fn ready(&self, filled: &Filled) -> Result<&[Record], Undone> {
        let records = self.records.as_ref().map_err(|why| Undone::wrong("", why.clone()))?;
        safe_words::names_nobody("reason", filled.get("reason"))?;
        if filled.get("previewed") != self.mark {
            return Err(Undone::wrong("reason", "The case changed since the preview was made. Look at the preview again, then publish"));
        }
        Ok(records)
    }
}

/// Whether an embargo covers any of the papers now.
async fn covered(context: &Context, papers: &[OmbudsmanPaper]) -> Result<bool, Failure> {
    for id in papers.iter().filter_map(|p| p.embargo_id) {
        let embargo = context.desk.desk.embargo(id).await?;
        if embargo.is_none_or(|e| e.covers(context.now.datetime())) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The public forms of a case and of what is public of its recommendations, or what stands against them.
async fn public_forms(context: &Context, loaded: &Loaded) -> Result<Result<Vec<Record>, String>, Failure> {
    let CaseKey::Known(reference) = &loaded.case.key else {
        return Ok(Err("The case has no reference yet. Give it one first".into()));
    };
    let desk = &context.desk.desk;
    let file = &loaded.case.file;
    for words in file.services.iter().chain(&file.predecessor) {
        if !person_in_case::find(words).is_empty() {
            return Ok(Err(format!("The services or the council before may name a person: “{words}”. Complete the case without the name")));
        }
    }
    let recommendations = desk.recommendations_of_case(loaded.case.id).await?;
    let standing = desk.published_case(&reference.slug()).await?;
    let mut public = PublicFile {
        papers: loaded.papers.iter().map(paper).collect(),
        services: file.services.clone(),
        predecessor: file.predecessor.clone(),
        chain: chain(context, *reference).await?,
        service_improvements: 0,
        procedural: 0,
        personal: Cell::Is(0),
        closed_by_ombudsman_on: file.closure.closed_by_ombudsman().map(|c| c.on),
        replies: replies(context, &loaded.papers).await?,
        members_told: members_told(context, loaded.case.id).await?,
    };
    public.count(recommendations.iter().map(|r| r.tracked.asked().nature()));
    let named_with = standing.map(|c| c.named_with).unwrap_or_default();
    let mut records = vec![Record::Case(Case { reference: *reference, named_with, file: Some(Box::new(public)) })];
    let service = file.services.first().map(String::as_str);
    for kept in recommendations.iter().filter(|r| r.tracked.asked().nature() != Nature::Personal) {
        match Improvement::of(&kept.tracked, service, context.now.date()) {
            Ok(improvement) => {
                let predecessor = file.predecessor.clone();
                records.push(Record::Improvement(Box::new(Improvement { from_review: file.from_review, predecessor, ..improvement })));
            }
            Err(why) => return Ok(Err(format!("Recommendation {}: {why}. Nothing of the case goes out", kept.tracked.asked().number()))),
        }
    }
    Ok(Ok(records))
}

/// The cases before and after it that are public themselves: the others are nobody's business yet.
async fn chain(context: &Context, own: Reference) -> Result<Vec<Reference>, Failure> {
    let desk = &context.desk.desk;
    let mut chain = Vec::new();
    for case in desk.follows().await?.chain(&CaseKey::Known(own)) {
        let CaseKey::Known(reference) = case else { continue };
        if reference == own || desk.published_case(&reference.slug()).await?.is_some() {
            chain.push(reference);
        }
    }
    if chain.len() == 1 {
        chain.clear();
    }
    Ok(chain)
}

/// The replies that reports ask for: their days and nothing of their words.
async fn replies(context: &Context, papers: &[OmbudsmanPaper]) -> Result<Vec<PublicReply>, Failure> {
    let mut replies = Vec::new();
    for paper in papers {
        for duty in context.desk.desk.duties_of(paper.id, context.now.date()).await? {
            if !duty.clock.duty.ends_with("consider_and_notify") || duty.clock.not_running.is_some() {
                continue;
            }
            let day =
                |what: Happened| duty.events.iter().filter(move |e| e.what == what.word()).filter_map(|e| e.on_date.parse::<Date>().ok());
            let given = duty.clock.due_on.as_deref().and_then(|day| day.parse().ok());
            replies.push(PublicReply { due_on: day(Happened::Extended).max().or(given), sent_on: day(Happened::Met).min() });
        }
    }
    Ok(replies)
}

/// How many members were sent the monitoring officer's reports about a case; who they are stays at the desk.
async fn members_told(context: &Context, case: i64) -> Result<Vec<String>, Failure> {
    let desk = &context.desk.desk;
    let mut told = Vec::new();
    for paper in desk.monitoring_reports_of_case(case).await?.into_iter().filter_map(|report| report.paper) {
        for kept in desk.circulations_to_members(paper).await? {
            told.extend(copies::figures(&kept.circulation));
        }
    }
    Ok(told)
}

fn paper(paper: &OmbudsmanPaper) -> PublicPaper {
    let kind = redress::ombudsman::paper::PaperKind::of_word(&paper.kind).map_or("Paper", |k| k.words());
    PublicPaper { kind: kind.into(), dated: paper.dated_on(), received: paper.received_on() }
}

fn shown(record: &Record) -> Markup {
    html! {
        section.redress-item {
            h3.govuk-heading-s { (record.kind().words()) ": " (record.listing().title) }
            @match record {
                Record::Case(case) => @if let Some(file) = &case.file { (crate::pages::case_file::facts(file, None)) },
                Record::Improvement(improvement) => {
                    (crate::pages::improvement::facts(improvement, None))
                    @if let Some(due) = improvement.due_on { p.govuk-body { "The page counts from " (long(due)) " to the day that it is read." } }
                }
                _ => {}
            }
        }
    }
}
