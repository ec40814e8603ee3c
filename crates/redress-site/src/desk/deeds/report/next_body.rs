//! The version of a report for the next body: a section for every body before it, from what was recorded there; its appendices go
//! on as the same files.

use maud::{Markup, html};
use redress::access::{Act, Subject};
use redress::report::travel;
use redress_store::desk::work::paper::{PaperVersion, WorkingPaper};
use redress_store::desk::work::report::stop::{ForNextBody as New, NewStop};

use super::{items_of, meetings_from, submit_by};
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::report::{self, Loaded, Stands};
use crate::failure::Failure;

/// Making it.
pub struct ForNextBody {
    loaded: Loaded,
    finished: bool,
    items: Vec<(String, String)>,
    stops: Vec<travel::Stop>,
    appendices: Vec<(WorkingPaper, PaperVersion)>,
    /// Appendices that do not go on by themselves.
    restricted: usize,
}

impl Deed for ForNextBody {
    const PATH: &'static str = "/desk/reports/{report}/for-next-body";
    const TITLE: &'static str = "Make the version for the next body";
    const ACT: Act = Act::WriteReport;
    const FIELDS: &'static [Field] = &[
        Field::new("item", "Item of the next body", Ask::OneOf).hint("Of a meeting after the last one"),
        Field::new("update", "What happened since", Ask::Text).hint("A section of its own, after those of the bodies").optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<ForNextBody, Failure> {
        let loaded = report::load(context, keys.number("report")?).await?;
        let mut stops = Vec::new();
        for going in &loaded.going {
            let on = going.meeting.on_date.parse().map_err(|_| Failure::NotFound)?;
            stops.push(travel::Stop { body: going.meeting.body.clone(), on, said: said(context, going.stop.item).await? });
        }
        let last = loaded.now_at()?;
        let after = meetings_from(context, &last.meeting.on_date)
            .await?
            .into_iter()
            .filter(|m| m.on_date > last.meeting.on_date)
            .collect::<Vec<_>>();
        let items = items_of(context, &after).await?;
        let (appendices, restricted) = appendices(context, last.stop.item).await?;
        let finished = loaded.stands(context.now.date()) == Stands::Finished;
        Ok(ForNextBody { loaded, finished, items, stops, appendices, restricted })
    }

    fn about(&self) -> About {
        self.loaded.about()
    }

    fn before(&self) -> Markup {
        html! {
            @if !self.possible() { p.govuk-body { (self.impossible()) "." } } @else {
                p.govuk-body { "The new version has a section for each of these, as the decision and the public minute record it:" }
                ul.govuk-list.govuk-list--bullet {
                    @for stop in &self.stops { li { (stop.body) ", " (redress::day::long(stop.on)) @if stop.said.is_none() { ": nothing is recorded yet" } } }
                }
                @if !self.appendices.is_empty() {
                    p.govuk-body { "These go on as the same files:" }
                    ul.govuk-list.govuk-list--bullet { @for (paper, version) in &self.appendices { li { (paper.title) ", SHA-256 " span.redress-hash { (version.sha256) } } } }
                }
                @if self.restricted > 0 { p.govuk-body { (self.restricted) " restricted papers do not go on by themselves: add each to the new item with its own restriction." } }
            }
        }
    }

    fn possible(&self) -> bool {
        self.finished && !self.items.is_empty()
    }

    fn impossible(&self) -> String {
        if self.finished {
            "No later meeting has an item for it: add the item first".into()
        } else {
            "The version for the last meeting is not finished".into()
        }
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        if field == "item" { self.items.clone() } else { Vec::new() }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let desk = &context.desk.desk;
        let item = match filled.number("item") {
            Some(id) => desk.planned_item(id).await?,
            None => None,
        };
        let (Some(item), Some(newest)) = (item, &self.loaded.newest) else { return Err(Undone::wrong("item", "Choose the item")) };
        let under = Subject::paper().by(self.loaded.kept.author).embargoed(desk.embargo_of_item(&item).await?);
        if !context.can(Act::WriteReport, &under) {
            return Err(Undone::wrong("item", "An embargo covers this item, and you are not among those who may read what it covers"));
        }
        let meeting = desk.planned_meeting(item.planned_meeting_id).await?.ok_or(Failure::NotFound)?;
        let on = meeting.on_date.parse().map_err(|_| Failure::NotFound)?;
        let known = self.loaded.kept.own_sections.and_then(|n| u32::try_from(n).ok());
        let own = known.unwrap_or_else(|| travel::own_sections(&newest.text));
        let named = |w: redress::wrong::Wrong| if w.field == "meeting" { redress::wrong::Wrong { field: "item".into(), ..w } } else { w };
        let version = travel::next(own, &self.stops, &meeting.body, on, filled.words("update").as_deref())
            .map_err(|w| Undone::fields(Self::FIELDS, vec![named(w)]))?;
        let updated = self.loaded.now_at()?.stop.update_section.and_then(|n| u32::try_from(n).ok());
        let text = travel::text(&newest.text, updated, &version);
        let new = New {
            to: NewStop { meeting: meeting.id, item: Some(item.id), submit_by: submit_by(context, &meeting, &self.loaded.kind.kind.path) },
            text: &text,
            own_sections: own,
            update_section: version.update.as_ref().map(|u| u.number),
            appendices: &self.appendices,
        };
        let Some((stop, saved)) = desk.report_for_next_body(&self.loaded.kept, &new, &context.act()).await? else {
            return Err(Undone::changed());
        };
        let sections: Vec<_> = version.sections.iter().chain(&version.update).map(|s| (s.number, &s.heading)).collect();
        Ok(Done::made(self.loaded.address(), serde_json::json!({ "stop": stop, "version": saved, "sections": sections })))
    }
}

/// What a body said, as its decision and its public minute record it; none while neither is there.
async fn said(context: &Context, item: Option<i64>) -> Result<Option<String>, Failure> {
    let Some(item) = item else { return Ok(None) };
    let decision = context.desk.desk.recorded_decision(item).await?.map(|d| d.decision.text);
    let minute = context.desk.desk.minute(item).await?.map(|m| m.public_words);
    let all: Vec<String> = [decision, minute].into_iter().flatten().filter(|w| !w.trim().is_empty()).collect();
    Ok((!all.is_empty()).then(|| all.join("\n\n")))
}

/// The other papers of the item, each with its newest whole file; and how many are restricted.
async fn appendices(context: &Context, item: Option<i64>) -> Result<(Vec<(WorkingPaper, PaperVersion)>, usize), Failure> {
    let desk = &context.desk.desk;
    let Some(id) = item else { return Ok((Vec::new(), 0)) };
    let about = desk.planned_item(id).await?.and_then(|i| i.ombudsman_paper_id);
    let (mut found, mut restricted) = (Vec::new(), 0);
    for sealed in desk.papers_of_item(id).await? {
        let held = sealed.subject().restriction.is_some();
        let Ok(paper) = sealed.open(&context.reader(), Act::ReadPaper, context.now.datetime()) else { continue };
        if held {
            restricted += 1;
            continue;
        }
        if desk.officers_report_of_paper(paper.id).await?.is_some() {
            continue;
        }
        let newest = desk.versions(paper.id).await?.into_iter().find(|v| !v.redacted);
        // The embargo of the item that it was before goes on with it.
        let paper = WorkingPaper { ombudsman_paper_id: paper.ombudsman_paper_id.or(about), author: context.account(), ..paper };
        found.extend(newest.map(|v| (paper, PaperVersion { added_by: context.account(), ..v })));
    }
    Ok((found, restricted))
}
