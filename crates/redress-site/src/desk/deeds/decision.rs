//! Recording the decision of an item. Where it adopts the executive's report, that goes to every member and the
//! monitoring officer: Local Government and Housing Act 1989, section 5A(8) and (9).

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::decision::{Status, Tally};
use redress::decision_record::{DecisionRecord, Key, Maker};
use redress::minutes::{Decided, decided};
use redress::stated::Stated;
use redress::wrong::Wrong;
use redress_store::desk::work::circulation::Making;
use redress_store::desk::work::decision::RecordedDecision;
use redress_store::desk::work::decision_record::KeptDecision;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;

use super::decision_words::{self, KEYS};
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::{case, item};
use crate::failure::Failure;

/// Recording a decision.
pub struct RecordDecision {
    item: PlannedItem,
    meeting: PlannedMeeting,
    papers: Vec<(i64, String)>,
    members: Vec<String>,
    criticised: Vec<String>,
    /// Whoever may not read the report is not told whom it names.
    veiled: bool,
    /// Whom a clause may ask.
    whom: decision_words::Whom,
    /// What is recorded already.
    kept: Option<KeptDecision>,
    /// What was taken down at the meeting, as far as this person may read it.
    taken: Option<Decided>,
}

/// The provision that asks for the record of the executive; other bodies keep theirs in the same form.
const CITE: &str = "SI 2012/2089, regulation 12";

impl Deed for RecordDecision {
    const PATH: &'static str = "/desk/items/{item}/decision";
    const TITLE: &'static str = "Record the decision";
    const ACT: Act = Act::RecordDecision;
    const FIELDS: &'static [Field] = &[
        Field::new("option", "Option taken", Ask::Line).hint("As the report labels it: A").optional(),
        Field::new("text", "Decision, word for word", Ask::Text).cite(CITE),
        Field::new("reasons", "Reasons", Ask::Text).hint("Write None where none were given: it may not be left blank").cite(CITE),
        Field::new("options_rejected", "Options considered and rejected", Ask::Text).hint("Write None where there were none").cite(CITE),
        Field::new("interests", "Conflicts of interest and dispensations", Ask::Text)
            .hint("One a line, as: name: nature; dispensation. Write None where none were declared")
            .cite(CITE),
        Field::new("voted", "Members who voted, where the record names them", Ask::AnyOf)
            .hint("Who is named and criticised in the report may not vote on it")
            .optional(),
        Field::new("adopts", "Paper adopted as the executive's report under section 5A(8)", Ask::OneOf).optional(),
        Field::new("result", "What was done with the recommendations", Ask::One(Status::ALL)).optional(),
        Field::new("key", "Key decision", Ask::One(KEYS)).hint("SI 2012/2089, regulation 8").optional(),
        Field::new("entry", "Entry of the forward plan", Ask::Line).only_if("key", "yes"),
        Field::new("authority", "Power cited", Ask::Line).optional(),
        Field::new("effective_from", "Effective from, where that is a later day", Ask::Date).optional(),
        Field::new("tasks", "Who is asked to do what", Ask::Text)
            .hint("One a line, as: clause; post or body; what; by when. Example: (a); Director of Homes; report back; 20 December 2019")
            .optional(),
        Field::new("background", "Background papers, one a line", Ask::Text).optional(),
        Field::new("summary", "Summary in plain language", Ask::Text)
            .hint("It stands beside the decision and is never the record")
            .optional(),
        Field::new("votes_for", "Votes for", Ask::Number).optional(),
        Field::new("votes_against", "Votes against", Ask::Number).optional(),
        Field::new("abstained", "Abstentions", Ask::Number).optional(),
        Field::new("named_for", "Named as voting for", Ask::AnyOf).hint("Only for a recorded vote: it must equal the figures").optional(),
        Field::new("named_against", "Named as voting against", Ask::AnyOf).optional(),
        Field::new("named_abstained", "Named as abstaining", Ask::AnyOf).optional(),
        Field::new("revision", "Revision", Ask::Carried).optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<RecordDecision, Failure> {
        let (item, meeting) = item::load(context, keys.number("item")?).await?;
        if context.desk.desk.recorded_decision(item.id).await?.is_some() {
            context.may(Act::ReadPaper, &context.desk.desk.words_of_item(&item, SubjectKind::Decision, false).await?)?;
        }
        let papers = item::papers(context, item.id).await?.into_iter().map(|p| (p.id, p.title)).collect();
        let held = meeting.on_date.parse().map_err(|_| Failure::NotFound)?;
        let members = context.desk.desk.members_on(held).await?;
        let mut criticised = Vec::new();
        let mut veiled = false;
        for considered in context.desk.desk.cases_of_item(item.id).await? {
            veiled |= case::load(context, considered.id).await.is_err();
            for paper in context.desk.desk.papers_of_case(considered.id).await? {
                criticised.extend(context.desk.desk.particulars(paper.id).await?.criticised);
            }
        }
        let (whom, kept) = (decision_words::whom(context).await?, context.desk.desk.decision_of_item(item.id).await?);
        let taken = taken(context, &item, &meeting).await?;
        Ok(RecordDecision { item, meeting, papers, members, criticised, veiled, whom, kept, taken })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item)).caption(item::title(&self.item)).back(format!("/desk/items/{}", self.item.id))
    }

    fn possible(&self) -> bool {
        self.kept.as_ref().is_none_or(|kept| kept.published_on.is_none())
    }

    fn impossible(&self) -> String {
        let id = self.kept.as_ref().map_or(0, |k| k.id);
        format!("The decision of this item is public already and is never edited. Correct, supersede or rescind it at /desk/decisions/{id}")
    }

    fn before(&self) -> Markup {
        html! {
            @if let Some(kept) = &self.kept {
                @if self.possible() { p.govuk-body { "A decision is recorded already. It is not public yet: what you send takes its place, and what it said before is kept." } }
                @else { p.govuk-body { "The decision of this item is public already and is never edited. " a.govuk-link href=(kept.address()) { "Correct, supersede or rescind it" } "." } }
            } @else if self.taken.is_some() { p.govuk-body { "The form is filled from what was taken down at the meeting. Check every field." } }
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        if let Some(kept) = &self.kept {
            return match field {
                "option" => kept.words.option.iter().cloned().collect(),
                "voted" => kept.words.voted.clone(),
                "adopts" => kept.words.adopts.iter().map(ToString::to_string).collect(),
                _ => decision_words::given(kept, field),
            };
        }
        let Some(taken) = &self.taken else { return Vec::new() };
        match field {
            "text" => vec![taken.decision.text.clone()],
            "reasons" => taken.decision.reasons.iter().cloned().collect(),
            "options_rejected" => taken.decision.options_rejected.iter().cloned().collect(),
            "interests" => vec![taken.decision.interests.clone().unwrap_or_else(|| "None".into())],
            "voted" => taken.voted.clone(),
            "votes_for" => taken.vote.iter().filter_map(|v| v.for_).map(|n| n.to_string()).collect(),
            "votes_against" => taken.vote.iter().filter_map(|v| v.against).map(|n| n.to_string()).collect(),
            "abstained" => taken.vote.iter().filter_map(|v| v.abstained).map(|n| n.to_string()).collect(),
            "named_for" => taken.tally.iter().flat_map(|t| t.named_for.clone()).collect(),
            "named_against" => taken.tally.iter().flat_map(|t| t.named_against.clone()).collect(),
            "named_abstained" => taken.tally.iter().flat_map(|t| t.named_abstained.clone()).collect(),
            _ => Vec::new(),
        }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "voted" | "named_for" | "named_against" | "named_abstained" => self.members.iter().map(|m| (m.clone(), m.clone())).collect(),
            "adopts" => self.papers.iter().map(|(id, title)| (id.to_string(), title.clone())).collect(),
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let held = self.meeting.on_date.parse().map_err(|_| Failure::NotFound)?;
        if context.now.date() < held {
            return Err(Undone::wrong("text", "The meeting has not been held yet"));
        }
        context.desk.desk.standing_of(self.meeting.id).await?.may_decide().map_err(|why| Undone::wrong("text", why))?;
        if let (Some(revision), Some(kept)) = (filled.number("revision"), &self.kept)
            && revision != kept.revision
        {
            return Err(Undone::changed());
        }
        let tally = tally(filled);
        let mut votes = filled.all("voted");
        votes.extend(tally.iter().flat_map(|t| t.named().cloned().collect::<Vec<_>>()));
        if let Some(barred) = votes.iter().find(|m| self.criticised.contains(m)) {
            if self.veiled {
                return Err(Undone::wrong("voted", "Somebody chosen may not vote on this item. Ask the monitoring officer who"));
            }
            return Err(Undone::wrong(
                "voted",
                format!("{barred} is named and criticised in the report and may not vote on it: section 31A(5)"),
            ));
        }
        let adopts = filled.number("adopts");
        let executive = redress::plan::is_executive(&self.meeting.body);
        let maker = Maker::Body { body: self.meeting.body.clone(), executive, meeting: self.meeting.key() };
        let (mut decision, mut wrong) = decision_words::decision(filled, maker, "interests", &self.whom);
        if let Some(formal) = decision.formal.as_deref_mut() {
            // Whether it was key is asked of the executive alone.
            if !executive && formal.key == Key::Blank {
                formal.key = Key::NotExecutive;
            }
            formal.tally = tally;
            wrong.extend(formal.tally.iter().flat_map(redress::decision::Tally::check));
        }
        wrong.extend(decision.record("", Some(held)).iter().flat_map(|r| self.wrong(r, context.now.date())));
        if !wrong.is_empty() {
            return Err(Undone::fields(Self::FIELDS, wrong));
        }
        let recorded = RecordedDecision { option: filled.words("option"), decision, adopts, voted: filled.all("voted") };
        let making = match adopts {
            Some(paper) => Some(self.circulation(context, paper, held).await?),
            None => None,
        };
        if !context.desk.desk.record_decision(self.item.id, &recorded, making.as_ref(), &context.act()).await? {
            return Err(Undone::wrong("", self.impossible()));
        }
        let kept = context.desk.desk.decision_of_item(self.item.id).await?;
        Ok(Done::made(self.about().back, serde_json::json!({ "decision": kept.map(|k| k.id) })))
    }
}

/// The figures and the names of the vote; none where nothing was filled in.
fn tally(filled: &Filled) -> Option<Tally> {
    let number = |name: &str| filled.number(name).and_then(|n| u32::try_from(n).ok());
    let figures = [number("votes_for"), number("votes_against"), number("abstained")];
    let tally = Tally {
        votes_for: figures[0].unwrap_or(0),
        votes_against: figures[1].unwrap_or(0),
        abstained: figures[2].unwrap_or(0),
        named_for: filled.all("named_for"),
        named_against: filled.all("named_against"),
        named_abstained: filled.all("named_abstained"),
    };
    (figures.iter().any(Option::is_some) || tally.is_recorded()).then_some(tally)
}

/// What was taken down of the item in the meeting; none where this person may not read what was said in private.
async fn taken(context: &Context, item: &PlannedItem, meeting: &PlannedMeeting) -> Result<Option<Decided>, Failure> {
    let desk = &context.desk.desk;
    let names: std::collections::BTreeMap<i64, String> = desk.office_holders().await?.into_iter().map(|p| (p.id, p.name)).collect();
    let name = |id: i64| names.get(&id).cloned().unwrap_or_else(|| format!("member {id}"));
    let record = redress::workspace::Record::of(&desk.workspace(meeting.id).await?);
    let Some(taken) = decided(&record, &item.number, &name) else { return Ok(None) };
    let words = desk.words_of_item(item, SubjectKind::Decision, taken.in_private).await?;
    Ok(context.can(Act::ReadPaper, &words).then_some(taken))
}

impl RecordDecision {
    /// What the record lacks. A body may state that no reasons were given; whether a decision was key may come later.
    fn wrong(&self, record: &DecisionRecord, today: jiff::civil::Date) -> Vec<Wrong> {
        let stated_none = Stated::of(Some(&record.reasons)) == Stated::StatedNone;
        let wrong = record.check(today).into_iter();
        let waits = |w: &Wrong| (w.field == "reasons" && stated_none) || (w.field == "key" && record.key == Key::Blank);
        let wrong = wrong.filter(|w| !waits(w));
        wrong
            .map(|w| match w.field.as_str() {
                "decision" | "decided" => Wrong::new("text", w.message),
                "conflicts" | "dispensation" => Wrong::new("interests", w.message),
                _ => w,
            })
            .collect()
    }

    /// Every member in office on the day, and the monitoring officer.
    async fn circulation(&self, context: &Context, paper: i64, held: jiff::civil::Date) -> Result<Making, Undone> {
        let desk = &context.desk.desk;
        let members = desk.members_on(held).await?.into_iter().map(|name| (name, "Member".to_string()));
        let officers = desk.holder_names(redress::reader::Role::MonitoringOfficer, held).await?;
        let people = members.chain(officers.into_iter().map(|name| (name, "Monitoring officer".to_string()))).collect();
        Ok(Making {
            working_paper_id: paper,
            to_whom: "all members and the monitoring officer".into(),
            because: "the executive's report under section 5A(8) of the Local Government and Housing Act 1989".into(),
            in_confidence: self.item.ombudsman_paper_id.is_some() && context.desk.desk.private_plan(self.item.id).await?.is_some(),
            people,
        })
    }
}
