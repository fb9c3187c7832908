// Kills the process once so many runs are in a journal: for `node --import`, with the number behind the path, as in
// `die-at.mjs?rows=40`. Nobody who looks on from outside could be sure to come before its end.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

let left = Number(new URL(import.meta.url).searchParams.get("rows"));
const append = fs.appendFileSync;
fs.appendFileSync = (path, text, ...options) => {
  append(path, text, ...options);
  left -= String(text)
    .split("\n")
    .filter((line) => line.startsWith('{"run"')).length;
  if (left <= 0) process.kill(process.pid, "SIGKILL");
};
syncBuiltinESMExports();
