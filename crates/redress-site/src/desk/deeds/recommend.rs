//! Adding a recommendation to a case: the Ombudsman's words, each date that the paper gives, and the post that owns it.

use redress::access::{Act, Subject};
use redress::ombudsman::recommendation::{Asked, Money, Nature, Original, RULES, Recommendation, kind};
use redress::ombudsman::tracked::Tracked;
use redress::wrong::Wrong;
use redress_store::desk::account::post::Post;
use redress_store::desk::work::case_file::KeptCase;
use redress_store::desk::work::ombudsman_paper::OmbudsmanPaper;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::ombudsman_paper;
use crate::failure::Failure;

/// Adding a recommendation.
pub struct Recommend {
    paper: OmbudsmanPaper,
    subject: Subject,
    cases: Vec<KeptCase>,
    posts: Vec<Post>,
    next: usize,
}

impl Deed for Recommend {
    const PATH: &'static str = "/desk/ombudsman-papers/{paper}/recommend";
    const TITLE: &'static str = "Add a recommendation";
    const ACT: Act = Act::AddRecommendation;
    const FIELDS: &'static [Field] = &[
        Field::new("case", "Case", Ask::OneOf).optional(),
        Field::new("number", "Number", Ask::Number).hint("As the paper counts them, from 1"),
        Field::new("nature", "For whom", Ask::One(Nature::CHOICES)),
        Field::new("kinds", "Kind of remedy", Ask::AnyOf),
        Field::new("words", "What is recommended, word for word", Ask::Text),
        Field::new("rule", "By when", Ask::One(RULES)),
        Field::new("stated", "Stated date", Ask::Date).only_if("rule", "stated"),
        Field::new("more_dates", "Further dates", Ask::Text)
            .hint("One a line, the date and then what is due: 8 June 2023: staff training")
            .optional(),
        Field::new("beneficiary", "For whom it is, by the Ombudsman's letter", Ask::Line)
            .hint("Mrs X")
            .only_if("nature", "personal")
            .optional(),
        Field::new("of", "How many, where actions are counted", Ask::Number).hint("44 letters: 44").optional(),
        Field::new("amount", "Money", Ask::Money).hint("Officers only: a payment to a person is never published").optional(),
        Field::new("head", "What the money is for", Ask::Line).hint("Distress, lost education, a loss that can be counted").optional(),
        Field::new("owner", "Post that owns it", Ask::OneOf).optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<Recommend, Failure> {
        let (paper, subject) = ombudsman_paper::load(context, keys.number("paper")?).await?;
        let desk = &context.desk.desk;
        let cases = desk.cases_of_paper(paper.id).await?;
        let next = match cases.first() {
            Some(case) => desk.recommendations_of_case(case.id).await?.len() + 1,
            None => return Err(Failure::NotFound),
        };
        Ok(Recommend { paper, subject, cases, posts: desk.posts().await?, next })
    }

    fn about(&self) -> About {
        About::of(self.subject.clone())
            .caption(ombudsman_paper::title(&self.paper))
            .back(format!("/desk/ombudsman-papers/{}", self.paper.id))
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "case" => self.cases.iter().map(|c| (c.id.to_string(), c.key.to_string())).collect(),
            "kinds" => kind::usual().into_iter().map(|term| (term.word, term.words)).collect(),
            "owner" => self.posts.iter().map(|p| (p.id.to_string(), p.title.clone())).collect(),
            _ => Vec::new(),
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "case" => self.cases.first().map(|c| c.id.to_string()).into_iter().collect(),
            "number" => vec![self.next.to_string()],
            "beneficiary" => Some(self.paper.complainant.clone()).filter(|c| !c.is_empty()).into_iter().collect(),
            "owner" => {
                let directs = |p: &&Post| p.role() == Some(redress::reader::Role::ServiceDirector);
                self.posts.iter().find(directs).or(self.posts.first()).map(|p| p.id.to_string()).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let chosen = filled.number("case");
        let case =
            self.cases.iter().find(|c| chosen.is_none_or(|id| c.id == id)).ok_or_else(|| Undone::wrong("case", "Case: choose one"))?;
        let owner = filled.number("owner").or_else(|| self.given("owner").first()?.parse().ok());
        let owner = owner.ok_or_else(|| Undone::wrong("owner", "Post that owns it: choose one"))?;
        let recommendation = self.asked(case, filled).map_err(|wrong| Undone::fields(Self::FIELDS, wrong))?;
        let due_on = recommendation.original();
        let by = &context.visitor.signed_in.name;
        let tracked =
            Tracked::begin(recommendation, owner, by, context.now.date()).map_err(|why| Undone::wrong("owner", why.to_string()))?;
        match context.desk.desk.add_recommendation(case.id, self.paper.id, &tracked, &context.act()).await? {
            Some(id) => Ok(Done::made(
                self.about().back,
                serde_json::json!({ "recommendation": id, "key": tracked.asked().key(), "due_on": due_on }),
            )),
            None => Err(Undone::wrong("number", "That number is taken in this case")),
        }
    }
}

impl Recommend {
    fn asked(&self, case: &KeptCase, filled: &Filled) -> Result<Recommendation, Vec<Wrong>> {
        let kinds = filled.all("kinds");
        let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
        let known = kind::usual();
        let known: Vec<&str> = known.iter().map(|t| t.word.as_str()).collect();
        let nature = Nature::of_word(filled.get("nature")).ok_or_else(|| vec![Wrong::new("nature", "For whom: choose one")])?;
        let beneficiary = filled.words("beneficiary").or_else(|| Some(self.paper.complainant.clone()).filter(|c| !c.is_empty()));
        let money = filled.pence("amount").and_then(|p| u64::try_from(p).ok()).filter(|p| *p > 0);
        let head = filled.words("head").unwrap_or_else(|| "not stated".into());
        Recommendation::new(
            Asked {
                case: case.key.clone(),
                number: filled.number("number").and_then(|n| u32::try_from(n).ok()).unwrap_or(0),
                nature,
                kinds: &kinds,
                text: filled.get("words"),
                originals: self.originals(filled)?,
                of: filled.number("of").and_then(|n| u32::try_from(n).ok()),
                beneficiary: (nature == Nature::Personal).then_some(beneficiary.as_deref()).flatten(),
                money: money.map(|pence| Money::recommended(&head, pence)),
            },
            &known,
        )
    }

    /// Every date that the paper gives.
    fn originals(&self, filled: &Filled) -> Result<Vec<Original>, Vec<Wrong>> {
        let dated = self.paper.dated_on();
        let stated = filled.date("stated");
        let field = if filled.get("rule") == "stated" { "stated" } else { "rule" };
        let first = Original::new("", filled.get("rule"), dated, stated).map_err(|why| vec![Wrong::new(field, why.to_string())])?;
        let mut all: Vec<Original> = first.into_iter().collect();
        for line in filled.get("more_dates").lines().map(str::trim).filter(|l| !l.is_empty()) {
            let wrong = |why: String| vec![Wrong::new("more_dates", why)];
            let (day, what) = line.split_once(':').unwrap_or((line, ""));
            let day = redress::duty::read_date(day).map_err(|why| wrong(why.to_string()))?;
            all.extend(Original::new(what.trim(), "stated", dated, Some(day)).map_err(|why| wrong(why.to_string()))?);
        }
        Ok(all)
    }
}
