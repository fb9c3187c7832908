import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { useOf } from "../afresh.mjs";
import { bothWays, judgedWays, shareOf } from "../both-ways.mjs";
import { lackOf } from "../taken.mjs";

/** Rounds of shipped studies, most of which are short: the least of several counts. */
const SHIPPED = { least: 3, most: 9, enough: 24 };
/** Rounds of long studies, of which noise is a small part, and of older builds. */
const ONCE = { least: 1, most: 1, enough: 0 };

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
        const taken = await timed(builds[0], file(`packages/cli/bench/studies/${study}.yaml`), out, ONCE);
        figures.push({ ...plainFigure(study), title: `\`${study}\`, made to be long`, ...judgedWays(taken) });
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

/** Compares the two ways of running a shipped study; older builds run theirs once each way. */
async function compareShipped([now, ...older], study, out) {
  const fileOf = (build) => join(folderOf(build), `${study}.yaml`);
  const figure = { ...plainFigure(study), title: `\`${study}\`, the shipped study` };
  Object.assign(figure, judgedWays(await timed(now, fileOf(now), out, SHIPPED)));
  for (const build of older) {
    if (!studiesIn(folderOf(build)).includes(study)) {
      figure.lacks[build.name] = "ships no such study";
      continue;
    }
    try {
      figure.older[build.name] = shareOf(await timed(build, fileOf(build), out, ONCE));
    } catch (error) {
      figure.lacks[build.name] = lackOf(build.name, error).lacks;
    }
  }
  return figure;
}

/** Runs a study on default threads and on one, in turns, each time as a whole program. */
function timed({ root }, study, out, rounds) {
  const args = [join(root, "packages/cli/bin/uptake.js"), "study", study];
  const ways = { shared: [], one: ["--threads", "1"] };
  // A folder that holds a result would be taken up again.
  const take = (way) => useOf([...args, ...ways[way], "--out", mkdtempSync(join(out, "run-"))]);
  return bothWays(take, rounds);
}
