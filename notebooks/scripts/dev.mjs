// Serves the pages at 127.0.0.1:3000. An edit of a package is compiled, its old copy dropped and the page reloaded.

import { utimesSync, watch } from "node:fs";
import { join } from "node:path";
import { endAll, start } from "./children.mjs";
import { framework, here } from "./framework.mjs";
import { allShortcuts } from "./main-thread.mjs";
import { bundlePackages, forgetOldRuns, namesUsed, packages, prefill } from "./prefill.mjs";

const root = join(here, "..");
await prefill();
forgetOldRuns("preview");

const { argv, execPath } = process;
start(execPath, [join(root, "node_modules/typescript/bin/tsc"), "-b", "--watch", "--preserveWatchOutput"], {
  cwd: root,
});
const server = framework(["preview", "--no-open", "--host", "127.0.0.1", "--port", "3000", ...argv.slice(2)]);

let waiting;
function reload() {
  clearTimeout(waiting);
  waiting = setTimeout(async () => {
    await bundlePackages();
    forgetOldRuns("preview");
    utimesSync(join(here, "observablehq.config.ts"), new Date(), new Date());
  }, 300);
}
for (const name of packages) watch(join(root, "packages", name, "dist"), { recursive: true }, reload);

// Pages have what they import of the packages, so a page that imports another name needs them bundled again.
const listed = () => JSON.stringify([...namesUsed()].map(([name, names]) => [name, [...names].sort()]).sort());
let known = listed();
let warned = "";
const warn = () => {
  const faults = allShortcuts(join(here, "src")).map((fault) => `error: ${fault}`);
  if (faults.length > 0 && faults.join("\n") !== warned) console.error(faults.join("\n"));
  warned = faults.join("\n");
};
warn();
watch(join(here, "src"), { recursive: true }, (_, file) => {
  if (file?.startsWith(".observablehq")) return;
  if (/\.ts$/.test(file ?? "")) warn();
  if (known === listed()) return;
  known = listed();
  reload();
});

// However this ends, nothing that it started stays behind.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, endAll);
process.on("exit", endAll);
server.on("exit", (code) => process.exit(code ?? 0));
