//! Access: the one place that decides who may do what. `tests/access.txt` has every answer, to be read by a person.
//!
//! An act is allowed when all of these say yes: somebody is signed in, the token has the scope, a post held today gives a
//! role, nobody does both halves of an act for two, the content may be read, and the record's state allows it.
//!
//! | act | who |
//! |---|---|
//! | read what is published | anyone |
//! | read the working record | every officer, administrator, auditor; members read in their own room |
//! | read a paper | see below |
//! | register the Ombudsman's papers, add recommendations, hold an embargo, report a lifting | link officer, monitoring officer, deputy |
//! | confirm a lifting | monitoring officer or deputy, never the one who reported it |
//! | log a leak | every officer, whether or not they may read what leaked |
//! | claim, give an update, file evidence, record a payment | service director, link officer, monitoring officer, deputy |
//! | record officers' answer, hand over | those and the chief executive |
//! | log a letter, send evidence, ask for more time, link cases, keep a review of earlier cases | link officer, monitoring officer, deputy: the council speaks to the Ombudsman with one voice |
//! | move supervision, reply to the Ombudsman | those and the chief executive |
//! | close a case on the council's side | monitoring officer, deputy; nobody closes it for the Ombudsman |
//! | make a monitoring officer's report | monitoring officer, deputy, in person |
//! | draw up the executive's answer | democratic services, service director, chief executive; never the monitoring officer, who gets it |
//! | record service, circulate, give public notice | link officer, monitoring officer, deputy, democratic services |
//! | plan meetings, add items, publish, record decisions and minutes | democratic services |
//! | keep bodies and seats, issues, recommendations of scrutiny, call-in | democratic services |
//! | keep the forward plan and the actions of a decision | democratic services, monitoring officer, deputy |
//! | write a report | whoever adds a paper |
//! | clear a report | clearance officer, monitoring officer, deputy, service director, chief executive, in person |
//! | record an officer's or one member's decision, say how an action goes, answer a member | every officer |
//! | answer a recommendation of scrutiny | democratic services, service director, chief executive |
//! | ask an officer | a member, in person |
//! | add a paper | democratic services, report author, service director, link officer, monitoring officer, deputy, chief executive |
//! | plan in private, review a restriction, decide a release | monitoring officer, deputy |
//! | restrict, withdraw, publish a notice, record an agreement | those and democratic services: closing is the safe direction |
//! | override a finding | the same, never the one who did the first half |
//! | read the ledger | monitoring officer, deputy, democratic services, chief executive, auditor |
//! | read the access log | monitoring officer, deputy, auditor; not the administrator, whose accounts could be in it |
//! | keep accounts, posts, tokens, settings | administrator, who cannot give a post to themselves |
//! | keep the own account, follow | whoever is signed in; a program has no own account |
//!
//! A paper, a case, a decision and a minute have content; a meeting, an item and a notice are the frame, with the safe title.
//!
//! | content is | read by |
//! |---|---|
//! | published | anyone |
//! | shown to a person by name, in a review of earlier cases | that person too, until the day that was given, where no cover keeps it from them |
//! | neither published nor covered | every officer, administrator, auditor, its author |
//! | restricted | monitoring officer, deputy, chief executive, democratic services, auditor, its author, its audience; the link officer where it is the Ombudsman's paper; any member where section 100F(2A) of the Local Government Act 1972 opens it |
//! | under embargo, or not to be publicised | link officer, monitoring officer, deputy, chief executive, auditor, the embargo's audience |
//! | both | whoever both let through |
//! | a paper that is circulated | besides those, whoever is served a copy by law |
//!
//! Nobody changes what they may not read, except that anything can be withdrawn, and a leak or a publication by the Ombudsman reported. While a cover stands nobody publishes the content, whoever they are. An auditor
//! changes nothing, whatever other posts they hold.

/// Everything that may be done.
mod act;
/// The decision.
mod may;
/// Which roles an act needs.
mod roles;
/// Values that only the decision opens.
mod sealed;
/// What an act is done to.
mod subject;

pub use act::Act;
pub use may::{Refused, Why, may, might};
pub use sealed::Sealed;
pub use subject::{Subject, SubjectKind};
