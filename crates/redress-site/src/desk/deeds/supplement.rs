//! Making a supplement: papers that came or were replaced after the pack went out, why, and after which page they stand.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::work::clearing::Part;
use redress_store::desk::work::meeting::PlannedMeeting;
use redress_store::desk::work::pack::{KeptPack, KeptSupplement};

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::meeting;
use crate::desk::proposal;
use crate::desk::safe_words;
use crate::failure::Failure;

/// Making a supplement.
pub struct AddSupplement {
    meeting: PlannedMeeting,
    pack: KeptPack,
    papers: Vec<(i64, String)>,
    over: bool,
}

impl Deed for AddSupplement {
    const PATH: &'static str = "/desk/meetings/{meeting}/supplement";
    const TITLE: &'static str = "Add a supplement";
    const ACT: Act = Act::Publish;
    const FIELDS: &'static [Field] = &[
        Field::new("papers", "Papers that are in it", Ask::AnyOf).hint("Papers that came, or have a new version, since the pack was published"),
        Field::new("why", "Why it comes after the agenda", Ask::Line).hint("The public reads it, and members are sent it"),
        Field::new("after_page", "The page of the pack that it follows", Ask::Number)
            .hint("Its pages become 45A, 45B and so on; no page changes its number. Left blank, the last page of the paper that it replaces, or of its item")
            .optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<AddSupplement, Failure> {
        let desk = &context.desk.desk;
        let meeting = desk.planned_meeting(keys.number("meeting")?).await?.ok_or(Failure::NotFound)?;
        let ready = proposal::ready(context, &meeting).await?;
        let paper = |(part, words): (Part, String)| match part {
            Part::Paper(id) => Some((id, words)),
            _ => None,
        };
        let over = meeting.on_date < context.now.date().to_string();
        Ok(AddSupplement { pack: desk.pack(meeting.id).await?, papers: ready.into_iter().filter_map(paper).collect(), meeting, over })
    }

    fn about(&self) -> About {
        About::of(Subject::new(SubjectKind::Meeting))
            .caption(meeting::title(&self.meeting))
            .back(format!("/desk/meetings/{}/agenda", self.meeting.id))
    }

    fn possible(&self) -> bool {
        self.pack.pages.is_some() && !self.papers.is_empty() && !self.over
    }

    fn impossible(&self) -> String {
        if self.over {
            "The meeting is over: what is published now is no supplement to its pack".into()
        } else if self.pack.pages.is_none() {
            "No paper of this meeting is published yet: publish the pack first".into()
        } else {
            "No paper came or was replaced since the pack was published".into()
        }
    }

    fn before(&self) -> Markup {
        html! {
            @if !self.possible() { p.govuk-body { (self.impossible()) "." } }
            @else if let Some(pages) = self.pack.pages { p.govuk-body { "The pack has " (pages) " pages. Making a supplement publishes nothing: the next page shows what the public will see." } }
        }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        if field == "papers" { self.papers.iter().map(|(id, words)| (id.to_string(), words.clone())).collect() } else { Vec::new() }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let papers: Vec<i64> = filled.all("papers").iter().filter_map(|p| p.parse().ok()).collect();
        let why = filled.get("why");
        safe_words::names_nobody("why", why)?;
        if let Some(tell) = proposal::reason_tells(context, &self.meeting, why).await? {
            return Err(Undone::wrong("why", format!("An embargo stands and the public reads this reason. {tell}")));
        }
        let desk = &context.desk.desk;
        let after_page = match filled.number("after_page") {
            Some(page) => page,
            None => i64::from(desk.page_before(&self.pack, self.meeting.id, &papers).await?),
        };
        // The rule of page references says what is wrong before anything is kept.
        let wrong =
            self.pack.pack().and_then(|mut pack| pack.add(context.now.date(), why, u32::try_from(after_page).unwrap_or(u32::MAX), 1).err());
        if let Some(wrong) = wrong {
            return Err(Undone::fields(Self::FIELDS, vec![wrong]));
        }
        let new = KeptSupplement { planned_meeting_id: self.meeting.id, after_page, why: why.into(), ..KeptSupplement::default() };
        let id = desk.make_supplement(&new, &papers, &context.act()).await?;
        let parts: String = papers.iter().map(|p| format!("parts=paper-{p}&")).collect();
        let next = self.pack.supplements.iter().filter_map(|s| s.number).max().unwrap_or(0) + 1;
        let reason: String = form_urlencoded::byte_serialize(format!("Supplement {next}: {why}").as_bytes()).collect();
        let to = format!("/desk/meetings/{}/publish?{parts}reason={reason}", self.meeting.id);
        Ok(Done::made(to, serde_json::json!({ "supplement": id, "after_page": after_page })))
    }
}
