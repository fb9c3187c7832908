import { OWNING } from "../district/stage.ts";
import type { World } from "../evidence/parameter.ts";
import { logistic, logit, oddsAtMost } from "../numerics/math.ts";
import { DRAWS, decisionKey, hashText, schoolDraw, schoolUniform, uniform } from "../numerics/random.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";
import { appointPreparedPrincipal, appointPrincipal, type LeadershipConstants } from "./leadership.ts";

/** Holds the numbers of leaders' exits. */
export interface LeaderExitConstants {
  /** Log-odds at the reference. */
  readonly principal: number;
  readonly poverty: number;
  /** Fall at the end of the first year. */
  readonly settling: number;
  readonly superintendent: number;
  readonly community: number;
  readonly pipeline: number;
}

/** Reads the numbers of leaders' exits from a world. */
export function leaderExitConstants(world: World): LeaderExitConstants {
  return {
    principal: logit(world["principal.exit"]!),
    poverty: world["principal.exitPoverty"]!,
    settling: world["principal.settling"]!,
    superintendent: logit(world["superintendent.exit"]!),
    community: world["superintendent.community"]!,
    pipeline: world["pipeline.reach"]!,
  };
}

const superintendentExit = hashText("superintendent-exit");
const principalExit = hashText("principal-exit");
const principalPipeline = hashText("principal-pipeline");

/** Tells whether the superintendent leaves this July; a community behind the work keeps one longer. */
export function superintendentLeaves(state: DistrictState, c: LeaderExitConstants, t: number): boolean {
  const chance = logistic(c.superintendent - c.community * (state.office.community - 0.5));
  return uniform(decisionKey(state.key, superintendentExit, t), 0) < chance;
}

/** Finds the slot of the owner of rank `rank` among those not yet taken, in slot order. */
function ownerOfRank(state: DistrictState, taken: Uint8Array, rank: number): number {
  const { school, population, teacher } = state;
  let left = rank;
  for (let s = 0; s < school.open.length; s++) {
    if (school.open[s] === 0) continue;
    for (let i = population.schoolStart[s]!; i < population.schoolStart[s + 1]!; i++) {
      if (teacher.stage[i] !== OWNING || taken[i] === 1) continue;
      if (left === 0) return i;
      left--;
    }
  }
  return -1;
}

/**
 * Lets principals leave and successors come: from the pipeline as far as it has owners to take, who then leave their
 * classrooms (marked in `taken`, one entry a slot); otherwise drawn from the population.
 */
export function changePrincipals(
  state: DistrictState,
  c: LeaderExitConstants,
  leadership: LeadershipConstants,
  at: Month,
  owners: number,
  taken: Uint8Array,
): void {
  const { school } = state;
  const leaving = decisionKey(state.key, principalExit, at.t);
  const pipeline = decisionKey(state.key, principalPipeline, at.t);
  const reach = Math.min(1, c.pipeline * at.pipeline);
  let available = owners;
  for (let s = 0; s < school.open.length; s++) {
    if (school.open[s] === 0) continue;
    const words = state.words[s]!;
    const settling = school.tenure[s]! <= 12 ? c.settling : 0;
    const logOdds = c.principal + c.poverty * (school.poverty[s]! - 0.5) - settling + at.exitShock;
    const u = schoolUniform(leaving, words, 0);
    // The odds are more than the chance: few draws are below a bound of them, and only they need the exact one.
    if (u >= oddsAtMost(logOdds) || u >= logistic(logOdds)) continue;
    if (available > 0 && schoolUniform(pipeline, words, 0) < reach) {
      const rank = Math.floor((schoolDraw(pipeline, words, 1) / DRAWS) * available);
      taken[ownerOfRank(state, taken, rank)] = 1;
      available--;
      appointPreparedPrincipal(state, s);
    } else appointPrincipal(state, leadership, s, at.t);
  }
}
