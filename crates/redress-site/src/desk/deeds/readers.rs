//! Saying who may read what an embargo covers, besides those whose office it is: members who are to decide, the clerk.

use redress::access::{Act, Subject};
use redress::embargo::Embargo;
use redress::reader::Role;
use redress::restriction::{Audience, Group};
use redress_store::desk::work::ombudsman_paper::OmbudsmanPaper;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::ombudsman_paper;
use crate::failure::Failure;

/// Saying who may read it.
pub struct SayWhoMayRead {
    paper: OmbudsmanPaper,
    subject: Subject,
    id: i64,
    embargo: Embargo,
    groups: Vec<(String, String)>,
    people: Vec<(i64, String)>,
}

/// Officers whose office does not by itself open what is restricted or under an embargo.
const OFFICES: &[Role] = &[Role::DemocraticServices, Role::ServiceDirector, Role::ReportAuthor, Role::ClearanceOfficer];

impl Deed for SayWhoMayRead {
    const PATH: &'static str = "/desk/ombudsman-papers/{paper}/readers";
    const TITLE: &'static str = "Say who may read it";
    const ACT: Act = Act::HoldEmbargo;
    const FIELDS: &'static [Field] =
        &[Field::new("groups", "Groups", Ask::AnyOf).optional(), Field::new("people", "People", Ask::AnyOf).optional()];

    async fn load(context: &Context, keys: &Keys) -> Result<SayWhoMayRead, Failure> {
        let (paper, subject) = ombudsman_paper::load(context, keys.number("paper")?).await?;
        let (id, embargo) = ombudsman_paper::embargo(context, &paper).await?.ok_or(Failure::NotFound)?;
        let people = context.desk.desk.people().await?;
        Ok(SayWhoMayRead { paper, subject, id, embargo, groups: groups(context).await?, people })
    }

    fn about(&self) -> About {
        About::of(self.subject.clone())
            .caption(ombudsman_paper::title(&self.paper))
            .back(format!("/desk/ombudsman-papers/{}", self.paper.id))
    }

    fn before(&self) -> maud::Markup {
        maud::html! {
            p.govuk-body { "The link officer, the monitoring officer and the deputy, the chief executive and the auditor read it by their office. Tick who else must have it while the embargo stands. A restriction of a paper keeps its own list." }
        }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "groups" => self.groups.clone(),
            "people" => self.people.iter().map(|(id, name)| (id.to_string(), name.clone())).collect(),
            _ => Vec::new(),
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "groups" => self.embargo.audience.groups.iter().map(Group::to_string).collect(),
            "people" => self.embargo.audience.people.iter().map(i64::to_string).collect(),
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let embargo = Embargo { audience: audience(filled)?, ..self.embargo.clone() };
        context.desk.desk.keep_embargo(self.id, &embargo, "say_who_may_read", &[], &context.act()).await?;
        Ok(Done::at(self.about().back))
    }
}

/// The groups that a form offers: all members, who sits on each body, and each office.
pub(super) async fn groups(context: &Context) -> Result<Vec<(String, String)>, Failure> {
    let bodies = context.desk.desk.bodies().await?.into_iter().map(|(_, name)| {
        let words = format!("Those who sit on {name}");
        (Group::Body(redress::body::body_slug(&name)).to_string(), words)
    });
    let offices = OFFICES.iter().map(|role| (Group::Role(*role).to_string(), format!("Everybody who is {}", role.words().to_lowercase())));
    Ok(std::iter::once((Group::AllMembers.to_string(), "All members of the council".to_string())).chain(bodies).chain(offices).collect())
}

/// The audience that was ticked.
pub(super) fn audience(filled: &Filled) -> Result<Audience, Undone> {
    let mut audience = Audience { people: filled.all("people").iter().filter_map(|p| p.parse().ok()).collect(), ..Audience::default() };
    for word in filled.all("groups") {
        audience.groups.insert(word.parse::<Group>().map_err(|none| Undone::wrong("groups", none.to_string()))?);
    }
    Ok(audience)
}
