import { loadKeptWorlds, type Plan, prepare, type ScenarioInput, scenario } from "@uptake/model";
import { beforeAll, describe, expect, test } from "vitest";
import { nodeThread } from "../../test-support/node-thread.ts";
import { costPerAddedSustainedAdopter } from "../compare/added-cost.ts";
import { cardsOf } from "../compare/cards.ts";
import { compare, pairedDifference } from "../compare/compare.ts";
import { comparedMeasures } from "../compare/compare-to-precision.ts";
import { streamedDifferences } from "../compare/streamed-differences.ts";
import { bandsOf } from "../ensemble/bands.ts";
import { ensembles } from "../ensemble/ensemble.ts";
import { column } from "../ensemble/series.ts";
import { keptOf } from "../ensemble/streamed-ensemble.ts";
import { summarise, summariseAt } from "../ensemble/summarise.ts";
import { summary } from "../ensemble/summary.ts";
import { suspect } from "../ensemble/suspect.ts";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import { evaluateInWorkers } from "../evaluate/evaluate-in-workers.ts";
import type { Evaluate } from "../evaluate/evaluation.ts";
import { journaled } from "../evaluate/journaled.ts";
import { pairedPrecision } from "../statistics/paired-precision.ts";
import { unitsOf } from "../statistics/worlds-of.ts";
import { targetProbability } from "../target/target.ts";
import { targetStatistics } from "../target/target-statistics.ts";
import { type StreamedEnsembles, streamEnsembles } from "./stream-ensembles.ts";
import { worldByWorld } from "./world-by-world.ts";

const built = new URL("../../dist/evaluate/evaluate-worker.js", import.meta.url);

/** Two made-up schools, which run fast, and a table of worlds so short that worlds come again. */
const schools = [
  { id: "e", name: "East", level: "elementary" as const, enrolment: 240, teachers: 16, lowIncomeShare: 0.5 },
  { id: "m", name: "Mill", level: "middle" as const, enrolment: 180, teachers: 12, lowIncomeShare: 0.2 },
];
const district = { id: "hill", name: "Hill", source: "Made up", schools };
const plansOf = (parameters: NonNullable<ScenarioInput["parameters"]>): Promise<Plan[]> =>
  Promise.all(
    ["business-as-usual", "all-six-lessons"].map((strategy) =>
      prepare(scenario({ district, horizon: 14, funded: 3, target: { month: 10, share: 0.3 }, strategy, parameters })),
    ),
  );
const kept = await loadKeptWorlds();
const worlds = { source: "a table of nineteen", parameters: kept.parameters, rows: kept.rows.slice(0, 19) };
const draws = [{ draw: "sampled", worlds }, { draw: "fixed" }, { draw: "priors" }] as const;
const options = { replicates: 90, seed: "streamed", first: 5 };

/** Tells whether numbers are the same to rounding; null and NaN are no values. */
function near(found: unknown, expected: unknown, within = 0): void {
  const a = typeof found === "number" ? found : Number.NaN;
  const b = typeof expected === "number" ? expected : Number.NaN;
  if (Number.isNaN(a) && Number.isNaN(b)) return;
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(b)) + within);
}

/** Returns what ensembles hold but for their functions. */
const toldBy = ({ ensembles: all }: StreamedEnsembles) =>
  all.map(({ cost: _, students: __, coachHours: ___, ...rest }) => rest);

describe.for(draws)("streamed runs of worlds that are $draw", (parameters) => {
  let plans: Plan[];
  beforeAll(async () => {
    plans = await plansOf(parameters);
  });
  test("tell what the same runs tell that are kept", async () => {
    const whole = await ensembles(plans, options);
    const { ensembles: streamed, failures } = await streamEnsembles(plans, options);
    expect(failures).toEqual([]);
    for (const [p, ensemble] of whole.entries()) {
      const stream = streamed[p]!;
      expect([...stream.series.keys()]).toEqual([...ensemble.series.keys()]);
      expect([stream.worlds, stream.replicates, stream.first]).toEqual([ensemble.worlds, 90, 5]);
      for (const [name, { within }] of stream.series) {
        const [means, others] = [summarise(ensemble, name), summarise(stream, name)];
        const [bands, otherBands] = [bandsOf(ensemble, name), bandsOf(stream, name)];
        for (const month of means.month) {
          for (const end of ["mean", "low", "high"] as const) near(others[end][month], means[end][month]);
          for (const p of ["p10", "p90"] as const) near(others[p][month], means[p][month], within[month]);
          for (const p of ["p5", "p25", "p50", "p75", "p95"] as const)
            near(otherBands[p][month], bands[p][month], within[month]);
          if (p === 0) continue;
          const less = pairedDifference(whole[0]!, ensemble, name, month);
          const { mean, low, high, replicates } = stream.differences.get(name)!;
          expect(replicates[month]).toBe(less.replicates);
          for (const [a, b] of [
            [mean[month], less.estimate],
            [low[month], less.low],
            [high[month], less.high],
          ])
            near(a, b);
        }
        const [at, otherAt] = [summariseAt(ensemble, name, 9), summariseAt(stream, name, 9)];
        expect(otherAt.replicates).toBe(at.replicates);
      }
      const units = unitsOf(ensemble.worlds);
      if (p > 0) {
        const asked = [...comparedMeasures(plans[0]!), { series: "band.large", month: 3 }].filter(({ series }) =>
          ensemble.series.has(series),
        );
        for (const one of streamedDifferences(streamed[0]!, stream, asked)) {
          const [without, here] = [whole[0]!, ensemble].map((own) => column(own.series.get(one.series)!, one.month));
          const precision = pairedPrecision(without!, here!, units);
          for (const end of ["estimate", "halfWidth", "varianceReduction", "leastHalfWidth"] as const)
            near(one[end], precision[end], 1e-6);
        }
      }
      near(stream.cost.total.summary.mean, summary(ensemble.cost.total, units).mean);
      near(stream.cost.total.summary.p90, summary(ensemble.cost.total, units).p90, stream.cost.total.within);
      for (const [name, { summary: own }] of stream.coachHours)
        near(own.high, summary(ensemble.coachHours.get(name)!, units).high);
      expect(targetStatistics(stream)).toEqual(targetStatistics(ensemble));
      expect(suspect(stream)).toEqual(suspect(ensemble));
      near(stream.chance?.low, targetStatistics(ensemble).chance.low);
      near(cardsOf(stream).adoption.plan.high, cardsOf(ensemble).adoption.plan.high);
    }
  });
  test("keep numbers of the first replicates alone where so few are asked for", async () => {
    const whole = await ensembles(plans, options);
    const first = await ensembles(plans, { ...options, replicates: 40 });
    const { ensembles: streamed } = await streamEnsembles(plans, { ...options, keep: 40 });
    for (const [p, stream] of streamed.entries()) {
      expect([stream.replicates, keptOf(stream).replicates]).toEqual([90, 40]);
      expect(targetStatistics(keptOf(stream))).toEqual(targetStatistics(first[p]!));
      near(targetProbability(stream).high, targetProbability(whole[p]!).high);
      expect(() => targetStatistics(stream)).toThrow(/not kept/);
      expect(keptOf(first[p]!)).toBe(first[p]);
    }
    const ratio = costPerAddedSustainedAdopter(keptOf(streamed[1]!), keptOf(streamed[0]!));
    expect(ratio).toEqual(costPerAddedSustainedAdopter(first[1]!, first[0]!));
    await expect(streamEnsembles(plans, { ...options, keep: -1 })).rejects.toThrow("no number of replicates");
  });
  test("tell the same to the bit, whoever makes the runs", async () => {
    const few = { ...options, replicates: 60 };
    const here = await streamEnsembles(plans, few);
    const pool = evaluateInWorkers({ spawn: () => nodeThread(built), workers: 2 });
    try {
      const there = await streamEnsembles(plans, { ...few, evaluate: pool.evaluate });
      expect(toldBy(there)).toEqual(toldBy(here));
    } finally {
      pool.dispose();
    }
  });
});

/** Counts the numbers that a result holds, however deep. */
function numbersIn(value: unknown): number {
  if (typeof value === "number") return 1;
  if (ArrayBuffer.isView(value)) return (value as Float64Array).length;
  if (value instanceof Map) return numbersIn([...value.values()]);
  if (typeof value === "object" && value !== null)
    return Object.values(value).reduce((sum: number, one) => sum + numbersIn(one), 0);
  return 0;
}

describe("streamed runs", () => {
  let plans: Plan[];
  beforeAll(async () => {
    plans = await plansOf({ draw: "fixed" });
  });
  test("take no more room the more there are, but for their worlds and the numbers that are kept of each", async () => {
    const [few, many, all] = await Promise.all(
      [{ replicates: 20, keep: false }, { replicates: 120, keep: false }, { replicates: 120 }].map((own) =>
        streamEnsembles(plans, own),
      ),
    );
    expect(numbersIn(many)).toBe(numbersIn(few) + 2 * 100);
    // What the target is of at two indices, adopters and teachers, two times, cost and deep student-years at most.
    expect(numbersIn(all)).toBeLessThanOrEqual(numbersIn(many) + 2 * 120 * 8);
    expect(() => targetStatistics(many!.ensembles[0]!)).toThrow(/not kept/);
    expect(many!.ensembles[0]!.chance).toEqual(all!.ensembles[0]!.chance);
  });
  test("are made in batches, of which none is larger than another", async () => {
    const sizes: number[] = [];
    const counting: Evaluate = (job, running) => {
      sizes.push(job.evaluations.length);
      return evaluateHere(job, running);
    };
    const heard: number[] = [];
    const checksums = new Map<string, string>();
    await streamEnsembles(plans, {
      replicates: 520,
      evaluate: counting,
      onProgress: (done, total) => heard.push(done / total),
      onRun: (plan, replicate, checksum) => checksums.set(`${replicate} ${plan}`, checksum),
    });
    expect(sizes).toEqual([512, 512, 16]);
    expect(heard.at(-1)).toBe(1);
    expect(heard).toEqual(heard.toSorted((a, b) => a - b));
    const [first, second] = await ensembles(plans, { replicates: 520 });
    expect(first!.checksums.map((_, r) => [checksums.get(`${r} 0`), checksums.get(`${r} 1`)])).toEqual(
      first!.checksums.map((one, r) => [one, second!.checksums[r]]),
    );
  });
  test("leave a replicate in which one fails out of all plans", async () => {
    const failing: Evaluate = async (job, running) => {
      const results = await evaluateHere(job, running);
      const evaluation = job.evaluations.findIndex(({ plan, replicate }) => plan === 1 && replicate === 3);
      return evaluation < 0
        ? results
        : { ...results, failures: [{ evaluation, stage: "simulate", cause: "a reason" }] };
    };
    const { ensembles: left, failures } = await streamEnsembles(plans, { replicates: 8, evaluate: failing });
    expect(failures).toEqual([{ plan: 1, replicate: 3, stage: "simulate", cause: "a reason" }]);
    expect(left.map(({ replicates }) => replicates)).toEqual([7, 7]);
    const { baseline } = await compare(plans[0]!, plans[1]!, { replicates: 8 });
    const adoption = baseline.series.get("adoption")!;
    const values = Array.from({ length: 8 }, (_, r) => adoption.values[r * 15 + 10]!).filter((_, r) => r !== 3);
    near(summariseAt(left[0]!, "adoption", 10).mean, summary(values).mean);
    expect([...left[0]!.series.get("adoption")!.columns.get(10)!]).toEqual(values);
  });
  test("are only asked for where nothing is heard of them", async () => {
    const listing: Evaluate = async (job, running) =>
      (job.evaluations[0]?.replicate ?? 0) < 256
        ? evaluateHere(job, running)
        : { values: new Float64Array(), checksums: [], failures: [], listed: true };
    const [few] = (await streamEnsembles([plans[0]!], { replicates: 256, keep: false })).ensembles;
    const [listed] = (await streamEnsembles([plans[0]!], { replicates: 700, keep: false, evaluate: listing }))
      .ensembles;
    expect(listed!.replicates).toBe(700);
    expect([listed!.chance, listed!.digest]).toEqual([few!.chance, few!.digest]);
  });
  test("that a journal keeps go on where they were stopped, from rows that are read again one by one", async () => {
    const lines: string[] = [];
    const asked: number[] = [];
    const journal = {
      read: () => ["", ...lines],
      readAgain: (place: number) => {
        asked.push(place);
        return place === 8 ? "changed meanwhile" : (lines[place - 1] ?? "");
      },
      append: (more: readonly string[]) => void lines.push(...more),
    };
    const settings = { replicates: 12, resumable: true } as const;
    const end = new AbortController();
    const onProgress = (done: number): void => {
      if (done === 9) end.abort(new Error("enough"));
    };
    const stopped = { ...settings, evaluate: journaled(evaluateHere, journal), signal: end.signal, onProgress };
    await expect(streamEnsembles(plans, stopped)).rejects.toThrow("enough");
    expect(lines).toHaveLength(9);
    let made = 0;
    const counted: Evaluate = (job, running) => {
      made += job.evaluations.length;
      return evaluateHere(job, running);
    };
    const resumed = await streamEnsembles(plans, { ...settings, evaluate: journaled(counted, journal) });
    expect(asked.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(made).toBe(24 - 8);
    expect(toldBy(resumed)).toEqual(toldBy(await streamEnsembles(plans, { replicates: 12 })));
  });
  test("are refused where none can be made", async () => {
    await expect(streamEnsembles(plans, { replicates: 0 })).rejects.toThrow("replicates");
    await expect(streamEnsembles([plans[0]!, (await plansOf({ draw: "priors" }))[1]!])).rejects.toThrow(/worlds/);
    const failing: Evaluate = async (job, running) => ({
      ...(await evaluateHere(job, running)),
      failures: job.evaluations.map((_, evaluation) => ({ evaluation, stage: "simulate", cause: "a reason" })),
    });
    await expect(streamEnsembles(plans, { replicates: 2, evaluate: failing })).rejects.toThrow("every run failed");
  });
  test("come world by world", () => {
    expect([...worldByWorld(7, 3)]).toEqual([0, 3, 6, 1, 4, 2, 5]);
    expect([...worldByWorld(2, 3)]).toEqual([0, 1]);
    expect([...worldByWorld(3, 3)]).toEqual([0, 1, 2]);
  });
});
