//! What a body answered to the recommendations of a report, at its meeting. Where a refusal is for the council itself, the answer
//! is kept as a proposal without effect: Local Government Act 1974, section 31A(1A).

use std::collections::BTreeSet;

use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::body::BodyKind;
use redress::ombudsman::axes::{Answer, Level, Response};
use redress::ombudsman::guards::{Decider, Proposal, ReportStage, Verdict, consider};
use redress::ombudsman::history::Entry;
use redress::wrong::Warning;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::recommendation::KeptRecommendation;
use redress_store::desk::work::referral::NewReferral;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::{case, item};
use crate::desk::reply;
use crate::desk::safe_words;
use crate::failure::Failure;

/// Answering.
pub struct AnswerRecommendations {
    item: PlannedItem,
    meeting: PlannedMeeting,
    all: Vec<KeptRecommendation>,
    /// Numbers of those that a further report makes.
    further: Vec<i64>,
    /// The council itself, where it is among the bodies: a refusal that only it may make is referred there.
    council: Option<i64>,
    /// The title of the issue that the referral opens, where the item is in none.
    title: String,
}

/// What becomes of the answers.
struct Judged {
    /// Numbers of recommendations whose refusal is for the council itself.
    reserved: Vec<i64>,
    warnings: Vec<Warning>,
}

impl Deed for AnswerRecommendations {
    const PATH: &'static str = "/desk/items/{item}/answers";
    const TITLE: &'static str = "Record what was answered to recommendations";
    const ACT: Act = Act::RecordDecision;
    const FIELDS: &'static [Field] = &[
        Field::new("recommendations", "Recommendations", Ask::AnyOf).hint("Those that get the same answer"),
        Field::new("answer", "Answer", Ask::One(Answer::CHOICES)),
        Field::new("what", "Which part is not accepted, or what is offered instead", Ask::Text).optional(),
        Field::new("reasons", "Reasons", Ask::Text).hint("Needed where anything is refused").optional(),
        Field::new("legal_advice", "Legal advice before members", Ask::Line)
            .hint("Its reference; needed where anything is refused")
            .optional(),
        Field::new("delegation", "Entry of the constitution that gives the power", Ask::Line)
            .hint("Needed for a committee, a board or a panel")
            .optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<AnswerRecommendations, Failure> {
        let (item, meeting) = item::load(context, keys.number("item")?).await?;
        let desk = &context.desk.desk;
        let mut all: Vec<KeptRecommendation> = Vec::new();
        for considered in desk.cases_of_item(item.id).await? {
            // The words of a recommendation are for who may read its case.
            case::load(context, considered.id).await?;
            all.extend(desk.recommendations_of_case(considered.id).await?);
            all.extend(desk.carried_into(considered.id).await?);
        }
        // Where the item considers an earlier case too, what was carried on from it is answered once.
        let mut seen = BTreeSet::new();
        all.retain(|kept| seen.insert(kept.id));
        let mut further = Vec::new();
        for kept in &all {
            if desk.ombudsman_paper(kept.ombudsman_paper_id).await?.is_some_and(|p| p.kind == "further_report") {
                further.push(kept.id);
            }
        }
        let bodies = desk.bodies().await?;
        let council = bodies.iter().find(|(_, name)| BodyKind::of(name) == BodyKind::Council).map(|(id, _)| *id);
        let title = safe_words::title(context, &item).await?;
        Ok(AnswerRecommendations { item, meeting, all, further, council, title })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item)).caption(item::title(&self.item)).back(format!("/desk/items/{}", self.item.id))
    }

    fn before(&self) -> Markup {
        html! {
            @if self.all.is_empty() { p.govuk-body { "The cases that this item considers have no recommendation on record." } }
            @if self.all.len() > self.further.len() || self.all.is_empty() {
                p.govuk-body { "At a first report the executive may refuse, with reasons and legal advice. Findings bind; judicial review is the only challenge to them." }
            }
            @if !self.further.is_empty() {
                p.govuk-body { "At a further report only the council itself may refuse: section 31A(1A). A refusal by another body is kept as a proposal without effect." }
            }
        }
    }

    fn possible(&self) -> bool {
        !self.all.is_empty()
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        let named = |r: &KeptRecommendation| (r.id.to_string(), format!("{}: {}", r.tracked.asked().key(), r.tracked.asked().text()));
        if field == "recommendations" { self.all.iter().map(named).collect() } else { Vec::new() }
    }

    fn given(&self, field: &str) -> Vec<String> {
        if field == "recommendations" { reply::unanswered(&self.all).iter().map(|r| r.id.to_string()).collect() } else { Vec::new() }
    }

    async fn consequences(&self, context: &Context, filled: &Filled) -> Result<Option<Markup>, Undone> {
        let (judged, _) = self.verdict(context, filled)?;
        let refused = self.all.iter().filter(|r| judged.reserved.contains(&r.id)).map(|r| r.tracked.asked().key());
        let refused = refused.collect::<Vec<_>>().join(", ");
        Ok(Some(html! {
            @if !refused.is_empty() {
                p.govuk-body { strong { "Not effective: reserved to full council." } " Section 31A(1A) of the Local Government Act 1974: " (refused) ". " (self.referred()) "; the reply to the Ombudsman waits for its minute." }
            }
            (warned(&judged.warnings))
            @if refused.is_empty() && judged.warnings.is_empty() {
                p.govuk-body { "The answers stand as those of members. They cannot be taken back; a later meeting can answer again." }
            }
        }))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let (judged, held) = self.verdict(context, filled)?;
        let answer = self.answer(filled)?;
        let minute = format!("item {}, {}, {}", self.item.number, self.meeting.body, redress::day::long(held));
        let mut changed = Vec::new();
        for mut kept in self.chosen(filled) {
            let response = Response {
                level: if judged.reserved.contains(&kept.id) { Level::Proposed } else { Level::Members },
                answer: answer.clone(),
                reasons: filled.get("reasons").into(),
                legal_advice: filled.words("legal_advice"),
            };
            let entry = Entry::new(&self.meeting.body, held, response).shown_by(&minute);
            kept.tracked.respond(entry).map_err(|bar| Undone::wrong(bar.field(), bar.to_string()))?;
            changed.push(kept);
        }
        let Judged { reserved, warnings } = judged;
        let body = serde_json::json!({ "item": self.item.id, "proposed": reserved, "answer": answer, "warned": warnings });
        let referral = self.referral(&reserved, held);
        let answered = context.desk.desk.answer_and_refer(&changed, &body, referral.as_ref(), &context.act()).await?;
        let Some(referral) = answered else { return Err(Undone::changed()) };
        let made = serde_json::json!({ "reserved_to_full_council": !reserved.is_empty(), "referral": referral, "warnings": warnings });
        Ok(Done::made(self.about().back, made))
    }
}

fn warned(warnings: &[Warning]) -> Markup {
    html! {
        @for warning in warnings {
            div.govuk-warning-text {
                span.govuk-warning-text__icon aria-hidden="true" { "!" }
                strong.govuk-warning-text__text { span.govuk-visually-hidden { "Warning" } (warning.message) " (" (warning.section) ")" }
            }
        }
    }
}

/// The provision that leaves a refusal at a further report to the council itself.
const RESERVED: &str = "Local Government Act 1974, section 31A(1A)";

impl AnswerRecommendations {
    fn referred(&self) -> &'static str {
        match self.council {
            Some(_) => "The item is referred to full council with this answer",
            None => "The council itself is not among the bodies here: add it, and refer the item to it",
        }
    }

    /// The referral to the council that a reserved refusal makes. It names numbers alone: the words are for who may read the case.
    fn referral(&self, reserved: &[i64], held: Date) -> Option<NewReferral> {
        let to_body = self.council.filter(|_| !reserved.is_empty())?;
        let numbers: Vec<String> =
            self.all.iter().filter(|r| reserved.contains(&r.id)).map(|r| r.tracked.asked().number().to_string()).collect();
        let which = if numbers.len() == 1 { "recommendation" } else { "recommendations" };
        Some(NewReferral {
            item: self.item.id,
            issue: self.item.issue_id,
            title: self.title.clone(),
            to_body,
            on: held,
            asked: format!("Decide whether to refuse {which} {} of the further report, as proposed.", numbers.join(", ")),
            section: Some(RESERVED.into()),
        })
    }

    fn chosen(&self, filled: &Filled) -> Vec<KeptRecommendation> {
        let chosen = filled.all("recommendations");
        self.all.iter().filter(|r| chosen.contains(&r.id.to_string())).cloned().collect()
    }

    fn answer(&self, filled: &Filled) -> Result<Answer, Undone> {
        Answer::of_word(filled.get("answer"), filled.get("what")).ok_or_else(|| Undone::wrong("answer", "Choose one"))
    }

    /// What becomes of the answers, and the day of the meeting. Each recommendation is judged at the stage of its own report.
    fn verdict(&self, context: &Context, filled: &Filled) -> Result<(Judged, Date), Undone> {
        let held: Date = self.meeting.on_date.parse().map_err(|_| Failure::NotFound)?;
        if context.now.date() < held {
            return Err(Undone::wrong("answer", "The meeting has not been held yet"));
        }
        let mut judged = Judged { reserved: Vec::new(), warnings: Vec::new() };
        let (later, first): (Vec<_>, Vec<_>) = self.chosen(filled).into_iter().partition(|r| self.further.contains(&r.id));
        for (stage, chosen) in [(ReportStage::First, first), (ReportStage::Further, later)].into_iter().filter(|(_, c)| !c.is_empty()) {
            match self.at_stage(stage, &chosen, filled)? {
                Verdict::ReservedToFullCouncil { .. } => judged.reserved.extend(chosen.iter().map(|r| r.id)),
                Verdict::Decided { warnings } => {
                    let new: Vec<_> = warnings.into_iter().filter(|w| !judged.warnings.contains(w)).collect();
                    judged.warnings.extend(new);
                }
                Verdict::Incomplete { wrong } => {
                    // One answer stands for all that were chosen, so each thing that is missing is said once.
                    let mut once = wrong;
                    once.dedup_by(|a, b| a.field == b.field);
                    return Err(Undone::fields(Self::FIELDS, once));
                }
            }
        }
        Ok((judged, held))
    }

    /// What becomes of the one answer to recommendations of reports at one stage.
    fn at_stage(&self, stage: ReportStage, chosen: &[KeptRecommendation], filled: &Filled) -> Result<Verdict, Undone> {
        let answer = self.answer(filled)?;
        let keys: Vec<String> = chosen.iter().map(|r| r.tracked.asked().key()).collect();
        let proposals: Vec<Proposal> = keys
            .iter()
            .map(|key| Proposal {
                recommendation: key.clone(),
                answer: answer.clone(),
                reasons: filled.get("reasons").into(),
                legal_advice: filled.words("legal_advice"),
            })
            .collect();
        Ok(consider(stage, &decider(&self.meeting.body, filled.words("delegation")), &keys, &proposals))
    }
}

fn decider(body: &str, delegation: Option<String>) -> Decider {
    match BodyKind::of(body) {
        BodyKind::Council => Decider::FullCouncil,
        BodyKind::Executive => Decider::Executive,
        BodyKind::ExecutiveMember => Decider::ExecutiveMember,
        _ => Decider::Committee { delegation, addressed: false },
    }
}
