//! Every table of the desk as a backup holds it.

/// How a column is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sort {
    Text,
    Number,
    Truth,
}

/// A table.
pub(super) struct Table {
    pub(super) name: &'static str,
    /// Columns with their sort; the first ones are the order.
    pub(super) columns: Vec<(&'static str, Sort)>,
}

/// Every table and its columns, those that others point at first. A number is marked `#`, a truth `?`; the rest is text.
/// A test compares it with the schema.
const TABLES: &[(&str, &str)] = &[
    ("setting", "name value"),
    ("source", "id# name kind sha256 drafts_sha256 words_total# words_placed#"),
    ("source_version", "source_id# version# sha256 read_at"),
    ("draft", "source_id# kind record_id# body"),
    ("problem", "source_id# position# code line# message"),
    ("foreign_number", "what scope number record_id#"),
    ("body", "id# slug name record"),
    ("body_alias", "name body_id#"),
    ("member", "id# slug name record"),
    ("meeting", "id# key body_id# on_date record"),
    ("issue", "id# title record"),
    ("agenda_item", "id# key meeting_id# number title issue_id# record"),
    ("decision", "id# item_id# title decided_on record"),
    ("paper", "id# item_id# decision_id# title record"),
    ("ombudsman_case", "id# reference"),
    ("naming", "reference kind record_id#"),
    ("election", "id# title record"),
    ("hold", "kind record_id# because held_at released_at released_by released_why"),
    ("public_number", "kind number# record_id#"),
    ("journal", "seq# at who act about body hash"),
    ("publication", r#"seq# kind key version# title body "foreign" published_at by_office reason withdrawn? hash"#),
    (
        "account",
        "id# name full_name email kind password_hash password_set_at totp_secret totp_confirmed_at totp_last_step# member_id# provider_subject created_at created_by closed_at closed_by",
    ),
    ("recovery_code", "code_sha256 account_id# used_at"),
    ("session", "token_sha256 id# account_id# how roles awaits_code? began_at seen_at ended_at ended_why source user_agent"),
    ("reset", "token_sha256 account_id# asked_at expires_at used_at"),
    ("access_token", "id# token_sha256 account_id# name scopes issued_at issued_by expires_at revoked_at revoked_by"),
    ("attempt", "id# name_sha256 source at succeeded?"),
    ("device", "token_sha256 account_id# known_at"),
    ("post", "id# title role area"),
    ("holding", "id# post_id# account_id# from_date until_date appointed_by appointed_at"),
    ("cover", "id# post_id# account_id# from_date until_date reason arranged_by arranged_at"),
    ("account_seat", "account_id# body_slug from_date until_date"),
    ("outbox", "id# to_address subject body about holds_secret? made_at next_try_at tries# last_error sent_at failed_at"),
    ("embargo", "id# record"),
    ("ombudsman_paper", "id# reference kind dated received subject services complainant embargo_id# registered_by registered_at"),
    ("case_file", "id# key record revision# opened_by opened_at"),
    ("paper_case", "ombudsman_paper_id# case_file_id# position#"),
    ("paper_particulars", "ombudsman_paper_id# record"),
    ("recommendation", "id# case_file_id# ombudsman_paper_id# number# nature due_on record revision# added_by added_at"),
    ("duty_clock", "id# ombudsman_paper_id# duty from_date due_on other_due_on because not_running made_at"),
    ("duty_event", "id# ombudsman_paper_id# duty what on_date proof recorded_by recorded_at"),
    ("letter", "id# record summary sha256 name media bytes# logged_at"),
    ("letter_case", "letter_id# case_file_id#"),
    ("case_link", "id# later_case_id# earlier_case_id# relation paper linked_by linked_on"),
    ("carried_forward", "recommendation_id# into_case_id# letter_id# carried_by carried_on"),
    ("required_evidence", "recommendation_id# number# words added_by added_at ended_by ended_at ended_why"),
    (
        "evidence",
        "id# recommendation_id# number# name sha256 media bytes# looked filed_by filed_at withdrawn_by withdrawn_at withdrawn_why",
    ),
    ("bundle", "id# case_file_id# due_date manifest sha256 cover_sha256 made_by made_at"),
    ("bundle_recommendation", "bundle_id# recommendation_id#"),
    ("bundle_sent", "bundle_id# on_date channel receipt sent_by sent_at"),
    ("planned_meeting", "id# body_id# on_date starts place kind called_by planned_by planned_at"),
    ("standing_item", "body_id# position# place title set_by set_at"),
    ("meeting_event", "id# planned_meeting_id# what on_date to_meeting_id# why recorded_by recorded_at"),
    ("workspace_entry", "planned_meeting_id# clerk# number# at by_name record received_at"),
    ("body_particulars", "body_id# record revision# kept_by kept_at"),
    ("body_seat", "id# body_id# member_id# capacity from_date until_date recorded_by recorded_at"),
    (
        "planned_item",
        "id# planned_meeting_id# number position# title public_title agenda_text ombudsman_paper_id# place issue_id# revision# added_by added_at",
    ),
    ("item_event", "id# planned_item_id# planned_meeting_id# what on_date to_meeting_id# why recorded_by recorded_at"),
    ("late_item", "planned_item_id# chair circumstances minute recorded_by recorded_at"),
    ("agenda_version", "planned_meeting_id# number# at by_name contents"),
    ("shorter_notice", "planned_meeting_id# called_on why by_account# recorded_by recorded_at"),
    ("item_case", "planned_item_id# case_file_id# position#"),
    ("private_plan", "planned_item_id# record planned_by planned_at"),
    ("private_notice", "id# planned_item_id# kind published_on words recorded_by recorded_at"),
    ("private_agreement", "planned_item_id# record recorded_by recorded_at"),
    ("working_paper", "id# planned_item_id# ombudsman_paper_id# title public_title author# added_by added_at"),
    ("paper_version", "working_paper_id# version# sha256 name media bytes# pages# looked redacted? added_by# added_at"),
    ("file_words", "sha256 words"),
    ("pack", "planned_meeting_id# pages# published_on"),
    ("supplement", "id# planned_meeting_id# number# after_page# pages# why published_on made_by made_at"),
    ("pack_paper", "id# planned_meeting_id# supplement_id# position# working_paper_id# from_sheet# pages# sha256 document#"),
    ("finding_override", "working_paper_id# version# by_account# by_name at reason"),
    ("restriction", "id# working_paper_id# imposed_on review_on released_at record"),
    ("recorded_decision", "planned_item_id# record recorded_by recorded_at"),
    ("written_minute", "planned_item_id# public_words private_words written_by written_at"),
    ("circulation", "id# working_paper_id# to_whom because in_confidence? made_by made_at"),
    ("receipt", "working_paper_id# person office circulation_id# served_on how recorded_by"),
    ("executive_term", "member_id# from_date until_date recorded_by recorded_at"),
    ("wider_implication", "case_file_id# reason marked_by marked_at"),
    ("monitoring_report", "id# record revision# working_paper_id# concluded made_by made_at"),
    ("monitoring_report_case", "monitoring_report_id# case_file_id# position#"),
    ("executive_response", "monitoring_report_id# record revision# working_paper_id# made_by made_at"),
    ("member_circulation", "id# working_paper_id# version# because in_confidence? record revision# made_by made_at"),
    ("public_notice", "ombudsman_paper_id# record revision# drafted_by drafted_at"),
    ("cleared", "kind record_id# version# by_name at reason ended_at public_kind public_key"),
    ("review", "id# record planned_item_id# revision# opened_by opened_at"),
    ("review_case", "review_id# case_file_id# position# record"),
    ("review_report", "review_id# planned_item_id# recorded_by recorded_at"),
    ("review_showing", "id# review_id# account_id# why until_date shown_by shown_at"),
    ("review_opening", "id# at account_id# who review_id# case_file_id#"),
    ("access_entry", "id# at account_id# who working_paper_id# what"),
    ("reminder", "key recommendation_id# ombudsman_paper_id# duty kind to_role about_on due_on sent_at"),
    ("reminder_told", "reminder_key account_id# instead_role"),
    ("digest", "account_id# day sent_at"),
    ("calendar_address", "id# account_id# secret_sha256 made_at revoked_at"),
    ("following", "account_id# planned_item_id# since"),
];

/// Every table of the desk.
pub(super) fn all() -> impl Iterator<Item = Table> {
    TABLES.iter().map(|(name, columns)| Table { name, columns: columns.split(' ').map(sorted).collect() })
}

fn sorted(column: &'static str) -> (&'static str, Sort) {
    match (column.strip_suffix('#'), column.strip_suffix('?')) {
        (Some(number), _) => (number, Sort::Number),
        (_, Some(truth)) => (truth, Sort::Truth),
        (None, None) => (column, Sort::Text),
    }
}
