import { levers as catalogue, type LeverUse } from "@uptake/model";

/** Describes a control of the first page: a lever in the unit a funder thinks in, from 0 to `max`. */
export interface FirstControl {
  readonly name: string;
  readonly lever: string;
  readonly max: number;
  readonly step: number;
  /** Value without any plan. */
  readonly statusQuo: number;
  /** Turns a lever as a strategy uses it into the control's value. */
  readonly read: (use: LeverUse) => number;
  /** Turns a value into settings of the lever. */
  readonly write: (value: number) => Readonly<Record<string, number>>;
}

/** Offices in the order in which the control brought them in. */
const offices = ["coaching", "curriculum", "leadership", "materials", "assessment", "evaluation"] as const;

/** Hours a month that full release time stands for. */
const fullRelease = 6;

/** Reads a setting as used, or as the lever has it when it is used and the setting is not given. */
function read(lever: string, setting: string, use: LeverUse): number {
  const fallback = catalogue.find(({ name }) => name === lever)?.settings.find(({ name }) => name === setting)?.default;
  const value = use[setting] ?? fallback;
  return typeof value === "number" ? value : 0;
}

const percentOf = (name: string, lever: string, setting: string): FirstControl => ({
  name,
  lever,
  max: 100,
  step: 5,
  statusQuo: 0,
  read: (use) => 100 * read(lever, setting, use),
  write: (value) => ({ [setting]: value / 100 }),
});

/** Lists the controls of links of the first format, in the order in which they were laid over a strategy. */
export const firstControls: readonly FirstControl[] = [
  percentOf("invitation", "entry", "cohorts"),
  {
    name: "coaching",
    lever: "coaching",
    max: 10,
    step: 0.25,
    statusQuo: 0,
    read: (use) => 100 / read("coaching", "teachersPerCoach", use),
    write: (value) => (value > 0 ? { teachersPerCoach: Math.round(10_000 / value) / 100 } : { intensity: 0 }),
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
