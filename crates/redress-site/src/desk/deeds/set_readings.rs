//! Which of two readings of the law the council works to. Both stay shown beside every date.

use maud::{Markup, html};
use redress::access::{Act, Subject};
use redress::duty::{self, Choice, Pick, Settings};

use crate::council::READINGS;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::failure::Failure;
use crate::statute::words;

/// Changing the readings.
pub struct SetReadings {
    now: Settings,
}

type Readings = &'static [(&'static str, &'static str)];

const RECEIPT: Readings = &[("first", "From receipt"), ("second", "From the date of the report")];
const CLEAR: Readings = &[("first", "Working days"), ("second", "Calendar days")];
const LONG: Readings = &[("first", "Calendar days"), ("second", "Working days")];
const SECOND_PERIOD: Readings = &[("first", "With the last day of the first"), ("second", "The day after it")];
const COUNTED: Readings = &[("first", "It is counted"), ("second", "It is not counted")];
const INVESTIGATION: Readings = &[("first", "Only after the Ombudsman investigated"), ("second", "Without an investigation too")];

impl Deed for SetReadings {
    const PATH: &'static str = "/desk/settings/readings";
    const TITLE: &'static str = "Change readings of the law";
    const ACT: Act = Act::ChangeSettings;
    const FIELDS: &'static [Field] = &[
        Field::new("receipt_or_report_date", "Do the three months run from receipt, or from the date of the report?", Ask::One(RECEIPT)),
        Field::new("clear_days", "Are five clear days working days or calendar days?", Ask::One(CLEAR)),
        Field::new("long_clear_days", "Are 28 clear days calendar days or working days?", Ask::One(LONG)),
        Field::new("document_clear_days", "Are ten clear days for documents calendar days or working days?", Ask::One(LONG)),
        Field::new(
            "end_of_second_three_months",
            "Do the second three months begin with the last day of the first, or the day after?",
            Ask::One(SECOND_PERIOD),
        ),
        Field::new(
            "named_day_counted",
            "Is the first day counted: the day that a notice names, or that of the first edition?",
            Ask::One(COUNTED),
        ),
        Field::new(
            "section_five_investigation",
            "Does a section 5 report on maladministration need an investigation by the Ombudsman?",
            Ask::One(INVESTIGATION),
        ),
    ];

    async fn load(context: &Context, _: &Keys) -> Result<SetReadings, Failure> {
        Ok(SetReadings { now: context.readings() })
    }

    fn about(&self) -> About {
        About::of(Subject::council()).back("/desk/settings")
    }

    fn before(&self) -> Markup {
        html! {
            p.govuk-body { "Where the law can be read in two ways, every date shows both. These say which one the council works to; alarms go by the safer." }
            p.govuk-body { "Where each choice arises:" }
            ul.govuk-list.govuk-list--bullet { @for choice in Choice::ALL { li { (arises(choice)) } } }
        }
    }

    fn given(&self, field: &str) -> Vec<String> {
        let choice = Choice::ALL.into_iter().find(|choice| words::choice(*choice) == field);
        choice.map(|choice| word(self.now.pick(choice)).into()).into_iter().collect()
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let pick = |choice| if filled.get(&words::choice(choice)) == "second" { Pick::Second } else { Pick::First };
        let readings = Choice::ALL.into_iter().fold(Settings::default(), |settings, choice| settings.with(choice, pick(choice)));
        let text = serde_json::to_string(&readings).map_err(|e| Failure::Store(e.to_string().into()))?;
        context.desk.keep_settings(&[(READINGS, &text)], &context.act()).await?;
        Ok(Done::at(self.about().back))
    }
}

fn word(pick: Pick) -> &'static str {
    match pick {
        Pick::First => "first",
        Pick::Second => "second",
    }
}

/// The question, with a link to a duty that depends on it.
pub fn arises(choice: Choice) -> Markup {
    let depends = |duty: &&duty::Duty| duty.versions.iter().any(|v| v.other.is_some_and(|other| other.choice == choice));
    html! {
        @match duty::all().find(depends) {
            Some(duty) => { a.govuk-link href={ "/duties/" (duty.key) } { (choice.question()) } },
            None => (choice.question()),
        }
    }
}

/// The words of the reading that the council works to.
pub fn chosen(settings: Settings, choice: Choice) -> &'static str {
    let field = SetReadings::FIELDS.iter().find(|field| field.name == words::choice(choice));
    let readings = field.and_then(Field::fixed).unwrap_or(&[]);
    readings.iter().find(|(value, _)| *value == word(settings.pick(choice))).map_or("", |(_, words)| words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_is_asked_in_its_own_words_and_arises_somewhere() {
        for choice in Choice::ALL {
            let field = SetReadings::FIELDS.iter().find(|f| f.name == words::choice(choice)).expect("a field");
            assert_eq!(field.label, choice.question());
            assert!(arises(choice).into_string().contains("/duties/"), "{choice:?}");
            assert!(!chosen(Settings::default(), choice).is_empty());
        }
        assert_eq!(SetReadings::FIELDS.len(), Choice::ALL.len());
    }
}
