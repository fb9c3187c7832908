// Regenerates the worked study from nothing: runs every study, records the answers, copies the pictures and fills the text.
// `--kept` makes no run anew whose results are still in out/fifteen-to-eighty.

import { execFileSync } from "node:child_process";
import { renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { copyPictures } from "./pictures.mjs";
import { recordAll, written } from "./record.mjs";
import { runStudies } from "./run-studies.mjs";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const folder = at("../../../out/fifteen-to-eighty");

runStudies(folder, { kept: process.argv.includes("--kept") });
const record = { ...(await recordAll(folder)), pictures: copyPictures(folder) };
writeFileSync(at("answers.json.tmp"), written(record));
renameSync(at("answers.json.tmp"), at("answers.json"));
execFileSync(process.execPath, [at("../../generate.mjs")], { stdio: "inherit" });
