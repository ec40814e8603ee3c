//! `redress withdraw`: takes a published record away and leaves its reason.

use clap::Args;
use redress::public::Kind;
use redress_store::desk::journal::Act;
use redress_store::desk::publish::Because;

use super::Outcome;
use super::place::Place;
use crate::clock;

/// Withdraw a published record; what stands in its place is the reason
#[derive(Debug, Args)]
pub struct Withdraw {
    /// body, member, meeting, item, issue, decision, case or document
    #[arg(value_parser = |word: &str| Kind::of_word(word).ok_or("not a kind of record: see `redress withdraw --help`"))]
    kind: Kind,
    /// The key, as in the record's address: 2024-02-14-cabinet/128
    key: String,
    /// Why; the public reads it
    #[arg(long)]
    reason: String,
    /// The office that withdraws it; the public reads it
    #[arg(long, default_value = "monitoring officer")]
    by: String,
    #[command(flatten)]
    place: Place,
}

impl Withdraw {
    pub(super) async fn run(self) -> anyhow::Result<Outcome> {
        self.place.must_exist()?;
        let (desk, register) = self.place.stores().await?;
        let act = Act { who: &self.by, at: clock::now().timestamp() };
        let because = Because { by: &self.by, reason: &self.reason };
        let done = desk.withdraw(&act, because, self.kind, &self.key).await?;
        register.follow(&desk).await?;
        anyhow::ensure!(done, "nothing stands under {} {}: see /changes for what was published", self.kind.word(), self.key);
        println!(
            "Withdrawn: {} {}. Its address now answers 410 with the reason; its versions stay in the log.",
            self.kind.word(),
            self.key
        );
        Ok(Outcome::Done)
    }
}
