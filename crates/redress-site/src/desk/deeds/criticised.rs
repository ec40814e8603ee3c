//! Saying whom a report names and criticises. Such a person decides nothing on it and does not vote: Local Government Act 1974,
//! section 31A(5).

use redress::access::{Act, Subject};
use redress_store::desk::work::ombudsman_paper::OmbudsmanPaper;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::ombudsman_paper;
use crate::failure::Failure;

/// Saying so.
pub struct SayWhoIsCriticised {
    paper: OmbudsmanPaper,
    subject: Subject,
    members: Vec<String>,
    known: Vec<String>,
}

impl Deed for SayWhoIsCriticised {
    const PATH: &'static str = "/desk/ombudsman-papers/{paper}/criticised";
    const TITLE: &'static str = "Say which members it names and criticises";
    const ACT: Act = Act::AddRecommendation;
    const FIELDS: &'static [Field] = &[Field::new("members", "Members named and criticised", Ask::AnyOf).optional()];

    async fn load(context: &Context, keys: &Keys) -> Result<SayWhoIsCriticised, Failure> {
        let (paper, subject) = ombudsman_paper::load(context, keys.number("paper")?).await?;
        let members = context.desk.desk.members_on(context.now.date()).await?;
        let known = context.desk.desk.particulars(paper.id).await?.criticised;
        Ok(SayWhoIsCriticised { paper, subject, members, known })
    }

    fn about(&self) -> About {
        About::of(self.subject.clone())
            .caption(ombudsman_paper::title(&self.paper))
            .back(format!("/desk/ombudsman-papers/{}", self.paper.id))
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        if field == "members" { self.members.iter().map(|m| (m.clone(), m.clone())).collect() } else { Vec::new() }
    }

    fn given(&self, field: &str) -> Vec<String> {
        if field == "members" { self.known.clone() } else { Vec::new() }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        context.desk.desk.say_who_is_criticised(self.paper.id, &filled.all("members"), &context.act()).await?;
        Ok(Done::at(self.about().back))
    }
}
