//! Recording that people were served a paper: members, the monitoring officer, anybody else by name.

use redress::access::{Act, Subject};
use redress_store::desk::work::paper::WorkingPaper;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::paper;
use crate::failure::Failure;

/// Recording service.
pub struct RecordService {
    paper: WorkingPaper,
    subject: Subject,
    members: Vec<String>,
}

impl Deed for RecordService {
    const PATH: &'static str = "/desk/papers/{paper}/serve";
    const TITLE: &'static str = "Record that it was served";
    const ACT: Act = Act::RecordService;
    const FIELDS: &'static [Field] = &[
        Field::new("members", "Members", Ask::AnyOf).optional(),
        Field::new("others", "Others", Ask::Text)
            .hint("One a line, with the office after a comma: A. Sample, Monitoring officer")
            .optional(),
        Field::new("served_on", "Served on", Ask::Date),
        Field::new("how", "How", Ask::Line).hint("By hand, by e-mail, left at the member's desk"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<RecordService, Failure> {
        let (paper, subject) = paper::load(context, keys.number("paper")?).await?;
        let members = context.desk.desk.members_on(context.now.date()).await?;
        Ok(RecordService { paper, subject, members })
    }

    fn about(&self) -> About {
        About::of(self.subject.clone()).caption(self.paper.title.clone()).back(format!("/desk/papers/{}", self.paper.id))
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "members" => self.members.iter().map(|name| (name.clone(), name.clone())).collect(),
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let Some(on) = filled.date("served_on") else { return Err(Undone::wrong("served_on", "Served on must be a real date")) };
        if on > context.now.date() {
            return Err(Undone::wrong("served_on", "Service is recorded when it has been done, not before"));
        }
        let members = filled.all("members").into_iter().map(|name| (name, "Member".to_string()));
        let others = filled.get("others").lines().filter(|l| !l.trim().is_empty()).map(|line| match line.split_once(',') {
            Some((name, office)) => (name.trim().to_string(), office.trim().to_string()),
            None => (line.trim().to_string(), "Not recorded".to_string()),
        });
        let people: Vec<(String, String)> = members.chain(others).collect();
        if people.is_empty() {
            return Err(Undone::wrong("members", "Say who was served"));
        }
        context.desk.desk.record_service(self.paper.id, &people, &on.to_string(), filled.get("how"), &context.act()).await?;
        Ok(Done::at(self.about().back))
    }
}
