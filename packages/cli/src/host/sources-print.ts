import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const packages = ["@uptake/model", "@uptake/study"];

/** Lists the files of a folder that programs and their data are in, in the order of their names. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(js|json)$/.test(name) && !/\.test\.js$/.test(name))
    .map((name) => name.replaceAll("\\", "/"))
    .sort();
}

let print: string | undefined;

/**
 * Returns a fingerprint of the program that makes runs, as it is installed here: the SHA-256 of the files of the model and
 * of what reads its runs. Two machines whose fingerprints agree give the same numbers for the same run.
 */
export function sourcesPrint(): string {
  if (print !== undefined) return print;
  const require = createRequire(import.meta.url);
  const hash = createHash("sha256");
  for (const name of packages) {
    const folder = dirname(require.resolve(name));
    for (const file of filesIn(folder)) {
      const content = readFileSync(join(folder, file));
      hash.update(`${name}/${file} ${content.length}\n`).update(content);
    }
  }
  print = hash.digest("hex");
  return print;
}
