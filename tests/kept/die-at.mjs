// Kills the process amid writing to a journal, once so many runs are in it: for `node --import`, with the number behind the
// path, as in `die-at.mjs?rows=40`. Nobody who looks on from outside could be sure to come before its end, and how many rows
// are written at once depends on how fast the machine is.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

let left = Number(new URL(import.meta.url).searchParams.get("rows"));
const append = fs.appendFileSync;
fs.appendFileSync = (path, text, ...options) => {
  const lines = String(text).split("\n");
  const last = lines.findIndex((line) => line.startsWith('{"run"') && --left === 0);
  append(path, last < 0 ? text : `${lines.slice(0, last + 1).join("\n")}\n`, ...options);
  if (last >= 0) process.kill(process.pid, "SIGKILL");
};
syncBuiltinESMExports();
