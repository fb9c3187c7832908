import type { Host } from "../host/host.ts";
import { scenarioFiles, seriesCsv } from "../output/result-files.ts";
import type { ResultFiles } from "../receipt/with-receipt.ts";
import { bottlenecksOf } from "../studies/bottleneck.ts";
import type { CompleteStudy } from "../studies/complete-study.ts";
import { headlinesOf } from "../studies/headline.ts";
import { bottleneckCsv, funnelCsv } from "../tables/funnel-tables.ts";
import { type Answer, answerOf, needsBaseline, withoutLevers } from "../words/run-answer.ts";
import { runEnsembles } from "./run-ensembles.ts";

/** Holds what `uptake run` found, and the files it writes, without the receipt. */
export interface ScenarioRun {
  readonly answer: Answer;
  /**
   * Checksums of the runs of the scenario, of business as usual where that was run too, then under other beliefs, and with
   * each step made easier.
   */
  readonly checksums: readonly string[];
  readonly files: ResultFiles;
}

/**
 * Runs one scenario, beside business as usual where it has levers, and with each step made easier where `bottleneck` asks
 * for it. The same study gives the same files.
 */
export async function runScenario(
  host: Host,
  study: CompleteStudy & { readonly replicates: number; readonly bottleneck: boolean },
): Promise<ScenarioRun> {
  const { scenario, seed, replicates } = study;
  const baseline = needsBaseline(scenario) ? [withoutLevers(scenario)] : [];
  const ensembles = await runEnsembles(host, [scenario, ...baseline], { replicates, seed, funnel: true });
  const [ensemble, usual] = ensembles;
  if (!ensemble) throw new Error("a scenario was not run");
  const believed = await headlinesOf(host, [ensemble]);
  const [stuck] = study.bottleneck ? await bottlenecksOf(host, [ensemble]) : [];
  const answer = answerOf(ensemble, usual, believed.headlines[0], stuck);
  const note = `Run with: uptake run scenario.yaml --seed ${JSON.stringify(seed)} --replicates ${replicates} (uptake ${answer.version})`;
  const files = scenarioFiles(scenario, note);
  files.set("series.csv", seriesCsv(ensemble)).set("summary.json", `${JSON.stringify(answer, undefined, 2)}\n`);
  files.set("funnel.csv", funnelCsv(ensemble));
  if (stuck) files.set("bottlenecks.csv", bottleneckCsv(stuck));
  const checksums = [...ensembles.flatMap((one) => one.checksums), ...believed.checksums, ...(stuck?.checksums ?? [])];
  return { answer, checksums, files };
}
