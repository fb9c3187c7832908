import { cpSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { builtFrom } from "../../as-built.ts";

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** Gives a source that is imported as what it compiles to. */
const asBuilt: Plugin = {
  name: "as-built",
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ path, importer }) => {
      const built = builtFrom(path, dirname(importer));
      return built === undefined ? undefined : { path: built };
    });
  },
};

/**
 * Stands for the modules of Node, which other engines have not: a study of plain data calls nothing of them, but for the
 * number of processors, by which a person who waits is told how long.
 */
const hostless: Plugin = {
  name: "hostless",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: "hostless" }));
    onLoad({ filter: /.*/, namespace: "hostless" }, () => ({ contents: "exports.availableParallelism = () => 1;" }));
  },
};

/**
 * Writes into `folder` the one script that every engine runs, `everywhere.js`: what is built of the model, the studies and
 * the command line's kinds of study, with the pinned cases; and the few lines by which each engine loads it.
 */
export async function writeFiles(folder: string): Promise<void> {
  cpSync(here("hosts"), folder, { recursive: true });
  await build({
    entryPoints: [here("everywhere.ts")],
    outfile: `${folder}/everywhere.js`,
    bundle: true,
    format: "iife",
    platform: "browser",
    target: "esnext",
    plugins: [asBuilt, hostless],
    // The script has no place of its own: a study that reads files would ask for one, and fail.
    define: { "import.meta.url": "undefined" },
  });
}
