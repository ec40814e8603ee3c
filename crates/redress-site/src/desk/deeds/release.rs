//! The decision on one restricted paper: publish, publish redacted, link, keep. It opens the way; publishing is another act.

use maud::{Markup, html};
use redress::access::{Act, Subject};
use redress::restriction::{Release, ReleaseDecision, Restriction};
use redress_store::desk::work::paper::WorkingPaper;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::paper;
use crate::desk::safe_words;
use crate::failure::Failure;

/// Deciding on a release.
pub struct DecideRelease {
    paper: WorkingPaper,
    subject: Subject,
    restriction: Restriction,
    has_redacted: bool,
}

const DECISIONS: &[(&str, &str)] = &[
    ("publish", "Publish the paper as it is"),
    ("publish_redacted", "Publish a copy with redactions"),
    ("link", "Link to the copy that somebody else published"),
    ("keep", "Keep it restricted"),
];

impl Deed for DecideRelease {
    const PATH: &'static str = "/desk/papers/{paper}/release";
    const TITLE: &'static str = "Decide on the release";
    const ACT: Act = Act::DecideRelease;
    const FIELDS: &'static [Field] = &[
        Field::new("decision", "Decision", Ask::One(DECISIONS)),
        Field::new("address", "Address to link to", Ask::Line).hint("It begins with https://").only_if("decision", "link"),
        Field::new("public_title", "Title for the public", Ask::Line)
            .hint("Needed where it is opened; where it is kept, none is chosen")
            .optional(),
        Field::new("reason", "Reason", Ask::Text).hint("The public reads it where the paper is opened"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<DecideRelease, Failure> {
        let (paper, subject) = paper::load(context, keys.number("paper")?).await?;
        let restriction = subject.restriction.clone().ok_or(Failure::NotFound)?;
        let has_redacted = context.desk.desk.versions(paper.id).await?.iter().any(|v| v.redacted);
        Ok(DecideRelease { paper, subject, restriction, has_redacted })
    }

    fn about(&self) -> About {
        About::of(self.subject.clone()).caption(self.paper.title.clone()).back(format!("/desk/papers/{}", self.paper.id))
    }

    fn before(&self) -> Markup {
        html! { p.govuk-body { "This decides on one paper and publishes nothing by itself: the paper is then published from its meeting, with a preview." } }
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "public_title" => self.paper.public_title.iter().cloned().collect(),
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let now = context.now.datetime();
        let decision = match filled.get("decision") {
            "publish" => ReleaseDecision::Publish,
            "publish_redacted" if !self.has_redacted => {
                return Err(Undone::wrong("decision", "Add the redacted copy as a version of the paper first"));
            }
            "publish_redacted" => ReleaseDecision::PublishRedacted,
            "link" => {
                let address = filled.words("address").filter(|a| a.starts_with("https://"));
                ReleaseDecision::Link { address: address.ok_or_else(|| Undone::wrong("address", "Address must begin with https://"))? }
            }
            _ => ReleaseDecision::Keep,
        };
        if decision.opens() && self.subject.embargo.as_ref().is_some_and(|e| e.covers(now)) {
            return Err(Undone::wrong("decision", "The embargo is not lifted: nothing that it covers can be opened"));
        }
        if decision.opens() && !redress::person_in_case::find(filled.get("reason")).is_empty() {
            return Err(Undone::wrong("reason", safe_words::NAMES));
        }
        let title = filled.words("public_title");
        if decision.opens() && title.is_none() {
            return Err(Undone::wrong("public_title", "Title for the public: this must be answered where the paper is opened"));
        }
        // A paper that is kept gets no title by that: the working title must not slip out.
        let title = title.filter(|_| decision.opens());
        let release = Release { decision, reason: filled.get("reason").into(), by: context.visitor.signed_in.name.clone(), at: now };
        let restriction = Restriction { release: Some(release), ..self.restriction.clone() };
        let desk = &context.desk.desk;
        if let Some(title) = title {
            desk.choose_public_title(self.paper.id, &title, &context.act()).await?;
        }
        desk.keep_restriction(self.paper.id, &restriction, "release", &context.act()).await?;
        Ok(Done::at(self.about().back))
    }
}
