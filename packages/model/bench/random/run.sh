#!/usr/bin/env bash
# Tests the random draws with TestU01's SmallCrush. `run.sh` tests every layout; `run.sh L0 L2r` those named;
# `SEED=text run.sh` with another seed; `run.sh dieharder L0` feeds a layout to dieharder (about an hour each).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
command -v cc >/dev/null || { echo "run.sh: no C compiler (cc); on Debian: apt-get install gcc libc6-dev" >&2; exit 1; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
flags=(-O2 -ffp-contract=off -Wall -Wextra -o "$scratch/smallcrush" smallcrush.c)

if [[ ${1-} == dieharder ]]; then
  command -v dieharder >/dev/null || { echo "run.sh: no dieharder; on Debian: apt-get install dieharder" >&2; exit 1; }
  cc "${flags[@]}"
  "$scratch/smallcrush" stream "${2:?run.sh: which layout?}" "${SEED-uptake}" | dieharder -a -g 200
else
  if ! cc -DTESTU01 "${flags[@]}" -ltestu01 -ltestu01probdist -ltestu01mylib -lm 2>"$scratch/errors"; then
    cat "$scratch/errors" >&2
    echo "run.sh: cannot build with TestU01; on Debian, with its non-free component: apt-get install libtestu01-0-dev" >&2
    exit 1
  fi
  (($#)) || set -- L0 L1 L2 L3 L4 L5 L6 L7 L0r L1r L2r
  for layout; do "$scratch/smallcrush" "$layout" "${SEED-uptake}" | sed -n '/Summary results/,$p'; done
fi
