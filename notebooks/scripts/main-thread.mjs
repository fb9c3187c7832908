// Sees to it that no page runs the model itself: while it ran, nothing on the page would move. A page asks the simulation
// service, whose workers run it; services, and data loaders, which run when the site is built, are no pages.

import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

/** What stands before a reader. */
const faces = /^src\/(?!\.|service\/|data\/).*(?<!\.test)\.ts$/;

/** Names that run the model or start what does; `*` may be any of them. */
const runners =
  /^(\*|simulate\w*|Replicate|populate|ensembles?|compare|compareToPrecision|evaluate\w*|stream\w*|SimulationService|Crew|\w+Workers)$/;

/** What reads what a reader brings, and runs nothing. */
const readers = ["@uptake/model/validate", "@uptake/study/yaml"];

/** The one way to runs. */
const service = "src/service/simulation.ts";

const freezes = "which would run the model in the page's own thread, and freeze the page";
const apart = "past the one crew of workers that all parts of a page share";

/** Lists, in words, how a source of the pages would run the model itself; `path` is relative to `notebooks`. */
export function shortcuts(path, text) {
  const taken = [
    ...[...text.matchAll(/^(?:import|export) +(\{[^}]*\}|\*[^"']*) *from *["']([^"']+)["']/gm)].map(
      ([, list, from]) => ({
        from,
        names: list.startsWith("*") ? ["*"] : namesIn(list),
      }),
    ),
    ...[...text.matchAll(/\bimport\(\s*["']([^"']+)["']/g)].map(([, from]) => ({ from, names: ["*"] })),
  ];
  const run = taken
    .filter(({ from }) => /^@uptake\/(model|study)/.test(from) && !readers.includes(from))
    .flatMap(({ from, names }) => names.filter((name) => runners.test(name)).map((name) => ({ from, name })))
    .map(({ from, name }) => `takes ${name === "*" ? "everything" : `“${name}”`} from ${from}, ${freezes}`);
  const past = taken
    .map(({ from }) => posix.join(posix.dirname(path), from).replace(/\.js$/, ".ts"))
    .filter((target) => target.startsWith("src/service/") && target !== service)
    .map((target) => `takes ${target}, ${apart}`);
  const workers = [...text.matchAll(/\bnew (?:Shared)?Worker\(|import\.meta\.resolve\(/g)].map(
    () => `starts a worker, ${apart}`,
  );
  return [...run, ...past, ...workers].map((fault) => `${path} ${fault}: ask simulation() of ${service} for runs`);
}

/** Lists the values of a list of imports; types run nothing. */
function namesIn(list) {
  const names = list
    .slice(1, -1)
    .split(",")
    .map((name) => name.trim().split(" as ")[0]);
  return names.filter((name) => name !== "" && !name.startsWith("type "));
}

/** Lists the same of all pages below a folder of sources, with the parts and words they are made of. */
export function allShortcuts(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => posix.join("src", name.replaceAll("\\", "/")))
    .filter((path) => faces.test(path))
    .flatMap((path) => shortcuts(path, readFileSync(join(folder, "..", path), "utf8")));
}
