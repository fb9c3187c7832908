import { gzipSync } from "node:zlib";
import { build, type Metafile } from "esbuild";
import { expect, inject, test } from "vitest";

const kibibyte = 1024;

/** Holds what a page weighs, gzipped, in bytes: what it loads at once, and each part that it loads later on. */
interface Weight {
  readonly first: number;
  readonly later: Readonly<Record<string, number>>;
  /** What the first part is made of, minified and not gzipped: bytes by room. */
  readonly rooms: Readonly<Record<string, number>>;
}

/** Lists the files that a bundle loads at once, its entry first. */
function loadedFirst({ outputs }: Metafile, entry: string): string[] {
  const found = [entry];
  for (const path of found)
    for (const { path: next, kind } of outputs[path]?.imports ?? [])
      if (kind === "import-statement" && !found.includes(next)) found.push(next);
  return found;
}

/** Weighs a module as a page would load it. */
async function weigh(contents: string): Promise<Weight> {
  const { app } = inject("packed");
  const { metafile, outputFiles } = await build({
    stdin: { contents, resolveDir: app },
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    outdir: `${app}/weighed`,
    absWorkingDir: app,
    metafile: true,
    write: false,
  });
  const { outputs } = metafile;
  const [entry = ""] = Object.keys(outputs).filter((path) => outputs[path]?.entryPoint !== undefined);
  const first = loadedFirst(metafile, entry);
  const weightOf = (path: string): number => {
    const file = outputFiles.find((one) => one.path === `${app}/${path}`);
    return gzipSync(file?.contents ?? "", { level: 9 }).length;
  };
  const rooms: Record<string, number> = {};
  for (const path of first)
    for (const [input, { bytesInOutput }] of Object.entries(outputs[path]?.inputs ?? {})) {
      const room = /(?:dist|node_modules)\/([\w-]+)/.exec(input.replace("node_modules/@uptake", ""))?.[1] ?? "page";
      rooms[room] = (rooms[room] ?? 0) + bytesInOutput;
    }
  const later = Object.keys(outputs).filter((path) => !first.includes(path) && (outputs[path]?.bytes ?? 0) > kibibyte);
  return {
    first: first.reduce((sum, path) => sum + weightOf(path), 0),
    later: Object.fromEntries(later.map((path) => [path.replace(/^.*\/|-[A-Z0-9]{8}\.js$/g, ""), weightOf(path)])),
    rooms,
  };
}

const inKibibytes = (bytes: number): string => (bytes / kibibyte).toFixed(1);
const listed = (weights: Readonly<Record<string, number>>): string =>
  Object.entries(weights)
    .sort(([, a], [, b]) => b - a)
    .map(([name, bytes]) => `${name} ${inKibibytes(bytes)}`)
    .join(", ");

const everything = `
import { prepare, scenario, simulate } from "@uptake/model";
const plan = await prepare(scenario({ district: "small-rural", strategy: "coaching-only" }));
document.body.textContent = simulate(plan, { seed: "a", replicate: 0 }).measures.adoption[34];
`;
const one = `
import { coachingOnly, prepare, scenario, simulate, smallRural } from "@uptake/model/light";
const known = { strategies: [coachingOnly], districts: [smallRural] };
const plan = await prepare(scenario({ district: "small-rural", strategy: "coaching-only" }, known), known);
document.body.textContent = simulate(plan, { seed: "a", replicate: 0 }).measures.adoption[34];
`;
const preparedFor = (path: string): string => `
import { readyWorlds, simulate } from "@uptake/model/${path}";
addEventListener("message", async ({ data }) => {
  await readyWorlds(data.scenario.parameters);
  postMessage(simulate(data, { seed: "a", replicate: 0 }).measures.adoption[34]);
});
`;

/** What a page loads to simulate, and the kibibytes that it weighs at most: 40 for one strategy, as was asked. */
const pages = [
  ["scenario, prepare and simulate, with every strategy and district", everything, 67.5],
  ["scenario, prepare and simulate, with one strategy and one district", one, 40],
  ["simulate alone, for a plan that was prepared elsewhere", preparedFor("engine"), 49.5],
  ["simulate alone, without the compiled month", preparedFor("light"), 33],
] as const;

test.for(pages)("%s", async ([name, contents, most]) => {
  const { first, later, rooms } = await weigh(contents);
  console.log(
    `${name}: ${inKibibytes(first)} KiB gzipped (${most} at most); when it is needed: ${listed(later)}\n` +
      `  of it before gzip: ${listed(rooms)}`,
  );
  expect(first).toBeLessThanOrEqual(most * kibibyte);
  expect(Object.keys(rooms)).toEqual(expect.arrayContaining(["engine", "evidence", "mechanisms", "seedrandom"]));
  for (const large of ["mathjs", "zod"]) expect(rooms).not.toHaveProperty(large);
});
