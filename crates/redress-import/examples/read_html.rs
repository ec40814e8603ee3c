//! Reads the pages in a folder over and over, and prints pages per second of processor time.
//!
//! `cargo run --release -p redress-import --example read_html -- FOLDER [SECONDS]`

use std::hint::black_box;

fn main() {
    let folder = std::env::args().nth(1).unwrap_or_else(|| concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures").into());
    let seconds: f64 = std::env::args().nth(2).and_then(|s| s.parse().ok()).unwrap_or(3.0);
    let mut pages = Vec::new();
    for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|e| e == "html")
            && let Ok(bytes) = std::fs::read(&path)
        {
            pages.push((path.display().to_string(), bytes));
        }
    }
    if pages.is_empty() {
        eprintln!("no .html files in {folder}");
        return;
    }
    let bytes: usize = pages.iter().map(|(_, b)| b.len()).sum();
    let (start, mut read, mut placed) = (processor_time(), 0_u64, 0_usize);
    while processor_time() - start < seconds {
        for _ in 0..50 {
            for (name, bytes) in &pages {
                let reading = redress_import::read(name, black_box(bytes));
                placed += black_box(&reading).as_ref().map_or(0, |r| r.words.placed);
                read += 1;
            }
        }
    }
    let spent = processor_time() - start;
    let rate = read as f64 / spent;
    let mean = bytes as f64 / pages.len() as f64;
    println!("{rate:.0} pages per CPU-second; {:.0} bytes a page; {:.0} MB/s; {placed} words placed", mean, rate * mean / 1e6);
}

/// User and system time of this process in seconds, from the kernel's hundredths.
fn processor_time() -> f64 {
    let text = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = text.rsplit(')').next().unwrap_or("");
    let ticks: f64 = after_name.split_whitespace().skip(11).take(2).filter_map(|t| t.parse::<f64>().ok()).sum();
    ticks / 100.0
}
