//! The program `redress`: reads the command line, runs one command, gives its exit status.

/// Pages are many small texts, made and dropped on every core; this allocator is quicker at that than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    redress_site::cli::run()
}
