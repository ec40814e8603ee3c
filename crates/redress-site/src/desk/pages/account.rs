//! An account: its posts and cover, seats, sessions and tokens, and what can be done about them.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use jiff::civil::Date;
use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use redress_store::desk::account::Account;
use redress_store::desk::account::appointment::{Appointment, Seat};
use redress_store::desk::account::token::AccessToken;
use serde::Serialize;

use super::{answer, at, day, offer};
use crate::desk::DeskSite;
use crate::desk::deed::{Context, Keys};
use crate::desk::deeds::{appoint, close_account, cover, end_holding, issue_token, revoke_token, seat, send_link};
use crate::failure::Failure;
use crate::layout::tag;
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// An account with all that hangs on it.
#[derive(Debug, Serialize)]
struct Shown {
    #[serde(flatten)]
    account: Account,
    /// Holdings and covers, past and to come.
    appointments: Vec<Appointment>,
    seats: Vec<Seat>,
    /// Browsers that are signed in.
    sessions: usize,
    tokens: Vec<AccessToken>,
}

/// The address of an account.
pub fn address(account: i64) -> String {
    format!("/desk/accounts/{account}")
}

/// The account that an address names, closed ones too.
pub async fn load(context: &Context, keys: &Keys) -> Result<Account, Failure> {
    context.desk.desk.account(keys.number("account")?).await?.ok_or(Failure::NotFound)
}

/// The account that an address names; a closed one can be given nothing more.
pub async fn open(context: &Context, keys: &Keys) -> Result<Account, Failure> {
    Some(load(context, keys).await?).filter(|account| account.closed_at.is_none()).ok_or(Failure::NotFound)
}

/// `/desk/accounts/{account}`
pub async fn show(
    State(desk): State<DeskSite>,
    visitor: Visitor,
    format: Format,
    Path(keys): Path<BTreeMap<String, String>>,
    asked: Asked,
) -> Answer {
    let context = Context::of(desk, visitor);
    context.may(Act::KeepAccounts, &Subject::new(SubjectKind::Account))?;
    let account = load(&context, &Keys::of(keys, Vec::new())).await?;
    let desk = &context.desk.desk;
    let shown = Shown {
        appointments: desk.appointments_of(account.id).await?,
        seats: desk.seats_of(account.id).await?,
        sessions: desk.sessions(account.id, context.now.timestamp(), context.desk.sign_in.limits).await?.len(),
        tokens: desk.tokens(account.id).await?,
        account,
    };
    let body = body(&context, &shown);
    Ok(answer(&context, &format, &asked, &shown.account.full_name, &shown, body))
}

fn body(context: &Context, shown: &Shown) -> Markup {
    let account = &shown.account;
    let own = address(account.id);
    let subject = Subject::new(SubjectKind::Account).by(account.id);
    let to_appoint = Subject::new(SubjectKind::Post).by(account.id);
    let (open, person) = (account.closed_at.is_none(), account.kind == "person");
    html! {
        h1.govuk-heading-l { (account.full_name) @if !open { " " (tag("Closed", "grey")) } }
        dl.govuk-summary-list {
            (row("Signs in as", html! { @if person { (account.name) } @else { (account.name) ": a program, which brings a token" } }))
            @if let Some(email) = &account.email { (row("E-mail address", html! { (email) })) }
            (row("Opened", html! { (at(&account.created_at)) ", by " (account.created_by) }))
            @if let Some(closed) = &account.closed_at { (row("Closed", html! { (at(closed)) ", by " (account.closed_by.as_deref().unwrap_or("")) })) }
            @if person {
                (row("Password", html! { @match &account.password_set_at { Some(set) => { "Set " (at(set)) }, None => "Not set" } }))
                (row("Second factor", html! { @match &account.totp_confirmed_at { Some(since) => { "Since " (at(since)) }, None => "None" } }))
                (row("Signed in", html! { (shown.sessions) @if shown.sessions == 1 { " browser" } @else { " browsers" } }))
            }
        }
        @if open {
            ul.govuk-list {
                (offer::<appoint::Appoint>(context, &to_appoint, &format!("{own}/appoint")))
                @if person {
                    (offer::<seat::GiveSeat>(context, &to_appoint, &format!("{own}/seat")))
                    (offer::<send_link::SendLink>(context, &subject, &format!("{own}/link")))
                } @else {
                    (offer::<issue_token::IssueToken>(context, &subject, &format!("{own}/tokens/issue")))
                }
                (offer::<close_account::CloseAccount>(context, &subject, &format!("{own}/close")))
            }
        }
        h2.govuk-heading-m { "Posts" }
        (posts(context, shown, open))
        @if person {
            h2.govuk-heading-m { "Seats" }
            @if shown.seats.is_empty() { p.govuk-body { "None." } } @else {
                ul.govuk-list.govuk-list--bullet { @for seat in &shown.seats { li { (seat.body_slug) ", " (span(&seat.from_date, seat.until_date.as_deref())) } } }
            }
        } @else {
            h2.govuk-heading-m { "Tokens" }
            (tokens(context, shown, &subject))
        }
    }
}

fn row(words: &str, value: Markup) -> Markup {
    html! {
        div.govuk-summary-list__row {
            dt.govuk-summary-list__key { (words) }
            dd.govuk-summary-list__value { (value) }
        }
    }
}

fn posts(context: &Context, shown: &Shown, open: bool) -> Markup {
    let today = context.now.date();
    let post = Subject::new(SubjectKind::Post);
    html! {
        @if shown.appointments.is_empty() { p.govuk-body { "None: this account can do nothing." } }
        ul.redress-entries {
            @for held in &shown.appointments {
                li.redress-entry {
                    p.redress-entry__title { (held.title) @if let Some(area) = &held.area { ", " (area) } " " (running(held, today)) }
                    p.redress-entry__facts {
                        (span(&held.from_date, held.until_date.as_deref()))
                        @if let Some(why) = &held.covers_because { ". Cover: " (why) }
                    }
                    @if open && held.covers_because.is_none() && !held.is_over(today) {
                        ul.govuk-list {
                            (offer::<cover::ArrangeCover>(context, &post, &format!("/desk/holdings/{}/cover", held.id)))
                            (offer::<end_holding::EndHolding>(context, &post, &format!("/desk/holdings/{}/end", held.id)))
                        }
                    }
                }
            }
        }
    }
}

fn tokens(context: &Context, shown: &Shown, subject: &Subject) -> Markup {
    let now = context.now.timestamp();
    html! {
        @if shown.tokens.is_empty() { p.govuk-body { "None was issued." } }
        ul.redress-entries {
            @for token in &shown.tokens {
                li.redress-entry {
                    p.redress-entry__title { (token.name) }
                    p.redress-entry__facts { "For " (token.scopes.replace(' ', ", ")) ". Issued " (at(&token.issued_at)) ", by " (token.issued_by) "." }
                    @match (&token.revoked_at, token.expires_at.parse().is_ok_and(|until: jiff::Timestamp| until > now)) {
                        (Some(revoked), _) => p.redress-entry__facts { "Revoked " (at(revoked)) ", by " (token.revoked_by.as_deref().unwrap_or("")) "." },
                        (None, false) => p.redress-entry__facts { "Ran out " (at(&token.expires_at)) "." },
                        (None, true) => {
                            p.redress-entry__facts { "Works until " (at(&token.expires_at)) "." }
                            ul.govuk-list { (offer::<revoke_token::RevokeToken>(context, subject, &format!("{}/tokens/{}/revoke", address(token.account_id), token.id))) }
                        },
                    }
                }
            }
        }
    }
}

/// Whether it runs, in a word.
pub(super) fn running(held: &Appointment, today: Date) -> Markup {
    match (held.runs_on(today), held.is_over(today), held.covers_because.is_some()) {
        (true, _, false) => tag("Held today", "green"),
        (true, _, true) => tag("Covered today", "green"),
        (_, true, _) => tag("Over", "grey"),
        _ => tag("To come", "blue"),
    }
}

/// `1 March 2026 to 3 April 2026`, or `From 1 March 2026`.
pub(super) fn span(from: &str, until: Option<&str>) -> String {
    match until {
        Some(until) => format!("{} to {}", day(from), day(until)),
        None => format!("From {}", day(from)),
    }
}
