import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { useOf } from "../afresh.mjs";
import { lackOf, workingTree } from "../taken.mjs";

const SHIPPED = "packages/cli/studies";
/** Rounds end when both ways together took this many seconds, but not before two of them nor after five. */
const ENOUGH = 30;
/** Seconds of work on one thread from which threads must pay. */
const LONG = 20;

/** Shipped studies with more replicates, which take long enough for threads to pay. */
const longer = [
  { study: "sweep", replicates: 256 },
  { study: "rivals", replicates: 512 },
];

/** Measures the shipped studies on as many threads as are chosen by default, against one thread, by the clock. */
export const studies = {
  name: "studies",
  async measure({ builds }) {
    const out = mkdtempSync(join(tmpdir(), "uptake-bench-"));
    try {
      const figures = [];
      for (const study of shipped(builds[0])) figures.push(await compare(builds, study, out));
      for (const { study, replicates } of longer) figures.push(await compare([builds[0]], study, out, replicates));
      return figures;
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  },
};

/** Lists the kinds of study that a build ships an example of. */
function shipped({ root }) {
  const files = readdirSync(join(root, SHIPPED)).filter((name) => name.endsWith(".yaml"));
  return files.map((name) => basename(name, ".yaml")).sort();
}

/** Compares the two ways of running one study; older builds run it once each way. */
async function compare(builds, study, out, replicates) {
  const more = replicates === undefined ? [] : ["--replicates", String(replicates)];
  const figure = {
    name: `study-${study}${replicates ?? ""}`,
    title: `\`${study}\`, ${replicates === undefined ? "the shipped study" : `${replicates} replicates`}`,
    unit: "of the time on one thread",
    judged: "itself",
    older: {},
    lacks: {},
  };
  for (const build of builds) {
    if (!shipped(build).includes(study)) {
      figure.lacks[build.name] = "ships no such study";
      continue;
    }
    const rounds = build.name === workingTree ? { least: 2, most: 5 } : { least: 1, most: 1 };
    try {
      const { shared, one } = await bothWays(build, study, out, more, rounds);
      if (build.name !== workingTree) figure.older[build.name] = shared / one;
      else {
        const targets = one >= LONG ? { must: 0.6, stretch: 0.55 } : { must: 1 };
        Object.assign(figure, { now: shared / one, note: `${one.toFixed(1)} s on one thread`, ...targets });
      }
    } catch (error) {
      figure.lacks[build.name] = lackOf(build.name, error).lacks;
    }
  }
  return figure;
}

/** Runs a study on default threads and on one, in turns; returns the least seconds of each by the clock. */
async function bothWays({ root }, study, out, more, { least, most }) {
  const args = [join(root, "packages/cli/bin/uptake.js"), "study", join(root, SHIPPED, `${study}.yaml`), ...more];
  const ways = { shared: ["--out", join(out, "shared")], one: ["--out", join(out, "one"), "--threads", "1"] };
  const best = { shared: Number.POSITIVE_INFINITY, one: Number.POSITIVE_INFINITY };
  let taken = 0;
  for (let round = 0; round < least || (round < most && taken < ENOUGH); round++) {
    for (const way of round % 2 === 0 ? ["shared", "one"] : ["one", "shared"]) {
      const { wall } = await useOf([...args, ...ways[way]]);
      best[way] = Math.min(best[way], wall);
      taken += wall;
    }
  }
  return best;
}
