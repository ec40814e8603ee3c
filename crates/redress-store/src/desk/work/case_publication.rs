//! Publishing a case with its improvements: all of it in one transaction, and a new version only of what changed.

use redress::public::case::Case;
use redress::public::{Kind, Record};
use serde_json::json;

use crate::StoreError;
use crate::chain::sha256;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::desk::publish::{Because, End, latest, publish};

/// What marks exactly these records: whoever publishes them sends the mark of what the preview showed.
pub fn mark(records: &[Record]) -> Result<String, StoreError> {
    let text = serde_json::to_string(records).map_err(StoreError::body("preview"))?;
    Ok(sha256(text.as_bytes()))
}

impl Desk {
    /// The case as it was published last; none where it never was or was withdrawn.
    pub async fn published_case(&self, key: &str) -> Result<Option<Case>, StoreError> {
        let mut tx = self.db.write().await?;
        let Some(last) = latest(&mut tx, Kind::Case, key).await?.filter(|l| !l.withdrawn) else { return Ok(None) };
        match serde_json::from_str(&last.body).map_err(StoreError::body(format!("publication {}", last.seq)))? {
            Record::Case(case) => Ok(Some(case)),
            _ => Ok(None),
        }
    }

    /// Publishes the public forms of a case. Gives the address of each record that has a new version.
    pub async fn publish_case(
        &self,
        case: i64,
        records: &[Record],
        because: Because<'_>,
        act: &Act<'_>,
    ) -> Result<Vec<String>, StoreError> {
        let mut tx = self.db.write().await?;
        let (mut end, mut made) = (End::default(), Vec::new());
        for record in records {
            if publish(&mut tx, &mut end, act, because, record, &[]).await?.is_some() {
                made.push(redress::public::address(record.kind(), &record.key()));
            }
        }
        if !made.is_empty() {
            let body = json!({ "published": made, "reason": because.reason });
            journal::write(&mut tx, act, "publish_case", &format!("case_file {case}"), &body).await?;
            tx.commit().await?;
        }
        Ok(made)
    }
}
