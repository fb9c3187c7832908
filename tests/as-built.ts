import { dirname, resolve } from "node:path";
import type { Plugin } from "vite";

/** Matches a source of a package: the package's folder, and where the source stands in `src` as its product in `dist`. */
const source = /^(.*\/packages\/[^/]+)\/src\/(.*)(?<!\.test)\.ts$/;

/** Returns what a source that is imported from a folder compiles to; undefined for what is no source of a package. */
export function builtFrom(name: string, folder: string): string | undefined {
  const [, home, path] = source.exec(resolve(folder, name)) ?? [];
  return home && `${home}/dist/${path}.js`;
}

/**
 * Gives tests that import a source what it compiles to, which Node loads as it is. Vitest would transform each file, so that
 * every call from one to another looked its name up: studies took up to twice as long.
 */
export function asBuilt(): Plugin {
  return {
    name: "as-built",
    enforce: "pre",
    resolveId(name, importer) {
      if (importer === undefined || !name.startsWith(".")) return undefined;
      return builtFrom(name, dirname(importer));
    },
  };
}
