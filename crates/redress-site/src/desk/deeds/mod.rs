//! Everything that an officer does at the desk, one file a deed.

/// Actions of decisions.
pub mod action;
/// An account.
pub mod add_account;
/// A body that no source has named.
pub mod add_body;
/// An item of an agenda.
pub mod add_item;
/// A paper.
pub mod add_paper;
/// A version of a paper's file.
pub mod add_version;
/// The executive adopted its report.
pub mod adopt_answer;
/// The sum that was agreed.
pub mod agree_money;
/// The agreement to meet in private at shorter notice.
pub mod agreement;
/// Answering a member.
pub mod answer_member;
/// The executive's report.
pub mod answer_report;
/// What a body answered to recommendations.
pub mod answers;
/// Appointing to a post.
pub mod appoint;
/// A request for more time.
pub mod ask_extension;
/// Asking an officer.
pub mod ask_officer;
/// What becomes of a meeting.
pub mod became;
/// A report of the monitoring officer's.
pub mod begin_report;
/// What a body said of a matter.
pub mod body_said;
/// The secret address of one's own calendar.
pub mod calendar_address;
/// A request to call a decision in.
pub mod call_in;
/// What came of a request to call in.
pub mod call_in_outcome;
/// Putting items on another meeting.
pub mod carry_items;
/// A record that corrects, supersedes or rescinds another.
pub mod change_by_record;
/// The words and the part of an item.
pub mod change_item;
/// A copy for every member.
pub mod circulate;
/// What the council says it did.
pub mod claim;
/// Closing an account.
pub mod close_account;
/// Closing a case on the council's side.
pub mod close_case;
/// Closing a review of earlier cases.
pub mod close_review;
/// That a review of earlier cases was commissioned.
pub mod commission_review;
/// Completing a case file.
pub mod complete_case;
/// The end of consideration.
pub mod conclude_report;
/// The second person's word on an embargo.
pub mod confirm_lifting;
/// The cases that an item considers.
pub mod consider_cases;
/// Where a matter was considered earlier.
pub mod considered_earlier;
/// Cover for leave.
pub mod cover;
/// Whom a report names and criticises.
pub mod criticised;
/// A decision.
pub mod decision;
/// What every record of a decision is filled in with.
pub mod decision_words;
/// A body does not take a referral.
pub mod decline_referral;
/// The public notice of a report.
pub mod draft_notice;
/// The end of an appointment.
pub mod end_holding;
/// A file that shows what was asked.
pub mod file_evidence;
/// What a review found of a case.
pub mod find_in_review;
/// Following an item.
pub mod follow;
/// Handing a recommendation over.
pub mod hand_over;
/// Handing over everything of a post.
pub mod hand_over_post;
/// A token.
pub mod issue_token;
/// Settling what a body is.
pub mod keep_body;
/// A late item.
pub mod late_item;
/// A leak.
pub mod leak;
/// Taking an item off its agenda, or putting it off.
pub mod leave_agenda;
/// Leaving a case out of a review.
pub mod leave_out_of_review;
/// Which case follows which.
pub mod link_case;
/// A letter.
pub mod log_letter;
/// The evidence of one deadline.
pub mod make_bundle;
/// A finding that is no routine one.
pub mod mark_wider;
/// Merging an issue.
pub mod merge_issue;
/// A minute.
pub mod minute;
/// The minutes of a meeting.
pub mod minutes;
/// The reference of a placeholder.
pub mod name_case;
/// Naming an issue.
pub mod name_issue;
/// Other names of a post.
pub mod name_post;
/// Notes of a member.
pub mod note;
/// A notice of a private meeting.
pub mod notice;
/// Where the public notice appeared.
pub mod notice_appeared;
/// Opening an issue.
pub mod open_issue;
/// Letting a file pass with what was found in it.
pub mod override_finding;
/// A payment.
pub mod pay;
/// Entries of the forward plan.
pub mod plan_entry;
/// A meeting.
pub mod plan_meeting;
/// The meetings of a body over a year.
pub mod plan_year;
/// An item in private.
pub mod private;
/// Publishing.
pub mod publish;
/// Publishing a body with its calendar.
pub mod publish_calendar;
/// Publishing a case.
pub mod publish_case;
/// Publishing a decision.
pub mod publish_decision;
/// The figures of remedies for a person.
pub mod publish_figures;
/// Publishing an issue.
pub mod publish_issue;
/// Publishing a recommendation of scrutiny.
pub mod publish_scrutiny;
/// Putting an answer on the agenda.
pub mod put_answer_on_agenda;
/// The order of an agenda.
pub mod put_in_order;
/// Putting an item into an issue.
pub mod put_into_issue;
/// Who may read what an embargo covers.
pub mod readers;
/// What happened to a copy.
pub mod receipt;
/// A recommendation of the Ombudsman's.
pub mod recommend;
/// A recommendation of scrutiny.
pub mod recommend_scrutiny;
/// A decision of one member or of an officer.
pub mod record_delegated;
/// What comes back to a body again and again.
pub mod recurrence;
/// Referring to another body.
pub mod refer;
/// A paper of the Ombudsman's.
pub mod register;
/// Opening a restricted paper, or not.
pub mod release;
/// Opening a case again.
pub mod reopen_case;
/// What is done to officers' reports.
pub mod report;
/// The Ombudsman has published.
pub mod report_lifting;
/// Which meeting gets a report of a review.
pub mod report_review;
/// What evidence is needed.
pub mod require_evidence;
/// What officers answered.
pub mod respond;
/// Answering a recommendation of scrutiny.
pub mod respond_scrutiny;
/// A restriction.
pub mod restrict;
/// Looking at a restriction again.
pub mod review;
/// Revoking a token.
pub mod revoke_token;
/// When a recommendation of scrutiny was received.
pub mod scrutiny_notice;
/// A seat on a body.
pub mod seat;
/// Who sits on the executive.
pub mod seat_executive;
/// A member's seat on a body.
pub mod seat_on_body;
/// That a bundle went.
pub mod send_bundle;
/// A link to set a password.
pub mod send_link;
/// That somebody was served.
pub mod serve;
/// The council's colour.
pub mod set_colour;
/// The sum of a key decision.
pub mod set_key_threshold;
/// The council's name.
pub mod set_name;
/// The council's readings of the law.
pub mod set_readings;
/// Whether devices keep restricted papers.
pub mod set_restricted_offline;
/// The council's governance and call-in.
pub mod set_working;
/// That a meeting was called at shorter notice.
pub mod shorter_notice;
/// Showing a review to a member.
pub mod show_review;
/// Signing the monitoring officer's report.
pub mod sign_report;
/// Splitting an issue.
pub mod split_issue;
/// What stands on every agenda of a body.
pub mod standing_items;
/// Starting an agenda.
pub mod start_agenda;
/// Who watches over a recommendation.
pub mod supervise;
/// A supplement to a pack.
pub mod supplement;
/// Taking cases into a review.
pub mod take_into_review;
/// Taking up a referral.
pub mod take_up;
/// Which text of a decision governs.
pub mod texts_differ;
/// Saying how a recommendation goes.
pub mod update;
/// Call-in waived.
pub mod waive_call_in;
/// Withdrawing.
pub mod withdraw;
/// A file of evidence that was filed in error.
pub mod withdraw_evidence;
/// What is taken down in a meeting.
pub mod workspace;
/// The text of the monitoring officer's report.
pub mod write_report;
