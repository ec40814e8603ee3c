//! What stands above a form of the workspace: why it is closed, the motion that is being amended, the texts that stand.

use maud::{Markup, html};

use super::Room;
use crate::desk::deeds::workspace::write::part_of;
use crate::layout::verbatim;

impl Room {
    /// Why nothing may be taken down; nothing where it may.
    pub fn told_above(&self) -> Markup {
        html! { @if let Some(why) = &self.closed { p.govuk-body { (why) "." } } }
    }

    /// The words of the motion that an amendment would change.
    pub fn motion_above(&self) -> Markup {
        html! {
            (self.told_above())
            @if let Some(before) = self.given("before").first() {
                h2.govuk-heading-s { "The motion now reads" }
                (verbatim::record(before))
            }
        }
    }

    /// The texts that stand under the item that was asked for; two side by side where two clerks wrote at once.
    pub fn texts_above(&self) -> Markup {
        let versions = self.standing().unwrap_or_default();
        html! {
            (self.told_above())
            @if versions.len() > 1 {
                p.govuk-body { "These were written at once. Make one text of them: it takes the place of all of them, and each stays in the log." }
                @for version in &versions {
                    h2.govuk-heading-s { (version.by) " wrote" }
                    (verbatim::record(&version.words))
                }
            }
        }
    }

    fn standing(&self) -> Option<Vec<redress::workspace::Version>> {
        let number = self.given("items").first().cloned()?;
        let part = part_of(self.asked_first("part").unwrap_or("discussion"));
        if !self.reads(&number) {
            return None;
        }
        Some(self.record.text(&number, part)?.stand.clone())
    }

    /// The words that the form has at first: what stands, or both texts one after the other.
    pub fn standing_words(&self) -> Vec<String> {
        if let Some(typed) = self.asked_first("words") {
            return vec![typed.into()];
        }
        let versions = self.standing().unwrap_or_default();
        if versions.is_empty() { Vec::new() } else { vec![versions.iter().map(|v| v.words.as_str()).collect::<Vec<_>>().join("\n\n")] }
    }

    /// The part that was asked for.
    pub fn asked_part(&self) -> Option<String> {
        self.asked_first("part").map(str::to_string)
    }

    /// The number of the next item of the agenda that was not called yet.
    pub fn next_item(&self, field: &str) -> Vec<String> {
        if field != "item" || self.asked_first("item").is_some() {
            return self.given(field);
        }
        let next = self.items.iter().map(|i| &i.item.number).find(|number| !self.record.order.contains(number));
        next.cloned().into_iter().collect()
    }

    /// The words of the motion that was carried in the item that is being taken: what is resolved, as a rule.
    pub fn carried_words(&self) -> Vec<String> {
        let item = self.given("item").first().cloned().unwrap_or_default();
        let carried = self.record.motions.iter().rfind(|m| m.item == item && m.carried());
        let readable = carried.filter(|m| self.reads(&m.item) && !self.is_exclusion(m));
        readable.map(|m| m.words().to_string()).into_iter().collect()
    }

    /// A motion to exclude the public resolves nothing of the item itself.
    fn is_exclusion(&self, motion: &redress::workspace::Motion) -> bool {
        self.record.excluded.contains_key(&motion.item) && motion.words().contains("Schedule 12A, paragraph")
    }
}
