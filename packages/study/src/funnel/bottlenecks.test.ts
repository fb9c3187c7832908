import { type Plan, prepare, type Scenario, scenario, simulate, type Transition, transitions } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { closable, closedWorld } from "../../test-support/closed-worlds.ts";
import { evaluateHere } from "../evaluate/evaluate-here.ts";
import { meanInterval } from "../statistics/mean-interval.ts";
import { worldsOf } from "../statistics/worlds-of.ts";
import { type Bottlenecks, bottlenecks } from "./bottlenecks.ts";
import { describeBottlenecks, gainedName, standingClause, stillSentence } from "./describe-bottlenecks.ts";
import { standingWords, transitionWords } from "./transition-words.ts";

const small = (input = {}): Scenario => scenario({ district: "small-rural", strategy: "coaching-only", ...input });
const gainOf = ({ transitions: all }: Bottlenecks, name: Transition) =>
  all.find(({ transition }) => transition === name)!;
const namesWithout = (found: Bottlenecks): Transition[] =>
  found.transitions.filter(({ moves }) => !moves).map(({ transition }) => transition);

describe("a transition that is closed by hand", () => {
  test.for(closable)("is named first: %s", async (name) => {
    const found = await bottlenecks(scenario(closedWorld(name)), { replicates: 8, seed: "closed" });
    expect(found.first).toBe(name);
    expect(found.clear).toBe(true);
    const [first, second] = found.transitions;
    expect(first!.gain.estimate).toBeGreaterThan(2 * (second!.gain.estimate as number));
    expect(describeBottlenecks(found, found.funnel)).toContain(
      `${standingWords[name].stand}: halving that obstacle adds `,
    );
  });
  test("is none where nothing is hard, and nobody stops", async () => {
    const found = await bottlenecks(scenario(closedWorld()), { replicates: 8, seed: "closed" });
    expect(found.first).toBeNull();
    expect(namesWithout(found).sort()).toEqual(["drop", "give-up", "hear", "lapse"]);
    expect(describeBottlenecks(found, found.funnel)).toContain("cannot be told from nothing");
  });
});

describe("bottlenecks", () => {
  test("are the differences of the runs as set and eased, each made alone", async () => {
    const asked = small({ horizon: 36, target: { month: 22 }, ease: { try: 3 } });
    const found = await bottlenecks(asked, { replicates: 3, seed: "s", first: 2 });
    const adoption = async (one: Scenario): Promise<number[]> => {
      const plan = await prepare(one);
      return [2, 3, 4].map((replicate) => simulate(plan, { seed: "s", replicate }).measures.adoption[22] as number);
    };
    const asSet = await adoption(asked);
    for (const { name } of transitions) {
      const easier = await adoption({ ...asked, ease: { ...asked.ease, [name]: 2 * asked.ease[name] } });
      const mean = easier.reduce((sum, share, r) => sum + share - asSet[r]!, 0) / 3;
      const { gain, moves } = gainOf(found, name);
      if (moves) expect(gain.estimate).toBeCloseTo(mean, 12);
      else expect([gain.estimate, mean]).toEqual([null, 0]);
    }
    const gains = found.transitions.flatMap(({ gain }) => gain.estimate ?? []);
    expect(gains).toEqual([...gains].sort((a, b) => b - a));
    expect(found).toMatchObject({ name: "coaching-only", month: 22, series: "adoption", replicates: 3, worlds: 3 });
    expect(found.checksums).toHaveLength(30);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });
  test("are of what the target counts, and run each reading of a plan that leaves settings unknown", async () => {
    const asked = small({
      strategy: { base: "coaching-only", levers: { coaching: { teachersPerCoach: { between: [8, 80] } } } },
      horizon: 12,
      target: { of: "sign-ups", month: 10 },
      ease: { try: 20 },
    });
    const found = await bottlenecks(asked, { replicates: 3 });
    expect([found.series, gainedName(found)]).toEqual(["label", "the share of teachers signed up in May of year 1"]);
    const signUps = async (one: Scenario): Promise<number[]> => {
      const plan = await prepare(one);
      return [0, 1, 2].map((replicate) => simulate(plan, { seed: "uptake", replicate }).measures.label[10] as number);
    };
    const [asSet, easier] = await Promise.all([asked, { ...asked, ease: { ...asked.ease, try: 40 } }].map(signUps));
    const mean = easier!.reduce((sum, share, r) => sum + share - asSet![r]!, 0) / 3;
    expect(mean).not.toBe(0);
    expect(gainOf(found, "try").gain.estimate).toBeCloseTo(mean, 12);
  });
  test("are the same whoever makes the runs", async () => {
    const asked = small({ horizon: 12, target: { month: 10 } });
    const here = await bottlenecks(asked, { replicates: 2 });
    const there = await bottlenecks(asked, {
      replicates: 2,
      evaluate: async (job, options) => structuredClone(await evaluateHere(structuredClone(job), options)),
    });
    expect(there).toEqual(here);
  });
  test("take the world as the unit where worlds repeat", async () => {
    const { loadKeptWorlds } = await import("@uptake/model");
    const table = await loadKeptWorlds();
    const worlds = { ...table, source: "own", rows: table.rows.slice(0, 2) };
    const asked = small({ horizon: 12, target: { month: 10 }, parameters: { worlds } });
    const found = await bottlenecks(asked, { replicates: 8 });
    expect([found.replicates, found.worlds]).toEqual([8, 2]);
    expect(describeBottlenecks(found, found.funnel)).toContain("8 replicates in 2 worlds");
    const [plan, easier] = await Promise.all([
      prepare(asked),
      prepare({ ...asked, ease: { ...asked.ease, try: 2 * asked.ease.try } }),
    ]);
    const numbers = Array.from({ length: 8 }, (_, replicate) => replicate);
    const adoption = (one: Plan, replicate: number): number =>
      simulate(one, { seed: "uptake", replicate }).measures.adoption[10] as number;
    const differences = numbers.map((replicate) => adoption(easier, replicate) - adoption(plan, replicate));
    const { mean, low, high } = meanInterval(differences, worldsOf("uptake", numbers, asked.parameters).numbers);
    const { gain } = gainOf(found, "try");
    expect([gain.estimate, gain.low, gain.high]).toEqual([mean, low, high]);
    expect(gain.low).not.toBe(meanInterval(differences).low);
  });
  test("cannot be told where nothing moves, and are not zero there", async () => {
    const noRoute = await bottlenecks(small({ strategy: "business-as-usual" }), { replicates: 2 });
    for (const name of ["join", "drop"] as const)
      expect(gainOf(noRoute, name)).toMatchObject({ moves: false, behind: null, gain: { estimate: null, low: null } });
    expect(stillSentence(noRoute)).toContain(
      "nothing can be told: no school joins the programme, no school leaves the programme",
    );
    expect(describeBottlenecks(noRoute, noRoute.funnel)).not.toContain("more schools");
  });
  test("cannot be told at the start, from one run, or where nobody knows and nobody hears", async () => {
    const start = await bottlenecks(small({ target: { month: 0 } }), { replicates: 2 });
    expect(start.first).toBeNull();
    expect(namesWithout(start)).toHaveLength(9);
    expect(describeBottlenecks(start, start.funnel)).toBe(
      "At the start no teacher and no school has taken any step, so where the plan gets stuck cannot be told.",
    );
    const one = await bottlenecks(small({ horizon: 12 }), { replicates: 1 });
    expect([one.first, one.clear]).toEqual([null, false]);
    expect(describeBottlenecks(one, one.funnel)).toBe(
      "Where the plan gets stuck cannot be told from 1 world, which gives no interval.",
    );
    const silent = {
      "start.adoption": 0,
      "start.trying": 0,
      "start.aware": 0,
      "awareness.messages": 0,
      "awareness.vision": 0,
    };
    const nobody = await bottlenecks(
      small({ strategy: "business-as-usual", horizon: 11, parameters: { values: silent } }),
      { replicates: 2 },
    );
    expect(namesWithout(nobody)).toHaveLength(9);
    expect(describeBottlenecks(nobody, nobody.funnel)).toContain("cannot be told");
  });
  test("refuse no replicates", async () => {
    await expect(bottlenecks(small(), { replicates: 0 })).rejects.toThrow(/out of range/);
  });
});

describe("the sentence", () => {
  const gain = (estimate: number, low: number, high: number) => ({
    estimate,
    low,
    high,
    replicates: 32,
    paired: true as const,
  });
  const none = { estimate: null, low: null, high: null, replicates: 0, paired: true as const };
  const share = (mean: number, half: number, of: "member" | "all" = "member") => ({
    of,
    share: { mean, low: mean - half, high: mean + half, replicates: 32 },
  });
  const made: Bottlenecks = {
    version: "0.1.0",
    name: "made up",
    seed: "a",
    parameters: "sampled",
    replicates: 32,
    worlds: 32,
    series: "adoption",
    month: 34,
    transitions: [
      { transition: "try", moves: true, gain: gain(0.19, 0.15, 0.23), behind: null },
      { transition: "lapse", moves: true, gain: gain(0.06, 0.04, 0.08), behind: gain(0.13, 0.1, 0.16) },
      { transition: "join", moves: true, gain: gain(0.01, 0.002, 0.018), behind: gain(0.18, 0.14, 0.22) },
      { transition: "drop", moves: false, gain: none, behind: null },
    ],
    first: "try",
    clear: true,
    funnel: {
      month: 34,
      replicates: 32,
      worlds: 32,
      parts: [],
      standings: { try: share(0.62, 0.05) } as unknown as Bottlenecks["funnel"]["standings"],
    },
    failures: [],
    checksums: [],
  };
  const [first, second, join, drop] = made.transitions as [
    Bottlenecks["transitions"][number],
    Bottlenecks["transitions"][number],
    Bottlenecks["transitions"][number],
    Bottlenecks["transitions"][number],
  ];
  const standing = (one: ReturnType<typeof share>): Bottlenecks["funnel"] => ({
    ...made.funnel,
    standings: { ...made.funnel.standings, try: one },
  });

  const say = (one: Bottlenecks): string => describeBottlenecks(one, one.funnel);

  test("names who stands where, what halving it adds, and what more schools would add", () => {
    expect(describeBottlenecks(made, made.funnel)).toBe(
      "By May of year 3, most teachers of member schools (62%) know the practice and do not try it: halving that obstacle adds 19 points (15–23) to adoption in May of year 3, most of all; next, where users stop, 6 (4–8); more schools would add 1 (0.2–1.8) (95% intervals, 32 worlds, paired).",
    );
    expect(stillSentence(made)).toBe("Of what nobody does, nothing can be told: no school leaves the programme.");
  });
  test("says most only where the whole interval is over half", () => {
    expect(standingClause(standing(share(0.52, 0.05, "all")), "try")).toBe(
      "52% of teachers know the practice and do not try it",
    );
    expect(standingClause(standing(share(0.05, 0.01)), "try")).toBeUndefined();
    expect(describeBottlenecks(made, standing(share(0.05, 0.01)))).toMatch(
      /^What holds the plan back most is that teachers know the practice and do not try it: halving/,
    );
  });
  test("names no second that cannot be told from nothing, and says what more schools would cost", () => {
    const said = say({
      ...made,
      transitions: [
        first,
        { ...second, gain: gain(0.01, -0.01, 0.03) },
        { ...join, gain: gain(-0.02, -0.05, 0.01) },
        drop,
      ],
    });
    expect(said).toContain("most of all; more schools would take away 2 (−1 to 5) (");
    expect(said).not.toContain("users stop");
  });
  test("names those that cannot be told apart", () => {
    const said = say({
      ...made,
      clear: false,
      transitions: [first, { ...second, gain: gain(0.17, 0.12, 0.22), behind: gain(0.02, -0.01, 0.05) }, join, drop],
    });
    expect(said).toBe(
      "Which obstacle holds the plan back most cannot be told: halving one adds, in points, to adoption in May of year 3: 19 (15–23) where teachers know the practice and do not try it and 17 (12–22) where users stop; more schools would add 1 (0.2–1.8) (95% intervals, 32 worlds, paired).",
    );
  });
  test("has words of every transition", () => {
    for (const { name, of } of transitions) {
      expect(transitionWords[name].label).not.toBe("");
      expect(standingWords[name].of).toBe(of);
    }
  });
});
