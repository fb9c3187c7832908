import { InputError, type Issue, type Prior } from "@uptake/model";

/** Describes one thing that a design varies. A model parameter is one as it stands; so is a lever setting's range. */
export interface Factor {
  /** Names the factor, as in `support.floor` or `coaching.teachersPerCoach`. */
  readonly name: string;
  /** Says how its values are spread: evenly, bell-shaped, or over listed rivals. */
  readonly prior: Prior;
  /** Holds a bell-shaped factor within these values (default: no bounds). */
  readonly range?: readonly [number, number];
}

/**
 * Checks that there are factors, that their names differ, and that each can vary.
 *
 * @throws InputError naming each factor that cannot.
 */
export function checkFactors(factors: readonly Factor[]): void {
  const issues: Issue[] = [];
  if (factors.length === 0) {
    issues.push({ code: "empty-design", path: "factors", message: "there is nothing to vary", allowed: "1 or more" });
  }
  const seen = new Set<string>();
  for (const { name, prior, range } of factors) {
    const issue = (code: string, message: string, value: unknown, allowed: string): void => {
      issues.push({ code, path: name, message, value, allowed });
    };
    if (seen.has(name)) issue("repeated-factor", "the factor is named twice", name, "each name once");
    seen.add(name);
    const width = widthOf(prior, range);
    if (prior.shape === "held") issue("held-factor", "the factor is held, so it cannot vary", prior, "another prior");
    else if (!Number.isFinite(width)) issue("not-a-number", "the prior is not finite", prior, "finite numbers");
    else if (width <= 0) issue("zero-width", "the prior has no width", prior, "two different values, lower first");
  }
  if (issues.length > 0) throw new InputError(issues);
}

/** Returns how far the values of a prior reach, NaN where a number is not finite. */
function widthOf(prior: Prior, range: Factor["range"]): number {
  switch (prior.shape) {
    case "held":
      return 0;
    case "uniform":
      return prior.high - prior.low;
    case "bell":
      return Math.min(prior.sd + 0 * prior.mean, range === undefined ? prior.sd : range[1] - range[0]);
    case "rivals":
      return prior.values.length === 0 ? 0 : Math.max(...prior.values) - Math.min(...prior.values);
  }
}
