//! Tries that wait where too many were wrong. A try counts as wrong until it turns out right.

use axum::http::HeaderMap;
use jiff::Timestamp;
use redress_store::desk::account::attempt::Try;

use super::cookie::Cookie;
use super::source::Source;
use crate::desk::DeskSite;
use crate::failure::Failure;

/// Too many tries were wrong.
#[derive(Debug, Clone, Copy)]
pub struct Wait {
    /// Now.
    pub now: Timestamp,
    /// The next try may be made then.
    pub until: Timestamp,
}

impl Wait {
    /// Seconds to wait.
    pub fn seconds(&self) -> i64 {
        (self.until.as_second() - self.now.as_second()).max(1)
    }

    /// How long to wait, and what helps meanwhile.
    pub fn words(&self) -> String {
        let wait = match self.seconds() {
            seconds @ 1..60 => format!("{seconds} seconds"),
            seconds => match (seconds + 59) / 60 {
                1 => "a minute".to_string(),
                minutes => format!("{minutes} minutes"),
            },
        };
        format!("Too many tries from here. Wait {wait} and try again; nobody else is held up by this, and you can sign in elsewhere")
    }
}

/// What an unknown browser is known by is its network; one that signed in to this account before is known by its cookie.
pub async fn device_or_network(desk: &DeskSite, name: &str, headers: &HeaderMap, source: &Source) -> Result<(String, bool), Failure> {
    let Some(device) = Cookie::Device.of(headers, &desk.sign_in) else { return Ok((source.network.clone(), false)) };
    if !desk.desk.is_known_device(name, &device).await? {
        return Ok((source.network.clone(), false));
    }
    let hash = redress_store::chain::sha256(device.expose().as_bytes());
    Ok((format!("device {}", hash.get(..16).unwrap_or("")), true))
}

/// Makes a try at something from somewhere; gives its number for [`redress_store::desk::Desk::succeeded`].
pub async fn attempt(desk: &DeskSite, what: &str, (from, known): (&str, bool)) -> Result<Result<i64, Wait>, Failure> {
    let now = desk.clock().now().timestamp();
    match desk.desk.attempt(what, from, known, now).await? {
        Try::Wait(until) => Ok(Err(Wait { now, until })),
        Try::Made { id, after } => {
            tokio::time::sleep(after.unsigned_abs()).await;
            Ok(Ok(id))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_is_said_in_words() {
        let at = |second: i64| Timestamp::from_second(second).expect("a time");
        for (seconds, words) in [(5, "Wait 5 seconds"), (60, "Wait a minute"), (61, "Wait 2 minutes"), (900, "Wait 15 minutes")] {
            assert!(Wait { now: at(0), until: at(seconds) }.words().contains(words), "{seconds}");
        }
    }
}
