//! One worksheet: rows and columns that hold data and do not show.

use crate::columns::HiddenColumns;
use crate::finding::Places;
use crate::package::Package;
use crate::xml::{Element, Step};
use crate::{Code, Finding, Refused};

/// The sheets with hidden rows and with hidden columns.
#[derive(Default)]
pub(super) struct Found {
    rows: Places,
    columns: Places,
}

impl Found {
    pub fn report(self, findings: &mut Vec<Finding>) {
        self.rows.report(Code::HiddenRows, findings);
        self.columns.report(Code::HiddenColumns, findings);
    }
}

/// Reads a sheet. A hidden row or column counts only where a cell in it has a value: many sheets hide what is empty.
pub(super) fn read(package: &mut Package<'_>, part: &str, number: usize, found: &mut Found) -> Result<(), Refused> {
    let mut hidden = HiddenColumns::default();
    let (mut row_hidden, mut column) = (false, 0_u32);
    let (mut rows, mut columns) = (false, false);
    let mut in_value = false;
    package.walk(part, |step| match step {
        Step::Open(element) => match element.name() {
            "col" if is_hidden(element, "width") => {
                let number = |name| element.attribute(name).and_then(|v| v.parse::<u32>().ok()).unwrap_or(0);
                hidden.add(number("min"), number("max").saturating_add(1));
            }
            "row" => (row_hidden, column) = (is_hidden(element, "ht"), 0),
            "c" => column = element.attribute("r").and_then(|r| letters(&r)).unwrap_or(column.saturating_add(1)),
            "v" | "t" | "f" => in_value = true,
            _ => {}
        },
        Step::Text(text) if in_value && !text.trim().is_empty() => {
            rows |= row_hidden;
            columns = columns || hidden.touch(column, column.saturating_add(1));
        }
        Step::Close("v" | "t" | "f") => in_value = false,
        Step::Close("sheetData") => (row_hidden, hidden) = (false, HiddenColumns::default()),
        _ => {}
    })?;
    for (yes, places) in [(rows, &mut found.rows), (columns, &mut found.columns)] {
        if yes {
            places.add(format!("sheet {number}"));
        }
    }
    Ok(())
}

fn is_hidden(element: &Element<'_>, measure: &str) -> bool {
    element.says("hidden") || element.attribute(measure).and_then(|m| m.parse::<f64>().ok()).is_some_and(|m| m == 0.0)
}

/// The column of a cell: 28 for `AB12`.
fn letters(cell: &str) -> Option<u32> {
    let letters = cell.bytes().take_while(u8::is_ascii_alphabetic).take(4);
    let column = letters.fold(0_u32, |n, b| n * 26 + u32::from(b.to_ascii_uppercase() - b'A') + 1);
    (column > 0).then_some(column)
}

#[cfg(test)]
mod tests {
    #[test]
    fn columns_have_numbers() {
        assert_eq!(super::letters("A1"), Some(1));
        assert_eq!(super::letters("AB12"), Some(28));
        assert_eq!(super::letters("12"), None);
        assert_eq!(super::letters("ZZZZZZZZZZ"), super::letters("ZZZZ"));
    }
}
