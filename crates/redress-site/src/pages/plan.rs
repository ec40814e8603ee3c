//! The planner: a report's lawful path through the meetings on record, with a picture and the same as a table.

use axum::extract::State;
use jiff::civil::Date;
use maud::{Markup, html};
use redress::body::BodyKind;
use redress::counting::plus;
use redress::day::{long, with_weekday};
use redress::duty::DateIs;
use redress::meeting::MeetingStatus;
use redress::plan::{self, Edge, Embargo, Fit, ListedMeeting, Matter, MeetingKind, Named, PlanStep, Verdict, Weight};
use redress::public::{Kind, Record};
use redress_store::register::query::{Order, Query};
use serde::Serialize;

use super::asked::{Asked, Problem};
use super::{Answer, Format, Head, Render, Section, answer};
use crate::failure::Failure;
use crate::layout::{filter::Filter, scrolling, tag, timeline};
use crate::site::Site;

/// The meetings shown reach this many days past receipt: twice the time to reply.
const REACH: i32 = 184;

/// A plan, or the form for one.
#[derive(Debug, Serialize)]
pub struct Planned {
    /// What was asked.
    pub filter: Filter,
    /// The plan; none where nothing was asked, or what was asked cannot be read.
    pub plan: Option<plan::Plan>,
}

/// `/duties/plan`
pub async fn show(State(site): State<Site>, format: Format, asked: Asked) -> Answer {
    Ok(answer(&site, &format, &load(&site, &asked).await?))
}

async fn load(site: &Site, asked: &Asked) -> Result<Planned, Failure> {
    let mut problems = Vec::new();
    let mut made = None;
    if let Some(matter) = matter(asked, &mut problems).filter(|_| problems.is_empty()) {
        let meetings = meetings(site, matter.received).await?;
        match plan::plan(&matter, &meetings, &site.council().plan(), &site.calendar) {
            Ok(plan) => made = Some(plan),
            Err(refused) => {
                problems.push(Problem { field: "received", value: asked.get("received").into(), message: sentence(&refused.to_string()) })
            }
        }
    }
    let yes = || vec![("yes".to_string(), "Yes".to_string())];
    let filter = Filter::new("/duties/plan", asked, problems)
        .words("received", "Day the report was received", "For example, 27 March 2025")
        .words("report", "Date on the report", "Leave empty where it is the same day")
        .words("embargo", "In confidence until", "A day, or the word event; event 3 April 2025 where publication is expected then")
        .choice_or("private", "Take the item in private", "No", yes())
        .choice_or("further", "It is a further report", "No", yes())
        .words("mo", "Monitoring officer’s report first sent", "Leave empty where there is none")
        .words("from", "Plan from this day on", "Leave empty to plan from receipt")
        .words("meeting", "Plan for the meeting on", "Leave empty for the first that fits");
    Ok(Planned { filter, plan: made })
}

fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn matter(asked: &Asked, problems: &mut Vec<Problem>) -> Option<Matter> {
    let received = asked.date("received", problems);
    let message = "Confidence must end on a real date, or be the word event, such as event 3 April 2025";
    let embargo = asked.read("embargo", problems, message, |text| Embargo::read(text).ok());
    let (report_dated, monitoring_officer_sent) = (asked.date("report", problems), asked.date("mo", problems));
    let (planned_from, meeting) = (asked.date("from", problems), asked.date("meeting", problems));
    let other = ["report", "embargo", "mo", "from", "meeting", "private", "further"].iter().any(|name| !asked.get(name).is_empty());
    if received.is_none() && other && asked.get("received").is_empty() {
        problems.push(Problem { field: "received", value: String::new(), message: "Enter the day the report was received".into() });
    }
    Some(Matter {
        report_dated,
        embargo: embargo.unwrap_or(Embargo::None),
        private: asked.get("private") == "yes",
        further: asked.get("further") == "yes",
        monitoring_officer_sent,
        planned_from,
        meeting,
        ..Matter::received(received?)
    })
}

/// The meetings of council, executive and scrutiny on record from receipt on.
async fn meetings(site: &Site, received: Date) -> Result<Vec<ListedMeeting>, Failure> {
    let mut query =
        Query { from: Some(received), to: plus(received, REACH), order: Order::Oldest, per_page: 500, ..Query::of(Kind::Meeting) };
    let mut listed = Vec::new();
    loop {
        let page = site.register.list(&query).await?;
        for entry in &page.entries {
            let (_, Record::Meeting(meeting)) = site.standing(Kind::Meeting, &entry.key).await? else { continue };
            let (Some(date), Some(body)) = (meeting.date, meeting.body) else { continue };
            let Some(kind) = MeetingKind::of(BodyKind::of(&body)).filter(|kind| *kind != MeetingKind::Committee) else { continue };
            let cancelled = matches!(meeting.status, MeetingStatus::Cancelled | MeetingStatus::Postponed);
            listed.push(ListedMeeting { date, body, kind, cancelled });
        }
        if query.page >= page.pages() {
            return Ok(listed);
        }
        query.page += 1;
    }
}

impl Render for Planned {
    fn head(&self) -> Head {
        let head = Head::new("Plan a report’s path", self.filter.address(), Section::Duties).under("Duties", "/duties");
        Head { wrong: self.filter.wrong(), ..head }
    }

    fn body(&self) -> Markup {
        html! {
            (self.filter.errors())
            h1.govuk-heading-l { "Plan a report’s path" }
            p.govuk-body {
                "From the dates of an Ombudsman’s report and the meetings on record here: every notice, the last day to reply, "
                "and which meetings can lawfully consider it. The days are counted for a council with an executive and five working days of call-in."
            }
            div.govuk-grid-row {
                div.govuk-grid-column-one-third { (self.filter.form_with("The report", "Plan")) }
                div.govuk-grid-column-two-thirds {
                    @match &self.plan {
                        Some(plan) => (result(plan)),
                        None => p.govuk-body { "Enter the day on which the report was received." },
                    }
                }
            }
        }
    }
}

fn result(plan: &plan::Plan) -> Markup {
    html! {
        h2.govuk-heading-m { "The Ombudsman must be told by " (with_weekday(plan.reply_by)) }
        ul.govuk-list.govuk-list--bullet {
            li { "First day to meet: " (edge(&plan.earliest_meeting, "with clearances in their usual time")) }
            li { "Last day to meet: " (edge(&plan.latest_meeting, "to leave time for call-in")) }
            li {
                @match &plan.planned_for {
                    Some(meeting) => { "Planned for " (meeting.body) " on " (with_weekday(meeting.date)) },
                    None => "No meeting on record can consider the report in time",
                }
            }
        }
        @if !plan.conflicts.is_empty() {
            h2.govuk-heading-m { "In the way" }
            (conflicts(&plan.conflicts))
        }
        h2.govuk-heading-m { "The path in time" }
        p.govuk-body-s { "A square is the meeting, a filled circle a last day, a ring any other day. A broken line stands for a longer time. The table below says the same." }
        (timeline::picture(plan))
        (scrolling("Steps", steps(plan)))
        h2.govuk-heading-m { "Meetings" }
        @if plan.meetings.is_empty() { p.govuk-body { "No meeting is on record in the half-year after receipt." } }
        @else { (scrolling("Meetings", meetings_table(plan))) }
        h2.govuk-heading-m { "How each day was counted" }
        @for step in plan.steps.iter().filter(|s| !s.working.is_empty()) { (working(step)) }
    }
}

fn edge(edge: &Edge, better: &str) -> Markup {
    html! {
        @match edge.lawful { Some(day) => (with_weekday(day)), None => "not known yet" }
        @if let Some(day) = edge.advised.filter(|d| Some(*d) != edge.lawful) { "; " (long(day)) " " (better) }
    }
}

fn conflicts(conflicts: &[Named]) -> Markup {
    html! {
        ul.govuk-list {
            @for conflict in conflicts { li { (weight(conflict.weight)) " " (conflict.words) } }
        }
    }
}

fn weight(weight: Weight) -> Markup {
    match weight {
        Weight::Note => tag(weight.words(), "grey"),
        Weight::Needs => tag(weight.words(), "yellow"),
        Weight::Stops => tag(weight.words(), "red"),
    }
}

fn steps(plan: &plan::Plan) -> Markup {
    html! {
        table.govuk-table {
            caption.govuk-table__caption.govuk-table__caption--s { "Every step" }
            thead.govuk-table__head {
                tr.govuk-table__row {
                    th.govuk-table__header scope="col" { "Day" }
                    th.govuk-table__header scope="col" { "What" }
                    th.govuk-table__header scope="col" { "By" }
                }
            }
            tbody.govuk-table__body {
                @for step in &plan.steps {
                    tr.govuk-table__row {
                        td.govuk-table__cell { (day_of(step)) }
                        td.govuk-table__cell { (step.what) (notes(step)) }
                        td.govuk-table__cell { (source(step)) }
                    }
                }
            }
        }
    }
}

fn day_of(step: &PlanStep) -> Markup {
    let is = step.date_is.filter(|is| *is != DateIs::NoDate).map(DateIs::words);
    html! {
        @match step.on {
            Some(day) => { @if let Some(is) = is { (is) " " } (with_weekday(day)) },
            None => "As soon as practicable",
        }
    }
}

fn notes(step: &PlanStep) -> Markup {
    let other = step.other.as_ref().filter(|o| Some(o.on) != step.on);
    html! {
        @if let Some(day) = step.earliest { br; @if step.is_held_back() { "Held back until " } @else { "Not before " } (long(day)) "." }
        @if let Some(day) = step.last_working_day { br; "Last working day: " (long(day)) "." }
        @if let Some(other) = other { br; "Other reading, " (other.reading) ": " (long(other.on)) "." }
        @if let Some(why) = &step.provisional { br; (sentence(why)) "." }
    }
}

fn source(step: &PlanStep) -> Markup {
    html! {
        @match step.duty {
            Some(key) => a.govuk-link href=(super::duties::address(key)) { (step.cite) },
            None => (step.cite),
        }
    }
}

fn meetings_table(plan: &plan::Plan) -> Markup {
    html! {
        table.govuk-table {
            caption.govuk-table__caption.govuk-table__caption--s { "Council, executive and scrutiny in the half-year after receipt" }
            thead.govuk-table__head {
                tr.govuk-table__row {
                    th.govuk-table__header scope="col" { "Day" }
                    th.govuk-table__header scope="col" { "Body" }
                    th.govuk-table__header scope="col" { "Fits" }
                }
            }
            tbody.govuk-table__body { @for fit in &plan.meetings { (meeting(fit)) } }
        }
    }
}

fn meeting(fit: &Fit) -> Markup {
    let colour = match fit.verdict {
        Verdict::Fits => "green",
        Verdict::FitsIf => "yellow",
        Verdict::DoesNotFit => "red",
        Verdict::Comments => "grey",
    };
    html! {
        tr.govuk-table__row {
            td.govuk-table__cell { (with_weekday(fit.meeting.date)) }
            td.govuk-table__cell { (fit.meeting.body) }
            td.govuk-table__cell {
                (tag(fit.verdict.words(), colour))
                @if fit.planned_for { br; "The plan is for this meeting." }
                @for conflict in &fit.conflicts { br; (conflict.words) }
            }
        }
    }
}

fn working(step: &PlanStep) -> Markup {
    html! {
        details.govuk-details {
            summary.govuk-details__summary { span.govuk-details__summary-text { (day_of(step)) ": " (step.what) } }
            div.govuk-details__text {
                ol.govuk-list.govuk-list--number { @for line in &step.working { li { (line.words) } } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_form_is_no_error_and_a_half_filled_one_says_what_is_missing() {
        let mut problems = Vec::new();
        assert!(matter(&Asked::of(&[]), &mut problems).is_none() && problems.is_empty());
        assert!(matter(&Asked::of(&[("private", "yes")]), &mut problems).is_none());
        assert_eq!(problems.iter().map(|p| p.field).collect::<Vec<_>>(), ["received"]);
        problems.clear();
        matter(&Asked::of(&[("received", "2026-03-03"), ("embargo", "soon")]), &mut problems);
        assert_eq!(problems.iter().map(|p| p.field).collect::<Vec<_>>(), ["embargo"]);
    }

    #[test]
    fn a_plan_is_shown_in_words_and_a_picture_without_a_style() {
        let asked = Asked::of(&[("received", "3 March 2026"), ("embargo", "event 24 March 2026")]);
        let matter = matter(&asked, &mut Vec::new()).unwrap();
        let cabinet =
            ListedMeeting { date: jiff::civil::date(2026, 4, 14), body: "Cabinet".into(), kind: MeetingKind::Executive, cancelled: false };
        let plan = plan::plan(&matter, &[cabinet], &plan::PlanSettings::default(), redress::calendar::Calendar::england()).unwrap();
        let page = Planned { filter: Filter::new("/duties/plan", &asked, Vec::new()), plan: Some(plan) }.body().into_string();
        assert!(page.contains("The Ombudsman must be told by Tuesday 2 June 2026"), "{page}");
        assert!(page.contains("publish by Thursday 2 April 2026") && page.contains("<svg") && !page.contains("style="));
        assert!(page.contains("Public notice is due by 17 March 2026"), "{page}");
    }
}
