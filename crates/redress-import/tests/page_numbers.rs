//! The other system's numbers of a page itself, out of the addresses that it gives as its own.

use redress::draft::Reading;

fn read(head: &str, body: &str) -> Reading {
    let page = format!("<!DOCTYPE html>{head}<html><head><title>x</title></head><body><div id=\"modgov\">{body}</div></body></html>");
    redress_import::read("page.html", page.as_bytes()).expect("a reading")
}

fn canonical(address: &str) -> String {
    format!("<link rel=\"canonical\" href=\"https://a.example/{address}\" />")
}

#[test]
fn an_items_page_tells_its_number() {
    let body = "<h1>Agenda item</h1><h2>Road repairs</h2><p>Meeting of <a href='ieListDocuments.aspx?CId=4&amp;MId=77&amp;Ver=4'>Cabinet, Tuesday, 8th July, 2025 6.00 pm (Item 5.)</a></p>";
    for (head, more) in [
        (canonical("mgAi.aspx?ID=310"), ""),
        ("<meta property=\"og:url\" content=\"https://a.example/mgAi.aspx?ID=310\">".into(), ""),
        ("<!-- saved from url=(0036)https://a.example/mgAi.aspx?ID=310 -->".into(), ""),
        (String::new(), "<p><a href='mgAi.aspx?ID=310'>Share this item</a></p>"),
        (String::new(), "<p><a href='https://s.example/?u=https%3A%2F%2Fa.example%2FmgAi.aspx%3FID%3D310'>Share this item</a></p>"),
        (String::new(), "<p><a href='ieDecisionDetails.aspx?AIId=310'>View the decision for item 5.</a></p>"),
    ] {
        let reading = read(&head, &format!("{body}{more}"));
        let item = &reading.items[0];
        assert_eq!((item.foreign_id.as_deref(), item.meeting_foreign_id.as_deref()), (Some("310"), Some("77")), "{head}{more}");
        assert_eq!((item.number.as_deref(), item.title.as_str()), (Some("5"), "Road repairs"));
        assert_eq!(reading.words.placed, reading.words.total, "{:?}", reading.unplaced);
    }
    assert_eq!(read(&canonical("ieListDocuments.aspx?MId=310"), body).items[0].foreign_id, None);
}

#[test]
fn decisions_issues_and_meetings_tell_theirs() {
    let decision =
        read(&canonical("ieDecisionDetails.aspx?ID=88"), "<h1>Decision details</h1><h2>Road repairs</h2><p>Decision status: x</p>");
    assert_eq!(decision.decisions[0].foreign_id.as_deref(), Some("88"));
    let body = "<h1>Issue - meetings</h1><h2>Road repairs</h2><p><a href='ieIssueDetails.aspx?IId=1'>Issue details</a></p>";
    let issue = read(&canonical("ieIssueDetails.aspx?IId=41&amp;Opt=3"), body);
    assert_eq!(issue.issue.and_then(|i| i.foreign_id).as_deref(), Some("41"));
    assert_eq!(issue.words.placed, issue.words.total, "{:?}", issue.unplaced);
    let body = "<h1>Agenda</h1><h2>Cabinet - Tuesday, 8th July, 2025 6.00 pm</h2><p><a href='ieListDocuments.aspx?CId=4&amp;MId=76'>Meeting before</a></p>";
    let meeting = read(&canonical("ieListDocuments.aspx?CId=4&amp;MId=77&amp;Ver=4"), body);
    assert_eq!((meeting.meetings[0].foreign_id.as_deref(), meeting.meetings[0].body_foreign_id.as_deref()), (Some("77"), Some("4")));
}

#[test]
fn links_of_the_frame_are_not_the_page() {
    let head = "<nav><a href='mgAi.aspx?ID=1'>An item in the news</a><a href='ieIssueDetails.aspx?IId=2'>An issue</a></nav>";
    let reading = read(head, "<h1>Agenda item</h1><h2>Road repairs</h2>");
    assert_eq!((&reading.items[0].foreign_id, &reading.items[0].issue_foreign_id), (&None, &None));
}

#[test]
fn an_issues_item_may_have_its_number_in_a_cell() {
    let row = "<table><tr><td class='mgItemNumberCell'>48/20</td><td><p class='mgAiTitleTxt'><a href='documents/s9/a.pdf'>Road repairs <span>PDF 12 KB</span></a></p><p>To note.</p></td></tr></table>";
    for line in ["Meeting: 08/07/2025 - Cabinet (Item 48/20)", "Meeting: 08/07/2025 - Cabinet (Item )"] {
        let reading = read("", &format!("<h1>Issue - meetings</h1><h2>Roads</h2><p>{line}</p>{row}"));
        let item = &reading.items[0];
        assert_eq!((item.number.as_deref(), item.title.as_str()), (Some("48/20"), "Road repairs"), "{line}");
        assert_eq!((item.papers.len(), item.agenda_text.as_deref()), (1, Some("To note.")));
        assert_eq!(reading.words.placed, reading.words.total, "{:?}", reading.unplaced);
    }
}
