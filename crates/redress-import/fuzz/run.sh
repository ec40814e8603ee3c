#!/bin/sh
# Builds one target with LLVM's coverage counters on the stable compiler and runs it: run.sh TARGET [SECONDS]
set -eu
cd "$(dirname "$0")"
target=${1:-any_source}
seconds=${2:-60}
export RUSTFLAGS="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table -Ccodegen-units=1 -Cdebug-assertions=on -Coverflow-checks=on"
# A target triple keeps the counters out of build scripts, which have no fuzzer to count for.
triple=$(rustc -vV | sed -n 's/^host: //p')
cargo build --release --target "$triple" --bin "$target"
mkdir -p "corpus/$target" "artifacts/$target"
exec "${CARGO_TARGET_DIR:-target}/$triple/release/$target" "corpus/$target" ../fixtures \
    -artifact_prefix="artifacts/$target/" -max_len=8192 -timeout=10 -max_total_time="$seconds"
