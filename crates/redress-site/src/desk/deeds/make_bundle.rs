//! Making up the evidence of one deadline for the Ombudsman: a letter, an index of what shows what, the files, and their hashes.

use maud::{Markup, html};
use redress::access::Act;
use redress::ombudsman::bundle::{COVER, CannotBundle, Covering, FileEntry, Manifest, Parts, cover, manifest, next};
use redress::ombudsman::evidence::Required;
use redress_store::chain::sha256;
use redress_store::desk::work::bundle::Making;
use redress_store::desk::work::recommendation::KeptRecommendation;
use serde_json::json;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::evidence::{self, Shown, asked};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::bundle::index;
use crate::desk::pages::case::{self, Loaded};
use crate::failure::Failure;

/// Making a bundle.
pub struct MakeBundle {
    loaded: Loaded,
    all: Vec<(KeptRecommendation, Shown)>,
    given: Vec<i64>,
    letter: String,
}

impl Deed for MakeBundle {
    const PATH: &'static str = "/desk/cases/{case}/bundle";
    const TITLE: &'static str = "Make a bundle for the Ombudsman";
    const ACT: Act = Act::SendEvidence;
    const FIELDS: &'static [Field] = &[
        Field::new("recommendations", "For which recommendations", Ask::AnyOf),
        Field::new("letter", "Letter", Ask::Text)
            .hint("Drafted from the record. Change it as you like; unchanged or left blank, it follows what you choose above")
            .optional(),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<MakeBundle, Failure> {
        let loaded = case::load(context, keys.number("case")?).await?;
        let desk = &context.desk.desk;
        let mut kept = desk.recommendations_of_case(loaded.case.id).await?;
        for carried in desk.carried_into(loaded.case.id).await? {
            if case::load(context, carried.case_file_id).await.is_ok() {
                kept.push(carried);
            }
        }
        let given = next(kept.iter().map(|r| &r.tracked)).into_iter().map(|at| kept[at].id).collect();
        let mut all = Vec::with_capacity(kept.len());
        for recommendation in kept {
            let shown = evidence::of(context, recommendation.id).await?;
            all.push((recommendation, shown));
        }
        let mut deed = MakeBundle { loaded, all, given, letter: String::new() };
        deed.letter = deed.drafted(context, &deed.given);
        Ok(deed)
    }

    fn about(&self) -> About {
        About::of(self.loaded.subject.clone()).caption(self.loaded.title()).back(format!("{}/evidence", self.loaded.address()))
    }

    fn before(&self) -> Markup {
        html! {
            @if !self.possible() { p.govuk-body { "This case has no recommendation." } }
            @for (recommendation, shown) in self.all.iter().filter(|(r, _)| self.given.contains(&r.id)) {
                @for words in shown.missing(&recommendation.tracked.asked().key()) {
                    div.govuk-inset-text { "Nothing shows “" (words) "” of recommendation " (recommendation.tracked.asked().key()) " yet." }
                }
            }
        }
    }

    fn possible(&self) -> bool {
        !self.all.is_empty()
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        if field != "recommendations" {
            return Vec::new();
        }
        let due = |r: &KeptRecommendation| r.tracked.asked().original().map_or("no date".into(), redress::day::long);
        self.all
            .iter()
            .map(|(r, _)| (r.id.to_string(), format!("{}, {}: {}", r.tracked.asked().key(), due(r), r.tracked.asked().text())))
            .collect()
    }

    fn given(&self, field: &str) -> Vec<String> {
        match field {
            "recommendations" => self.given.iter().map(ToString::to_string).collect(),
            "letter" => vec![self.letter.clone()],
            _ => Vec::new(),
        }
    }

    async fn consequences(&self, context: &Context, filled: &Filled) -> Result<Option<Markup>, Undone> {
        let (manifest, letter) = self.made(context, filled)?;
        Ok(Some(html! {
            p.govuk-body { "The bundle holds this and nothing else. It cannot be changed once it is made; another one can be made. It is not sent by making it." }
            (index(&manifest))
            h2.govuk-heading-m { "The letter" }
            div.govuk-inset-text { @for line in letter.lines() { (line) br; } }
        }))
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let (manifest, letter) = self.made(context, filled)?;
        let chosen = chosen(filled);
        let making = Making { case: self.loaded.case.id, manifest: &manifest, cover: &letter, recommendations: &chosen };
        let id = context.desk.desk.make_bundle(&making, &context.act()).await?;
        let hash = sha256(manifest.canonical().as_bytes());
        Ok(Done::made(format!("/desk/bundles/{id}"), json!({ "bundle": id, "sha256": hash })))
    }
}

fn chosen(filled: &Filled) -> Vec<i64> {
    let mut chosen: Vec<i64> = filled.all("recommendations").iter().filter_map(|id| id.parse().ok()).collect();
    chosen.sort_unstable();
    chosen.dedup();
    chosen
}

impl MakeBundle {
    fn of<'a>(&'a self, chosen: &'a [i64]) -> impl Iterator<Item = &'a (KeptRecommendation, Shown)> {
        self.all.iter().filter(|(r, _)| chosen.contains(&r.id))
    }

    fn required(&self, chosen: &[i64]) -> Vec<Required> {
        self.of(chosen).flat_map(|(r, shown)| shown.required(&r.tracked.asked().key())).collect()
    }

    fn drafted(&self, context: &Context, chosen: &[i64]) -> String {
        cover(&Covering {
            authority: &context.desk.site.authority(),
            case: &self.loaded.case.key.to_string(),
            on: context.now.date(),
            by: &context.visitor.signed_in.name,
            asked: &asked(self.of(chosen).map(|(r, _)| r)),
            required: &self.required(chosen),
        })
    }

    /// What the bundle holds, and its letter; or what is not shown.
    fn made(&self, context: &Context, filled: &Filled) -> Result<(Manifest, String), Undone> {
        let chosen = chosen(filled);
        // A letter that nobody changed speaks of what was chosen, not of what was given at first.
        let letter = match filled.get("letter") {
            unchanged if unchanged.is_empty() || unchanged == self.letter.trim() => self.drafted(context, &chosen),
            own => own.to_string(),
        };
        let authority = context.desk.site.authority();
        let case = self.loaded.case.key.to_string();
        let filed: Vec<_> = self.of(&chosen).flat_map(|(r, shown)| shown.filed(&r.tracked.asked().key(), &authority)).collect();
        let at = context.now.timestamp();
        let by = context.visitor.signed_in.name.clone();
        let bytes = letter.len() as u64;
        let cover = FileEntry { name: COVER.into(), sha256: sha256(letter.as_bytes()), bytes, filed_by: by, filed_at: at };
        let asked = asked(self.of(&chosen).map(|(r, _)| r));
        let deadline = asked.iter().filter_map(|(_, _, due_on)| *due_on).min();
        let required = self.required(&chosen);
        let parts =
            Parts { authority: &authority, case: &case, deadline, made_at: at, cover, asked: &asked, required: &required, filed: &filed };
        let made = manifest(&parts).map_err(|why| Undone::wrong("recommendations", in_words(&why)))?;
        Ok((made, letter))
    }
}

fn in_words(why: &CannotBundle) -> String {
    match why {
        CannotBundle::Missing(r) => {
            format!("Nothing shows “{}” of recommendation {}. File it first, or say that it is not needed", r.words, r.recommendation)
        }
        CannotBundle::NothingRequired(key) => format!("Say first what evidence recommendation {key} needs"),
        CannotBundle::SameName(name) => format!("Two files are called {name}. Withdraw one, and file it under another name"),
        CannotBundle::TooLarge(_) => why.to_string(),
    }
}
