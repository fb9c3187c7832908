// Checks that the packages can be released, builds, packs and checks them, and says what would be published, in which order.
// Nothing is published without `--publish`.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { packages, releaseFaults, versionOf } from "./release-faults.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const pnpm = ["npx", "-y", "pnpm@10.34.9"];

/** Runs a program in the repository, its output shown only where it fails or `shown` is set. */
function run([program, ...words], shown = false) {
  const { status, stdout, stderr, error } = spawnSync(program, words, {
    cwd: root,
    encoding: "utf8",
    stdio: shown ? "inherit" : "pipe",
  });
  if (status === 0) return;
  throw new Error(`${[program, ...words].join(" ")}\n${error?.message ?? ""}${stdout ?? ""}${stderr ?? ""}`);
}

/** Packs the packages into a folder, checks each and lists the tarballs with their bytes, in the order of publication. */
function packed(folder, version) {
  run([...pnpm, "-r", "--filter", "./packages/*", "pack", "--pack-destination", folder]);
  const there = readdirSync(folder);
  return packages.map((name) => {
    const file = `uptake-${name}-${version}.tgz`;
    if (!there.includes(file)) throw new Error(`pnpm packed no ${file}, but ${there.join(", ")}.`);
    run(["node_modules/.bin/publint", "run", "--strict", join(folder, file)]);
    return { name: `@uptake/${name}@${version}`, bytes: statSync(join(folder, file)).size };
  });
}

/** Does it all. */
function release(publish) {
  const faults = releaseFaults(root, { publish });
  if (faults.length > 0) throw new Error(faults.join("\n"));
  run([...pnpm, "build"]);
  const folder = mkdtempSync(join(tmpdir(), "uptake-release-"));
  try {
    for (const { name, bytes } of packed(folder, versionOf(root)))
      console.log(`${name.padEnd(28)}${String(Math.ceil(bytes / 1024)).padStart(6)} KiB`);
  } finally {
    rmSync(folder, { recursive: true });
  }
  if (!publish) return console.log("Nothing was published. To publish these, in this order: pnpm release --publish");
  run([...pnpm, "-r", "--filter", "./packages/*", "publish", "--access", "public"], true);
  console.log(`Published. To mark it: git tag v${versionOf(root)}`);
}

try {
  const { values } = parseArgs({ options: { "dry-run": { type: "boolean" }, publish: { type: "boolean" } } });
  if (values["dry-run"] && values.publish) throw new TypeError("--dry-run and --publish: which of them?");
  release(values.publish === true);
} catch (error) {
  console.error(error.message);
  process.exitCode = error instanceof TypeError ? 2 : 1;
}
