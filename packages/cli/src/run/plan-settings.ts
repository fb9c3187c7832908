import { type LeverUse, levers, type Scenario } from "@uptake/model";
import { integer, number, text, yesNo } from "../tables/columns.ts";
import type { Column, Value } from "../tables/table.ts";

/** Holds a setting of a scenario as a cell of a table, and the column it stands in. */
export interface PlanSetting {
  readonly column: Column;
  readonly value: Value;
}

/** Months and strength that every lever has. */
const ofEvery = ["start", "end", "ramp", "delay"];

/** Describes the column of a lever's setting, by what the setting is. */
function leverColumn(name: string, setting: string): Column {
  const lever = levers.find((one) => one.name === name);
  const path = `levers.${name}.${setting}`;
  if (ofEvery.includes(setting)) return integer(path, "months", "Month or months of the lever");
  const choice = lever?.choices?.find((one) => one.name === setting);
  if (choice) return text(path, choice.doc);
  const count = lever?.counts?.find((one) => one.name === setting);
  if (count) return integer(path, count.unit, count.doc);
  const given = lever?.settings.find((one) => one.name === setting);
  const over = "empty where it changes over the months";
  return given
    ? number(path, given.unit, `${given.doc}; ${over}`)
    : number(path, "share", `Strength of the whole lever; ${over}`);
}

function leverSettings(uses: Readonly<Record<string, LeverUse>>): PlanSetting[] {
  return Object.entries(uses).flatMap(([name, use]) =>
    Object.entries(use).map(([setting, value]) => {
      const column = leverColumn(name, setting);
      const fits = typeof value === (column.type === "text" ? "string" : "number");
      return { column, value: fits ? (value as Value) : null };
    }),
  );
}

/** Most districts that are named in a cell. */
const mostNamed = 10;

function districtsIn({ district }: Scenario): string {
  const all = (Array.isArray(district) ? district : [district]) as readonly (string | { readonly id: string })[];
  if (all.length > mostNamed) return `${all.length} districts`;
  return all.map((one) => (typeof one === "string" ? one : one.id)).join("; ");
}

/** Lists the settings of a scenario that plans of one study may differ in, each with the column it stands in. */
export function planSettings(scenario: Scenario): PlanSetting[] {
  const { horizon, funded, shocks, switches, ease, target, parameters } = scenario;
  const { draw, effects, level } = parameters;
  return [
    { column: text("district", "District, or districts"), value: districtsIn(scenario) },
    { column: integer("horizon", "months", "Months simulated"), value: horizon },
    { column: integer("funded", "months", "Months funded"), value: funded },
    { column: text("shocks", "Shocks, as JSON"), value: JSON.stringify(shocks) },
    ...Object.entries(switches).map(([name, value]) => {
      const path = `switches.${name}`;
      const column = typeof value === "boolean" ? yesNo(path, "Assumption") : text(path, "Assumption");
      return { column, value };
    }),
    ...Object.entries(ease).map(([name, value]) => ({
      column: number(`ease.${name}`, "ratio of odds", "Ease of the transition"),
      value,
    })),
    { column: text("target.of", "What the target is of"), value: target.of },
    { column: number("target.share", "share", "Share to reach"), value: target.share },
    { column: integer("target.month", "months", "Index at which it is asked for"), value: target.month },
    { column: text("parameters.draw", "How worlds are drawn"), value: draw },
    { column: text("parameters.effects", "How effects of lessons and levers go together"), value: effects },
    { column: text("parameters.level", "Level at which effects are held"), value: level },
    ...leverSettings(scenario.levers),
  ];
}
