import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { studies, studyOf } from "./questions.mjs";

const command = fileURLToPath(new URL("../../../packages/cli/bin/uptake.js", import.meta.url));

/** Runs a study into a folder of its own, by the command line. */
export function runStudy(study, folder) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${study.name}.json`);
  writeFileSync(file, `${JSON.stringify(studyOf(study), null, 2)}\n`);
  execFileSync(process.execPath, [command, "study", file, "--out", join(folder, study.name)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** Runs every study into a folder: all anew, or, where `kept`, those that are not there yet. */
export function runStudies(folder, { kept }) {
  if (!kept) rmSync(folder, { recursive: true, force: true });
  for (const study of studies) {
    if (existsSync(join(folder, study.name, "receipt.json"))) continue;
    console.log(study.name);
    runStudy(study, folder);
  }
}
