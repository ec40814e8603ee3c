//! A second person lets a file pass with what was found in it, for a reason.

use maud::{Markup, html};
use redress::access::{Act, Subject};
use redress_store::desk::work::paper::{FindingOverride, PaperVersion, WorkingPaper};

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::paper;
use crate::failure::Failure;

/// Letting a file pass.
pub struct OverrideFinding {
    paper: WorkingPaper,
    subject: Subject,
    version: PaperVersion,
}

impl Deed for OverrideFinding {
    const PATH: &'static str = "/desk/papers/{paper}/versions/{version}/override";
    const TITLE: &'static str = "Let the file pass";
    const ACT: Act = Act::OverrideFinding;
    const FIELDS: &'static [Field] = &[Field::new("reason", "Why the file may be published as it is", Ask::Text)];

    async fn load(context: &Context, keys: &Keys) -> Result<OverrideFinding, Failure> {
        let (paper, subject) = paper::load(context, keys.number("paper")?).await?;
        let wanted = keys.number("version")?;
        let version = context.desk.desk.versions(paper.id).await?.into_iter().find(|v| v.version == wanted).ok_or(Failure::NotFound)?;
        // Whoever added the file is the first person; somebody else must let it pass.
        let subject = subject.first_done_by(version.added_by);
        Ok(OverrideFinding { paper, subject, version })
    }

    fn about(&self) -> About {
        About::of(self.subject.clone()).caption(self.paper.title.clone()).back(format!("/desk/papers/{}", self.paper.id))
    }

    fn before(&self) -> Markup {
        html! {
            p.govuk-body { "The public will be able to read what was found in version " (self.version.version) ":" }
            (paper::findings(&self.version))
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let reason = filled.get("reason");
        if !redress::wrong::reasons(reason, 4) {
            return Err(Undone::wrong("reason", "Say in a sentence why it may be published as it is"));
        }
        let passed = FindingOverride {
            version: self.version.version,
            by_account: context.account(),
            by_name: context.visitor.signed_in.name.clone(),
            at: context.now.timestamp().to_string(),
            reason: reason.into(),
        };
        context.desk.desk.override_finding(self.paper.id, &passed, &context.act()).await?;
        Ok(Done::at(self.about().back))
    }
}
