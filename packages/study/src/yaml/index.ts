export type { Place } from "./locate.ts";
export { type ReadYaml, readYaml } from "./read-yaml.ts";
