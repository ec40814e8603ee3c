//! Adopting the executive's report: it becomes a paper, and a copy goes to every member and the monitoring officer.

use maud::{Markup, html};
use redress::access::Act;
use redress::monitoring_report::draft;
use redress::monitoring_report::response::ExecutiveResponse;
use redress_store::desk::work::duty_clock::Follows;
use redress_store::desk::work::executive_response::KeptResponse;
use redress_store::desk::work::monitoring_report::Made;

use crate::desk::copies::{self, Council, Duties, New, Posting};
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::document;
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::monitoring_report::{self, Loaded};
use crate::failure::Failure;

/// Adopting the answer.
pub struct AdoptAnswer {
    loaded: Loaded,
}

const BECAUSE: &str = "the executive's report under section 5A(8) of the Local Government and Housing Act 1989";

impl Deed for AdoptAnswer {
    const PATH: &'static str = "/desk/monitoring-reports/{report}/adopt-answer";
    const TITLE: &'static str = "Record that the executive adopted its report";
    const ACT: Act = Act::AnswerForExecutive;
    const FIELDS: &'static [Field] = &[
        Field::new("minute", "Meeting and minute", Ask::Line).hint("Cabinet, 1 October 2019, minute 59"),
        Field::new("in_confidence", "Are the copies given in confidence?", Ask::One(&[("no", "No"), ("yes", "Yes")])),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<AdoptAnswer, Failure> {
        Ok(AdoptAnswer { loaded: monitoring_report::load(context, keys.number("report")?).await? })
    }

    fn about(&self) -> About {
        self.loaded.about()
    }

    fn possible(&self) -> bool {
        self.loaded.response.is_some() && self.loaded.adopted().is_none()
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "minute" => self.loaded.kept.concluded.iter().map(|c| c.minute.clone()).collect(),
            "in_confidence" => vec!["no".into()],
            _ => Vec::new(),
        }
    }

    async fn consequences(&self, context: &Context, filled: &Filled) -> Result<Option<Markup>, Undone> {
        let (_, response) = self.whole(filled)?;
        let today = context.now.date();
        let council = Council::on(&context.desk, today).await?;
        let considered = self.loaded.considered(context).await?;
        Ok(Some(html! {
            (council.told(today))
            (document::shown(&draft::response(&response, &self.loaded.matter_words(), &considered)))
        }))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let (seen, response) = self.whole(filled)?;
        let (site, today, act) = (&context.desk, context.now.date(), context.act());
        let document = draft::response(&response, &self.loaded.matter_words(), &self.loaded.considered(context).await?);
        let bytes = document::file(&document, &site.site.authority());
        let about = self.loaded.ombudsman_paper;
        let (paper, version) = document::paper(&document, &bytes, "executives-report.html", about, context.account());
        let council = Council::on(site, today).await?;
        let in_confidence = filled.get("in_confidence") == "yes";
        let sha256 = redress_store::chain::sha256(&bytes);
        let new = New { title: &document.title, sha256: &sha256, version: 1, because: BECAUSE, in_confidence, before: Vec::new() };
        let circulating = copies::circulating(&council, new, today, act.who);
        let posting = Posting::new(site, BECAUSE, in_confidence, council.addresses());
        let mut follows = Follows::default();
        for of in copies::papers_of_report(site, &self.loaded.kept).await? {
            let duties = Duties { site, paper: of, today, act: &act };
            let key = "s5a_executive_response_report";
            follows.started.extend(duties.starting(key, None, "the executive concluded its consideration").await?);
            follows.met.extend(duties.meeting(key, today, response.minute.as_deref().unwrap_or("")).await?);
        }
        let made = Made { paper: &paper, version: &version, bytes: &bytes, follows: &follows };
        let letters = |going, circulation: &redress::circulation::Circulation| posting.letters(going, circulation);
        let Some((paper, circulation)) = site.desk.adopt_response(seen, &response, &made, &circulating, &letters, &act).await? else {
            return Err(Undone::changed());
        };
        copies::bring(site, circulation, &context.now).await?;
        let made = serde_json::json!({ "paper": paper, "circulation": circulation, "sha256": sha256 });
        Ok(Done::made(format!("/desk/circulations/{circulation}"), made))
    }
}

impl AdoptAnswer {
    fn whole(&self, filled: &Filled) -> Result<(&KeptResponse, ExecutiveResponse), Undone> {
        let open = self.loaded.response.as_ref().filter(|r| r.paper.is_none());
        let seen = open.ok_or_else(|| Undone::wrong("", "There is no draft of the executive's report that could be adopted"))?;
        let response = ExecutiveResponse { minute: filled.words("minute"), ..seen.response.clone() };
        let wrong = response.check(self.loaded.kept.concluded.as_ref().map(|c| c.on));
        if wrong.is_empty() { Ok((seen, response)) } else { Err(Undone::fields(Self::FIELDS, wrong)) }
    }
}
