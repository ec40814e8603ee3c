//! The line of an item's title: number, title, files.

use redress::agenda::shown_number;
use redress::draft::ItemDraft;
use redress::paper::Paper;

use crate::moderngov::{files, foreign_id};
use crate::page::Page;

/// Reads the title line into the draft. A number that the meeting line gave is taken off the front.
pub fn read(page: &Page, at: usize, item: &mut ItemDraft) {
    let (numbered, shown) = files::split(page.words(at));
    item.title = without_number(numbered, item).to_string();
    let links: Vec<(&str, &str)> = page.links_of(at).filter(|(_, href)| foreign_id::is_file(href)).collect();
    for (i, file) in shown.iter().enumerate() {
        let address = links.get(i).map(|(_, href)| *href);
        item.papers.push(Paper {
            title: item.title.clone(),
            media: file.media.clone(),
            size_bytes: Some(file.size),
            address: address.map(str::to_string),
            foreign_id: address.and_then(foreign_id::of_file),
            ..Paper::default()
        });
    }
    item.foreign_id = page.links_of(at).find_map(|(_, address)| foreign_id::of_item(address)).or(item.foreign_id.take());
}

/// The number that stands in a cell of its own before the title.
pub fn number_cell(page: &Page, at: usize) -> Option<&str> {
    let line = page.lines.get(at)?;
    let named = page.class(at) == "mgItemNumberCell";
    // Inside the cell a paragraph may hold the number; then the title must stand in the same row.
    let in_row = || line.cell == 1 && page.lines.get(at + 1).is_some_and(|next| next.row == line.row && next.cell == 2);
    let in_cell = page.markup && line.row > 0 && (named || in_row());
    shown_number(page.words(at)).filter(|_| in_cell)
}

fn without_number<'t>(title: &'t str, item: &mut ItemDraft) -> &'t str {
    let Some((first, rest)) = title.split_once(' ') else { return title };
    let Some(shown) = shown_number(first) else { return title };
    match &item.number {
        Some(number) if number == shown => rest.trim_start(),
        Some(_) => title,
        // With no number elsewhere, only `9.` or `48/20` is one: `2024 budget` is a title.
        None if first.ends_with('.') || first.contains('/') => {
            item.number = Some(shown.into());
            rest.trim_start()
        }
        None => title,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_title(line: &str, number: Option<&str>) -> ItemDraft {
        let mut item = ItemDraft { number: number.map(Into::into), ..ItemDraft::default() };
        read(&Page::of(line), 0, &mut item);
        item
    }

    #[test]
    fn a_number_may_have_a_cell_of_its_own() {
        for row in [
            "<td class='mgItemNumberCell'>48/20</td><td>Title</td>",
            "<td class='mgItemNumberCell'><p class='mgAiTitleTxt'>48/20</p></td><td><p>Title</p></td>",
        ] {
            let page = Page::of(&format!("<table><tr>{row}</tr></table>"));
            assert_eq!((number_cell(&page, 0), number_cell(&page, 1)), (Some("48/20"), None), "{row}");
        }
        assert_eq!(number_cell(&Page::of("<p>48/20</p><p>Title</p>"), 0), None);
    }

    #[test]
    fn number_and_file_come_off_the_title() {
        let item = read_title("9. Annual letter (20 001 002) pdf icon PDF 12 KB", Some("9"));
        assert_eq!(item.title, "Annual letter (20 001 002)");
        assert_eq!((item.papers.len(), item.papers[0].size_bytes), (1, Some(12_288)));
        assert_eq!(read_title("2024 Budget", Some("9")).title, "2024 Budget");
        assert_eq!(read_title("2024 Budget", None).title, "2024 Budget");
        assert_eq!(read_title("48/20 Minutes", None).number.as_deref(), Some("48/20"));
    }
}
