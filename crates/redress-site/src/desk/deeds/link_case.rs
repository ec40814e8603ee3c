//! Saying which case follows which. A circle is refused; nothing is copied from one to the other.

use redress::access::Act;
use redress::ombudsman::follows::{CaseKey, Relation};

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::case::{self, Loaded};
use crate::failure::Failure;

/// Linking two cases.
pub struct LinkCase {
    loaded: Loaded,
}

impl Deed for LinkCase {
    const PATH: &'static str = "/desk/cases/{case}/link";
    const TITLE: &'static str = "Say which case this one follows";
    const ACT: Act = Act::LinkCases;
    const FIELDS: &'static [Field] = &[
        Field::new("earlier", "Reference of the earlier case", Ask::Line).hint("Of a joint paper, the other case"),
        Field::new("relation", "How they belong together", Ask::One(Relation::CHOICES)),
        Field::new("paper", "Paper that says so", Ask::Line).optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<LinkCase, Failure> {
        Ok(LinkCase { loaded: case::load(context, keys.number("case")?).await? })
    }

    fn about(&self) -> About {
        About::of(self.loaded.subject.clone()).caption(self.loaded.title()).back(self.loaded.address())
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let desk = &context.desk.desk;
        let key = CaseKey::read(filled.get("earlier")).map_err(|_| Undone::wrong("earlier", "Give a reference, such as 22 002 824"))?;
        let unknown = || Undone::wrong("earlier", format!("There is no case {key} here: register its paper first"));
        let found = desk.case_of(&key).await?.ok_or_else(unknown)?;
        // Linking to a case that this person may not read would tell of it.
        let earlier = case::load(context, found.id).await.map_err(|_| unknown())?;
        let relation = Relation::of_word(filled.get("relation")).ok_or_else(|| Undone::wrong("relation", "Choose one"))?;
        let paper = filled.words("paper");
        let linked =
            desk.link_cases(&self.loaded.case, &earlier.case, relation, paper.as_deref(), context.now.date(), &context.act()).await?;
        linked.map_err(|why| Undone::wrong("earlier", why.to_string()))?;
        Ok(Done::at(self.about().back))
    }
}
