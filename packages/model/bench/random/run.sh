#!/usr/bin/env bash
# Tests the random draws. `run.sh` runs the ten tests on every layout; `run.sh L0 L2r` on those named;
# `SEED=text run.sh` with another seed; `run.sh dieharder L0` feeds a layout to Debian's dieharder (about an hour each).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
command -v cc >/dev/null || { echo "run.sh: no C compiler (cc); on Debian: apt-get install gcc libc6-dev" >&2; exit 1; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cc -O2 -ffp-contract=off -Wall -Wextra -o "$scratch/battery" battery.c -lm

if [[ ${1-} == dieharder ]]; then
  command -v dieharder >/dev/null || { echo "run.sh: no dieharder; on Debian: apt-get install dieharder" >&2; exit 1; }
  "$scratch/battery" stream "${2:?run.sh: which layout?}" "${SEED-uptake}" | dieharder -a -g 200
else
  (($#)) || set -- L0 L1 L2 L3 L4 L5 L6 L7 L0r L1r L2r
  for layout; do "$scratch/battery" test "$layout" "${SEED-uptake}"; done
fi
