//! Filing a file that shows what a recommendation needs, looked into as it arrives. Nobody files it twice under one name.

use maud::{Markup, html};
use redress::access::Act;
use redress_store::chain::sha256;
use redress_store::desk::work::evidence::KeptEvidence;
use redress_store::desk::work::recommendation::KeptRecommendation;

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::evidence::{self, Shown, filed};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::case::Loaded;
use crate::desk::pages::recommendation;
use crate::failure::Failure;

/// Filing evidence.
pub struct FileEvidence {
    kept: KeptRecommendation,
    loaded: Loaded,
    shown: Shown,
}

impl Deed for FileEvidence {
    const PATH: &'static str = "/desk/recommendations/{recommendation}/file-evidence";
    const TITLE: &'static str = "File evidence";
    const ACT: Act = Act::FileEvidence;
    const FIELDS: &'static [Field] =
        &[Field::new("number", "What the file shows", Ask::OneOf), Field::new("file", "File", Ask::File).hint("At most 100 MB")];

    async fn load(context: &Context, keys: &Keys) -> Result<FileEvidence, Failure> {
        let (kept, loaded) = recommendation::load(context, keys.number("recommendation")?).await?;
        let shown = evidence::of(context, kept.id).await?;
        Ok(FileEvidence { kept, loaded, shown })
    }

    fn about(&self) -> About {
        About::of(self.loaded.subject.clone())
            .caption(recommendation::title(&self.kept))
            .back(format!("/desk/recommendations/{}", self.kept.id))
    }

    fn before(&self) -> Markup {
        html! {
            @if self.shown.required.is_empty() {
                p.govuk-body { "Nobody has said yet what evidence is needed. " a.govuk-link href={ (self.about().back) "/require" } { "Say it first" } "." }
            } @else {
                p.govuk-body { "A file goes to the Ombudsman as it is. What is hidden in it, such as comments or the names of authors, is listed when it is filed." }
            }
        }
    }

    fn possible(&self) -> bool {
        !self.shown.required.is_empty()
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        if field != "number" {
            return Vec::new();
        }
        self.shown.required.iter().map(|r| (r.number.to_string(), r.words.clone())).collect()
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let file = filled.file("file").ok_or_else(|| Undone::wrong("file", "Choose a file"))?;
        let authority = context.desk.site.authority();
        let key = self.kept.tracked.asked().key();
        let mut new = KeptEvidence {
            recommendation_id: self.kept.id,
            number: filled.number("number").unwrap_or(0),
            name: file.name.trim().to_string(),
            sha256: sha256(&file.bytes),
            bytes: i64::try_from(file.bytes.len()).unwrap_or(i64::MAX),
            filed_by: context.visitor.signed_in.name.clone(),
            filed_at: context.now.timestamp().to_string(),
            ..KeptEvidence::default()
        };
        let mut wrong = filed(&new, &key, &authority).check(&authority, &self.shown.required(&key));
        for about in wrong.iter_mut().filter(|w| w.field != "number") {
            about.field = "file".into();
        }
        if !wrong.is_empty() {
            return Err(Undone::fields(Self::FIELDS, wrong));
        }
        if self.shown.filed.iter().any(|e| e.number == new.number && e.name.to_lowercase() == new.name.to_lowercase()) {
            return Err(Undone::wrong(
                "file",
                format!("{} is filed for this already. Give the file another name, or withdraw the other one", new.name),
            ));
        }
        let looked = super::add_version::looked_at(context, file).await?;
        new.media = looked.media.words().into();
        new.looked = serde_json::to_string(&looked).unwrap_or_default();
        let id = context.desk.desk.file_evidence(&new, &file.bytes, &context.act()).await?;
        Ok(Done::made(self.about().back, serde_json::json!({ "evidence": id, "sha256": new.sha256, "found": looked.findings })))
    }
}
