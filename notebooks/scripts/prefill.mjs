// Fills Observable Framework's cache from node_modules before every build and preview, so that it asks no network for
// anything. Names that a page uses without importing them (Plot, d3, html, .csv()) come from here; every other name that
// Framework's own client mentions gets an empty folder, which is enough for a version to be found. A page that uses such
// a name fails to build, naming the package.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { here } from "./framework.mjs";
import { leftOut } from "./left-out.mjs";

const vendored = ["@observablehq/plot", "d3", "htl", "isoformat", "d3-dsv"]; // dependencies of this package
/** The workspace's packages that pages use. */
export const packages = ["model", "study", "charts"];

const cache = join(here, "src/.observablehq/cache");

/** Reads the manifest of a dependency of this package. */
const manifestOf = (name) => JSON.parse(readFileSync(join(here, "node_modules", name, "package.json"), "utf8"));

/** Lists the files below a folder. */
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());

const forBrowsers = { bundle: true, format: "esm", platform: "browser", target: "es2022", minify: true };

/** Puts what Framework would fetch where it would keep it. */
export async function prefill() {
  rmSync(join(cache, "_npm"), { recursive: true, force: true });
  const client = join(here, "node_modules/@observablehq/framework/dist/client");
  const names = new Set(vendored);
  for (const path of filesIn(client)) {
    const text = readFileSync(path, "utf8").replaceAll(/import type \{[^}]*\} from ["'][^"']*["']/g, "");
    for (const [, name] of text.matchAll(/["']npm:((?:@[\w-]+\/)?[\w.-]+)/g)) names.add(name);
  }
  for (const name of names) {
    const known = vendored.includes(name);
    const version = known ? manifestOf(name).version : "0.0.0";
    const folder = join(cache, "_npm", `${name}@${version}`);
    mkdirSync(folder, { recursive: true });
    if (!known) continue;
    await build({
      stdin: { contents: `export * from ${JSON.stringify(name)};`, resolveDir: here },
      outfile: join(folder, "_esm.js"),
      ...forBrowsers,
    });
  }
  await bundlePackages();
}

/**
 * Bundles the workspace's packages, and the libraries they share with pages, to where Framework keeps such bundles. Its own
 * would lose every part that a package imports later on, and would keep old code as long as a version stays the same.
 * Workers are bundled by themselves: a file that is shared with one holds whatever either of both uses of it, so that
 * pages would load the model's engine, which they never run.
 */
export async function bundlePackages() {
  const used = namesUsed();
  const [forPages, forWorkers] = [[], []];
  for (const name of [...packages.map((name) => `@uptake/${name}`), "@observablehq/plot", "d3"]) {
    // A library that no page names is bundled with the charts, which need a part of it.
    if (!name.startsWith("@uptake/") && !used.has(name)) continue;
    const { version, exports } = manifestOf(name);
    for (const path of name.startsWith("@uptake/") ? Object.keys(exports) : ["."]) {
      const part = join(name, path);
      // Parts that no page names would only cut what is shared into smaller files.
      if (!used.has(part)) continue;
      const out = join(`${name}@${version}`, path === "." ? "index" : path);
      if (used.get(part).size === 0) forWorkers.push({ in: part, out });
      else forPages.push({ in: `used:${part}`, out });
    }
  }
  rmSync(join(cache, "_node"), { recursive: true, force: true });
  const common = { ...forBrowsers, absWorkingDir: here, outdir: join(cache, "_node"), splitting: true };
  await Promise.all([
    build({
      ...common,
      entryPoints: forPages,
      chunkNames: "@uptake/shared/[name]-[hash]",
      plugins: [onlyUsed(used), leftOut],
    }),
    build({ ...common, entryPoints: forWorkers, chunkNames: "@uptake/workers/[name]-[hash]" }),
  ]);
}

/**
 * Finds the parts of the workspace's packages that pages name, as in `@uptake/study/compare`, and the names they import from
 * each: a page need not load what no page uses. A part that is only named, as a worker's is, has none: it is taken whole.
 */
export function namesUsed() {
  const used = new Map();
  const pages = filesIn(join(here, "src")).filter(
    (path) =>
      /\.(ts|md)$/.test(path) &&
      !path.endsWith(".test.ts") &&
      !path.includes(".observablehq") &&
      !path.startsWith(join(here, "src/data")), // loaders run when the site is built
  );
  for (const path of pages) {
    const text = readFileSync(path, "utf8").replaceAll(/import type \{[^}]*\} from ["'][^"']*["']/g, "");
    for (const [, name] of text.matchAll(/["'](@uptake\/[\w/-]+|@observablehq\/plot|d3)["']/g))
      if (!used.has(name)) used.set(name, new Set());
    const lists = [
      ...text.matchAll(/import \{([^}]*)\} from ["'](@uptake\/[\w/-]+|@observablehq\/plot|d3)["']/g),
      ...text.matchAll(/const \{([^}]*)\} = await import\(["'](@uptake\/[\w/-]+)["']\)/g),
    ];
    for (const [, names, name] of lists)
      for (const one of names.split(",").map((each) => each.trim().split(" as ")[0]))
        if (one !== "" && !one.startsWith("type ")) used.get(name).add(one);
  }
  return used;
}

/** Lets esbuild take `used:PACKAGE` for a module of the names that pages use of a package. */
const onlyUsed = (used) => ({
  name: "only-used",
  setup(build) {
    build.onResolve({ filter: /^used:/ }, ({ path }) => ({ path: path.slice("used:".length), namespace: "used" }));
    build.onLoad({ filter: /.*/, namespace: "used" }, ({ path }) => ({
      contents: `export { ${[...used.get(path)].join(", ")} } from ${JSON.stringify(path)};`,
      resolveDir: here,
    }));
  },
});

/** What data loaders read of the repository, besides its packages. */
const records = ["docs/model.md", "docs/validation.md", "tests/patterns/figures.json", "tests/patterns/forecasts.json"];

/** Drops what data loaders computed when the packages or records it rests on have changed, or `how` it is computed. */
export function forgetOldRuns(how) {
  const hash = createHash("sha256").update(how);
  for (const name of packages) {
    for (const path of filesIn(join(here, "../packages", name, "dist")).sort()) {
      if (path.endsWith(".js")) hash.update(readFileSync(path));
    }
  }
  for (const path of records) hash.update(readFileSync(join(here, "..", path)));
  const stamp = join(cache, "runs.stamp");
  const now = hash.digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  rmSync(join(cache, "data"), { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  writeFileSync(stamp, now);
}
