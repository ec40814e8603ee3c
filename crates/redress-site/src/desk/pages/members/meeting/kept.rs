//! What a device may keep of a meeting: the worker fetches these and nothing else, so the server decides here.

use maud::{Markup, html};
use serde::Serialize;

use super::read::{Item, RoomMeeting};
use crate::asset;
use crate::desk::deed::Context;
use crate::desk::frame::MANIFEST;

/// What may be kept.
#[derive(Debug, Serialize)]
pub struct Kept {
    /// This is the copy that a device keeps.
    pub copy: bool,
    /// The account that may keep it.
    pub account: i64,
    /// Files of papers.
    pub files: Vec<String>,
    /// What the pages need to look as they do, and the list of what is kept.
    pub around: Vec<String>,
    /// Papers that are read with a connection alone.
    pub left_out: usize,
}

impl Kept {
    /// Of these items.
    pub fn of(context: &Context, items: &[Item], copy: bool) -> Kept {
        let papers = || items.iter().flat_map(|item| &item.papers);
        let mut around: Vec<String> =
            [asset::STYLE_SHEET.as_str(), asset::ROOM.as_str(), asset::ICON.as_str(), MANIFEST, "/members/offline"]
                .into_iter()
                .map(String::from)
                .collect();
        around.extend(context.desk.site.council().colour.map(crate::colour::Colour::address));
        Kept {
            copy,
            account: context.account(),
            files: papers().filter(|p| p.offline).filter_map(|p| p.file.clone()).collect(),
            around,
            left_out: papers().filter(|p| !p.offline).count() + items.iter().map(|i| i.left_out).sum::<usize>(),
        }
    }
}

/// On the page: the button comes with the script; without it the page says how to do it by hand.
pub fn section(page: &RoomMeeting) -> Markup {
    html! {
        @if page.kept.copy { p.govuk-body { "This copy is kept on this device." } }
        div #keep data-meeting=(page.meeting.id) data-title=(page.title) {
            p.govuk-body { "To read the papers without a connection, open each file below and save it on this device." }
        }
        @if page.kept.left_out > 0 { p.govuk-body { "Papers that are in confidence and are not kept on a device: " (page.kept.left_out) "." } }
    }
}
