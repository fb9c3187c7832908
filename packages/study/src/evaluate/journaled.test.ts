import { type Plan, prepare, scenario } from "@uptake/model";
import { beforeAll, describe, expect, test } from "vitest";
import { evaluateHere } from "./evaluate-here.ts";
import type { Evaluate, EvaluationJob } from "./evaluation.ts";
import { type Journal, journalLine, readJournalLine } from "./journal.ts";
import { journaled } from "./journaled.ts";
import { wholeRun } from "./whole-runs.ts";

let job: EvaluationJob;
beforeAll(async () => {
  const of = (strategy: string): Promise<Plan> =>
    prepare(scenario({ district: "small-rural", strategy, horizon: 24, target: { month: 22 } }));
  job = {
    plans: [await of("business-as-usual"), await of("coaching-only")],
    seed: "a",
    statistics: [
      { series: "adoption", month: 22 },
      { series: "cost", month: 24 },
      { series: "no such series", month: 1 },
    ],
    evaluations: Array.from({ length: 10 }, (_, i) => ({
      plan: i % 2,
      replicate: i >> 1,
      ...(i > 7 ? { values: { "support.floor": i / 30 } } : {}),
    })),
  };
});

const inMemory = (lines: string[]): Journal => ({ read: () => lines, append: (more) => void lines.push(...more) });

/** Counts the runs that are made. */
function counting(): { readonly evaluate: Evaluate; readonly runs: () => number } {
  let runs = 0;
  const evaluate: Evaluate = (asked, options) => {
    runs += asked.evaluations.length;
    return evaluateHere(asked, options);
  };
  return { evaluate, runs: () => runs };
}

describe("a journal", () => {
  test("lets an interrupted job go on, with the same bits", async () => {
    const lines: string[] = [];
    const end = new AbortController();
    const onProgress = (done: number): void => {
      if (done === 6) end.abort(new Error("enough"));
    };
    const first = journaled(evaluateHere, inMemory(lines))(job, { signal: end.signal, onProgress });
    await expect(first).rejects.toThrow("enough");
    expect(lines).toHaveLength(6);
    lines[3] = lines[3]!.slice(0, 40); // as a disk that is full would leave it
    lines.push(journalLine("another job", { checksum: "0", values: Float64Array.of(1) }), "", "null");
    const { evaluate, runs } = counting();
    const heard: number[] = [];
    const said: number[] = [];
    const journal = { ...inMemory(lines), leftOut: (count: number) => void said.push(count) };
    const resumed = await journaled(evaluate, journal)(job, { onProgress: (done) => void heard.push(done) });
    expect(said).toEqual([2]);
    expect(runs()).toBe(5);
    expect(heard).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(resumed).toEqual(await evaluateHere(job));
  });
  test("holds nothing of a job whose results are only passing", async () => {
    const lines: string[] = [];
    const passing = await journaled(evaluateHere, inMemory(lines))(job, { passing: true });
    expect(lines).toEqual([]);
    expect(passing).toEqual(await evaluateHere(job));
  });
  test("that changes while it is read again row by row is told, and the runs made again", async () => {
    const whole = {
      ...job,
      statistics: [],
      whole: wholeRun(job.plans, false),
      evaluations: job.evaluations.slice(0, 8),
    };
    const lines: string[] = [];
    await journaled(evaluateHere, inMemory(lines))(whole);
    const changed = [(lines[0] as string).slice(0, -9), lines[4] as string, "", "null"];
    const { evaluate, runs } = counting();
    const said: number[] = [];
    const journal: Journal = {
      ...inMemory([...lines]),
      readAgain: (place) => changed[place] ?? (lines[place] as string),
      leftOut: (count) => void said.push(count),
    };
    const resumed = journaled(evaluate, journal);
    expect(await resumed(whole)).toEqual(await evaluateHere(whole));
    expect([runs(), said]).toEqual([4, [4]]);
  });
  test("knows a run again in another job, whatever its plan is called", async () => {
    const lines: string[] = [];
    await journaled(evaluateHere, inMemory(lines))(job);
    const { evaluate, runs } = counting();
    const [usual, coached] = job.plans as [Plan, Plan];
    const renamed = { ...coached, scenario: { ...coached.scenario, name: "Coaches" } };
    const evaluations = [9, 3, 1].map((i) => ({ ...job.evaluations[i]!, plan: 0 }));
    const other = { ...job, plans: [renamed, usual], evaluations };
    const again = await journaled(evaluate, inMemory(lines))(other);
    expect(runs()).toBe(0);
    expect(again).toEqual(await evaluateHere(other));
    await journaled(evaluate, inMemory(lines))({ ...other, seed: "b" });
    expect(runs()).toBe(3);
  });
  test("tries what failed again", async () => {
    const lines: string[] = [];
    const { evaluate, runs } = counting();
    const broken = { ...job, evaluations: [{ plan: 5, replicate: 0 }] };
    const run = journaled(evaluate, inMemory(lines));
    expect(await run(broken)).toEqual(await evaluateHere(broken));
    expect((await run(broken)).failures).toHaveLength(1);
    expect(runs()).toBe(2);
    expect(lines).toEqual([]);
  });
  test("takes no line that was changed, in whatever place", () => {
    const line = journalLine("k", { values: Float64Array.of(0.15, 2, Number.NaN, 4), checksum: "c9" }, 3, "mine");
    expect(readJournalLine(line, "mine")).toBeDefined();
    for (const [i, character] of [...line].entries())
      for (const other of ["9", "0", "a", ""])
        if (other !== character)
          expect(readJournalLine(line.slice(0, i) + other + line.slice(i + 1), "mine")).toBeUndefined();
    for (let length = 0; length < line.length; length++)
      expect(readJournalLine(line.slice(0, length), "mine")).toBeUndefined();
  });
  test("takes no line of a journal with another key", async () => {
    const lines: string[] = [];
    await journaled(evaluateHere, { ...inMemory(lines), key: "one build" })(job);
    const { evaluate, runs } = counting();
    const said: number[] = [];
    const journal = { ...inMemory(lines), leftOut: (count: number) => void said.push(count) };
    const again = await journaled(evaluate, { ...journal, key: "another" })(job);
    expect([runs(), said]).toEqual([10, [10]]);
    expect(again).toEqual(await evaluateHere(job));
    await journaled(evaluate, { ...journal, key: "one build" })(job);
    expect(runs()).toBe(10);
  });
  test("keeps every number to the bit", () => {
    const values = Float64Array.of(0.1 + 0.2, -0, Number.NaN, Infinity, -Infinity, 5e-324, 2 ** 53 + 2, 1 / 3);
    const [key, read] = readJournalLine(journalLine("k", { values, checksum: "c" }))!;
    expect(key).toBe("k");
    expect(Array.from(read.values, (x, i) => Object.is(x, values[i]))).not.toContain(false);
  });
});
