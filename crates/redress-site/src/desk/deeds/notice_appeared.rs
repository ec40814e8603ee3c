//! Recording where the public notice appeared. The first newspaper meets the duty; inspection then has its days.

use redress::access::{Act, Subject};
use redress::ombudsman::paper::PaperKind;
use redress::public_notice::{Appearance, first_given, proof_lacks};
use redress_store::desk::work::ombudsman_paper::OmbudsmanPaper;
use redress_store::desk::work::paper::WorkingPaper;
use redress_store::desk::work::public_notice::PublicNotice;

use crate::desk::copies::Duties;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::ombudsman_paper;
use crate::failure::Failure;

/// Recording where the notice appeared.
pub struct NoticeAppeared {
    paper: OmbudsmanPaper,
    subject: Subject,
    known: Option<PublicNotice>,
}

impl Deed for NoticeAppeared {
    const PATH: &'static str = "/desk/ombudsman-papers/{paper}/notice-appeared";
    const TITLE: &'static str = "Record where the notice appeared";
    const ACT: Act = Act::GivePublicNotice;
    const FIELDS: &'static [Field] = &[
        Field::new("sort", "Where", Ask::One(&[("newspaper", "In a newspaper"), ("other", "In another way")])),
        Field::new("place", "Which newspaper, or which way", Ask::Line),
        Field::new("on", "Day", Ask::Date),
        Field::new("proof", "What shows it", Ask::Line).hint("The page of the paper: page 14. Or send a picture of it below").optional(),
        Field::new("file", "Picture or page", Ask::File).optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<NoticeAppeared, Failure> {
        let (paper, subject) = ombudsman_paper::load(context, keys.number("paper")?).await?;
        let known = context.desk.desk.public_notice(paper.id).await?;
        Ok(NoticeAppeared { paper, subject, known })
    }

    fn about(&self) -> About {
        About::of(self.subject.clone())
            .caption(ombudsman_paper::title(&self.paper))
            .back(format!("/desk/ombudsman-papers/{}", self.paper.id))
    }

    fn possible(&self) -> bool {
        self.known.is_some()
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let Some(known) = &self.known else { return Err(Undone::wrong("", "Draft the notice first")) };
        let Some(on) = filled.date("on") else { return Err(Undone::wrong("on", "Say on which day it appeared")) };
        if on > context.now.date() || self.paper.received_on().is_some_and(|received| on < received) {
            return Err(Undone::wrong("on", "The day must be after the report was received and not after today"));
        }
        if filled.words("proof").is_none() && filled.file("file").is_none() {
            return Err(Undone::wrong("proof", "Say on which page it is, or send a picture of it"));
        }
        let place = filled.get("place").to_string();
        let proof = self.proof(context, filled, &place).await?;
        let by = context.visitor.signed_in.name.clone();
        let mut kept = known.clone();
        kept.appearances.push(Appearance { place, newspaper: filled.get("sort") == "newspaper", on, proof, by });
        let given = first_given(&kept.appearances);
        if filled.get("sort") == "newspaper" {
            let wrong = kept.notice.check(given);
            if let Some(wrong) = wrong.into_iter().next() {
                return Err(Undone::wrong("on", wrong.message));
            }
        }
        if !context.desk.desk.keep_public_notice(self.paper.id, &kept, "public_notice_appeared", &context.act()).await? {
            return Err(Undone::changed());
        }
        if let Some(given) = given {
            self.duties(context, &kept, given).await?;
        }
        Ok(Done::made(self.about().back, serde_json::json!({ "first_given": given, "lacks": proof_lacks(&kept.appearances) })))
    }
}

impl NoticeAppeared {
    /// The words of the proof; a file is kept as a paper with its hash.
    async fn proof(&self, context: &Context, filled: &Filled, place: &str) -> Result<String, Undone> {
        let words = filled.get("proof").to_string();
        let Some(file) = filled.file("file") else { return Ok(words) };
        let looked = super::add_version::looked_at(context, file).await?;
        let paper = WorkingPaper {
            ombudsman_paper_id: Some(self.paper.id),
            title: format!("Public notice as it appeared in {place}"),
            author: context.account(),
            ..WorkingPaper::default()
        };
        let id = context.desk.desk.add_working_paper(&paper, &context.act()).await?;
        super::add_version::keep(context, id, file, &looked, false).await?;
        Ok(format!("{words} /desk/papers/{id}").trim().to_string())
    }

    async fn duties(&self, context: &Context, kept: &PublicNotice, given: jiff::civil::Date) -> Result<(), Undone> {
        let [notice, start, period] = if PaperKind::of_word(&self.paper.kind) == Some(PaperKind::FurtherReport) {
            ["lgsco_further_report_public_notice", "lgsco_further_report_inspection_start", "lgsco_further_report_inspection_period"]
        } else {
            ["lgsco_report_public_notice", "lgsco_report_inspection_start", "lgsco_report_inspection_period"]
        };
        let act = context.act();
        let duties = Duties { site: &context.desk, paper: self.paper.id, today: context.now.date(), act: &act };
        let words = |a: &Appearance| format!("{}, {}: {}", a.place, redress::day::long(a.on), a.proof);
        let proof: Vec<String> = kept.appearances.iter().filter(|a| a.newspaper).map(words).collect();
        duties.start(notice, None, "the report came").await?;
        duties.meet(notice, given, &proof.join("; ")).await?;
        duties.start(start, Some(given), "the notice was first given").await?;
        duties.start(period, kept.notice.inspection_from, "the day that the notice names").await?;
        Ok(())
    }
}
