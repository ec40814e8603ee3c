//! The motion of a minute and the amendments to it: whose vote is the item's, and who moved which.
//!
//! Amendments are voted on first; the vote that settles the item is the last one on the motion itself.

use redress::minutes::Mover;
use redress::vote::{Manner, Vote};

use crate::moderngov::minutes_text::{find_movers, find_vote};

/// Words for the motion itself, after amendments.
const MOTION: [&str; 7] =
    ["substantive", "original motion", "amended motion", "motion, as amended", "motion as amended", "the motion", "recommendations"];

/// What has been moved and voted on so far.
#[derive(Default)]
pub struct Motions {
    vote: Option<Vote>,
    movers: Vec<Mover>,
    amenders: Vec<Mover>,
    /// An amendment is before the meeting.
    pub amending: bool,
}

impl Motions {
    /// Hears the next sentence of the minute.
    pub fn hear(&mut self, sentence: &str) {
        let amendment = sentence.find("mendment").or_else(|| sentence.find("MENDMENT"));
        let lower = if amendment.is_some() || self.amending { sentence.to_ascii_lowercase() } else { String::new() };
        if amendment.is_some() {
            self.amending = true;
        }
        self.moved(sentence, &lower);
        let on_motion = match amendment {
            Some(at) => behind_amendment(&lower, at),
            None if self.amending && MOTION.iter().any(|m| lower.contains(m)) => Some(0),
            None => (!self.amending).then_some(0),
        };
        let settles_amendment = self.amending
            && (find_vote(sentence).is_some() || ["accepted", "withdrawn", " fell", "not seconded"].iter().any(|w| lower.contains(w)));
        if let Some(from) = on_motion
            && let Some(vote) = find_vote(sentence.get(from..).unwrap_or(sentence))
        {
            self.vote = Some(Vote { text: sentence.into(), ..vote });
        }
        // What is voted on next is the motion again.
        self.amending &= !settles_amendment && on_motion.is_none();
    }

    fn moved(&mut self, sentence: &str, lower: &str) {
        let movers = find_movers(sentence);
        if movers.is_empty() {
            return;
        }
        // `moved the substantive motion` after an amendment moves the motion.
        if self.amending && !lower.contains("substantive") {
            self.amenders.extend(movers.into_iter().map(|m| Mover { act: format!("{} an amendment", m.act), ..m }));
            return;
        }
        let seconds = movers.iter().all(|m| matches!(m.act.as_str(), "seconded" | "supported"));
        // Where one motion is lost, the next one's movers stand behind the vote.
        let lost = self.vote.as_ref().is_some_and(is_lost);
        if !seconds && (self.movers.is_empty() || lost) {
            self.movers = movers;
        } else if seconds && self.movers.len() == 1 {
            self.movers.extend(movers);
        }
    }

    /// The vote on the motion, and who moved: the motion first, then amendments.
    pub fn settled(mut self) -> (Option<Vote>, Vec<Mover>) {
        self.movers.append(&mut self.amenders);
        (self.vote, self.movers)
    }
}

fn is_lost(vote: &Vote) -> bool {
    vote.manner == Manner::Lost || matches!((vote.for_, vote.against), (Some(for_), Some(against)) if for_ < against)
}

/// Where a sentence that speaks of an amendment goes on to the motion: `… was lost, and the motion was carried`.
fn behind_amendment(lower: &str, amendment: usize) -> Option<usize> {
    // An `amendment to the motion` is still the amendment.
    let starts = MOTION.iter().flat_map(|m| lower.match_indices(m).map(|(at, _)| at));
    starts.filter(|at| *at > amendment && !lower[..*at].ends_with("to ") && !lower[..*at].ends_with("to the ")).max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::moderngov::minutes_text;

    fn vote(minute: &[&str]) -> Option<(Manner, Option<u32>, Option<u32>)> {
        minutes_text::read(minute).vote.map(|v| (v.manner, v.for_, v.against))
    }

    #[test]
    fn the_vote_is_the_one_on_the_motion() {
        let moved = "Councillor Ash moved the recommendations, seconded by Councillor Birch.";
        let amended = "Councillor Elm moved an amendment, seconded by Councillor Fir, to add a clause.";
        for rest in [
            "The amendment was put to the vote and lost by 4 votes to 9. The motion was carried by 8 votes to 5.",
            "On being put to the vote it was lost by 4 votes to 9. On being put to the vote, this was carried by 8 votes to 5.",
            "The amendment was lost by 4 votes to 9, and the motion was then carried by 8 votes to 5.",
            "The mover accepted the amendment. The recommendations as amended were agreed by 8 votes to 5.",
            "The amendment fell. It was agreed by 8 votes to 5.",
            "The amendment was carried unanimously and became the substantive motion, which was agreed by 8 votes to 5.",
            "The amendment to the motion was agreed by 9 votes to 4. The substantive motion was agreed by 8 votes to 5.",
        ] {
            assert_eq!(vote(&[moved, amended, rest]), Some((Manner::Counted, Some(8), Some(5))), "{rest}");
        }
        assert_eq!(vote(&[moved, amended, "The amendment was lost by 4 votes to 9."]), None);
        let last = "A motion to refuse was lost by 3 votes to 9. A motion to approve was carried by 9 votes to 3.";
        assert_eq!(vote(&[last]), Some((Manner::Counted, Some(9), Some(3))));
        assert_eq!(vote(&["It was carried by 7 votes to 2.", "Members were unanimous in their thanks."]).map(|v| v.1), Some(Some(7)));
    }

    #[test]
    fn movers_of_the_motion_come_first() {
        let movers = |minute: &[&str]| {
            let read = minutes_text::read(minute);
            read.movers.into_iter().map(|m| format!("{}: {}", m.name, m.act)).collect::<Vec<_>>()
        };
        assert_eq!(
            movers(&[
                "Councillor Elm moved an amendment, seconded by Councillor Fir, to add a clause. The amendment was lost.",
                "It was moved by Councillor Ash, seconded by Councillor Birch and agreed.",
            ]),
            [
                "Councillor Ash: moved",
                "Councillor Birch: seconded",
                "Councillor Elm: moved an amendment",
                "Councillor Fir: seconded an amendment"
            ]
        );
        assert_eq!(
            movers(&[
                "A motion moved by Councillor Ash, seconded by Councillor Birch, was lost. Councillor Elm moved approval, seconded by Councillor Fir."
            ]),
            ["Councillor Ash: moved", "Councillor Birch: seconded"]
        );
        assert_eq!(
            movers(&["Councillor Ash proposed that it be noted. The proposal was seconded by Councillor Birch and agreed."]),
            ["Councillor Ash: proposed", "Councillor Birch: seconded"]
        );
    }
}
