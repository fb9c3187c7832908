#!/usr/bin/env bash
# zod 4.6.7: the JSON Schema of a pattern without regard to case refuses what the pattern takes.
#
# JSON Schema has no flags for patterns. z.toJSONSchema raises an error for what it cannot express, such as sets, so one
# would expect it to do so here, or to write the pattern another way. It writes the pattern without its flag: an editor or
# a service that checks by the schema (here ajv 8.20.0) refuses valid files.
#
# Seen: “zod: taken, ajv: refused”. Fails when that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund zod@4.6.7 ajv@8.20.0
cat >try.mjs <<'JS'
import Ajv from "ajv/dist/2020.js";
import * as z from "zod";

const month = z.string().regex(/^may-[1-9]$/i);
const said = (is) => (is ? "taken" : "refused");
console.log(
  `zod: ${said(month.safeParse("May-9").success)}, ajv: ${said(new Ajv().validate(z.toJSONSchema(month), "May-9"))}`,
);
JS
node try.mjs | tee seen
grep -qx 'zod: taken, ajv: refused' seen
