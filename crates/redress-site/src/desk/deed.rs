//! A deed: something that an officer does, as a form for people and as JSON for programs, by the same rules.
//!
//! Each deed is one type in one file: where it stands, what it asks, what it concerns, and what it does. Everything else
//! (who may, tokens, kept values, errors, JSON) is done here, once for all of them.

use std::collections::BTreeMap;

use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Zoned;
use maud::{Markup, html};
use redress::access::{Act, Subject, may, might};
use redress::duty::Settings;
use redress::reader::Reader;
use redress::wrong::Wrong;
use redress_store::desk::journal;
use serde_json::{Value, json};

use super::check::CHECKED;
use super::field::{Ask, Field};
use super::filled::{Filled, TOKEN};
use super::inputs::{self, Shown};
use super::{DeskSite, check, frame};
use crate::failure::Failure;
use crate::layout::errors;
use crate::pages::asked::{Asked, Problem};
use crate::pages::{Answer, Format};
use crate::sign_in::visitor::Visitor;

/// Who asks, of which desk, at what moment.
pub struct Context {
    /// The desk.
    pub desk: DeskSite,
    /// Who asks.
    pub visitor: Visitor,
    /// The moment.
    pub now: Zoned,
}

impl Context {
    /// The context of a request.
    pub fn of(desk: DeskSite, visitor: Visitor) -> Context {
        let now = desk.clock().now();
        Context { desk, visitor, now }
    }

    /// Asks the one place that decides.
    pub fn may(&self, act: Act, subject: &Subject) -> Result<(), Failure> {
        may(&self.reader(), act, subject, self.now.datetime()).map_err(|refused| Failure::MayNot(refused.because.words().into()))
    }

    /// Asks it before a record is looked for: who may never do this learns nothing of what there is.
    pub fn might(&self, act: Act) -> Result<(), Failure> {
        might(&self.reader(), act).map_err(|refused| Failure::MayNot(refused.because.words().into()))
    }

    /// Whether they may, for showing a link or not.
    pub fn can(&self, act: Act, subject: &Subject) -> bool {
        self.may(act, subject).is_ok()
    }

    /// Who asks, as the one place that decides takes it.
    pub fn reader(&self) -> Reader {
        Reader::SignedIn(self.visitor.signed_in.clone())
    }

    /// Who acts and when, for the journal.
    pub fn act(&self) -> journal::Act<'_> {
        journal::Act { who: &self.visitor.signed_in.name, at: self.now.timestamp() }
    }

    /// The readings that the council works to.
    pub fn readings(&self) -> Settings {
        self.desk.site.council().readings
    }

    /// The account that asks.
    pub fn account(&self) -> i64 {
        self.visitor.signed_in.account
    }
}

/// The numbers and words in a deed's address, by name.
pub struct Keys {
    path: BTreeMap<String, String>,
    asked: Vec<(String, String)>,
}

impl Keys {
    /// Those of an address, with what was asked or filled in besides.
    pub fn of(path: BTreeMap<String, String>, asked: Vec<(String, String)>) -> Keys {
        // What is loaded with these goes to the database, and PostgreSQL will not be asked about a NUL.
        let asked = asked.into_iter().filter(|(_, value)| !value.contains('\0')).collect();
        Keys { path, asked }
    }

    /// Every value of a name that was asked or filled in.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.asked.iter().filter(|(n, v)| n == name && !v.is_empty()).map(|(_, v)| v.as_str()).collect()
    }

    /// A number; an address with anything else there is no address.
    pub fn number(&self, name: &str) -> Result<i64, Failure> {
        self.path.get(name).and_then(|v| v.parse().ok()).filter(|n| *n > 0).ok_or(Failure::NotFound)
    }

    /// A word.
    pub fn word(&self, name: &str) -> Result<&str, Failure> {
        self.path.get(name).map(String::as_str).ok_or(Failure::NotFound)
    }
}

/// What a deed ended with.
pub struct Done {
    /// Where to go on.
    pub to: String,
    /// What was made or changed, for programs.
    pub made: Value,
    /// What the answer itself shows, once: a secret has no place in an address.
    pub shown: Option<Markup>,
}

impl Done {
    /// Go on there; nothing more to tell.
    pub fn at(to: impl Into<String>) -> Done {
        Done { to: to.into(), made: Value::Null, shown: None }
    }

    /// Go on there, and programs are told what was made.
    pub fn made(to: impl Into<String>, made: Value) -> Done {
        Done { to: to.into(), made, shown: None }
    }

    /// The answer shows this, once, with a link to go on; programs find it in what was made.
    pub fn shown(to: impl Into<String>, made: Value, shown: Markup) -> Done {
        Done { to: to.into(), made, shown: Some(shown) }
    }
}

/// Why a deed was not done.
pub enum Undone {
    /// Answers are wrong; each stands beside its field.
    Wrong(Vec<Problem>),
    /// Something else.
    Failed(Failure),
}

impl Undone {
    /// One answer is wrong.
    pub fn wrong(field: &'static str, message: impl Into<String>) -> Undone {
        Undone::Wrong(vec![Problem { field, value: String::new(), message: message.into() }])
    }
}

impl Undone {
    /// What a rule says is wrong, each beside its field; what belongs to no field of the form stands above it.
    pub fn fields(fields: &'static [Field], wrong: Vec<Wrong>) -> Undone {
        let name = |w: &Wrong| fields.iter().map(|f| f.name).find(|name| *name == w.field).unwrap_or("");
        Undone::Wrong(wrong.into_iter().map(|w| Problem { field: name(&w), value: String::new(), message: w.message }).collect())
    }

    /// Somebody changed the record while the form was open.
    pub fn changed() -> Undone {
        Undone::wrong("", "Somebody changed this record while your form was open. Look at it, then send the form again")
    }
}

impl<E: Into<Failure>> From<E> for Undone {
    fn from(failure: E) -> Undone {
        Undone::Failed(failure.into())
    }
}

/// What a deed concerns.
pub struct About {
    /// What the rule is asked about.
    pub subject: Subject,
    /// The record, above the title.
    pub caption: String,
    /// Where the way back leads.
    pub back: String,
}

impl About {
    /// A deed about this, with no record above its title and the way back to the desk.
    pub fn of(subject: Subject) -> About {
        About { subject, caption: String::new(), back: "/desk".into() }
    }

    /// The same with a record above its title.
    pub fn caption(self, caption: impl Into<String>) -> About {
        About { caption: caption.into(), ..self }
    }

    /// The same with another way back.
    pub fn back(self, back: impl Into<String>) -> About {
        About { back: back.into(), ..self }
    }
}

/// Something that an officer does.
pub trait Deed: Send + Sync + Sized + 'static {
    /// Its address.
    const PATH: &'static str;
    /// The page's title, which is also what the button says.
    const TITLE: &'static str;
    /// The rule that lets somebody do it.
    const ACT: Act;
    /// What it asks.
    const FIELDS: &'static [Field];

    /// What it concerns, loaded.
    fn load(context: &Context, keys: &Keys) -> impl Future<Output = Result<Self, Failure>> + Send;

    /// What it concerns: what the rule is asked about, the record above the title, the way back.
    fn about(&self) -> About;

    /// What stands above the form: consequences, working, warnings.
    fn before(&self) -> Markup {
        html! {}
    }

    /// Whether there is anything to do it to; without that the page says so and shows no form.
    fn possible(&self) -> bool {
        true
    }

    /// Why it cannot be done, to programs and above the form, where it is not possible.
    fn impossible(&self) -> String {
        "There is nothing here to do this to any more".into()
    }

    /// What a field offers to choose from.
    fn offered(&self, _field: &str) -> Vec<(String, String)> {
        Vec::new()
    }

    /// The values that a field has at first.
    fn given(&self, _field: &str) -> Vec<String> {
        Vec::new()
    }

    /// What follows from the answers, to be read before the deed is done; nothing for a deed that is done at once.
    fn consequences(&self, _context: &Context, _filled: &Filled) -> impl Future<Output = Result<Option<Markup>, Undone>> + Send {
        async { Ok(None) }
    }

    /// Does it, with its journal entry.
    fn carry_out(&self, context: &Context, filled: &Filled) -> impl Future<Output = Result<Done, Undone>> + Send;
}

/// `GET`: the form, or its fields as JSON.
pub async fn form<D: Deed>(
    State(desk): State<DeskSite>,
    visitor: Visitor,
    format: Format,
    Path(keys): Path<BTreeMap<String, String>>,
    asked: Asked,
) -> Answer {
    let context = Context::of(desk, visitor);
    context.might(D::ACT)?;
    let deed = D::load(&context, &Keys::of(keys, asked.pairs())).await?;
    context.may(D::ACT, &deed.about().subject)?;
    let value = |field: &Field| match asked.words(field.name) {
        Some(_) if field.takes_several() => {
            asked.pairs().into_iter().filter(|(name, _)| name == field.name).map(|(_, value)| value).collect()
        }
        Some(asked) => vec![asked],
        None => deed.given(field.name),
    };
    if format == Format::Json {
        let offered: BTreeMap<&str, Vec<(String, String)>> =
            D::FIELDS.iter().map(|f| (f.name, deed.offered(f.name))).filter(|(_, o)| !o.is_empty()).collect();
        let given: BTreeMap<&str, Vec<String>> =
            D::FIELDS.iter().map(|f| (f.name, deed.given(f.name))).filter(|(_, g)| !g.is_empty()).collect();
        let told = json!({ "title": D::TITLE, "concerns": deed.about().caption, "fields": D::FIELDS, "offered": offered, "given": given, "form_token": context.visitor.form_token });
        return Ok((StatusCode::OK, [(CONTENT_TYPE, "application/json")], told.to_string()).into_response());
    }
    Ok(page(&context, &deed, &value, &[]))
}

/// `POST`: does it, or says what is wrong and keeps what was typed.
pub async fn submit<D: Deed>(
    State(desk): State<DeskSite>,
    visitor: Visitor,
    format: Format,
    Path(keys): Path<BTreeMap<String, String>>,
    request: Request,
) -> Answer {
    let context = Context::of(desk, visitor);
    context.might(D::ACT)?;
    let header = request.headers().get("x-form-token").and_then(|v| v.to_str().ok()).map(str::to_string);
    let filled = Filled::read(request).await?;
    let sent = header.or_else(|| filled.words(TOKEN));
    context.visitor.checks(sent.as_deref())?;
    let deed = D::load(&context, &Keys::of(keys, filled.pairs())).await?;
    context.may(D::ACT, &deed.about().subject)?;
    let json = filled.json || format == Format::Json;
    let problems = filled.problems(D::FIELDS, |name| deed.offered(name));
    let forged = filled.forged(D::FIELDS);
    if !forged.is_empty() {
        let body = json!({ "deed": D::PATH, "fields": forged });
        context.desk.desk.refused(&context.act(), &deed.about().back, &body).await?;
    }
    if filled.get(CHECKED) == "change" {
        return Ok(page(&context, &deed, &|field| filled.all(field.name), &[]));
    }
    let done = if forged.is_empty() && !deed.possible() {
        Err(Undone::wrong("", deed.impossible()))
    } else if !problems.is_empty() {
        Err(Undone::Wrong(problems))
    } else if json || filled.get(CHECKED) == "yes" {
        deed.carry_out(&context, &filled).await
    } else {
        match deed.consequences(&context, &filled).await {
            Ok(Some(told)) => return Ok(check::page(&context, &deed, &filled, &told)),
            Ok(None) => deed.carry_out(&context, &filled).await,
            Err(undone) => Err(undone),
        }
    };
    match done {
        Ok(done) if json => Ok(answered(StatusCode::OK, &json!({ "done": true, "at": done.to, "made": done.made }))),
        Ok(Done { to, shown: Some(shown), .. }) => Ok(once::<D>(&context, &deed, &to, &shown)),
        Ok(done) => Ok(Redirect::to(&frame::told(&done.to, D::TITLE)).into_response()),
        Err(Undone::Failed(failure)) => Err(failure),
        Err(Undone::Wrong(problems)) if json => {
            let first = problems.first().map(|p| json!({ "code": "wrong", "message": p.message, "field": p.field }));
            Ok(answered(StatusCode::UNPROCESSABLE_ENTITY, &json!({ "error": first, "problems": problems })))
        }
        Err(Undone::Wrong(problems)) => {
            let typed = |field: &Field| if field.ask == Ask::Carried { deed.given(field.name) } else { filled.all(field.name) };
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&context, &deed, &typed, &problems)).into_response())
        }
    }
}

fn answered(status: StatusCode, told: &Value) -> Response {
    (status, [(CONTENT_TYPE, "application/json")], told.to_string()).into_response()
}

/// The page that shows something once. The frame has it kept nowhere.
fn once<D: Deed>(context: &Context, deed: &D, to: &str, shown: &Markup) -> Response {
    let caption = deed.about().caption;
    let body = html! {
        @if !caption.is_empty() { span.govuk-caption-l { (caption) } }
        h1.govuk-heading-l { "Done: " (D::TITLE) }
        (shown)
        p.govuk-body { a.govuk-link href=(to) { "Go on" } }
    };
    frame::page(context, &frame::Top { title: D::TITLE.into(), ..frame::Top::default() }, body)
}

fn page<D: Deed>(context: &Context, deed: &D, values: &dyn Fn(&Field) -> Vec<String>, problems: &[Problem]) -> Response {
    let with_files = D::FIELDS.iter().any(|f| f.ask == Ask::File);
    let caption = deed.about().caption;
    let body = html! {
        (errors::summary(problems))
        @if !caption.is_empty() { span.govuk-caption-l { (caption) } }
        h1.govuk-heading-l { (D::TITLE) }
        (deed.before())
        @if !deed.possible() { p.govuk-body { a.govuk-link href=(deed.about().back) { "Go back" } } } @else { form method="post" enctype=[with_files.then_some("multipart/form-data")] novalidate {
            input type="hidden" name=(TOKEN) value=(context.visitor.form_token);
            @for group in D::FIELDS.chunk_by(|a, b| a.only_if == b.only_if) {
                @let shown = html! {
                    @for field in group {
                        (Shown {
                            field,
                            form: "",
                            values: values(field),
                            offered: deed.offered(field.name),
                            problem: problems.iter().find(|p| p.field == field.name),
                        }.input())
                    }
                };
                (inputs::grouped(D::FIELDS, group, shown))
            }
            div.govuk-button-group {
                button.govuk-button type="submit" { (D::TITLE) }
                a.govuk-link href=(deed.about().back) { "Cancel" }
            }
        } }
    };
    frame::page(context, &frame::Top { title: D::TITLE.into(), wrong: !problems.is_empty(), ..frame::Top::default() }, body)
}
