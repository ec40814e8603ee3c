//! XML from an unknown hand: one pass, no tree, no entity of its own making, a bounded depth.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::Refused;

const DEEPEST: u32 = 512;

/// What stands next in a part. Names are local: the prefix is the writer's choice.
pub(crate) enum Step<'a> {
    Open(&'a Element<'a>),
    Text(&'a str),
    Close(&'a str),
}

/// An element that opens.
pub(crate) struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of an attribute, by its local name.
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.find(|key| key == name || key.split_once(':').is_some_and(|(_, local)| local == name))
    }

    /// The value of `r:id`, beside which an `id` without prefix may stand.
    pub fn relation(&self) -> Option<String> {
        self.find(|key| key.ends_with(":id"))
    }

    /// Whether an attribute says yes: `1`, `true`, `on`.
    pub fn says(&self, name: &str) -> bool {
        self.attribute(name).is_some_and(|v| matches!(v.as_str(), "1" | "true" | "on"))
    }

    /// Whether an element that is a switch is on: present without `val`, or with a `val` that is not off.
    pub fn is_on(&self) -> bool {
        self.attribute("val").is_none_or(|v| !matches!(v.as_str(), "0" | "false" | "off" | "none"))
    }

    fn find(&self, wanted: impl Fn(&str) -> bool) -> Option<String> {
        let found = self.0.attributes().with_checks(false).flatten().find(|a| wanted(a.key.into_inner()))?;
        Some(quick_xml::escape::unescape(&found.value).map_or_else(|_| found.value.to_string(), |v| v.into_owned()))
    }
}

/// Walks a part from its start to its end.
pub(crate) fn walk(reader: impl BufRead, mut step: impl FnMut(Step<'_>)) -> Result<(), Refused> {
    let mut reader = Reader::from_reader(reader);
    reader.config_mut().expand_empty_elements = true;
    let (mut buffer, mut depth) = (Vec::new(), 0_u32);
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(start)) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(Refused::Bomb);
                }
                step(Step::Open(&Element(start)));
            }
            Ok(Event::End(end)) => {
                depth = depth.saturating_sub(1);
                step(Step::Close(end.local_name().into_inner()));
            }
            Ok(Event::Text(text)) => step(Step::Text(&text)),
            Ok(Event::CData(text)) => step(Step::Text(&text)),
            Ok(Event::GeneralRef(entity)) => {
                let mut bytes = [0; 4];
                let letter = entity.resolve_char_ref().ok().flatten().or_else(|| named(&entity)).unwrap_or('&');
                step(Step::Text(letter.encode_utf8(&mut bytes)));
            }
            Ok(Event::Eof) => return if depth == 0 { Ok(()) } else { Err(Refused::unreadable("a part of it ends too early")) },
            Ok(_) => {}
            Err(quick_xml::Error::Io(error)) if error.kind() == std::io::ErrorKind::FileTooLarge => return Err(Refused::Bomb),
            Err(_) => return Err(Refused::unreadable("a part of it is not well formed")),
        }
    }
}

/// The letter that one of the five named entities stands for.
fn named(entity: &str) -> Option<char> {
    match entity {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}
