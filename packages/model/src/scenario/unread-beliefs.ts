import type { Beliefs } from "../evidence/beliefs.ts";
import type { Issue } from "../issue.ts";

/** Lists the beliefs of a scenario that is run without `drawWorld` and asks for more than worlds of a table and values. */
export function unreadBeliefs(beliefs: Beliefs): Issue[] {
  const { draw, priors, effects, level } = beliefs;
  const unread = {
    draw: draw !== "sampled",
    priors: Object.keys(priors).length > 0,
    effects: effects !== "independent",
    level: level !== null,
  };
  const message = "worlds are drawn otherwise than from a table, and no drawWorld was handed in";
  return (["draw", "priors", "effects", "level"] as const)
    .filter((name) => unread[name])
    .map((name) => ({ code: "no-draw-world", path: `parameters.${name}`, message, value: beliefs[name] }));
}
