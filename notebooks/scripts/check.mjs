// Framework builds a page with an unresolved import or a syntax error, says nothing and exits with 0. This looks.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const patterns = [
  [/observablehq--error/, "holds an error box: a code block does not compile"],
  [/(?:from|import\(?)\s*["'](?![./])[^"']+["']/, "imports a bare name, which no browser resolves"],
  [/'unsafe-inline'|'unsafe-eval'/, "lets any script or style run that is put into it"],
  [/["']npm:/, "imports from npm:, which needs a network"],
  [/https?:\/\/(?:cdn\.|fonts\.|esm\.|unpkg|[\w.]*jsdelivr)/, "names an address on another origin"],
];

/** Lists what is wrong with a built site. */
export function check(folder) {
  const faults = [];
  const pages = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".html"));
  if (pages.length === 0) faults.push("no page was built");
  for (const page of pages) {
    const text = readFileSync(join(folder, page), "utf8");
    for (const [pattern, fault] of patterns) {
      const found = pattern.exec(text);
      if (found) faults.push(`${page} ${fault}: ${text.slice(found.index, found.index + 100).trim()}`);
    }
  }
  return faults;
}
