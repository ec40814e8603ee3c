//! Publishing the figures of remedies for a person: numbers alone leave the desk, and no row of a remedy.

use redress::ombudsman::figures::Row;
use redress::ombudsman::recommendation::Nature;
use redress::public::figures::PersonalFigures;
use redress::public::{Kind, Record};
use serde_json::json;

use crate::StoreError;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::desk::publish::{Because, End, latest, publish};

impl Desk {
    /// The figures as they were published last.
    pub async fn published_figures(&self) -> Result<Option<PersonalFigures>, StoreError> {
        let mut tx = self.db.write().await?;
        let Some(last) = latest(&mut tx, Kind::Figures, PersonalFigures::KEY).await?.filter(|l| !l.withdrawn) else { return Ok(None) };
        match serde_json::from_str(&last.body).map_err(StoreError::body(format!("publication {}", last.seq)))? {
            Record::Figures(figures) => Ok(Some(figures)),
            _ => Ok(None),
        }
    }

    /// The rows of remedies for a person of every case that no embargo covers at a moment. They stay at the desk.
    pub async fn personal_rows(&self, now: jiff::civil::DateTime) -> Result<Vec<Row>, StoreError> {
        let files = self.case_files().await?;
        let mut rows = Vec::new();
        for one in self.followed(now).await?.recommendations {
            let embargoed = one.subject.embargo.as_ref().is_some_and(|e| e.covers(now));
            if embargoed || one.kept.tracked.asked().nature() != Nature::Personal {
                continue;
            }
            let case = files.iter().find(|c| c.id == one.kept.case_file_id);
            rows.extend(case.map(|c| Row::in_file(&one.kept.tracked, &c.file)));
        }
        Ok(rows)
    }

    /// Publishes the figures; none where they are the same as those that stand.
    pub async fn publish_figures(&self, figures: &PersonalFigures, because: Because<'_>, act: &Act<'_>) -> Result<Option<u32>, StoreError> {
        let mut tx = self.db.write().await?;
        let record = Record::Figures(figures.clone());
        let Some(version) = publish(&mut tx, &mut End::default(), act, because, &record, &[]).await? else { return Ok(None) };
        let body = json!({ "version": version, "reason": because.reason, "figures": figures });
        journal::write(&mut tx, act, "publish_figures", PersonalFigures::KEY, &body).await?;
        tx.commit().await?;
        Ok(Some(version))
    }
}
