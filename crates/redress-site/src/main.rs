//! The program `redress`: reads the command line, runs one command, gives its exit status.

fn main() -> std::process::ExitCode {
    redress_site::cli::run()
}
