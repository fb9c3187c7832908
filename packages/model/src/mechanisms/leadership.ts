import type { World } from "../evidence/parameter.ts";
import { clamp } from "../numerics/math.ts";
import { decisionKey, hashText, schoolBell, schoolUniform } from "../numerics/random.ts";
import type { DistrictState } from "../state/district-state.ts";
import type { Month } from "../state/month.ts";

/** Share of a new principal's dip that is left after a month: it halves every nine months. */
export const DIP_KEPT = 0.9258747122872905;
/** The same after a year. */
export const DIP_KEPT_YEAR = 0.39685026299204984;

/** Holds the numbers of leadership in schools. */
export interface LeadershipConstants {
  readonly support: number;
  readonly supportSd: number;
  /** Correlation of a principal's support with the school's climate, and what is left to chance. */
  readonly shared: number;
  readonly own: number;
  readonly knowledge: number;
  readonly knowledgeSd: number;
  readonly preparation: number;
  readonly development: number;
}

/** Reads the numbers of leadership from a world. */
export function leadershipConstants(world: World): LeadershipConstants {
  const p = (name: string): number => world[`principal.${name}`]!;
  return {
    support: p("support"),
    supportSd: p("supportSd"),
    shared: p("climate"),
    own: Math.sqrt(1 - p("climate") * p("climate")),
    knowledge: p("knowledge"),
    knowledgeSd: p("knowledgeSd"),
    preparation: p("preparation"),
    development: p("development"),
  };
}

const principalShock = hashText("principal-shock");
const successor = hashText("principal-successor");

/** Puts a principal in place of the one who left: drawn anew, but as those before by the school's climate. */
export function appointPrincipal(state: DistrictState, c: LeadershipConstants, s: number, t: number): void {
  const { school } = state;
  const key = decisionKey(state.key, successor, t);
  const words = state.words[s]!;
  const standing = c.shared * school.climate[s]! + c.own * schoolBell(key, words, 0);
  school.principalSupport[s] = clamp(c.support + c.supportSd * standing, 0, 1);
  school.knowledge[s] = clamp(c.knowledge + c.knowledgeSd * schoolBell(key, words, 1), 0, 1);
  school.dip[s] = school.dipNew[s]!;
  school.tenure[s] = 0;
}

/** Puts a principal grown by the pipeline in place: supportive, knowing, and quick to find their feet. */
export function appointPreparedPrincipal(state: DistrictState, s: number): void {
  const { school } = state;
  school.principalSupport[s] = 0.9;
  school.knowledge[s] = 0.9;
  school.dip[s] = school.dipNew[s]! * 0.5;
  school.tenure[s] = 0;
}

/** Moves leadership by a month: shocks, the healing of the dip, preparation and development in member schools. */
export function moveLeadership(state: DistrictState, c: LeadershipConstants, at: Month): void {
  const { open, member, dip, tenure, knowledge, principalSupport, principal } = state.school;
  const shock = at.principalShock > 0 ? decisionKey(state.key, principalShock, at.t) : undefined;
  const preparation = c.preparation * at.preparation;
  const development = c.development * at.principals;
  for (let s = 0; s < open.length; s++) {
    if (open[s] === 0) continue;
    if (shock && schoolUniform(shock, state.words[s]!, 0) < at.principalShock) appointPrincipal(state, c, s, at.t);
    dip[s] = dip[s]! * DIP_KEPT;
    tenure[s] = tenure[s]! + 1;
    if (member[s] === 1) {
      knowledge[s] = knowledge[s]! + preparation * (1 - knowledge[s]!);
      principalSupport[s] = principalSupport[s]! + development * (1 - principalSupport[s]!);
    }
    principal[s] = principalSupport[s]! * (0.5 + 0.5 * knowledge[s]!) * (1 - dip[s]!);
  }
}
