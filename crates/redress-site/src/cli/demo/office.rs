//! The demonstration's people at work: each does what the desk's own deeds do, on a day of the past or today, and is refused
//! where a real officer would be.

use std::collections::BTreeMap;
use std::str::FromStr;

use anyhow::{Context as _, bail};
use axum::body::Bytes;
use jiff::Zoned;
use jiff::civil::{Date, DateTime};
use redress_store::desk::Desk;
use redress_store::register::Register;
use serde_json::Value;

use crate::cli::place::Place;
use crate::clock::{self, Clock};
use crate::desk::DeskSite;
use crate::desk::deed::{Context, Deed, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::{Filled, Sent};
use crate::sign_in::settings::Settings;
use crate::sign_in::visitor::Visitor;
use crate::site::Site;
use crate::statute::holidays;

/// The desk with a clock of its own.
pub struct Office {
    site: DeskSite,
    /// The moment at which the demonstration begins; nothing is done after it.
    pub now: Zoned,
}

/// A file that goes with a deed.
pub struct File<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Office {
    /// The desk and the register that it carries over to, as they are served later.
    pub async fn open(place: &Place, desk: &Desk, carrying: Register, now: Zoned) -> anyhow::Result<Office> {
        let register = place.register().await?;
        let calendar = holidays::kept(&register).await?;
        let authority = register.authority().await?;
        let site = Site { clock: Clock::on(now.date()), ..Site::new(register, place.search()?, &authority, "", calendar.into()) };
        site.reread_settings().await.map_err(|_| anyhow::anyhow!("the settings cannot be read"))?;
        let site = DeskSite { site, desk: desk.clone(), register: carrying, sign_in: Settings::default().into(), scanner: None };
        Ok(Office { site, now })
    }

    /// The desk's store.
    pub fn desk(&self) -> &Desk {
        &self.site.desk
    }

    /// Today in the demonstration.
    pub fn today(&self) -> Date {
        self.now.date()
    }

    /// Somebody does a deed at a moment; gives what it made. `of` are the numbers in its address.
    pub async fn does<D: Deed>(&self, who: &str, at: DateTime, of: &[(&str, i64)], answers: Value) -> anyhow::Result<Value> {
        self.sends::<D>(who, at, of, answers, None).await
    }

    /// The same with a file.
    pub async fn sends<D: Deed>(
        &self,
        who: &str,
        at: DateTime,
        of: &[(&str, i64)],
        answers: Value,
        file: Option<File<'_>>,
    ) -> anyhow::Result<Value> {
        let context = self.context(who, at).await?;
        let path: BTreeMap<String, String> = of.iter().map(|(name, number)| ((*name).to_string(), number.to_string())).collect();
        let typed = typed(&answers);
        let here = || format!("{who}: {} {of:?} on {at}", D::TITLE);
        let deed = match D::load(&context, &Keys::of(path, typed.clone())).await {
            Ok(deed) => deed,
            Err(failure) => bail!("{}: {failure:?}", here()),
        };
        if let Err(failure) = context.may(D::ACT, &deed.about().subject) {
            bail!("{}: {failure:?}", here());
        }
        if !deed.possible() {
            bail!("{}: {}", here(), deed.impossible());
        }
        let files = file.map(|f| ("file".to_string(), Sent { name: f.name.into(), bytes: Bytes::from(f.bytes) }));
        let filled = Filled::of(filled_in(&deed, typed), files.into_iter().collect());
        let problems = filled.problems(D::FIELDS, |name| deed.offered(name));
        if !problems.is_empty() {
            bail!("{}: {problems:?}", here());
        }
        match deed.carry_out(&context, &filled).await {
            Ok(done) => Ok(done.made),
            Err(Undone::Wrong(problems)) => bail!("{}: {problems:?}", here()),
            Err(Undone::Failed(failure)) => bail!("{}: {failure:?}", here()),
        }
    }

    /// Whoever has this sign-in name, at a moment of the demonstration.
    async fn context(&self, who: &str, at: DateTime) -> anyhow::Result<Context> {
        let now = clock::instant(at).context("a moment")?.min(self.now.timestamp()).to_zoned(self.now.time_zone().clone());
        self.site.clock().set(now.date());
        let account = self.site.desk.account_named(who).await?.with_context(|| format!("nobody signs in as {who}"))?.id;
        let signed_in = self.site.desk.signed_in(account, now.date()).await?.with_context(|| format!("{who} cannot sign in"))?;
        let visitor = Visitor { signed_in, form_token: String::new(), by_token: true, session: None };
        Ok(Context { desk: self.site.clone(), visitor, now })
    }
}

/// The answers as a form sends them.
fn typed(answers: &Value) -> Vec<(String, String)> {
    let word = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_string);
    let mut all = Vec::new();
    for (name, value) in answers.as_object().into_iter().flatten() {
        match value {
            Value::Array(several) => all.extend(several.iter().map(|one| (name.clone(), word(one)))),
            Value::Null => {}
            one => all.push((name.clone(), word(one))),
        }
    }
    all
}

/// What was typed, with what the form holds already; what was chosen by its words gets the value that the list has for them.
fn filled_in<D: Deed>(deed: &D, typed: Vec<(String, String)>) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for field in D::FIELDS {
        let own: Vec<&String> = typed.iter().filter(|(name, _)| name == field.name).map(|(_, value)| value).collect();
        let values = match own.is_empty() {
            true => deed.given(field.name),
            false => own.into_iter().map(|value| chosen(deed, field, value)).collect(),
        };
        all.extend(values.into_iter().map(|value| (field.name.to_string(), value)));
    }
    all
}

fn chosen<D: Deed>(deed: &D, field: &Field, value: &str) -> String {
    if !matches!(field.ask, Ask::OneOf | Ask::AnyOf) {
        return value.into();
    }
    let offered = deed.offered(field.name);
    let known = offered.iter().any(|(key, _)| key == value);
    let words = offered.iter().find(|(_, words)| words == value).or_else(|| offered.iter().find(|(_, words)| words.contains(value)));
    words.filter(|_| !known).map_or_else(|| value.into(), |(key, _)| key.clone())
}

/// A number of what a deed made.
pub fn made<T: FromStr>(what: &Value, name: &str) -> anyhow::Result<T> {
    let value = what.get(name).with_context(|| format!("no {name} was made: {what}"))?;
    let word = value.as_str().map_or_else(|| value.to_string(), str::to_string);
    word.parse().ok().with_context(|| format!("{name} is {word}"))
}
