//! Recording what happened to one person's copy: it arrived, was acknowledged, came back, or was served by hand.

use redress::access::{Act, Subject};
use redress::circulation::{Receipt, ReceiptKind};
use redress_store::desk::work::member_circulation::KeptCirculation;

use crate::desk::copies;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::circulation;
use crate::failure::Failure;

/// Recording a receipt.
pub struct RecordReceipt {
    kept: KeptCirculation,
    subject: Subject,
}

const WHATS: &[(&str, &str)] = &[
    ("by_hand", "Served by hand"),
    ("delivered", "The e-mail was delivered"),
    ("acknowledged", "They said that they have it"),
    ("bounced", "It came back"),
];

impl Deed for RecordReceipt {
    const PATH: &'static str = "/desk/circulations/{circulation}/receipt";
    const TITLE: &'static str = "Record what happened to a copy";
    const ACT: Act = Act::RecordService;
    const FIELDS: &'static [Field] = &[
        Field::new("person", "Whose copy", Ask::OneOf),
        Field::new("what", "What happened", Ask::One(WHATS)),
        Field::new("why", "Why it came back, as the answer has it", Ask::Line).only_if("what", "bounced"),
        Field::new("at", "When", Ask::Moment),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<RecordReceipt, Failure> {
        let (kept, subject) = circulation::load(context, keys.number("circulation")?).await?;
        Ok(RecordReceipt { kept, subject })
    }

    fn about(&self) -> About {
        About::of(self.subject.clone()).caption(self.kept.circulation.paper()).back(format!("/desk/circulations/{}", self.kept.id))
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        match field {
            "person" => self.kept.circulation.rows().iter().map(|r| (r.person().to_string(), r.name().to_string())).collect(),
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let Ok(person) = filled.get("person").parse() else { return Err(Undone::wrong("person", "Whose copy: choose one")) };
        let Some(at) = filled.moment("at") else { return Err(Undone::wrong("at", "Say when it happened, with day and time")) };
        if at > context.now.datetime() {
            return Err(Undone::wrong("at", "That is still to come"));
        }
        let (channel, kind) = match filled.get("what") {
            "by_hand" => ("by hand", ReceiptKind::Sent),
            "delivered" => ("e-mail", ReceiptKind::Delivered),
            "acknowledged" => ("e-mail", ReceiptKind::Acknowledged),
            _ => ("e-mail", ReceiptKind::Bounced { why: filled.get("why").into() }),
        };
        let by = context.visitor.signed_in.name.clone();
        let receipt = Receipt { at, by, channel: channel.into(), sha256: self.kept.circulation.sha256().into(), kind };
        match context.desk.desk.receive_copy(self.kept.id, person, receipt, &context.act()).await? {
            Ok(()) => {
                copies::bring(&context.desk, self.kept.id, &context.now).await?;
                Ok(Done::at(self.about().back))
            }
            Err(why) => Err(Undone::wrong("what", capital(&why.to_string()))),
        }
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
