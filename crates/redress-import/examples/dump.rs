//! Prints the reading of each file given.
fn main() {
    for path in std::env::args().skip(1) {
        match std::fs::read(&path).map(|b| redress_import::read(&path, &b)) {
            Ok(Ok(r)) => println!("{}", serde_json::to_string_pretty(&r).unwrap_or_default()),
            other => println!("{path}: {other:?}"),
        }
    }
}
