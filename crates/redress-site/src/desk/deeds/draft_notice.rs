//! Drafting the public notice of a report: Local Government Act 1974, section 30(4) and (5).

use maud::{Markup, html};
use redress::access::{Act, Subject};
use redress::embargo::Lifts;
use redress::public_notice::{Notice, first_given};
use redress_store::desk::work::ombudsman_paper::OmbudsmanPaper;
use redress_store::desk::work::public_notice::PublicNotice;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::ombudsman_paper;
use crate::failure::Failure;

/// Drafting the notice.
pub struct DraftNotice {
    paper: OmbudsmanPaper,
    subject: Subject,
    known: PublicNotice,
    not_to_be_publicised: bool,
    authority: String,
}

impl Deed for DraftNotice {
    const PATH: &'static str = "/desk/ombudsman-papers/{paper}/notice";
    const TITLE: &'static str = "Draft the public notice";
    const ACT: Act = Act::GivePublicNotice;
    const FIELDS: &'static [Field] = &[
        Field::new("report", "Which report", Ask::Line),
        Field::new("offices", "Offices where it can be inspected, with their hours", Ask::Text).hint("One a line"),
        Field::new("says_free", "Does the notice say that inspection is free of charge?", Ask::One(&[("yes", "Yes"), ("no", "No")])),
        Field::new("copies", "Copies", Ask::Line).hint("On request, 10p a page. Or: on request, without charge"),
        Field::new("inspection_from", "First day of the three weeks of inspection", Ask::Date),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<DraftNotice, Failure> {
        let (paper, subject) = ombudsman_paper::load(context, keys.number("paper")?).await?;
        let known = context.desk.desk.public_notice(paper.id).await?.unwrap_or_default();
        let not_to_be_publicised = subject.embargo.as_ref().is_some_and(|e| matches!(e.lifts, Lifts::Never));
        Ok(DraftNotice { paper, subject, known, not_to_be_publicised, authority: context.desk.site.authority().to_string() })
    }

    fn about(&self) -> About {
        About::of(self.subject.clone())
            .caption(ombudsman_paper::title(&self.paper))
            .back(format!("/desk/ombudsman-papers/{}", self.paper.id))
    }

    fn given(&self, field: &str) -> Vec<String> {
        let notice = &self.known.notice;
        let text = match field {
            "report" if notice.report.is_empty() => {
                format!("the report of the Ombudsman on case {}", self.paper.reference.replace('-', " "))
            }
            "report" => notice.report.clone(),
            "offices" => notice.offices.join("\n"),
            "says_free" => "yes".into(),
            "copies" => notice.copies.clone(),
            "inspection_from" => notice.inspection_from.map(redress::day::long).unwrap_or_default(),
            _ => String::new(),
        };
        Some(text).filter(|t| !t.is_empty()).into_iter().collect()
    }

    async fn consequences(&self, _: &Context, filled: &Filled) -> Result<Option<Markup>, Undone> {
        let notice = self.read(filled)?;
        Ok(Some(html! {
            p.govuk-body { "For the newspapers, two at least:" }
            @for line in notice.text(&self.authority) { p.govuk-body.govuk-inset-text { (line) } }
            @if let Some(inspection) = notice.inspection() {
                p.govuk-body { "Keep it open for inspection until " (redress::day::with_weekday(inspection.keep_until)) "." }
            }
        }))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let notice = self.read(filled)?;
        let kept = PublicNotice { notice, ..self.known.clone() };
        if !context.desk.desk.keep_public_notice(self.paper.id, &kept, "draft_public_notice", &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::made(self.about().back, serde_json::json!({ "text": kept.notice.text(&self.authority) })))
    }
}

impl DraftNotice {
    fn read(&self, filled: &Filled) -> Result<Notice, Undone> {
        let notice = Notice {
            report: filled.get("report").into(),
            offices: filled.get("offices").lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_string).collect(),
            says_free: filled.get("says_free") == "yes",
            copies: filled.get("copies").into(),
            inspection_from: filled.date("inspection_from"),
            not_to_be_publicised: self.not_to_be_publicised,
        };
        let wrong = notice.check(first_given(&self.known.appearances));
        if wrong.is_empty() { Ok(notice) } else { Err(Undone::fields(Self::FIELDS, wrong)) }
    }
}
