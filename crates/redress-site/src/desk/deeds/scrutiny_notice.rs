//! Recording when a recommendation's report arrived, and the notice in writing that requires an answer.

use maud::{Markup, html};
use redress::access::Act;

use super::recommend_scrutiny::receive;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::scrutiny_recommendation::{self, Loaded};
use crate::failure::Failure;

/// Recording it.
pub struct RecordScrutinyNotice {
    loaded: Loaded,
}

impl Deed for RecordScrutinyNotice {
    const PATH: &'static str = "/desk/scrutiny-recommendations/{recommendation}/notice";
    const TITLE: &'static str = "Record when it was received";
    const ACT: Act = Act::RecommendForScrutiny;
    const FIELDS: &'static [Field] = &[
        Field::new("received", "Report received on", Ask::Date),
        Field::new("notice", "Notice that requires an answer received on", Ask::Date)
            .hint("Left blank where none was given: no clock runs then")
            .optional(),
        Field::new("revision", "The version that you saw", Ask::Carried),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<RecordScrutinyNotice, Failure> {
        Ok(RecordScrutinyNotice { loaded: scrutiny_recommendation::load(context, keys.number("recommendation")?).await? })
    }

    fn about(&self) -> About {
        self.loaded.about()
    }

    fn before(&self) -> Markup {
        html! { p.govuk-body { "Two months begin with the day on which the report was received or, if later, the notice: Local Government Act 2000, section 9FE." } }
    }

    fn given(&self, field: &str) -> Vec<String> {
        let r = &self.loaded.kept.recommendation;
        let day = |day: Option<jiff::civil::Date>| day.map(redress::day::long).into_iter().collect();
        match field {
            "received" => day(r.received),
            "notice" => day(r.notice),
            "revision" => vec![self.loaded.kept.revision.to_string()],
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let mut kept = self.loaded.seen(filled)?;
        let notice = filled.date("notice");
        if notice.is_some() && kept.addressee != "executive" {
            return Err(Undone::wrong("notice", "A partner answers under no notice of section 9FE: leave this blank"));
        }
        receive(&mut kept.recommendation, filled.date("received"), notice, context.now.date(), Self::FIELDS)?;
        let body = serde_json::json!({ "received": kept.recommendation.received, "notice": kept.recommendation.notice });
        if !context.desk.desk.change_scrutiny(&kept, "receive_scrutiny", &body, &context.act()).await? {
            return Err(Undone::changed());
        }
        let by = kept.recommendation.answer_by(&context.desk.site.calendar);
        Ok(Done::made(self.about().back, serde_json::json!({ "answer_by": by })))
    }
}
