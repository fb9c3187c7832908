import { defaultWorld, InputError, type Plan, prepare, type ScenarioInput, scenario } from "@uptake/model";
import { validateScenario } from "@uptake/model/validate";
import { describe, expect, test } from "vitest";
import { compare } from "../compare/compare.ts";
import { rivalAssumptions } from "./rival-assumptions.ts";
import { type RivalsOptions, rivals } from "./rivals.ts";

const plan = (input: ScenarioInput): Promise<Plan> =>
  prepare(scenario({ district: "small-rural", horizon: 40, parameters: { draw: "fixed" }, ...input }));

const invited = { entry: { cohorts: 1 } };
const coached = plan({ name: "coached", levers: { ...invited, coaching: { teachersPerCoach: 10 } } });
const institutes = plan({ name: "institutes", levers: { ...invited, learning: { institutes: 5 } } });
const usual = plan({ name: "usual" });

// Prescription that costs far more than the prior allows, and speeds novices: behind when it costs, ahead when it is free.
const costly = {
  draw: "fixed",
  values: {
    ...defaultWorld(),
    "lapsing.prescription": 4,
    "depth.prescription": 3,
    "trying.confidence": 0,
    "lapsing.confidence": 0,
  },
} as const;
const coaching = { ...invited, coaching: { teachersPerCoach: 10 } };
const free = plan({ name: "free", levers: coaching, parameters: costly });
const prescribed = plan({
  name: "prescribed",
  levers: { ...coaching, guidance: { prescription: 1, choice: 0.5 } },
  parameters: costly,
});

// Institutes of no effect leave those who hold them no better off.
const uselessInstitutes = {
  name: "useless-institutes",
  doc: "Institutes have no effect",
  values: { "depth.institutes": 0, "awareness.institutes": 0 },
};

describe("rivals", () => {
  const options: RivalsOptions = { replicates: 6, seed: "rivals", month: 34, rivals: ["levels-sum"] };

  test("find a planted flip", async () => {
    const asked: RivalsOptions = { ...options, replicates: 16, measure: "depth50", rivals: ["free-prescription"] };
    const found = await rivals([await prescribed, await free], asked);
    expect(found.ranking.map(({ plan: name, rank }) => [name, rank])).toEqual([
      ["prescribed", 2],
      ["free", 1],
    ]);
    const [rival] = found.rivals;
    expect(rival).toMatchObject({ name: "free-prescription", series: "depth50", flips: 1, decided: 1 });
    expect(rival?.ranking.map(({ rank }) => rank)).toEqual([1, 2]);
    const [pair] = rival?.pairs ?? [];
    expect(pair).toMatchObject({ first: "prescribed", second: "free", flips: true, decided: true });
    expect(pair?.share).toBeGreaterThan(0.5);
  });

  test("find none under an assumption that harms the plan behind", async () => {
    const found = await rivals([await coached, await institutes], { ...options, rivals: [uselessInstitutes] });
    expect(found.rivals[0]).toMatchObject({ flips: 0, decided: 0 });
    expect(found.rivals[0]?.pairs[0]?.share).toBe(0);
  });

  test("change nothing under the assumption already made, and agree with compare", async () => {
    const same = { name: "same", doc: "As before", switches: { contagion: "simple" } } as const;
    const found = await rivals([await usual, await coached], { ...options, rivals: [same] });
    const [pair] = found.rivals[0]?.pairs ?? [];
    expect(pair?.after).toEqual(pair?.before);
    const changed = found.rivals[0]?.ranking.map(({ change, ...rest }) => ({ ...rest, change: change?.estimate }));
    expect(changed).toEqual(found.ranking.map((one) => ({ ...one, change: 0 })));
    expect(found.pairs[0]?.difference).toEqual(pair?.before);
    const compared = await compare(await coached, await usual, { replicates: 6, seed: "rivals" });
    expect(pair?.before).toEqual(compared.difference("adoption", { month: 34 }));
  });

  test("hold every pair of three plans, in the order given", async () => {
    const thin = await plan({ name: "thin", levers: { ...invited, coaching: { teachersPerCoach: 60 } } });
    const found = await rivals([await usual, await coached, thin], { ...options, replicates: 2 });
    const order = [
      ["usual", "coached"],
      ["usual", "thin"],
      ["coached", "thin"],
    ];
    expect(found.pairs.map(({ first, second }) => [first, second])).toEqual(order);
    const pairs = found.rivals[0]?.pairs ?? [];
    expect(pairs.map(({ first, second }) => [first, second])).toEqual(order);
    const [first, over, second] = pairs.map(({ after }) => after.estimate ?? Number.NaN) as [number, number, number];
    expect(over).toBeCloseTo(first + second, 12);
    expect(over).not.toBe(0);
  });

  test("rank equals alike, and less as better where it is", async () => {
    const twin = await plan({ name: "twin" });
    const none = { replicates: 2, month: 34, rivals: [] };
    expect((await rivals([await usual, twin], none)).ranking.map(({ rank }) => rank)).toEqual([1, 1]);
    const cost = await rivals([await coached, await usual], { ...none, measure: "cost" });
    expect(cost.measure).toEqual({ series: "cost", month: 34, better: "less" });
    expect(cost.ranking.map(({ rank }) => rank)).toEqual([2, 1]);
  });

  test("rank by what a survey shows, where adoption is asked for", async () => {
    const plans = [await coached, await usual];
    const bySurvey: RivalsOptions = { ...options, rivals: ["measured-by-survey", "no-peers"] };
    const found = await rivals(plans, bySurvey);
    expect(found.rivals.map(({ name, series }) => [name, series])).toEqual([
      ["measured-by-survey", "survey.reported"],
      ["no-peers", "adoption"],
    ]);
    const deep = await rivals(plans, { ...bySurvey, measure: "depth50" });
    expect(deep.rivals.map(({ name }) => name)).toEqual(["no-peers"]);
    expect(deep.skipped).toEqual([
      { name: "measured-by-survey", reason: "a survey asks for adoption, not for depth50" },
    ]);
  });

  test("of one plan tell what they change, without a place", async () => {
    const found = await rivals([await coached], { ...options, rivals: ["no-peers"] });
    expect(found.ranking).toMatchObject([{ plan: "coached", rank: null, change: null }]);
    const [alone] = found.rivals;
    expect(alone).toMatchObject({ pairs: [], flips: 0, decided: 0 });
    const [{ mean, change }] = alone!.ranking as [(typeof found.ranking)[number]];
    expect(change!.estimate).toBeCloseTo(mean! - found.ranking[0]!.mean!, 12);
    expect(change!.replicates).toBe(6);
  });

  test("are plain, and hear of progress", async () => {
    const heard: number[] = [];
    const found = await rivals([await coached, await usual], {
      ...options,
      replicates: 1,
      rivals: ["levels-weakest"],
      onProgress: (done, total) => void heard.push(done / total),
    });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    expect(heard).toEqual([0.25, 0.5, 0.75, 1]);
  });
});

describe("rivals refuse", () => {
  const issues = async (plans: readonly Plan[], options: RivalsOptions): Promise<unknown> => {
    const error = await rivals(plans, options).catch((thrown: unknown) => thrown);
    return error instanceof InputError ? error.issues : error;
  };

  test("no plan", async () => {
    expect(await issues([], {})).toMatchObject([
      { code: "too-few", path: "plans", value: 0, allowed: "1 to 32 plans" },
    ]);
  });

  test("too many plans, and two of one name", async () => {
    const one = await usual;
    expect(
      await issues(
        Array.from({ length: 33 }, () => one),
        {},
      ),
    ).toMatchObject([{ code: "too-many" }]);
    expect(await issues([one, one], {})).toMatchObject([
      { code: "repeated-name", path: "plans[1].scenario.name", value: "usual" },
    ]);
  });

  test("everything wrong at once", async () => {
    const other = await plan({ name: "other", parameters: { draw: "sampled" } });
    const options: RivalsOptions = {
      measure: "adoptoin",
      month: 41,
      rivals: [
        "no-peer",
        "no-peers",
        "no-peers",
        { name: "own", doc: "Own", values: { "peers.widht": 1, "exit.early": 7 } },
      ],
    };
    expect(await issues([await usual, other], options)).toMatchObject([
      { code: "different-worlds", path: "plans[1]" },
      { code: "repeated-name", path: "rivals[2]" },
      { code: "unknown-rival", path: "rivals[0]", nearest: "no-peers" },
      { code: "unknown-parameter", path: "rivals[3].values.peers.widht", nearest: "peers.width" },
      { code: "out-of-range", path: "rivals[3].values.exit.early" },
      { code: "unknown-measure", path: "measure", nearest: "adoption" },
      { code: "out-of-range", path: "month", value: 41, allowed: "a whole number, 0 to 40" },
    ]);
  });

  test("plans to be read at different months", async () => {
    const short = await plan({ name: "short", funded: 12 });
    expect(await issues([await usual, short], { month: "sustained" })).toMatchObject([{ code: "different-months" }]);
  });
});

test("every rival is named once, says what it assumes, and is a sound scenario", async () => {
  expect(new Set(rivalAssumptions.map(({ name }) => name)).size).toBe(rivalAssumptions.length);
  for (const { name, doc, switches = {}, values = {} } of rivalAssumptions) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(doc).toMatch(/^[A-Z].*[^.]$/);
    expect(await validateScenario({ switches, parameters: { values } })).toHaveProperty("scenario");
  }
});
