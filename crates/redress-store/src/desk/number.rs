//! Numbers in public addresses: given at the first publication, without a gap, never twice.

use redress::public::Kind;

use crate::StoreError;
use crate::db::Tx;
use crate::on;

/// The public number of a record, given now where it has none.
pub(super) async fn of(tx: &mut Tx, kind: Kind, record: i64) -> Result<u64, StoreError> {
    let failed = StoreError::database("number");
    let given: Option<i64> = on!(tx &mut *tx, c => sqlx::query_scalar(
        "insert into public_number (kind, number, record_id)
         select $1, coalesce(max(number), 0) + 1, $2 from public_number where kind = $1
         on conflict do nothing returning number").bind(kind.word()).bind(record).fetch_optional(c).await)
    .map_err(&failed)?;
    let number = match given {
        Some(number) => number,
        None => on!(tx tx, c => sqlx::query_scalar("select number from public_number where kind = $1 and record_id = $2")
            .bind(kind.word()).bind(record).fetch_one(c).await)
        .map_err(&failed)?,
    };
    Ok(u64::try_from(number).unwrap_or(0))
}
