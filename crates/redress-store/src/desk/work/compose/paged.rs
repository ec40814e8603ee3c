//! The pages of a composed meeting: its pack at the first publication, a supplement for what comes before the meeting later.

use jiff::civil::Date;
use redress::agenda::supplement::Pack;
use redress::draft::{PackDraft, SheetsDraft};
use redress::public::pack::{Sheets, referenced};

use super::Composed;
use crate::StoreError;
use crate::desk::Desk;
use crate::desk::work::clearing::{Clearing, Part};
use crate::desk::work::pack::{Adding, KeptPack, KeptSupplement};

/// A file in the order of the agenda.
struct Listed {
    paper: i64,
    item: String,
    title: String,
    file: String,
    pages: u32,
}

/// Puts the pages into the composed meeting, with what this publication adds to them.
pub(super) async fn page(desk: &Desk, clearing: &Clearing<'_>, composed: &mut Composed) -> Result<(), StoreError> {
    let kept = desk.pack(clearing.meeting).await?;
    let listed = listed(desk, composed).await?;
    let held: Option<Date> = composed.reading.meetings.first().and_then(|m| m.meeting.date);
    let before = held.is_some_and(|day| clearing.now.date() <= day);
    let (mut pack, mut sheets) = (kept.pack(), kept.drafts());
    match (&mut pack, before && !listed.is_empty()) {
        (_, false) => {}
        (None, true) => {
            let (rows, pages) = in_order(&listed.iter().collect::<Vec<_>>(), None);
            sheets.extend(drafted(&listed, &rows));
            composed.adding.push(Adding { supplement: None, sheets: rows });
            pack = Some(Pack::new(pages));
        }
        (Some(pack), true) => supplements(clearing, &kept, &listed, pack, &mut sheets, composed),
    }
    let (Some(pack), Some(meeting)) = (pack, composed.reading.meetings.first_mut()) else { return Ok(()) };
    let known: Vec<SheetsDraft> = sheets;
    let order = referenced(&pack, known.iter().map(|s| s.sheets.clone()).collect());
    let same = |a: &Sheets, b: &Sheets| (a.supplement, a.from) == (b.supplement, b.from);
    let find = |s: Sheets| {
        let draft = known.iter().find(|k| same(&k.sheets, &s));
        SheetsDraft { item: draft.and_then(|d| d.item.clone()), title: draft.and_then(|d| d.title.clone()), sheets: s }
    };
    meeting.pack = Some(PackDraft { sheets: order.into_iter().map(find).collect(), pack });
    Ok(())
}

/// The files of the meeting in the order of its agenda. One whose pages cannot be counted has one reference.
async fn listed(desk: &Desk, composed: &Composed) -> Result<Vec<Listed>, StoreError> {
    let mut all = Vec::new();
    for file in &composed.files {
        let Some((_, version)) = composed.versions.iter().find(|(paper, _)| *paper == file.paper) else { continue };
        let pages = desk.versions(file.paper).await?.into_iter().find(|v| v.version == *version).and_then(|v| v.pages);
        let has = |p: &redress::paper::Paper| p.file.as_deref() == Some(file.sha256.as_str()) && p.title == file.title;
        let item = composed.reading.items.iter().find(|i| i.papers.iter().any(has));
        all.push(Listed {
            paper: file.paper,
            item: item.and_then(|i| i.number.clone()).unwrap_or_default(),
            title: file.title.clone(),
            file: file.sha256.clone(),
            pages: pages.and_then(|p| u32::try_from(p).ok()).unwrap_or(1).max(1),
        });
    }
    Ok(all)
}

/// What of the listed files is in neither the pack nor a supplement: by the supplements that were made, the rest in one of its own.
fn supplements(
    clearing: &Clearing<'_>,
    kept: &KeptPack,
    listed: &[Listed],
    pack: &mut Pack,
    sheets: &mut Vec<SheetsDraft>,
    composed: &mut Composed,
) {
    let mut new: Vec<&Listed> =
        listed.iter().filter(|l| clearing.parts.contains(&Part::Paper(l.paper)) && !kept.holds(l.paper, &l.file)).collect();
    let mut made: Vec<(KeptSupplement, Vec<&Listed>)> = Vec::new();
    for (supplement, papers) in kept.being_made() {
        let (own, rest) = new.into_iter().partition::<Vec<_>, _>(|l| papers.contains(&l.paper));
        new = rest;
        if !own.is_empty() {
            made.push((supplement.clone(), own));
        }
    }
    if !new.is_empty() {
        let why = format!("Published after the agenda: {}", clearing.reason);
        let ids = |all: &mut dyn Iterator<Item = i64>| all.collect::<Vec<_>>();
        let (order, own) = (ids(&mut listed.iter().map(|l| l.paper)), ids(&mut new.iter().map(|l| l.paper)));
        let after_page = i64::from(kept.follows(&order, &own));
        let own = KeptSupplement { planned_meeting_id: clearing.meeting, after_page, why, ..KeptSupplement::default() };
        made.push((own, new));
    }
    for (supplement, own) in made {
        let after = u32::try_from(supplement.after_page).unwrap_or(0);
        let pages = own.iter().map(|l| l.pages).sum();
        // A page that the pack does not have was refused when the supplement was made.
        let Ok(number) = pack.add(clearing.now.date(), &supplement.why, after, pages) else { continue };
        let (rows, _) = in_order(&own, Some(number));
        sheets.extend(drafted(listed, &rows));
        let numbered = KeptSupplement { number: Some(i64::from(number)), ..supplement };
        composed.adding.push(Adding { supplement: Some(numbered), sheets: rows });
    }
}

fn in_order(listed: &[&Listed], supplement: Option<u32>) -> (Vec<(i64, Sheets)>, u32) {
    let mut from = 1;
    let mut rows = Vec::with_capacity(listed.len());
    for one in listed {
        rows.push((one.paper, Sheets { supplement, from, pages: one.pages, file: one.file.clone(), ..Sheets::default() }));
        from += one.pages;
    }
    (rows, from - 1)
}

fn drafted(listed: &[Listed], rows: &[(i64, Sheets)]) -> Vec<SheetsDraft> {
    let named = |paper: i64| listed.iter().find(|l| l.paper == paper);
    let draft = |(paper, sheets): &(i64, Sheets)| SheetsDraft {
        sheets: sheets.clone(),
        item: named(*paper).map(|l| l.item.clone()),
        title: named(*paper).map(|l| l.title.clone()),
    };
    rows.iter().map(draft).collect()
}
