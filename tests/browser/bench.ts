/**
 * Measures the built pages in Chromium, beside those of older commits in the same run: how long a reader waits, what the
 * browser takes of the processor, and what each page weighs.
 *
 *   pnpm bench:pages [--against REV]… [--alone] [--json] [--record]
 *
 * `--against` builds a commit in a temporary folder; without it that is the last one before the pages were written anew, and
 * with `--alone` none. `--json` prints one object; `--record` keeps the figures for `docs/performance.md`. Progress goes to
 * stderr. Exit codes: 0 done, 1 something could not be measured, 2 wrong options.
 */

import { readdirSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  buildCommits,
  describeWorkingTree,
  findCommits,
  root,
  UnknownRevision,
} from "../../packages/cli/bench/builds.mjs";
import { describeMachine } from "../../packages/cli/bench/machine.mjs";
import { printed } from "../../packages/cli/bench/print.mjs";
import { runProgram, stopAll } from "../../packages/cli/bench/process.mjs";
import { rotated, workingTree } from "../../packages/cli/bench/taken.mjs";
import { byLink, type Measured, pageFigures, withRatios } from "./bench/page-figures.ts";
import { pageWeight } from "./bench/page-weight.ts";
import { type PlanTimes, timePlan } from "./bench/time-plan.ts";
import { open } from "./site.ts";

/** The last commit before the pages were written anew. */
const before = "72ddb02";

/** Times that builds take turns; the best counts. */
const rounds = 4;

/** Districts that are timed, by what links call them. */
const districts: Readonly<Record<string, string>> = { D11: "", "large-urban": "large-urban" };

const tell = (text: string): void => console.error(`bench: ${text}`);

interface Build {
  readonly name: string;
  readonly folder: string;
}

/** Builds the sites of commits. */
async function sitesOf(revisions: readonly string[]): Promise<Build[]> {
  const builds = await buildCommits(await findCommits(revisions), tell);
  for (const { name, root: place } of builds) {
    tell(`building the pages of ${name}`);
    await runProgram(process.execPath, [join(place, "notebooks/scripts/build.mjs")], place);
  }
  return builds.map(({ name, root: place }) => ({ name, folder: join(place, "notebooks/dist") }));
}

/** Weighs every page of a build, and counts the words of the answer that its first shows without JavaScript. */
async function weigh({ folder }: Build): Promise<Pick<Measured, "weights" | "firstWords">> {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".html") && file !== "404.html")
    .map((file) => file.replace(/\.html$/, ""));
  const site = await open("Chromium", undefined, folder);
  const weights: Record<string, number> = {};
  for (const name of names) weights[name] = (await pageWeight(site, name === "index" ? "" : name)).bytes;
  weights[byLink] = (await pageWeight(site, "?v=1&coaching=5")).bytes;
  const context = await site.driver.context({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.address);
  const answers = await page.locator(".answer").allTextContents();
  await site.close();
  return { weights, firstWords: answers.join(" ").split(/\s+/).filter(Boolean).length };
}

/** Measures builds, which take turns. */
async function measure(builds: readonly Build[]): Promise<Record<string, Measured>> {
  const times: Record<string, Record<string, PlanTimes[]>> = {};
  const measured: Record<string, Measured> = {};
  for (const build of builds) {
    times[build.name] = Object.fromEntries(Object.keys(districts).map((district) => [district, []]));
    tell(`${build.name}: pages`);
    measured[build.name] = { times: times[build.name]!, ...(await weigh(build)) };
  }
  for (let round = 0; round < rounds; round++)
    for (const { name, folder } of rotated(builds, round))
      for (const [district, called] of Object.entries(districts)) {
        tell(`${name}: ${district}, round ${round + 1} of ${rounds}`);
        times[name]![district]!.push(await timePlan(folder, called));
      }
  return measured;
}

process.on("exit", stopAll);
try {
  const { values: options } = parseArgs({
    args: process.argv.slice(3).filter((one) => one !== "--"),
    options: {
      against: { type: "string", multiple: true, default: [before] },
      alone: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      record: { type: "boolean", default: false },
    },
  });
  const older = await sitesOf(options.alone ? [] : options.against);
  const load = loadavg()[0] ?? 0;
  const measured = await measure([{ name: workingTree, folder: join(root, "notebooks/dist") }, ...older]);
  const result = {
    ...(await describeWorkingTree()),
    against: older.map(({ name }) => name),
    date: new Date().toISOString().slice(0, 10),
    ...describeMachine(),
    /** Load of the machine by other work, before the first measurement. */
    load: Number(load.toFixed(2)),
    rows: pageFigures(measured, Object.keys(districts)),
    failed: {},
  };
  console.log(options.json ? JSON.stringify(result) : printed({ ...result, rows: withRatios(result.rows) }));
  if (load > 0.5) tell(`the machine was at other work (load ${load.toFixed(1)}): times by the clock are too long`);
  if (options.record)
    writeFileSync(new URL("bench/recorded.json", import.meta.url), `${JSON.stringify(result, null, 2)}\n`);
} catch (error) {
  const { message, code = "" } = error as Error & { readonly code?: string };
  for (const line of message.split("\n")) tell(line);
  process.exitCode = error instanceof UnknownRevision || code.startsWith("ERR_PARSE_ARGS") ? 2 : 1;
}
