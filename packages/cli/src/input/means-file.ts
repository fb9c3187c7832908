import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { strategies } from "@uptake/model";
import type { Host } from "../host/host.ts";

/** Tells whether an argument means a file, rather than a strategy. */
export function meansFile(host: Host, argument: string): boolean {
  if (strategies.some(({ name }) => name === argument)) return false;
  return /[./\\]/.test(argument) || existsSync(resolve(host.cwd, argument));
}
