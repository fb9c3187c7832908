import {
  type District,
  type DistrictState,
  type Observer,
  profile,
  type ScenarioInput,
  type World,
} from "@uptake/model";
import { describe, expect, test } from "vitest";
import { identicalSchools, mean, noExits, planOf, report, runs } from "./support.ts";

// P12. What a fully dosed coached year does to the depth of the same teachers, paired with the same year without.

/** Teachers stay, keep practising, and their schools are in from the first month; coaches are there at once. */
const coachedYear: World = {
  ...noExits,
  "lapsing.intercept": -40,
  "support.hiring": 1,
  "membership.drop": -40,
  "entry.rate": 1,
  "entry.risk": 0,
  "entry.openness": 0,
  "entry.mismatch": 0,
  "entry.vision": 10,
  "entry.legitimacy": 20,
};

/** Whose depth is compared: all begin to practise this year, or those practising in an ordinary start. */
const people = {
  beginning: { "start.adoption": 0, "start.trying": 1 },
  practising: {},
};

const coaching: ScenarioInput["levers"] = { entry: { volunteers: 1 }, coaching: { teachersPerCoach: 20 } };
const wellLed: ScenarioInput["levers"] = {
  ...coaching,
  investment: { time: 1, principals: 1, office: 1, coaches: 1 },
  leadership: { preparation: 1, pipeline: 0 },
};

/** Watches the mean depth of those who tried, used or owned at the start. */
function watchDepth(): Observer {
  let practising: number[] = [];
  return {
    name: "depth",
    observe: ({ teacher }: DistrictState, index) => {
      if (index === 0)
        practising = Array.from(teacher.stage.keys()).filter((i) => teacher.stage[i]! >= 2 && teacher.stage[i]! <= 4);
      return practising.reduce((sum, i) => sum + teacher.depth[i]! / 65535, 0) / practising.length;
    },
  };
}

async function gain(
  district: District,
  levers: NonNullable<ScenarioInput["levers"]>,
  values: World,
  replicates: number,
  designPrerequisite = true,
): Promise<number> {
  const depthAfter = async (with_: NonNullable<ScenarioInput["levers"]>): Promise<number[]> => {
    const plan = await planOf({
      district,
      horizon: 12,
      levers: with_,
      switches: { designPrerequisite },
      parameters: { draw: "fixed", values: { ...coachedYear, ...values } },
    });
    return runs(plan, replicates, "coached year", () => [watchDepth()]).map(({ observed }) => observed.depth![12]!);
  };
  return mean(await depthAfter(levers)) - mean(await depthAfter({}));
}

const small = identicalSchools(2, 20);
const large = profile();

describe("P12 a coached year", () => {
  test("adds about .10 to the depth of beginners at 20 teachers a coach, .05 at district scale", async () => {
    const ordinary = await gain(small, coaching, people.beginning, 40);
    const scaled = await gain(large, coaching, people.beginning, 2);
    const led = await gain(small, wellLed, people.beginning, 40);
    report(
      "P12",
      `beginning teachers: ${ordinary.toFixed(3)} (.10 ± .03); at district scale ${scaled.toFixed(3)} (.05 ± .03); well led ${led.toFixed(3)} (at most .20)`,
    );
    expect(ordinary).toBeGreaterThan(0.07);
    expect(ordinary).toBeLessThan(0.13);
    expect(scaled).toBeGreaterThan(0.02);
    expect(scaled).toBeLessThan(0.08);
    expect(led).toBeLessThan(0.2);
  });

  test("adds as much whatever the substitution between levels and the shape of the dose", async () => {
    const parts: string[] = [];
    for (const rho of [1, 0, -2])
      for (const steepness of [1, 2, 3]) {
        const values = { ...people.beginning, "support.rho": rho, "support.steepness": steepness };
        const ordinary = await gain(small, coaching, values, 10);
        const led = await gain(small, wellLed, values, 10);
        parts.push(`${rho}/${steepness} ${ordinary.toFixed(3)} ${led.toFixed(3)}`);
        expect([rho, steepness, ordinary > 0.07 && ordinary < 0.13]).toEqual([rho, steepness, true]);
        expect([rho, steepness, led < 0.2]).toEqual([rho, steepness, true]);
      }
    report("P12", `by ρ/n, ordinary (.10 ± .03) and well led (at most .20): ${parts.join(", ")}`);
  });

  test("adds less to those who practise already, near the ceiling without design", async () => {
    const near = await gain(small, coaching, people.practising, 60);
    const open = await gain(small, coaching, people.practising, 60, false);
    const tall = await gain(large, coaching, people.practising, 2);
    report(
      "P12",
      `teachers practising at the start: ${near.toFixed(3)}, at district scale ${tall.toFixed(3)}; with the ceiling lifted ${open.toFixed(3)} (reported only)`,
    );
    expect(near).toBeGreaterThan(0);
  });
});
