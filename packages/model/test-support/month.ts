import type { ShockTables } from "../src/scenario/plan.ts";
import type { District, Month } from "./state.ts";
import type { Step } from "./step.ts";

/** Names the departments in the order of the signals. */
export const departments: readonly string[] = [
  "curriculum",
  "materials",
  "assessment",
  "evaluation",
  "coaching",
  "leadership",
];

/** Gathers what levers and shocks say of month `t`, or of a part of it. */
export function beginMonth(district: District, t: number, step: Step, elsewhere: number): Month {
  const m = t + 1;
  const { effects, shocks } = district.part;
  const at = (setting: string): number => {
    const value = effects[setting]?.[t];
    if (value === undefined) throw new Error(`the plan has no ${setting} in month ${t}`);
    return value;
  };
  const p = district.parameter;
  let engaged = 0;
  for (const department of departments) engaged += at(`departments.${department}`) * at("departments.pace");
  const scope =
    at("practice.scope") *
    (1 - ((p("departments.dilution") * engaged) / 6 + p("partnership.dilution") * at("partnership.coDesign")));
  const june = m % 12 === 11;
  const july = m % 12 === 0;
  return {
    t,
    m,
    step,
    june,
    july,
    summer: june || july,
    at,
    shock: (name: keyof ShockTables) => shocks[name][t]!,
    elsewhere,
    scope,
    complexity: p("practice.complexity") * scope,
  };
}
