//! The secret address of one's own calendar: making it, and revoking it. It is shown once and kept nowhere.

use maud::{Markup, html};
use redress::access::{Act, Subject, SubjectKind};
use serde_json::json;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::Field;
use crate::desk::filled::Filled;
use crate::failure::Failure;
use crate::sign_in::random;

/// Making the address.
pub struct MakeCalendarAddress {
    account: i64,
    there: bool,
}

/// Revoking it.
pub struct RevokeCalendarAddress {
    account: i64,
    there: bool,
}

fn about(account: i64) -> About {
    About::of(Subject::new(SubjectKind::Account).by(account)).back("/desk/account")
}

impl Deed for MakeCalendarAddress {
    const PATH: &'static str = "/desk/account/calendar/make";
    const TITLE: &'static str = "Make a secret calendar address";
    const ACT: Act = Act::OwnAccount;
    const FIELDS: &'static [Field] = &[];

    async fn load(context: &Context, _: &Keys) -> Result<MakeCalendarAddress, Failure> {
        let there = context.desk.desk.calendar_address(context.account()).await?.is_some();
        Ok(MakeCalendarAddress { account: context.account(), there })
    }

    fn about(&self) -> About {
        about(self.account)
    }

    fn before(&self) -> Markup {
        html! {
            p.govuk-body { "A calendar program reads every date at this address that you may read on that day. It holds keys, dates and links, and no word of a confidential paper or of a personal remedy." }
            p.govuk-body { "Whoever has the address reads the dates without signing in, so give it to nobody." }
            @if self.there { p.govuk-body { "The address that you have stops working at once." } }
        }
    }

    async fn carry_out(&self, context: &Context, _: &Filled) -> Result<Done, Undone> {
        let secret = random::secret()?;
        context.desk.desk.make_calendar_address(&context.act(), self.account, &secret).await?;
        let address = format!("{}/calendar/{}.ics", context.desk.site.base, secret.expose());
        let shown = html! {
            p.govuk-body { "This is the address of your calendar. Copy it now: it is shown this once." }
            p.govuk-body { code { (address) } }
        };
        Ok(Done::shown(self.about().back, json!({ "address": address }), shown))
    }
}

impl Deed for RevokeCalendarAddress {
    const PATH: &'static str = "/desk/account/calendar/revoke";
    const TITLE: &'static str = "Revoke the calendar address";
    const ACT: Act = Act::OwnAccount;
    const FIELDS: &'static [Field] = &[];

    async fn load(context: &Context, _: &Keys) -> Result<RevokeCalendarAddress, Failure> {
        let there = context.desk.desk.calendar_address(context.account()).await?.is_some();
        Ok(RevokeCalendarAddress { account: context.account(), there })
    }

    fn about(&self) -> About {
        about(self.account)
    }

    fn possible(&self) -> bool {
        self.there
    }

    fn before(&self) -> Markup {
        html! {
            @if self.there { p.govuk-body { "The address stops working at once. Calendars that read it stay as they are until they look again." } }
            @else { p.govuk-body { "You have no calendar address." } }
        }
    }

    async fn carry_out(&self, context: &Context, _: &Filled) -> Result<Done, Undone> {
        context.desk.desk.revoke_calendar_address(&context.act(), self.account).await?;
        Ok(Done::at(self.about().back))
    }
}
