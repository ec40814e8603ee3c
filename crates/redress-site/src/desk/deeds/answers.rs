//! What a body answered to the recommendations of a report, at its meeting. Where a refusal is for the council itself, the answer
//! is kept as a proposal without effect: Local Government Act 1974, section 31A(1A).

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

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::{case, item};
use crate::desk::reply;
use crate::failure::Failure;

/// Answering.
pub struct AnswerRecommendations {
    item: PlannedItem,
    meeting: PlannedMeeting,
    all: Vec<KeptRecommendation>,
    stage: ReportStage,
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
        let (mut all, mut further) = (Vec::new(), false);
        for considered in desk.cases_of_item(item.id).await? {
            // The words of a recommendation are for who may read its case.
            let loaded = case::load(context, considered.id).await?;
            further |= loaded.papers.iter().any(|p| p.kind == "further_report");
            all.extend(desk.recommendations_of_case(considered.id).await?);
            all.extend(desk.carried_into(considered.id).await?);
        }
        Ok(AnswerRecommendations { item, meeting, all, stage: if further { ReportStage::Further } else { ReportStage::First } })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item)).caption(item::title(&self.item)).back(format!("/desk/items/{}", self.item.id))
    }

    fn before(&self) -> Markup {
        html! {
            @if self.all.is_empty() { p.govuk-body { "The cases that this item considers have no recommendation on record." } }
            p.govuk-body {
                @match self.stage {
                    ReportStage::First => "At a first report the executive may refuse, with reasons and legal advice. Findings bind; judicial review is the only challenge to them.",
                    ReportStage::Further => "At a further report only the council itself may refuse: section 31A(1A). A refusal by another body is kept as a proposal without effect.",
                }
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
        let (verdict, _) = self.verdict(context, filled)?;
        Ok(Some(match verdict {
            Verdict::ReservedToFullCouncil { refused } => html! {
                p.govuk-body { strong { "Not effective: reserved to full council." } " Section 31A(1A) of the Local Government Act 1974: " (refused.join(", ")) ". Refer the item to full council; the reply to the Ombudsman waits for its minute." }
            },
            Verdict::Decided { warnings } if !warnings.is_empty() => warned(&warnings),
            _ => {
                html! { p.govuk-body { "The answers stand as those of members. They cannot be taken back; a later meeting can answer again." } }
            }
        }))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let (verdict, held) = self.verdict(context, filled)?;
        let reserved = matches!(verdict, Verdict::ReservedToFullCouncil { .. });
        let level = if reserved { Level::Proposed } else { Level::Members };
        let answer = self.answer(filled)?;
        let minute = format!("item {}, {}, {}", self.item.number, self.meeting.body, redress::day::long(held));
        let mut changed = Vec::new();
        for mut kept in self.chosen(filled) {
            let response = Response {
                level,
                answer: answer.clone(),
                reasons: filled.get("reasons").into(),
                legal_advice: filled.words("legal_advice"),
            };
            let entry = Entry::new(&self.meeting.body, held, response).shown_by(&minute);
            kept.tracked.respond(entry).map_err(|bar| Undone::wrong(bar.field(), bar.to_string()))?;
            changed.push(kept);
        }
        let warnings = if let Verdict::Decided { warnings } = verdict { warnings } else { Vec::new() };
        let body = serde_json::json!({ "item": self.item.id, "level": level, "answer": answer, "warned": warnings });
        if !context.desk.desk.change_recommendations(&changed, "answer", &body, &context.act()).await? {
            return Err(Undone::changed());
        }
        let made = serde_json::json!({ "reserved_to_full_council": reserved, "warnings": warnings });
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

impl AnswerRecommendations {
    fn chosen(&self, filled: &Filled) -> Vec<KeptRecommendation> {
        let chosen = filled.all("recommendations");
        self.all.iter().filter(|r| chosen.contains(&r.id.to_string())).cloned().collect()
    }

    fn answer(&self, filled: &Filled) -> Result<Answer, Undone> {
        Answer::of_word(filled.get("answer"), filled.get("what")).ok_or_else(|| Undone::wrong("answer", "Choose one"))
    }

    /// What becomes of the answers, and the day of the meeting.
    fn verdict(&self, context: &Context, filled: &Filled) -> Result<(Verdict, Date), Undone> {
        let held: Date = self.meeting.on_date.parse().map_err(|_| Failure::NotFound)?;
        if context.now.date() < held {
            return Err(Undone::wrong("answer", "The meeting has not been held yet"));
        }
        let answer = self.answer(filled)?;
        let chosen = self.chosen(filled);
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
        match consider(self.stage, &decider(&self.meeting.body, filled.words("delegation")), &keys, &proposals) {
            Verdict::Incomplete { wrong } => {
                // One answer stands for all that were chosen, so each thing that is missing is said once.
                let mut once = wrong;
                once.dedup_by(|a, b| a.field == b.field);
                Err(Undone::fields(Self::FIELDS, once))
            }
            verdict => Ok((verdict, held)),
        }
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
