//! Sending letters: the outbox in order, each letter once, with waits that grow where the mail server does not take one.

use std::fmt;
use std::time::Duration;

use anyhow::{Context, ensure};
use jiff::SignedDuration;
use lettre::message::{Mailbox, header::ContentType};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use redress::sign_in::secret::Secret;
use redress_store::StoreError;
use redress_store::desk::outbox::{Claimed, Letter};
use redress_store::desk::work::member_circulation::of_letter;

use crate::desk::{DeskSite, copies};

/// How often the outbox is looked into.
const LOOK: Duration = Duration::from_secs(2);
/// A letter with a link in it is of no use after so long.
const LINK_RAN_OUT: SignedDuration = SignedDuration::from_hours(1);
/// A letter that no mail server was there for would only confuse after so long.
const STALE: SignedDuration = SignedDuration::from_hours(7 * 24);

/// A mail server that takes letters, and the address that they come from.
#[derive(Clone)]
pub struct Mail {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl fmt::Debug for Mail {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Mail").field("from", &self.from.email).finish_non_exhaustive()
    }
}

/// Why a letter was not taken.
struct NotTaken {
    why: String,
    for_good: bool,
}

/// Whether a host, with what may follow it, is this machine. `localhost.example` is another.
pub(super) fn is_here(host: &str) -> bool {
    let name = host.split(['/', '?', '#']).next().unwrap_or("");
    let bare = match name.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((address, _)) => address,
        None => name.split(':').next().unwrap_or(""),
    };
    matches!(bare, "127.0.0.1" | "localhost" | "::1")
}

impl Mail {
    /// Reads `smtp://[user:password@]host[:port]` or `smtps://…`. To another machine it is TLS or nothing, unless the
    /// address says `?tls=opportunistic`.
    pub fn open(address: &Secret, from: &str) -> anyhow::Result<Mail> {
        let text = address.expose();
        let (scheme, rest) = text.split_once("://").context("--smtp takes smtp://[user:password@]host[:port] or smtps://…")?;
        ensure!(matches!(scheme, "smtp" | "smtps"), "--smtp takes smtp://[user:password@]host[:port] or smtps://…");
        let host = rest.rsplit('@').next().unwrap_or("");
        let asks = host.split_once('?').is_some_and(|(_, query)| query.contains("tls="));
        let whole = if scheme == "smtps" || is_here(host) || asks { text.to_string() } else { format!("{text}?tls=required") };
        // The library's own words could hold the password.
        let transport =
            AsyncSmtpTransport::<Tokio1Executor>::from_url(&whole).map_err(|_| anyhow::anyhow!("--smtp: the address cannot be read"))?;
        let from = from.parse().with_context(|| format!("--mail-from: {from} is no e-mail address"))?;
        Ok(Mail { transport: transport.timeout(Some(Duration::from_secs(30))).build(), from })
    }

    async fn send(&self, id: i64, host: &str, letter: &Letter) -> Result<(), NotTaken> {
        let message = self.message(id, host, letter).map_err(|e| NotTaken { why: e.to_string(), for_good: true })?;
        let sent = self.transport.send(message).await;
        sent.map(|_| ()).map_err(|e| NotTaken { why: e.to_string(), for_good: e.is_permanent() })
    }

    fn message(&self, id: i64, host: &str, letter: &Letter) -> anyhow::Result<Message> {
        let to: Mailbox = letter.to.parse().context("the address cannot be read")?;
        let builder = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(&letter.subject)
            // Sent again by mistake, it is still the same letter.
            .message_id(Some(format!("<outbox-{id}@{host}>")))
            .header(ContentType::TEXT_PLAIN);
        Ok(builder.body(letter.body.clone())?)
    }
}

/// Sends what is in the outbox until the program ends.
pub async fn deliver(desk: DeskSite) {
    let Some(mail) = desk.sign_in.mail.clone() else { return };
    loop {
        match next(&desk, &mail).await {
            Ok(true) => {}
            Ok(false) => tokio::time::sleep(LOOK).await,
            Err(e) => {
                eprintln!("redress: letters: {e}");
                tokio::time::sleep(LOOK).await;
            }
        }
    }
}

/// Sends the next letter, where there is one.
async fn next(desk: &DeskSite, mail: &Mail) -> Result<bool, StoreError> {
    let at = desk.clock().now();
    let now = at.timestamp();
    let Some(claimed) = desk.desk.claim_letter(now).await? else { return Ok(false) };
    let Claimed { id, letter, made_at, .. } = &claimed;
    let good_for = if letter.holds_secret { LINK_RAN_OUT } else { STALE };
    if now.duration_since(*made_at) >= good_for {
        desk.desk.copy_failed(&claimed, &at, "too late to be of use", true).await?;
        return Ok(true);
    }
    let host = desk.site.base.split("://").nth(1).unwrap_or("redress").split([':', '/']).next().unwrap_or("redress");
    match mail.send(*id, host, letter).await {
        Ok(()) => desk.desk.copy_sent(&claimed, &at).await?,
        Err(NotTaken { why, for_good }) => {
            eprintln!("redress: letter {id} was not taken: {why}");
            desk.desk.copy_failed(&claimed, &at, &why, for_good).await?;
        }
    }
    // A copy that went or was refused may start or meet a duty.
    if let Some((circulation, _)) = of_letter(&letter.about)
        && let Err(crate::failure::Failure::Store(why)) = copies::bring(desk, circulation, &at).await
    {
        eprintln!("redress: circulation {circulation}: {why}");
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_words_nor_debug_output_hold_the_password() {
        let mail = Mail::open(&Secret::new("smtp://clerk:opensesame@mail.example:587"), "Redress <desk@council.example>").expect("read");
        assert!(!format!("{mail:?}").contains("opensesame"));
        for bad in ["http://clerk:opensesame@mail.example", "smtp://clerk:opensesame@mail.example:99999"] {
            let error = Mail::open(&Secret::new(bad), "desk@council.example").expect_err("refused");
            assert!(!format!("{error:?}").contains("opensesame"), "{bad}");
        }
    }

    #[test]
    fn another_machine_whose_name_begins_like_this_one_is_another() {
        for here in ["127.0.0.1:2525", "localhost", "[::1]:25", "localhost:8080/realms/council"] {
            assert!(is_here(here), "{here}");
        }
        for other in ["localhost.mail.example", "127.0.0.1.example", "mail.example", "[::2]:25", ""] {
            assert!(!is_here(other), "{other}");
        }
    }
}
