import { describe, expect, test } from "vitest";
import { all, climate, type Given, members, nobody, raised } from "../../test-support/climate.ts";
import { DEPTH_ONE } from "../district/stage.ts";
import type { World } from "../evidence/parameter.ts";
import { defaultWorld } from "../evidence/world.ts";
import type { Climate, DistrictState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";

describe("hearing of the practice", () => {
  const heard = (given: Given, without: Given = {}) => raised("keep", without, given);
  test.for<[string, Partial<Month>, string, boolean[], number]>([
    ["a repository", { repository: 1 }, "awareness.repository", members, 0],
    ["visits to other districts", { visits: 1, interDistrict: 1 }, "awareness.visits", members, 0.5],
    ["institutes in June", { season: "june", institutes: 3 }, "awareness.institutes", members, 0],
  ])("comes with %s to members, and not at zero", ([, at, parameter, who, elsewhere]) => {
    const off = { [parameter]: 0, "awareness.mandate": 0 };
    const on = { "awareness.mandate": 0 };
    const without: Given = { values: on, at: { season: at.season ?? "teaching" } };
    expect(heard({ at, elsewhere, values: on }, without)).toEqual(who);
    expect(climate({ at, elsewhere, values: off }).keep).toEqual(climate({ ...without, values: off }).keep);
  });
  test("comes with a mandate where there is one", () => {
    const off = { values: { "awareness.mandate": 0 } };
    expect(heard({}, off)).toEqual([false, true, false, false, false]);
  });
  test("comes with a clearer vision to all", () => {
    const clear = ({ office }: DistrictState): void => {
      office.vision = 1;
    };
    expect(heard({ change: clear })).toEqual(all);
    const off = { "awareness.vision": 0 };
    expect(climate({ values: off, change: clear }).keep).toEqual(climate({ values: off }).keep);
  });
  test("comes from messages, and not in summer", () => {
    expect(climate().keep[4]).toBeCloseTo(1 - 0.015, 12);
    expect(climate({ values: { "awareness.messages": 0 } }).keep[4]).toBe(1);
    expect(Array.from(climate({ at: { season: "june" } }).keep)).toEqual([1, 1, 1, 1, 1]);
    expect(Array.from(climate({ at: { season: "july", repository: 1 } }).keep)).toEqual([1, 1, 1, 1, 1]);
  });
});

describe("trying", () => {
  const supported = ({ school }: DistrictState): void => void school.support.fill(0.5);
  const coached = ({ school }: DistrictState): void => void school.contact.fill(0.5);
  const safe = ({ school }: DistrictState): void => void school.risk.fill(0);
  const clear = ({ office }: DistrictState): void => {
    office.vision = 1;
    office.signals.fill(1);
  };
  test.for<[string, string, (state: DistrictState) => void]>([
    ["support", "trying.support", supported],
    ["coaching", "trying.coaching", coached],
    ["safety from risk", "trying.risk", safe],
    ["a vision with direction", "trying.vision", clear],
  ])("is likelier with %s, and not where it has no effect", ([, parameter, change]) => {
    expect(raised("tryOdds", { change })).toEqual(all);
    const values = { [parameter]: 0 };
    const on = climate({ values, change }).tryOdds;
    climate({ values }).tryOdds.forEach((x, s) => expect(on[s]).toBeCloseTo(x, 15));
  });
  test("is likelier by the contact with a coach, where there is one", () => {
    const values = { "trying.coaching": 4 };
    const change = ({ school }: DistrictState): void => void school.contact.set([0.5, 0.25, 0, 0, 0]);
    const { tryOdds } = climate({ values, change });
    const gain = climate({ values }).tryOdds.map((x, s) => tryOdds[s] / x);
    expect(gain[0]).toBeCloseTo(1 + 4 * 0.5, 12);
    expect(gain[1]).toBeCloseTo(1 + 4 * 0.25, 12);
    expect(Array.from(gain.subarray(2))).toEqual([1, 1, 1]);
  });
  test("is a tenth as attractive at a tenth of the attention", () => {
    const busy = ({ office }: DistrictState): void => {
      office.attention = 0.1;
    };
    const scarce = climate({ change: busy }).tryOdds;
    climate().tryOdds.forEach((x, s) => expect(scarce[s]).toBeCloseTo(x / 10, 15));
  });
  test("is likelier for members who visit districts that use the practice", () => {
    const at = { visits: 1, interDistrict: 1 };
    expect(raised("tryOdds", { at, elsewhere: 0.5 })).toEqual(members);
    expect(raised("tryOdds", { at, elsewhere: 0 })).toEqual(nobody);
    expect(raised("tryOdds", { at, elsewhere: 0.5, values: { "peers.interDistrict": 0 } })).toEqual(nobody);
  });
  test("is likelier where an assessment has shown teachers what colleagues think, and not at zero or without one", () => {
    const informed = ({ office }: DistrictState): void => {
      office.information = 0.5;
    };
    const values = { "trying.norms": 0.8, "trying.vision": 0 };
    const before = climate({ values }).tryOdds;
    climate({ values, change: informed }).tryOdds.forEach((x, s) =>
      expect(x / before[s]!).toBeCloseTo(Math.exp(0.4), 12),
    );
    const off = { ...values, "trying.norms": 0 };
    expect(climate({ values: off, change: informed }).tryOdds).toEqual(climate({ values: off }).tryOdds);
    expect(climate({ values: off }).tryOdds).toEqual(before);
  });
  test("is likelier in members under guidance, which gives tools to begin with, and not at zero", () => {
    const gain = (confidence: number, prescription: number) => {
      const values = { "trying.confidence": confidence };
      const before = climate({ values }).tryOdds;
      return Array.from(climate({ values, at: { prescription } }).tryOdds, (x, s) => x / before[s]!);
    };
    const [call, mandate, ...others] = gain(0.8, 0.5);
    for (const x of [call, mandate]) expect(x).toBeCloseTo(Math.exp(0.4), 12);
    expect(others).toEqual([1, 1, 1]);
    expect(gain(0, 1)).toEqual([1, 1, 1, 1, 1]);
    expect(gain(0.8, 0)).toEqual([1, 1, 1, 1, 1]);
  });
  test.each([
    [1, 1],
    [0.75, 0.5],
    [0.5, 0],
    [0.25, -0.5],
    [0, -1],
  ])(
    "is likelier in members with choice and less likely without: at a choice of %d by %d of its log-odds",
    (choice, sign) => {
      const gain = (autonomy: number) => {
        const values = { "trying.autonomy": autonomy };
        const before = climate({ values }).tryOdds;
        return Array.from(climate({ values, at: { choice } }).tryOdds, (x, s) => x / before[s]!);
      };
      const [call, mandate, ...others] = gain(0.6);
      for (const x of [call, mandate]) expect(x).toBeCloseTo(Math.exp(0.6 * sign), 12);
      expect(others).toEqual([1, 1, 1]);
      expect(gain(0)).toEqual([1, 1, 1, 1, 1]);
    },
  );
  test("is likelier the more the practice appeals, and not at zero", () => {
    const odds = (appeal: number, weight: number) =>
      climate({ values: { "practice.appeal": appeal, "trying.appeal": weight } }).tryOdds;
    const before = odds(0, 3);
    odds(0.5, 3).forEach((x, s) => expect(x / before[s]!).toBeCloseTo(Math.exp(1.5), 12));
    expect(odds(1, 0)).toEqual(before);
    expect(odds(0, 0)).toEqual(before);
  });
  test("is at reference what its intercept says", () => {
    expect(climate().tryOdds[3]).toBeCloseTo(Math.exp(defaultWorld()["trying.intercept"]), 12);
  });
  test("does not happen in summer, nor does lapsing or owning", () => {
    for (const season of ["june", "july"] as const) {
      const { tryOdds, lapseOdds, complianceOdds, ownRate } = climate({ at: { season } });
      for (const none of [tryOdds, lapseOdds, complianceOdds, ownRate]) expect(Math.max(...none)).toBe(0);
    }
  });
});

describe("lapsing", () => {
  test("is the less likely the more of a school's teachers own the practice, where ties and depth go with it", () => {
    const expert = ({ school }: DistrictState): void => void school.capacity.fill(0.25);
    expect(Array.from(climate({ change: expert, values: { "lapsing.joint": 20 } }).joint)).toEqual(all.map(() => 5));
    expect(Math.max(...climate({ change: expert, values: { "lapsing.joint": 0 } }).joint)).toBe(0);
  });
  test("rises with complexity, risk and prescription, and falls with support", () => {
    const risky = ({ school }: DistrictState): void => void school.risk.fill(1);
    const supported = ({ school }: DistrictState): void => void school.support.fill(0.5);
    expect(raised("lapseOdds", { complexity: 0.9 })).toEqual(all);
    expect(raised("lapseOdds", { change: risky })).toEqual(all);
    expect(raised("lapseOdds", { at: { prescription: 1 } })).toEqual(members);
    expect(raised("lapseOdds", {}, { change: supported })).toEqual(all);
  });
  test("does not where they have no effect", () => {
    const values = { "lapsing.complexity": 0, "lapsing.risk": 0, "lapsing.prescription": 0, "lapsing.support": 0 };
    const change = ({ school }: DistrictState): void => {
      school.risk.fill(1);
      school.support.fill(0.5);
    };
    const { lapseOdds } = climate({ values, change, complexity: 0.9, at: { prescription: 1 } });
    for (const x of lapseOdds) expect(x).toBeCloseTo(Math.exp(defaultWorld()["lapsing.intercept"]), 12);
  });
});

describe("lapsing where coaching has gone", () => {
  const gone = ({ school }: DistrictState): void => {
    school.reliance.set([0.4, 0.4, 0.2, 0.1, 0]);
    school.contact.set([0, 0.4, 0.1, 0.3, 0]);
  };
  const rise = (effect: number, change: (state: DistrictState) => void = gone): number[] => {
    const values = { "lapsing.withdrawal": effect };
    const before = climate({ values }).lapseOdds;
    return Array.from(climate({ values, change }).lapseOdds, (x, s) => x / before[s]);
  };
  test("is likelier by what contact is short of what teachers relied on, and as likely where it is not short", () => {
    const [none, same, half, more, never] = rise(10);
    expect(none).toBeCloseTo(1 + 10 * 0.4, 12);
    expect(half).toBeCloseTo(1 + 10 * 0.1, 12);
    for (const x of [same, more, never]) expect(x).toBe(1);
  });
  test("is as likely as elsewhere where that has no effect, or nobody was coached", () => {
    expect(rise(0)).toEqual([1, 1, 1, 1, 1]);
    expect(rise(10, () => {})).toEqual([1, 1, 1, 1, 1]);
  });
  test("does not happen in summer, and leaves trying and giving up as they are", () => {
    expect(Math.max(...climate({ at: { season: "july" }, change: gone }).lapseOdds)).toBe(0);
    const withdrawn = climate({ values: { "lapsing.withdrawal": 10 }, change: gone });
    const off = climate({ values: { "lapsing.withdrawal": 0 }, change: gone });
    expect(withdrawn).toEqual({ ...off, lapseOdds: withdrawn.lapseOdds });
  });
});

describe("giving up while trying", () => {
  const half = ({ school }: DistrictState): void => void school.contact.set([0.5, 0, 0, 0, 0]);
  const factor = (values: World, change?: (state: DistrictState) => void): number[] =>
    Array.from(climate({ values, ...(change && { change }) }).tryingLapse);
  test("goes by a factor of its own, one for all where neither it nor coaching tells", () => {
    expect(factor({ "lapsing.trying": 0, "lapsing.coaching": 0 }, half)).toEqual([1, 1, 1, 1, 1]);
    for (const x of factor({ "lapsing.trying": 1.5 })) expect(x).toBeCloseTo(Math.exp(1.5), 12);
    for (const x of factor({ "lapsing.trying": -2 })) expect(x).toBeCloseTo(Math.exp(-2), 12);
  });
  test("is rarer in members under guidance, and not at zero or without guidance", () => {
    const guided = (confidence: number, prescription: number): number[] =>
      Array.from(
        climate({ values: { "lapsing.trying": 1, "lapsing.confidence": confidence }, at: { prescription } })
          .tryingLapse,
      );
    const [call, mandate, ...others] = guided(0.8, 0.5);
    for (const x of [call, mandate]) expect(x).toBeCloseTo(Math.exp(1 - 0.4), 12);
    for (const x of others) expect(x).toBeCloseTo(Math.E, 12);
    expect(guided(0, 1)).toEqual(guided(0.8, 0));
  });
  test("is rarer in coached schools, by dose and quality", () => {
    const [coached, ...others] = factor({ "lapsing.trying": 1, "lapsing.coaching": 6 }, half);
    expect(coached).toBeCloseTo(Math.E / (1 + 3), 12);
    for (const x of others) expect(x).toBeCloseTo(Math.E, 12);
  });
  test("and coaching leave the lapsing of users as it is", () => {
    const values = { "lapsing.trying": 2, "lapsing.coaching": 6 };
    const off = { "lapsing.trying": 0, "lapsing.coaching": 0 };
    expect(climate({ values, change: half }).lapseOdds).toEqual(climate({ values: off }).lapseOdds);
  });
});

describe("depth", () => {
  test.for<[string, Partial<Month>, string, keyof Climate, boolean[]]>([
    ["a repository", { repository: 1 }, "depth.repository", "practiceGrowth", members],
    ["visits", { visits: 1 }, "depth.visits", "practiceGrowth", members],
    ["prescription, in novices", { prescription: 1 }, "depth.prescription", "novice", members],
    ["institutes in June", { season: "june", institutes: 3 }, "depth.institutes", "practiceGrowth", members],
  ])("grows with %s, in members, and not where it has no effect", ([, at, parameter, field, who]) => {
    const without: Given = { at: { season: at.season ?? "teaching" } };
    expect(raised(field, { at }, without)).toEqual(who);
    expect(raised(field, { at, values: { [parameter]: 0 } }, { ...without, values: { [parameter]: 0 } })).toEqual(
      nobody,
    );
  });
  test("spreads with choice, in members", () => {
    expect(Array.from(climate({ at: { choice: 1 } }).spread)).toEqual([0.5, 0.5, 0, 0, 0]);
    expect(Array.from(climate({ at: { choice: 0 } }).spread)).toEqual([0, 0, 0, 0, 0]);
    expect(Math.max(...climate({ at: { choice: 1 }, values: { "depth.choice": 0 } }).spread)).toBe(0);
  });
  test("grows with support, and with peers in teams", () => {
    const change = ({ school }: DistrictState): void => {
      school.support.fill(0.5);
      school.designTeams.fill(1);
    };
    expect(climate({ change, values: { "depth.support": 0.1 } }).supportGrowth[0]).toBeCloseTo(0.05, 12);
    expect(climate({ change, values: { "depth.support": 0 } }).supportGrowth[0]).toBe(0);
    expect(climate({ change }).peerGrowth[0]).toBeCloseTo(1.5 * climate().peerGrowth[0], 12);
    expect(climate({ change, values: { "depth.teams": 0 } }).peerGrowth).toEqual(climate().peerGrowth);
  });
  test("is capped by scope, and by design where that is a prerequisite", () => {
    const designed = ({ school }: DistrictState): void => {
      school.designTime.fill(1);
      school.designTeams.fill(1);
    };
    const cap = (given: Given): number =>
      climate({ ...given, values: { "depth.design": 0.4, ...given.values } }).capUnits[0] / DEPTH_ONE;
    expect(cap({})).toBeCloseTo(0.6, 4);
    expect(cap({ change: designed })).toBeCloseTo(1, 4);
    expect(cap({ change: designed, scope: 0.5 })).toBeCloseTo(0.75, 4);
    expect(cap({ prerequisite: false })).toBeCloseTo(1, 4);
    expect(cap({ change: designed, values: { "depth.design": 0 } })).toBeCloseTo(0.6, 4);
    expect(climate({}).ownAt[0] / climate({}).capUnits[0]).toBeCloseTo(0.7, 3);
  });
});

test("owning comes sooner with choice and later with prescription, in members, unless they have no effect", () => {
  const rate = (at: Partial<Month>, values: World = {}) => Array.from(climate({ at, values }).ownRate);
  expect(rate({ choice: 1 })).toEqual([0.09, 0.09, 0.06, 0.06, 0.06]);
  expect(rate({ prescription: 1 })).toEqual([0.03, 0.03, 0.06, 0.06, 0.06]);
  const off = { "owning.choice": 0, "owning.prescription": 0 };
  expect(rate({ choice: 1, prescription: 1 }, off)).toEqual([0.06, 0.06, 0.06, 0.06, 0.06]);
});

describe("transitions made easier", () => {
  const expert = ({ school }: DistrictState): void => {
    school.contact.fill(0.3);
    school.reliance.fill(0.5);
    school.capacity.fill(0.2);
  };
  const at = { prescription: 0.5, choice: 1, decided: 0.4 };
  const felt = (ease: Given["ease"], more: Partial<Month> = {}) =>
    climate({ change: expert, at: { ...at, ...more }, ease: ease ?? {} });
  const plain = felt({});
  /** Returns a copy of the plain climate with some fields as they are in `other`. */
  const but = (other: Climate, ...fields: (keyof Climate)[]): Climate => ({
    ...plain,
    ...Object.fromEntries(fields.map((field) => [field, other[field]])),
  });
  const times = (field: keyof Climate, factor: number) => Array.from(plain[field], (x) => factor * x);

  test.each([0.5, 2, 8])("multiply the odds of trying by %d, compliance among them, and leave all else", (factor) => {
    const easier = felt({ try: factor });
    expect(Array.from(easier.tryOdds)).toEqual(times("tryOdds", factor));
    expect(Array.from(easier.complianceOdds)).toEqual(times("complianceOdds", factor));
    expect(Math.max(...easier.complianceOdds)).toBeGreaterThan(0);
    expect(easier).toEqual(but(easier, "tryOdds", "complianceOdds"));
  });
  test.each([0.5, 2, 8])("divide the odds of giving up by %d, and leave those of users", (factor) => {
    const easier = felt({ "give-up": factor });
    expect(Array.from(easier.tryingLapse)).toEqual(times("tryingLapse", 1 / factor));
    expect(easier).toEqual(but(easier, "tryingLapse"));
  });
  test.each([0.5, 2, 8])("divide the odds of lapsing by %d, and leave those of who tries", (factor) => {
    const easier = felt({ lapse: factor });
    expect(Array.from(easier.lapseOdds)).toEqual(times("lapseOdds", 1 / factor));
    const triers = ({ lapseOdds, tryingLapse }: Climate) => Array.from(lapseOdds, (x, s) => x * tryingLapse[s]!);
    expect(triers(easier)).toEqual(triers(plain));
    expect(easier).toEqual(but(easier, "lapseOdds", "tryingLapse"));
  });
  test.each([0.5, 2, 8])("multiply the odds of owning by %d", (factor) => {
    const easier = felt({ own: factor });
    const odds = (p: number): number => p / (1 - p);
    easier.ownRate.forEach((p, s) => expect(odds(p)).toBeCloseTo(factor * odds(plain.ownRate[s]!), 12));
    expect(easier).toEqual(but(easier, "ownRate"));
  });
  test("leave all bits at 1, and bring nothing about in summer or where the chance is none", () => {
    expect(felt({ join: 1, drop: 1, hear: 1, try: 1, "give-up": 1, use: 1, own: 1, lapse: 1, leave: 1 })).toEqual(
      plain,
    );
    expect(felt({ join: 9, drop: 9, hear: 9, use: 9, leave: 9 })).toEqual(plain);
    for (const season of ["june", "july"] as const) {
      const summer = felt({ try: 100, own: 100, lapse: 0.01 }, { season });
      for (const none of [summer.tryOdds, summer.complianceOdds, summer.ownRate, summer.lapseOdds]) {
        expect(Math.max(...none)).toBe(0);
      }
    }
    expect(Math.max(...climate({ values: { "owning.rate": 0 }, ease: { own: 100 } }).ownRate)).toBe(0);
  });
});

test("practice is seen as far as the principal lets it, and hidden where it cannot be", () => {
  const visibility = (principal: number, values: World = {}) =>
    climate({ values, change: ({ school }) => school.principal.fill(principal) }).visibility[0];
  expect([0, 0.3, 0.6, 0.9, 1].map((p) => visibility(p))).toEqual([0, 1, 2, 3, 3]);
  expect(visibility(1, { "practice.visibility": 0 })).toBe(0);
});

test("visits wake ties in member schools alone", () => {
  const visits = (reach: number) =>
    Array.from(climate({ at: { visits: 0.5 }, values: { "peers.visits": reach } }).visits);
  expect(visits(1)).toEqual([0.5, 0.5, 0, 0, 0]);
  expect(visits(0.5)).toEqual([0.25, 0.25, 0, 0, 0]);
  expect(visits(0)).toEqual([0, 0, 0, 0, 0]);
});

describe("a researcher's mechanism", () => {
  const first = [true, false, false, false, false];
  test("adds to trying, lapsing, growth and messages of its school", () => {
    const { tryOdds, lapseOdds } = climate({ terms: { trying: 1, lapsing: -1 } });
    expect(tryOdds[0] / climate().tryOdds[0]).toBeCloseTo(Math.E, 12);
    expect(lapseOdds[0] / climate().lapseOdds[0]).toBeCloseTo(1 / Math.E, 12);
    expect(raised("practiceGrowth", { terms: { growth: 0.01 } })).toEqual(first);
    expect(climate({ terms: { message: 0.5 } }).keep[0]).toBe(climate().keep[0] / 2);
    expect(raised("keep", {}, { terms: { message: 0.5 } })).toEqual(first);
  });
  test("changes no bit with terms of zero", () => {
    expect(climate({ terms: { trying: 0, lapsing: 0, growth: 0, message: 0 } })).toEqual(climate());
    expect(climate({ terms: {} })).toEqual(climate());
  });
});
