//! Redress: a council's vocabulary and the rules of its record.
//!
//! No input or output, no clock, no framework: `today` is an argument, and a record is a value.
//! Modules stand in reading order, from the council to what the public sees.

/// Who may do what: decided here and nowhere else.
pub mod access;
/// What a decision asks somebody to do.
pub mod action;
/// An item on an agenda: its number as displayed, and what happened under it.
pub mod agenda;
/// How often a member was there, of the meetings that were held.
pub mod attendance;
/// A council, and what came before it.
pub mod authority;
/// Full council, executive, committee, panel: names, aliases, and the words in its address.
pub mod body;
/// Bank holidays and the days that count.
pub mod calendar;
/// Calling a decision in: the window, the request, the outcome, the waiver.
pub mod call_in;
/// To whom a paper went, person by person, and what became of each copy.
pub mod circulation;
/// Clearing a report before the agenda.
pub mod clearance;
/// The rules of counting; the only place that adds days to dates.
pub mod counting;
/// Dates as people read them.
pub mod day;
/// A duty applied to an event: running, met, late, extended.
pub mod deadline;
/// A decision: its texts, reasons, options rejected and interests.
pub mod decision;
/// The record of a decision: what the law asks for, and what became of it.
pub mod decision_record;
/// How two texts of one thing differ, word by word.
pub mod difference;
/// What an importer gives: unconfirmed records.
pub mod draft;
/// The statute book: every duty, its clock and its worked examples.
pub mod duty;
/// The Ombudsman's report before it is public, and what lifts that.
pub mod embargo;
/// Why the public was excluded from an item.
pub mod exclusion;
/// Decisions that are to come: the test, the notices, the exceptions, the history.
pub mod forward_plan;
/// A matter that travels through meetings, and the route it took.
pub mod issue;
/// A meeting of a body on a day.
pub mod meeting;
/// Councillors and co-opted members, and the seats they hold.
pub mod member;
/// The members' room.
pub mod members_room;
/// One record from what several sources say of it.
pub mod merge;
/// What was said: discussion, movers, votes.
pub mod minutes;
/// The monitoring officer's reports, the executive's answer, what stands still meanwhile.
pub mod monitoring_report;
/// The Ombudsman's side: papers, recommendations, letters, follow-up, figures.
pub mod ombudsman;
/// A report, appendix or other paper.
pub mod paper;
/// Words that may name a person in a case.
pub mod person_in_case;
/// The lawful path of a report through meetings.
pub mod plan;
/// Posts, who holds them, and who covers for leave.
pub mod post;
/// Planning an item of the executive in private: ground, notices, agreement.
pub mod private_meeting;
/// Where a value was read: source and line or element.
pub mod provenance;
/// What the public may see: one type a kind of record.
pub mod public;
/// The public notice of a report: contents, newspapers, inspection.
pub mod public_notice;
/// The checks before a publication.
pub mod publishing;
/// A quarter of a calendar year.
pub mod quarter;
/// Who is looking, and the roles that posts give.
pub mod reader;
/// What comes back to a body again and again, until it decides otherwise.
pub mod recurrence;
/// An officers' report: numbered paragraphs, mandatory sections, pointers.
pub mod report;
/// What was resolved, clause by clause.
pub mod resolution;
/// What is kept from the public: the ground, the audience, the reviews, the release.
pub mod restriction;
/// What scrutiny recommends, and what it is answered.
pub mod scrutiny;
/// What a password must be, how long a session lasts, how wrong tries slow down.
pub mod sign_in;
/// The words of a name as they stand in an address.
pub mod slug;
/// What a record says, says is none, or does not say.
pub mod stated;
/// The result of a vote as the record gives it.
pub mod vote;
/// The meeting as it is taken down: who was there, what was moved, voted and resolved.
pub mod workspace;
/// What a check says of a form: wrong fields, and warnings that are stored.
pub mod wrong;
