import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import type { Observer } from "../src/engine/extension.ts";
import type { Run } from "../src/engine/run.ts";
import { simulate } from "../src/engine/simulate.ts";
import type { Plan } from "../src/scenario/plan.ts";
import { prepare } from "../src/scenario/prepare.ts";
import { scenario } from "../src/scenario/scenario.ts";
import type { DistrictState } from "../src/state/district-state.ts";
import { arbitraryScenario, arbitraryUnknowns } from "./arbitraries.ts";
import {
  type DistrictTrace,
  type InterpretedRun,
  interpret,
  interpretRun,
  type SystemMeasures,
} from "./interpreter.ts";
import { allFaults } from "./invariants.ts";
import { usesIn } from "./readings.ts";

/** Reads from the kernel's state what the reference interpreter traces. */
function traceOf({ office, school, teacher, placesTaken, spent }: DistrictState): DistrictTrace {
  const { signals, commitment, vision, embedding, authority, community, load } = office;
  const { information, qualityGain, coaches, exitLevel, exitStanding } = office;
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
      exitLevel,
      exitStanding,
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
      untaught: school.untaught[s]!,
      taughtThisYear: school.taughtThisYear[s]!,
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
    placesTaken,
    spent,
  };
}

const tiers = ["low poverty", "middle poverty", "high poverty"];

/** Reads from the kernel's measures what the reference interpreter measures too. */
function measuresOf({ measures }: Run): SystemMeasures {
  const { studentsEver, studentsTwice, adoptionFounded, adoptionJoined, funnel } = measures;
  const groupsOf = (membership: "member" | "other") =>
    tiers.map((tier) => {
      const group = funnel.groups.find((one) => one.membership === membership && one.tier === tier)!;
      return Object.fromEntries(Object.entries(group.series).map(([name, series]) => [name, [...series]])) as never;
    });
  return {
    studentsEver: [...studentsEver],
    studentsTwice: [...studentsTwice],
    adoptionFounded: [...adoptionFounded],
    adoptionJoined: [...adoptionJoined],
    funnel: { member: groupsOf("member"), other: groupsOf("other") },
  };
}

/** Runs the kernel and keeps its trace, by index, then by district, and what is measured of all districts. */
function kernelRun(plan: Plan, seed: string, replicate: number): InterpretedRun {
  const ids = plan.districts.map((one) => one.district.id);
  const traces: DistrictTrace[][] = Array.from({ length: plan.scenario.horizon + 1 }, () => []);
  const observer: Observer = {
    name: "trace",
    observe(state, index) {
      traces[index]![ids.indexOf(state.district.id)] = traceOf(state);
      return 0;
    },
  };
  const run = simulate(plan, { seed, replicate, observers: [observer] });
  return { traces, measures: measuresOf(run) };
}

const runs = 200;

property.prop([arbitraryScenario, fc.string({ minLength: 1 }), fc.nat(1000)], { numRuns: runs })(
  `agrees with the reference interpreter, bit for bit, on ${runs} random scenarios, and keeps its invariants`,
  async (input, seed, replicate) => {
    const plan = await prepare(scenario(input));
    const run = kernelRun(plan, seed, replicate);
    expect(run).toEqual(interpretRun(plan, { seed, replicate }));
    expect(allFaults(plan, run.traces)).toEqual([]);
  },
  240_000,
);

const unknownRuns = 40;

property.prop([arbitraryScenario, arbitraryUnknowns, fc.string({ minLength: 1 }), fc.nat(1000)], {
  numRuns: unknownRuns,
})(
  `runs the reading of a replicate, bit for bit, where ${unknownRuns} random scenarios leave settings unknown`,
  async (input, unknowns, seed, replicate) => {
    const plan = await prepare(scenario({ ...input, levers: { ...input.levers, ...unknowns } }));
    const known = { ...input.levers, ...usesIn(unknowns, replicate) };
    const alone = await prepare(scenario({ ...input, levers: known }));
    expect(kernelRun(plan, seed, replicate)).toEqual(interpretRun(alone, { seed, replicate }));
  },
  240_000,
);

test("agrees where supplied teachers have more colleagues than are ever drawn", async () => {
  const schools = [
    { id: "a", name: "A", level: "high", enrolment: 900, teachers: 60, lowIncomeShare: 0.4 },
    { id: "b", name: "B", level: "middle", enrolment: 500, teachers: 40, lowIncomeShare: 0.6 },
  ] as const;
  const teachers = Array.from({ length: 100 }, (_, i) => ({
    teacher: i,
    school: i < 60 ? "a" : "b",
    team: i % 6,
    experience: (7 * i) % 40,
    disposition: ((i % 9) - 4) / 2,
    threshold: (i % 8) / 8,
    stage: (["using", "aware", "lapsed", "owning", "unaware", "trying"] as const)[i % 6]!,
  }));
  // One names 15, a few 16, others up to all 99.
  const ties = teachers.flatMap((_, i) =>
    Array.from({ length: i === 0 ? 15 : i < 5 ? 16 : 1 + ((13 * i) % 99) }, (_, k) => ({
      from: i,
      to: (i + k + 1) % 100,
    })),
  );
  for (const contagion of ["simple", "complex", "none"] as const) {
    const plan = await prepare(
      scenario({
        district: { id: "d", name: "D", source: "", schools, population: { teachers, ties } },
        strategy: "all-six-lessons",
        switches: { contagion },
      }),
    );
    for (const replicate of [0, 1, 2])
      expect(kernelRun(plan, "crowd", replicate)).toEqual(interpretRun(plan, { seed: "crowd", replicate }));
  }
});

test("can tell a difference of one bit", async () => {
  const plan = await prepare(scenario({ district: "small-rural", horizon: 12 }));
  const trace = kernelRun(plan, "a", 0).traces;
  const other = interpret(plan, { seed: "a", replicate: 0 });
  other[12]![0]!.schools[0]!.risk += 2 ** -53;
  expect(trace).not.toEqual(other);
});
