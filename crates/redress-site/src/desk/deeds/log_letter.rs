//! Logging a letter about a case. It is the only act that says what the Ombudsman thinks: the file proves it, and who logged it.

use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::Act;
use redress::duty::Inputs;
use redress::ombudsman::case_file::CaseFile;
use redress::ombudsman::clock::Happened;
use redress::ombudsman::follows::{CaseKey, Link, Relation};
use redress::ombudsman::letter::{From, Kind, Letter, Logged};
use redress::ombudsman::outcome::{Bearing, Outcome, usual};
use redress::ombudsman::paper::PaperKind;
use redress_store::desk::work::case_file::KeptCase;
use redress_store::desk::work::letter::{self, Logging};
use redress_store::desk::work::ombudsman_paper::OmbudsmanPaper;
use redress_store::desk::work::recommendation::KeptRecommendation;

use super::register::keys;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::case::{self, Loaded};
use crate::desk::reply;
use crate::failure::Failure;

/// Logging a letter.
pub struct LogLetter {
    loaded: Loaded,
    recommendations: Vec<KeptRecommendation>,
    open: Vec<(i64, String)>,
    next: usize,
}

impl Deed for LogLetter {
    const PATH: &'static str = "/desk/cases/{case}/log-letter";
    const TITLE: &'static str = "Log a letter";
    const ACT: Act = Act::LogLetter;
    const FIELDS: &'static [Field] = &[
        Field::new("from", "Who wrote it", Ask::One(From::CHOICES)),
        Field::new("kind", "What it is about", Ask::One(Kind::CHOICES)),
        Field::new("dated", "Date on the letter", Ask::DateOrUnknown),
        Field::new("received", "Date on which it came or went", Ask::Date),
        Field::new("summary", "What it says", Ask::Line).hint("In a few words, for the timeline"),
        Field::new("file", "The letter itself", Ask::File),
        Field::new("other_cases", "Other cases that it names", Ask::Line).hint("References with a / between them").optional(),
        Field::new("new_case", "Reference of the case that it opens", Ask::Line).only_if("kind", "remedy_not_carried_out"),
        Field::new("outcome", "What the Ombudsman says", Ask::OneOf).optional(),
        Field::new("recommendations", "Of which recommendations", Ask::AnyOf)
            .hint("Also those that the letter carries forward into the case that it opens")
            .optional(),
        Field::new("evidence_on", "Satisfactory evidence came on, where the letter names the day", Ask::Date).optional(),
        Field::new("duty", "Duty for which it gives more time", Ask::OneOf).optional(),
        Field::new("expected", "New day that the letter gives", Ask::Date).optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<LogLetter, Failure> {
        let loaded = case::load(context, keys.number("case")?).await?;
        let desk = &context.desk.desk;
        let mut recommendations = desk.recommendations_of_case(loaded.case.id).await?;
        recommendations.extend(case::carried(context, loaded.case.id).await?);
        let mut open = Vec::new();
        for paper in &loaded.papers {
            let duties = desk.duties_of(paper.id, context.now.date()).await?;
            open.extend(duties.into_iter().filter(|d| !d.state.over()).map(|d| (paper.id, d.clock.duty)));
        }
        let next = desk.letters_of_case(loaded.case.id).await?.len() + 1;
        Ok(LogLetter { loaded, recommendations, open, next })
    }

    fn about(&self) -> About {
        About::of(self.loaded.subject.clone()).caption(self.loaded.title()).back(format!("{}/papers", self.loaded.address()))
    }

    fn before(&self) -> Markup {
        html! { p.govuk-body { "Only a letter from the Ombudsman says what the Ombudsman thinks, gives more time, or closes the case on the Ombudsman's side. A letter cannot be changed once it is logged." } }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "outcome" => usual().into_iter().map(|o| (o.term.word, o.term.words)).collect(),
            "recommendations" => {
                let named = |r: &KeptRecommendation| format!("{}: {}", r.tracked.asked().key(), r.tracked.asked().text());
                self.recommendations.iter().map(|r| (r.id.to_string(), named(r))).collect()
            }
            "duty" => self.open.iter().map(|(paper, duty)| (format!("{paper} {duty}"), crate::desk::started::duty_words(duty))).collect(),
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let desk = &context.desk.desk;
        let today = context.now.date();
        let by = context.visitor.signed_in.name.as_str();
        let choose = |field| Undone::wrong(field, "Choose one");
        let from = From::of_word(filled.get("from")).ok_or_else(|| choose("from"))?;
        let kind = Kind::of_word(filled.get("kind")).ok_or_else(|| choose("kind"))?;
        let received = filled
            .date("received")
            .filter(|d| *d <= today)
            .ok_or_else(|| Undone::wrong("received", "Give the day on which it came or went; it cannot be after today"))?;
        let file = filled.file("file").ok_or_else(|| Undone::wrong("file", "Add the letter itself: it proves what it says"))?;
        let looked = super::add_version::looked_at(context, file).await?;
        let mut cases = self.cases(context, filled).await?;
        let opens = self.opens(context, filled, kind, received).await?;
        let named = cases.iter().map(|(c, _)| c.key.clone()).chain(opens.as_ref().map(|(key, _)| key.clone())).collect();
        let (paper, number) = (format!("{} ({})", filled.get("summary"), file.name), format!("{}/L{}", self.loaded.case.key, self.next));
        let letter =
            Letter::log(Logged { key: &number, from, kind, dated: filled.date("dated"), received, paper: &paper, cases: named, by })
                .map_err(|wrong| Undone::fields(Self::FIELDS, wrong))?;
        let chosen = self.chosen(filled);
        if from != From::Ombudsman && (filled.words("outcome").is_some() || kind == Kind::Satisfaction) {
            // Whoever tries to say in the council's own name that the Ombudsman is satisfied is on record with it.
            let body = serde_json::json!({ "deed": Self::PATH, "from": from, "kind": kind, "outcome": filled.get("outcome") });
            desk.refused(&context.act(), &self.loaded.address(), &body).await?;
        }
        if from != From::Ombudsman && kind == Kind::RemedyNotCarriedOut {
            return Err(Undone::wrong("from", "Only a letter from the Ombudsman opens a case about a remedy that was not carried out"));
        }
        let moved = self.moved(filled, &letter, &chosen, by, today)?;
        if kind == Kind::Satisfaction {
            for (_, file) in &mut cases {
                // A second letter of satisfaction is logged like any other; the first one stands.
                if file.closure.closed_by_ombudsman().is_none() {
                    file.closure.ombudsman(&letter).map_err(|why| Undone::wrong("from", why.to_string()))?;
                }
            }
        }
        let duties = self.duties(context, filled, &letter, &cases, if moved.is_empty() { &chosen } else { &moved }).await?;
        let carried: Vec<i64> = if opens.is_some() { chosen.iter().map(|r| r.id).collect() } else { Vec::new() };
        let logging = Logging {
            letter: &letter,
            summary: filled.get("summary"),
            name: &file.name,
            media: looked.media.words(),
            bytes: &file.bytes,
            cases: &cases,
            recommendations: &moved,
            duties: &duties,
            opens: opens.as_ref().map(|(key, file)| (key, file)),
            carried: &carried,
        };
        match desk.log_letter(&logging, &context.act()).await? {
            letter::Logged::Changed => Err(Undone::changed()),
            letter::Logged::New(id) => {
                let opened = match &opens {
                    Some((key, _)) => desk.case_of(key).await?.map(|c| c.id),
                    None => None,
                };
                Ok(Done::made(self.about().back, serde_json::json!({ "letter": id, "opened": opened })))
            }
        }
    }
}

impl LogLetter {
    /// Every case that the letter names and that has a file.
    async fn cases(&self, context: &Context, filled: &Filled) -> Result<Vec<(KeptCase, CaseFile)>, Undone> {
        let desk = &context.desk.desk;
        let mut all = vec![(self.loaded.case.clone(), self.loaded.case.file.clone())];
        let others = keys(filled.get("other_cases")).map_err(|w| Undone::wrong("other_cases", w.message))?;
        for key in others {
            let found = desk
                .case_of(&key)
                .await?
                .ok_or_else(|| Undone::wrong("other_cases", format!("There is no case {key} here: register its paper first")))?;
            // Naming a case that this person may not read would tell of it.
            let found = case::load(context, found.id)
                .await
                .map_err(|_| Undone::wrong("other_cases", format!("There is no case {key} here: register its paper first")))?;
            if !all.iter().any(|(c, _)| c.id == found.case.id) {
                all.push((found.case.clone(), found.case.file));
            }
        }
        Ok(all)
    }

    /// The case that the letter opens, with what its file begins with.
    async fn opens(&self, context: &Context, filled: &Filled, kind: Kind, on: Date) -> Result<Option<(CaseKey, CaseFile)>, Undone> {
        if kind != Kind::RemedyNotCarriedOut {
            return Ok(None);
        }
        let wrong = |why: String| Undone::wrong("new_case", why);
        let key = CaseKey::read(filled.get("new_case"))
            .map_err(|_| wrong("Give the reference of the case that it opens: eight digits".into()))?;
        let own = &self.loaded.case;
        let mut follows = context.desk.desk.follows().await?;
        let relation = Relation::RemedyNotCarriedOut;
        let by = context.visitor.signed_in.name.clone();
        follows
            .link(Link { later: key.clone(), earlier: own.key.clone(), relation, by, on, paper: None })
            .map_err(|why| wrong(why.to_string()))?;
        let file = CaseFile {
            subject: format!("What was agreed in {} was not carried out", own.key),
            services: own.file.services.clone(),
            complainant: own.file.complainant.clone(),
            predecessor: own.file.predecessor.clone(),
            ..CaseFile::default()
        };
        Ok(Some((key, file)))
    }

    fn chosen(&self, filled: &Filled) -> Vec<KeptRecommendation> {
        let all = filled.all("recommendations");
        self.recommendations.iter().filter(|r| all.contains(&r.id.to_string())).cloned().collect()
    }

    /// The recommendations as they are with what the letter says of them.
    fn moved(
        &self,
        filled: &Filled,
        letter: &Letter,
        chosen: &[KeptRecommendation],
        by: &str,
        today: Date,
    ) -> Result<Vec<KeptRecommendation>, Undone> {
        let list = usual();
        let outcome: Option<&Outcome> = filled.words("outcome").and_then(|word| list.iter().find(|o| o.term.word == word));
        if letter.kind() == Kind::Satisfaction && outcome.is_some_and(|o| o.bearing != Bearing::Satisfied) {
            let say =
                "A letter that says that the Ombudsman is satisfied cannot say this: choose another outcome, or another kind of letter";
            return Err(Undone::wrong("outcome", say));
        }
        let extends = letter.kind() == Kind::Extension && filled.get("duty").is_empty();
        if outcome.is_none() && !extends {
            return Ok(Vec::new());
        }
        if chosen.is_empty() {
            return Err(Undone::wrong("recommendations", "Choose the recommendations that the letter speaks of"));
        }
        let mut moved = chosen.to_vec();
        for kept in &mut moved {
            if let Some(outcome) = outcome {
                let day = filled.date("evidence_on");
                kept.tracked.ombudsman_says(letter, outcome, day, by, today).map_err(|why| Undone::wrong("outcome", why.to_string()))?;
            }
            if extends {
                kept.tracked.answer_extension(letter, filled.date("expected")).map_err(|why| Undone::wrong("expected", why.to_string()))?;
            }
        }
        Ok(moved)
    }

    /// The day of the confirmation that satisfied the Ombudsman; without one, the day of the Ombudsman's own letter.
    async fn confirmed_on(&self, context: &Context, case: i64, satisfied: Date) -> Result<Date, Undone> {
        let letters = context.desk.desk.letters_of_case(case).await?;
        let ours = letters.iter().filter(|l| l.letter.kind() == Kind::Confirmation && l.letter.from() == From::Council);
        Ok(ours.map(|l| l.letter.day()).filter(|day| *day <= satisfied).max().unwrap_or(satisfied))
    }

    /// More time for a duty. More time to reply moves the period to confirm with it: section 31(2A)(c) counts from its end.
    async fn extended(&self, context: &Context, paper: i64, duty: &str, until: Date) -> Result<Vec<(i64, String, Happened, Date)>, Undone> {
        let duties = context.desk.desk.duties_of(paper, context.now.date()).await?;
        let stands = |key: &str| duties.iter().find(|d| d.clock.duty == key).and_then(|d| d.alarm);
        if let Some(now) = stands(duty).filter(|now| until <= *now) {
            let say = format!("It stands until {} now: give a later day, the one that the letter names", redress::day::long(now));
            return Err(Undone::wrong("expected", say));
        }
        let mut all = vec![(paper, duty.to_string(), Happened::Extended, until)];
        if let Some(before) = duty.strip_suffix("consider_and_notify") {
            let confirm = format!("{before}implement_and_confirm");
            let open = duties.iter().any(|d| d.clock.duty == confirm && !d.state.over());
            let law = redress::duty::find(&confirm).map_err(|_| Failure::NotFound)?;
            let due = redress::duty::due_date(law, &Inputs::from(until), &context.readings(), &context.desk.site.calendar);
            // A letter that gave more time to confirm itself is not shortened by one about the reply.
            let due = due.filter(|due| open && stands(&confirm).is_none_or(|now| now < *due));
            all.extend(due.map(|due| (paper, confirm, Happened::Extended, due)));
        }
        Ok(all)
    }

    /// The duties that the letter meets or gives more time for.
    async fn duties(
        &self,
        context: &Context,
        filled: &Filled,
        letter: &Letter,
        cases: &[(KeptCase, CaseFile)],
        spoken_of: &[KeptRecommendation],
    ) -> Result<Vec<(i64, String, Happened, Date)>, Undone> {
        let desk = &context.desk.desk;
        let mut all = Vec::new();
        if let Some((paper, duty)) = filled.get("duty").split_once(' ').filter(|_| letter.kind() == Kind::Extension) {
            if letter.from() != From::Ombudsman {
                return Err(Undone::wrong("from", "Only the Ombudsman gives more time, in writing"));
            }
            let until = filled.date("expected").ok_or_else(|| Undone::wrong("expected", "Give the new day that the letter names"))?;
            let paper = paper.parse().map_err(|_| Failure::NotFound)?;
            all.extend(self.extended(context, paper, duty, until).await?);
        }
        let end = match (letter.kind(), letter.from()) {
            (Kind::Reply, From::Council) => "consider_and_notify",
            // The Act wants the Ombudsman satisfied, so the council's own confirmation meets nothing until that letter comes.
            (Kind::Confirmation, From::Council) => return Ok(all),
            (Kind::Satisfaction, From::Ombudsman) => "implement_and_confirm",
            (Kind::Comments, From::Council) => {
                all.extend(commented(context, letter, cases).await?);
                return Ok(all);
            }
            (Kind::Comments | Kind::Reply | Kind::Confirmation, _) => {
                return Err(Undone::wrong("from", "Comments, a reply and a confirmation are letters of the council"));
            }
            _ => return Ok(all),
        };
        for (case, _) in cases {
            let papers = desk.papers_of_case(case.id).await?;
            let satisfied = letter.kind() == Kind::Satisfaction;
            if satisfied && unsatisfied(context, case.id, spoken_of).await? {
                continue;
            }
            // A letter says nothing of a report that came after it.
            let came = |report: &&OmbudsmanPaper| report.received_on().is_none_or(|on| on <= letter.day());
            for report in reply::reports(&papers).filter(came) {
                if letter.kind() == Kind::Reply
                    && let Some(bar) = reply::bar(context, report).await?
                {
                    return Err(Undone::wrong("kind", format!("{}: {bar}", crate::desk::pages::ombudsman_paper::title(report))));
                }
                let duties = desk.duties_of(report.id, context.now.date()).await?;
                let on = if satisfied { self.confirmed_on(context, case.id, letter.day()).await? } else { letter.day() };
                let open = duties.into_iter().filter(|d| d.clock.duty.ends_with(end) && !d.state.over());
                let new: Vec<_> = open.map(|d| (report.id, d.clock.duty, Happened::Met, on)).filter(|d| !all.contains(d)).collect();
                all.extend(new);
            }
        }
        Ok(all)
    }
}

/// The duties to comment on the drafts of these cases that had come by the day of the letter.
async fn commented(
    context: &Context,
    letter: &Letter,
    cases: &[(KeptCase, CaseFile)],
) -> Result<Vec<(i64, String, Happened, Date)>, Undone> {
    let desk = &context.desk.desk;
    let mut all = Vec::new();
    for (case, _) in cases {
        for paper in desk.papers_of_case(case.id).await? {
            let draft = matches!(PaperKind::of_word(&paper.kind), Some(PaperKind::DraftDecision | PaperKind::DraftReport));
            if !draft || paper.received_on().is_some_and(|on| on > letter.day()) {
                continue;
            }
            let duties = desk.duties_of(paper.id, context.now.date()).await?;
            let open = duties.into_iter().filter(|d| d.clock.duty.contains("_draft_") && !d.state.over());
            let new = open.map(|d| (paper.id, d.clock.duty, Happened::Met, letter.day()));
            let new: Vec<_> = new.filter(|d| !all.contains(d)).collect();
            all.extend(new);
        }
    }
    Ok(all)
}

/// Whether the Ombudsman stays unsatisfied with a recommendation of a case after a letter.
async fn unsatisfied(context: &Context, case: i64, spoken_of: &[KeptRecommendation]) -> Result<bool, Undone> {
    let own = context.desk.desk.recommendations_of_case(case).await?;
    let before = own.iter().filter(|r| !spoken_of.iter().any(|m| m.id == r.id));
    let stays = |r: &KeptRecommendation| r.tracked.view().is_some_and(|v| v.outcome().bearing == Bearing::NotSatisfied);
    Ok(before.chain(spoken_of).any(stays))
}
