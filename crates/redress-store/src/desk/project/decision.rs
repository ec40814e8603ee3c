//! Decisions in their public form: of an item, of a member, of an officer.

use redress::decision::Resolution;
use redress::decision_record::Key;
use redress::draft::DecisionDraft;
use redress::public::decision::DecidedBy;
use redress::public::{self, Kind};

use super::super::number;
use super::super::work::decision_record;
use super::{Projecting, item, opened, source_of, standing_papers, withdrawn_item};
use crate::StoreError;
use crate::db::Tx;
use crate::on;

pub(super) async fn decision(tx: &mut Tx, projecting: &mut Projecting, id: i64) -> Result<Option<public::decision::Decision>, StoreError> {
    let failed = StoreError::database("decision");
    let (item_id, record): (Option<i64>, String) = on!(tx &mut *tx, c =>
        sqlx::query_as("select item_id, record from decision where id = $1").bind(id).fetch_one(c).await)
    .map_err(&failed)?;
    if withdrawn_item(tx, item_id).await? {
        return Ok(None);
    }
    let own: Option<DecisionDraft> = opened("decision", &record)?;
    let of_item = match item_id {
        Some(item_id) => item(tx, projecting, item_id).await?,
        None => None,
    };
    if own.is_none() && of_item.as_ref().is_none_or(|i| i.decision.is_none()) {
        return Ok(None);
    }
    let own_source = own.is_some();
    let draft = own.unwrap_or_default();
    let references = of_item.as_ref().map_or_else(|| draft.references(), |i| i.references.clone());
    let service = draft.service().map(String::from);
    let mut texts = draft.decision.or_else(|| of_item.as_ref().and_then(|i| i.decision.clone()));
    let told = decision_record::told_in_public(tx, id, item_id).await?;
    if let (Some(texts), Some(_)) = (texts.as_mut().filter(|t| t.as_minuted.is_none()), &told) {
        texts.as_minuted = of_item.as_ref().and_then(as_minuted);
    }
    let formal = texts.as_ref().and_then(|t| t.formal.as_deref());
    let told = told.map(|(_, told)| told);
    let met = draft.meeting.as_ref();
    let by_body = item_id.is_some() || met.is_some();
    let body_slug = match (&of_item, met.and_then(|m| m.body.clone())) {
        (Some(i), _) => i.body_slug.clone(),
        (None, Some(name)) => {
            let name = name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            on!(tx &mut *tx, c => sqlx::query_scalar("select b.slug from body b join body_alias a on a.body_id = b.id where a.name = $1")
                .bind(name).fetch_optional(c).await)
            .map_err(&failed)?
        }
        (None, None) => None,
    };
    let title = if draft.title.is_empty() { of_item.as_ref().map(|i| i.title.clone()).unwrap_or_default() } else { draft.title };
    let papers = if draft.papers.is_empty() {
        of_item.as_ref().map(|i| i.papers.iter().map(|p| p.paper.clone()).collect()).unwrap_or_default()
    } else {
        standing_papers(tx, id, draft.papers).await?
    };
    let source = if own_source { source_of(tx, "decision", id).await? } else { of_item.as_ref().and_then(|i| i.source.clone()) };
    Ok(Some(public::decision::Decision {
        number: number::of(tx, Kind::Decision, id).await?,
        title,
        decision_maker: draft
            .decision_maker
            .or_else(|| of_item.as_ref().and_then(|i| i.body.clone()))
            .or_else(|| met.and_then(|m| m.body.clone())),
        body_slug,
        item: of_item.as_ref().map(|i| i.key.clone()),
        issue: of_item.as_ref().and_then(|i| i.issue.as_ref().map(|l| l.number)),
        by: match formal.map(|f| &f.maker) {
            Some(maker) => DecidedBy::of(maker),
            None if by_body && !draft.by_officer => DecidedBy::Body,
            None => DecidedBy::Delegate,
        },
        status: draft.status.or_else(|| formal.and_then(|f| f.status).map(|s| s.words().into())),
        key: draft.key.or_else(|| formal.and_then(|f| key_words(&f.key))),
        call_in: draft.call_in.or_else(|| told.as_ref().map(|t| if t.rules.is_some() { "Yes" } else { "No" }.into())),
        service,
        purpose: draft.purpose,
        effective_from: draft.effective_from.or_else(|| formal.and_then(|f| f.effective_from)),
        published_on: draft.published_on.or_else(|| told.as_ref().and_then(|t| t.published)),
        told: told.map(Box::new),
        decision: texts,
        decided_on: draft.decided_on.or(of_item.as_ref().and_then(|i| i.date)),
        papers,
        other: draft.other,
        references,
        source,
    }))
}

/// The decision as the published minute repeats it.
fn as_minuted(item: &public::item::Item) -> Option<Resolution> {
    let minute = item.minutes.as_ref()?;
    let clauses = redress::decision::read::resolved_in(&minute.text)?;
    let words: Vec<String> = redress::resolution::texts::flat(&clauses).into_iter().map(|(path, text)| format!("{path} {text}")).collect();
    Some(Resolution { text: words.join("\n"), clauses })
}

fn key_words(key: &Key) -> Option<String> {
    match key {
        Key::Blank => None,
        Key::Yes { .. } => Some("Yes".into()),
        Key::No => Some("No".into()),
        Key::NotExecutive => Some("No: only a decision of the executive can be one".into()),
    }
}
