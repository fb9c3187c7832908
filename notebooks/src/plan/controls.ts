import { levers as catalogue, type LeverUse } from "@uptake/model";

/** Names a control of the home page. */
export type ControlName =
  | "invitation"
  | "coaching"
  | "time"
  | "institutes"
  | "leaders"
  | "departments"
  | "protection"
  | "equity"
  | "mandate";

/**
 * Describes a control of the page: a lever of the model in the unit a funder thinks in. Words for people are in
 * words/tune.ts under the same name.
 */
export interface Control {
  readonly name: ControlName;
  readonly lever: string;
  /** Greatest value; the least is 0. */
  readonly max: number;
  readonly step: number;
  /** Value today, without any plan. */
  readonly statusQuo: number;
  /** Turns the lever as a strategy uses it into the control's value. */
  readonly read: (use: LeverUse) => number;
  /** Turns a value into settings of the lever. */
  readonly write: (value: number) => Readonly<Record<string, number>>;
}

/** Offices in the order in which a plan brings them in. */
const offices = ["coaching", "curriculum", "leadership", "materials", "assessment", "evaluation"];

/** Hours a month that full release time stands for. */
const fullRelease = 6;

/** Makes a control of one share. */
const percentOf = (name: ControlName, lever: string, setting: string, step = 5): Control => ({
  name,
  lever,
  max: 100,
  step,
  statusQuo: 0,
  read: (use) => 100 * read(lever, setting, use),
  write: (value) => ({ [setting]: value / 100 }),
});

/** Reads a setting as used, or as the lever has it when it is used and the setting is not given. */
function read(lever: string, setting: string, use: LeverUse): number {
  const fallback = catalogue.find(({ name }) => name === lever)?.settings.find(({ name }) => name === setting)?.default;
  const value = use[setting] ?? fallback;
  return typeof value === "number" ? value : 0;
}

/** Lists the controls in the order in which they are shown. */
export const controls: readonly Control[] = [
  percentOf("invitation", "entry", "cohorts"),
  {
    name: "coaching",
    lever: "coaching",
    max: 10,
    step: 0.25,
    statusQuo: 0,
    read: (use) => 100 / read("coaching", "teachersPerCoach", use),
    write: (value): Record<string, number> =>
      value > 0 ? { teachersPerCoach: Math.round(10_000 / value) / 100 } : { intensity: 0 },
  },
  {
    name: "time",
    lever: "investment",
    max: fullRelease,
    step: 0.25,
    statusQuo: 0,
    read: (use) => fullRelease * read("investment", "time", use),
    write: (value) => ({ time: Math.round((value / fullRelease) * 1e4) / 1e4 }),
  },
  {
    name: "institutes",
    lever: "learning",
    max: 10,
    step: 0.5,
    statusQuo: 0,
    read: (use) => read("learning", "institutes", use),
    write: (value) => ({ institutes: value }),
  },
  percentOf("leaders", "leadership", "preparation"),
  {
    name: "departments",
    lever: "departments",
    max: offices.length,
    step: 1,
    statusQuo: 0,
    read: (use) => offices.reduce((sum, office) => sum + read("departments", office, use), 0),
    write: (value) => Object.fromEntries(offices.map((office, i) => [office, i < value ? 1 : 0])),
  },
  percentOf("protection", "vision", "protection"),
  percentOf("equity", "vision", "equityPriority"),
  percentOf("mandate", "entry", "mandate"),
];

/** Names what a strategy's other settings need before they reach anyone: a way for schools to join. */
export const doses: readonly ControlName[] = ["coaching", "time", "institutes", "leaders"];
