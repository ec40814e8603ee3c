//! Accounts: who may sign in, narrowed by words and role; closed ones where they are asked for.

use axum::extract::State;
use maud::html;
use redress::access::{Act, Subject, SubjectKind};
use redress::reader::Role;
use redress_store::desk::account::Account;
use redress_store::desk::account::list::Wanted;
use serde::Serialize;

use super::{answer, link, offer};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::add_account::AddAccount;
use crate::desk::deeds::appoint::ROLES;
use crate::layout::filter::Filter;
use crate::layout::{pagination, tag};
use crate::pages::asked::Asked;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

const PATH: &str = "/desk/accounts";
const PER_PAGE: u32 = 50;

/// A page of the list.
#[derive(Debug, Serialize)]
struct Accounts {
    total: i64,
    page: u32,
    accounts: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    #[serde(flatten)]
    account: Account,
    /// What it holds or covers today.
    posts: Vec<String>,
}

/// `/desk/accounts`
pub async fn list(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    let subject = Subject::new(SubjectKind::Account);
    context.may(Act::KeepAccounts, &subject)?;
    let today = context.now.date();
    let wanted = Wanted {
        words: asked.get("q").into(),
        role: Role::of_word(asked.get("role")),
        closed: asked.get("closed") == "yes",
        page: asked.page(),
        per_page: PER_PAGE,
    };
    let listed = context.desk.desk.accounts(&wanted, today).await?;
    let mut lines = Vec::with_capacity(listed.accounts.len());
    for account in listed.accounts {
        let held = context.desk.desk.posts_of(account.id, today).await?;
        lines.push(Line { posts: held.into_iter().map(|post| post.title).collect(), account });
    }
    let accounts = Accounts { total: listed.total, page: wanted.page, accounts: lines };
    let roles = ROLES.iter().map(|(word, words)| ((*word).to_string(), (*words).to_string())).collect();
    let filter = Filter::new(PATH, &asked, Vec::new())
        .words("q", "Name or e-mail address", "")
        .choice("role", "Role today", roles)
        .choice_or("closed", "Closed accounts", "Leave them out", vec![("yes".into(), "Show them too".into())]);
    let pages = u32::try_from(accounts.total).unwrap_or(0).div_ceil(PER_PAGE);
    let body = html! {
        h1.govuk-heading-l { "Accounts" }
        ul.govuk-list {
            (offer::<AddAccount>(&context, &subject, "/desk/accounts/add"))
            (link(&context, Act::ReadDesk, &Subject::council(), "/desk/posts", "Who holds which post"))
        }
        (filter.form())
        p.govuk-body { (pagination::showing(accounts.page, PER_PAGE, accounts.accounts.len(), u64::try_from(accounts.total).unwrap_or(0))) }
        ul.redress-entries {
            @for line in &accounts.accounts {
                li.redress-entry {
                    p.redress-entry__title {
                        a.govuk-link href=(super::account::address(line.account.id)) { (line.account.full_name) }
                        @if line.account.closed_at.is_some() { " " (tag("Closed", "grey")) }
                        @if line.account.kind == "service" { " " (tag("Program", "blue")) }
                    }
                    p.redress-entry__facts { (line.account.name) ". " @if line.posts.is_empty() { "No post today" } @else { (line.posts.join(", ")) } }
                }
            }
        }
        (pagination::pages(accounts.page, pages, |page| asked.address_with(PATH, "page", &page.to_string())))
    };
    Ok(answer(&context, &format, &asked, "Accounts", &accounts, body))
}
