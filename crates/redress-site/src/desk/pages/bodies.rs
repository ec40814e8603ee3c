//! The bodies that the desk keeps: of one sort, or those that have no particulars yet.

use axum::extract::State;
use maud::html;
use redress::access::{Act, Subject, SubjectKind};
use redress::body::BodyKind;
use redress_store::desk::work::body_particulars::KeptParticulars;
use serde::Serialize;

use super::{answer, offer};
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::desk::deeds::add_body::AddBody;
use crate::layout::filter::Filter;
use crate::layout::{pagination, tag};
use crate::pages::asked::Asked;
use crate::pages::bodies::sentence_case;
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

const PATH: &str = "/desk/bodies";
const PER_PAGE: usize = 50;

/// A page of the list.
#[derive(Debug, Serialize)]
struct Bodies {
    total: usize,
    page: u32,
    bodies: Vec<KeptParticulars>,
}

/// `/desk/bodies`
pub async fn list(State(desk): State<DeskSite>, visitor: Visitor, format: Format, asked: Asked) -> Answer {
    let context = Context::of(desk, visitor);
    let subject = Subject::new(SubjectKind::Meeting);
    context.may(Act::ReadDesk, &subject)?;
    let today = context.now.date();
    let (name, sort, state) = (asked.get("q").to_lowercase(), BodyKind::of_word(asked.get("sort")), asked.get("state"));
    let fits = |kept: &KeptParticulars| {
        let exists = kept.particulars.existed_on(today);
        kept.name.to_lowercase().contains(&name)
            && sort.is_none_or(|sort| kept.sort() == sort)
            && match state {
                "meets" => exists,
                "over" => !exists,
                "not_settled" => kept.revision == 0,
                _ => true,
            }
    };
    let all: Vec<KeptParticulars> = context.desk.desk.all_particulars().await?.into_iter().filter(fits).collect();
    let (total, pages) = (all.len(), all.len().div_ceil(PER_PAGE));
    let page = usize::try_from(asked.page()).unwrap_or(1);
    let page = if page > pages { 1 } else { page };
    let bodies = all.into_iter().skip((page - 1) * PER_PAGE).take(PER_PAGE).collect();
    let shown = Bodies { total, page: u32::try_from(page).unwrap_or(1), bodies };
    let sorts = BodyKind::ALL.iter().map(|sort| (sort.word().to_string(), sentence_case(sort.words()))).collect();
    let choice = |value: &str, words: &str| (value.to_string(), words.to_string());
    let states = vec![
        choice("meets", "Meets today"),
        choice("over", "Before its first or after its last day"),
        choice("not_settled", "Particulars not settled"),
    ];
    let filter =
        Filter::new(PATH, &asked, Vec::new()).words("q", "Name", "").choice("sort", "Sort", sorts).choice("state", "State", states);
    let body = html! {
        h1.govuk-heading-l { "Bodies" }
        ul.govuk-list { (offer::<AddBody>(&context, &subject, "/desk/bodies/add")) }
        (filter.form())
        (filter.chosen())
        p.govuk-body { (pagination::showing(shown.page, 50, shown.bodies.len(), total as u64)) }
        ul.redress-entries {
            @for kept in &shown.bodies {
                li.redress-entry {
                    p.redress-entry__title { a.govuk-link href={ (PATH) "/" (kept.body_id) } { (kept.name) } }
                    p.redress-entry__facts {
                        (sentence_case(kept.sort().words()))
                        @if kept.revision == 0 { " " (tag("Particulars not settled", "yellow")) }
                        @if !kept.particulars.existed_on(today) { " " (tag("Does not meet", "grey")) }
                    }
                }
            }
        }
        (pagination::pages(shown.page, u32::try_from(pages).unwrap_or(1), |n| asked.address_with(PATH, "page", &n.to_string())))
    };
    Ok(answer(&context, &format, &asked, "Bodies", &shown, body))
}
