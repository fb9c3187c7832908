// Writes the reference of the packages from their docstrings, and fails if a public name has none, one that does not
// begin with a verb, or one that links to nothing; or if an error's code is not in the list. `--check` writes nothing,
// names stale pages and fails.

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { errorCodes } from "./generate/error-codes.mjs";
import { codesInSources } from "./generate/reference/codes-in-sources.mjs";
import { docstringFaults } from "./generate/reference/docstring-faults.mjs";
import { referencePages } from "./generate/reference/pages.mjs";
import { packages, readSources, subPaths } from "./generate/reference/read-sources.mjs";
import { unexportedTypes } from "./generate/reference/unexported-types.mjs";

const here = fileURLToPath(new URL("reference/api/", import.meta.url));
const read = await readSources(subPaths());
const faults = [...read.faults, ...docstringFaults(read.project), ...unexportedTypes(read.project, packages)];
for (const code of codesInSources(read.program))
  if (!(code in errorCodes)) faults.push(`docs/generate/error-codes.mjs has no code “${code}”, which an error has`);
const pages = await referencePages(read);

mkdirSync(here, { recursive: true });
const kept = readdirSync(here, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .map((name) => name.replaceAll("\\", "/"));
const left = kept.filter((name) => !pages.has(name));
const stale = [...pages].filter(
  ([name, text]) => !existsSync(join(here, name)) || readFileSync(join(here, name), "utf8") !== text,
);
for (const name of [...left, ...stale.map(([name]) => name)]) console.log(`docs/reference/api/${name}`);
if (process.argv.includes("--check")) {
  if (left.length + stale.length > 0) process.exitCode = 1;
} else {
  for (const name of left) rmSync(join(here, name));
  for (const [name, text] of stale) {
    mkdirSync(dirname(join(here, name)), { recursive: true });
    writeFileSync(join(here, `${name}.new`), text);
    renameSync(join(here, `${name}.new`), join(here, name));
  }
}
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
