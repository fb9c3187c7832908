import { exp, log, pow } from "../numerics/math.ts";

/** Names functions, of one number or several. */
export type FormulaFunctions = Readonly<Record<string, (...values: number[]) => number>>;

/** Lists the functions a formula may call. `exp`, `log` and `pow` are the portable ones, so results are the same everywhere. */
export const formulaFunctions: FormulaFunctions = {
  exp,
  log,
  pow,
  sqrt: Math.sqrt,
  abs: Math.abs,
  floor: Math.floor,
  ceil: Math.ceil,
  min: Math.min,
  max: Math.max,
};
