//! What every record of a decision is filled in with, and how it is read: the law's fields, key, effect, what is asked of whom,
//! and the part that may not be public.

use redress::counting::{Period, not_later_than_after};
use redress::decision::{Decision, Formal, Status, read};
use redress::decision_record::{Delegation, Key, Maker};
use redress::restriction::{Audience, Ground, Restriction};
use redress::wrong::Wrong;
use redress_store::desk::work::decision::RecordedDecision;
use redress_store::desk::work::decision_record::{KeptDecision, NewDecision, Withheld};

use super::private::paragraphs;
use crate::desk::deed::{Context, Undone};
use crate::desk::field::Field;
use crate::desk::filled::Filled;
use crate::desk::named_posts::NamedPosts;
use crate::failure::Failure;

/// Key or not.
pub const KEYS: &[(&str, &str)] = &[
    ("yes", "Yes: it is in the forward plan"),
    ("no", "No"),
    ("not_executive", "It is no decision of the executive, and only those can be key"),
];
/// Whether a part is exempt.
pub const EXEMPT: &[(&str, &str)] = &[("no", "No: all of it can be public"), ("yes", "Yes: a part is exempt")];

/// Whom a clause may ask: posts, by their titles and other names, and bodies.
pub struct Whom {
    names: Vec<String>,
    posts: NamedPosts,
}

/// The posts and bodies on record.
pub async fn whom(context: &Context) -> Result<Whom, Failure> {
    let desk = &context.desk.desk;
    let posts = NamedPosts::of(desk).await?;
    let mut names: Vec<String> = desk.posts().await?.into_iter().map(|p| p.title).collect();
    names.extend(desk.bodies().await?.into_iter().map(|(_, name)| name));
    names.extend(posts.names());
    Ok(Whom { names, posts })
}

/// Key or not, as filled in.
pub fn key(filled: &Filled) -> Key {
    match filled.get("key") {
        "yes" => Key::Yes { entry: filled.get("entry").into() },
        "no" => Key::No,
        "not_executive" => Key::NotExecutive,
        _ => Key::Blank,
    }
}

/// Who decided, as filled in for a single member or an officer.
pub fn maker(filled: &Filled) -> Maker {
    let (post, authority) = (filled.get("post").to_string(), filled.get("authority").to_string());
    match filled.get("maker") {
        "member" => Maker::Member { name: filled.get("name").into(), office: filled.get("office").into(), authority },
        "council_officer" => Maker::CouncilOfficer { post, delegation: delegation(filled.get("delegation"), authority) },
        _ => Maker::ExecutiveOfficer { post, authority },
    }
}

fn delegation(word: &str, authorisation: String) -> Delegation {
    match word {
        "specific" => Delegation::Specific { authorisation },
        "licence" => Delegation::Licence { authorisation },
        "spending" => Delegation::Spending { authorisation },
        _ => Delegation::Rights { authorisation },
    }
}

/// The decision with its formal record, and what is wrong with what a clause asks of whom.
pub fn decision(filled: &Filled, maker: Maker, conflicts: &str, whom: &Whom) -> (Decision, Vec<Wrong>) {
    let text = filled.get("text").to_string();
    let clauses = read::clauses(&text);
    let day = |text: &str| text.parse().ok().or_else(|| redress::day::read_slashed(text)).or_else(|| redress::day::read_long(text));
    let (tasks, wrong) = match read::tasks(filled.get("tasks"), &clauses, &whom.names, day) {
        Ok(mut tasks) => {
            // The record names the post itself; the decision keeps the words that it used.
            for task in &mut tasks {
                if let Some(title) = whom.posts.title_of(&task.who) {
                    task.who = title.to_string();
                }
            }
            (tasks, Vec::new())
        }
        Err(wrong) => (Vec::new(), wrong),
    };
    let authority = filled.words("authority").or_else(|| maker.authority().map(str::to_string));
    let formal = Formal {
        key: key(filled),
        conflicts: read::conflicts(filled.get(conflicts)),
        effective_from: filled.date("effective_from"),
        status: Status::of_word(filled.get("result")),
        authority,
        summary: filled.words("summary"),
        tasks,
        background: filled.get("background").lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_string).collect(),
        tally: None,
        withheld: None,
        maker,
    };
    let decision = Decision {
        text,
        clauses,
        reasons: filled.words("reasons"),
        options_rejected: filled.words("options_rejected"),
        interests: filled.words(conflicts),
        as_minuted: None,
        formal: Some(Box::new(formal)),
    };
    (decision, wrong)
}

/// The whole record of a member or an officer as filled in, checked as the law asks.
pub fn filled_in(context: &Context, filled: &Filled, whom: &Whom, fields: &'static [Field]) -> Result<NewDecision, Undone> {
    let today = context.now.date();
    let Some(decided_on) = filled.date("on") else { return Err(Undone::wrong("on", "Give the day of the decision")) };
    let (mut decision, mut wrong) = decision(filled, maker(filled), "conflicts", whom);
    if let Some(record) = decision.record("", Some(decided_on)) {
        wrong.extend(record.check(today).into_iter().map(|w| match w.field.as_str() {
            "decided" => Wrong::new("on", w.message),
            "decision" => Wrong::new("text", w.message),
            "dispensation" => Wrong::new("conflicts", w.message),
            "authorisation" => Wrong::new("authority", w.message),
            _ => w,
        }));
    }
    let withheld = if filled.get("exempt") == "yes" { Some(withheld(context, filled, &mut wrong)) } else { None };
    if let (Some(withheld), Some(formal)) = (&withheld, decision.formal.as_deref_mut()) {
        formal.withheld = Some(format!("{} ({})", withheld.restriction.public_reason, withheld.restriction.ground.words()));
    }
    if !wrong.is_empty() {
        return Err(Undone::fields(fields, wrong));
    }
    let words = RecordedDecision { decision, ..RecordedDecision::default() };
    Ok(NewDecision { item: None, title: filled.get("title").into(), service: filled.words("service"), decided_on, words, withheld })
}

fn withheld(context: &Context, filled: &Filled, wrong: &mut Vec<Wrong>) -> Withheld {
    let today = context.now.date();
    let ground = Ground::Exempt {
        paragraphs: paragraphs(filled),
        public_interest: filled.get("public_interest").into(),
        contract_terms_in_negotiation: false,
    };
    let restriction = Restriction {
        ground,
        public_reason: filled.get("public_reason").into(),
        audience: Audience::nobody(),
        imposed_by: context.visitor.signed_in.name.clone(),
        imposed_on: today,
        review_on: not_later_than_after(today, Period::Months(6)).unwrap_or(today),
        late_review_reason: None,
        challenge: "Write to the monitoring officer, who decides within ten working days".into(),
        warnings: Vec::new(),
        reviews: Vec::new(),
        release: None,
    };
    wrong.extend(restriction.check());
    Withheld { words: filled.get("private_words").into(), restriction }
}

/// What a form shows at first of a record that is there.
pub fn given(kept: &KeptDecision, field: &str) -> Vec<String> {
    let decision = &kept.words.decision;
    let formal = decision.formal.as_deref();
    let one = |value: Option<String>| value.into_iter().collect();
    let of_key = |f: &Formal| match &f.key {
        Key::Yes { .. } => "yes",
        Key::No => "no",
        Key::NotExecutive => "not_executive",
        Key::Blank => "",
    };
    match field {
        "title" => vec![kept.title.clone()],
        "service" => one(kept.service.clone()),
        "on" => vec![redress::day::long(kept.decided_on)],
        "text" => vec![decision.text.clone()],
        "reasons" => one(decision.reasons.clone()),
        "options_rejected" => one(decision.options_rejected.clone()),
        "conflicts" | "interests" => one(formal.map(|f| read::conflicts_typed(&f.conflicts)).or(decision.interests.clone())),
        "key" => one(formal.map(|f| of_key(f).to_string()).filter(|k| !k.is_empty())),
        "entry" => one(formal.and_then(|f| match &f.key {
            Key::Yes { entry } => Some(entry.clone()),
            _ => None,
        })),
        "effective_from" => one(formal.and_then(|f| f.effective_from).map(redress::day::long)),
        "result" => one(formal.and_then(|f| f.status).map(|s| Status::ALL[s as usize].0.to_string())),
        "authority" => one(formal.and_then(|f| f.authority.clone())),
        "summary" => one(formal.and_then(|f| f.summary.clone())),
        "tasks" => one(formal.map(|f| read::tasks_typed(&f.tasks))),
        "background" => one(formal.map(|f| f.background.join("\n"))),
        "revision" => vec![kept.revision.to_string()],
        _ => of_maker(kept, field),
    }
}

fn of_maker(kept: &KeptDecision, field: &str) -> Vec<String> {
    let value = match (field, kept.made_by()) {
        ("maker", Some(Maker::Member { .. })) => Some("member".to_string()),
        ("maker", Some(Maker::ExecutiveOfficer { .. })) => Some("executive_officer".into()),
        ("maker", Some(Maker::CouncilOfficer { .. })) => Some("council_officer".into()),
        ("name", Some(Maker::Member { name, .. })) => Some(name.clone()),
        ("office", Some(Maker::Member { office, .. })) => Some(office.clone()),
        ("post", Some(Maker::ExecutiveOfficer { post, .. } | Maker::CouncilOfficer { post, .. })) => Some(post.clone()),
        ("delegation", Some(Maker::CouncilOfficer { delegation, .. })) => Some(
            match delegation {
                Delegation::Specific { .. } => "specific",
                Delegation::Licence { .. } => "licence",
                Delegation::Rights { .. } => "rights",
                Delegation::Spending { .. } => "spending",
            }
            .into(),
        ),
        ("exempt", _) => Some(if kept.withheld.is_some() { "yes" } else { "no" }.into()),
        ("private_words", _) => kept.withheld.as_ref().map(|w| w.words.clone()),
        ("public_reason", _) => kept.withheld.as_ref().map(|w| w.restriction.public_reason.clone()),
        _ => None,
    };
    match (field, kept.withheld.as_ref().map(|w| &w.restriction.ground)) {
        ("paragraphs", Some(Ground::Exempt { paragraphs, .. })) => paragraphs.iter().map(|p| p.number().to_string()).collect(),
        ("public_interest", Some(Ground::Exempt { public_interest, .. })) => vec![public_interest.clone()],
        _ => value.into_iter().collect(),
    }
}
