//! Posts: who holds and covers each, today or on another day. A post that nobody holds is shown too.

use axum::extract::State;
use maud::html;
use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::account::appointment::Appointment;
use serde::Serialize;

use super::account::span;
use super::answer;
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::layout::filter::Filter;
use crate::layout::tag;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// A post with its people on the day.
#[derive(Debug, Serialize)]
struct Line {
    post: i64,
    title: String,
    role: String,
    area: Option<String>,
    /// What decisions and reports call it besides.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    other_names: Vec<String>,
    /// Open recommendations that it owns, as far as whoever asks may read them.
    open: usize,
    people: Vec<Appointment>,
}

/// `/desk/posts`
pub async fn list(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::ReadDesk, &Subject::new(SubjectKind::Post))?;
    let mut problems = Vec::new();
    let day = asked.date("on", &mut problems).unwrap_or_else(|| context.now.date());
    let mut running: Vec<Appointment> = context.desk.desk.appointments().await?;
    running.retain(|held| held.runs_on(day));
    let followed = context.desk.desk.followed(context.now.datetime()).await?.recommendations;
    let mut open: Vec<i64> = Vec::new();
    for one in followed.iter().filter(|r| !r.kept.tracked.satisfied() && context.can(Act::ReadDesk, &r.subject)) {
        open.push(one.kept.tracked.owner());
    }
    let mut lines = Vec::new();
    let aliases = context.desk.desk.post_aliases().await?;
    for post in context.desk.desk.posts().await? {
        let people = running.extract_if(.., |held| held.post_id == post.id).collect();
        lines.push(Line {
            post: post.id,
            title: post.title,
            role: post.role,
            area: post.area,
            other_names: aliases.iter().filter(|(_, of)| *of == post.id).map(|(name, _)| name.clone()).collect(),
            open: open.iter().filter(|owner| **owner == post.id).count(),
            people,
        });
    }
    let keeps = context.can(Act::KeepAccounts, &Subject::new(SubjectKind::Account));
    let filter = Filter::new("/desk/posts", &asked, problems).words("on", "On", "For example, 27 March 2025; leave empty for today");
    let body = html! {
        h1.govuk-heading-l { "Posts on " (redress::day::long(day)) }
        (filter.form())
        @if lines.is_empty() { p.govuk-body { "There is no post." } }
        ul.redress-entries {
            @for line in &lines {
                li.redress-entry {
                    p.redress-entry__title { (line.title) @if let Some(area) = &line.area { ", " (area) } }
                    @if !line.other_names.is_empty() { p.redress-entry__facts { "Also called: " (line.other_names.join("; ")) } }
                    @if line.people.is_empty() { p.redress-entry__facts { (tag("Vacant", "yellow")) } }
                    @if line.open > 0 && context.can(Act::HandOver, &Subject::new(SubjectKind::Post)) {
                        p.redress-entry__facts {
                            a.govuk-link href={ "/desk/posts/" (line.post) "/hand-over" } { "Hand over everything open" span.govuk-visually-hidden { " of " (line.title) } }
                        }
                    }
                    @if context.can(Act::KeepPosts, &Subject::new(SubjectKind::Post)) {
                        p.redress-entry__facts {
                            a.govuk-link href={ "/desk/posts/" (line.post) "/names" } { "Other names" span.govuk-visually-hidden { " of " (line.title) } }
                        }
                    }
                    @for held in &line.people {
                        p.redress-entry__facts {
                            @if keeps { a.govuk-link href=(super::account::address(held.account_id)) { (held.full_name) } } @else { (held.full_name) }
                            ", " (span(&held.from_date, held.until_date.as_deref()))
                            @if let Some(why) = &held.covers_because { ". Covers: " (why) }
                        }
                    }
                }
            }
        }
    };
    Ok(answer(&context, &format, &asked, "Posts", &lines, body))
}
