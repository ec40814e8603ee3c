//! What importing a source changed: the difference report.

use serde::Serialize;
use serde_json::Value;

/// The report for one source.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Records that say what they said.
    pub same: usize,
    /// Records that changed, and how.
    pub changed: Vec<Changed>,
    /// Records that were not there before.
    pub new: Vec<String>,
    /// Records that the source no longer has. They stay published until an officer withdraws them.
    pub gone: Vec<String>,
    /// Records that wait for an officer before they are published, and why.
    pub held: Vec<String>,
    /// Questions that only a person can answer: two names that may be one body, two sources that differ.
    pub questions: Vec<String>,
    /// Versions published.
    pub published: usize,
}

/// A record that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// The record: kind and title.
    pub record: String,
    /// Each field that changed.
    pub fields: Vec<FieldChange>,
}

/// A field before and after; `null` where it was not there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldChange {
    /// The field, as a path of names.
    pub field: String,
    /// What it said.
    pub before: Value,
    /// What it says.
    pub after: Value,
}

impl Difference {
    /// Nothing changed.
    pub fn is_empty(&self) -> bool {
        self.changed.is_empty() && self.new.is_empty() && self.gone.is_empty()
    }
}

/// The fields in which two drafts differ; where they were read is no difference.
pub fn fields(before: &Value, after: &Value) -> Vec<FieldChange> {
    let mut found = Vec::new();
    walk(String::new(), before, after, &mut found);
    found
}

fn walk(path: String, before: &Value, after: &Value, found: &mut Vec<FieldChange>) {
    if before == after || path == "provenance" {
        return;
    }
    let join = |name: &str| if path.is_empty() { name.to_string() } else { format!("{path}.{name}") };
    match (before, after) {
        (Value::Object(b), Value::Object(a)) => {
            let mut names: Vec<&String> = b.keys().chain(a.keys()).collect();
            names.sort_unstable();
            names.dedup();
            for name in names {
                walk(join(name), b.get(name).unwrap_or(&Value::Null), a.get(name).unwrap_or(&Value::Null), found);
            }
        }
        (Value::Array(b), Value::Array(a)) if b.len() == a.len() => {
            for (i, (b, a)) in b.iter().zip(a).enumerate() {
                walk(join(&i.to_string()), b, a, found);
            }
        }
        _ => found.push(FieldChange { field: path, before: before.clone(), after: after.clone() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_what_differs_is_named() {
        let before = json!({"title": "A", "decision": {"text": "noted"}, "provenance": [1]});
        let after = json!({"title": "A", "decision": {"text": "accepted"}, "provenance": [2], "number": "4"});
        let names: Vec<_> = fields(&before, &after).into_iter().map(|f| f.field).collect();
        assert_eq!(names, ["decision.text", "number"]);
    }
}
