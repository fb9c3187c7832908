import { logistic, logit } from "../../numerics/math.ts";
import { whereFalling } from "../../numerics/where-falling.ts";
import type { District, Level, School } from "../district.ts";

/** Holds the published totals of a district's schools of one level. */
export interface LevelTotals {
  /** Level of the schools. */
  readonly level: Level;
  /** How many schools, at least 1. */
  readonly schools: number;
  /** Students of all of them, at least one a school. */
  readonly students: number;
  /** Standard deviation of school enrolment over its mean, 0 … 1.5. */
  readonly sizeSpread: number;
}

/** Holds the published totals of a district, from which its schools are made up. */
export interface DistrictTotals {
  /** Name by which a scenario asks for it; keys its random draws. */
  readonly id: string;
  /** Name as shown. */
  readonly name: string;
  /** Says where the totals were read. */
  readonly source: string;
  /** Totals of its schools by level, the youngest students' first. */
  readonly levels: readonly LevelTotals[];
  /** Teachers of the whole district, at least one a school. */
  readonly teachers: number;
  /** Low-income share of the district's students, 0 < share < 1. */
  readonly lowIncomeShare: number;
  /** Enrolment-weighted standard deviation of the share between schools. */
  readonly lowIncomeSd: number;
}

/**
 * Makes up a district from its totals, without chance: enrolments follow a right-skewed quantile rule within each
 * level, poverty a logistic one across the district in an order unrelated to size, and teachers follow enrolment.
 * Students and teachers sum to the totals exactly, low-income students to the nearest whole number.
 */
export function synthesise(totals: DistrictTotals): District {
  const slots = totals.levels.flatMap(({ level, schools, students, sizeSpread }) => {
    const weights = Array.from({ length: schools }, (_, i) => 1 + sizeSpread * skewed((i + 0.5) / schools));
    return apportion(weights, students, 1).map((enrolment, i) => ({ level, enrolment, number: i + 1, of: schools }));
  });
  const enrolments = slots.map((slot) => slot.enrolment);
  const lowIncome = spreadLowIncome(enrolments, totals.lowIncomeShare, totals.lowIncomeSd);
  const teachers = apportion(enrolments, totals.teachers, 1);
  const schools: School[] = slots.map(({ level, enrolment, number, of }, i) => ({
    id: `${level}-${String(number).padStart(String(of).length, "0")}`,
    name: `${level[0]!.toUpperCase()}${level.slice(1)} ${number}`,
    level,
    enrolment,
    teachers: teachers[i]!,
    lowIncomeShare: lowIncome[i]! / enrolment,
  }));
  return { id: totals.id, name: totals.name, schools, source: totals.source };
}

/** Returns the `p` quantile of a right-skewed distribution of mean about 0 and standard deviation about 1, at least −0.87. */
function skewed(p: number): number {
  // A logistic variate bent by a square: the bend keeps small schools from vanishing and lets large ones stand out.
  const z = 0.5513288954217921 * logit(p);
  const bent = 0.85 * z + 0.25 * (z * z - 1);
  return Math.max(-0.87, Math.min(3, bent));
}

/** Shares out `total` whole units by weight, at least `least` each, by largest remainder; the sum is exactly `total`. */
function apportion(weights: readonly number[], total: number, least: number): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const spare = total - least * weights.length;
  const exact = weights.map((weight) => (spare * weight) / sum);
  const shares = exact.map((part) => least + Math.floor(part));
  const left = total - shares.reduce((a, b) => a + b, 0);
  const order = exact
    .map((part, i) => [part - Math.floor(part), i] as const)
    .sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  for (const [, i] of order.slice(0, left)) shares[i]! += 1;
  return shares;
}

/** Returns each school's count of low-income students, so that the district's share and spread are those given. */
function spreadLowIncome(enrolments: readonly number[], share: number, sd: number): number[] {
  const students = enrolments.reduce((a, b) => a + b, 0);
  const n = enrolments.length;
  // Multiples of √2 − 1, wrapped, visit the ranks evenly and in no order of size or level.
  const ranks = enrolments
    .map((_, i) => ((i + 1) * 0.41421356237309515) % 1)
    .map((f, _, all) => all.filter((other) => other < f).length);
  const z = ranks.map((rank) => 0.5513288954217921 * logit((rank + 0.5) / n));
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value, i) => sum + value * enrolments[i]!, 0) / students;
  const sharesAt = (spread: number): number[] => {
    const at = (centre: number): number[] => z.map((score) => logistic(centre + spread * score));
    return at(whereFalling((centre) => -mean(at(centre)), -share, -12, 12));
  };
  const variance = (wide: number): number => mean(sharesAt(wide).map((value) => (value - share) * (value - share)));
  const spread = whereFalling((wide) => -variance(wide), -(sd * sd), 0, 6);
  const counts = sharesAt(spread).map((value, i) => value * enrolments[i]!);
  return apportion(counts, Math.round(share * students), 0);
}
