// Fills the generated regions of the documents. `--check` writes nothing, names the stale documents and fails.

import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readFacts } from "./generate/facts.mjs";
import { filled } from "./generate/regions.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const facts = readFacts();
const stale = readdirSync(here, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .sort()
  .map((name) => ({ name, text: readFileSync(join(here, name), "utf8") }))
  .filter(({ name, text }) => {
    const now = filled(text, facts, `docs/${name}`);
    if (now === text) return false;
    if (!process.argv.includes("--check")) {
      writeFileSync(join(here, `${name}.new`), now);
      renameSync(join(here, `${name}.new`), join(here, name));
    }
    return true;
  });
for (const { name } of stale) console.log(`docs/${name}`);
if (process.argv.includes("--check") && stale.length > 0) process.exitCode = 1;
