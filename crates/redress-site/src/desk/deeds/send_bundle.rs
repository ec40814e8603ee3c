//! Recording that a bundle went to the Ombudsman. From that day the clock of each recommendation in it stands, unless the
//! Ombudsman finds it wanting.

use maud::{Markup, html};
use redress::access::Act;
use redress::ombudsman::axes::Submission;
use redress::ombudsman::history::Entry;
use redress_store::desk::work::bundle::{BundleSent, KeptBundle};
use redress_store::desk::work::recommendation::KeptRecommendation;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::bundle;
use crate::desk::pages::case::Loaded;
use crate::failure::Failure;

/// Recording that a bundle went.
pub struct SendBundle {
    bundle: KeptBundle,
    loaded: Loaded,
    recommendations: Vec<KeptRecommendation>,
    sent: Option<BundleSent>,
}

impl Deed for SendBundle {
    const PATH: &'static str = "/desk/bundles/{bundle}/send";
    const TITLE: &'static str = "Record that the bundle went to the Ombudsman";
    const ACT: Act = Act::SendEvidence;
    const FIELDS: &'static [Field] = &[
        Field::new("on", "Day on which it went", Ask::Date),
        Field::new("channel", "How it went", Ask::Line).hint("The Ombudsman's portal, e-mail, post"),
        Field::new("receipt", "What the Ombudsman's receipt says", Ask::Line).optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<SendBundle, Failure> {
        let (bundle, loaded) = bundle::load(context, keys.number("bundle")?).await?;
        let desk = &context.desk.desk;
        let recommendations = desk.recommendations_of_bundle(bundle.id).await?;
        let sent = desk.bundle_sent(bundle.id).await?;
        Ok(SendBundle { bundle, loaded, recommendations, sent })
    }

    fn about(&self) -> About {
        About::of(self.loaded.subject.clone()).caption(bundle::title(&self.bundle)).back(format!("/desk/bundles/{}", self.bundle.id))
    }

    fn before(&self) -> Markup {
        html! {
            @match &self.sent {
                Some(sent) => p.govuk-body { "It is recorded that this bundle went on " (sent.on_date.parse().map_or_else(|_| sent.on_date.clone(), redress::day::long)) "." },
                None => p.govuk-body { "Redress does not send it. Send it first, then record here on which day it went." },
            }
        }
    }

    fn possible(&self) -> bool {
        self.sent.is_none()
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let wrong = |words: String| Undone::wrong("on", words);
        let on = filled.date("on").ok_or_else(|| wrong("Give the day on which it went".into()))?;
        if on > context.now.date() {
            return Err(wrong(format!("{} has not come yet", redress::day::long(on))));
        }
        let made = crate::clock::day_of(self.bundle.manifest.made_at);
        if on < made {
            return Err(wrong(format!("The bundle was made on {}: it cannot have gone before", redress::day::long(made))));
        }
        let channel = filled.get("channel");
        let mut moved = self.recommendations.clone();
        for kept in &mut moved {
            let submission = Submission { bundle: self.bundle.sha256.clone(), channel: channel.into() };
            let entry = Entry::new(&context.visitor.signed_in.name, on, submission).shown_by(&bundle::title(&self.bundle));
            let key = kept.tracked.asked().key();
            kept.tracked.send_evidence(entry).map_err(|why| wrong(format!("Recommendation {key}: {why}")))?;
        }
        let receipt = filled.words("receipt");
        if !context.desk.desk.send_bundle(&self.bundle, (on, channel, receipt.as_deref()), &moved, &context.act()).await? {
            return Err(Undone::changed());
        }
        Ok(Done::at(self.about().back))
    }
}
