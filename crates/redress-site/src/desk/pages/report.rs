//! An officers' report: its text, what is missing, who cleared it and who is waited for, its versions, the meetings it goes to.

use axum::extract::{Path, State};
use jiff::civil::Date;
use redress::access::{Act, Subject};
use redress::clearance::{self, Clearing, Standing, Waits};
use redress::publishing::{AgendaNotice, agenda_notice};
use redress::report::clearer::is_asked;
use redress::report::complete::{Missing, missing};
use redress_store::desk::work::access_entry::AccessEntry;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::report::{KeptReport, ReportEvent, Stop, TextVersion, VersionLine};
use redress_store::desk::work::report_kind::KeptKind;
use serde::Serialize;

use super::answer;
use crate::desk::DeskSite;
use crate::desk::deed::{About, Context};
use crate::desk::proposal;
use crate::failure::Failure;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

mod body;
/// What another version says differently.
pub mod version;

/// A meeting that a report goes to, with what there is of it.
pub struct Going {
    /// The stop.
    pub stop: Stop,
    /// The meeting.
    pub meeting: PlannedMeeting,
    /// The item, as this person may see it.
    pub item: Option<PlannedItem>,
}

/// A report with everything that hangs on it, for who may read it.
pub struct Loaded {
    /// The report.
    pub kept: KeptReport,
    /// What access is asked about.
    pub subject: Subject,
    /// Its kind.
    pub kind: KeptKind,
    /// The meetings that it goes to, in order; there is always one.
    pub going: Vec<Going>,
    /// The newest text.
    pub newest: Option<TextVersion>,
    /// What happened, the first first.
    pub events: Vec<ReportEvent>,
}

/// Where a report stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stands {
    /// The author writes it.
    Written,
    /// It is with those who clear it.
    Sent,
    /// It was sent back.
    Returned,
    /// Everybody cleared the version that stands.
    Cleared,
    /// It is a paper of its item.
    Finished,
    /// It was withdrawn.
    Withdrawn,
}

impl Stands {
    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Stands::Written => "Being written",
            Stands::Sent => "Waits for clearance",
            Stands::Returned => "Back with its author",
            Stands::Cleared => "Cleared",
            Stands::Finished => "Finished",
            Stands::Withdrawn => "Withdrawn",
        }
    }
}

/// A report, for who may read it. Opening one whose paper is restricted is logged.
pub async fn load(context: &Context, id: i64) -> Result<Loaded, Failure> {
    context.might(Act::ReadDesk)?;
    let desk = &context.desk.desk;
    let sealed = desk.officers_report(id).await?.ok_or(Failure::NotFound)?;
    let subject = sealed.subject().clone();
    let may_not = |refused: redress::access::Refused| Failure::MayNot(refused.because.words().into());
    let kept = sealed.open(&context.reader(), Act::ReadDesk, context.now.datetime()).map_err(may_not)?;
    let loaded = of(context, kept, subject).await?;
    if let (Some(_), Some(paper)) = (&loaded.subject.restriction, loaded.going.iter().rev().find_map(|g| g.stop.paper)) {
        let who = context.visitor.signed_in.name.clone();
        let at = context.now.timestamp().to_string();
        let entry =
            AccessEntry { id: 0, at, account_id: context.account(), who, working_paper_id: paper, what: "opened its report".into() };
        desk.log_access(&entry).await?;
    }
    Ok(loaded)
}

/// The same of a report that was opened already.
pub async fn of(context: &Context, kept: KeptReport, subject: Subject) -> Result<Loaded, Failure> {
    let desk = &context.desk.desk;
    let kind = desk.report_kind(kept.report_kind_id).await?.ok_or(Failure::NotFound)?;
    let mut going = Vec::new();
    for stop in desk.report_stops(kept.id).await? {
        let meeting = desk.planned_meeting(stop.meeting).await?.ok_or(Failure::NotFound)?;
        let item = match stop.item {
            Some(item) => Some(super::item::load(context, item).await?.0),
            None => None,
        };
        going.push(Going { stop, meeting, item });
    }
    let newest = desk.report_version(kept.id, 0).await?;
    let events = desk.report_events(kept.id).await?;
    Ok(Loaded { kept, subject, kind, going, newest, events })
}

impl Loaded {
    /// Its address.
    pub fn address(&self) -> String {
        format!("/desk/reports/{}", self.kept.id)
    }

    /// What a deed to it concerns.
    pub fn about(&self) -> About {
        About::of(self.subject.clone()).caption(self.kept.title.clone()).back(self.address())
    }

    /// The meeting that it goes to now.
    pub fn now_at(&self) -> Result<&Going, Failure> {
        self.going.last().ok_or(Failure::NotFound)
    }

    /// The events of the meeting that it goes to now.
    pub fn own_events(&self) -> impl DoubleEndedIterator<Item = &ReportEvent> {
        let at = self.going.last().map_or(0, |g| g.stop.number);
        self.events.iter().filter(move |e| e.stop == at)
    }

    /// Its clearing for the meeting that it goes to now; none before it was sent.
    pub fn clearing(&self) -> Option<Clearing> {
        self.going.last()?.stop.clearing(&self.events)
    }

    /// What is missing before it can be finished.
    pub fn missing(&self) -> Vec<Missing> {
        missing(&self.kind.kind, &self.newest.as_ref().map(|n| n.text.clone()).unwrap_or_default())
    }

    /// Whether the newest text is the one that was put in last.
    pub fn sent_as_it_is(&self) -> bool {
        let sent = self.own_events().rev().find(|e| e.what == "submitted").map(|e| e.version);
        sent.is_some() && sent == self.newest.as_ref().map(|n| n.version)
    }

    /// Whether it was withdrawn.
    pub fn withdrawn(&self) -> Option<&ReportEvent> {
        self.events.iter().rev().find(|e| e.what == "withdrawn")
    }

    /// Where it stands on a day.
    pub fn stands(&self, today: Date) -> Stands {
        if self.withdrawn().is_some() {
            return Stands::Withdrawn;
        }
        let last = self.own_events().next_back();
        match (last.map(|e| e.what.as_str()), self.clearing()) {
            _ if !self.sent_as_it_is() => Stands::Written,
            (Some("finished"), _) => Stands::Finished,
            (Some("returned"), _) => Stands::Returned,
            (_, Some(clearing)) if clearing.may_publish(today).is_ok() => Stands::Cleared,
            _ => Stands::Sent,
        }
    }

    /// The last day for the agenda of the meeting that it goes to now.
    pub fn agenda(&self, context: &Context) -> Option<AgendaNotice> {
        let meeting = &self.going.last()?.meeting;
        let held = meeting.on_date.parse().ok()?;
        agenda_notice(held, proposal::kind_of(&meeting.body), &context.readings(), &context.desk.site.calendar).ok().flatten()
    }
}

/// The posts that a way of clearing asks for and that this person holds or covers today.
pub async fn own_posts(context: &Context, path: &clearance::Path) -> Result<Vec<String>, Failure> {
    let held = context.desk.desk.posts_of(context.account(), context.now.date()).await?;
    let asked = path.stages.iter().flat_map(|s| &s.posts);
    Ok(asked.filter(|post| held.iter().any(|h| is_asked(post, &h.title, h.role(), h.area.as_deref()))).cloned().collect())
}

#[derive(Debug, Serialize)]
struct Post {
    post: String,
    #[serde(flatten)]
    standing: Option<Standing>,
    due: Option<Date>,
    signs_off: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Appendix {
    paper: i64,
    title: String,
    sha256: String,
}

#[derive(Debug, Serialize)]
struct Meeting {
    number: i64,
    meeting: i64,
    title: String,
    item: Option<PlannedItem>,
    paper: Option<i64>,
    appendices: Vec<Appendix>,
}

#[derive(Debug, Serialize)]
struct ReportPage {
    report: KeptReport,
    kind: KeptKind,
    stands: Stands,
    meetings: Vec<Meeting>,
    publish_by: Option<Date>,
    submit_by: Option<Date>,
    clearances: Vec<Post>,
    waits: Vec<Waits>,
    missing: Vec<String>,
    background_papers: Vec<redress::report::background::BackgroundPaper>,
    events: Vec<ReportEvent>,
    versions: Vec<VersionLine>,
    text: Option<TextVersion>,
}

/// `/desk/reports/{report}`
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, format: Format, Path(id): Path<i64>, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    let loaded = load(&context, id).await?;
    let page = page(&context, &loaded).await?;
    let body = body::body(&context, &loaded, &page).await?;
    Ok(answer(&context, &format, &asked, &loaded.kept.title, &page, body))
}

async fn page(context: &Context, loaded: &Loaded) -> Result<ReportPage, Failure> {
    let (today, calendar) = (context.now.date(), &context.desk.site.calendar);
    let clearing = loaded.clearing();
    let path = clearing.as_ref().map_or_else(|| loaded.kind.kind.path.clone(), |c| c.path().clone());
    let publish_by = clearing.as_ref().map(|c| c.publish_by).or_else(|| loaded.agenda(context).map(|a| a.safe));
    let due = publish_by.and_then(|by| path.due(by, calendar)).unwrap_or_default();
    let mut clearances = Vec::new();
    for (at, stage) in path.stages.iter().enumerate() {
        for post in &stage.posts {
            clearances.push(Post {
                post: post.clone(),
                standing: clearing.as_ref().and_then(|c| c.standing(post, today)),
                due: due.get(at).copied(),
                signs_off: loaded.kind.kind.signed_by(post).into_iter().map(str::to_string).collect(),
            });
        }
    }
    let mut meetings = Vec::new();
    for going in &loaded.going {
        meetings.push(Meeting {
            number: going.stop.number,
            meeting: going.meeting.id,
            title: super::meeting::title(&going.meeting),
            item: going.item.clone(),
            paper: going.stop.paper,
            appendices: appendices(context, going).await?,
        });
    }
    let text = loaded.newest.clone();
    Ok(ReportPage {
        report: loaded.kept.clone(),
        kind: loaded.kind.clone(),
        stands: loaded.stands(today),
        meetings,
        publish_by,
        submit_by: publish_by.and_then(|by| path.submit_by(by, calendar)),
        clearances,
        waits: clearing.map(|c| c.waits(today, calendar)).unwrap_or_default(),
        missing: loaded.missing().iter().map(Missing::words).collect(),
        background_papers: text.as_ref().and_then(|t| redress::report::background::papers(&t.text)).unwrap_or_default(),
        events: loaded.events.clone(),
        versions: context.desk.desk.report_versions(loaded.kept.id).await?,
        text,
    })
}

/// The other papers of the item that this person may read, each with the hash of its newest file.
async fn appendices(context: &Context, going: &Going) -> Result<Vec<Appendix>, Failure> {
    let Some(item) = going.stop.item else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for paper in super::item::papers(context, item).await? {
        if Some(paper.id) != going.stop.paper && context.desk.desk.officers_report_of_paper(paper.id).await?.is_none() {
            let newest = context.desk.desk.versions(paper.id).await?.into_iter().next();
            found.extend(newest.map(|v| Appendix { paper: paper.id, title: paper.title, sha256: v.sha256 }));
        }
    }
    Ok(found)
}
