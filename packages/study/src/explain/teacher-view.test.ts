import {
  type DistrictState,
  prepare,
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
  readonly tryOdds: number;
  readonly complianceOdds: number;
  readonly disposition: number;
}

function see(state: DistrictState, index: number): Seen[] {
  const { schoolStart } = state.population;
  return state.schools.flatMap((_, s) =>
    Array.from({ length: schoolStart[s + 1]! - schoolStart[s]! }, (__, slot) => ({
      view: viewTeacher(state, s, schoolStart[s]! + slot, index),
      tryOdds: state.climate.tryOdds[s]!,
      complianceOdds: state.climate.complianceOdds[s]!,
      disposition: standardise(state.teacher.disposition[schoolStart[s]! + slot]!),
    })),
  );
}

/** Returns the factor that peers have on the odds where nobody is seen to use the practice. */
function pushOfNobody({ threshold, ...view }: TeacherView, p: World): number {
  const at = thresholdOfClass(threshold, p["peers.thresholdMean"]!, p["peers.thresholdSd"]!);
  const ramp = Math.min(1, Math.max(0, 0.5 - at / Math.max(1e-9, p["peers.width"]!)));
  const floor = p["peers.visibilityFloor"]!;
  return Math.exp(p["peers.strength"]! * (floor + ((1 - floor) * view.visibility) / 3) * ramp);
}

test("what is said to push foretells how many begin, among those pushed little and much", async () => {
  const plan = await prepare(scenario({ district: "small-rural", strategy: "all-six-lessons-scale-up", horizon: 34 }));
  const groups = { little: { expected: 0, variance: 0, began: 0 }, much: { expected: 0, variance: 0, began: 0 } };
  for (let replicate = 0; replicate < 24; replicate++) {
    const seen: Seen[][] = [];
    const observe = (state: DistrictState, index: number): number => seen.push(see(state, index));
    const { world } = simulate(plan, { seed: "push", replicate, observers: [{ name: "all", observe }] });
    for (let month = 1; month < seen.length; month++) {
      if (month % 12 === 0) continue;
      for (const [k, after] of (seen[month] as Seen[]).entries()) {
        const before = seen[month - 1]?.[k] as Seen;
        if (before.view.stage !== "aware" || after.complianceOdds > 0) continue;
        const { byPeers } = pushOf(before.view, after.view, world, plan.scenario);
        const willing = Math.exp(world["trying.dispositionSd"]! * after.disposition);
        const odds = after.tryOdds * willing * pushOfNobody(after.view, world) * byPeers;
        const chance = odds / (1 + odds);
        const group = groups[byPeers > 1.5 ? "much" : "little"];
        group.expected += chance;
        group.variance += chance * (1 - chance);
        if (after.view.stage === "trying" || after.view.stage === "using") group.began++;
      }
    }
  }
  for (const { expected, variance, began } of Object.values(groups)) {
    expect(expected).toBeGreaterThan(50);
    expect(Math.abs(began - expected) / Math.sqrt(variance)).toBeLessThan(3);
  }
});
