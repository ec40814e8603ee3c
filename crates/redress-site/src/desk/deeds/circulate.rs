//! Circulating a paper: a copy for every member in office and the monitoring officer, each with receipts of its own.

use maud::Markup;
use redress::access::{Act, Subject};
use redress_store::desk::work::paper::{PaperVersion, WorkingPaper};

use crate::desk::copies::{self, Council, New, Posting};
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::paper;
use crate::failure::Failure;
use crate::layout::tag;

/// Circulating a paper.
pub struct Circulate {
    paper: WorkingPaper,
    subject: Subject,
    version: Option<PaperVersion>,
    because: &'static str,
    /// It is a report under section 5 or 5A or the executive's answer: the law itself gives every member a copy.
    by_law: bool,
    restricted: bool,
    embargoed: bool,
}

impl Deed for Circulate {
    const PATH: &'static str = "/desk/papers/{paper}/circulate";
    const TITLE: &'static str = "Send every member a copy";
    const ACT: Act = Act::Circulate;
    const FIELDS: &'static [Field] =
        &[Field::new("in_confidence", "Are the copies given in confidence?", Ask::One(&[("no", "No"), ("yes", "Yes")]))];

    async fn load(context: &Context, keys: &Keys) -> Result<Circulate, Failure> {
        let (paper, subject) = paper::load(context, keys.number("paper")?).await?;
        let desk = &context.desk.desk;
        let going = desk.circulations_to_members(paper.id).await?;
        let version =
            desk.versions(paper.id).await?.into_iter().find(|v| !v.redacted).filter(|v| !going.iter().any(|g| g.version == v.version));
        let report = desk.report_of_paper(paper.id).await?;
        let because = match report {
            Some((_, true)) => "the executive's report under section 5A(8) of the Local Government and Housing Act 1989",
            Some((_, false)) => "the monitoring officer's report under the Local Government and Housing Act 1989",
            None => "a paper for members",
        };
        let restricted = subject.restriction.as_ref().is_some_and(|r| !r.opened_by(context.now.date()));
        let embargoed = subject.embargo.as_ref().is_some_and(|e| e.covers(context.now.datetime()));
        Ok(Circulate { paper, subject, version, because, by_law: report.is_some(), restricted, embargoed })
    }

    fn about(&self) -> About {
        About::of(self.subject.clone()).caption(self.paper.title.clone()).back(format!("/desk/papers/{}", self.paper.id))
    }

    fn before(&self) -> Markup {
        maud::html! { @if self.version.is_none() { p.govuk-body { "Nothing is left to send: it has no file, or its last version went to members." } } }
    }

    fn possible(&self) -> bool {
        self.version.is_some()
    }

    fn given(&self, field: &str) -> Vec<String> {
        if field == "in_confidence" { vec!["no".into()] } else { Vec::new() }
    }

    async fn consequences(&self, context: &Context, _: &Filled) -> Result<Option<Markup>, Undone> {
        self.open_to_all()?;
        let today = context.now.date();
        let council = Council::on(&context.desk, today).await?;
        Ok(Some(maud::html! {
            @if let Some(cover) = self.cover() { p.govuk-body { (tag("Warning", "yellow")) " The paper is " (cover) ". The law gives every member a copy of this report all the same, and whoever is sent one reads it." } }
            (council.told(today))
        }))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let Some(version) = &self.version else {
            return Err(Undone::wrong("", "It has no file, or its last version went to members already"));
        };
        self.open_to_all()?;
        let (site, today, act) = (&context.desk, context.now.date(), context.act());
        let council = Council::on(site, today).await?;
        let in_confidence = filled.get("in_confidence") == "yes";
        let served = site.desk.receipts(self.paper.id).await?;
        let before = served.into_iter().filter_map(|r| {
            let day: jiff::civil::Date = r.served_on?.parse().ok()?;
            Some((r.person, day.at(0, 0, 0, 0), r.how.unwrap_or_else(|| "an earlier copy".into())))
        });
        let new = New {
            title: &self.paper.title,
            sha256: &version.sha256,
            version: version.version,
            because: self.because,
            in_confidence,
            before: before.collect(),
        };
        let mut circulating = copies::circulating(&council, new, today, act.who);
        circulating.working_paper_id = self.paper.id;
        let posting = Posting::new(site, self.because, in_confidence, council.addresses());
        let id = site.desk.circulate_to_members(&circulating, &|going, c| posting.letters(going, c), &act).await?;
        copies::bring(site, id, &context.now).await?;
        Ok(Done::made(format!("/desk/circulations/{id}"), serde_json::json!({ "circulation": id, "sha256": version.sha256 })))
    }
}

impl Circulate {
    /// What covers the paper now, in words.
    fn cover(&self) -> Option<&'static str> {
        match (self.restricted, self.embargoed) {
            (true, true) => Some("restricted and under an embargo"),
            (true, false) => Some("restricted"),
            (false, true) => Some("under an embargo"),
            (false, false) => None,
        }
    }

    /// Refuses a covered paper of which no law gives every member a copy: a copy would open it to them all.
    fn open_to_all(&self) -> Result<(), Undone> {
        match self.cover().filter(|_| !self.by_law) {
            Some(cover) => {
                let why = "is not the monitoring officer's report or the executive's answer to it";
                Err(Undone::wrong(
                    "in_confidence",
                    format!("The paper is {cover} and {why}, so it cannot go to every member. Serve those who may read it"),
                ))
            }
            None => Ok(()),
        }
    }
}
