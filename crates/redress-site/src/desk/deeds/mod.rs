//! Everything that an officer does at the desk, one file a deed.

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
/// The executive's report.
pub mod answer_report;
/// What a body answered to recommendations.
pub mod answers;
/// Appointing to a post.
pub mod appoint;
/// A request for more time.
pub mod ask_extension;
/// A report of the monitoring officer's.
pub mod begin_report;
/// The secret address of one's own calendar.
pub mod calendar_address;
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
/// Cover for leave.
pub mod cover;
/// Whom a report names and criticises.
pub mod criticised;
/// A decision.
pub mod decision;
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
/// A leak.
pub mod leak;
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
/// A minute.
pub mod minute;
/// The reference of a placeholder.
pub mod name_case;
/// A notice of a private meeting.
pub mod notice;
/// Where the public notice appeared.
pub mod notice_appeared;
/// Letting a file pass with what was found in it.
pub mod override_finding;
/// A payment.
pub mod pay;
/// Entries of the forward plan.
pub mod plan_entry;
/// A meeting.
pub mod plan_meeting;
/// An item in private.
pub mod private;
/// Publishing.
pub mod publish;
/// Publishing a case.
pub mod publish_case;
/// The figures of remedies for a person.
pub mod publish_figures;
/// Who may read what an embargo covers.
pub mod readers;
/// What happened to a copy.
pub mod receipt;
/// A recommendation of the Ombudsman's.
pub mod recommend;
/// A paper of the Ombudsman's.
pub mod register;
/// Opening a restricted paper, or not.
pub mod release;
/// Opening a case again.
pub mod reopen_case;
/// The Ombudsman has published.
pub mod report_lifting;
/// Which meeting gets a report of a review.
pub mod report_review;
/// What evidence is needed.
pub mod require_evidence;
/// What officers answered.
pub mod respond;
/// A restriction.
pub mod restrict;
/// Looking at a restriction again.
pub mod review;
/// Revoking a token.
pub mod revoke_token;
/// A seat on a body.
pub mod seat;
/// Who sits on the executive.
pub mod seat_executive;
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
/// The council's governance and call-in.
pub mod set_working;
/// Showing a review to a member.
pub mod show_review;
/// Signing the monitoring officer's report.
pub mod sign_report;
/// Who watches over a recommendation.
pub mod supervise;
/// Taking cases into a review.
pub mod take_into_review;
/// Saying how a recommendation goes.
pub mod update;
/// Withdrawing.
pub mod withdraw;
/// A file of evidence that was filed in error.
pub mod withdraw_evidence;
/// What is taken down in a meeting.
pub mod workspace;
/// The text of the monitoring officer's report.
pub mod write_report;
