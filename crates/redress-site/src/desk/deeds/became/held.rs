//! Recording that a meeting was held: from then on who was there counts.

use maud::Markup;
use redress::access::Act;
use redress::meeting::Happened;
use redress_store::desk::work::meeting_outcome::{GoesOn, Happening, NotRecorded};

use super::Opened;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::failure::Failure;

/// Recording it.
pub struct RecordHeld(Opened);

impl Deed for RecordHeld {
    const PATH: &'static str = "/desk/meetings/{meeting}/held";
    const TITLE: &'static str = "Record that it was held";
    const ACT: Act = Act::PlanMeeting;
    const FIELDS: &'static [Field] = &[Field::new("on", "Day", Ask::Date)];

    async fn load(context: &Context, keys: &Keys) -> Result<RecordHeld, Failure> {
        Ok(RecordHeld(Opened::load(context, keys).await?))
    }

    fn about(&self) -> About {
        self.0.about()
    }

    fn before(&self) -> Markup {
        self.0.before(Happened::Held)
    }

    fn possible(&self) -> bool {
        self.0.barred(Happened::Held).is_none()
    }

    fn impossible(&self) -> String {
        self.0.barred(Happened::Held).unwrap_or_default()
    }

    fn given(&self, field: &str) -> Vec<String> {
        if field == "on" { self.0.day().map(redress::day::long).into_iter().collect() } else { Vec::new() }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let on = self.0.happened_on(context, Self::FIELDS, Happened::Held, filled.date("on"))?;
        // Nobody is told that what was announced took place, and the public learns it with the minutes.
        let (meeting, seen) = (self.0.meeting.id, self.0.events.len());
        let happening = Happening { meeting, seen, what: Happened::Held, on, why: "", goes_on: GoesOn::Nowhere, letters: &[] };
        match context.desk.desk.happen(&happening, &context.act()).await? {
            Ok(_) => Ok(Done::at(self.0.address())),
            Err(NotRecorded::Changed | NotRecorded::DayTaken) => Err(Undone::changed()),
        }
    }
}
