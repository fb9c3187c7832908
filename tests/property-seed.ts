import { fc } from "@fast-check/vitest";

/**
 * Seed of what fast-check makes up for properties (default 1; `PROPERTY_SEED=7 pnpm test` tries others). Drawn anew each time,
 * a rare case would refuse a change that has nothing to do with it.
 */
const seed = Number(process.env["PROPERTY_SEED"] ?? 1);

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
