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
use redress_store::desk::work::late_item::Opinion;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::paper::WorkingPaper;
use redress_store::desk::work::recommendation::KeptRecommendation;

use super::forward_plan::gate;
use super::pages::{item, ombudsman_paper, paper};
use super::{deed::Context, reply};
use crate::failure::Failure;

/// The parts that can be published now and are not, with words for a form.
pub async fn ready(context: &Context, meeting: &PlannedMeeting) -> Result<Vec<(Part, String)>, Failure> {
    let desk = &context.desk.desk;
    let mut ready = Vec::new();
    // Minutes that are kept step by step go out by a deed of their own, with their mark.
    let by_steps = desk.meeting_minutes(meeting.id).await?.is_some();
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
        if !by_steps && desk.minute(planned.id).await?.is_some() && !as_cleared(context, Part::Minute(planned.id)).await? {
            ready.push((Part::Minute(planned.id), format!("Public minute of item {}", planned.number)));
        }
        if !may_open(context, &desk.words_of_item(&planned, SubjectKind::Decision, false).await?) {
            continue;
        }
        if desk.recorded_decision(planned.id).await?.is_some() && !as_cleared(context, Part::Decision(planned.id)).await? {
            ready.push((Part::Decision(planned.id), format!("Decision of item {}", planned.number)));
        }
    }
    for gone in desk.items_off(meeting.id).await? {
        // What was never public and came off is nobody's business outside.
        if desk.cleared("item", gone.id).await?.is_some() && !as_cleared(context, Part::Item(gone.id)).await? {
            let shown = item::veiled(context, gone.clone()).await?;
            ready.push((Part::Item(gone.id), format!("That item {} came off the agenda", item::title(&shown))));
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
        key_decisions: Vec::new(),
        texts_differ: Vec::new(),
        overrides: Vec::new(),
    };
    // An item that is public already and is shown again with its papers goes on no agenda anew.
    let mut new_items = Vec::new();
    for part in parts.iter().filter(|p| matches!(p, Part::Item(_)) && held.is_some_and(|h| h >= now.date())) {
        if !stands(context, *part, 0).await? {
            new_items.push(*part);
        }
    }
    // An urgent item goes by the chair's opinion and not by five clear days.
    let mut urgent = Vec::new();
    for planned in context.desk.desk.planned_items(meeting.id).await? {
        if new_items.contains(&Part::Item(planned.id))
            && let Some(opinion) = context.desk.desk.late_item(planned.id).await?
        {
            urgent.push((Part::Item(planned.id), urgent_check(&planned, &opinion)));
        }
    }
    let in_time = new_items.iter().any(|part| !urgent.iter().any(|(u, _)| u == part));
    if let Some(notice) = context.desk.desk.shorter_notice(meeting.id).await? {
        proposal.overrides.push(Override {
            check: Code::NoticeShort,
            about: "agenda".into(),
            by_account: notice.by_account,
            by: notice.recorded_by,
            at: notice.recorded_at.parse().map(crate::clock::local).unwrap_or_default(),
            reason: notice.why,
        });
    }
    if let (true, Some(held)) = (in_time, held) {
        let sort =
            context.desk.desk.body_particulars(meeting.body_id).await?.map_or_else(|| BodyKind::of(&meeting.body), |kept| kept.sort());
        let kind = MeetingKind::of(sort).unwrap_or(MeetingKind::Committee);
        proposal.agenda = agenda_notice(held, kind, &context.readings(), &context.desk.site.calendar).ok().flatten();
    }
    let mut all = context.desk.desk.planned_items(meeting.id).await?;
    all.extend(context.desk.desk.items_off(meeting.id).await?);
    for planned in all.clone() {
        if new_items.contains(&Part::Item(planned.id)) {
            proposal.notice.extend(item::in_the_way(context, planned.id, meeting).await?);
        }
        texts(context, &planned, parts, &mut proposal).await?;
        texts_differ(context, &planned, parts, &mut proposal).await?;
        if parts.contains(&Part::Decision(planned.id)) {
            proposal.unanswered.extend(unanswered(context, &planned).await?);
        }
        if new_items.contains(&Part::Item(planned.id)) || parts.contains(&Part::Decision(planned.id)) {
            proposal.key_decisions.extend(gate::key_faults(context, meeting, &planned).await?);
        }
        for (paper, subject) in papers(context, &planned).await? {
            if parts.contains(&Part::Paper(paper.id)) {
                proposed(context, &paper, &subject, now, &mut proposal).await?;
            }
        }
    }
    let mut found = check_all(&proposal);
    found.extend(urgent.into_iter().map(|(_, check)| check));
    for planned in all {
        found.extend(told_too_much(context, &planned, parts).await?);
    }
    Ok(found)
}

fn urgent_check(planned: &PlannedItem, opinion: &Opinion) -> Check {
    let words = format!(
        "Item {} comes late and is taken as urgent: {}, in the chair, gave the special circumstances, which the minutes must name.",
        planned.number, opinion.chair
    );
    let about = Some(format!("item {}", planned.number));
    let section = Some("Local Government Act 1972, section 100B(4)(b)");
    Check { code: Code::NoticeShort, about, passed: true, words, section, bars: Bars::Never, overridden: None }
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
        said.extend(desk.off(planned.id).await?.map(|off| ("reason why it came off", off.why)));
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

/// Where decision and minute go out in different words, a note must say which governs.
async fn texts_differ(context: &Context, planned: &PlannedItem, parts: &[Part], proposal: &mut Proposal) -> Result<(), Failure> {
    if !parts.contains(&Part::Minute(planned.id)) && !parts.contains(&Part::Decision(planned.id)) {
        return Ok(());
    }
    let desk = &context.desk.desk;
    let Some(kept) = desk.decision_of_item(planned.id).await? else { return Ok(()) };
    let mut of = super::pages::decision::texts(context, &kept).await?;
    if !parts.contains(&Part::Minute(planned.id)) && !stands(context, Part::Minute(planned.id), 0).await? {
        // A minute that is not for the public yet says nothing there.
        of.minuted = None;
    }
    let bodies: Vec<String> = desk.bodies().await?.into_iter().map(|(_, name)| name).collect();
    let noted = desk.told_of_decision(kept.id).await?.note.is_some();
    proposal.texts_differ.extend(of.texts_differ(&bodies).filter(|_| !noted).map(|how| (planned.number.clone(), how)));
    Ok(())
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
        add(format!("item {} reason why it came off", planned.number), desk.off(planned.id).await?.map(|off| off.why));
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
        let kept = desk.meeting_minutes(planned.planned_meeting_id).await?;
        let facts = kept.and_then(|kept| kept.texts.item(planned.id).map(|t| t.facts.text()));
        add(format!("item {} motions and interests", planned.number), facts.filter(|t| !t.is_empty()));
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
