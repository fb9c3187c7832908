import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import type { Observer } from "../src/engine/extension.ts";
import { simulate } from "../src/engine/simulate.ts";
import type { Plan } from "../src/scenario/plan.ts";
import { prepare } from "../src/scenario/prepare.ts";
import { scenario } from "../src/scenario/scenario.ts";
import type { DistrictState } from "../src/state/district-state.ts";
import { arbitraryScenario } from "./arbitraries.ts";
import { type DistrictTrace, interpret } from "./interpreter.ts";

/** Reads from the kernel's state what the reference interpreter traces. */
function traceOf({ office, school, teacher, spent }: DistrictState): DistrictTrace {
  const { signals, commitment, vision, embedding, authority, community, load } = office;
  const { information, qualityGain, coaches } = office;
  return {
    office: {
      signals: [...signals],
      commitment,
      vision,
      embedding,
      authority,
      community,
      load,
      information,
      qualityGain,
      coaches,
    },
    schools: Array.from(school.open, (_, s) => ({
      member: school.member[s]!,
      memberMonths: school.memberMonths[s]!,
      mandated: school.mandated[s]!,
      principalSupport: school.principalSupport[s]!,
      knowledge: school.knowledge[s]!,
      dip: school.dip[s]!,
      tenure: school.tenure[s]!,
      risk: school.risk[s]!,
      pressure: school.pressure[s]!,
      openness: school.openness[s]!,
      estimate: school.estimate[s]!,
      contact: school.contact[s]!,
      reliance: school.reliance[s]!,
      support: school.support[s]!,
      capacity: school.capacity[s]!,
      results: school.results[s]!,
      distrust: school.distrust[s]!,
    })),
    teachers: Array.from(teacher.stage, (stage, i) => ({
      stage,
      depth: teacher.depth[i]!,
      months: teacher.months[i]!,
      compliant: teacher.compliant[i]!,
      experience: teacher.experience[i]!,
      disposition: teacher.disposition[i]!,
      threshold: teacher.threshold[i]!,
      person: teacher.person[i]!,
    })),
    spent,
  };
}

/** Runs the kernel and keeps its trace: by index, then by district. */
function kernelTrace(plan: Plan, seed: string, replicate: number): DistrictTrace[][] {
  const ids = plan.districts.map((one) => one.district.id);
  const trace: DistrictTrace[][] = Array.from({ length: plan.scenario.horizon + 1 }, () => []);
  const observer: Observer = {
    name: "trace",
    observe(state, index) {
      trace[index]![ids.indexOf(state.district.id)] = traceOf(state);
      return 0;
    },
  };
  simulate(plan, { seed, replicate, observers: [observer] });
  return trace;
}

const runs = 300;

property.prop([arbitraryScenario, fc.string({ minLength: 1 }), fc.nat(1000)], { numRuns: runs })(
  `agrees with the reference interpreter, bit for bit, on ${runs} random scenarios`,
  async (input, seed, replicate) => {
    const plan = await prepare(scenario(input));
    expect(kernelTrace(plan, seed, replicate)).toEqual(interpret(plan, { seed, replicate }));
  },
  240_000,
);

test("can tell a difference of one bit", async () => {
  const plan = await prepare(scenario({ district: "small-rural", horizon: 12 }));
  const trace = kernelTrace(plan, "a", 0);
  const other = interpret(plan, { seed: "a", replicate: 0 });
  other[12]![0]!.schools[0]!.risk += 2 ** -53;
  expect(trace).not.toEqual(other);
});
