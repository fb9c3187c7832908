/**
 * Sets the points that sweeps and sensitivity studies run: levels, sequences, and the scenario at a point.
 *
 * @module
 */
export { type DesignPoint, namedValues } from "./design-point.ts";
export { checkFactors, type Factor } from "./factor.ts";
export { factorOf } from "./factor-of.ts";
export { type Cell, grid } from "./grid.ts";
export { latinHypercube } from "./latin-hypercube.ts";
export { type Level, levelOf, namedFactors, namesOf } from "./level.ts";
export type { Settings } from "./point-scenario.ts";
export { type PointSettings, pointSettings, withSettings } from "./point-scenario.ts";
export { SOBOL_DIMENSIONS, type SobolOptions, sobolSequence } from "./sobol-sequence.ts";
export { valueAt, valuesAt } from "./value-at.ts";
