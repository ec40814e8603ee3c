//! The description of the JSON twins, written from the list of addresses, and of the desk where this node has one.

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use serde_json::{Map, Value, json};

use crate::desk;
use crate::pages::{Answer, twin};
use crate::routes::ROUTES;
use crate::site::Site;

/// What a list can be asked, besides the page of it.
const QUERIES: &[(&str, &[&str])] = &[
    ("/meetings", &["body", "year", "from", "to", "order", "page"]),
    ("/forward-plan", &["body", "key", "service", "page"]),
    ("/issues", &["title", "service", "page"]),
    ("/issues/{number}", &["order"]),
    ("/scrutiny", &["committee", "year", "answer", "page"]),
    ("/decisions", &["title", "maker", "body", "key", "call_in", "year", "from", "to", "service", "page"]),
    ("/actions", &["body", "status", "quarter", "figure", "reports_to", "page"]),
    ("/actions/quarter", &["quarter", "reports_to"]),
    ("/ombudsman", &["stage", "year", "page"]),
    ("/councillors", &["name", "ward", "party"]),
    ("/councillors/{councillor}/attendance", &["body", "was", "from"]),
    ("/duties", &["q", "owed_by", "act"]),
    ("/duties/calculator", &["duty", "from", "at", "report_date", "meeting", "stated", "period", "as_known_on", "reading"]),
    ("/duties/plan", &["received", "report", "embargo", "private", "further", "mo", "from", "meeting"]),
    ("/changes", &["kind", "change", "from", "to", "before"]),
    ("/search", &["q", "kind", "body", "year", "service", "page"]),
];

/// `/openapi.json`
pub async fn show(State(site): State<Site>) -> Answer {
    let mut described = description(&site.authority(), &site.base);
    if site.has_desk {
        add_desk(&mut described);
    }
    let text = described.to_string();
    Ok(([(CONTENT_TYPE, "application/json")], text).into_response())
}

fn description(authority: &str, base: &str) -> Value {
    let paths: Map<String, Value> = ROUTES.iter().filter(|(path, _)| has_twin(path)).map(|(path, _)| described(path)).collect();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": format!("The public record of {authority}"),
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Every page has a twin with its own data. Fields may be added; none is removed or renamed without a note in the changelog."
        },
        "servers": [{ "url": base }],
        "paths": paths,
        "components": { "schemas": { "Failure": {
            "type": "object",
            "properties": { "error": { "type": "object", "properties": {
                "code": { "type": "string" }, "message": { "type": "string" }, "field": { "type": ["string", "null"] }
            } } }
        } } }
    })
}

/// Puts the desk beside the public pages.
fn add_desk(described: &mut Value) {
    for (path, operations) in desk::described::paths() {
        described["paths"][path] = operations;
    }
    for (name, schema) in desk::described::schemas() {
        described["components"]["schemas"][name] = schema;
    }
    described["components"]["securitySchemes"] = desk::described::security_schemes();
}

/// Files, feeds and old addresses have none.
fn has_twin(path: &str) -> bool {
    let file = path.rsplit('/').next().is_some_and(|last| last.contains('.') || last == "file");
    !file && !path.starts_with("/assets/") && !path.starts_with("/feeds/") && !path.starts_with("/sitemaps/")
}

fn described(path: &str) -> (String, Value) {
    let parameter =
        |name: &str, place: &str| json!({ "name": name, "in": place, "required": place == "path", "schema": { "type": "string" } });
    let path = path.replace("{*", "{");
    let in_path = path.split('{').skip(1).filter_map(|rest| rest.split('}').next()).map(|name| parameter(name, "path"));
    let asked = QUERIES.iter().find(|(p, _)| *p == path).map_or(&[][..], |(_, names)| names);
    let parameters: Vec<Value> = in_path.chain(asked.iter().map(|name| parameter(name, "query"))).collect();
    let refused =
        json!({ "description": "Why not", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Failure" } } } });
    let operation = json!({
        "summary": format!("The data of the page {path}"),
        "parameters": parameters,
        "responses": {
            "200": { "description": "The page's data", "content": { "application/json": { "schema": { "type": "object" } } } },
            "400": { "description": "The page's data, with the problems of the query", "content": { "application/json": { "schema": { "type": "object" } } } },
            "308": { "description": "The page is somewhere else for good" },
            "404": refused.clone(),
            "410": refused,
        }
    });
    (twin(&path), json!({ "get": operation }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_desk_is_described_only_where_it_is() {
        let mut described = description("Council", "https://council.example");
        assert!(!described.to_string().contains("/desk"));
        add_desk(&mut described);
        assert!(described["paths"]["/desk/accounts/add.json"]["post"]["requestBody"].is_object());
        assert!(described["components"]["schemas"]["Done"].is_object());
    }

    #[test]
    fn every_page_is_described_with_its_parameters() {
        let described = description("Council", "https://council.example");
        let item = &described["paths"]["/meetings/{meeting}/items/{item}.json"]["get"]["parameters"];
        assert_eq!(item.as_array().map(Vec::len), Some(2), "{described}");
        for (path, _) in QUERIES {
            assert!(described["paths"].get(twin(path)).is_some(), "{path}");
        }
    }
}
