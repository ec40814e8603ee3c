//! ModernGov's addresses: links that others made before the council moved here still lead to the record.

use axum::extract::State;
use axum::http::Uri;
use axum::http::{StatusCode, header::LOCATION};
use axum::response::IntoResponse;
use redress::public::address;

use super::Answer;
use super::asked::Asked;
use crate::failure::Failure;
use crate::site::Site;

/// A page of ModernGov's, the name of the number in its query, and what the number is of. Letter case does not matter.
const PAGES: [(&str, &str, &str); 11] = [
    ("mgai.aspx", "id", "item"),
    ("ielistdocuments.aspx", "mid", "meeting"),
    ("ieissuedetails.aspx", "iid", "issue"),
    ("mgissuehistoryhome.aspx", "iid", "issue"),
    ("iedecisiondetails.aspx", "id", "decision"),
    ("iedecisiondetails.aspx", "aiid", "item"),
    ("mgcommitteedetails.aspx", "id", "body"),
    ("ielistmeetings.aspx", "cid", "body"),
    ("ielistmeetings.aspx", "committeeid", "body"),
    ("mguserinfo.aspx", "uid", "member"),
    ("mgconvert2pdf.aspx", "id", "document"),
];

/// Any address that no page has.
pub async fn lead_on(State(site): State<Site>, uri: Uri, asked: Asked) -> Answer {
    let name = uri.path().trim_start_matches('/').to_ascii_lowercase();
    for (page, number, what) in PAGES {
        let Some(id) = asked.any_case(number).filter(|_| page == name) else { continue };
        if let Some((kind, key)) = site.register.foreign(what, id).await? {
            return Ok((StatusCode::MOVED_PERMANENTLY, [(LOCATION, address(kind, &key))]).into_response());
        }
    }
    Err(Failure::NotFound)
}
