//! Somebody signed in, working at the desk as a program would: JSON to its deeds, files in parts, anything by any method.

use jiff::civil::{Date, date};
use redress::reader::{Role, Scope};
use redress::sign_in::secret::Secret;
use redress_site::sign_in::visitor::form_token;
use redress_store::desk::Desk;
use redress_store::desk::account::post::Days;
use redress_store::desk::account::session::NewSession;
use redress_store::desk::account::token::NewToken;
use redress_store::desk::account::{Kind, NewAccount};
use redress_store::desk::journal::Act;
use serde_json::{Value, json};

use super::world::Running;

/// Every post began then.
const BEGAN: Date = date(2019, 1, 1);

/// Somebody who asks.
#[derive(Clone)]
pub struct Officer {
    pub base: String,
    pub client: reqwest::Client,
    /// The headers that say who it is.
    pub says: Vec<(&'static str, String)>,
    pub form_token: String,
    pub account: i64,
}

/// What came back.
pub struct Came {
    pub status: u16,
    pub body: String,
    pub to: String,
}

impl Came {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("JSON: {} {}", self.status, self.body))
    }
}

/// Twenty-odd letters and digits that nobody gave out before.
pub fn secret(of: &str) -> Secret {
    Secret::new(redress_store::chain::sha256(of.as_bytes()))
}

impl Officer {
    /// Anybody, with no account.
    pub fn nobody(site: &Running) -> Officer {
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
        Officer { base: site.base.clone(), client, says: Vec::new(), form_token: String::new(), account: 0 }
    }

    /// Opens an account with a post, and a session in it.
    pub async fn new(site: &Running, act: &Act<'_>, name: &str, full_name: &str, role: Role) -> Officer {
        let desk = site.desk();
        let email = format!("{name}@thornmere.example");
        let new = NewAccount { name, full_name, email: Some(&email), kind: Kind::Person, member: None };
        let account = desk.open_account(act, new).await.expect("a store").expect("a free name");
        hold(desk, act, account, role).await;
        Officer::of(site, act, account, name).await
    }

    /// A session of an account that is there.
    pub async fn of(site: &Running, act: &Act<'_>, account: i64, seed: &str) -> Officer {
        let token = secret(&format!("session {seed} {}", site.base));
        let new = NewSession {
            account,
            token: &token,
            how: "password",
            roles: &[],
            awaits_code: false,
            instead_of: None,
            source: "192.0.2.1",
            user_agent: "story",
        };
        site.desk().begin_session(act, new).await.expect("a session");
        let says = vec![("cookie", format!("redress_session={}", token.expose()))];
        Officer { says, form_token: form_token(&token), account, ..Officer::nobody(site) }
    }

    /// A service with these roles and a token of one scope.
    pub async fn service(site: &Running, act: &Act<'_>, scope: Scope, roles: &[Role]) -> Officer {
        let desk = site.desk();
        let name = format!("service-{}", scope.word());
        let new = NewAccount { name: &name, full_name: &name, email: None, kind: Kind::Service, member: None };
        let account = desk.open_account(act, new).await.expect("a store").expect("a free name");
        for role in roles {
            hold(desk, act, account, *role).await;
        }
        let token = secret(&name);
        let expires_at = act.at + jiff::SignedDuration::from_hours(24);
        let new = NewToken { account, name: &name, scopes: &[scope].into(), token: &token, expires_at };
        desk.issue_token(act, new).await.expect("a store").expect("a service");
        let says = vec![("authorization", format!("Bearer {}", token.expose()))];
        Officer { says, account, ..Officer::nobody(site) }
    }

    /// Any request.
    pub async fn ask(&self, method: &str, address: &str, headers: &[(&str, &str)], body: Vec<u8>) -> Came {
        let long = body.len() > 1 << 20;
        let method = reqwest::Method::from_bytes(method.as_bytes()).expect("a method");
        let mut request = self.client.request(method, format!("{}{address}", self.base)).body(body);
        for (name, value) in &self.says {
            request = request.header(*name, value);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let again = request.try_clone();
        let response = match request.send().await {
            Ok(response) => response,
            // The other end refused and hung up before it had read everything.
            Err(_) if long => return Came { status: 413, to: String::new(), body: String::new() },
            // It hung up on an earlier request just before it read this one.
            Err(_) => again.expect("the same again").send().await.expect("an answer"),
        };
        let to = response.headers().get("location").and_then(|v| v.to_str().ok()).unwrap_or("").to_string();
        let status = response.status().as_u16();
        Came { status, to, body: String::from_utf8_lossy(&response.bytes().await.expect("a body")).into_owned() }
    }

    pub async fn get(&self, address: &str) -> Came {
        self.ask("GET", address, &[], Vec::new()).await
    }

    /// Sends a deed as JSON, with the form token of the session.
    pub async fn post(&self, address: &str, body: &Value) -> Came {
        let headers = [("content-type", "application/json"), ("x-form-token", self.form_token.as_str())];
        self.ask("POST", address, &headers, body.to_string().into_bytes()).await
    }

    /// What a form leads to when a person sends it: the page where the answers are checked, for a deed that has one.
    pub async fn page_of(&self, address: &str, form: &str) -> String {
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("x-form-token", self.form_token.as_str())];
        let came = self.ask("POST", address, &headers, form.as_bytes().to_vec()).await;
        assert_eq!(came.status, 200, "{address}: {}", came.body);
        came.body
    }

    /// A deed that must be done; gives what it made.
    pub async fn done(&self, address: &str, body: Value) -> Value {
        let came = self.post(address, &body).await;
        assert_eq!(came.status, 200, "{address}: {}", came.body);
        came.json()["made"].clone()
    }

    /// A deed with a file.
    pub async fn upload(&self, address: &str, values: &[(&str, &str)], file: &str, bytes: &[u8]) -> Came {
        let mut body = Vec::new();
        for (name, value) in values {
            body.extend(format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes());
        }
        let head = format!("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{file}\"\r\n\r\n");
        body.extend(head.into_bytes());
        body.extend(bytes);
        body.extend(b"\r\n--edge--\r\n");
        let headers = [("content-type", "multipart/form-data; boundary=edge"), ("x-form-token", self.form_token.as_str())];
        self.ask("POST", address, &headers, body).await
    }

    /// Adds a paper to an item; gives its number.
    pub async fn paper(&self, item: i64, title: &str, public_title: &str, file: &str, bytes: &[u8]) -> i64 {
        let values = [("title", title), ("public_title", public_title)];
        let came = self.upload(&format!("/desk/items/{item}/add-paper"), &values, file, bytes).await;
        assert_eq!(came.status, 303, "{}", came.body);
        number_in(&came.to, "/desk/papers/")
    }

    /// Publishes of a meeting what is ready, but for the parts left out.
    pub async fn publish(&self, meeting: i64, leave: &[String], reason: &str) -> Came {
        let address = format!("/desk/meetings/{meeting}/publish");
        let ready = self.get(&format!("{address}.json")).await.json();
        let parts: Vec<&str> =
            ready["given"]["parts"].as_array().map(|all| all.iter().filter_map(Value::as_str).collect()).unwrap_or_default();
        let parts: Vec<&str> = parts.into_iter().filter(|part| !leave.iter().any(|l| l == part)).collect();
        let chosen: String = parts.iter().map(|part| format!("&parts={part}")).collect();
        let preview = self.get(&format!("{address}.json?{}", chosen.trim_start_matches('&'))).await.json();
        let previewed = preview["given"]["previewed"][0].as_str().unwrap_or("").to_string();
        self.post(&address, &json!({ "parts": parts, "reason": reason, "read": "yes", "previewed": previewed })).await
    }
}

/// The number after a part of an address.
pub fn number_in(address: &str, after: &str) -> i64 {
    let digits = address.split(after).nth(1).unwrap_or("").chars().take_while(char::is_ascii_digit).collect::<String>();
    digits.parse().unwrap_or_else(|_| panic!("a number in {address}"))
}

async fn hold(desk: &Desk, act: &Act<'_>, account: i64, role: Role) {
    let post = desk.make_post(act, role.words(), role, None).await.expect("a post");
    desk.appoint(act, post, account, Days { from: BEGAN, until: None }).await.expect("appointed");
}
