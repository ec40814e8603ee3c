//! A question is its address; what cannot be read stays in its field with the reason beside it.

use super::*;

const KEY: &str = "lgsco_report_consider_and_notify";

fn asked(pairs: &[(&str, &str)]) -> Calculator {
    load(&Asked::of(pairs), Calendar::england(), Settings::default())
}

#[test]
fn three_fields_and_one_value_ask_the_same() {
    let fields = asked(&[("duty", KEY), ("from-day", "3"), ("from-month", "3"), ("from-year", "2026")]);
    let named = asked(&[("duty", KEY), ("from-day", "3"), ("from-month", "March"), ("from-year", "2026")]);
    let value = asked(&[("duty", KEY), ("from", "2026-03-03")]);
    let address = "/duties/calculator?duty=lgsco_report_consider_and_notify&from=2026-03-03";
    for page in [fields, named, value] {
        assert_eq!(page.address, address);
        let html = page.body().into_string();
        assert!(html.contains("2 June 2026, a Tuesday, is the last day to act."), "{html}");
        assert!(html.contains("id=\"from-year\" name=\"from-year\" type=\"text\" inputmode=\"numeric\" value=\"2026\""), "{html}");
    }
}

#[test]
fn a_bad_date_stays_in_its_fields_with_the_error_beside_them() {
    let page = asked(&[("duty", KEY), ("from-day", "31"), ("from-month", "2"), ("from-year", "2026")]);
    assert_eq!(page.status(), axum::http::StatusCode::BAD_REQUEST);
    let html = page.body().into_string();
    assert!(html.contains("href=\"#from-day\"") && html.contains("aria-describedby=\"from-hint from-error\""), "{html}");
    assert!(html.contains("value=\"31\"") && html.contains("must be a real date"), "{html}");
    let part = asked(&[("duty", KEY), ("from-day", "3"), ("from-month", ""), ("from-year", "")]);
    assert_eq!(part.problems[0].message, "The date must include a month and a year");
    let none = asked(&[("duty", KEY), ("from-day", ""), ("from-month", ""), ("from-year", "")]);
    assert_eq!((none.problems[0].code, none.problems[0].field), ("missing", Some("from")));
}

#[test]
fn a_duty_alone_brings_its_fields_and_no_complaint() {
    let page = asked(&[("duty", KEY)]);
    assert_eq!(page.status(), axum::http::StatusCode::OK);
    let html = page.body().into_string();
    assert!(html.contains("id=\"report_date-day\"") && !html.contains("id=\"period\""), "{html}");
    let unknown = asked(&[("duty", "lgsco_report_consider")]);
    assert_eq!(unknown.problems[0].code, "unknown_duty");
    assert!(unknown.body().into_string().contains("<option value=\"lgsco_report_consider\" selected>"));
}

#[test]
fn a_date_that_is_not_known_is_answered() {
    let page = asked(&[("duty", KEY), ("from", "unknown")]);
    assert!(page.worked.as_ref().is_some_and(|w| w.answer.starts_with("Cannot say yet, because ")));
    assert!(page.address.ends_with("&from=unknown"));
}
