//! A field of a form: what is asked, in what form the answer comes, and whether it may be left blank.
//!
//! One list of fields makes the page's form, reads what was sent, and describes the same act to programs.

use serde::{Serialize, Serializer};

/// In what form an answer comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// One line of words.
    Line,
    /// Several lines of words.
    Text,
    /// A day.
    Date,
    /// A day, or the words `not known`.
    DateOrUnknown,
    /// A day and a time of day.
    Moment,
    /// A whole number, not less than zero.
    Number,
    /// Pounds and pence.
    Money,
    /// An e-mail address.
    Email,
    /// One of these values, each with its words.
    One(&'static [(&'static str, &'static str)]),
    /// One of what the record offers.
    OneOf,
    /// Any of these values.
    Any(&'static [(&'static str, &'static str)]),
    /// Any of what the record offers.
    AnyOf,
    /// A file.
    File,
    /// Nobody types it: the form carries what the record gave.
    Carried,
}

/// A field.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its name in forms and in JSON.
    pub name: &'static str,
    /// What is asked, as the page puts it.
    pub label: &'static str,
    /// What helps to answer.
    pub hint: &'static str,
    /// The form of the answer.
    pub ask: Ask,
    /// It may be left blank.
    pub optional: bool,
    /// The provision that asks for it; none where the record asks for its own sake.
    pub cite: &'static str,
    /// It is asked only where another field has this value: the other's name, and the value.
    pub only_if: Option<(&'static str, &'static str)>,
}

impl Field {
    /// A field that must be answered.
    pub const fn new(name: &'static str, label: &'static str, ask: Ask) -> Field {
        Field { name, label, hint: "", ask, optional: false, cite: "", only_if: None }
    }

    /// The same with a hint.
    pub const fn hint(self, hint: &'static str) -> Field {
        Field { hint, ..self }
    }

    /// The same with the provision that asks for it, which a refusal of a blank cites.
    pub const fn cite(self, cite: &'static str) -> Field {
        Field { cite, ..self }
    }

    /// The same, but it may be left blank.
    pub const fn optional(self) -> Field {
        Field { optional: true, ..self }
    }

    /// The same, but it is asked only where a choice above it has this value.
    pub const fn only_if(self, choice: &'static str, value: &'static str) -> Field {
        Field { only_if: Some((choice, value)), ..self }
    }

    /// Whether several values may be given.
    pub const fn takes_several(&self) -> bool {
        matches!(self.ask, Ask::Any(_) | Ask::AnyOf)
    }

    /// The word for the form of its answer, in JSON.
    pub fn form(&self) -> &'static str {
        match self.ask {
            Ask::Line => "line",
            Ask::Text => "text",
            Ask::Date | Ask::DateOrUnknown => "date",
            Ask::Moment => "date-time",
            Ask::Number => "number",
            Ask::Money => "pounds",
            Ask::Email => "email",
            Ask::One(_) | Ask::OneOf => "one",
            Ask::Any(_) | Ask::AnyOf => "any",
            Ask::File => "file",
            Ask::Carried => "carried",
        }
    }

    /// The values that are fixed, where there are any.
    pub const fn fixed(&self) -> Option<&'static [(&'static str, &'static str)]> {
        match self.ask {
            Ask::One(values) | Ask::Any(values) => Some(values),
            _ => None,
        }
    }
}

impl Serialize for Field {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("name", self.name)?;
        map.serialize_entry("label", self.label)?;
        map.serialize_entry("form", self.form())?;
        map.serialize_entry("required", &!self.optional)?;
        if let Some((choice, value)) = self.only_if {
            map.serialize_entry("only_if", &[choice, value])?;
        }
        if let Some(values) = self.fixed() {
            map.serialize_entry("values", &values.iter().map(|(value, _)| *value).collect::<Vec<_>>())?;
        }
        map.end()
    }
}
