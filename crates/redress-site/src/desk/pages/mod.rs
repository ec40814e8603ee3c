//! The desk's pages, one file each: what there is, what stands in the way, and the deeds that it offers.

/// Who opened restricted papers.
pub mod access_log;
/// An account.
pub mod account;
/// Who may sign in.
pub mod accounts;
/// An action of a decision.
pub mod action;
/// What is late: the quarterly pack of actions.
pub mod action_pack;
/// Actions of decisions.
pub mod actions;
/// The agenda of a planned meeting.
pub mod agenda;
/// The bodies that the desk keeps.
pub mod bodies;
/// A body.
pub mod body;
/// A bundle of evidence.
pub mod bundle;
/// Every date that runs.
pub mod calendar;
/// A case with its parts.
pub mod case;
/// Cases.
pub mod cases;
/// A circulation.
pub mod circulation;
/// A decision.
pub mod decision;
/// Decisions.
pub mod decisions;
/// A file of evidence.
pub mod evidence;
/// The forward plan.
pub mod forward_plan;
/// An issue.
pub mod issue;
/// Issues.
pub mod issues;
/// An item.
pub mod item;
/// The ledger of restrictions.
pub mod ledger;
/// A planned meeting.
pub mod meeting;
/// Planned meetings.
pub mod meetings;
/// The members' own papers.
pub mod members;
/// The minutes of a meeting.
pub mod minutes;
/// A report of the monitoring officer's.
pub mod monitoring_report;
/// The monitoring officer's reports.
pub mod monitoring_reports;
/// A paper of the Ombudsman's with everything that follows from it.
pub mod ombudsman_paper;
/// A working paper.
pub mod paper;
/// An entry of the forward plan.
pub mod plan_entry;
/// Who holds which post.
pub mod posts;
/// The public notice of a report.
pub mod public_notice;
/// A question of a member.
pub mod question;
/// Questions of members.
pub mod questions;
/// A recommendation.
pub mod recommendation;
/// Something that comes back to a body.
pub mod recurrence;
/// Everything that comes back to a body.
pub mod recurrences;
/// An officers' report.
pub mod report;
/// The kinds of officers' reports.
pub mod report_kinds;
/// Officers' reports.
pub mod reports;
/// A review of earlier cases.
pub mod review;
/// Reviews of earlier cases.
pub mod reviews;
/// A recommendation of scrutiny.
pub mod scrutiny_recommendation;
/// Recommendations of scrutiny.
pub mod scrutiny_recommendations;
/// How the council works.
pub mod settings;
/// What is owed, by day.
pub mod work;
/// The workspace of a meeting.
pub mod workspace;

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use redress::access::{Act, Subject};
use serde::Serialize;

use super::deed::{Context, Deed};
use super::frame::{self, Top};
use crate::failure::Failure;
use crate::pages::Format;
use crate::pages::asked::Asked;

/// A page of the desk in the form that was asked for: its data, or how it looks.
fn answer(context: &Context, format: &Format, asked: &Asked, title: &str, data: &impl Serialize, body: Markup) -> Response {
    match format {
        Format::Html => frame::page(context, &Top::of(title, asked), body),
        Format::Json => match serde_json::to_vec(data) {
            Ok(json) => ([(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "no-store")], json).into_response(),
            Err(error) => Failure::Store(error.to_string().into()).into_response(),
        },
    }
}

/// A link to a deed, where this person may do it.
fn offer<D: Deed>(context: &Context, subject: &Subject, address: &str) -> Markup {
    link(context, D::ACT, subject, address, D::TITLE)
}

fn link(context: &Context, act: Act, subject: &Subject, address: &str, words: &str) -> Markup {
    html! { @if context.can(act, subject) { li { a.govuk-link href=(address) { (words) } } } }
}

/// A day as stored, as people read it.
fn day(stored: &str) -> String {
    stored.parse().map_or_else(|_| stored.to_string(), redress::day::long)
}

/// The days of an instant as stored.
fn at(stored: &str) -> String {
    match stored.parse().map(crate::clock::local) {
        Ok(at) => format!("{}, {:02}:{:02}", redress::day::long(at.date()), at.hour(), at.minute()),
        Err(_) => stored.to_string(),
    }
}
