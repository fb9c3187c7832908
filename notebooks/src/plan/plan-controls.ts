import { levers as catalogue, type LeverUse, type Setting } from "@uptake/model";
import { leverNamed } from "./lever-settings.js";

/** Describes a slider of the plan: settings of one lever in the unit that a reader thinks in. */
export interface PlanControl {
  /** Names it: a plain word, or lever and setting as in `learning.visits`. */
  readonly name: string;
  readonly lever: string;
  /** Settings that it moves. */
  readonly settings: readonly string[];
  /** Whether it stands in the plain view. */
  readonly plain: boolean;
  readonly max: number;
  readonly step: number;
  /** Value today, without any plan. */
  readonly statusQuo: number;
  /** Whether it is a fraction of another setting, which means nothing while the lever is not in use. */
  readonly fraction: boolean;
  /** Turns the lever as used into the value; undefined where it changes over time or is not known. */
  readonly read: (use: LeverUse) => number | undefined;
  /** Turns a value into settings of the lever. */
  readonly write: (value: number) => Readonly<Record<string, number>>;
}

/** Offices in the order in which a plan brings them in. */
const offices = ["coaching", "curriculum", "leadership", "materials", "assessment", "evaluation"] as const;

/** Hours a month that full release time stands for. */
const fullRelease = 6;

function settingNamed(lever: string, name: string): Setting {
  const setting = leverNamed(lever).settings.find((each) => each.name === name);
  if (!setting) throw new RangeError(`the lever “${lever}” has no setting “${name}”`);
  return setting;
}

/** Reads a setting as used, or as the lever has it where it is not given. */
function numberOf(use: LeverUse, setting: Setting): number | undefined {
  const value = use[setting.name] ?? setting.default;
  return typeof value === "number" ? value : undefined;
}

/** Makes the control of one setting, `scale` times it. */
function controlOf(name: string, lever: string, setting: string, scale = 100, step = 5, plain = true): PlanControl {
  const own = settingNamed(lever, setting);
  return {
    name,
    lever,
    settings: [setting],
    plain,
    fraction: own.fraction === true,
    max: own.range[1] * scale,
    step,
    statusQuo: own.statusQuo * scale,
    read(use) {
      const value = numberOf(use, own);
      return value === undefined ? undefined : Math.round(value * scale * 1e4) / 1e4;
    },
    write: (value) => ({ [setting]: Math.round((value / scale) * 1e4) / 1e4 }),
  };
}

const perCoach = settingNamed("coaching", "teachersPerCoach");

/** Coaches per 100 teachers: the lever counts teachers per coach, and none is no lever. */
const coaching: PlanControl = {
  name: "coaching",
  lever: "coaching",
  settings: [perCoach.name],
  plain: true,
  fraction: false,
  max: 10,
  step: 0.25,
  statusQuo: 0,
  read(use) {
    const teachers = numberOf(use, perCoach);
    return teachers === undefined ? undefined : 100 / teachers;
  },
  write: (value): Record<string, number> =>
    value > 0 ? { teachersPerCoach: Math.round(10_000 / value) / 100 } : { intensity: 0 },
};

/** Offices aligned, all six on one slider. */
const departments: PlanControl = {
  name: "departments",
  lever: "departments",
  settings: offices,
  plain: true,
  fraction: false,
  max: offices.length,
  step: 1,
  statusQuo: 0,
  read(use) {
    const shares = offices.map((office) => numberOf(use, settingNamed("departments", office)));
    return shares.some((share) => share === undefined)
      ? undefined
      : shares.reduce<number>((sum, share) => sum + (share ?? 0), 0);
  },
  write: (value) => Object.fromEntries(offices.map((office, i) => [office, i < value ? 1 : 0])),
};

/** The plain controls: at least one of each lever. */
const plain: readonly PlanControl[] = [
  controlOf("vision", "vision", "clarity"),
  controlOf("equity", "vision", "equityPriority"),
  controlOf("protection", "vision", "protection"),
  controlOf("assessment", "assessment", "effort"),
  controlOf("time", "investment", "time", fullRelease, 0.25),
  departments,
  controlOf("invitation", "entry", "cohorts"),
  controlOf("mandate", "entry", "mandate"),
  controlOf("choice", "guidance", "choice"),
  coaching,
  controlOf("institutes", "learning", "institutes", 1, 0.5),
  controlOf("leaders", "leadership", "preparation"),
  controlOf("design", "design", "time"),
  controlOf("partnership", "partnership", "coDesign"),
  controlOf("improvement", "improvement", "cycle"),
  controlOf("scope", "practice", "scope"),
];

/** Lists the controls of the plan, lever by lever: the plain ones, and every other setting on a slider of its own. */
export const planControls: readonly PlanControl[] = catalogue.flatMap(({ name: lever, settings }) => {
  const first = plain.filter((control) => control.lever === lever);
  const alone = new Set(
    first.filter((control) => control.settings.length === 1).flatMap((control) => control.settings),
  );
  const others = settings
    .filter(({ name }) => !alone.has(name))
    .map(({ name }) => controlOf(`${lever}.${name}`, lever, name, 100, 5, false));
  return [...first, ...others];
});

/** Counts the settings of all levers. */
export const settingCount: number = catalogue.reduce((sum, { settings }) => sum + settings.length, 0);

/** Reads a control in a lever as a scenario uses it; its status quo where the lever is not in use. */
export function valueOfControl(control: PlanControl, use: LeverUse | undefined): number | undefined {
  return use === undefined ? control.statusQuo : control.read(use);
}
