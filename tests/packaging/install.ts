// Packs the packages as they would be published and installs them into a blank folder, once for all tests of the project.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import type { Packed } from "./packed.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Runs a program, whose words are shown where it fails. */
function run(program: string, args: readonly string[], cwd: string): void {
  // npm waits five minutes for a connection that is dead unless told otherwise.
  const env = { npm_config_fetch_timeout: "60000", ...process.env };
  execFileSync(program, args, { cwd, env, stdio: ["ignore", "ignore", "inherit"] });
}

/** Provides the folder in which the packages are installed, and the tarballs they come from. */
export default function install(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "uptake-packed-"));
  const app = join(folder, "app");
  mkdirSync(app);
  writeFileSync(join(app, "package.json"), JSON.stringify({ name: "app", private: true, type: "module" }));
  const forPackages = ["-r", "--filter", "./packages/*"];
  run("npx", ["-y", "pnpm@10.34.9", ...forPackages, "pack", "--pack-destination", folder], root);
  const tarballs: Packed["tarballs"] = Object.fromEntries(
    readdirSync(folder)
      .map((file) => [/^uptake-(\w+)-[\d.]+\.tgz$/.exec(file)?.[1], join(folder, file)] as const)
      .filter((pair): pair is [string, string] => pair[0] !== undefined),
  );
  run("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", "--silent", ...Object.values(tarballs)], app);
  project.provide("packed", { app, tarballs });
  return () => rm(folder, { recursive: true });
}
