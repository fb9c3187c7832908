import { dirname, isAbsolute, join } from "node:path";

/** Returns the path of a file that another names: relative to that one, unless it is absolute. */
export const beside = (file: string, name: string): string => (isAbsolute(name) ? name : join(dirname(file), name));
