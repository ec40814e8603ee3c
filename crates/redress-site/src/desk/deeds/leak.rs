//! Logging that something under an embargo was seen where it should not be. The embargo stays.

use redress::access::{Act, Subject};
use redress::embargo::{Embargo, Leak};
use redress_store::desk::work::ombudsman_paper::OmbudsmanPaper;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::ombudsman_paper;
use crate::failure::Failure;

/// Logging a leak.
pub struct LogLeak {
    paper: OmbudsmanPaper,
    subject: Subject,
    id: i64,
    embargo: Embargo,
    /// Whoever saw it somewhere may log that, and learns nothing more of it here.
    reads: bool,
}

impl Deed for LogLeak {
    const PATH: &'static str = "/desk/ombudsman-papers/{paper}/leak";
    const TITLE: &'static str = "Log a leak";
    const ACT: Act = Act::LogLeak;
    const FIELDS: &'static [Field] = &[
        Field::new("where_seen", "Where it was seen", Ask::Line).hint("A newspaper's page, a message, a conversation"),
        Field::new("note", "What else is known", Ask::Text),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<LogLeak, Failure> {
        let (paper, subject) = ombudsman_paper::known(context, keys.number("paper")?).await?;
        let (id, embargo) = ombudsman_paper::embargo(context, &paper).await?.ok_or(Failure::NotFound)?;
        let reads = context.can(Act::ReadDesk, &subject);
        Ok(LogLeak { paper, subject, id, embargo, reads })
    }

    fn about(&self) -> About {
        About::of(self.subject.clone())
            .caption(if self.reads { ombudsman_paper::title(&self.paper) } else { self.embargo.safe_title.clone() })
            .back(if self.reads { format!("/desk/ombudsman-papers/{}", self.paper.id) } else { "/desk".into() })
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let mut embargo = self.embargo.clone();
        embargo.log_leak(Leak {
            by: context.visitor.signed_in.name.clone(),
            at: context.now.datetime(),
            where_seen: filled.get("where_seen").into(),
            note: filled.get("note").into(),
        });
        context.desk.desk.keep_embargo(self.id, &embargo, "log_leak", &[], &context.act()).await?;
        Ok(Done::at(self.about().back))
    }
}
