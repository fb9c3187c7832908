#!/usr/bin/env bash
# tableschema 1.12.6 (data packages of Frictionless): 12:00Z is read as noon of wherever the program runs.
#
# The default format of a datetime in a Table Schema is UTC and ends in Z. The reader asks for the Z as a mere letter and
# takes the rest as local time: in Chicago every instant is six hours late, or five in summer, and on the night in spring
# that leaves an hour out, two instants become one. Servers that check and test mostly run in UTC, where all is right.
#
# Seen: “UTC: 12:00Z is 12:00Z, 02:30Z and 03:30Z are two” and “Chicago: 12:00Z is 18:00Z, 02:30Z and 03:30Z are one”.
# Fails when either changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund tableschema@1.12.6
cat >try.mjs <<'JS'
import tableschema from "tableschema";

const field = new tableschema.Field({ name: "observed", type: "datetime" });
const read = (text) => field.castValue(text).toISOString();
const [early, late] = ["2024-03-10T02:30:00Z", "2024-03-10T03:30:00Z"].map(read);
const noon = `12:00Z is ${read("2024-03-04T12:00:00Z").slice(11, 16)}Z`;
console.log(`${process.argv[2]}: ${noon}, 02:30Z and 03:30Z are ${early === late ? "one" : "two"}`);
JS
{
  TZ=UTC node try.mjs UTC
  TZ=America/Chicago node try.mjs Chicago
} | tee seen
grep -qx 'UTC: 12:00Z is 12:00Z, 02:30Z and 03:30Z are two' seen
grep -qx 'Chicago: 12:00Z is 18:00Z, 02:30Z and 03:30Z are one' seen
