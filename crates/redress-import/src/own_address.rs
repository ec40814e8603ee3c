//! The address of a page as the page itself gives it: canonical link, `og:url`, the comment that browsers write into saved
//! pages, and links that share the page. Its number in the other system is in it.

/// Longest comment that is looked at.
pub const COMMENT: usize = 512;

/// `saved from url=(0062)https://…`, as browsers write it.
pub fn in_comment(comment: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(comment).ok()?.trim();
    let (_, address) = text.strip_prefix("saved from url=(")?.split_once(')')?;
    Some(address.trim().into())
}

/// The address inside a link that shares it: `https://share.example/?u=https%3A%2F%2F…mgAi.aspx%3FID%3D7`.
pub fn in_share_link(href: &[u8]) -> Option<String> {
    const PAGE: &[u8] = b".aspx%3f";
    if !href.contains(&b'%') {
        return None;
    }
    let page = href.windows(PAGE.len()).position(|w| w.eq_ignore_ascii_case(PAGE))?;
    let from = href[..page].iter().rposition(|b| matches!(b, b'=' | b' ')).map_or(0, |at| at + 1);
    let to = href[page..].iter().position(|b| matches!(b, b'&' | b' ' | b'#')).map_or(href.len(), |length| page + length);
    String::from_utf8(unescaped(&href[from..to])).ok()
}

/// Percent signs with two digits as the bytes that they stand for.
fn unescaped(address: &[u8]) -> Vec<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let mut out = Vec::with_capacity(address.len());
    let mut rest = address;
    while let Some((first, after)) = rest.split_first() {
        let escaped = match rest {
            [b'%', high, low, ..] => digit(*high).zip(digit(*low)),
            _ => None,
        };
        match escaped.and_then(|(high, low)| u8::try_from(high * 16 + low).ok()) {
            Some(byte) => (out.push(byte), rest = &rest[3..]),
            None => (out.push(*first), rest = after),
        };
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Page;

    #[test]
    fn a_page_gives_its_own_address_in_several_ways() {
        for page in [
            "<link rel=\"canonical\" href=\"https://a.example/mgAi.aspx?ID=7\" /><div id='modgov'>x</div>",
            "<meta property='og:url' content='https://a.example/mgAi.aspx?ID=7'><p>x</p>",
            "<!-- saved from url=(0035)https://a.example/mgAi.aspx?ID=7 --><html><p>x</p>",
            "<p><a href='https://share.example/?t=x&amp;u=https%3A%2F%2Fa.example%2FmgAi.aspx%3FID%3D7&amp;v=1'>Share</a></p>",
        ] {
            assert_eq!(Page::of(page).own, ["https://a.example/mgAi.aspx?ID=7"], "{page}");
        }
        for page in ["<link rel='stylesheet' href='a.css'>", "<meta name='x' content='y'>", "<!-- saved -->", "<a href='a%20b.pdf'>x</a>"] {
            assert!(Page::of(page).own.is_empty(), "{page}");
        }
    }

    #[test]
    fn a_broken_escape_stays_as_it_is() {
        assert_eq!(unescaped(b"%3Fa%3"), b"?a%3");
        assert_eq!(unescaped(b"%zz%+1"), b"%zz%+1");
    }
}
