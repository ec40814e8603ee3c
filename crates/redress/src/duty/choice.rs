//! Where the law leaves a choice. Both readings are always shown; the council's setting says which one it works to.

use serde::{Deserialize, Serialize};

/// A choice between two readings. Each is argued in `docs/law/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// Three months from receipt (first) or from the date of the report (second).
    ReceiptOrReportDate,
    /// Five or three clear days: working (first) or calendar days (second).
    ClearDays,
    /// 28 clear days: calendar (first) or working days (second).
    LongClearDays,
    /// Ten clear days to hand over documents: calendar (first) or working days (second).
    DocumentClearDays,
    /// The second three months begin with the end of the first (first) or the day after it (second).
    EndOfSecondThreeMonths,
    /// A period *from* a day named in a notice, or from a first edition: that day is counted (first) or not (second).
    NamedDayCounted,
    /// A monitoring officer's report on maladministration: only after the Ombudsman investigated (first), or without (second).
    SectionFiveInvestigation,
}

impl Choice {
    /// Every choice, in order.
    pub const ALL: [Choice; 7] = [
        Choice::ReceiptOrReportDate,
        Choice::ClearDays,
        Choice::LongClearDays,
        Choice::DocumentClearDays,
        Choice::EndOfSecondThreeMonths,
        Choice::NamedDayCounted,
        Choice::SectionFiveInvestigation,
    ];

    /// The question that it answers.
    pub fn question(self) -> &'static str {
        match self {
            Choice::ReceiptOrReportDate => "Do the three months run from receipt, or from the date of the report?",
            Choice::ClearDays => "Are five clear days working days or calendar days?",
            Choice::LongClearDays => "Are 28 clear days calendar days or working days?",
            Choice::DocumentClearDays => "Are ten clear days for documents calendar days or working days?",
            Choice::EndOfSecondThreeMonths => "Do the second three months begin with the last day of the first, or the day after?",
            Choice::NamedDayCounted => "Is the first day counted: the day that a notice names, or that of the first edition?",
            Choice::SectionFiveInvestigation => "Does a section 5 report on maladministration need an investigation by the Ombudsman?",
        }
    }

    /// The page of `docs/law/` that argues it.
    pub fn page(self) -> &'static str {
        match self {
            Choice::ReceiptOrReportDate => "receipt-or-report-date",
            Choice::ClearDays | Choice::LongClearDays | Choice::DocumentClearDays => "clear-days",
            Choice::EndOfSecondThreeMonths | Choice::NamedDayCounted => "end-of-second-three-months",
            Choice::SectionFiveInvestigation => "section-5-without-investigation",
        }
    }
}

/// One of two readings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pick {
    /// The first, which the program proposes.
    #[default]
    First,
    /// The second.
    Second,
}

/// What a council works to. The other reading stays visible, and alarms go by the safer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// See `Choice::ReceiptOrReportDate`.
    pub receipt_or_report_date: Pick,
    /// See `Choice::ClearDays`.
    pub clear_days: Pick,
    /// See `Choice::LongClearDays`.
    pub long_clear_days: Pick,
    /// See `Choice::DocumentClearDays`.
    pub document_clear_days: Pick,
    /// See `Choice::EndOfSecondThreeMonths`.
    pub end_of_second_three_months: Pick,
    /// See `Choice::NamedDayCounted`.
    pub named_day_counted: Pick,
    /// See `Choice::SectionFiveInvestigation`.
    pub section_five_investigation: Pick,
}

impl Settings {
    /// The reading that the council works to.
    pub fn pick(&self, choice: Choice) -> Pick {
        match choice {
            Choice::ReceiptOrReportDate => self.receipt_or_report_date,
            Choice::ClearDays => self.clear_days,
            Choice::LongClearDays => self.long_clear_days,
            Choice::DocumentClearDays => self.document_clear_days,
            Choice::EndOfSecondThreeMonths => self.end_of_second_three_months,
            Choice::NamedDayCounted => self.named_day_counted,
            Choice::SectionFiveInvestigation => self.section_five_investigation,
        }
    }

    /// These settings with one choice made.
    pub fn with(mut self, choice: Choice, pick: Pick) -> Settings {
        match choice {
            Choice::ReceiptOrReportDate => self.receipt_or_report_date = pick,
            Choice::ClearDays => self.clear_days = pick,
            Choice::LongClearDays => self.long_clear_days = pick,
            Choice::DocumentClearDays => self.document_clear_days = pick,
            Choice::EndOfSecondThreeMonths => self.end_of_second_three_months = pick,
            Choice::NamedDayCounted => self.named_day_counted = pick,
            Choice::SectionFiveInvestigation => self.section_five_investigation = pick,
        }
        self
    }
}
