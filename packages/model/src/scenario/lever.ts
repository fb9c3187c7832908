/** Gives a lever value over time: a constant, steps by month, or a formula of the scenario month `t`. */
export type Schedule = number | string | readonly Step[];

/** Holds one step of a schedule: `value` from month `from` (0 = the first month) until the next step. */
export interface Step {
  /** First month of the step, from 0, less than the horizon; steps rise. */
  readonly from: number;
  /** Value from that month on, within the setting's range. */
  readonly value: number;
}

/** Says that a setting or a whole number of a lever is not known: it lies between two numbers, the lower first. */
export interface Unknown {
  /** Lowest and highest value, within the setting's range. */
  readonly between: readonly [low: number, high: number];
}

/** Says that a choice of a lever is not known: it is one of these. */
export interface UnknownChoice {
  /** Two or more of the choice's options. */
  readonly among: readonly string[];
}

/** Describes one setting of a lever that varies over time. */
export interface Setting {
  /** Name within the lever, as in `release`. */
  readonly name: string;
  /** Says what it is, in a sentence without a final stop. */
  readonly doc: string;
  /** Unit of its value; `–` where it has none. */
  readonly unit: string;
  /** Lowest and highest allowed value. */
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
  /** Name within the lever, as in `allocation`. */
  readonly name: string;
  /** Says what is chosen, in a sentence without a final stop. */
  readonly doc: string;
  /** Names that may be chosen. */
  readonly options: readonly string[];
  /** Name chosen when the lever is used and the choice is not given. */
  readonly default: string;
}

/** Describes one whole number of a lever that is chosen once. */
export interface Count {
  /** Name within the lever, as in `places`. */
  readonly name: string;
  /** Says what is counted, in a sentence without a final stop. */
  readonly doc: string;
  /** Unit of the count. */
  readonly unit: string;
  /** Lowest and highest allowed whole number. */
  readonly range: readonly [number, number];
  /** Number when the lever is used and the count is not given. */
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
  /** Name of the price, as in `cost.coach`; see {@link prices}. */
  readonly price: string;
  /** What the quantity is counted by. */
  readonly per: Driver;
  /** Quantity in a month for each unit of the driver, 0 or more. */
  readonly quantity: number;
}

/** Reads a setting of the lever as paid for in a month: intensity × (setting − status quo). */
export type Use = (setting: string) => number;

/** Describes a lever: what a strategy can set, what it costs, when it loses. */
export interface Lever {
  /** Name by which a scenario sets it, as in `coaching`. */
  readonly name: string;
  /** Says what it is, in a sentence without a final stop. */
  readonly doc: string;
  /** Names the lesson or the structure of the founding documents it stands for. */
  readonly lesson: string;
  /** Says by what mechanisms of the model it acts. */
  readonly actsThrough: string;
  /** Says under which conditions it does less than its price would. */
  readonly losesWhen: string;
  /** Months between paying for it and its effect. */
  readonly delay: number;
  /** Settings that may vary over months. */
  readonly settings: readonly Setting[];
  /** Settings chosen once, by name. */
  readonly choices?: readonly Choice[];
  /** Whole numbers chosen once. */
  readonly counts?: readonly Count[];
  /** Lists the lever's charges in month `t` (0 = the first August). */
  readonly charges: (use: Use, t: number) => readonly Charge[];
}

/** Holds what runs need of a setting. */
export type SettingNumbers = Omit<Setting, "doc" | "unit">;

/** Holds what runs need of a lever: what it does and costs. */
export interface LeverNumbers extends Pick<Lever, "name" | "delay" | "charges"> {
  /** Settings that may vary over months. */
  readonly settings: readonly SettingNumbers[];
  /** Settings chosen once, by name. */
  readonly choices?: readonly Omit<Choice, "doc">[];
  /** Whole numbers chosen once. */
  readonly counts?: readonly Omit<Count, "doc" | "unit">[];
}

/** Holds what readers need of a lever, and runs do not. */
export interface LeverWords extends Pick<Lever, "doc" | "lesson" | "actsThrough" | "losesWhen"> {
  /** Says of each setting, choice and count what it is, by its name. */
  readonly says: Readonly<Record<string, string>>;
  /** Units of the settings and counts that are no shares. */
  readonly units?: Readonly<Record<string, string>>;
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
