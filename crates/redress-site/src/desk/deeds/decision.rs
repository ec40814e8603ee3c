//! Recording the decision of an item. Where it adopts the executive's report, that goes to every member and the
//! monitoring officer: Local Government and Housing Act 1989, section 5A(8) and (9).

use redress::access::{Act, Subject, SubjectKind};
use redress::decision::Decision;
use redress_store::desk::work::circulation::Making;
use redress_store::desk::work::decision::RecordedDecision;
use redress_store::desk::work::item::PlannedItem;
use redress_store::desk::work::meeting::PlannedMeeting;

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
}

impl Deed for RecordDecision {
    const PATH: &'static str = "/desk/items/{item}/decision";
    const TITLE: &'static str = "Record the decision";
    const ACT: Act = Act::RecordDecision;
    const FIELDS: &'static [Field] = &[
        Field::new("option", "Option taken", Ask::Line).hint("As the report labels it: A").optional(),
        Field::new("text", "Decision, word for word", Ask::Text),
        Field::new("reasons", "Reasons", Ask::Text).hint("Write None where none were given: it may not be left blank"),
        Field::new("options_rejected", "Options considered and rejected", Ask::Text).hint("Write None where there were none"),
        Field::new("interests", "Conflicts of interest and dispensations", Ask::Text).hint("Write None where none were declared"),
        Field::new("voted", "Members who voted, where the record names them", Ask::AnyOf)
            .hint("Who is named and criticised in the report may not vote on it")
            .optional(),
        Field::new("adopts", "Paper adopted as the executive's report under section 5A(8)", Ask::OneOf).optional(),
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
        Ok(RecordDecision { item, meeting, papers, members, criticised, veiled })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Item)).caption(item::title(&self.item)).back(format!("/desk/items/{}", self.item.id))
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "voted" => self.members.iter().map(|m| (m.clone(), m.clone())).collect(),
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
        if let Some(barred) = filled.all("voted").iter().find(|m| self.criticised.contains(m)) {
            if self.veiled {
                return Err(Undone::wrong("voted", "Somebody chosen may not vote on this item. Ask the monitoring officer who"));
            }
            return Err(Undone::wrong(
                "voted",
                format!("{barred} is named and criticised in the report and may not vote on it: section 31A(5)"),
            ));
        }
        let adopts = filled.number("adopts");
        let recorded = RecordedDecision {
            option: filled.words("option"),
            decision: Decision {
                text: filled.get("text").into(),
                reasons: filled.words("reasons"),
                options_rejected: filled.words("options_rejected"),
                interests: filled.words("interests"),
                ..Decision::default()
            },
            adopts,
            voted: filled.all("voted"),
        };
        let making = match adopts {
            Some(paper) => Some(self.circulation(context, paper, held).await?),
            None => None,
        };
        context.desk.desk.record_decision(self.item.id, &recorded, making.as_ref(), &context.act()).await?;
        Ok(Done::at(self.about().back))
    }
}

impl RecordDecision {
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
