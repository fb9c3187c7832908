// Starts Observable Framework's own command with telemetry off, and without a network: what it needs is in its cache.

import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { start } from "./children.mjs";

/** The folder of the pages. */
export const here = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Starts `observable` with arguments. */
export function framework(args, { env = {}, ...options } = {}) {
  const bin = join(here, "node_modules/@observablehq/framework/dist/bin/observable.js");
  return start(process.execPath, ["--import", new URL("no-network.mjs", import.meta.url).href, bin, ...args], {
    cwd: here,
    env: { ...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true", ...env },
    ...options,
  });
}
