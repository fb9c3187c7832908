#!/usr/bin/env node
/**
 * Starts the command line. In a checkout it first compiles whatever changed since the last build, speaking on stderr
 * only; the published package ships compiled and skips that.
 */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const cli = dirname(dirname(fileURLToPath(import.meta.url)));
if (existsSync(join(cli, "src"))) {
  const { compileWhatChanged } = await import("../scripts/compile-what-changed.js");
  if (!compileWhatChanged(cli)) process.exit(1);
}
await import("../dist/main.js");
