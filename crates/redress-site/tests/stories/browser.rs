//! A browser without script: it keeps cookies, opens pages and fills in their forms.

use std::collections::BTreeMap;

use redress::reader::Role;
use redress::sign_in::secret::Secret;
use redress_site::sign_in::password;
use redress_store::desk::Desk;
use redress_store::desk::account::post::Days;
use redress_store::desk::account::{Kind, NewAccount};
use redress_store::desk::journal::Act;

/// A password that fits the rule.
pub const PASSWORD: &str = "three small otters waving";

/// A browser.
#[derive(Clone)]
pub struct Browser {
    pub base: String,
    pub client: reqwest::Client,
    pub cookies: BTreeMap<String, String>,
    pub headers: Vec<(&'static str, String)>,
}

/// What came back.
pub struct Opened {
    pub status: u16,
    pub body: String,
    pub to: Option<String>,
    pub set_cookies: Vec<String>,
    pub headers: reqwest::header::HeaderMap,
}

impl Browser {
    pub fn new(base: &str, client: reqwest::Client) -> Browser {
        Browser { base: base.into(), client, cookies: BTreeMap::new(), headers: Vec::new() }
    }

    /// The same, sending a header along each time.
    pub fn sending(mut self, name: &'static str, value: impl Into<String>) -> Browser {
        self.headers.push((name, value.into()));
        self
    }

    pub async fn get(&mut self, address: &str) -> Opened {
        let request = self.client.get(format!("{}{address}", self.base));
        self.send(request).await
    }

    /// Sends a form with these values and nothing else.
    pub async fn post(&mut self, address: &str, values: &[(&str, &str)]) -> Opened {
        let encoded: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(values).finish();
        let request = self.client.post(format!("{}{address}", self.base));
        self.send(request.header("content-type", "application/x-www-form-urlencoded").body(encoded)).await
    }

    /// Sends a JSON object, as a program does.
    pub async fn post_json(&mut self, address: &str, body: &serde_json::Value) -> Opened {
        let request = self.client.post(format!("{}{address}", self.base));
        self.send(request.header("content-type", "application/json").body(body.to_string())).await
    }

    /// What a page's forms carry.
    pub async fn form_token(&mut self, page: &str) -> String {
        let opened = self.get(page).await;
        assert_eq!(opened.status, 200, "{page}: {:?}", opened.to);
        hidden(&opened.body).into_iter().find(|(name, _)| name == "form_token").expect("a token").1
    }

    /// Opens a page and sends its form with the hidden fields that stand there.
    pub async fn fill_in(&mut self, page: &str, action: &str, values: &[(&str, &str)]) -> Opened {
        let opened = self.get(page).await;
        assert_eq!(opened.status, 200, "{page}: {:?}", opened.to);
        let form = opened.form(action);
        let hidden = hidden(&form);
        let all: Vec<(&str, &str)> = hidden.iter().map(|(n, v)| (n.as_str(), v.as_str())).chain(values.iter().copied()).collect();
        self.post(action, &all).await
    }

    pub async fn sign_in(&mut self, name: &str, password: &str) -> Opened {
        self.fill_in("/desk/sign-in?next=/desk/account", "/desk/sign-in", &[("name", name), ("password", password)]).await
    }

    async fn send(&mut self, mut request: reqwest::RequestBuilder) -> Opened {
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        let cookies: Vec<String> = self.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
        let response = request.header("cookie", cookies.join("; ")).send().await.expect("an answer");
        let set_cookies: Vec<String> =
            response.headers().get_all("set-cookie").iter().map(|v| v.to_str().expect("text").to_string()).collect();
        for set in &set_cookies {
            let (name, value) = set.split(';').next().and_then(|pair| pair.split_once('=')).expect("a cookie");
            match set.contains("Max-Age=0") {
                true => self.cookies.remove(name),
                false => self.cookies.insert(name.into(), value.into()),
            };
        }
        let to = response.headers().get("location").map(|v| v.to_str().expect("text").to_string());
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Opened { status, body: response.text().await.expect("a body"), to, set_cookies, headers }
    }
}

impl Opened {
    /// The form that is sent to an address.
    pub fn form(&self, action: &str) -> String {
        let forms = self.body.split("<form").skip(1).map(|f| f.split("</form>").next().unwrap_or(""));
        let mut fitting = forms.filter(|f| f.contains(&format!("action=\"{action}\"")));
        fitting.next().unwrap_or_else(|| panic!("no form to {action}: {}", self.body)).to_string()
    }

    /// The session that it set.
    pub fn session(&self) -> Option<String> {
        self.set_cookies.iter().find_map(|c| c.strip_prefix("redress_session=")).map(|c| c.split(';').next().unwrap_or("").to_string())
    }
}

fn hidden(form: &str) -> Vec<(String, String)> {
    let value = |tag: &str, name: &str| {
        tag.split_once(&format!("{name}=\"")).and_then(|(_, rest)| rest.split('"').next()).unwrap_or("").replace("&amp;", "&")
    };
    let inputs = form.split("<input").skip(1).map(|i| i.split('>').next().unwrap_or(""));
    inputs.filter(|i| i.contains("type=\"hidden\"")).map(|i| (value(i, "name"), value(i, "value"))).collect()
}

/// Opens an account with a password and a post; gives its number.
pub async fn person(desk: &Desk, name: &str, full_name: &str, role: Role, day: jiff::civil::Date) -> i64 {
    let act = Act { who: "story", at: redress_site::clock::now().timestamp() };
    let new = NewAccount { name, full_name, email: Some(name), kind: Kind::Person, member: None };
    let account = desk.open_account(&act, new).await.expect("a store").expect("a free name");
    let post = desk.make_post(&act, role.words(), role, None).await.expect("a post");
    desk.appoint(&act, post, account, Days { from: day, until: None }).await.expect("appointed");
    let hash = password::hash(Secret::new(PASSWORD)).await.expect("hashed");
    desk.change_password(&act, account, &hash, None, None).await.expect("a password");
    account
}
