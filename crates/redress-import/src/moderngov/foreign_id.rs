//! The other system's numbers, out of its addresses: `mgAi.aspx?ID=5`, `documents/s123/Report.pdf`.

/// The value of a key in an address's query, whatever its case; `&amp;` left in by a copy is tolerated.
pub fn in_query(address: &str, key: &str) -> Option<String> {
    let (_, query) = address.split_once('?')?;
    let query = query.split('#').next().unwrap_or(query);
    query.split('&').find_map(|pair| {
        let (name, value) = pair.split_once('=')?;
        let name = name.strip_prefix("amp;").unwrap_or(name);
        (name.eq_ignore_ascii_case(key) && is_number(value) && value != "0").then(|| value.to_string())
    })
}

/// Whether an address leads to a page, whatever its case and the folder it stands in.
pub fn leads_to(address: &str, page: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or(address);
    let last = path.rsplit('/').next().unwrap_or(path);
    last.eq_ignore_ascii_case(page)
}

/// The number of a file: `documents/s123/…` or `mgConvert2PDF.aspx?ID=123`.
pub fn of_file(address: &str) -> Option<String> {
    if leads_to(address, "mgConvert2PDF.aspx") {
        return in_query(address, "ID");
    }
    let at = find_folder(address)?;
    let digits: &str = address[at..].split(['/', '?']).next().unwrap_or("");
    is_number(digits).then(|| digits.to_string())
}

/// Whether an address leads to a file rather than a page.
pub fn is_file(address: &str) -> bool {
    find_folder(address).is_some() || leads_to(address, "mgConvert2PDF.aspx") || address.starts_with("Data/")
}

/// The issue's number in an address of one of its pages.
pub fn of_issue(address: &str) -> Option<String> {
    in_query(address, "IId")
}

/// The item's number: `mgAi.aspx?ID=5`, `ieDecisionDetails.aspx?AIId=5`, `ieListDocuments.aspx?…#AI5`.
pub fn of_item(address: &str) -> Option<String> {
    if leads_to(address, "mgAi.aspx") {
        return in_query(address, "ID");
    }
    if leads_to(address, "ieListDocuments.aspx") {
        let (_, anchor) = address.rsplit_once("#AI")?;
        return is_number(anchor).then(|| anchor.to_string());
    }
    leads_to(address, "ieDecisionDetails.aspx").then(|| in_query(address, "AIId")).flatten()
}

/// The decision's number: `ieDecisionDetails.aspx?ID=5`.
pub fn of_decision(address: &str) -> Option<String> {
    leads_to(address, "ieDecisionDetails.aspx").then(|| in_query(address, "ID")).flatten()
}

/// The meeting's number: `ieListDocuments.aspx?CId=1&MId=5`.
pub fn of_meeting(address: &str) -> Option<String> {
    ["MId", "MeetingId"].iter().find_map(|key| in_query(address, key))
}

/// The member's number: `mgUserInfo.aspx?UID=5`.
pub fn of_member(address: &str) -> Option<String> {
    in_query(address, "UID")
}

/// The body's number: `ieListDocuments.aspx?CId=1&MId=5`.
pub fn of_body(address: &str) -> Option<String> {
    ["CId", "CommitteeId"].iter().find_map(|key| in_query(address, key))
}

/// The first number of a sort in a page's own addresses.
pub fn own(page: &crate::page::Page, number: fn(&str) -> Option<String>) -> Option<String> {
    page.own.iter().find_map(|address| number(address))
}

/// Where the number begins behind `documents/s`.
fn find_folder(address: &str) -> Option<usize> {
    const FOLDER: &[u8] = b"documents/s";
    let at = address.as_bytes().windows(FOLDER.len()).position(|w| w.eq_ignore_ascii_case(FOLDER))?;
    let at = at + FOLDER.len();
    address.as_bytes().get(at).is_some_and(u8::is_ascii_digit).then_some(at)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.len() <= 12 && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_whatever_the_case() {
        assert_eq!(in_query("ieListDocuments.aspx?CId=151&MID=4832", "mid").as_deref(), Some("4832"));
        assert_eq!(of_issue("ieIssueDetails.aspx?IId=9&amp;PlanId=0&amp;Opt=3").as_deref(), Some("9"));
        assert_eq!(in_query("x.aspx?IId=1&amp;PlanId=7", "PlanId").as_deref(), Some("7"));
        assert_eq!(of_issue("x.aspx?IId=0"), None);
        assert_eq!(of_file("https://a.example/documents/s7942/a b.pdf").as_deref(), Some("7942"));
        assert_eq!(of_file("mgConvert2PDF.aspx?ID=12&T=6").as_deref(), Some("12"));
        assert_eq!(of_file("documents/statement.pdf"), None);
        assert_eq!(of_item("ieListDocuments.aspx?CId=1&MId=2&Ver=4#AI33").as_deref(), Some("33"));
        assert_eq!(of_item("ieDecisionDetails.aspx?AIId=44").as_deref(), Some("44"));
        assert_eq!((of_item("ieListDocuments.aspx?ID=1"), of_decision("mgAi.aspx?ID=1")), (None, None));
        assert!(leads_to("/moderngov/MGAI.aspx?ID=1", "mgAi.aspx"));
    }
}
