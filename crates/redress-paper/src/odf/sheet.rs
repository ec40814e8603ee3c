//! The table that is being walked: which of its rows and columns hold data and do not show.

use crate::columns::HiddenColumns;
use crate::xml::Element;

/// Columns past this one are never told apart; programs stop at 16,384.
const WIDEST: u32 = 16_384;

/// Where the walk is within a table, and what it met there.
#[derive(Default)]
pub(super) struct Table {
    hidden: HiddenColumns,
    columns: u32,
    cell: (u32, u32),
    row_hidden: bool,
    /// A hidden row holds data.
    pub rows_hide: bool,
    /// A hidden column holds data.
    pub columns_hide: bool,
}

impl Table {
    pub fn open(&mut self, element: &Element<'_>) {
        let repeated = || element.attribute("number-columns-repeated").and_then(|n| n.parse::<u32>().ok()).unwrap_or(1).clamp(1, WIDEST);
        let hidden = || element.attribute("visibility").is_some_and(|v| v != "visible");
        match element.name() {
            "table" => *self = Self { rows_hide: self.rows_hide, columns_hide: self.columns_hide, ..Self::default() },
            "table-column" => {
                let from = self.columns;
                self.columns = from.saturating_add(repeated());
                if hidden() {
                    self.hidden.add(from, self.columns);
                }
            }
            "table-row" => (self.row_hidden, self.cell) = (hidden(), (0, 0)),
            "table-cell" | "covered-table-cell" => {
                self.cell = (self.cell.1, self.cell.1.saturating_add(repeated()));
                if element.attribute("value").is_some() {
                    self.holds_data();
                }
            }
            _ => {}
        }
    }

    /// The cell that is open has a value or text.
    pub fn holds_data(&mut self) {
        let (from, to) = self.cell;
        self.rows_hide |= self.row_hidden;
        self.columns_hide = self.columns_hide || self.hidden.touch(from, to);
    }
}
