//! What of a meeting is ready to be published, and what the checks say of it.

use jiff::civil::{Date, DateTime};
use redress::access::{Subject, SubjectKind};
use redress::body::BodyKind;
use redress::embargo::Tells;
use redress::ombudsman::axes::Level;
use redress::plan::MeetingKind;
use redress::publishing::{Bars, Check, Code, Override, Proposal, ProposedPaper, ProposedText, agenda_notice, checks as check_all};
use redress_store::desk::work::clearing::Part;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::paper::WorkingPaper;
use redress_store::desk::work::recommendation::KeptRecommendation;

use super::pages::{item, ombudsman_paper, paper};
use super::{deed::Context, reply};
use crate::failure::Failure;

/// The parts that can be published now and are not, with words for a form.
pub async fn ready(context: &Context, meeting: &PlannedMeeting) -> Result<Vec<(Part, String)>, Failure> {
    let desk = &context.desk.desk;
    let mut ready = Vec::new();
    for planned in desk.planned_items(meeting.id).await? {
        let shown = item::veiled(context, planned.clone()).await?;
        let title = item::title(&shown);
        if !as_cleared(context, Part::Item(planned.id)).await? {
            ready.push((Part::Item(planned.id), format!("Item {title}")));
        }
        for (paper, subject) in papers(context, &planned).await? {
            if may_open(context, &subject) && !stands(context, Part::Paper(paper.id), newest(context, &paper, &subject).await?).await? {
                ready.push((Part::Paper(paper.id), format!("Paper: {}", paper.public_title.as_deref().unwrap_or(&paper.title))));
            }
        }
        if desk.minute(planned.id).await?.is_some() && !as_cleared(context, Part::Minute(planned.id)).await? {
            ready.push((Part::Minute(planned.id), format!("Public minute of item {}", planned.number)));
        }
        if !may_open(context, &desk.words_of_item(&planned, SubjectKind::Decision, false).await?) {
            continue;
        }
        if desk.recorded_decision(planned.id).await?.is_some() && !as_cleared(context, Part::Decision(planned.id)).await? {
            ready.push((Part::Decision(planned.id), format!("Decision of item {}", planned.number)));
        }
    }
    let mut offered = Vec::with_capacity(ready.len());
    for (part, words) in ready {
        // What was withdrawn does not come back.
        if desk.cleared(part.kind(), part.record()).await?.is_none_or(|c| c.ended_at.is_none()) {
            offered.push((part, words));
        }
    }
    Ok(offered)
}

/// Unrestricted papers of items that an embargo covered: each is to be chosen on its own once that is lifted.
pub async fn once_covered(context: &Context, meeting: &PlannedMeeting) -> Result<Vec<Part>, Failure> {
    let mut covered = Vec::new();
    for planned in context.desk.desk.planned_items(meeting.id).await? {
        for (paper, subject) in papers(context, &planned).await? {
            if subject.embargo.is_some() && subject.restriction.is_none() {
                covered.push(Part::Paper(paper.id));
            }
        }
    }
    Ok(covered)
}

/// Whether a part is cleared in this version.
async fn stands(context: &Context, part: Part, version: i64) -> Result<bool, Failure> {
    let cleared = context.desk.desk.cleared(part.kind(), part.record()).await?;
    Ok(cleared.is_some_and(|c| c.ended_at.is_none() && (version == 0 || c.version == version)))
}

/// Whether a part is public in the words that it has now. An item whose embargo was lifted is not: it can say more.
async fn as_cleared(context: &Context, part: Part) -> Result<bool, Failure> {
    let words = context.desk.desk.wording(part, context.now.datetime()).await?;
    stands(context, part, words).await
}

async fn papers(context: &Context, item: &PlannedItem) -> Result<Vec<(WorkingPaper, Subject)>, Failure> {
    let now = context.now.datetime();
    let mut found = Vec::new();
    for sealed in context.desk.desk.papers_of_item(item.id).await? {
        let subject = sealed.subject().clone();
        // Who may not read a paper does not publish it either.
        if let Ok(paper) = sealed.open(&context.reader(), redress::access::Act::ReadPaper, now) {
            found.push((paper, subject));
        }
    }
    Ok(found)
}

fn may_open(context: &Context, subject: &Subject) -> bool {
    let now = context.now.datetime();
    let covered = subject.embargo.as_ref().is_some_and(|e| e.covers(now));
    let opens = |r: &redress::restriction::Restriction| r.release.as_ref().is_some_and(|release| release.decision.opens());
    !covered && subject.restriction.as_ref().is_none_or(opens)
}

/// The version that would be published; 0 for a link.
async fn newest(context: &Context, paper: &WorkingPaper, subject: &Subject) -> Result<i64, Failure> {
    use redress::restriction::ReleaseDecision::{Link, PublishRedacted};
    let decision = subject.restriction.as_ref().and_then(|r| r.release.as_ref()).map(|r| &r.decision);
    if matches!(decision, Some(Link { .. })) {
        return Ok(0);
    }
    let redacted = matches!(decision, Some(PublishRedacted));
    let versions = context.desk.desk.versions(paper.id).await?;
    Ok(versions.iter().find(|v| v.redacted == redacted).map_or(0, |v| v.version))
}

/// What the checks say of publishing these parts now.
pub async fn checks(context: &Context, meeting: &PlannedMeeting, parts: &[Part]) -> Result<Vec<Check>, Failure> {
    let held: Option<Date> = meeting.on_date.parse().ok();
    let now = context.now.datetime();
    let mut proposal = Proposal {
        meeting_on: held,
        publishes_on: now.date(),
        agenda: None,
        notice: Vec::new(),
        texts: Vec::new(),
        papers: Vec::new(),
        unanswered: Vec::new(),
        overrides: Vec::new(),
    };
    // An item that is public already and is shown again with its papers goes on no agenda anew.
    let mut new_items = Vec::new();
    for part in parts.iter().filter(|p| matches!(p, Part::Item(_)) && held.is_some_and(|h| h >= now.date())) {
        if !stands(context, *part, 0).await? {
            new_items.push(*part);
        }
    }
    if let (false, Some(held)) = (new_items.is_empty(), held) {
        let sort =
            context.desk.desk.body_particulars(meeting.body_id).await?.map_or_else(|| BodyKind::of(&meeting.body), |kept| kept.sort());
        let kind = MeetingKind::of(sort).unwrap_or(MeetingKind::Committee);
        proposal.agenda = agenda_notice(held, kind, &context.readings(), &context.desk.site.calendar).ok().flatten();
    }
    for planned in context.desk.desk.planned_items(meeting.id).await? {
        if new_items.contains(&Part::Item(planned.id)) {
            proposal.notice.extend(item::in_the_way(context, planned.id, meeting).await?);
        }
        texts(context, &planned, parts, &mut proposal).await?;
        if parts.contains(&Part::Decision(planned.id)) {
            proposal.unanswered.extend(unanswered(context, &planned).await?);
        }
        for (paper, subject) in papers(context, &planned).await? {
            if parts.contains(&Part::Paper(paper.id)) {
                proposed(context, &paper, &subject, now, &mut proposal).await?;
            }
        }
    }
    let mut found = check_all(&proposal);
    for planned in context.desk.desk.planned_items(meeting.id).await? {
        found.extend(told_too_much(context, &planned, parts).await?);
    }
    Ok(found)
}

/// The recommendations of a report that a decision leaves unanswered. A body that does not decide on the report answers nothing.
async fn unanswered(context: &Context, planned: &PlannedItem) -> Result<Option<(String, Vec<String>)>, Failure> {
    let desk = &context.desk.desk;
    let mut open = Vec::new();
    for case in desk.cases_of_item(planned.id).await? {
        for report in reply::reports(&desk.papers_of_case(case.id).await?) {
            let all = desk.recommendations_of_paper(report.id).await?;
            let by_no_body = |r: &&KeptRecommendation| r.tracked.responses().entries().iter().all(|e| e.value.level == Level::Officers);
            open.extend(all.iter().filter(by_no_body).map(|r| r.tracked.asked().key()));
        }
    }
    open.sort();
    open.dedup();
    Ok((!open.is_empty()).then(|| (planned.number.clone(), open)))
}

/// What goes out of an item under an embargo must not say what that covers: no reference, no service, no word of the subject.
async fn told_too_much(context: &Context, planned: &PlannedItem, parts: &[Part]) -> Result<Vec<Check>, Failure> {
    let desk = &context.desk.desk;
    let covered = desk.embargo_of_item(planned).await?.is_some_and(|e| e.covers(context.now.datetime()));
    let (true, Some(about)) = (covered, planned.ombudsman_paper_id) else { return Ok(Vec::new()) };
    let paper = desk.ombudsman_paper(about).await?.ok_or(Failure::NotFound)?;
    let mut said = Vec::new();
    if parts.contains(&Part::Minute(planned.id)) {
        said.extend(desk.minute(planned.id).await?.map(|minute| ("public minute", minute.public_words)));
    }
    if parts.contains(&Part::Item(planned.id)) {
        said.extend(desk.private_plan(planned.id).await?.map(|plan| ("reason for meeting in private", plan.reason)));
    }
    Ok(said.into_iter().map(|(what, words)| untold(planned, what, &ombudsman_paper::tells(&words, &paper))).collect())
}

fn untold(planned: &PlannedItem, what: &str, tells: &[Tells]) -> Check {
    let number = &planned.number;
    let words = if tells.is_empty() {
        format!("The {what} of item {number} says nothing of what the embargo covers.")
    } else {
        let each: Vec<String> = tells.iter().map(|t| t.words().replace("The title", "It")).collect();
        format!("While the embargo stands the {what} of item {number} says too much. {}", each.join(" "))
    };
    let about = Some(format!("text item {number} {what}"));
    Check { code: Code::EmbargoHeld, about, passed: tells.is_empty(), words, section: None, bars: Bars::Always, overridden: None }
}

/// Whether the reason for publishing, which the public log shows, tells of anything that an embargo covers at this meeting.
pub async fn reason_tells(context: &Context, meeting: &PlannedMeeting, reason: &str) -> Result<Option<String>, Failure> {
    for planned in context.desk.desk.planned_items(meeting.id).await? {
        let covered = context.desk.desk.embargo_of_item(&planned).await?.is_some_and(|e| e.covers(context.now.datetime()));
        let (true, Some(about)) = (covered, planned.ombudsman_paper_id) else { continue };
        let paper = context.desk.desk.ombudsman_paper(about).await?.ok_or(Failure::NotFound)?;
        if let Some(tell) = ombudsman_paper::tells(reason, &paper).first() {
            return Ok(Some(tell.words().replace("The title", "It")));
        }
    }
    Ok(None)
}

async fn texts(context: &Context, planned: &PlannedItem, parts: &[Part], proposal: &mut Proposal) -> Result<(), Failure> {
    let desk = &context.desk.desk;
    let since = DateTime::default();
    let mut add = |field: String, text: Option<String>| {
        proposal.texts.extend(text.map(|text| ProposedText { field, text, since }));
    };
    if parts.contains(&Part::Item(planned.id)) {
        let title = planned.public_title.clone().unwrap_or_else(|| planned.title.clone());
        add(format!("item {} title", planned.number), Some(title));
        add(format!("item {} agenda text", planned.number), planned.agenda_text.clone());
        add(format!("item {} reason for meeting in private", planned.number), desk.private_plan(planned.id).await?.map(|plan| plan.reason));
        for (paper, subject) in papers(context, planned).await?.into_iter().filter(|(_, subject)| subject.restriction.is_some()) {
            add(format!("title of paper {}", paper.id), paper.public_title);
            add(format!("restriction of paper {}", paper.id), subject.restriction.map(|r| format!("{}\n{}", r.public_reason, r.challenge)));
        }
    }
    if parts.contains(&Part::Decision(planned.id)) {
        let decision = desk.recorded_decision(planned.id).await?.map(|d| d.decision);
        add(format!("item {} decision", planned.number), decision.as_ref().map(|d| d.text.clone()));
        add(format!("item {} reasons", planned.number), decision.as_ref().and_then(|d| d.reasons.clone()));
        add(format!("item {} options rejected", planned.number), decision.as_ref().and_then(|d| d.options_rejected.clone()));
        add(format!("item {} interests", planned.number), decision.and_then(|d| d.interests));
    }
    if parts.contains(&Part::Minute(planned.id)) {
        add(format!("item {} minute", planned.number), desk.minute(planned.id).await?.map(|m| m.public_words));
    }
    Ok(())
}

async fn proposed(
    context: &Context,
    paper: &WorkingPaper,
    subject: &Subject,
    now: DateTime,
    proposal: &mut Proposal,
) -> Result<(), Failure> {
    let desk = &context.desk.desk;
    let wanted = newest(context, paper, subject).await?;
    let version = desk.versions(paper.id).await?.into_iter().find(|v| v.version == wanted);
    let found = version.as_ref().map(paper::found).unwrap_or_default();
    let words = |list: Vec<redress_paper::Finding>| list.into_iter().map(|f| f.words).collect();
    let opens_otherwise = subject.restriction.as_ref().and_then(|r| r.release.as_ref()).is_some_and(|r| r.decision.opens());
    let listed = ProposedPaper {
        number: paper.id,
        title: paper.public_title.clone().unwrap_or_else(|| paper.title.clone()),
        // A release that opens it in part leaves the whole restricted; what goes out is the part.
        restriction: subject.restriction.clone().filter(|_| !opens_otherwise),
        embargo_held: subject.embargo.as_ref().is_some_and(|e| e.covers(now)),
        has_file: version.is_some(),
        to_follow: false,
        added_by: version.as_ref().map_or(0, |v| v.added_by),
        since: DateTime::default(),
        findings: words(found.findings),
        accessible: words(found.accessibility),
    };
    if let Some(passed) = desk.overridden(paper.id, wanted).await? {
        proposal.overrides.push(Override {
            check: Code::HiddenData,
            about: listed.about(),
            by_account: passed.by_account,
            by: passed.by_name,
            at: passed.at.parse().map(crate::clock::local).unwrap_or_default(),
            reason: passed.reason,
        });
    }
    // A paper that is only linked to has no file of its own to check.
    if version.is_some() || !opens_otherwise {
        proposal.papers.push(listed);
    }
    Ok(())
}

/// Whether a check asks a person to read something, which a tick in the form answers.
pub fn read_by_a_person(check: &Check) -> bool {
    matches!(check.code, Code::PersonNamed | Code::FamilyRemark)
}

/// Which sort of body meets, for the law of its agenda.
pub fn kind_of(body: &str) -> MeetingKind {
    MeetingKind::of(BodyKind::of(body)).unwrap_or(MeetingKind::Committee)
}
