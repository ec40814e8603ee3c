//! The main part of a report that is kept as HTML, to be shown in the page of its paper. The file is believed in nothing: an
//! element, an attribute or an address that no report of this program has, and the file is offered as a file.

/// What the program writes in the main part of a report.
const ELEMENTS: &[&str] =
    &["h2", "h3", "h4", "p", "ul", "li", "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "a", "dl", "dt", "dd", "section"];

/// The longest file that is shown in place.
const MOST_BYTES: usize = 4 << 20;

/// The main part, where every bit of it is known.
pub fn main_of(bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok().filter(|t| t.len() <= MOST_BYTES)?;
    let (_, after) = text.split_once("<main>")?;
    let (main, rest) = after.split_once("</main>")?;
    (!rest.contains("<main") && known(main)).then_some(main)
}

fn known(mut rest: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    while let Some(at) = rest.find('<') {
        let Some((tag, after)) = rest.get(at + 1..).and_then(|r| r.split_once('>')) else { return false };
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            // What is closed is what was opened last, so nothing reaches beyond the main part.
            if open.pop() != Some(name) {
                return false;
            }
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        if !ELEMENTS.contains(&name) || !attributes_known(attributes) {
            return false;
        }
        open.push(name);
    }
    open.is_empty()
}

fn attributes_known(mut rest: &str) -> bool {
    while !rest.trim().is_empty() {
        let Some((name, after)) = rest.trim_start().split_once("=\"") else { return false };
        let Some((value, after)) = after.split_once('"') else { return false };
        rest = after;
        let plain = |more: &str| value.chars().all(|c| c.is_ascii_alphanumeric() || more.contains(c));
        let fits = match name {
            "class" => plain("-_ "),
            "id" => plain(".-"),
            "scope" => matches!(value, "col" | "row"),
            "role" => value == "region",
            "tabindex" => value == "0",
            "aria-label" => plain(" "),
            "href" => ["#", "https://", "http://"].iter().any(|start| value.starts_with(start)),
            _ => false,
        };
        if !fits {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::main_of;

    #[test]
    fn only_what_the_program_writes_is_shown() {
        let of = |main: &str| main_of(format!("<html><body><main>{main}</main></body></html>").as_bytes()).is_some();
        assert!(of(r##"<h2 class="govuk-heading-m" id="s1">1 One</h2><p id="p1.1">1.1 See <a href="#p1.1">1.1</a> &lt;b&gt;</p>"##));
        for bad in [
            "<script>alert(1)</script>",
            "<p onclick=\"x\">a</p>",
            "<a href=\"javascript:x\">a</a>",
            "<p style=\"x\">a</p>",
            "<p>a",
            "</p><p>",
            "<p class='a'>b</p>",
            "<p><!-- x --></p>",
            "<img src=\"x\">",
            "<P>a</P>",
            "<main></main>",
        ] {
            assert!(!of(bad), "{bad}");
        }
        assert!(main_of(b"\xff<main></main>").is_none() && main_of(b"no main").is_none());
    }
}
