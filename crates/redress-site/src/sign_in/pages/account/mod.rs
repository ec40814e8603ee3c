//! `/desk/account`: the own account: who one is here today, password, second factor, where one is signed in.

/// Changing the password.
pub mod password;
/// The second factor.
pub mod second;
/// Signing out other browsers.
pub mod sessions;

use axum::extract::State;
use jiff::Timestamp;
use maud::{Markup, html};
use redress_store::desk::account::Account;
use redress_store::desk::account::post::Held;
use redress_store::desk::account::session::Session;

use super::{form, frame};
use crate::clock;
use crate::desk::DeskSite;
use crate::failure::Failure;
use crate::pages::Answer;
use crate::pages::asked::Asked;
use crate::sign_in::visitor::Visitor;

/// `GET`: everything about the own account.
pub async fn show(State(desk): State<DeskSite>, visitor: Visitor, asked: Asked) -> Answer {
    let account = own(&desk, &visitor).await?;
    let now = desk.clock().now();
    let posts = desk.desk.posts_of(account.id, now.date()).await?;
    let sessions = desk.desk.sessions(account.id, now.timestamp(), desk.sign_in.limits).await?;
    let left = desk.desk.recovery_codes_left(account.id).await?;
    let calendar = desk.desk.calendar_address(account.id).await?;
    let body = html! {
        @if let Some(done) = done(asked.get("done")) { p.govuk-inset-text role="status" { (done) } }
        h1.govuk-heading-l { "Your account" }
        (summary(&account, &posts, &visitor))
        h2.govuk-heading-m { "Password" }
        p.govuk-body {
            @match &account.password_set_at {
                Some(at) => { "Set on " (day(at)) ". " a.govuk-link href="/desk/account/password" { "Change your password" } }
                None => { "You have none. " a.govuk-link href="/desk/forgotten" { "Set a password" } }
            }
        }
        h2.govuk-heading-m { "Code when you sign in" }
        (second(&account, left))
        h2.govuk-heading-m { "Your calendar" }
        (own_calendar(calendar.as_deref()))
        h2.govuk-heading-m { "Where you are signed in" }
        (places(&sessions, &visitor))
    };
    Ok(frame::page(&desk, "/desk/account", "Your account", &[], body))
}

/// The account of whoever asks; a service has no pages of its own.
pub(super) async fn own(desk: &DeskSite, visitor: &Visitor) -> Result<Account, Failure> {
    let account = desk.desk.account(visitor.signed_in.account).await?.ok_or(Failure::NotFound)?;
    match visitor.session {
        Some(_) => Ok(account),
        None => Err(Failure::MayNot("A service's account is kept by the council's administrators.".into())),
    }
}

fn done(what: &str) -> Option<&'static str> {
    match what {
        "password" => Some("Your password is changed, and other browsers are signed out."),
        "second" => Some("Signing in no longer asks for a code."),
        "out" => Some("That browser is signed out."),
        "everywhere" => Some("Every other browser is signed out."),
        _ => None,
    }
}

fn summary(account: &Account, posts: &[Held], visitor: &Visitor) -> Markup {
    let from_posts = |role| posts.iter().any(|p| p.role() == Some(role));
    let given: Vec<&str> = visitor.signed_in.roles.iter().filter(|r| !from_posts(**r)).map(|r| r.words()).collect();
    html! {
        dl.govuk-summary-list {
            (row("Name", html! { (account.full_name) }))
            (row("E-mail address", html! { (account.email.as_deref().unwrap_or("None")) }))
            (row("Posts today", html! {
                @if posts.is_empty() { "None" } @else { ul.govuk-list { @for post in posts { li { (held(post)) } } } }
            }))
            @if !given.is_empty() { (row("From the council's sign-in service", html! { (given.join(", ")) })) }
            @if !visitor.signed_in.seats.is_empty() {
                (row("Seats today", html! { ul.govuk-list { @for body in &visitor.signed_in.seats { li { a.govuk-link href={ "/bodies/" (body) } { (body) } } } } }))
            }
        }
    }
}

fn row(name: &str, value: Markup) -> Markup {
    html! { div.govuk-summary-list__row { dt.govuk-summary-list__key { (name) } dd.govuk-summary-list__value { (value) } } }
}

fn held(post: &Held) -> String {
    let area = post.area.as_ref().map(|a| format!(", {a}")).unwrap_or_default();
    let day = |text: &str| text.parse().map_or_else(|_| text.to_string(), redress::day::long);
    let until = post.until_date.as_deref().map(|u| format!(" until {}", day(u))).unwrap_or_default();
    match &post.covers_because {
        Some(why) => format!("{}{area}, as cover{until}: {why}", post.title),
        None => format!("{}{area}, since {}{until}", post.title, day(&post.from_date)),
    }
}

fn second(account: &Account, left: i64) -> Markup {
    html! {
        @match &account.totp_confirmed_at {
            Some(at) => {
                p.govuk-body { "On since " (day(at)) ". Recovery codes left: " (left) "." }
                p.govuk-body { a.govuk-link href="/desk/account/second-factor/off" { "Turn it off" } }
            }
            None => p.govuk-body {
                "Off. With it, somebody who learns your password cannot sign in without your phone. "
                a.govuk-link href="/desk/account/second-factor" { "Turn it on" }
            }
        }
    }
}

fn own_calendar(made_at: Option<&str>) -> Markup {
    html! {
        p.govuk-body {
            @match made_at {
                Some(at) => { "A secret address has been good since " (day(at)) ". "
                    a.govuk-link href="/desk/account/calendar/make" { "Make another" } " or "
                    a.govuk-link href="/desk/account/calendar/revoke" { "revoke it" } "." }
                None => { "A calendar program can read the dates that you may read. " a.govuk-link href="/desk/account/calendar/make" { "Make a secret calendar address" } }
            }
        }
    }
}

fn places(sessions: &[Session], visitor: &Visitor) -> Markup {
    html! {
        ul.govuk-list {
            @for session in sessions {
                li {
                    p.govuk-body {
                        @if visitor.session == Some(session.id) { strong { "This browser. " } }
                        "Since " (moment(&session.began_at)) ", from " (session.source) ". "
                        span.govuk-hint { (session.user_agent) }
                    }
                    @if visitor.session != Some(session.id) { (out(visitor, &session.id.to_string(), "Sign it out")) }
                }
            }
        }
        @if sessions.len() > 1 { (out(visitor, "others", "Sign out everywhere else")) }
        form method="post" action="/desk/sign-out" {
            (form::token_of(visitor))
            button.govuk-button.govuk-button--secondary type="submit" { "Sign out here" }
        }
    }
}

fn out(visitor: &Visitor, which: &str, words: &str) -> Markup {
    html! {
        form method="post" action="/desk/account/sessions" {
            (form::token_of(visitor))
            input type="hidden" name="session" value=(which);
            button.govuk-button.govuk-button--secondary type="submit" { (words) }
        }
    }
}

fn day(stamp: &str) -> String {
    stamp.parse::<Timestamp>().map_or_else(|_| stamp.to_string(), |at| redress::day::long(clock::day_of(at)))
}

fn moment(stamp: &str) -> String {
    stamp.parse::<Timestamp>().map_or_else(|_| stamp.to_string(), |at| format!("{}, {}", day(stamp), clock::local(at).strftime("%H:%M")))
}
