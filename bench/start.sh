#!/usr/bin/env bash
# How long a command takes to its first output, and what a whole diagnosis of a refused port takes in time and memory.
# Usage: bench/start.sh [RUNS]; everything goes to loopback.
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-15}
./weir --version >/dev/null
program=artifacts/weir/weir

median() { sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }
measure() { # label, command...
  local label=$1 i; shift
  for ((i = 0; i < runs; i++)); do
    { /usr/bin/time -f "%e %M" "$@" >/dev/null || true; } 2>&1 | tail -n 1
  done >"$log"
  printf '%-44s median %s s, peak memory %s KiB\n' "$label" \
    "$(cut -d' ' -f1 "$log" | median)" "$(cut -d' ' -f2 "$log" | median)"
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "$(nproc) cores, $(uname -sr), $runs runs each"
measure "weir --version (start to first output)" $program --version
measure "./weir --version (with the launcher)" ./weir --version
measure "weir causes (all of the knowledge read)" $program causes
measure "weir diagnose of a refused port" $program diagnose http://127.0.0.1:9/ --quiet
