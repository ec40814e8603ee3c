//! Flags of `redress serve` about signing in and letters; what is secret may be set in the environment or a file.

use std::convert::Infallible;
use std::path::PathBuf;

use anyhow::Context;
use clap::Args;
use jiff::SignedDuration;
use redress::sign_in::secret::Secret;
use redress::sign_in::session::Limits;

use crate::sign_in::mail::Mail;
use crate::sign_in::provider::Provider;
use crate::sign_in::provider::groups::Groups;
use crate::sign_in::settings::Settings;

/// Signing in.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Signing in")]
pub struct SignIn {
    /// Minutes without a request after which somebody is signed out
    #[arg(long, env = "REDRESS_IDLE_MINUTES", default_value_t = 30, value_name = "MINUTES", value_parser = clap::value_parser!(u16).range(1..=720))]
    idle_minutes: u16,
    /// A web server in front says in X-Forwarded-For where requests come from
    #[arg(long, env = "REDRESS_BEHIND_PROXY")]
    behind_proxy: bool,
    /// Mail server: `smtp://user:password@host:25` or `smtps://…`, user and port where needed; better set in the environment
    #[arg(long, env = "REDRESS_SMTP", hide_env_values = true, value_name = "URL", value_parser = secret, requires = "mail_from")]
    smtp: Option<Secret>,
    /// The address that letters come from
    #[arg(long, env = "REDRESS_MAIL_FROM", value_name = "ADDRESS")]
    mail_from: Option<String>,
    /// The council's own sign-in service, by OpenID Connect
    #[arg(long, env = "REDRESS_OIDC_ISSUER", value_name = "URL", requires = "oidc_client")]
    oidc_issuer: Option<String>,
    /// The name by which that service knows this one
    #[arg(long, env = "REDRESS_OIDC_CLIENT", value_name = "NAME")]
    oidc_client: Option<String>,
    /// A file with the secret agreed with it; or set REDRESS_OIDC_SECRET
    #[arg(long, value_name = "FILE")]
    oidc_secret_file: Option<PathBuf>,
    /// The secret itself, which the list of running programs would show
    #[arg(long, env = "REDRESS_OIDC_SECRET", hide = true, hide_env_values = true, value_parser = secret)]
    oidc_secret: Option<Secret>,
    /// A JSON file of its groups and the roles that they give: {"Lawyers": "clearance_officer"}
    #[arg(long, env = "REDRESS_OIDC_GROUPS", value_name = "FILE")]
    oidc_groups: Option<PathBuf>,
}

fn secret(text: &str) -> Result<Secret, Infallible> {
    Ok(Secret::new(text))
}

impl SignIn {
    /// What the site needs to know; `base` is its own address.
    pub fn settings(&self, base: &str) -> anyhow::Result<Settings> {
        let mail = match (&self.smtp, &self.mail_from) {
            (Some(smtp), Some(from)) => Some(Mail::open(smtp, from)?),
            _ => None,
        };
        let idle = if self.idle_minutes == 0 { Limits::default().idle } else { SignedDuration::from_mins(i64::from(self.idle_minutes)) };
        Ok(Settings {
            secure: base.starts_with("https:"),
            behind_proxy: self.behind_proxy,
            limits: Limits { idle, ..Limits::default() },
            provider: self.provider()?,
            mail,
        })
    }

    fn provider(&self) -> anyhow::Result<Option<Provider>> {
        let (Some(issuer), Some(client)) = (&self.oidc_issuer, &self.oidc_client) else { return Ok(None) };
        let read = |path: &PathBuf| std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()));
        let secret = match &self.oidc_secret_file {
            Some(path) => Some(Secret::new(read(path)?.trim())),
            None => self.oidc_secret.clone(),
        };
        let groups = match &self.oidc_groups {
            Some(path) => Groups::read(&read(path)?)?,
            None => Groups::default(),
        };
        Ok(Some(Provider::open(issuer, client, secret, groups)?))
    }
}
