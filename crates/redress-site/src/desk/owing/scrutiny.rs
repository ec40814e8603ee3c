//! Recommendations of scrutiny that wait for an answer: Local Government Act 2000, section 9FE.

use jiff::civil::Date;
use redress::access::SubjectKind;
use redress::calendar::Calendar;
use redress::duty::lga2000::s9fe::RESPONSE;
use redress_store::StoreError;
use redress_store::desk::Desk;

use super::{Line, OfDuty};

/// Those whose clock runs, or has run out.
pub async fn lines(desk: &Desk, today: Date) -> Result<Vec<Line>, StoreError> {
    // Two months are counted without working days, so any calendar gives the same day.
    let calendar = Calendar::england();
    let mut all = Vec::new();
    for kept in desk.all_scrutiny().await? {
        let Some(owed) = kept.recommendation.owed(today, calendar) else { continue };
        let Some(item) = desk.planned_item(kept.planned_item_id).await? else { continue };
        let stands = kept.recommendation.standing(today, calendar).words(kept.recommendation.days_late(today, calendar));
        all.push(Line {
            duty: Some(OfDuty { key: RESPONSE.key.into(), cite: RESPONSE.cite, due_on: owed.on, other_due_on: None, stands }),
            owed,
            title: format!("Answer {}", kept.recommendation.title().replacen('R', "r", 1)),
            case: String::new(),
            address: format!("/desk/scrutiny-recommendations/{}", kept.id),
            post: None,
            service: None,
            subject: desk.words_of_item(&item, SubjectKind::Decision, false).await?,
        });
    }
    Ok(all)
}
