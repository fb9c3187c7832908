import { type Scenario, worldCount } from "@uptake/model";
import { type Ensemble, seriesOf } from "@uptake/study";
import { moreReplicates, type PrecisionEnd, type PrecisionRule, precisionEnd } from "@uptake/study/compare";
import { column, joinEnsembles } from "@uptake/study/ensemble";
import type { Statistic } from "@uptake/study/evaluate";
import { type PairedPrecision, pairedPrecision, unitsOf } from "@uptake/study/statistics";
import { targetSeries } from "@uptake/study/target";
import type { Host } from "../host/host.ts";
import { runEnsembles } from "./run-ensembles.ts";

/** Holds how precise a comparison came out: what the target is of with the second scenario less that with the first. */
export interface Precision extends PairedPrecision, Statistic {
  /** Half-width asked for, and most replicates allowed. */
  readonly asked: number;
  readonly cap: number;
  readonly looks: number;
  readonly ended: PrecisionEnd;
}

/**
 * Runs scenarios in the same worlds and luck, adding replicates until what the first's target is of (adoption, for
 * teachers) with the second less that with the first has the half-width asked for at the target's month (or at the end),
 * the cap is reached, or the worlds there are cannot make it as precise.
 */
export async function runToPrecision(
  host: Host,
  scenarios: readonly Scenario[],
  seed: string,
  rule: Required<PrecisionRule>,
): Promise<{ readonly ensembles: readonly Ensemble[]; readonly precision: Precision }> {
  const [{ target, horizon, parameters }] = scenarios as readonly [Scenario];
  const worlds = parameters.draw === "fixed" ? null : worldCount(parameters);
  const month = Math.min(target.month, horizon);
  const name = targetSeries(target.of);
  let ensembles: readonly Ensemble[] = [];
  let replicates = 0;
  let next = rule.first;
  let looks = 0;
  let difference: PairedPrecision;
  do {
    const more = await runEnsembles(host, scenarios, {
      seed,
      first: replicates,
      replicates: next - replicates,
      funnel: true,
    });
    ensembles = looks === 0 ? more : ensembles.map((one, i) => joinEnsembles(one, more[i] as Ensemble));
    replicates = next;
    looks++;
    const [a, b] = ensembles.map((one) => column(seriesOf(one, name), month)) as [number[], number[]];
    difference = pairedPrecision(a, b, unitsOf((ensembles[0] as Ensemble).worlds));
    next = moreReplicates([difference], replicates, rule, worlds);
  } while (next > replicates);
  const ended = precisionEnd([difference], rule.halfWidth);
  const { halfWidth: asked, cap } = rule;
  return { ensembles, precision: { series: name, month, ...difference, asked, cap, looks, ended } };
}
