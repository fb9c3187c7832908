/**
 * Reads YAML and JSON with the place of every value, for messages that point there.
 *
 * @module
 */
export type { Place } from "./locate.ts";
export { type ReadYaml, readYaml } from "./read-yaml.ts";
