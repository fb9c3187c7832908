import { version } from "../version.ts";
import { priorsFingerprint } from "./priors-fingerprint.ts";

/** Returns what a written table of worlds carries: the version of the package, a plus sign, the fingerprint of the priors. */
export function worldsVersion(): string {
  return `${version}+${priorsFingerprint()}`;
}
