// Serves the pages at 127.0.0.1:3000. An edit of a package is compiled, its old copy dropped and the page reloaded.

import { spawn } from "node:child_process";
import { utimesSync, watch } from "node:fs";
import { join } from "node:path";
import { framework, here } from "./framework.mjs";
import { bundlePackages, forgetOldRuns, namesUsed, packages, prefill } from "./prefill.mjs";

const root = join(here, "..");
// Fewer runs than the built site has, so that a page is there at once after an edit.
const env = { UPTAKE_PREVIEW: "true" };
await prefill();
forgetOldRuns("preview");

const { argv, execPath } = process;
const compiler = spawn(
  execPath,
  [join(root, "node_modules/typescript/bin/tsc"), "-b", "--watch", "--preserveWatchOutput"],
  { cwd: root, stdio: "inherit" },
);
const server = framework(["preview", "--no-open", "--host", "127.0.0.1", "--port", "3000", ...argv.slice(2)], { env });

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
watch(join(here, "src"), { recursive: true }, (_, file) => {
  if (file?.startsWith(".observablehq") || known === listed()) return;
  known = listed();
  reload();
});

const stop = () => {
  compiler.kill();
  server.kill();
};
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
server.on("exit", (code) => {
  compiler.kill();
  process.exit(code ?? 0);
});
