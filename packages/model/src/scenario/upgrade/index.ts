/**
 * Brings scenarios and tables of worlds of older versions to today's form, and says what was changed.
 *
 * @module
 */
export { type Change, describeChange, type Upgraded, type UpgradeStep } from "./change.ts";
export { type Group, groupOf, withField } from "./group.ts";
export { futureVersion, isVersion, runSteps } from "./run-steps.ts";
export { scenarioVersion, versionOfScenario } from "./scenario-version.ts";
export { type UpgradedScenario, upgradeScenario } from "./upgrade-scenario.ts";
export { type NamedRows, upgradeWorlds, type WorldsVersion, worldsVersions } from "./upgrade-worlds.ts";
