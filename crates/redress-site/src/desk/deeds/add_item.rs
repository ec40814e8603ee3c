//! Adding an item to the agenda of a planned meeting.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::agenda::order::Place;
use redress::embargo::Embargo;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::ombudsman_paper::OmbudsmanPaper;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::{case, ombudsman_paper};
use crate::failure::Failure;

/// Adding an item.
pub struct AddItem {
    meeting: PlannedMeeting,
    papers: Vec<(OmbudsmanPaper, Option<Embargo>)>,
    published: bool,
}

impl Deed for AddItem {
    const PATH: &'static str = "/desk/meetings/{meeting}/add-item";
    const TITLE: &'static str = "Add an item";
    const ACT: Act = Act::AddItem;
    const FIELDS: &'static [Field] = &[
        Field::new("number", "Number on the agenda", Ask::Line)
            .hint("Left blank, it follows from the order. Type one only to display another: 59, or 48/20")
            .optional(),
        Field::new("title", "Working title", Ask::Line).hint("Officers use it; the public reads it only where no other title is chosen"),
        Field::new("ombudsman_paper", "The Ombudsman's paper that it is about", Ask::OneOf).optional(),
        Field::new("cases", "Cases that it considers", Ask::Line)
            .hint("References as the agenda is to show them, with a / between them. Left blank, those of the paper above")
            .optional(),
        Field::new("public_title", "Title for the public", Ask::Line)
            .hint("Needed where the item is under an embargo or in private; a safe one is offered there")
            .optional(),
        Field::new("agenda_text", "Agenda text", Ask::Text).optional(),
        Field::new("place", "Part of the agenda", Ask::One(Place::CHOICES)).optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<AddItem, Failure> {
        let desk = &context.desk.desk;
        let meeting = desk.planned_meeting(keys.number("meeting")?).await?.ok_or(Failure::NotFound)?;
        let mut papers = Vec::new();
        for paper in desk.ombudsman_papers(i64::MAX).await? {
            let embargo = match paper.embargo_id {
                Some(id) => desk.embargo(id).await?,
                None => None,
            };
            papers.push((paper, embargo));
        }
        let published = desk.agenda(meeting.id).await?.published;
        Ok(AddItem { meeting, papers, published })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item))
            .caption(crate::desk::pages::meeting::title(&self.meeting))
            .back(format!("/desk/meetings/{}", self.meeting.id))
    }

    fn before(&self) -> Markup {
        html! {
            @if self.published { p.govuk-body { "The agenda is published. " a.govuk-link href={ "/desk/meetings/" (self.meeting.id) "/late-item" } { "Add a late item" } " instead: it gets its place, and whether it may still be taken is checked." } }
            @if self.papers.iter().any(|(_, embargo)| embargo.is_some()) {
                p.govuk-body { "An item about a paper under an embargo goes by a title that gives nothing away. Where none is chosen below, it is the one that the list of papers shows." }
            }
        }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            // Under an embargo a paper goes by its safe title here too: this list is open to every officer.
            "ombudsman_paper" => {
                self.papers.iter().map(|(paper, embargo)| (paper.id.to_string(), named(paper, embargo.as_ref()))).collect()
            }
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        context.desk.desk.standing_of(self.meeting.id).await?.may_add().map_err(|why| Undone::wrong("", why))?;
        let typed = cases(context, filled.get("cases"), None).await?;
        // A covered case covers the item, whatever paper was chosen.
        let about = covering(context, &typed).await?.or(filled.number("ombudsman_paper"));
        let paper = about.and_then(|id| self.papers.iter().find(|(p, _)| p.id == id));
        let covered = paper.and_then(|(p, e)| e.as_ref().filter(|e| e.covers(context.now.datetime())).map(|e| (p, e)));
        let chosen = filled.words("public_title");
        let public_title = match (&chosen, covered) {
            (Some(title), Some((paper, _))) => {
                tells_nothing(title, paper)?;
                chosen
            }
            (None, Some((_, embargo))) => Some(embargo.safe_title.clone()),
            (_, None) => chosen,
        };
        if !filled.get("number").is_empty() && redress::agenda::shown_number(filled.get("number")).is_none() {
            return Err(Undone::wrong("number", "Number must have a digit and no blanks, such as 59 or 48/20"));
        }
        let new = PlannedItem {
            planned_meeting_id: self.meeting.id,
            number: filled.get("number").into(),
            title: filled.get("title").into(),
            public_title,
            agenda_text: filled.words("agenda_text"),
            ombudsman_paper_id: about,
            place: filled.words("place"),
            ..PlannedItem::default()
        };
        let cases = if typed.is_empty() { cases(context, "", about).await? } else { typed };
        match context.desk.desk.add_item(&new, &cases, &context.act()).await? {
            Some(id) => Ok(Done::made(format!("/desk/items/{id}"), serde_json::json!({ "item": id }))),
            None => Err(Undone::wrong("number", "That number is taken on this agenda")),
        }
    }
}

/// The paper under an embargo that one of these cases has.
pub(super) async fn covering(context: &Context, cases: &[i64]) -> Result<Option<i64>, Undone> {
    let desk = &context.desk.desk;
    for case in cases {
        for paper in desk.papers_of_case(*case).await? {
            let Some(embargo) = paper.embargo_id else { continue };
            if desk.embargo(embargo).await?.is_some_and(|e| e.covers(context.now.datetime())) {
                return Ok(Some(paper.id));
            }
        }
    }
    Ok(None)
}

/// The numbers of the cases as typed; an unknown reference is named. Without any, those of the paper.
pub(super) async fn cases(context: &Context, typed: &str, paper: Option<i64>) -> Result<Vec<i64>, Undone> {
    let desk = &context.desk.desk;
    let mut all = Vec::new();
    for key in super::register::keys(typed).map_err(|w| Undone::wrong("cases", w.message))? {
        let unknown = || Undone::wrong("cases", format!("There is no case {key} here: register its paper first"));
        let found = desk.case_of(&key).await?.ok_or_else(unknown)?;
        // Whoever may not read a case does not learn from this form that it is there.
        case::load(context, found.id).await.map_err(|_| unknown())?;
        all.push(found.id);
    }
    if let (true, Some(paper)) = (all.is_empty(), paper) {
        all.extend(desk.cases_of_paper(paper).await?.iter().map(|c| c.id));
    }
    Ok(all)
}

fn named(paper: &OmbudsmanPaper, embargo: Option<&Embargo>) -> String {
    match embargo {
        Some(embargo) => embargo.safe_title.clone(),
        None => format!("{}, {}", paper.reference.replace('-', " "), paper.subject),
    }
}

/// A chosen title must not give away what the embargo covers.
pub(super) fn tells_nothing(title: &str, paper: &OmbudsmanPaper) -> Result<(), Undone> {
    let words: Vec<String> = ombudsman_paper::tells(title, paper).iter().map(|t| t.words()).collect();
    if words.is_empty() {
        return Ok(());
    }
    Err(Undone::wrong("public_title", format!("While the embargo stands this title says too much: {}", words.join("; "))))
}
