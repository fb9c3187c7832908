import { join } from "node:path";
import { strategies } from "@uptake/model";
import type { Command } from "commander";
import { BadInput, type Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { beliefsOptions } from "../input/beliefs-options.ts";
import { placeOptions, type RawOptions, runOptions } from "../input/options.ts";
import { settle } from "../input/settle-scenarios.ts";
import { targetOptions } from "../input/target-options.ts";
import { seriesCsv } from "../output/result-files.ts";
import { checkFolder, writeFolder } from "../output/write-folder.ts";
import { runEnsembles } from "../run/run-ensembles.ts";
import { headlinesOf } from "../studies/headline.ts";
import { writeCsv } from "../tables/csv.ts";
import { headlineTable } from "../words/describe-headline.ts";
import { describeSetting } from "../words/describe-run.ts";
import { studyMeaning, studyQuestion, studyTable } from "../words/describe-study.ts";
import type { Entry } from "../words/describe-suspect.ts";
import { answerOf, needsBaseline, targetSummary } from "../words/run-answer.ts";

/** Strategies compared: those of reference. The presets of networks and districts are run one at a time. */
const compared = strategies.filter(({ kind }) => kind === "reference");

/** Kept worlds that each strategy is run in, unless the options say otherwise. */
const worlds = 256;

/** Adds `uptake start`: the reference strategies on one district, in a table. */
export function addStart(program: Command, host: Host): void {
  const command = program
    .command("start")
    .description("compare the reference strategies on a district (default Colorado Springs D11)");
  beliefsOptions(targetOptions(runOptions(placeOptions(command), worlds))).action((raw: RawOptions) =>
    start(host, raw),
  );
}

async function start(host: Host, raw: RawOptions): Promise<void> {
  const faults: Fault[] = [];
  const folder = raw.out ?? join("out", "start");
  await checkFolder(host, folder, faults);
  const names = compared.map(({ name }) => name);
  const settled = await settle(host, names, raw, faults, worlds);
  if (faults.length > 0) throw new BadInput(faults);
  const ensembles = await runEnsembles(host, settled.scenarios, settled);
  const usual = ensembles[names.indexOf("business-as-usual")];
  const { headlines } = await headlinesOf(host, ensembles);
  const entries = ensembles.map((ensemble, i): Entry => {
    const baseline = needsBaseline(ensemble.scenario) ? usual : undefined;
    return { title: compared[i]?.title ?? "", answer: answerOf(ensemble, baseline, headlines[i]) };
  });
  const files = new Map(ensembles.map((ensemble, i) => [`${names[i]}.csv`, seriesCsv(ensemble)]));
  const answers = Object.fromEntries(entries.map(({ answer }, i) => [names[i] as string, answer]));
  files.set("summary.json", `${JSON.stringify(answers, undefined, 2)}\n`).set("strategies.csv", summaryCsv(entries));
  await writeFolder(host, folder, files);
  if (raw.json) {
    host.out(`${JSON.stringify(answers)}\n`);
    return;
  }
  const [first] = entries;
  host.out(`${first ? studyQuestion(first.answer) : ""}

${first ? describeSetting(first.answer) : ""}
${studyTable(entries)}
${studyMeaning(entries)}
${headlineTable(entries)}
Files: strategies.csv, summary.json and one table a strategy in ${folder}
Next:  pnpm uptake run --strategy all-six-lessons
       pnpm uptake compare coaching-only all-six-lessons
       pnpm uptake list strategies
`);
}

function summaryCsv(entries: readonly Entry[]): string {
  const header = [
    "strategy",
    "replicates",
    "adoption_may_year_3",
    "adoption_low",
    "adoption_high",
    "adoption_august_year_3",
    "target_of",
    "target_share",
    "target_month",
    "reached",
    "reached_low",
    "reached_high",
    "chance_of_target",
    "chance_low",
    "chance_high",
    "gap_may_year_3",
    "adoption_may_year_5",
    "cost_dollars_2024",
    "cost_per_added_sustained_adopter_dollars_2024",
  ];
  const rows = entries.map(({ answer }) => {
    const { scenario, replicates, adoption, target, gap, cost } = answer;
    const reached = targetSummary(answer);
    return [
      scenario.strategy,
      replicates,
      adoption.mean[34] ?? null,
      adoption.low[34] ?? null,
      adoption.high[34] ?? null,
      adoption.mean[36] ?? null,
      target.of,
      target.share,
      target.month,
      reached.mean[target.month] ?? null,
      reached.low[target.month] ?? null,
      reached.high[target.month] ?? null,
      target.probability,
      target.low,
      target.high,
      gap?.mean[34] ?? null,
      adoption.mean[58] ?? null,
      cost.total,
      cost.perAddedSustainedAdopter,
    ];
  });
  return writeCsv(header, rows);
}
