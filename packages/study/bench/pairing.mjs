/**
 * Measures how many times as many replicates independent seeds need as paired ones: coaching against business as usual,
 * 256 pairs. Prints the factor of each series.
 */
import { prepare, scenario } from "@uptake/model";
import { compareToPrecision } from "../dist/compare/index.js";

const PAIRS = 256;

const [usual, coaching] = await Promise.all(
  ["business-as-usual", "coaching-only"].map((strategy) => prepare(scenario({ strategy }))),
);
const { plans } = await compareToPrecision(usual, [coaching], { halfWidth: 1e-9, first: PAIRS, cap: PAIRS });
const factors = plans[0].differences.map(({ series, varianceReduction }) => [series, varianceReduction]);
console.log(JSON.stringify(Object.fromEntries(factors)));
