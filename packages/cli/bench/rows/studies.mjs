import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { useOf } from "../afresh.mjs";
import { lackOf } from "../taken.mjs";

/** Rounds of the working tree end when both ways together took so many seconds, or after five: long studies have one. */
const ENOUGH = 15;
const MOST = 5;
/** Seconds of work on one thread from which threads must pay. */
const LONG = 20;

/** Measures studies on as many threads as are chosen by default, against one thread, by the clock. */
export const studies = {
  name: "studies",
  async measure({ builds, file }) {
    const out = mkdtempSync(join(tmpdir(), "uptake-bench-"));
    try {
      const figures = [];
      const shipped = studiesIn(folderOf(builds[0]));
      for (const study of shipped) figures.push(await compareShipped(builds, study, out));
      for (const study of studiesIn(file("packages/cli/bench/studies"))) {
        const taken = await bothWays(builds[0], file(`packages/cli/bench/studies/${study}.yaml`), out, MOST);
        figures.push({ ...plainFigure(study), title: `\`${study}\`, made to be long`, ...judged(taken) });
      }
      return figures;
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  },
};

const folderOf = ({ root }) => join(root, "packages/cli/studies");

/** Lists the study files of a folder by name. */
function studiesIn(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  return files.map((name) => basename(name, ".yaml")).sort();
}

const plainFigure = (study) => ({
  name: `study-${study}`,
  unit: "of the time on one thread",
  judged: "itself",
  now: null,
  older: {},
  lacks: {},
});

/** Sets the targets, which hang on how long a study takes on one thread. */
const judged = ({ shared, one }) => ({
  now: shared / one,
  note: `${one.toFixed(1)} s on one thread`,
  ...(one >= LONG ? { must: 0.6, stretch: 0.55 } : { must: 1 }),
});

/** Compares the two ways of running a shipped study; older builds run theirs once each way. */
async function compareShipped([now, ...older], study, out) {
  const fileOf = (build) => join(folderOf(build), `${study}.yaml`);
  const figure = { ...plainFigure(study), title: `\`${study}\`, the shipped study` };
  Object.assign(figure, judged(await bothWays(now, fileOf(now), out, MOST)));
  for (const build of older) {
    if (!studiesIn(folderOf(build)).includes(study)) {
      figure.lacks[build.name] = "ships no such study";
      continue;
    }
    try {
      const { shared, one } = await bothWays(build, fileOf(build), out, 1);
      figure.older[build.name] = shared / one;
    } catch (error) {
      figure.lacks[build.name] = lackOf(build.name, error).lacks;
    }
  }
  return figure;
}

/** Runs a study on default threads and on one, in turns; returns the least seconds of each by the clock. */
async function bothWays({ root }, study, out, most) {
  const args = [join(root, "packages/cli/bin/uptake.js"), "study", study];
  const ways = { shared: [], one: ["--threads", "1"] };
  const best = { shared: Number.POSITIVE_INFINITY, one: Number.POSITIVE_INFINITY };
  let taken = 0;
  for (let round = 0; round < most && taken < ENOUGH; round++) {
    for (const way of round % 2 === 0 ? ["shared", "one"] : ["one", "shared"]) {
      // A folder that holds a result would be taken up again.
      const { wall } = await useOf([...args, ...ways[way], "--out", mkdtempSync(join(out, "run-"))]);
      best[way] = Math.min(best[way], wall);
      taken += wall;
    }
  }
  return best;
}
