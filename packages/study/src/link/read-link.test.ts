import { fc, test as property } from "@fast-check/vitest";
import { profile, version } from "@uptake/model";
import { describe, expect, test } from "vitest";
import firstLinks from "../../test-support/first-links.json" with { type: "json" };
import { longestLink, readLink, startScenario, writeLink } from "./index.ts";

const start = { scenario: startScenario };
const read = async (query: string): Promise<unknown[]> => {
  const { state, notices } = await readLink(query);
  return [state, notices.map(({ code, path }) => `${code} ${path}`)];
};

describe("a link of the first format", () => {
  test.for(Object.entries(firstLinks))("opens what it did: %s", async ([query, scenario]) => {
    expect(await readLink(query)).toEqual({
      state: { scenario },
      notices: [],
      changes: expect.any(Array),
      embed: null,
    });
  });
  test("that gives a control what its strategy gives it already changes nothing, and any other does", async () => {
    const changesOf = async (query: string) => (await readLink(`?v=1&${query}`)).changes;
    // A coach for 20 teachers is 5 for 100.
    for (const same of ["coaching-only&coaching=5", "institutes-only&institutes=5", "business-as-usual&coaching=0"])
      expect(await changesOf(`strategy=${same}`), same).toEqual([]);
    expect(await changesOf("strategy=coaching-only&coaching=4&leaders=0")).toMatchObject([
      { from: "coaching=4&leaders=0", to: "levers.coaching.teachersPerCoach=25" },
    ]);
  });
  test("with a number off a step is read as the nearest on it", async () => {
    const { state, notices } = await readLink("?v=1&coaching=3.1&leaders=20");
    expect(state).toEqual((await readLink("?v=1&coaching=3&leaders=20")).state);
    const allowed = "0 to 10 in steps of 0.25";
    const message = "3.1 is rounded to 3";
    expect(notices).toEqual([{ code: "off-step", path: "coaching", message, value: 3.1, allowed }]);
  });
  test.for(["coaching=11", "coaching=-1", "coaching=1e1", "coaching=", "strategy=atlantis", "cohrts=1"])(
    "is read but for %s",
    async (wrong) => {
      const { state, notices } = await readLink(`?v=1&leaders=20&${wrong}`);
      expect(state).toEqual((await readLink("?v=1&leaders=20")).state);
      expect(notices.map(({ path }) => path)).toEqual([wrong.split("=")[0]]);
    },
  );
});

describe("a link is read", () => {
  const plan = { ...startScenario, levers: { coaching: { teachersPerCoach: 20 } } };
  test.for([
    "levers.coaching.teachersPerCoach=20",
    "?levers.coaching.teachersPerCoach=20.0",
    `?v=2&m=${version}&levers.coaching.teachersPerCoach=20#curve`,
    "/uptake/compare?levers.coaching.teachersPerCoach=20",
    "https://example.org/a=b/?v=2&levers.coaching.teachersPerCoach=20",
    " ?utm_source=mail&utm_campaign=x&fbclid=1&gclid=2&mc_cid=3&ref=4&levers.coaching.teachersPerCoach=20\n",
  ])("from %s", async (text) => expect(await read(text)).toEqual([{ scenario: plan }, []]));

  test.for(["", "?", "https://example.org/a=b/", "/compare", "#a=b", "?utm_source=mail&ref=x&=&"])(
    "from %s as the start",
    async (text) => expect((await readLink(text)).state).toEqual(start),
  );

  test.for([1, 100_000])("with %d replicates, as few and as many as there may be", async (replicates) => {
    const { state, notices } = await readLink(`?replicates=${replicates}`);
    expect([state, notices]).toEqual([{ ...start, replicates }, []]);
  });

  test("with plans pinned under the names they are given, or by their place", async () => {
    const { state, notices } = await readLink("?pin1=A&pin1.funded=24&pin3.funded=12&pin4=");
    const pinned = [24, 12].map((funded, i) => ({ name: ["A", "Plan 3"][i], scenario: { ...startScenario, funded } }));
    expect(state).toEqual({ ...start, pinned: [...pinned, { name: "Plan 4", ...start }] });
    expect(notices).toMatchObject([{ code: "out-of-range", path: "pin4" }]);
  });
  test("with the flag of a figure in another page", async () => {
    expect((await readLink("?embed")).embed).toBe("");
    expect(await readLink("?embed=gap&horizon=48")).toEqual({
      state: { scenario: { ...startScenario, horizon: 48 } },
      notices: [],
      changes: [],
      embed: "gap",
    });
  });
  test("in all the forms of values", async () => {
    const values =
      "levers.coaching.teachersPerCoach=20..40&levers.coaching.intensity=0:1,12:.5&levers.entry.order=need,random&levers.learning=on" +
      "&levers.investment.time=min(1,+t/12)&shocks.7.kind=budget-cut&shocks.7.month=12&shocks.3.kind=coaching-pause&shocks.3.month=6" +
      "&parameters.priors.start.adoption=.1..0.2&parameters.priors.trying.risk=.3~.1&switches.everyoneAware=true&name=2024&seed=7";
    const { state, notices } = await readLink(values);
    expect(notices).toEqual([]);
    expect(state.seed).toBe("7");
    expect(state.scenario).toMatchObject({
      name: "2024",
      levers: {
        coaching: {
          teachersPerCoach: { between: [20, 40] },
          intensity: [
            { from: 0, value: 1 },
            { from: 12, value: 0.5 },
          ],
        },
        entry: { order: { among: ["need", "random"] } },
        learning: {},
        investment: { time: "min(1, t/12)" },
      },
      shocks: [
        { kind: "coaching-pause", month: 6 },
        { kind: "budget-cut", month: 12 },
      ],
      switches: { everyoneAware: true },
      parameters: { priors: { "start.adoption": [0.1, 0.2], "trying.risk": { bell: [0.3, 0.1] } } },
    });
  });
});

describe("what is wrong is left out and told, and the rest stands", () => {
  const rest = { scenario: { ...startScenario, funded: 24 } };
  test.for([
    ["levers.coaching.teachersPerCoach=3", "out-of-range levers.coaching.teachersPerCoach"],
    ["levers.coachng.start=3", "unknown-lever levers.coachng.start"],
    ["district=atlantis", "unknown-district district"],
    ["strategy=__proto__", "unknown-strategy strategy"],
    ["levers.coaching.intensity=t+%2B", "formula levers.coaching.intensity"],
    ["horizon=abc", "wrong-kind horizon"],
    ["horizon=1e999", "wrong-kind horizon"],
    ["shocks.4.kind=budget-cut", "missing shocks.4.month"],
    ["shocks.4.month=3", "missing shocks.4.kind"],
    ["shocks=3", "wrong-kind shocks"],
    ["parameters.worlds=worlds.csv", "unread-file parameters.worlds"],
    ["pin2.horizon=0&pin2=B", "out-of-range pin2.horizon"],
    ["__proto__.polluted=1", "unknown-field __proto__.polluted"],
    ["levers.__proto__.polluted=1", "unknown-field levers.__proto__.polluted"],
    ["parameters.values.constructor=1", "unknown-field parameters.values.constructor"],
    ["shocks.1000.kind=budget-cut", "unknown-field shocks.1000.kind"],
    ["pin5=x", "unknown-field pin5"],
    ["funded=12", "repeated funded"],
    ["seed=", "out-of-range seed"],
    ["replicates=0", "out-of-range replicates"],
    ["replicates=2.5", "not-a-number replicates"],
    ["name=%E0%A4%A", "malformed name"],
  ])("%s", async ([wrong, notice]) => {
    const [state, notices] = await read(`?funded=24&${wrong}`);
    expect(state).toMatchObject(rest);
    expect((state as typeof rest).scenario).toEqual(rest.scenario);
    expect(notices).toContain(notice);
    expect("polluted" in {}).toBe(false);
  });
  test("of two fields that contradict each other, one", async () => {
    const both = "?strategy.base=mandate&strategy=coaching-only&levers.design.start=9&levers.design.end=3";
    const scenario = {
      district: startScenario.district,
      strategy: { base: "mandate" },
      levers: { design: { start: 9 } },
    };
    expect(await read(both)).toEqual([{ scenario }, ["conflict strategy", "end-before-start levers.design.end"]]);
  });
  test("with the range allowed, and the nearest name", async () => {
    const { notices } = await readLink("?levers.coaching.teachersPerCoach=3&levers.coaching.strt=4&distrct=x");
    expect(notices).toEqual([
      expect.objectContaining({ path: "distrct", nearest: "district" }),
      expect.objectContaining({ path: "levers.coaching.teachersPerCoach", allowed: "4 to 400 teachers per coach" }),
      expect.objectContaining({ path: "levers.coaching.strt", nearest: "start" }),
    ]);
  });
  test("a link of another model says so and is read, one of a later format is not read", async () => {
    expect(await read("?v=2&m=0.0.9&funded=24")).toEqual([rest, ["other-version m"]]);
    expect(await read("?v=3&funded=24")).toEqual([start, ["future-format v"]]);
    expect(await read("?v=two&funded=24")).toEqual([rest, ["unknown-format v"]]);
  });
  test("what is no link, of which no more than 40 characters are shown", async () => {
    expect(await read("porterville")).toEqual([start, ["not-a-link "]]);
    const [forty, more] = [40, 41].map((length) => readLink("p".repeat(length)));
    expect((await forty!).notices[0]!.value).toBe("p".repeat(40));
    expect((await more!).notices[0]!.value).toBe(`${"p".repeat(40)}…`);
  });
  test("more than a link may hold", async () => {
    expect(await read(`?name=${"x".repeat(longestLink)}`)).toEqual([start, ["too-long "]]);
    expect(await read(`?${"x".repeat(longestLink)}`)).toEqual([start, [`unknown-field ${"x".repeat(40)}…`]]);
    const many = Array.from({ length: 600 }, (_, i) => `a${i}=`).join("&");
    expect((await readLink(`?funded=24&${many}`)).notices[0]).toMatchObject({ code: "too-many-fields", value: 601 });
  });

  const part = fc.oneof(
    fc.constantFrom(
      "levers.coaching.start",
      "shocks.0",
      "strategy",
      "pin1.levers",
      "v",
      "&",
      "=",
      ".",
      "%",
      "__proto__",
    ),
    fc.constantFrom("0:1,2:3", "1..2", "on", "'", "true", "null", "t", "NaN", "-0", "a,b"),
    fc.string({ maxLength: 8 }),
  );
  property.prop([fc.array(part, { maxLength: 12 })])("of whatever text, never a throw", async (parts) => {
    const { state } = await readLink(`?${parts.join("")}`);
    expect(state.scenario).toMatchObject({ district: expect.anything(), strategy: expect.anything() });
  });
});

describe("what no link can hold is told by its writer", () => {
  const codes = (left: readonly { code: string; path: string }[]): string[] =>
    left.map(({ code, path }) => `${code} ${path}`);
  test("a district and worlds of one's own", () => {
    const district = profile("small-rural");
    const worlds = { source: "of our own", parameters: [], rows: [] };
    const { query, left } = writeLink({ scenario: { district, strategy: "mandate", parameters: { worlds } } });
    expect(query).toBe(`?v=2&m=${version}&strategy=mandate`);
    expect(codes(left)).toEqual(["own-district district", "own-worlds parameters.worlds"]);
    // Of a plan that is pinned too, and of one that is too long besides.
    const pinned = [{ name: "own", scenario: { ...startScenario, district } }];
    expect(codes(writeLink({ scenario: startScenario, pinned }).left)).toEqual(["own-district pin1.district"]);
    const long = writeLink({ scenario: { ...startScenario, district, name: "x".repeat(longestLink) } });
    expect(codes(long.left)).toEqual(["own-district district", "too-long "]);
  });
  test("what is no scenario", () => {
    const odd = { funded: Number.NaN, name: "\ud800", levers: { coaching: { start: [1] } } } as never;
    expect(codes(writeLink({ scenario: odd }).left)).toEqual([
      "not-in-link name",
      "not-in-link levers.coaching.start",
      "not-in-link funded",
    ]);
  });
  test("a shock of no district, which is not one of all", () => {
    const shocks = [{ kind: "budget-cut", month: 3, districts: [] }] as const;
    expect(codes(writeLink({ scenario: { ...startScenario, shocks } as never }).left)).toEqual([
      "not-in-link shocks.0.districts",
    ]);
  });
  test("names with dots, which would be read as several, and a prior that is none", () => {
    const levers = { "coaching.start": 3, "a.b": { start: 1 } };
    const odd = { levers, parameters: { priors: { "peers.strength": { bell: [1] } } } } as never;
    const { query, left } = writeLink({ scenario: odd });
    expect(query).toBe(`?v=2&m=${version}&strategy=business-as-usual`);
    expect(codes(left)).toEqual([
      "not-in-link levers.coaching.start",
      "not-in-link levers.a.b",
      "not-in-link parameters.priors.peers.strength",
    ]);
  });
  test("a fifth plan, the others being written", () => {
    const pinned = Array.from({ length: 5 }, (_, i) => ({ name: `p${i}`, scenario: startScenario }));
    const four = writeLink({ scenario: startScenario, pinned: pinned.slice(0, 4) });
    expect(four).toEqual({ query: `?v=2&m=${version}&pin1=p0&pin2=p1&pin3=p2&pin4=p3`, left: [] });
    const five = writeLink({ scenario: startScenario, pinned });
    expect([five.query, codes(five.left)]).toEqual([four.query, ["too-many-pinned pinned"]]);
  });
  test("a plan too long by one character, or by one field", () => {
    const named = (length: number) => writeLink({ scenario: { ...startScenario, name: "x".repeat(length) } });
    const most = longestLink - named(1).query.length + 2; // the question mark does not count
    expect([named(most).query.length, named(most).left]).toEqual([longestLink + 1, []]);
    expect([named(most + 1).query, codes(named(most + 1).left)]).toEqual(["", ["too-long "]]);
    const using = (count: number) => {
      const levers = Object.fromEntries(Array.from({ length: count }, (_, i) => [`a${i}`, {}]));
      return writeLink({ scenario: { ...startScenario, levers } });
    };
    // Beside the two versions.
    expect([using(498).query.split("&").length, using(498).left]).toEqual([500, []]);
    expect([using(499).query, codes(using(499).left)]).toEqual(["", ["too-long "]]);
  });
});
