//! The council's colour, for the band at the top of its pages and for links.

use redress::access::{Act, Subject};

use crate::colour::{Colour, USUAL};
use crate::council::COLOUR;
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::failure::Failure;

/// Changing the colour.
pub struct SetColour {
    now: Colour,
}

impl Deed for SetColour {
    const PATH: &'static str = "/desk/settings/colour";
    const TITLE: &'static str = "Change the council’s colour";
    const ACT: Act = Act::ChangeSettings;
    const FIELDS: &'static [Field] = &[Field::new("colour", "Colour", Ask::Line)
        .hint("Six hexadecimal digits, such as #0b5351. Leave empty for the usual one")
        .optional()];

    async fn load(context: &Context, _: &Keys) -> Result<SetColour, Failure> {
        Ok(SetColour { now: context.desk.site.council().colour.unwrap_or(USUAL) })
    }

    fn about(&self) -> About {
        About::of(Subject::council()).back("/desk/settings")
    }

    fn given(&self, _: &str) -> Vec<String> {
        vec![self.now.hex()]
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let text = match filled.words("colour") {
            None => String::new(),
            Some(typed) => {
                let read = Colour::read(&typed)
                    .ok_or_else(|| Undone::wrong("colour", "Colour must be six hexadecimal digits, such as #0b5351"))?;
                if !read.is_readable() {
                    let words =
                        format!("This colour is too light to be read: its contrast is {:.1} to 1, and must be 4.5 to 1", read.contrast());
                    return Err(Undone::wrong("colour", words));
                }
                read.hex()
            }
        };
        context.desk.keep_settings(&[(COLOUR, &text)], &context.act()).await?;
        Ok(Done::at(self.about().back))
    }
}
