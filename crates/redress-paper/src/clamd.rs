//! Asks a ClamAV daemon, over TCP or a Unix socket, with its INSTREAM command. Whether to ask is the caller's business.

use std::io::{self, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::time::{Duration, Instant};

/// What the scanner says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It knows nothing against the file.
    Clean,
    /// It found this, by the scanner's name for it.
    Infected(String),
}

/// Why there is no verdict. Without one a file should wait.
#[derive(Debug, thiserror::Error)]
pub enum NoVerdict {
    /// The address is neither `tcp://host:port` nor `unix:/path`.
    #[error("{0} is no address of a scanner: write tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl")]
    Address(String),
    /// It did not answer within the patience given.
    #[error("the virus scanner did not answer in time")]
    TooSlow,
    /// The line broke.
    #[error("the virus scanner cannot be reached: {0}")]
    Broken(io::Error),
    /// It refused, for instance because the file is longer than its own limit.
    #[error("the virus scanner could not scan the file: {0}")]
    Refused(String),
}

impl From<io::Error> for NoVerdict {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => Self::TooSlow,
            _ => Self::Broken(error),
        }
    }
}

const CHUNK: usize = 64 * 1024;
const LONGEST_ANSWER: u64 = 4096;

/// Has the bytes scanned, waiting no longer than `patience` in all.
///
/// # Errors
/// There is no verdict; see [`NoVerdict`].
pub fn scan(address: &str, bytes: &[u8], patience: Duration) -> Result<Verdict, NoVerdict> {
    let end = Instant::now() + patience;
    if let Some(place) = address.strip_prefix("tcp://") {
        let unknown = || NoVerdict::Address(address.to_string());
        let place = place.to_socket_addrs().map_err(|_| unknown())?.next().ok_or_else(unknown)?;
        let line = TcpStream::connect_timeout(&place, patience.max(Duration::from_millis(1)))?;
        let wait = line.try_clone()?;
        return ask(line, bytes, || left(end).and_then(|l| Ok(wait.set_read_timeout(Some(l)).and(wait.set_write_timeout(Some(l)))?)));
    }
    #[cfg(unix)]
    if let Some(path) = address.strip_prefix("unix:") {
        let line = std::os::unix::net::UnixStream::connect(path.strip_prefix("//").unwrap_or(path))?;
        let wait = line.try_clone()?;
        return ask(line, bytes, || left(end).and_then(|l| Ok(wait.set_read_timeout(Some(l)).and(wait.set_write_timeout(Some(l)))?)));
    }
    Err(NoVerdict::Address(address.to_string()))
}

fn left(end: Instant) -> Result<Duration, NoVerdict> {
    end.checked_duration_since(Instant::now()).filter(|l| !l.is_zero()).ok_or(NoVerdict::TooSlow)
}

fn ask(mut line: impl Read + Write, bytes: &[u8], wait: impl Fn() -> Result<(), NoVerdict>) -> Result<Verdict, NoVerdict> {
    let sent = send(&mut line, bytes, &wait);
    // A scanner that has seen enough answers and hangs up while we still send; its answer counts.
    if matches!(sent, Err(NoVerdict::TooSlow)) {
        return Err(NoVerdict::TooSlow);
    }
    let mut answer = Vec::new();
    let mut piece = [0_u8; 512];
    while !answer.contains(&0) && (answer.len() as u64) < LONGEST_ANSWER {
        wait()?;
        match line.read(&mut piece) {
            Ok(0) => break,
            Ok(count) => answer.extend_from_slice(&piece[..count]),
            Err(error) => return Err(error.into()),
        }
    }
    if answer.is_empty() {
        sent?;
        return Err(NoVerdict::Refused("it hung up without an answer".into()));
    }
    verdict(&answer)
}

fn send(line: &mut impl Write, bytes: &[u8], wait: &impl Fn() -> Result<(), NoVerdict>) -> Result<(), NoVerdict> {
    wait()?;
    line.write_all(b"zINSTREAM\0")?;
    for chunk in bytes.chunks(CHUNK) {
        wait()?;
        // CHUNK fits 32 bits.
        line.write_all(&(chunk.len() as u32).to_be_bytes())?;
        line.write_all(chunk)?;
    }
    line.write_all(&0_u32.to_be_bytes())?;
    Ok(line.flush()?)
}

fn verdict(answer: &[u8]) -> Result<Verdict, NoVerdict> {
    let answer = String::from_utf8_lossy(answer);
    let answer = answer.trim_end_matches(['\0', '\n']).trim();
    let said = answer.strip_prefix("stream:").map_or(answer, str::trim);
    match said.strip_suffix(" FOUND") {
        Some(name) => Ok(Verdict::Infected(name.to_string())),
        None if said == "OK" => Ok(Verdict::Clean),
        None => Err(NoVerdict::Refused(said.to_string())),
    }
}
