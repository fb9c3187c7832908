// Installs the versions of Node that `pnpm test:engines` compares, from the packages that hold its programs, where they are
// not there yet; for another kind of processor where one is named, as in `node get-nodes.mjs arm64`. What cannot be
// installed is told of, and missed by the test.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [processor = process.arch] = process.argv.slice(2);
const folder = fileURLToPath(new URL(`../../../node_modules/.cache/nodes/${processor}/`, import.meta.url));
const versions = JSON.parse(readFileSync(new URL("nodes.json", import.meta.url), "utf8"));
const missing = versions.filter((version) => !existsSync(`${folder}node_modules/node-${version}/bin/node`));

if (missing.length > 0) {
  mkdirSync(folder, { recursive: true });
  const wanted = versions.map((version) => `node-${version}@npm:node-${process.platform}-${processor}@${version}`);
  console.log(`Installing Node ${missing.join(", ")} for ${processor}, about 60 MB each.`);
  // By force, since the packages are for one kind of processor alone.
  const settings = ["--no-save", "--no-audit", "--no-fund", "--silent", "--force", "--prefix", folder];
  const { status } = spawnSync("npm", ["install", ...settings, ...wanted], { stdio: "inherit" });
  if (status !== 0) console.log(`Not installed: ${wanted.join(" ")}`);
}
