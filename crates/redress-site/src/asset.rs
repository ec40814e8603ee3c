//! The style sheet, the icon and the scripts of the workspace and the members' room, in the program itself, at addresses that change with their content.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

use crate::colour;
use crate::failure::Failure;

/// The files. The style sheet's source and the script that builds it stay out of the program.
#[derive(RustEmbed)]
#[folder = "assets/"]
#[include = "*.css"]
#[include = "*.svg"]
#[include = "*.txt"]
#[include = "*.js"]
struct Assets;

/// The address of the style sheet, which every page names.
pub static STYLE_SHEET: LazyLock<String> = LazyLock::new(|| address("redress.css"));
/// The address of the script of the workspace, which works without it.
pub static WORKSPACE: LazyLock<String> = LazyLock::new(|| address("workspace.js"));
/// The address of the script of the members' room, which works without it.
pub static ROOM: LazyLock<String> = LazyLock::new(|| address("room.js"));
/// The address of the icon, which every page names.
pub static ICON: LazyLock<String> = LazyLock::new(|| address("favicon.svg"));

/// The address of a file: its hash, then its name.
fn address(name: &str) -> String {
    let hash = Assets::get(name).map(|file| hash(&file)).unwrap_or_default();
    format!("/assets/{hash}/{name}")
}

/// The worker of the members' room. It stands at an address of the room's own, for a worker has no power above that.
pub fn worker() -> Option<std::borrow::Cow<'static, [u8]>> {
    Assets::get("worker.js").map(|file| file.data)
}

/// Sends a file, to be kept for a year: another content has another address.
pub async fn send(Path((asked, name)): Path<(String, String)>) -> Result<Response, Failure> {
    if name == colour::NAME {
        return colour::sheet(&asked).ok_or(Failure::NotFound);
    }
    let file = Assets::get(&name).filter(|file| hash(file) == asked).ok_or(Failure::NotFound)?;
    let kept = (CACHE_CONTROL, "public, max-age=31536000, immutable");
    Ok(([(CONTENT_TYPE, media(&name)), kept], file.data).into_response())
}

fn hash(file: &rust_embed::EmbeddedFile) -> String {
    file.metadata.sha256_hash().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn media(name: &str) -> &'static str {
    match name.rsplit_once('.') {
        Some((_, "css")) => "text/css; charset=utf-8",
        Some((_, "js")) => "text/javascript; charset=utf-8",
        Some((_, "svg")) => "image/svg+xml",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_style_sheet_has_no_font_of_gov_uk_and_no_crown() {
        let css = Assets::get("redress.css").expect("the style sheet");
        let css = String::from_utf8_lossy(&css.data);
        assert!(!css.contains("GDS Transport") && !css.contains("crest") && !css.contains("url("));
    }

    #[test]
    fn only_what_pages_use_is_in_the_program() {
        let mut names: Vec<_> = Assets::iter().collect();
        names.sort();
        assert_eq!(names, ["GOVUK-FRONTEND-LICENCE.txt", "favicon.svg", "redress.css", "room.js", "worker.js", "workspace.js"]);
    }
}
