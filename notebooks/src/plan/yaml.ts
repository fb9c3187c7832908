import { shellQuoted } from "./shell-quoted.js";

/** Tells whether a text is read back as that text without quotes. */
const isPlainText = (value: unknown): value is string =>
  typeof value === "string" && /^[a-z][a-z-]*$/.test(value) && !/^(true|false|null)$/.test(value);

/** Writes plain data (groups, lists, texts, numbers) as YAML that the command line reads back as the same. */
export function yamlOf(value: object, indent = ""): string {
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([key, inner]) => {
      const nested = typeof inner === "object" && inner !== null && !Array.isArray(inner);
      if (nested && Object.keys(inner).length > 0) return `${indent}${key}:\n${yamlOf(inner, `${indent}  `)}`;
      return `${indent}${key}: ${isPlainText(inner) ? inner : JSON.stringify(inner)}\n`;
    })
    .join("");
}

/** Writes the command that repeats a result from its scenario file. */
export function commandOf({ replicates, seed }: { readonly replicates: number; readonly seed: string }): string {
  return `pnpm uptake run scenario.yaml --replicates ${replicates} --seed ${shellQuoted(seed)}`;
}
