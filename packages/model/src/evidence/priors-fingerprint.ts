import { parameterNumbers } from "./parameter-numbers.ts";

/** Returns the fingerprint of the priors, 8 hexadecimal digits: worlds that were drawn from others are stale. */
export function priorsFingerprint(): string {
  const text = JSON.stringify(
    parameterNumbers.map(({ name, default: value, range, prior }) => [name, value, range, prior]),
  );
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
