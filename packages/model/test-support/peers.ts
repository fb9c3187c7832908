import { clamp, exp } from "../src/numerics/math.ts";
import { countFailed, type District, LAPSED, OWNING, openPosts, type Post, type Teacher, USING } from "./state.ts";

/** Standard deviations of the threshold classes from the mean. */
const classMidpoints = [-1.534, -0.887, -0.489, -0.157, 0.157, 0.489, 0.887, 1.534];

/** Holds what a teacher sees of others at the last index. */
export interface Exposure {
  /** Share of those seen who use or own the practice, less the weight of failures. */
  readonly share: number;
  /** Mean depth of those seen who use or own; 0 when there are none. */
  readonly meanDepth: number;
}

/** Returns how a teacher in a post sees others; `before` holds the teachers of all posts at the last index. */
export function observe(district: District, before: readonly Teacher[]): (post: Post) => Exposure {
  const { contagion, network } = district.plan.scenario.switches;
  const failure = district.parameter("peers.failure");
  if (network === "complete") {
    const everyone = openPosts(district);
    let users = 0;
    let depths = 0;
    for (const { teacher } of everyone) {
      if (teacher.stage !== USING && teacher.stage !== OWNING) continue;
      users++;
      depths += teacher.depth;
    }
    const share =
      contagion === "none"
        ? 0
        : clamp(users / everyone.length - failure * (countFailed(everyone) / everyone.length), 0, 1);
    const exposure = { share, meanDepth: users > 0 ? depths / users : 0 };
    return () => exposure;
  }
  return (post) => {
    const seen = [...post.advice];
    if (post.visit >= 0 && post.visitRank / 256 < post.school.conditions.visits) seen.push(post.visit);
    let users = 0;
    let failed = 0;
    let depths = 0;
    for (const other of seen) {
      const { stage, depth, months } = before[other]!;
      if (stage === USING || stage === OWNING) {
        users++;
        depths += depth;
      }
      if (stage === LAPSED && months < 12) failed++;
    }
    let sixteenths = 0;
    if (contagion !== "none" && seen.length > 0) {
      sixteenths = Math.floor(16 * clamp((users - failure * failed) / seen.length, 0, 1) + 0.5);
    }
    return { share: sixteenths / 16, meanDepth: users > 0 ? depths * (1 / users) : 0 };
  };
}

/** Returns the factor by which others raise a teacher's odds of trying. */
export function push(district: District, visibility: number, thresholdClass: number, share: number): number {
  const p = district.parameter;
  const floor = p("peers.visibilityFloor");
  const visible = floor + ((1 - floor) * visibility) / 3;
  const { contagion } = district.plan.scenario.switches;
  let r = 0;
  if (contagion === "simple") r = share;
  if (contagion === "complex") {
    const threshold = clamp(p("peers.thresholdMean") + p("peers.thresholdSd") * classMidpoints[thresholdClass]!, 0, 1);
    r = clamp((share - threshold) / Math.max(p("peers.width"), 1e-9) + 0.5, 0, 1);
  }
  return exp(p("peers.strength") * visible * r);
}
