//! Adding a version of a paper's file, looked into as it arrives: what it is by its content, and what is hidden in it.

use redress::access::{Act, Subject};
use redress_paper::{Limits, Looked};
use redress_store::desk::work::paper::{PaperVersion, WorkingPaper};

use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::{Filled, Sent};
use crate::desk::pages::paper;
use crate::failure::Failure;

/// Adding a version.
pub struct AddVersion {
    paper: WorkingPaper,
    subject: Subject,
}

const PURPOSES: &[(&str, &str)] = &[("whole", "The whole paper"), ("redacted", "A copy for the public, without what others may not read")];

impl Deed for AddVersion {
    const PATH: &'static str = "/desk/papers/{paper}/add-version";
    const TITLE: &'static str = "Add a version";
    const ACT: Act = Act::AddPaper;
    const FIELDS: &'static [Field] = &[Field::new("purpose", "What it is", Ask::One(PURPOSES)), Field::new("file", "File", Ask::File)];

    async fn load(context: &Context, keys: &Keys) -> Result<AddVersion, Failure> {
        let (paper, subject) = paper::load(context, keys.number("paper")?).await?;
        Ok(AddVersion { paper, subject })
    }

    fn about(&self) -> About {
        About::of(self.subject.clone()).caption(self.paper.title.clone()).back(format!("/desk/papers/{}", self.paper.id))
    }

    fn given(&self, field: &str) -> Vec<String> {
        if field == "purpose" { vec!["whole".into()] } else { Vec::new() }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let Some(file) = filled.file("file") else { return Err(Undone::wrong("file", "Choose a file")) };
        let looked = looked_at(context, file).await?;
        let version = keep(context, self.paper.id, file, &looked, filled.get("purpose") == "redacted").await?;
        Ok(Done::made(self.about().back, serde_json::json!({ "version": version, "found": looked.findings })))
    }
}

/// Looks into a file; what cannot be taken is refused in words beside the field.
pub(super) async fn looked_at(context: &Context, file: &Sent) -> Result<Looked, Undone> {
    let (bytes, name) = (file.bytes.clone(), file.name.clone());
    let scanner = context.desk.scanner.clone();
    let looking = tokio::task::spawn_blocking(move || {
        let looked = redress_paper::look(&bytes, &name, &Limits::default()).map_err(|refused| refused.to_string())?;
        match scanner.as_deref().map(|address| redress_paper::clamd::scan(address, &bytes, std::time::Duration::from_secs(60))) {
            None | Some(Ok(redress_paper::clamd::Verdict::Clean)) => Ok(looked),
            Some(Ok(redress_paper::clamd::Verdict::Infected(what))) => Err(format!("The virus scanner refuses this file: {what}")),
            Some(Err(_)) => Err("The virus scanner does not answer, so no file is taken. Try again in a few minutes".into()),
        }
    });
    match looking.await {
        Ok(Ok(looked)) => Ok(looked),
        Ok(Err(words)) => Err(Undone::wrong("file", words)),
        Err(_) => Err(Undone::wrong("file", "The file could not be read. Save it again from the program that made it")),
    }
}

/// Keeps a file that was looked into.
pub(super) async fn keep(context: &Context, paper: i64, file: &Sent, looked: &Looked, redacted: bool) -> Result<i64, Undone> {
    let new = PaperVersion {
        working_paper_id: paper,
        name: file.name.clone(),
        media: looked.media.words().into(),
        bytes: i64::try_from(file.bytes.len()).unwrap_or(i64::MAX),
        pages: looked.pages.map(i64::from),
        looked: serde_json::to_string(looked).unwrap_or_default(),
        redacted,
        added_by: context.account(),
        ..PaperVersion::default()
    };
    let version = context.desk.desk.add_version(&new, &file.bytes, &context.act()).await?;
    let (bytes, looked) = (file.bytes.clone(), looked.clone());
    // Words that cannot be read are no reason to refuse the file.
    if let Ok(Some(words)) = tokio::task::spawn_blocking(move || redress_paper::words(&bytes, &looked)).await {
        context.desk.desk.keep_words(&redress_store::chain::sha256(&file.bytes), &words).await?;
    }
    Ok(version)
}
