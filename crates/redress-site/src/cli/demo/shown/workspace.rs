//! Cabinet's meeting as the clerk took it down: who came, an interest, a motion with an amendment, votes, resolutions.

use anyhow::Context;
use redress::body::Capacity;
use serde_json::{Value, json};

use super::Town;
use crate::cli::demo::days::evening;
use crate::desk::deed::Deed;
use crate::desk::deeds::workspace::amend::AmendMotion;
use crate::desk::deeds::workspace::answer::AnswerQuestion;
use crate::desk::deeds::workspace::attend::Attend;
use crate::desk::deeds::workspace::call::CallItem;
use crate::desk::deeds::workspace::close::CloseMeeting;
use crate::desk::deeds::workspace::interest::DeclareInterest;
use crate::desk::deeds::workspace::motion::MoveMotion;
use crate::desk::deeds::workspace::open::OpenMeeting;
use crate::desk::deeds::workspace::preside::Preside;
use crate::desk::deeds::workspace::question::AskQuestion;
use crate::desk::deeds::workspace::resolve::Resolve;
use crate::desk::deeds::workspace::vote::TakeVote;
use crate::desk::deeds::workspace::write::WriteText;

const MOVED: &str = "(a) That the Director of Homes and Communities number every lamp on the estates by the spring.\n\
    (b) That a lamp which is reported be mended within ten working days.";
const AMENDED: &str = "(a) That the Director of Homes and Communities number every lamp on the estates by the spring.\n\
    (b) That a lamp which is reported be mended within ten working days.\n\
    (c) That the Director of Homes and Communities report to Cabinet on both every three months.";

/// The evening.
struct Evening<'a> {
    town: &'a Town<'a>,
    meeting: i64,
    /// Those who came, whoever presided first.
    came: Vec<i64>,
}

impl Evening<'_> {
    /// One entry, so many minutes past six.
    async fn down<D: Deed>(&self, minutes: i8, answers: Value) -> anyhow::Result<()> {
        let at = evening(self.town.days.cabinet, minutes);
        self.town.office.does::<D>("clerk", at, &[("meeting", self.meeting)], answers).await?;
        Ok(())
    }

    fn member(&self, at: usize) -> anyhow::Result<i64> {
        self.came.get(at).copied().context("too few came")
    }
}

/// Takes it down.
pub async fn lay_out(town: &Town<'_>, meeting: i64) -> anyhow::Result<()> {
    let seats = town.office.desk().seats_on(town.cabinet, &town.days.cabinet.to_string()).await?;
    let (chairs, others): (Vec<_>, Vec<_>) = seats.into_iter().partition(|s| s.capacity() == Capacity::Chair);
    let mut came: Vec<i64> = chairs.iter().chain(&others).map(|s| s.member_id).collect();
    let away = came.pop().context("nobody sits on the Cabinet")?;
    let e = Evening { town, meeting, came };
    e.down::<Attend>(20, json!({ "what": "apologies", "members": [away] })).await?;
    e.down::<Attend>(29, json!({ "what": "arrived", "members": e.came })).await?;
    e.down::<Preside>(30, json!({ "member": e.member(0)? })).await?;
    e.down::<OpenMeeting>(30, json!({})).await?;
    e.down::<CallItem>(31, json!({ "item": "1" })).await?;
    let said = "The minutes of the last meeting were confirmed and signed.";
    e.down::<WriteText>(32, json!({ "items": ["1"], "part": "discussion", "words": said })).await?;
    lights(&e).await?;
    charges(&e).await?;
    e.down::<CloseMeeting>(58, json!({})).await
}

async fn lights(e: &Evening<'_>) -> anyhow::Result<()> {
    e.down::<CallItem>(33, json!({ "item": "6" })).await?;
    let nature = "Is a tenant of one of the estates that are named in the report";
    e.down::<DeclareInterest>(34, json!({ "member": e.member(2)?, "kind": "other", "nature": nature })).await?;
    e.down::<AskQuestion>(35, json!({ "by": "The vice-chair of the scrutiny committee", "words": "Is the lamp's number on the map too?" }))
        .await?;
    e.down::<AnswerQuestion>(
        36,
        json!({ "by": "The Director of Homes and Communities", "words": "Yes, from the day on which it is fixed." }),
    )
    .await?;
    e.down::<MoveMotion>(37, json!({ "words": MOVED, "mover": e.member(1)?, "seconder": e.member(3)? })).await?;
    e.down::<AmendMotion>(39, json!({ "after": AMENDED, "mover": e.member(3)?, "seconder": e.member(1)? })).await?;
    e.down::<TakeVote>(41, json!({ "taken": "unanimous" })).await?;
    e.down::<TakeVote>(42, json!({ "taken": "named", "named_abstained": [e.member(2)?], "rest": "for" })).await?;
    e.down::<Resolve>(43, json!({})).await?;
    let words = "The chair of the scrutiny committee presented what it had found. Cabinet thanked the residents who had answered, and asked \
        that whoever reports a lamp be told when it is mended.";
    let reasons = "Residents avoid paths that are not lit, and cannot say which lamp is out.";
    let options = "To mend within five working days, which the contractor cannot promise in the winter.";
    for (part, words) in [("discussion", words), ("reasons", reasons), ("options_rejected", options)] {
        e.down::<WriteText>(44, json!({ "items": ["6"], "part": part, "words": words })).await?;
    }
    Ok(())
}

async fn charges(e: &Evening<'_>) -> anyhow::Result<()> {
    e.down::<CallItem>(45, json!({ "item": "7" })).await?;
    let words = "(a) That an hour in the leisure centre car park cost £1.20 from the new year on.";
    e.down::<MoveMotion>(47, json!({ "words": words, "mover": e.member(0)?, "seconder": e.member(1)? })).await?;
    let came = e.came.len();
    e.down::<TakeVote>(50, json!({ "taken": "counted", "for": came - 2, "against": 2 })).await?;
    e.down::<Resolve>(51, json!({})).await?;
    let said = "Two members said that the charge would drive people to park in the streets around the centre.";
    let reasons = "The charge has not changed for four years and no longer pays for the upkeep.";
    let options = "To leave the charge as it is, and to charge after six in the evening only.";
    for (part, words) in [("discussion", said), ("reasons", reasons), ("options_rejected", options)] {
        e.down::<WriteText>(52, json!({ "items": ["7"], "part": part, "words": words })).await?;
    }
    Ok(())
}
