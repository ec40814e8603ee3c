//! A file of evidence, as it was filed.

use axum::extract::{Path, State};
use redress::access::Act;

use super::paper::attachment;
use super::recommendation;
use crate::desk::DeskSite;
use crate::desk::deed::Context;
use crate::failure::Failure;
use crate::pages::Answer;
use crate::sign_in::visitor::Visitor;

/// `/desk/evidence/{evidence}/file`
pub async fn file(State(desk): State<DeskSite>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let context = Context::of(desk, visitor);
    context.might(Act::ReadDesk)?;
    let evidence = context.desk.desk.evidence(id).await?.ok_or(Failure::NotFound)?;
    recommendation::load(&context, evidence.recommendation_id).await?;
    let bytes = context.desk.desk.bytes_of_evidence(&evidence.sha256).await?.ok_or(Failure::NotFound)?;
    Ok(attachment(&evidence.name, bytes))
}
