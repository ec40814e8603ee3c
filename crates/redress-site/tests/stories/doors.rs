//! Somebody tries the doors: strange addresses, headers, bodies and cookies, from outside and with an account.

use redress::reader::Role;
use redress_site::clock::Clock;
use redress_store::desk::journal::Act;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::officer::Officer;
use super::world::{Running, World};

async fn council() -> (World, Running, Officer, Officer) {
    let world = World::new().await;
    world.done(&["init", "Thornmere Borough Council"]);
    let clock = Clock::default();
    let site = world.serve_desk(&clock).await;
    let act = Act { who: "story", at: clock.now().timestamp() };
    let clerk = Officer::new(&site, &act, "clerk", "Tobias Wren", Role::DemocraticServices).await;
    let member = Officer::new(&site, &act, "member", "Maribel Ostergate", Role::Member).await;
    (world, site, clerk, member)
}

/// A request as bytes; gives the whole answer as text.
async fn raw(site: &Running, request: &str) -> String {
    let mut stream = tokio::net::TcpStream::connect(site.base.trim_start_matches("http://")).await.expect("a connection");
    stream.write_all(request.as_bytes()).await.expect("sent");
    let mut answer = Vec::new();
    let _ = tokio::time::timeout(std::time::Duration::from_secs(5), stream.read_to_end(&mut answer)).await;
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test]
async fn no_way_of_writing_an_address_leads_past_the_door() {
    let (_world, site, clerk, _) = council().await;
    let cookie = &clerk.says[0].1;
    let mut paths = vec![
        "//desk",
        "/DESK",
        "/Desk/cases",
        "/desk%2f",
        "/desk%2Fcases",
        "/%64esk/cases",
        "/desk/../desk/cases",
        "/./desk",
        "/desk/./cases",
    ];
    paths.extend([
        "/meetings/../desk",
        "/desk/",
        "/desk/cases/",
        "/desk\\cases",
        "/desk;a=b",
        "/desk.json.json",
        "/index.json/../desk",
        "/desk%00",
        "/desk%2ejson",
    ]);
    for path in paths {
        let answer = raw(&site, &format!("GET {path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n")).await;
        let status = answer.get(9..12).unwrap_or("");
        assert!(matches!(status, "404" | "400" | "303" | "410"), "{path}: {answer}");
        // Somebody who has signed in gets a page from the desk's own addresses, and nothing that a cache would keep.
        let answer =
            raw(&site, &format!("GET {path} HTTP/1.1\r\nhost: a\r\ncookie: {cookie}\r\nconnection: close\r\n\r\n")).await.to_lowercase();
        assert!(!answer.contains("signed in as") || answer.contains("cache-control: no-store"), "{path}");
    }
    // What one who signed in was shown is not kept for the next.
    for address in ["/desk", "/desk.json", "/desk/cases", "/members", "/members.json", "/desk?x=/meetings", "/desk/bodies/add"] {
        assert_eq!(clerk.get(address).await.status, 200, "{address}");
        let next = Officer::nobody(&site).get(address).await;
        assert!(matches!(next.status, 303 | 401) && !next.body.contains("Tobias"), "{address}: {}", next.status);
    }
    // Nor is a public page made for somebody else's headers.
    let evil = [
        ("host", "evil.example"),
        ("x-forwarded-host", "evil.example"),
        ("x-original-url", "/desk"),
        ("x-rewrite-url", "/desk"),
        ("x-http-method-override", "DELETE"),
    ];
    for address in ["/", "/meetings", "/sitemap.xml", "/robots.txt", "/feeds/changes.atom", "/openapi.json", "/desk/sign-in"] {
        let came = Officer::nobody(&site).ask("GET", address, &evil, Vec::new()).await;
        assert!(came.status == 200 && !came.body.contains("evil.example"), "{address}: {}", came.status);
    }
}

#[tokio::test]
async fn two_requests_in_one_are_one_or_none() {
    let (_world, site, _, _) = council().await;
    let inner = "GET /desk/accounts HTTP/1.1\r\nhost: a\r\n\r\n";
    for headers in [
        format!("content-length: {}\r\ntransfer-encoding: chunked", inner.len()),
        "content-length: 5\r\ncontent-length: 6".into(),
        "transfer-encoding: chunked\r\ntransfer-encoding: identity".into(),
        "transfer-encoding : chunked".into(),
        "content-length: +5".into(),
    ] {
        let answer = raw(&site, &format!("POST / HTTP/1.1\r\nhost: a\r\n{headers}\r\n\r\n0\r\n\r\n{inner}")).await;
        assert!(answer.matches("HTTP/1.1 ").count() <= 2, "{headers}: {answer}");
        assert!(!answer.contains("HTTP/1.1 200"), "{headers}: {answer}");
    }
}

#[tokio::test]
async fn the_way_on_after_signing_in_stays_here() {
    let (_world, site, _, _) = council().await;
    let nobody = Officer::nobody(&site);
    for next in [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "/desk/../../evil",
        "/desk/sign-out",
        "/meetings",
        "/desk%0d%0aset-cookie:a=b",
        "javascript:alert(1)",
        "/desk@evil.example",
    ] {
        let address = format!("/desk/sign-in?next={}", form_urlencoded::byte_serialize(next.as_bytes()).collect::<String>());
        let page = nobody.get(&address).await.body;
        let value = page.split("name=\"next\" value=\"").nth(1).and_then(|v| v.split('"').next()).expect("the field").to_string();
        assert!(value == "/desk" || value.starts_with("/desk%0d%0a"), "{next}: {value}");
    }
    let came = nobody.get("/desk/papers/1?x=//evil.example").await;
    assert!(came.to.starts_with("/desk/sign-in?next=%2Fdesk%2Fpapers%2F1"), "{}", came.to);
}

#[tokio::test]
async fn a_page_says_nothing_that_an_address_put_there() {
    let (_world, _site, clerk, member) = council().await;
    for what in ["Your password expired, write to evil@example.com", "<b>x</b>", "publish"] {
        let asked: String = form_urlencoded::byte_serialize(what.as_bytes()).collect();
        let page = clerk.get(&format!("/desk/meetings?done={asked}")).await.body;
        assert!(!page.contains("govuk-notification-banner"), "{what}");
    }
    assert!(clerk.get("/desk/meetings?done=Add+a+body").await.body.contains("Add a body"));
    // Whether there is a record is told to nobody who may not do the act.
    for address in
        ["/desk/cases/1", "/desk/ombudsman-papers/1/leak", "/desk/meetings/1", "/desk/meetings/1/publish", "/desk/items/1/minute"]
    {
        assert_eq!(member.get(address).await.status, 403, "{address}");
    }
}

#[tokio::test]
async fn a_body_is_as_long_as_its_form_needs() {
    let (_world, site, clerk, _) = council().await;
    let huge = format!("name={}", "a".repeat(3 << 20)).into_bytes();
    let form = [("content-type", "application/x-www-form-urlencoded")];
    let nobody = Officer::nobody(&site);
    for address in ["/desk/sign-in", "/desk/forgotten", "/desk/reset/abc", "/desk/sign-in/code"] {
        let status = nobody.ask("POST", address, &form, huge.clone()).await.status;
        assert!(matches!(status, 303 | 400 | 404 | 413), "{address}: {status}");
    }
    let headers = [form[0], ("x-form-token", clerk.form_token.as_str())];
    let status = clerk.ask("POST", "/desk/bodies/add", &headers, huge).await.status;
    assert_eq!(status, 413);
    // A form of another site can send text, and text is no form.
    let sent = json!({ "name": "Forged", "form_token": clerk.form_token }).to_string().into_bytes();
    assert_eq!(clerk.ask("POST", "/desk/bodies/add", &[("content-type", "text/plain")], sent).await.status, 415);
    // Characters that no text has are refused before a database is asked.
    let nul = clerk.post("/desk/bodies/add", &json!({ "name": "a\u{0}b" })).await;
    assert_eq!(nul.status, 422);
    for address in [
        "/desk/cases?q=%00",
        "/desk/sign-in?next=%00",
        "/desk/reset/%00",
        "/desk/access-log?paper=%00",
        "/members?q=%00",
        "/desk/meetings?from=%00",
    ] {
        assert!(clerk.get(address).await.status < 500, "{address}");
    }
    let page = nobody.get("/desk/sign-in").await.body;
    let door = page.split("name=\"form_token\" value=\"").nth(1).and_then(|v| v.split('"').next()).expect("a token").to_string();
    let cookie = format!("redress_door={door}");
    let typed = format!("form_token={door}&name=%00a&password=three+small+otters");
    let came = nobody.ask("POST", "/desk/sign-in", &[form[0], ("cookie", &cookie)], typed.into_bytes()).await;
    assert!(came.status < 500, "{}", came.status);
}

#[tokio::test]
async fn other_methods_do_nothing_and_heads_have_no_body() {
    let (_world, site, clerk, _) = council().await;
    let nobody = Officer::nobody(&site);
    for address in ["/desk", "/desk/papers/1", "/desk/papers/999", "/desk/ombudsman-papers/1/leak", "/members"] {
        assert_eq!(nobody.ask("HEAD", address, &[], Vec::new()).await.status, 303, "{address}");
        for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"] {
            let (one, two) = (nobody.ask(method, address, &[], Vec::new()).await, clerk.ask(method, address, &[], Vec::new()).await);
            assert_eq!((one.status, two.status), (405, 405), "{method} {address}");
        }
    }
    assert_eq!(clerk.ask("HEAD", "/desk", &[], Vec::new()).await.body, "");
}
