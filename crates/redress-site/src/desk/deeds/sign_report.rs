//! Signing the monitoring officer's report: refused until it holds what it must; then it is a paper with a hash.

use maud::{Markup, html};
use redress::access::Act;
use redress::monitoring_report::Signed;
use redress::reader::Role;
use redress_store::desk::work::duty_clock::Follows;
use redress_store::desk::work::monitoring_report::Made;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::document;
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::findings;
use crate::desk::pages::monitoring_report::{self, Loaded};
use crate::failure::Failure;

/// Signing.
pub struct SignReport {
    loaded: Loaded,
    papers: Vec<i64>,
}

impl Deed for SignReport {
    const PATH: &'static str = "/desk/monitoring-reports/{report}/sign";
    const TITLE: &'static str = "Sign the report";
    const ACT: Act = Act::MakeMonitoringReport;
    const FIELDS: &'static [Field] = &[Field::new("deputy_because", "Why the deputy signs", Ask::Line)
        .hint("Only where the monitoring officer is absent or ill: the duty is personal")
        .optional()];

    async fn load(context: &Context, keys: &Keys) -> Result<SignReport, Failure> {
        let loaded = monitoring_report::load(context, keys.number("report")?).await?;
        let cases: Vec<i64> = loaded.cases.iter().map(|c| c.id).collect();
        let papers = findings::papers_by(&context.desk, &cases, context.now.date()).await?;
        Ok(SignReport { loaded, papers })
    }

    fn about(&self) -> About {
        self.loaded.about()
    }

    fn possible(&self) -> bool {
        self.loaded.kept.paper.is_none()
    }

    fn impossible(&self) -> String {
        "This report is signed".into()
    }

    async fn consequences(&self, context: &Context, filled: &Filled) -> Result<Option<Markup>, Undone> {
        let report = self.signed(context, filled)?;
        Ok(Some(html! {
            p.govuk-body { "The text below becomes a paper with its hash. It is not changed after that." }
            (document::shown(&self.loaded.document(&report, context.now.date())))
        }))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let report = self.signed(context, filled)?;
        let document = self.loaded.document(&report, context.now.date());
        let bytes = document::file(&document, &context.desk.site.authority());
        let about = self.loaded.ombudsman_paper;
        let (paper, version) = document::paper(&document, &bytes, "monitoring-officers-report.html", about, context.account());
        let made = Made { paper: &paper, version: &version, bytes: &bytes, follows: &Follows::default() };
        match context.desk.desk.sign_report(&self.loaded.kept, &report, &made, &context.act()).await? {
            Some(paper) => {
                let sha256 = redress_store::chain::sha256(&bytes);
                Ok(Done::made(self.loaded.address(), serde_json::json!({ "paper": paper, "sha256": sha256 })))
            }
            None => Err(Undone::changed()),
        }
    }
}

impl SignReport {
    fn signed(&self, context: &Context, filled: &Filled) -> Result<redress::monitoring_report::MonitoringReport, Undone> {
        if self.loaded.kept.paper.is_some() {
            return Err(Undone::wrong("", "This report is signed"));
        }
        let deputy = !context.visitor.signed_in.roles.contains(&Role::MonitoringOfficer);
        let because = filled.words("deputy_because");
        if deputy && because.is_none() {
            return Err(Undone::wrong("deputy_because", "Say why the deputy signs: the monitoring officer is absent or ill"));
        }
        let mut report = self.loaded.kept.report.clone();
        let by = context.visitor.signed_in.name.clone();
        report.signed =
            Some(Signed { by, on: context.now.date(), deputy_because: because.filter(|_| deputy), papers: self.papers.clone() });
        let wrong = report.check(&context.readings());
        if wrong.is_empty() { Ok(report) } else { Err(Undone::fields(Self::FIELDS, wrong)) }
    }
}
