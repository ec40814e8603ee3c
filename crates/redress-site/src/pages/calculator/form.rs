//! The calculator's form: the duty, and then no more fields than its clock takes. What was typed stays in them.

use maud::{Markup, html};
use redress::duty::{self, Choice, DateIs, Duty, Pick, Settings};

use crate::pages::asked::Asked;
use crate::statute::question::{Needs, Question, UNKNOWN, Wrong};
use crate::statute::words;
use crate::statute::worked::Worked;

/// The form with what was typed.
#[derive(Debug, Default)]
pub(super) struct Form {
    duty: Option<&'static Duty>,
    typed_duty: String,
    needs: Needs,
    from: Day,
    report_date: Day,
    meeting: Day,
    stated: Day,
    as_known_on: Day,
    at: String,
    period: String,
    reading: String,
    /// What the council works to where nothing is chosen.
    pub(super) works_to: Settings,
    /// What is wrong with it.
    pub(super) problems: Vec<Wrong>,
}

/// A date as it was typed: three fields, or one value of the address.
#[derive(Debug, Default)]
struct Day {
    day: String,
    month: String,
    year: String,
    unknown: bool,
}

const DATES: [&str; 5] = ["from", "report_date", "meeting", "stated", "as_known_on"];

impl Day {
    fn of(asked: &Asked, name: &str) -> Day {
        let part = |part: &str| asked.get(&format!("{name}-{part}")).to_string();
        let typed = Day { day: part("day"), month: part("month"), year: part("year"), unknown: false };
        if !typed.is_empty() {
            return typed;
        }
        let whole = asked.get(name);
        let parts: Vec<&str> = whole.split('-').collect();
        match parts.as_slice() {
            _ if whole.eq_ignore_ascii_case(UNKNOWN) => Day { unknown: true, ..Day::default() },
            [year, month, day] => Day { day: (*day).into(), month: (*month).into(), year: (*year).into(), unknown: false },
            _ => Day { day: whole.into(), ..Day::default() },
        }
    }

    fn is_empty(&self) -> bool {
        self.day.is_empty() && self.month.is_empty() && self.year.is_empty()
    }

    /// As one text: `3/3/2026`, or `3 March 2026` where the month is a word.
    fn text(&self) -> String {
        if self.unknown {
            return UNKNOWN.into();
        }
        let parts = [self.day.as_str(), self.month.as_str(), self.year.as_str()];
        let by_number = !self.month.is_empty() && self.month.bytes().all(|b| b.is_ascii_digit());
        if by_number { parts.join("/") } else { parts.join(" ").trim().to_string() }
    }

    /// What is missing of it: `a month and a year`.
    fn missing(&self) -> Option<String> {
        let parts = [(&self.day, "a day"), (&self.month, "a month"), (&self.year, "a year")];
        let missing: Vec<&str> = parts.iter().filter(|(value, _)| value.is_empty()).map(|(_, words)| *words).collect();
        // A date written whole in the first field is no date with parts missing.
        let whole = self.day.len() > 2;
        (!missing.is_empty() && !whole).then(|| missing.join(" and "))
    }
}

impl Form {
    pub(super) fn of(asked: &Asked) -> Form {
        let typed_duty = asked.get("duty").to_string();
        let duty = duty::find(&typed_duty).ok();
        Form {
            duty,
            typed_duty,
            needs: duty.map(Needs::of).unwrap_or_default(),
            from: Day::of(asked, "from"),
            report_date: Day::of(asked, "report_date"),
            meeting: Day::of(asked, "meeting"),
            stated: Day::of(asked, "stated"),
            as_known_on: Day::of(asked, "as_known_on"),
            at: asked.get("at").into(),
            period: asked.get("period").into(),
            reading: asked.get("reading").into(),
            works_to: Settings::default(),
            problems: Vec::new(),
        }
    }

    /// Whether an answer is wanted: something besides a duty was asked, or a duty that there is not.
    pub(super) fn submitted(&self, asked: &Asked) -> bool {
        let dated = DATES.iter().any(|name| asked.has(name) || asked.has(&format!("{name}-day")));
        dated || asked.has("at") || asked.has("period") || (asked.has("duty") && self.duty.is_none())
    }

    pub(super) fn question(&self) -> Question {
        Question {
            duty: self.typed_duty.clone(),
            from: self.from.text(),
            at: self.at.clone(),
            meeting: self.meeting.text(),
            report_date: self.report_date.text(),
            stated: self.stated.text(),
            period: self.period.clone(),
            as_known_on: self.as_known_on.text(),
            settings: self.setting().into_iter().collect(),
            works_to: self.works_to,
        }
    }

    fn setting(&self) -> Option<String> {
        let other = self.duty?.versions.iter().rev().find_map(|v| v.other)?;
        (!self.reading.is_empty()).then(|| format!("{}={}", words::choice(other.choice), self.reading))
    }

    /// What the address of an answer holds besides what was given.
    pub(super) fn settings(&self, worked: &Worked) -> Vec<(&'static str, String)> {
        let known = worked.as_known_on.map(|d| ("as_known_on", d.to_string()));
        let usual = worked.other_reading.as_ref().map(|other| word(self.works_to, other.choice));
        let reading = usual.filter(|usual| !self.reading.is_empty() && self.reading != *usual).map(|_| ("reading", self.reading.clone()));
        known.into_iter().chain(reading).collect()
    }

    /// The problem in the words of the form, with a field of the form.
    pub(super) fn reworded(&self, wrong: Wrong) -> Wrong {
        let field = wrong.field.map(|f| if f == "authority_setting" { "reading" } else { f });
        let day = field.and_then(|f| self.day(f)).filter(|_| wrong.code == "impossible_date");
        let message = match (day.map(Day::missing), wrong.code, field) {
            (Some(Some(missing)), ..) => format!("The date must include {missing}"),
            (Some(None), ..) => "The date must be a real date, such as 27 3 2026".into(),
            (None, "missing", Some("from")) => "Enter the date that starts the clock".into(),
            _ => words::capital(&wrong.message),
        };
        Wrong { message, field, ..wrong }
    }

    fn day(&self, field: &str) -> Option<&Day> {
        match field {
            "from" => Some(&self.from),
            "report_date" => Some(&self.report_date),
            "meeting" => Some(&self.meeting),
            "stated" => Some(&self.stated),
            "as_known_on" => Some(&self.as_known_on),
            _ => None,
        }
    }

    fn problem(&self, field: &str) -> Option<&Wrong> {
        self.problems.iter().find(|p| p.field == Some(field))
    }

    /// What is wrong, at the top of the page.
    pub(super) fn errors(&self) -> Markup {
        html! {
            @if !self.problems.is_empty() {
                div.govuk-error-summary {
                    div role="alert" {
                        h2.govuk-error-summary__title { "There is a problem" }
                        div.govuk-error-summary__body {
                            ul.govuk-list.govuk-error-summary__list {
                                @for problem in &self.problems { li { a href={ "#" (anchor(problem)) } { (problem.message) } } }
                            }
                        }
                    }
                }
            }
        }
    }

    /// The form.
    pub(super) fn show(&self) -> Markup {
        html! {
            form action="/duties/calculator" method="get" novalidate {
                (self.choose_duty())
                @match self.duty {
                    Some(duty) => {
                        (self.fields(duty))
                        button.govuk-button type="submit" { "Compute the date" }
                    },
                    None => button.govuk-button type="submit" { "Continue" },
                }
            }
        }
    }

    fn choose_duty(&self) -> Markup {
        let unknown = self.duty.is_none() && !self.typed_duty.is_empty();
        let choices = html! {
            select.govuk-select #duty name="duty" aria-describedby=[self.problem("duty").map(|_| "duty-error")] {
                option value="" { "Choose a duty" }
                @if unknown { option value=(self.typed_duty) selected { (self.typed_duty) } }
                @for (act, duties) in words::by_act(duty::all()) {
                    optgroup label=(act) {
                        @for duty in duties {
                            option value=(duty.key) selected[self.typed_duty == duty.key] { (words::provision(duty)) ": " (duty.must) }
                        }
                    }
                }
            }
        };
        self.group("duty", "Duty", "", choices)
    }

    fn fields(&self, duty: &Duty) -> Markup {
        let needs = self.needs;
        let back = duty.date_is == DateIs::LastDayToPublish;
        let asked = if back { "Which day is it counted back from?" } else { "When does the clock start?" };
        let starts = format!("{}. For example, 27 3 2026", words::capital(duty.starts.words()));
        let not_known = "Leave it empty if it is not known";
        html! {
            (self.date("from", asked, &starts, true))
            (self.text("at", "At what time?", "For example, 18:30 or 6.30 pm", &self.at, needs.at))
            (self.date("report_date", "Which date does the report carry?", not_known, needs.report_date))
            (self.date("meeting", "When is the meeting?", not_known, needs.meeting))
            (self.date("stated", "Which day is named?", "By the letter, notice or event. Leave it empty if none is", needs.stated))
            (self.text("period", "Which period is set?", "By the decision, letter or constitution. For example, 5 days or 3 months", &self.period, needs.period))
            (self.choose_reading(duty))
            @if needs.holidays || !self.as_known_on.is_empty() {
                details.govuk-details open[!self.as_known_on.is_empty()] {
                    summary.govuk-details__summary { span.govuk-details__summary-text { "Explain an old calculation" } }
                    div.govuk-details__text {
                        (self.date("as_known_on", "On which day was it made?", "The bank holidays are then those that were known at the end of that day", true))
                    }
                }
            }
            @if needs.from && !self.from.unknown {
                p.govuk-body {
                    a.govuk-link href=(super::of_given(duty.key, &duty::Inputs::NOTHING)) { "What can be said if the date is not known" }
                }
            }
        }
    }

    fn choose_reading(&self, duty: &Duty) -> Markup {
        let version = duty.versions.iter().rev().find_map(|v| Some((v.reading, v.other?)));
        let Some((first, other)) = version else { return html! {} };
        let usual = word(self.works_to, other.choice);
        let chosen = if self.reading.is_empty() { usual } else { self.reading.as_str() };
        let select = html! {
            select.govuk-select #reading name="reading" aria-describedby={ "reading-hint" @if self.problem("reading").is_some() { " reading-error" } } {
                @for (value, words) in [("first", first), ("second", other.reading)] {
                    // What the council works to needs no word in the address.
                    option value=(if value == usual { "" } else { value }) selected[value == chosen] { (words::capital(words)) }
                }
            }
        };
        self.group("reading", other.choice.question(), "Which reading the council works to. Both are shown", select)
    }

    fn text(&self, name: &'static str, label: &str, hint: &str, value: &str, needed: bool) -> Markup {
        if !needed && value.is_empty() {
            return html! {};
        }
        let described = if self.problem(name).is_some() { format!("{name}-hint {name}-error") } else { format!("{name}-hint") };
        let input =
            html! { input.govuk-input.govuk-input--width-10 id=(name) name=(name) type="text" value=(value) aria-describedby=(described); };
        self.group(name, label, hint, input)
    }

    /// A label, a hint, what is wrong, and the field.
    fn group(&self, name: &str, label: &str, hint: &str, field: Markup) -> Markup {
        let problem = self.problem(name);
        html! {
            div class={ "govuk-form-group" @if problem.is_some() { " govuk-form-group--error" } } {
                label.govuk-label.govuk-label--s for=(name) { (label) }
                @if !hint.is_empty() { div.govuk-hint id={ (name) "-hint" } { (hint) } }
                (message(name, problem))
                (field)
            }
        }
    }

    /// Day, month and year under one question.
    fn date(&self, name: &'static str, question: &str, hint: &str, needed: bool) -> Markup {
        let Some(typed) = self.day(name).filter(|day| needed || !day.is_empty()) else { return html! {} };
        let problem = self.problem(name);
        let described = if problem.is_some() { format!("{name}-hint {name}-error") } else { format!("{name}-hint") };
        let parts = [("day", "Day", &typed.day, 2), ("month", "Month", &typed.month, 2), ("year", "Year", &typed.year, 4)];
        html! {
            div class={ "govuk-form-group" @if problem.is_some() { " govuk-form-group--error" } } {
                fieldset.govuk-fieldset aria-describedby=(described) {
                    legend.govuk-fieldset__legend.govuk-fieldset__legend--s { (question) }
                    div.govuk-hint id={ (name) "-hint" } { (hint) }
                    (message(name, problem))
                    div.govuk-date-input id=(name) {
                        @for (part, label, value, width) in parts {
                            div.govuk-date-input__item {
                                div.govuk-form-group {
                                    label.govuk-label.govuk-date-input__label for={ (name) "-" (part) } { (label) }
                                    input class={ "govuk-input govuk-date-input__input govuk-input--width-" (width) @if problem.is_some() { " govuk-input--error" } }
                                        id={ (name) "-" (part) } name={ (name) "-" (part) } type="text" inputmode="numeric" value=(value);
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What is wrong with a field, beside it.
fn message(name: &str, problem: Option<&Wrong>) -> Markup {
    html! {
        @if let Some(problem) = problem {
            p.govuk-error-message id={ (name) "-error" } { span.govuk-visually-hidden { "Error: " } (problem.message) }
        }
    }
}

/// The field that a problem leads to: the first of a date's three.
fn anchor(problem: &Wrong) -> String {
    match problem.field {
        Some(field) if DATES.contains(&field) => format!("{field}-day"),
        Some(field) => field.into(),
        None => "main-content".into(),
    }
}
/// The word for the reading of a choice that settings pick.
fn word(settings: Settings, choice: Choice) -> &'static str {
    match settings.pick(choice) {
        Pick::First => "first",
        Pick::Second => "second",
    }
}
