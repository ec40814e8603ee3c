//! Making an action of what a decision asks: each clause is offered with the post that it names. Where it comes from is kept.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress::action::{Action, Asked, Offered, Origin, offered};
use redress::workspace::Record;
use redress_store::desk::work::action::{ActionQuery, KeptAction};
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::recommendation::KeptRecommendation;
use serde_json::json;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::named_posts::NamedPosts;
use crate::desk::pages::{action, case, decision, item, meeting};
use crate::failure::Failure;

/// Making one.
pub struct AddAction {
    item: PlannedItem,
    meeting: PlannedMeeting,
    /// The decision, by its reference.
    decision: Option<String>,
    minuted: bool,
    clauses: Vec<Offered>,
    /// Clauses that are actions already.
    taken: Vec<String>,
    papers: Vec<(i64, String)>,
    recommendations: Vec<KeptRecommendation>,
    posts: NamedPosts,
    bodies: Vec<String>,
    /// Clauses that the meeting gave to a post, with the day.
    charged: Vec<(String, String, Option<Date>)>,
    /// The clause that the address asks for.
    asked: Option<String>,
}

impl Deed for AddAction {
    const PATH: &'static str = "/desk/items/{item}/actions";
    const TITLE: &'static str = "Make an action of the decision";
    const ACT: Act = Act::KeepAction;
    const FIELDS: &'static [Field] = &[
        Field::new("origin", "Where it comes from", Ask::One(Origin::CHOICES)),
        Field::new("clause", "Clause", Ask::OneOf).only_if("origin", "clause"),
        Field::new("paper", "Action plan", Ask::OneOf).only_if("origin", "plan"),
        Field::new("number", "Its number in the plan", Ask::Line).only_if("origin", "plan"),
        Field::new("recommendation", "Recommendation", Ask::OneOf).only_if("origin", "report"),
        Field::new("words", "What is to be done", Ask::Text),
        Field::new("owner", "Post that does it", Ask::OneOf).hint("A post, not a person: it stays when its holder leaves"),
        Field::new("due", "By when", Ask::Date)
            .hint("The date that the decision gives. It never changes. Left blank where the decision gives none")
            .optional(),
        Field::new("reports_to", "Bodies that it reports to", Ask::AnyOf).optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<AddAction, Failure> {
        let (item, meeting) = item::load(context, keys.number("item")?).await?;
        let desk = &context.desk.desk;
        // What was decided is for who may read the decision.
        context.may(Act::ReadPaper, &action::subject(desk, &item).await?)?;
        let posts = NamedPosts::of(desk).await?;
        let bodies: Vec<String> = desk.bodies().await?.into_iter().map(|(_, name)| name).collect();
        let decided = desk.decision_of_item(item.id).await?;
        let clauses = match &decided {
            Some(kept) => {
                let clauses = offered(&decision::texts(context, kept).await?, &posts.names(), &bodies);
                // A post that the clause calls by another name is that post.
                clauses.into_iter().map(|clause| Offered { posts: posts.titles_of(&clause.posts), ..clause }).collect()
            }
            None => Vec::new(),
        };
        let taken = desk.actions(ActionQuery { item: Some(item.id), ..ActionQuery::default() }).await?;
        let taken = taken.into_iter().filter_map(|kept| match kept.action.origin {
            Origin::Clause { clause, .. } => Some(clause),
            _ => None,
        });
        let mut recommendations = Vec::new();
        for considered in desk.cases_of_item(item.id).await? {
            if case::load(context, considered.id).await.is_ok() {
                recommendations.extend(desk.recommendations_of_case(considered.id).await?);
            }
        }
        let record = Record::of(&desk.workspace(item.planned_meeting_id).await?);
        let charges = record
            .charges
            .into_iter()
            .filter(|c| record.resolved.get(&item.number).is_some_and(|all| all.iter().any(|r| r.entry == c.resolution)));
        Ok(AddAction {
            charged: charges.map(|c| (c.clause, c.post, c.by)).collect(),
            decision: decided.map(|d| d.reference()),
            minuted: desk.minute(item.id).await?.is_some(),
            clauses,
            taken: taken.collect(),
            papers: item::papers(context, item.id).await?.into_iter().map(|p| (p.id, p.title)).collect(),
            recommendations,
            posts,
            bodies,
            asked: keys.all("clause").first().map(|c| (*c).to_string()),
            item,
            meeting,
        })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item))
            .caption(format!("{}, item {}", meeting::title(&self.meeting), item::title(&self.item)))
            .back(format!("/desk/items/{}", self.item.id))
    }

    fn possible(&self) -> bool {
        self.decision.is_some() || self.minuted
    }

    fn impossible(&self) -> String {
        "No decision and no minute of this item is on record. Record what was decided first".into()
    }

    fn before(&self) -> Markup {
        html! {
            @if !self.possible() { p.govuk-body { (self.impossible()) "." } }
            @if !self.clauses.is_empty() {
                h2.govuk-heading-m { "Clauses of the decision" }
                ul.redress-entries { @for clause in &self.clauses { (self.clause(clause)) } }
            }
        }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        let same = |words: &String| (words.clone(), words.clone());
        match field {
            "clause" => self.clauses.iter().map(|c| (c.clause.clone(), format!("{} {}", c.clause, c.words))).collect(),
            "paper" => self.papers.iter().map(|(id, title)| (id.to_string(), title.clone())).collect(),
            "recommendation" => {
                let words = |r: &KeptRecommendation| format!("{}: {}", r.tracked.asked().key(), r.tracked.asked().text());
                self.recommendations.iter().map(|r| (r.id.to_string(), words(r))).collect()
            }
            "owner" => self.posts.offered(),
            "reports_to" => self.bodies.iter().map(same).collect(),
            _ => Vec::new(),
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        let clause = self.asked.as_ref().and_then(|asked| self.clauses.iter().find(|c| c.clause == *asked));
        match (field, clause) {
            ("origin", _) if !self.clauses.is_empty() => vec!["clause".into()],
            ("words", Some(clause)) => vec![clause.words.clone()],
            ("owner", Some(clause)) => {
                let charged = self.charge(clause).map(|(post, _)| post);
                charged.or(clause.posts.first().cloned()).into_iter().collect()
            }
            ("due", Some(clause)) => self.charge(clause).and_then(|(_, by)| by).map(|by| by.to_string()).into_iter().collect(),
            ("reports_to", Some(clause)) => clause.reports_to.clone(),
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let decided: Date = self.meeting.on_date.parse().map_err(|_| Failure::NotFound)?;
        if context.now.date() < decided {
            return Err(Undone::wrong("words", "The meeting has not been held yet"));
        }
        let (origin, recommendation_id) = self.origin(filled)?;
        let asked = Asked {
            origin,
            words: filled.get("words"),
            owner: filled.get("owner"),
            reports_to: &filled.all("reports_to"),
            decided,
            due: filled.date("due"),
        };
        let action = Action::made(asked, &self.posts.words()).map_err(|wrong| Undone::fields(Self::FIELDS, wrong))?;
        let owner_post_id = self.posts.id(action.owner()).ok_or_else(|| Undone::wrong("owner", "Choose the post that does it"))?;
        let new = KeptAction {
            id: 0,
            planned_item_id: self.item.id,
            body_id: self.meeting.body_id,
            body: self.meeting.body.clone(),
            body_slug: self.meeting.body_slug.clone(),
            number: 0,
            recommendation_id,
            owner_post_id,
            action,
            revision: 1,
        };
        let id = context.desk.desk.add_action(&new, &context.act()).await?;
        Ok(Done::made(format!("/desk/actions/{id}"), json!({ "action": id })))
    }
}

impl AddAction {
    /// The post to which the meeting gave a clause, and by when. Labels are compared without their brackets.
    fn charge(&self, clause: &Offered) -> Option<(String, Option<Date>)> {
        let bare = clause.clause.replace(['(', ')'], "");
        self.charged.iter().find(|(label, ..)| *label == bare).map(|(_, post, by)| (post.clone(), *by))
    }

    fn clause(&self, clause: &Offered) -> Markup {
        let asks = form_urlencoded::Serializer::new(String::new()).append_pair("clause", &clause.clause).finish();
        html! {
            li.redress-entry {
                p.redress-entry__title {
                    a.govuk-link href={ "/desk/items/" (self.item.id) "/actions?" (asks) } { "Clause " (clause.clause) ", " (clause.text.words()) }
                }
                p.redress-entry__passage { (clause.words) }
                p.redress-entry__facts {
                    @if self.taken.contains(&clause.clause) { strong { "An action is made of it. " } }
                    @if clause.posts.is_empty() { "It names no post of the council. Choose one, or add the post first." } @else { "It names: " (clause.posts.join(", ")) "." }
                }
            }
        }
    }

    fn origin(&self, filled: &Filled) -> Result<(Origin, Option<i64>), Undone> {
        let of_item = format!("item {}, {}", self.item.number, meeting::title(&self.meeting));
        match filled.get("origin") {
            "clause" => {
                let clause = self.clauses.iter().find(|c| c.clause == filled.get("clause"));
                let clause = clause.ok_or_else(|| Undone::wrong("clause", "Choose a clause of the decision"))?;
                let decision = self.decision.clone().unwrap_or_default();
                Ok((Origin::Clause { decision, clause: clause.clause.clone(), text: clause.text }, None))
            }
            "plan" => {
                let paper = self.papers.iter().find(|(id, _)| Some(*id) == filled.number("paper"));
                let (_, title) = paper.ok_or_else(|| Undone::wrong("paper", "Choose the action plan among the papers of the item"))?;
                Ok((Origin::Plan { paper: title.clone(), number: filled.get("number").into() }, None))
            }
            "report" => {
                let one = self.recommendations.iter().find(|r| Some(r.id) == filled.number("recommendation"));
                let one = one.ok_or_else(|| Undone::wrong("recommendation", "Choose a recommendation of the cases of the item"))?;
                Ok((Origin::Report { recommendation: one.tracked.asked().key() }, Some(one.id)))
            }
            _ if self.minuted => Ok((Origin::Minute { minute: of_item }, None)),
            _ => Err(Undone::wrong("origin", "No minute of this item is on record. Write it first")),
        }
    }
}
