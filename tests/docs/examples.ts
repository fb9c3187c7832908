import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./pages.ts";

/** Holds an example of a docstring: where it stands, the function it is an example of, and its code. */
export interface Example {
  /** Name that no other example has, as functions of two entries may share theirs. */
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** Lists the examples of the docstrings of the packages' sources. */
export function examples(): Example[] {
  return ["model", "study", "charts"].flatMap((name) => {
    const folder = join(root, "packages", name, "src");
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
      .sort()
      .flatMap((file) => {
        const at = `${name}-${file.slice(0, -".ts".length).replaceAll(/[\\/]/g, "-")}`;
        return examplesIn(at, readFileSync(join(folder, file), "utf8").split("\n"));
      });
  });
}

function examplesIn(at: string, lines: readonly string[]): Example[] {
  return lines.flatMap((line, first) => {
    if (line !== " * @example") return [];
    const end = lines.indexOf(" */", first);
    const fenced = lines.slice(first + 1, end).map((one) => one.replace(/^ \* ?/, ""));
    const name = /^export (?:async )?function (\w+)/.exec(lines[end + 1] ?? "")?.[1];
    if (fenced[0] !== "```ts" || fenced.at(-1) !== "```" || name === undefined)
      throw new Error(`an example is no block of TypeScript above a function: ${lines[end + 1]}`);
    return [{ id: `${at}-${name}`, name, text: `${fenced.slice(1, -1).join("\n")}\n` }];
  });
}
