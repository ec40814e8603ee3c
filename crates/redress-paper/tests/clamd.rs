//! The virus scanner's hook, against a small server that speaks as clamd does.
#![allow(clippy::unwrap_used, reason = "the server is a test")]

use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;
use std::time::Duration;

use redress_paper::clamd::{NoVerdict, Verdict, scan};

const PATIENCE: Duration = Duration::from_secs(5);

/// Takes one stream, and answers by what is in it.
fn serve(mut line: impl Read + Write) {
    let mut command = [0; 10];
    line.read_exact(&mut command).unwrap();
    assert_eq!(&command, b"zINSTREAM\0");
    let mut all = Vec::new();
    loop {
        let mut length = [0; 4];
        line.read_exact(&mut length).unwrap();
        let length = u32::from_be_bytes(length) as usize;
        if length == 0 {
            break;
        }
        let mut chunk = vec![0; length];
        line.read_exact(&mut chunk).unwrap();
        all.extend(chunk);
        if all.len() > 1_000_000 {
            line.write_all(b"INSTREAM size limit exceeded. ERROR\0").unwrap();
            return;
        }
    }
    let answer: &[u8] = if all.ends_with(b"bad") { b"stream: Invented.Test FOUND\0" } else { b"stream: OK\0" };
    line.write_all(answer).unwrap();
}

fn over_tcp(bytes: &[u8]) -> Result<Verdict, NoVerdict> {
    let server = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("tcp://{}", server.local_addr().unwrap());
    let answering = thread::spawn(move || serve(server.accept().unwrap().0));
    let verdict = scan(&address, bytes, PATIENCE);
    answering.join().unwrap();
    verdict
}

#[test]
fn clean_and_infected_files_are_told_apart() {
    assert_eq!(over_tcp(b"good").unwrap(), Verdict::Clean);
    let long = [vec![b'x'; 200_000], b"bad".to_vec()].concat();
    assert_eq!(over_tcp(&long).unwrap(), Verdict::Infected("Invented.Test".into()));
}

#[test]
fn a_refusal_is_no_verdict() {
    assert!(matches!(over_tcp(&vec![b'x'; 1_010_000]), Err(NoVerdict::Refused(_) | NoVerdict::Broken(_))));
}

#[cfg(unix)]
#[test]
fn a_socket_file_works_too() {
    let path = std::env::temp_dir().join(format!("redress-clamd-{}", std::process::id()));
    let server = std::os::unix::net::UnixListener::bind(&path).unwrap();
    let answering = thread::spawn(move || serve(server.accept().unwrap().0));
    assert_eq!(scan(&format!("unix:{}", path.display()), b"good", PATIENCE).unwrap(), Verdict::Clean);
    answering.join().unwrap();
    std::fs::remove_file(&path).unwrap();
}

#[test]
fn silence_and_nonsense_end_in_an_error() {
    let server = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("tcp://{}", server.local_addr().unwrap());
    assert!(matches!(scan(&address, b"x", Duration::from_millis(50)), Err(NoVerdict::TooSlow)));
    assert!(matches!(scan("http://x", b"x", PATIENCE), Err(NoVerdict::Address(_))));
    assert!(matches!(scan("tcp://nowhere", b"x", PATIENCE), Err(NoVerdict::Address(_))));
}
