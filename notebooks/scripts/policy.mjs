// Has the policy of every built page name the scripts and styles that stand in it by their hashes, so that none that
// somebody else puts there is heeded, and lets it stand before all that it is about.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as Plot from "@observablehq/plot";
import { JSDOM } from "jsdom";

const meta = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">\n?/;
const charset = '<meta charset="utf-8">\n';

const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The style that Plot gives every chart when it is drawn, on a page whose HTML holds none too. */
const ofCharts = Plot.plot({ className: "uptake-chart", document: new JSDOM().window.document }).querySelector("style");

/** Lists each hash once; nothing where there is none. */
const hashes = (texts) => [...new Set(texts.map(hashOf))].sort();

/**
 * Returns a page whose policy has hashes in the place of `'unsafe-inline'`.
 *
 * @throws Error when it has no policy.
 */
function withHashes(html) {
  const [whole, policy] = meta.exec(html) ?? [];
  if (policy === undefined || !html.includes(charset)) throw new Error("a page has no policy");
  const { document } = new JSDOM(html).window;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const written = all("[style]").map((one) => one.getAttribute("style"));
  const named = {
    "script-src": hashes(all("script:not([src])").map((one) => one.textContent)),
    "style-src": [
      ...hashes([...all("style"), ofCharts].map((one) => one.textContent).concat(written)),
      // Hashes count for attributes too only where this is said.
      ...(written.length > 0 ? ["'unsafe-hashes'"] : []),
    ],
  };
  const strict = policy
    .split("; ")
    .map((directive) => {
      const [name, ...sources] = directive.split(" ");
      return [name, ...sources.flatMap((one) => (one === "'unsafe-inline'" ? named[name] : [one]))].join(" ");
    })
    .join("; ");
  return html
    .replace(whole, "")
    .replace(charset, () => `${charset}<meta http-equiv="Content-Security-Policy" content="${strict}">\n`);
}

/** Does so to every page of a folder. */
export function nameHashes(folder) {
  for (const name of readdirSync(folder).filter((each) => each.endsWith(".html"))) {
    const path = join(folder, name);
    writeFileSync(path, withHashes(readFileSync(path, "utf8")));
  }
}
