//! The desk as programs read it: every page's data and every deed, written from the lists of addresses and their fields.

use redress::access::Act;
use serde_json::{Map, Value, json};

use super::field::{Ask, Field};
use super::routes::{DEEDS, Listed, PAGES};
use crate::pages::twin;

/// What a page of the desk can be asked.
const QUERIES: &[(&str, &[&str])] = &[
    ("/desk/cases", &["q", "kind", "state", "order", "page"]),
    ("/desk/decisions", &["words", "maker", "state", "from", "to", "page"]),
    ("/desk/reviews", &["state", "page"]),
    ("/desk/bodies", &["q", "sort", "state", "page"]),
    ("/desk/meetings", &["body", "month", "from", "became", "order", "page"]),
    ("/desk/meetings", &["from"]),
    ("/desk/forward-plan", &["month", "body", "key", "missing", "way", "when", "page"]),
    ("/desk/reports", &["whose", "kind", "meeting", "page"]),
    ("/desk/reports/{report}/versions/{version}", &["against"]),
    ("/desk/ledger", &["quarter"]),
    ("/desk/ledger.csv", &["quarter"]),
    ("/desk/access-log", &["paper", "before"]),
    ("/desk/accounts", &["q", "role", "closed", "page"]),
    ("/desk/posts", &["on"]),
    ("/desk/questions", &["state", "kind", "whose", "page"]),
    ("/members/papers", &["q", "page"]),
    ("/members/meetings", &["when", "page"]),
    ("/members/meetings/{meeting}", &["kept"]),
    ("/members/questions", &["page"]),
];

/// Every path of the desk with its operations.
pub fn paths() -> Map<String, Value> {
    let pages = PAGES.iter().map(|(path, act)| (address(path), json!({ "get": page(path, *act) })));
    let deeds = DEEDS.iter().map(|deed| (twin(deed.path), json!({ "get": form(deed), "post": deed_of(deed) })));
    pages.chain(deeds).collect()
}

/// The ways to show who asks.
pub fn security_schemes() -> Value {
    json!({
        "token": { "type": "http", "scheme": "bearer", "description": "The token of a program, issued at the desk. Its scopes narrow what the program's posts allow." },
        "session": { "type": "apiKey", "in": "cookie", "name": "redress_session", "description": "The session of a person who signed in; over TLS the cookie is named __Host-redress_session." },
        "form": { "type": "apiKey", "in": "header", "name": "x-form-token", "description": "The form_token that every form of the session gives. With a bearer token it is not needed." }
    })
}

/// The schemas of what deeds answer.
pub fn schemas() -> [(&'static str, Value); 2] {
    let problem = json!({ "type": "object", "properties": {
        "field": { "type": "string" }, "value": { "type": "string" }, "message": { "type": "string" }
    }, "required": ["field", "message"] });
    let wrong = json!({ "type": "object", "properties": {
        "error": { "type": ["object", "null"] }, "problems": { "type": "array", "items": problem }
    }, "required": ["error", "problems"] });
    let done = json!({ "type": "object", "properties": {
        "done": { "const": true }, "at": { "type": "string" }, "made": {}
    }, "required": ["done", "at", "made"] });
    [("Wrong", wrong), ("Done", done)]
}

/// A page's twin; a file is at its own address.
fn address(path: &str) -> String {
    if is_file(path) { path.to_string() } else { twin(path) }
}

fn is_file(path: &str) -> bool {
    [".csv", ".js", ".webmanifest", "/file"].iter().any(|end| path.ends_with(end))
}

fn parameters(path: &str) -> Vec<Value> {
    let keys = path.split('{').skip(1).filter_map(|rest| rest.split('}').next());
    let number = json!({ "type": "integer", "format": "int64", "minimum": 1 });
    let in_path = keys.map(|name| json!({ "name": name, "in": "path", "required": true, "schema": number }));
    let asked = QUERIES.iter().find(|(p, _)| *p == path).map_or(&[][..], |(_, names)| names);
    let in_query = asked.iter().map(|name| json!({ "name": name, "in": "query", "schema": { "type": "string" } }));
    in_path.chain(in_query).collect()
}

fn page(path: &str, act: Act) -> Value {
    let data = json!({ "application/json": { "schema": { "type": ["object", "array"] } } });
    let responses = match path {
        _ if path.ends_with(".csv") => sending(json!({ "text/csv": {} })),
        _ if is_file(path) => sending(json!({ "*/*": {} })),
        _ => refusing(json!({ "200": { "description": "The page's data", "content": data } }), &["401", "403", "404"]),
    };
    json!({
        "summary": format!("The data of the page {path}"),
        "description": rule(act),
        "parameters": parameters(path),
        "security": [{ "token": [] }, { "session": [] }],
        "responses": responses
    })
}

/// A file is for browsers too: whoever has not signed in is sent to the door, and what is refused is a page.
fn sending(content: Value) -> Value {
    let page = json!({ "text/html": {} });
    json!({
        "200": { "description": "The file", "content": content },
        "303": { "description": "Nobody has signed in, or the token is not good: to the door" },
        "403": { "description": "They may not; the words say why", "content": page },
        "404": { "description": "There is no such file", "content": page }
    })
}

fn form(deed: &Listed) -> Value {
    let fields = json!({ "type": "object", "properties": {
        "title": { "type": "string" }, "concerns": { "type": "string" }, "fields": { "type": "array" },
        "offered": { "type": "object" }, "given": { "type": "object" }, "form_token": { "type": "string" }
    }, "required": ["title", "concerns", "fields", "offered", "given", "form_token"] });
    json!({
        "summary": format!("The fields of: {}", deed.title),
        "description": rule(deed.act),
        "parameters": parameters(deed.path),
        "security": [{ "token": [] }, { "session": [] }],
        "responses": refusing(
            json!({ "200": { "description": "The fields, what the record offers to choose from, and the values given at first", "content": { "application/json": { "schema": fields } } } }),
            &["401", "403", "404"],
        )
    })
}

fn deed_of(deed: &Listed) -> Value {
    let done = json!({ "200": { "description": "Done", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Done" } } } },
        "422": { "description": "Answers are wrong; each stands beside its field", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Wrong" } } } } });
    let kind = if deed.fields.iter().any(|f| f.ask == Ask::File) { "multipart/form-data" } else { "application/json" };
    let body = json!({ "required": true, "content": { kind: { "schema": filled(deed.fields) } } });
    json!({
        "summary": deed.title,
        "description": rule(deed.act),
        "parameters": parameters(deed.path),
        "security": [{ "token": [] }, { "session": [], "form": [] }],
        "requestBody": body,
        "responses": refusing(done, &["400", "401", "403", "404", "413", "415"])
    })
}

fn rule(act: Act) -> String {
    let scope = match (act.scope(), act.for_people_only()) {
        (_, true) => "For people only: no token is ever enough.".to_string(),
        (Some(scope), _) => format!("A token needs the scope `{}`.", scope.word()),
        (None, _) => String::new(),
    };
    format!("For whoever may {}. {scope}", act.words()).trim().to_string()
}

fn refusing(mut responses: Value, statuses: &[&str]) -> Value {
    for status in statuses {
        let words = match *status {
            "400" => "The body cannot be read",
            "401" => "Nobody has signed in, or the token is not good",
            "403" => "They may not; the words say why",
            "404" => "There is no such record",
            "413" => "The body is too long",
            _ => "The body is of a kind that is not taken",
        };
        responses[status] =
            json!({ "description": words, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Failure" } } } });
    }
    responses
}

/// What a deed is filled in with.
fn filled(fields: &[Field]) -> Value {
    let properties: Map<String, Value> = fields.iter().map(|field| (field.name.to_string(), property(field))).collect();
    let required: Vec<&str> = fields.iter().filter(|f| !f.optional && f.ask != Ask::Carried).map(|f| f.name).collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

fn property(field: &Field) -> Value {
    let values = || field.fixed().map(|values| values.iter().map(|(value, _)| *value).collect::<Vec<_>>());
    let mut schema = match field.ask {
        Ask::Line | Ask::Text => json!({ "type": "string" }),
        Ask::DateOrUnknown => json!({ "type": "string", "pattern": "^([0-9]{4}-[0-9]{2}-[0-9]{2}|not known)$" }),
        Ask::Date => json!({ "type": "string", "format": "date" }),
        Ask::Moment => json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$" }),
        Ask::Number => json!({ "type": "integer", "minimum": 0 }),
        Ask::Money => json!({ "type": "string", "pattern": "^[0-9]+([.][0-9]{2})?$" }),
        Ask::Email => json!({ "type": "string", "format": "email" }),
        Ask::One(_) => json!({ "type": "string", "enum": values() }),
        Ask::OneOf => json!({ "type": "string" }),
        Ask::Any(_) => json!({ "type": "array", "items": { "type": "string", "enum": values() }, "uniqueItems": true }),
        Ask::AnyOf | Ask::Carried => json!({ "type": "array", "items": { "type": "string" } }),
        Ask::File => json!({ "type": "string", "format": "binary" }),
    };
    let help = if field.hint.is_empty() { field.label.to_string() } else { format!("{}. {}", field.label, field.hint) };
    schema["description"] = help.into();
    schema
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_and_every_deed_is_described() {
        let paths = paths();
        for (path, _) in PAGES {
            assert!(paths[&address(path)].get("get").is_some(), "{path}");
        }
        for deed in DEEDS {
            let post = &paths[&twin(deed.path)]["post"];
            let of_kind = post["requestBody"]["content"].as_object().and_then(|c| c.values().next()).expect("a body");
            let named = of_kind["schema"]["properties"].as_object().map_or(0, Map::len);
            assert_eq!(named, deed.fields.len(), "{}", deed.path);
        }
        assert_eq!(paths.len(), PAGES.len() + DEEDS.len());
        assert!(QUERIES.iter().all(|(path, _)| PAGES.iter().any(|(known, _)| known == path)));
    }

    #[test]
    fn a_number_in_an_address_is_one_and_a_choice_has_its_values() {
        let paths = paths();
        let appoint = &paths["/desk/accounts/{account}/appoint.json"]["post"];
        assert_eq!(appoint["parameters"][0]["schema"]["type"], "integer");
        let schema = &appoint["requestBody"]["content"]["application/json"]["schema"];
        assert_eq!(schema["required"], json!(["from"]));
        assert_eq!(schema["properties"]["role"]["enum"].as_array().map(Vec::len), Some(12));
    }
}
