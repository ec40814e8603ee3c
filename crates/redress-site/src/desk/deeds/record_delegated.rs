//! Recording what one member of the executive or an officer decided; and changing that record while it is not public.
//! SI 2012/2089, regulation 13; SI 2014/2095, regulation 7.

use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::work::decision_record::KeptDecision;

use super::decision_words::{EXEMPT, KEYS, Whom, filled_in, given, whom};
use super::private::PARAGRAPHS;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::decision;
use crate::failure::Failure;

const MAKERS: &[(&str, &str)] = &[
    ("member", "A member of the executive: SI 2012/2089, regulation 13(1)"),
    ("executive_officer", "An officer for the executive: SI 2012/2089, regulation 13(4)"),
    ("council_officer", "An officer for the council: SI 2014/2095, regulation 7"),
];
const DELEGATIONS: &[(&str, &str)] = &[
    ("specific", "A specific express authorisation: regulation 7(2)(a)"),
    ("licence", "General, and it grants a permission or licence: regulation 7(2)(b)(i)"),
    ("rights", "General, and it affects the rights of an individual: regulation 7(2)(b)(ii)"),
    ("spending", "General, and a contract or spending that materially affects the finances: regulation 7(2)(b)(iii)"),
];
const CITE: &str = "SI 2012/2089, regulation 13; SI 2014/2095, regulation 7(3)";
const FIELDS: &[Field] = &[
    Field::new("maker", "Who decided", Ask::One(MAKERS)),
    Field::new("name", "Name of the member", Ask::Line).only_if("maker", "member"),
    Field::new("office", "Office of the member", Ask::Line).hint("Cabinet member for housing").only_if("maker", "member"),
    Field::new("post", "Post of the officer", Ask::OneOf).hint("Posts are kept under Posts").optional(),
    Field::new("delegation", "Delegation", Ask::One(DELEGATIONS)).only_if("maker", "council_officer"),
    Field::new("authority", "Power cited", Ask::Line).hint("The entry of the scheme of delegation, the resolution or the rule"),
    Field::new("title", "Title", Ask::Line).hint("The public reads it: name no person in a case"),
    Field::new("service", "Service", Ask::Line).optional(),
    Field::new("on", "Day of the decision", Ask::Date).cite(CITE),
    Field::new("text", "Decision, word for word", Ask::Text).cite(CITE),
    Field::new("reasons", "Reasons", Ask::Text).cite(CITE),
    Field::new("options_rejected", "Options considered and rejected", Ask::Text).hint("Write None where there were none").cite(CITE),
    Field::new("conflicts", "Conflicts of interest that members declared", Ask::Text)
        .hint("One a line, as: name: nature; dispensation. Write None where none were declared")
        .cite(CITE),
    Field::new("key", "Key decision", Ask::One(KEYS)).cite("SI 2012/2089, regulation 8"),
    Field::new("entry", "Entry of the forward plan", Ask::Line).only_if("key", "yes"),
    Field::new("effective_from", "Effective from, where that is a later day", Ask::Date).optional(),
    Field::new("background", "Background papers, one a line", Ask::Text).optional(),
    Field::new("tasks", "Who is asked to do what", Ask::Text)
        .hint("One a line, as: clause; post; what; by when. Example: (a); Director of Homes; report back; 20 December 2019")
        .optional(),
    Field::new("summary", "Summary in plain language", Ask::Text).hint("It stands beside the decision and is never the record").optional(),
    Field::new("exempt", "Is a part exempt?", Ask::One(EXEMPT)),
    Field::new("private_words", "The exempt part", Ask::Text).hint("It is never published").only_if("exempt", "yes"),
    Field::new("paragraphs", "Paragraphs of Schedule 12A", Ask::Any(PARAGRAPHS)).only_if("exempt", "yes"),
    Field::new("public_interest", "Why keeping it back serves the public better than disclosing it", Ask::Text).only_if("exempt", "yes"),
    Field::new("public_reason", "The reason, as the public may read it", Ask::Line).only_if("exempt", "yes"),
    Field::new("revision", "Revision", Ask::Carried).optional(),
];

/// Recording.
pub struct RecordDelegated {
    posts: Vec<String>,
    whom: Whom,
}

async fn posts(context: &Context) -> Result<Vec<String>, Failure> {
    let mut titles: Vec<String> = context.desk.desk.posts().await?.into_iter().map(|p| p.title).collect();
    titles.sort();
    titles.dedup();
    Ok(titles)
}

fn offered(posts: &[String], field: &str) -> Vec<(String, String)> {
    if field == "post" { posts.iter().map(|p| (p.clone(), p.clone())).collect() } else { Vec::new() }
}

impl Deed for RecordDelegated {
    const PATH: &'static str = "/desk/decisions/record";
    const TITLE: &'static str = "Record a decision of a member or an officer";
    const ACT: Act = Act::RecordOfficerDecision;
    const FIELDS: &'static [Field] = FIELDS;

    async fn load(context: &Context, _: &Keys) -> Result<RecordDelegated, Failure> {
        Ok(RecordDelegated { posts: posts(context).await?, whom: whom(context).await? })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Decision)).back("/desk/decisions")
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        offered(&self.posts, field)
    }

    fn given(&self, field: &str) -> Vec<String> {
        if field == "exempt" { vec!["no".into()] } else { Vec::new() }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let new = filled_in(context, filled, &self.whom, Self::FIELDS)?;
        let id = context.desk.desk.record_new_decision(&new, None, &context.act()).await?;
        Ok(Done::made(format!("/desk/decisions/{id}"), serde_json::json!({ "decision": id })))
    }
}

/// Changing a record that is not public yet.
pub struct ChangeDecision {
    kept: KeptDecision,
    subject: Subject,
    posts: Vec<String>,
    whom: Whom,
}

impl Deed for ChangeDecision {
    const PATH: &'static str = "/desk/decisions/{decision}/change";
    const TITLE: &'static str = "Change the record before it is published";
    const ACT: Act = Act::RecordOfficerDecision;
    const FIELDS: &'static [Field] = FIELDS;

    async fn load(context: &Context, keys: &Keys) -> Result<ChangeDecision, Failure> {
        let loaded = decision::load(context, keys.number("decision")?).await?;
        // The form shows the exempt part, and sending it writes over that.
        context.may(Act::ReadPaper, &loaded.withheld_subject())?;
        let (posts, whom) = (posts(context).await?, whom(context).await?);
        Ok(ChangeDecision { subject: loaded.subject, kept: loaded.kept, posts, whom })
    }

    fn about(&self) -> About {
        About::of(self.subject.clone()).caption(self.kept.title.clone()).back(self.kept.address())
    }

    fn possible(&self) -> bool {
        self.kept.published_on.is_none() && self.kept.item.is_none()
    }

    fn impossible(&self) -> String {
        match self.kept.item {
            Some(_) => "What a body decided is recorded on its item".into(),
            None => "It is published and is never edited: correct, supersede or rescind it".into(),
        }
    }

    fn before(&self) -> maud::Markup {
        maud::html! { @if !self.possible() { p.govuk-body { (self.impossible()) "." } } }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        offered(&self.posts, field)
    }

    fn given(&self, field: &str) -> Vec<String> {
        given(&self.kept, field)
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        if filled.number("revision").is_some_and(|revision| revision != self.kept.revision) {
            return Err(Undone::changed());
        }
        let new = filled_in(context, filled, &self.whom, Self::FIELDS)?;
        if !context.desk.desk.change_decision(&self.kept, &new, &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::at(self.kept.address()))
    }
}
