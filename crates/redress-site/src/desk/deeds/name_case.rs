//! Giving a placeholder its reference, once it is known. Links, papers and recommendations stay with it.

use redress::access::Act;
use redress::ombudsman::follows::CaseKey;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::case::{self, Loaded};
use crate::failure::Failure;

/// Naming a case.
pub struct NameCase {
    loaded: Loaded,
}

impl Deed for NameCase {
    const PATH: &'static str = "/desk/cases/{case}/name";
    const TITLE: &'static str = "Fill in the reference";
    const ACT: Act = Act::LinkCases;
    const FIELDS: &'static [Field] = &[Field::new("reference", "Reference", Ask::Line).hint("For example, 23 900 002")];

    async fn load(context: &Context, keys: &Keys) -> Result<NameCase, Failure> {
        let loaded = case::load(context, keys.number("case")?).await?;
        match loaded.case.key {
            CaseKey::Placeholder(_) => Ok(NameCase { loaded }),
            CaseKey::Known(_) => Err(Failure::NotFound),
        }
    }

    fn about(&self) -> About {
        About::of(self.loaded.subject.clone()).caption(self.loaded.title()).back(self.loaded.address())
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let reference = filled
            .get("reference")
            .parse()
            .map_err(|_| Undone::wrong("reference", "Reference must be eight digits, such as 23 900 002"))?;
        if !context.desk.desk.name_case(self.loaded.case.id, &CaseKey::Known(reference), &context.act()).await? {
            return Err(Undone::wrong("reference", format!("{reference} is on record as another case; link the two instead")));
        }
        Ok(Done::at(self.about().back))
    }
}
