//! Keeping a kind of report: its sections with who signs each off, and its clearances.

use maud::{Markup, html};
use redress::access::{Act, Subject};
use redress::clearance::Path;
use redress::report::clearer::is_asked;
use redress::report::kind::{AsksAgain, ReportKind, holds_for, read_sections, read_stages, write_sections, write_stages};
use redress::wrong::Wrong;
use redress_store::desk::account::post::Post;
use redress_store::desk::work::report_kind::KeptKind;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::failure::Failure;

/// Keeping a kind.
pub struct KeepKind {
    kept: Option<KeptKind>,
    posts: Vec<Post>,
}

impl Deed for KeepKind {
    const PATH: &'static str = "/desk/report-kinds/keep";
    const TITLE: &'static str = "Keep a kind of report";
    const ACT: Act = Act::ChangeSettings;
    const FIELDS: &'static [Field] = &[
        Field::new("name", "Name", Ask::Line).hint("For example, Report for decision. It stays when the kind is changed"),
        Field::new("sections", "Sections that it must have", Ask::Text)
            .hint("One a line. After a colon the post that signs the section off by clearing the report: Legal implications: Legal"),
        Field::new("stages", "Who clears it", Ask::Text)
            .hint("One stage a line, in order: the posts that read it at once, a colon, their working days. Legal, Finance: 3. A post is named by its title, its role, or the area of a clearance officer")
            .optional(),
        Field::new("margin", "Working days between the last clearance and the agenda", Ask::Number),
        Field::new("holds_for", "Days for which a clearance holds", Ask::Number).hint("Leave empty for as long as the version").optional(),
        Field::new("asks_again", "After a clearance", Ask::One(AsksAgain::CHOICES)),
        Field::new("kind", "Kind", Ask::Carried).optional(),
        Field::new("revision", "Revision", Ask::Carried).optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<KeepKind, Failure> {
        let kept = match keys.all("kind").first().and_then(|k| k.parse().ok()) {
            Some(id) => Some(context.desk.desk.report_kind(id).await?.ok_or(Failure::NotFound)?),
            None => None,
        };
        Ok(KeepKind { kept, posts: context.desk.desk.posts().await? })
    }

    fn about(&self) -> About {
        let caption = self.kept.as_ref().map(|k| k.kind.name.clone()).unwrap_or_default();
        About::of(Subject::council()).caption(caption).back("/desk/report-kinds")
    }

    fn before(&self) -> Markup {
        html! {
            @if self.kept.is_some() { p.govuk-body { "Reports that were sent for clearance keep the way on which they were sent." } }
            @else { p.govuk-body { "What stands below is what most councils have. Change it to your own constitution." } }
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        let usual = ReportKind::usual().into_iter().next();
        let Some(kind) = self.kept.as_ref().map(|k| k.kind.clone()).or(usual) else { return Vec::new() };
        let text = match field {
            "name" => kind.name,
            "sections" => write_sections(&kind.sections),
            "stages" => write_stages(&kind.path.stages),
            "margin" => kind.path.margin.to_string(),
            "holds_for" => kind.path.holds_for.and_then(redress::counting::Period::days).map(|d| d.to_string()).unwrap_or_default(),
            "asks_again" => kind.asks_again.word().into(),
            "kind" => self.kept.as_ref().map(|k| k.id.to_string()).unwrap_or_default(),
            _ => self.kept.as_ref().map(|k| k.revision.to_string()).unwrap_or_default(),
        };
        Some(text).filter(|t| !t.is_empty()).into_iter().collect()
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let wrong = |w: Wrong| Undone::fields(Self::FIELDS, vec![w]);
        let days = |name: &'static str| match filled.number(name) {
            Some(days) if days > 366 => Err(Undone::wrong(name, "Days must be at most 366")),
            days => Ok(days.unwrap_or(0)),
        };
        let margin = u16::try_from(days("margin")?).unwrap_or(0);
        let name = self.kept.as_ref().map_or_else(|| filled.get("name").to_string(), |k| k.kind.name.clone());
        if filled.get("name") != name {
            return Err(Undone::wrong("name", format!("This kind is called {name}. Keep another kind for another name")));
        }
        let kind = ReportKind {
            name,
            sections: read_sections(filled.get("sections")).map_err(wrong)?,
            path: Path { stages: read_stages(filled.get("stages")).map_err(wrong)?, margin, holds_for: holds_for(days("holds_for")?) },
            asks_again: AsksAgain::of_word(filled.get("asks_again")).unwrap_or(AsksAgain::Always),
        };
        let mut found = kind.check();
        for post in kind.path.stages.iter().flat_map(|s| &s.posts) {
            if !self.posts.iter().any(|p| is_asked(post, &p.title, p.role(), p.area.as_deref())) {
                found.push(Wrong::new(
                    "stages",
                    format!("The council has no post “{post}”. Write the title of a post, a role, or what a clearance officer clears."),
                ));
            }
        }
        if !found.is_empty() {
            return Err(Undone::fields(Self::FIELDS, found));
        }
        let desk = &context.desk.desk;
        let id = match &self.kept {
            None => {
                let added = desk.add_report_kind(&kind, &context.act()).await?;
                added.ok_or_else(|| Undone::wrong("name", "There is a kind of this name. Change that one"))?
            }
            Some(kept) => {
                let seen = filled.number("revision").unwrap_or(0);
                if !desk.change_report_kind(kept.id, seen, &kind, &context.act()).await? {
                    return Err(Undone::changed());
                }
                kept.id
            }
        };
        Ok(Done::made("/desk/report-kinds", serde_json::json!({ "kind": id })))
    }
}
