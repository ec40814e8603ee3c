//! Every address, for search engines: an index of sitemaps, each of one kind and at most so many addresses.

use std::io::{self, Write};

use axum::extract::{Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use redress::public::Kind;
use redress_store::register::query::{Order, Query};

use crate::failure::Failure;
use crate::pages::Answer;
use crate::site::Site;

const PER_MAP: u32 = 500;

/// `/sitemap.xml`: one map for every so many records of a kind.
pub async fn index(State(site): State<Site>) -> Answer {
    let mut addresses = Vec::new();
    for (kind, count) in site.register.counts().await? {
        for page in 1..=count.div_ceil(u64::from(PER_MAP)) {
            addresses.push(format!("{}/sitemaps/{}-{page}.xml", site.base, kind.word()));
        }
    }
    Ok(xml(write("sitemapindex", "sitemap", &addresses)?))
}

/// `/sitemaps/{kind}-{page}.xml`
pub async fn map(State(site): State<Site>, Path(name): Path<String>) -> Answer {
    let (kind, page) = read(&name).ok_or(Failure::NotFound)?;
    let query = Query { page, per_page: PER_MAP, order: Order::Oldest, ..Query::of(kind) };
    let entries = site.register.list(&query).await?.entries;
    let addresses: Vec<String> = entries.iter().map(|entry| format!("{}{}", site.base, entry.address)).collect();
    Ok(xml(write("urlset", "url", &addresses)?))
}

/// `/robots.txt`
pub async fn robots(State(site): State<Site>) -> Response {
    let text = format!("User-agent: *\nDisallow: /search\nAllow: /\nSitemap: {}/sitemap.xml\n", site.base);
    ([(CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

fn read(name: &str) -> Option<(Kind, u32)> {
    let (kind, page) = name.strip_suffix(".xml")?.split_once('-')?;
    Some((Kind::of_word(kind)?, page.parse().ok().filter(|page| *page > 0)?))
}

fn xml(bytes: Vec<u8>) -> Response {
    ([(CONTENT_TYPE, "application/xml; charset=utf-8")], bytes).into_response()
}

fn write(root: &str, each: &str, addresses: &[String]) -> Result<Vec<u8>, Failure> {
    written(root, each, addresses).map_err(|error| Failure::Store(error.to_string().into()))
}

fn written(root: &str, each: &str, addresses: &[String]) -> io::Result<Vec<u8>> {
    let mut writer = Writer::new(Vec::new());
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let element = writer.create_element(root).with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"));
    element.write_inner_content(|writer| addresses.iter().try_for_each(|address| location(writer, each, address)))?;
    Ok(writer.into_inner())
}

fn location<W: Write>(writer: &mut Writer<W>, each: &str, address: &str) -> io::Result<()> {
    let element = writer.create_element(each);
    element.write_inner_content(|writer| writer.create_element("loc").write_text_content(BytesText::new(address)).map(|_| ()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_escaped() {
        let bytes = written("urlset", "url", &["https://council.example/a&b".into()]).expect("XML");
        let text = String::from_utf8(bytes).expect("UTF-8");
        assert!(text.contains("<url><loc>https://council.example/a&amp;b</loc></url>"), "{text}");
    }

    #[test]
    fn the_name_of_a_map_tells_kind_and_page() {
        assert_eq!(read("meeting-2.xml"), Some((Kind::Meeting, 2)));
        assert_eq!(read("meeting-0.xml"), None);
        assert_eq!(read("desk-1.xml"), None);
    }
}
