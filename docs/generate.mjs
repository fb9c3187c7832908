// Fills the generated regions of the documents, or of those that are named, as in `guide/first-run.md`. `--check` writes
// nothing, names the stale documents and fails.

import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readFacts } from "./generate/facts.mjs";
import { filled } from "./generate/regions.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const facts = readFacts();
const words = process.argv.slice(2);
const check = words.includes("--check");
const named = words.filter((word) => word !== "--check");
const all = readdirSync(here, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
const pages = named.length > 0 ? named : all.sort();
for (const name of pages) {
  const text = readFileSync(join(here, name), "utf8");
  const now = await filled(text, facts, `docs/${name}`);
  if (now === text) continue;
  console.log(`docs/${name}`);
  if (check) process.exitCode = 1;
  else {
    writeFileSync(join(here, `${name}.new`), now);
    renameSync(join(here, `${name}.new`), join(here, name));
  }
}
