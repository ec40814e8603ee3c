//! Settling what a body is: its sort, its quorum, how it numbers, whether it decides, its names over time.

use redress::access::{Act, Subject, SubjectKind};
use redress::agenda::order::Numbering;
use redress::body::particulars::{Alias, read_aliases};
use redress::body::{BodyKind, Particulars, QuorumRule};
use redress_store::desk::work::body_particulars::{KeptParticulars, NotKept};

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::body;
use crate::failure::Failure;

/// Settling.
pub struct KeepBody {
    kept: KeptParticulars,
    others: Vec<(i64, String)>,
}

const SORTS: &[(&str, &str)] = &[
    ("council", "Full council"),
    ("executive", "Executive"),
    ("executive_member", "Executive member who decides alone"),
    ("scrutiny", "Overview and scrutiny"),
    ("regulatory", "Regulatory or other committee"),
    ("board", "Board"),
    ("panel", "Panel or sub-committee"),
];
const QUORUMS: &[(&str, &str)] =
    &[("not_set", "Not settled"), ("number", "A number of members"), ("quarter_of_council", "A quarter of all members of the council")];
const NUMBERINGS: &[(&str, &str)] = &[("each_agenda", "From 1 in each agenda"), ("through_the_year", "On through the year")];
const YES_NO: &[(&str, &str)] = &[("yes", "Yes"), ("no", "No")];

impl Deed for KeepBody {
    const PATH: &'static str = "/desk/bodies/{body}/particulars";
    const TITLE: &'static str = "Settle the particulars of a body";
    const ACT: Act = Act::KeepBody;
    const FIELDS: &'static [Field] = &[
        Field::new("sort", "Sort of body", Ask::One(SORTS)).hint("Leave it out where the name tells it").optional(),
        Field::new("parent", "Set up by", Ask::OneOf).optional(),
        Field::new("terms_of_reference", "Terms of reference", Ask::Text).optional(),
        Field::new("quorum", "Quorum", Ask::One(QUORUMS))
            .hint("Full council: a quarter of its whole number of members (Local Government Act 1972, Schedule 12, paragraph 6)"),
        Field::new("quorum_number", "How many must be there", Ask::Number).only_if("quorum", "number"),
        Field::new("numbering", "Numbers of items", Ask::One(NUMBERINGS)),
        Field::new("next", "First number of the year", Ask::Number).only_if("numbering", "through_the_year"),
        Field::new("year", "What stands behind the stroke", Ask::Line)
            .hint("20 makes 48/20; leave it out for bare numbers")
            .only_if("numbering", "through_the_year")
            .optional(),
        Field::new("decides", "May it decide?", Ask::One(YES_NO)),
        Field::new("delegation", "Where that is given to it", Ask::Text)
            .hint("The words of the constitution, or the decision that delegates, with its date")
            .only_if("decides", "yes"),
        Field::new("call_in", "May its decisions be called in?", Ask::One(YES_NO)),
        Field::new("contact", "Whom to ask about it", Ask::Line).hint("An office with its address; the public reads it").optional(),
        Field::new("webcast", "Where its meetings are shown", Ask::Line).hint("An address that begins with https://").optional(),
        Field::new("aliases", "Other names", Ask::Text)
            .hint("One to a line, with the first and last day where they are known: Policy Committee | 1 May 2019 | 30 April 2021")
            .optional(),
        Field::new("began", "Set up on", Ask::Date).optional(),
        Field::new("ended", "Last day", Ask::Date).optional(),
        Field::new("predecessor", "Took over from", Ask::OneOf).optional(),
        Field::new("revision", "Revision", Ask::Carried),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<KeepBody, Failure> {
        let kept = body::open(context, keys.number("body")?).await?;
        let mut others = context.desk.desk.bodies().await?;
        others.retain(|(id, _)| *id != kept.body_id);
        Ok(KeepBody { kept, others })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Meeting)).caption(self.kept.name.clone()).back(body::address(self.kept.body_id))
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "parent" | "predecessor" => self.others.iter().map(|(id, name)| (id.to_string(), name.clone())).collect(),
            _ => Vec::new(),
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        let settled = &self.kept.particulars;
        let one = |value: Option<String>| value.into_iter().collect();
        let yes_no = |yes: bool| vec![if yes { "yes" } else { "no" }.to_string()];
        match field {
            "sort" => one(settled.sort.map(|sort| sort.word().into())),
            "parent" => one(settled.parent.map(|id| id.to_string())),
            "terms_of_reference" => one(settled.terms_of_reference.clone()),
            "quorum" => vec![
                match settled.quorum {
                    QuorumRule::NotSet => "not_set",
                    QuorumRule::Number(_) => "number",
                    QuorumRule::QuarterOfCouncil => "quarter_of_council",
                }
                .into(),
            ],
            "quorum_number" => match settled.quorum {
                QuorumRule::Number(number) => vec![number.to_string()],
                _ => Vec::new(),
            },
            "numbering" => vec![if settled.numbering == Numbering::EachAgenda { "each_agenda" } else { "through_the_year" }.into()],
            "next" | "year" => match &settled.numbering {
                Numbering::EachAgenda => Vec::new(),
                Numbering::ThroughTheYear { next, .. } if field == "next" => vec![next.to_string()],
                Numbering::ThroughTheYear { year, .. } => one(year.clone()),
            },
            "decides" if self.kept.revision == 0 => Vec::new(),
            "decides" => yes_no(settled.delegation.is_some()),
            "delegation" => one(settled.delegation.clone()),
            "call_in" => yes_no(settled.call_in),
            "contact" => one(settled.contact.clone()),
            "webcast" => one(settled.webcast.clone()),
            "aliases" => vec![settled.aliases.iter().map(Alias::line).collect::<Vec<_>>().join("\n")],
            "began" => one(settled.began.map(redress::day::long)),
            "ended" => one(settled.ended.map(redress::day::long)),
            "predecessor" => one(settled.predecessor.map(|id| id.to_string())),
            "revision" => vec![self.kept.revision.to_string()],
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let particulars = read(filled)?;
        let wrong = particulars.check(self.kept.body_id, particulars.sort_of(&self.kept.name));
        if !wrong.is_empty() {
            return Err(Undone::fields(Self::FIELDS, wrong));
        }
        let revision = filled.number("revision").unwrap_or(-1);
        match context.desk.desk.keep_particulars(self.kept.body_id, revision, &particulars, &context.act()).await? {
            Ok(()) => Ok(Done::made(self.about().back, serde_json::json!({ "revision": revision + 1 }))),
            Err(NotKept::Changed) => Err(Undone::changed()),
            Err(NotKept::NameTaken(name)) => {
                Err(Undone::wrong("aliases", format!("Another body goes by the name {name}. Take it off here, or off that body")))
            }
        }
    }
}

fn read(filled: &Filled) -> Result<Particulars, Undone> {
    let number = |name: &str| filled.number(name).and_then(|n| u32::try_from(n).ok());
    let quorum = match filled.get("quorum") {
        "number" => match number("quorum_number") {
            Some(number) => QuorumRule::Number(number),
            None => return Err(Undone::wrong("quorum_number", "Give the number of members that must be there")),
        },
        "quarter_of_council" => QuorumRule::QuarterOfCouncil,
        _ => QuorumRule::NotSet,
    };
    let numbering = match (filled.get("numbering"), number("next")) {
        ("through_the_year", Some(next)) => Numbering::ThroughTheYear { next, year: filled.words("year") },
        ("through_the_year", None) => return Err(Undone::wrong("next", "Give the first number of the year, such as 1")),
        _ => Numbering::EachAgenda,
    };
    Ok(Particulars {
        sort: BodyKind::of_word(filled.get("sort")),
        parent: filled.number("parent"),
        terms_of_reference: filled.words("terms_of_reference"),
        quorum,
        numbering,
        delegation: filled.words("delegation").filter(|_| filled.get("decides") == "yes"),
        call_in: filled.get("call_in") == "yes",
        contact: filled.words("contact"),
        webcast: filled.words("webcast"),
        aliases: read_aliases(filled.get("aliases")).map_err(|wrong| Undone::wrong("aliases", wrong.message))?,
        began: filled.date("began"),
        ended: filled.date("ended"),
        predecessor: filled.number("predecessor"),
    })
}
