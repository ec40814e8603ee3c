//! GetAttachment, and the same fields where GetMeeting lists an item's papers.

use redress::draft::{MeetingDraft, PaperDraft, Reading};
use redress::meeting::MeetingRef;
use redress::paper::Paper;

use crate::answer::{Element, Tree};
use crate::moderngov::committees::is_true;
use crate::moderngov::meetings;

/// Reads the answer.
pub fn read(tree: &Tree, reading: &mut Reading) {
    let Some(root) = tree.find(&["attachment"]) else { return };
    for details in root.all("attachmentdetails") {
        let draft = PaperDraft {
            paper: fields(details),
            meeting: MeetingRef {
                date: meetings::date(details, "meetingdate", reading),
                body: details.filled("committeetitle"),
                ..MeetingRef::default()
            },
            owner: details.filled("ownertitle"),
            published_on: meetings::date(details, "publicationdate", reading),
            other: details.rest(),
        };
        reading.papers.push(draft);
    }
}

/// A paper of an item. What repeats the item and its meeting is taken here; the rest goes with the item's other values.
pub fn paper(document: Element<'_>, owner: Option<&str>, meeting: &MeetingDraft) -> Paper {
    if document.peek("ownertitle").as_deref() == owner {
        drop(document.take("ownertitle"));
    }
    if document.peek("committeetitle") == meeting.meeting.body {
        drop(document.take("committeetitle"));
    }
    fields(document)
}

fn fields(element: Element<'_>) -> Paper {
    Paper {
        title: element.filled("title").unwrap_or_default(),
        address: element.filled("url"),
        foreign_id: element.filled("attachmentid"),
        restricted: is_true(element.take("isrestricted")),
        ..Paper::default()
    }
}
