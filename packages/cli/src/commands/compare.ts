import type { Scenario } from "@uptake/model";
import { type Comparison, pairedDifference } from "@uptake/study";
import { type Decisive, decisiveParameter } from "@uptake/study/beliefs";
import { targetSeries, targetWords } from "@uptake/study/target";
import type { Command } from "commander";
import { BadInput, type Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { beliefsOptionOf, beliefsOptions } from "../input/beliefs-options.ts";
import {
  bottleneckOption,
  howOften,
  placeOptions,
  precisionOptions,
  precisionRule,
  type RawOptions,
  runOptions,
} from "../input/options.ts";
import { meansFile } from "../input/scenario-source.ts";
import { settle } from "../input/settle-scenarios.ts";
import { targetOptionOf, targetOptions } from "../input/target-options.ts";
import { scenarioFiles, seriesCsv } from "../output/result-files.ts";
import { checkFolder, writeFolder } from "../output/write-folder.ts";
import { runEnsembles } from "../run/run-ensembles.ts";
import { type Precision, runToPrecision } from "../run/run-to-precision.ts";
import { runStudyFile } from "../run/study-command.ts";
import { bottlenecksOf } from "../studies/bottleneck.ts";
import { headlinesOf, headlineValues } from "../studies/headline.ts";
import type { StudyKind } from "../studies/study-kind.ts";
import { bottleneckCsv, funnelCsv } from "../tables/funnel-tables.ts";
import { describeDecisive } from "../words/describe-decisive.ts";
import { describeForecasts } from "../words/describe-forecasts.ts";
import { describeFunnels } from "../words/describe-funnel.ts";
import { describeDependence, headlineOutcome, headlineTable } from "../words/describe-headline.ts";
import { differenceSentence, endingNotes, pairingNote } from "../words/describe-precision.ts";
import { describeSetting, describeTarget } from "../words/describe-run.ts";
import { describeSuspect } from "../words/describe-suspect.ts";
import { describeUnknown } from "../words/describe-unknown.ts";
import { counted, percent, points, sparkline, when } from "../words/format.ts";
import { type Answer, answerOf, needsBaseline, targetSummary, withoutLevers } from "../words/run-answer.ts";
import { table } from "../words/text-table.ts";

/** Adds `uptake compare`: two scenarios in the same worlds and luck. */
export function addCompare(program: Command, host: Host, kinds: readonly StudyKind[]): void {
  const command = program
    .command("compare")
    .description("compare two strategies in the same worlds and luck: B less A; or run a study file of kind compare")
    .argument("[a]", "strategy name or scenario file; alone, a study file")
    .argument("[b]", "strategy name or scenario file; a name beside a file takes the place of that file's strategy")
    .option("--threads <n>", "threads that make the runs of a study file")
    .option("--example", "run the shipped study file of kind compare");
  bottleneckOption(precisionOptions(beliefsOptions(targetOptions(runOptions(placeOptions(command)))))).action(
    (a: string | undefined, b: string | undefined, raw: RawOptions) =>
      a === undefined || b === undefined ? study(host, kinds, a, raw) : compare(host, [a, b], raw),
  );
}

/** Options of two strategies that a study file says itself. */
const said = {
  district: "--district",
  roster: "--roster",
  format: "--format",
  districtId: "--district-id",
  months: "--months",
  halfWidth: "--half-width",
  cap: "--cap",
  of: targetOptionOf.of,
  target: targetOptionOf.share,
  by: targetOptionOf.month,
  ...beliefsOptionOf,
} as const;

/** Runs a study file of kind compare. */
async function study(
  host: Host,
  kinds: readonly StudyKind[],
  file: string | undefined,
  raw: RawOptions,
): Promise<void> {
  const message = "is of use only with two strategies; a study file says it in its scenario";
  const faults = Object.entries(said)
    .filter(([name]) => raw[name as keyof typeof said] !== undefined)
    .map(([, path]): Fault => ({ code: "conflict", path, message }));
  if (raw.bottleneck === false) faults.push({ code: "conflict", path: "--no-bottleneck", message });
  if (file !== undefined && !meansFile(host, file))
    faults.push({ code: "missing", path: "b", message: `is needed: a strategy to compare ${file} with` });
  if (faults.length > 0) throw new BadInput(faults);
  await runStudyFile(host, { kinds, kind: "compare", file, raw });
}

type Ensembles = Comparison["plans"];

/** Holds a paired difference at every index, as columns. */
function differences([a, b]: Ensembles, name: string) {
  if (!a || !b || !a.series.has(name) || !b.series.has(name)) return null;
  const month = Array.from({ length: a.horizon + 1 }, (_, index) => index);
  const all = month.map((index) => pairedDifference(a, b, name, index));
  return {
    month,
    mean: all.map((one) => one.estimate),
    low: all.map((one) => one.low),
    high: all.map((one) => one.high),
    replicates: a.replicates,
    paired: true as const,
  };
}

async function compare(host: Host, names: readonly [string, string], raw: RawOptions): Promise<void> {
  const faults: Fault[] = [];
  const message = "is of use only with a study file";
  if (raw.threads !== undefined) faults.push({ code: "conflict", path: "--threads", message });
  if (raw.example) faults.push({ code: "conflict", path: "--example", message });
  await checkFolder(host, raw.out, faults);
  const rule = precisionRule(raw, howOften(raw, []).replicates, faults);
  const settled = await settle(host, names, raw, faults);
  const [first, second] = settled.scenarios;
  if (!first || !second || faults.length > 0) throw new BadInput(faults);
  checkTargets(first, second);
  const usual = [first, second].filter(needsBaseline).map(withoutLevers);
  const same = usual.every((one) => JSON.stringify(one) === JSON.stringify(usual[0]));
  const scenarios = [first, second, ...(same ? usual.slice(0, 1) : usual)];
  const { ensembles, precision } = rule
    ? await runToPrecision(host, scenarios, settled.seed, rule)
    : { ensembles: await runEnsembles(host, scenarios, { ...settled, funnel: true }), precision: undefined };
  const [a, b, ...baselines] = ensembles;
  if (!a || !b) return;
  const baselineOf = (scenario: typeof first): (typeof baselines)[number] | undefined =>
    needsBaseline(scenario) ? baselines[same || scenario === first || !needsBaseline(first) ? 0 : 1] : undefined;
  const { headlines } = await headlinesOf(host, [a, b]);
  const stuck = raw.bottleneck === false ? [] : await bottlenecksOf(host, [a, b]);
  const both = [
    answerOf(a, baselineOf(first), headlines[0], stuck[0]),
    answerOf(b, baselineOf(second), headlines[1], stuck[1]),
  ] as const;
  const without = headlineValues(a);
  const less = headlineValues(b).map((share, r) => share - (without[r] as number));
  const decides = decisiveParameter(a.scenario, less, { seed: a.seed, first: a.first });
  const { version, seed, replicates, worlds, parameters, district } = both[0];
  const { of } = first.target;
  const series = targetSeries(of);
  const difference = differences([a, b], series);
  const answer = {
    version,
    seed,
    replicates,
    worlds,
    parameters,
    district,
    a: both[0],
    b: both[1],
    ...(precision ? { precision } : {}),
    difference: { of: series, unit: `${targetWords[of].unit}, b less a`, ...difference, decides },
    differences: {
      adoption: differences([a, b], "adoption"),
      depth50: differences([a, b], "depth50"),
      gap: differences([a, b], "gap"),
      cost: differences([a, b], "cost"),
    },
  };
  if (raw.out !== undefined) {
    const files = new Map([["summary.json", `${JSON.stringify(answer, undefined, 2)}\n`]]);
    for (const [letter, ensemble, found] of [
      ["a", a, stuck[0]],
      ["b", b, stuck[1]],
    ] as const) {
      files.set(`${letter}-series.csv`, seriesCsv(ensemble)).set(`${letter}-funnel.csv`, funnelCsv(ensemble));
      if (found) files.set(`${letter}-bottlenecks.csv`, bottleneckCsv(found));
      const note = `Run with: uptake run SCENARIO --seed ${JSON.stringify(seed)} --replicates ${replicates} (uptake ${version})`;
      for (const [name, text] of scenarioFiles(ensemble.scenario, note, `${letter}-`)) files.set(name, text);
    }
    await writeFolder(host, raw.out, files);
  }
  host.out(raw.json ? `${JSON.stringify(answer)}\n` : describe(both, difference, { precision, decides }));
  if (raw.out !== undefined && !raw.json)
    host.out(`\nFiles: summary.json, the scenarios and the tables of A and B in ${raw.out}\n`);
}

/** Refuses to hold scenarios against each other that are asked for shares of different things. */
function checkTargets({ target: { of } }: Scenario, { target: { of: other } }: Scenario): void {
  if (of === other) return;
  const message = `its target is of ${other}, that of the first of ${of}; --of gives both the same`;
  throw new BadInput([{ code: "different-targets", path: "b", message, value: other }]);
}

/** Says how precise the comparison is, and what ended the adding of replicates. */
function describePrecision([a, b]: readonly [Answer, Answer], precision: Precision | undefined): string {
  if (!precision) return "";
  const { parameters, worlds } = a;
  const names = { plan: b.scenario.name, baseline: a.scenario.name, parameters, worlds };
  const ending = { ...precision, halfWidth: precision.asked, parameters, worlds };
  const sentences = [
    differenceSentence(precision, names),
    ...pairingNote(precision, names.plan),
    ...endingNotes(precision.series, ending),
  ];
  return `${sentences.join("\n")}\n`;
}

function describe(
  [a, b]: readonly [Answer, Answer],
  difference: ReturnType<typeof differences>,
  { precision, decides }: { readonly precision: Precision | undefined; readonly decides: Decisive },
): string {
  const entries = [
    { title: `A: ${a.scenario.name}`, answer: a },
    { title: `B: ${b.scenario.name}`, answer: b },
  ];
  const { of, month: asked } = a.target;
  const [withA, withB] = [targetSummary(a), targetSummary(b)];
  const { short } = targetWords[of];
  const last = a.adoption.month.length - 1;
  const months = [...new Set([0, 10, 22, 34, 36, 46, 58, asked, last])]
    .filter((month) => month <= last)
    .sort((x, y) => x - y);
  const at = (column: readonly (number | null)[] | undefined, month: number): number | null => column?.[month] ?? null;
  const rows = months.map((month) => [
    when(month),
    percent(at(withA.mean, month)),
    percent(at(withB.mean, month)),
    points(at(difference?.mean, month)),
    `${points(at(difference?.low, month))} to ${points(at(difference?.high, month))}`,
  ]);
  const unknown = [a, b].flatMap(({ scenario }, i) =>
    describeUnknown(scenario).map((line) => `${i === 0 ? "A" : "B"}: ${line}\n`),
  );
  const line = (reached: typeof withA): string => sparkline(reached.mean.filter((_, month) => month % 3 === 0));
  return `A: ${a.scenario.name}
B: ${b.scenario.name}
${describeSetting(a)}${unknown.join("")}
${table([[short, "A", "B", "B less A, points", "95% interval"], ...rows])}
A ${line(withA)}
B ${line(withB)}  ${short} every three months, on a scale of 0 to 100%

A: ${describeTarget(a)}${describeDependence(a)}B: ${describeTarget(b)}${describeDependence(b)}${describeForecasts(a) || describeForecasts(b)}
The difference is paired: both ran in the same ${a.parameters === "fixed" ? "world" : counted(a.worlds, "world")} with the same luck.
${describePrecision([a, b], precision)}${describeSuspect(entries)}
${describeFunnels(entries)}
${headlineTable(entries)}${a.headline ? `${describeDecisive(decides, `the difference in ${headlineOutcome(a.headline)}`)}\n` : ""}`;
}
