/** Gives a lever value over time: a constant, steps by month, or a formula of the scenario month `t`. */
export type Schedule = number | string | readonly Step[];

/** Holds one step of a schedule: `value` from month `from` (0 = the first month) until the next step. */
export interface Step {
  readonly from: number;
  readonly value: number;
}

/** Says that a setting or a whole number of a lever is not known: it lies between two numbers, the lower first. */
export interface Unknown {
  readonly between: readonly [low: number, high: number];
}

/** Says that a choice of a lever is not known: it is one of these. */
export interface UnknownChoice {
  readonly among: readonly string[];
}

/** Describes one setting of a lever that varies over time. */
export interface Setting {
  readonly name: string;
  readonly doc: string;
  readonly unit: string;
  readonly range: readonly [number, number];
  /** Value without the lever; the effect is intensity × (setting − status quo). */
  readonly statusQuo: number;
  /** Value when the lever is used and the setting is not given. */
  readonly default: number;
  /** Marks a fraction of another setting: it holds as given while the lever has any strength, unscaled by it. */
  readonly fraction?: true;
}

/** Describes one setting of a lever that is chosen once. */
export interface Choice {
  readonly name: string;
  readonly doc: string;
  readonly options: readonly string[];
  readonly default: string;
}

/** Describes one whole number of a lever that is chosen once. */
export interface Count {
  readonly name: string;
  readonly doc: string;
  readonly unit: string;
  readonly range: readonly [number, number];
  readonly default: number;
}

/**
 * Names what a cost grows with. `district` is the size of the central office's task: 1 plus one for every 2,000 teachers
 * of open schools.
 */
export type Driver =
  | "district"
  | "districtTeacher"
  | "memberTeacher"
  | "memberSchool"
  | "coach"
  | "preparedHire"
  | "newSchool";

/** Books a monthly quantity of something priced (`cost.…`), per unit of its driver. */
export interface Charge {
  readonly price: string;
  readonly per: Driver;
  readonly quantity: number;
}

/** Reads a setting of the lever as paid for in a month: intensity × (setting − status quo). */
export type Use = (setting: string) => number;

/** Describes a lever: what a strategy can set, what it costs, when it loses. */
export interface Lever {
  readonly name: string;
  readonly doc: string;
  /** Names the lesson or the structure of the founding documents it stands for. */
  readonly lesson: string;
  readonly actsThrough: string;
  readonly losesWhen: string;
  /** Months between paying for it and its effect. */
  readonly delay: number;
  readonly settings: readonly Setting[];
  readonly choices?: readonly Choice[];
  readonly counts?: readonly Count[];
  /** Lists the lever's charges in month `t` (0 = the first August). */
  readonly charges: (use: Use, t: number) => readonly Charge[];
}

/** Sets a lever in a scenario. Settings not given take the lever's defaults; those not known are drawn, see {@link Unknown}. */
export interface LeverUse {
  /** Strength of the whole lever, 0 … 1 (default 1). Zero is exactly no lever. */
  readonly intensity?: Schedule;
  /** First month (default 0). */
  readonly start?: number;
  /** First month without it (default: the end of funding). */
  readonly end?: number;
  /** Months over which it comes to full strength (default 0). */
  readonly ramp?: number;
  /** Months between paying and effect (default: the lever's own). */
  readonly delay?: number;
  readonly [setting: string]: Schedule | Unknown | UnknownChoice | readonly string[] | undefined;
}
