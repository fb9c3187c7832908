import {
  type DistrictState,
  derive,
  districtKey,
  draw,
  hashText,
  prepare,
  type ScenarioInput,
  scenario,
  simulate,
  standardise,
  thresholdOfClass,
  type World,
} from "@uptake/model";
import { expect, test } from "vitest";
import { pushOf, type TeacherView, viewTeacher } from "./teacher-view.ts";

interface Seen {
  readonly view: TeacherView;
  /** Id of the school, and slot of the post in it. */
  readonly school: string;
  readonly slot: number;
  readonly tryOdds: number;
  readonly complianceOdds: number;
  readonly disposition: number;
}

function see(state: DistrictState, index: number): Seen[] {
  const { schoolStart } = state.population;
  return state.schools.flatMap(({ id }, s) =>
    Array.from({ length: schoolStart[s + 1]! - schoolStart[s]! }, (_, slot) => ({
      view: viewTeacher(state, s, schoolStart[s]! + slot, index),
      school: id,
      slot,
      tryOdds: state.climate.tryOdds[s]!,
      complianceOdds: state.climate.complianceOdds[s]!,
      disposition: standardise(state.teacher.disposition[schoolStart[s]! + slot]!),
    })),
  );
}

/** Returns the factor that peers have on the odds where nobody is seen to use the practice: none but with thresholds. */
function pushOfNobody({ threshold, ...view }: TeacherView, p: World, complex: boolean): number {
  if (!complex) return 1;
  const at = thresholdOfClass(threshold, p["peers.thresholdMean"]!, p["peers.thresholdSd"]!);
  const ramp = Math.min(1, Math.max(0, 0.5 - at / Math.max(1e-9, p["peers.width"]!)));
  const floor = p["peers.visibilityFloor"]!;
  return Math.exp(p["peers.strength"]! * (floor + ((1 - floor) * view.visibility) / 3) * ramp);
}

const strong: World = { "peers.strength": 4, "peers.failure": 1 };
const assumptions: readonly (readonly [string, ScenarioInput["switches"]])[] = [
  ["in proportion to who uses it", { contagion: "simple" }],
  ["past a threshold", { contagion: "complex" }],
  ["on a complete graph", { network: "complete" }],
  ["not at all", { contagion: "none" }],
];

test.for(assumptions)(
  "with what is said to push, %s, the engine's draws tell who begins",
  async ([, switches = {}]) => {
    const seed = "push";
    const plan = await prepare(
      scenario({
        district: "small-rural",
        strategy: "all-six-lessons-scale-up",
        horizon: 34,
        switches,
        parameters: { draw: "fixed", values: strong },
      }),
    );
    const begun = { little: 0, much: 0 };
    let failing = 0;
    for (let replicate = 0; replicate < 4; replicate++) {
      const seen: Seen[][] = [];
      const observe = (state: DistrictState, index: number): number => seen.push(see(state, index));
      const { world } = simulate(plan, { seed, replicate, observers: [{ name: "all", observe }] });
      const trying = derive(districtKey(seed, replicate, "small-rural"), hashText("trying"));
      for (let month = 1; month < seen.length; month++) {
        if (month % 12 === 0) continue;
        for (const [k, after] of (seen[month] as Seen[]).entries()) {
          const before = seen[month - 1]![k]!;
          if (before.view.stage !== "aware") continue;
          const push = pushOf(before.view, after.view, world, plan.scenario);
          const willing = Math.exp(world["trying.dispositionSd"]! * after.disposition);
          const nobody = pushOfNobody(after.view, world, switches.contagion === "complex");
          const odds = after.tryOdds * willing * nobody * push.byPeers + after.complianceOdds;
          const { a, b } = derive(derive(trying, month - 1), hashText(after.school));
          const begins = draw(a, b, after.slot) * (1 + odds) < odds * 2 ** 32;
          expect([month, k, after.view.stage === "trying" || after.view.stage === "using"]).toEqual([month, k, begins]);
          if (begins) begun[push.byPeers > 1.5 ? "much" : "little"]++;
          if (push.failed > 0) failing++;
        }
      }
    }
    expect(begun.little).toBeGreaterThan(5);
    if (switches.contagion === "none") expect(begun.much).toBe(0);
    else expect(begun.much).toBeGreaterThan(5);
    expect(failing).toBeGreaterThan(20);
  },
);
