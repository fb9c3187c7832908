import { type LeverUse, levers, type Scenario, type UnknownSetting, unknownsOf } from "@uptake/model";
import { number, text } from "./columns.ts";
import type { AnswerTable } from "./table.ts";

/** Names a plan that a table of settings is of. */
interface NamedPlan {
  readonly name: string;
  readonly scenario: Scenario;
}

/** Writes a value of a setting: a number or a name, steps or a formula as they are given, nothing where it is not known. */
function written(value: LeverUse[string]): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function rowsOf({ name, scenario }: NamedPlan): AnswerTable["rows"] {
  const unknown = new Map(
    unknownsOf(scenario.levers).map((one): [string, UnknownSetting] => [`${one.lever}.${one.setting}`, one]),
  );
  const units = new Map(
    levers.flatMap(({ name: lever, settings, counts = [] }) =>
      [...settings, ...counts].map((one): [string, string] => [`${lever}.${one.name}`, one.unit]),
    ),
  );
  return Object.entries(scenario.levers).flatMap(([lever, use]) =>
    Object.entries(use).map(([setting, value]) => {
      const key = `${lever}.${setting}`;
      const drawn = unknown.get(key);
      const [low = null, high = null] = drawn?.between ?? [];
      const among = drawn?.among?.join(" or ") ?? null;
      return [name, lever, setting, units.get(key) ?? "–", drawn ? null : written(value), low, high, among];
    }),
  );
}

/** Writes the settings of plans as a table, with what unknown ones are drawn between; none where all of them are known. */
export function leverSettings(plans: readonly NamedPlan[]): AnswerTable[] {
  if (plans.every(({ scenario }) => unknownsOf(scenario.levers).length === 0)) return [];
  return [
    {
      name: "lever-settings",
      doc: "Settings of the levers as given, and of those that are not known what they are drawn between: replicate r takes value r mod 16 of 16 spread evenly over the range.",
      columns: [
        text("strategy", "plan"),
        text("lever", "lever"),
        text("setting", "setting of the lever"),
        text("unit", "unit of the numbers that follow"),
        { name: "value", type: "text", unit: "as in unit", doc: "value given; empty where it is not known" },
        number("low", "as in unit", "lower end of what it is drawn between"),
        number("high", "as in unit", "upper end of what it is drawn between"),
        text("among", "names that it is drawn from"),
      ],
      rows: plans.flatMap(rowsOf),
    },
  ];
}
