import type { Answer } from "./answer.ts";
import { count, dollars, interval, percent, points, sparkline, when } from "./format.ts";
import { table } from "./table.ts";

/** Says where, how often and from what an answer comes, in two lines. */
export function describeSetting({ district, replicates, parameters, seed, version }: Answer): string {
  const worlds =
    parameters === "sampled" ? "each in a world of its own drawn from the priors" : "all in the default world";
  return `${district.name}: ${count(district.schools)} schools, ${count(district.teachers)} teachers, ${count(district.students)} students
${replicates} ${replicates === 1 ? "replicate" : "replicates"}, ${worlds}; seed “${seed}”; uptake ${version}
`;
}

/** Writes the chance of the target as a sentence. */
export function describeTarget({ target, replicates }: Answer): string {
  const { share, month, probability, low, high } = target;
  if (probability === null)
    return `The horizon ends before ${when(month)}, so there is no chance of ${percent(share)} to report.\n`;
  return `Chance of at least ${percent(share)} of teachers in ${when(month)}: ${percent(probability)} (95% interval ${interval(low, high)}, ${replicates} replicates).\n`;
}

/** Writes an answer for people. */
export function describeRun(answer: Answer): string {
  const { adoption, gap, depth50, label, cost, sustained, scenario } = answer;
  const last = adoption.month.length - 1;
  const months = [...new Set([0, 10, 22, 34, 36, 46, 58, last])].filter((month) => month <= last).sort((a, b) => a - b);
  const at = (column: readonly (number | null)[] | undefined, month: number): number | null => column?.[month] ?? null;
  const rows = months.map((month) => [
    when(month),
    percent(at(adoption.mean, month)),
    interval(at(adoption.low, month), at(adoption.high, month)),
    interval(at(adoption.p10, month), at(adoption.p90, month)),
    percent(at(label?.mean, month)),
    percent(at(depth50?.mean, month)),
    points(at(gap?.mean, month)),
  ]);
  const head = ["", "adoption", "95% interval", "p10–p90", "sign-ups", "deep", "gap"];
  const each = cost.perAddedSustainedAdopter;
  const range = cost.perAddedSustainedAdopterInterval;
  return `${scenario.name}
${describeSetting(answer)}
${table([head, ...rows])}
${sparkline(adoption.mean.filter((_, month) => month % 3 === 0))}  adoption every three months, on a scale of 0 to 100%

${describeTarget(answer)}Adoption two years after funding ends (${when(sustained.month)}): ${percent(sustained.mean)}${sustained.mean === null ? ", as the horizon is shorter" : ` (95% interval ${interval(sustained.low, sustained.high)})`}.
Cost: ${dollars(cost.total)} of 2024 (p10–p90 ${dollars(cost.p10)} to ${dollars(cost.p90)}); per added sustained adopter: ${
    each === null || !range
      ? `undefined, as ${cost.perAddedSustainedAdopterReason}`
      : `${dollars(each)} (95% interval ${dollars(range.low)} to ${dollars(range.high)})`
  }.

adoption: teachers who use or own the practice. sign-ups: trying as well. deep: using at depth .5 or more.
95% interval: of the mean. p10–p90: spread of outcomes. gap: low-poverty schools less high-poverty schools, in points.
`;
}
