//! Everything open of a post goes to another, all or nothing, each with its own journal entry.

use serde_json::Value;

use super::action::{self, KeptAction};
use super::recommendation::{self, KeptRecommendation};
use super::recurrence::{self, KeptRecurrence};
use crate::StoreError;
use crate::desk::Desk;
use crate::desk::journal::Act;

/// What goes to another post, as it is to stand.
#[derive(Debug, Clone, Default)]
pub struct Goes {
    /// Recommendations of the Ombudsman.
    pub recommendations: Vec<KeptRecommendation>,
    /// Actions of decisions.
    pub actions: Vec<KeptAction>,
    /// What comes back to a body.
    pub recurrences: Vec<KeptRecurrence>,
}

impl Goes {
    /// Whether nothing does.
    pub fn is_empty(&self) -> bool {
        self.recommendations.is_empty() && self.actions.is_empty() && self.recurrences.is_empty()
    }
}

impl Desk {
    /// Hands over what a post owns; false, and nothing written, where somebody changed one of them meanwhile.
    pub async fn hand_over_post(&self, goes: &Goes, body: &Value, act: &Act<'_>) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        for one in &goes.recommendations {
            if !recommendation::change(&mut tx, one, "hand_over", body, act).await? {
                return Ok(false);
            }
        }
        for one in &goes.actions {
            if !action::change(&mut tx, one, "hand_action_over", body, act).await? {
                return Ok(false);
            }
        }
        for one in &goes.recurrences {
            if !recurrence::change(&mut tx, one, "hand_recurrence_over", body, act).await? {
                return Ok(false);
            }
        }
        tx.commit().await?;
        Ok(true)
    }
}
