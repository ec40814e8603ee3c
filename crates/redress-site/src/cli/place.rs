//! Where the stores are: the data folder, or a database and a file store named apart.

use std::path::PathBuf;

use anyhow::Context;
use clap::Args;
use redress::calendar::Calendar;
use redress_store::blob::Blobs;
use redress_store::db::Address;
use redress_store::desk::Desk;
use redress_store::register::Register;
use redress_store::search::Search;

use crate::statute::holidays;

/// Flags that every command with a store takes; each may also be set in the environment.
#[derive(Debug, Clone, Args)]
pub struct Place {
    /// The data folder: databases, kept files, search index
    #[arg(long, global = true, env = "REDRESS_DATA", default_value = "redress-data", value_name = "DIR")]
    pub data: PathBuf,
    /// sqlite:PATH or postgres://…; without it, SQLite in the data folder
    #[arg(long, global = true, env = "REDRESS_DATABASE", hide_env_values = true, value_name = "URL")]
    pub database: Option<String>,
    /// A folder or s3://bucket/prefix for kept files; without it, `files` in the data folder
    #[arg(long, global = true, env = "REDRESS_FILES", value_name = "DIR|s3://…")]
    pub files: Option<String>,
}

impl Place {
    /// Everything in one folder.
    pub fn folder(data: PathBuf) -> Place {
        Place { data, database: None, files: None }
    }

    /// The databases.
    pub fn address(&self) -> anyhow::Result<Address> {
        match &self.database {
            Some(url) => Ok(url.parse()?),
            None => Ok(Address::File(self.data.join("desk.db"))),
        }
    }

    /// The kept files.
    pub fn blobs(&self) -> anyhow::Result<Blobs> {
        let folder = self.data.join("files");
        let address = match &self.files {
            Some(address) => address.clone(),
            None => folder.to_str().context("the data folder's name is not readable text; use --data with another")?.to_string(),
        };
        Ok(Blobs::open(&address)?)
    }

    /// The desk and the register, made where they are missing.
    pub async fn stores(&self) -> anyhow::Result<(Desk, Register)> {
        self.make_folder()?;
        let (address, blobs) = (self.address()?, self.blobs()?);
        Ok((Desk::open(&address, blobs.clone()).await?, Register::open(&address, blobs).await?))
    }

    /// The register alone, for reading.
    pub async fn register(&self) -> anyhow::Result<Register> {
        self.must_exist()?;
        Ok(Register::open_read_only(&self.address()?, self.blobs()?).await?)
    }

    /// The bank holidays that this council imported; the built-in ones where none were, or where no council has been made.
    pub async fn calendar(&self) -> anyhow::Result<Calendar> {
        if self.must_exist().is_err() {
            return Ok(Calendar::england().clone());
        }
        let register = self.register().await?;
        let calendar = holidays::kept(&register).await;
        register.close().await;
        calendar
    }

    /// This node's search index.
    pub fn search(&self) -> anyhow::Result<Search> {
        Ok(Search::open(&self.data.join("search"))?)
    }

    /// Refuses where no council has been made yet, rather than make an empty one by mistake.
    pub fn must_exist(&self) -> anyhow::Result<()> {
        if let Address::File(path) = self.address()? {
            let register = Address::file(&path, redress_store::db::Store::Register);
            anyhow::ensure!(
                register.exists(),
                "there is no council in {}: make one with `redress init` or `redress import`, or name another place with --data",
                self.data.display()
            );
        }
        Ok(())
    }

    /// Makes the data folder.
    pub fn make_folder(&self) -> anyhow::Result<()> {
        std::fs::create_dir_all(&self.data).with_context(|| format!("the folder {} could not be made", self.data.display()))
    }
}
