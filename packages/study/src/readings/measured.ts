import type { Run } from "@uptake/model";

/** Names the series that every run has as its measures name them. */
export const plain = [
  "teachers",
  "adoption",
  "label",
  "depth30",
  "depth50",
  "depth70",
  "meanDepth",
  "compliant",
  "members",
  "adoptionMembers",
  "adoptionFounded",
  "adoptionJoined",
  "schoolsAdopting",
  "schoolsAbove80",
  "students",
  "studentsEver",
  "studentsTwice",
] as const;

/** Adds up dollars by month to dollars spent up to each index. */
function spent(monthly: Float64Array): Float64Array {
  const sums = new Float64Array(monthly.length + 1);
  for (let t = 0; t < monthly.length; t++) sums[t + 1] = (sums[t] as number) + (monthly[t] as number);
  return sums;
}

/**
 * Returns adoption in whichever tier has least of it, index by index; undefined where no tier has teachers, as below
 * three schools. A tier that one large school leaves empty is not counted.
 */
function worst(tiers: Run["measures"]["tiers"]): Float64Array | undefined {
  const [first, ...others] = tiers.flatMap(({ adoption }) => (adoption ? [adoption] : []));
  return first?.map((share, m) => Math.min(share, ...others.map((other) => other[m] as number)));
}

/**
 * Lists the series of a run by name: each measure (`adoptionMembers`, `adoptionFounded` and `adoptionJoined` are NaN where
 * there is no such school); `stage.*`; `tier.*` and `band.*` (adoption in groups of schools);
 * `worstTier` (the least of `tier.*`) and `gap`, where there are three schools; `cost` ($ of 2024 spent up to an index);
 * `survey.*`; `observed.*`.
 */
export function measured(run: Run): ReadonlyMap<string, Float64Array> {
  const { measures } = run;
  const all = new Map<string, Float64Array>();
  for (const name of plain) all.set(name, measures[name]);
  for (const [stage, values] of Object.entries(measures.stages)) all.set(`stage.${stage}`, values);
  for (const { name, adoption } of measures.tiers) if (adoption) all.set(`tier.${name}`, adoption);
  for (const { name, adoption } of measures.bands) if (adoption) all.set(`band.${name}`, adoption);
  const least = worst(measures.tiers);
  if (least) all.set("worstTier", least);
  if (measures.gap) all.set("gap", measures.gap);
  all.set("cost", spent(measures.cost.monthly));
  if (measures.survey) {
    all.set("survey.reported", measures.survey.reported);
    all.set("survey.response", measures.survey.response);
  }
  for (const [name, values] of Object.entries(run.observed)) all.set(`observed.${name}`, values);
  return all;
}
