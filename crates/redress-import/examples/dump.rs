//! Prints the reading of each file given, as `redress import --json` does.

fn main() {
    for path in std::env::args().skip(1) {
        match std::fs::read(&path).map(|bytes| redress_import::read(&path, &bytes)) {
            Ok(Ok(reading)) => println!("{}", serde_json::to_string_pretty(&reading).unwrap_or_default()),
            Ok(Err(refused)) => eprintln!("{path}: {refused}"),
            Err(error) => eprintln!("{path}: {error}"),
        }
    }
}
