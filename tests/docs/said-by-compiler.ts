import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./pages.ts";

/** A value, and the type that it should be of: the module that exports the type, and its name. */
interface Typed {
  readonly type: { readonly from: string; readonly name: string };
  readonly value: unknown;
}

/**
 * Returns what TypeScript says of each value where it is written out as one of its type: the empty text where it is right.
 * A field that the type does not know is wrong then.
 *
 * @throws Error when the compiler says something of no value, as where a module is not found.
 */
export async function saidByCompiler(typed: readonly Typed[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "uptake-typed-"));
  try {
    const files = typed.map(({ type: { from, name }, value }, index) => {
      const lines = [
        `import type { ${name} } from "${from}";`,
        `export const given: ${name} = ${JSON.stringify(value)};`,
      ];
      writeFileSync(join(folder, `value-${index}.ts`), `${lines.join("\n")}\n`);
      return `value-${index}.ts`;
    });
    const compilerOptions = {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
      module: "preserve",
      moduleResolution: "bundler",
      paths: { "*": [join(root, "node_modules/*")] },
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
    const messages = (await compile(folder)).split(/^(?=\S)/m).filter((message) => message !== "");
    const said = files.map((file) => messages.filter((message) => message.startsWith(`${file}(2,`)).join(""));
    if (said.join("").length !== messages.join("").length) throw new Error(messages.join(""));
    return said;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Compiles the project in a folder and returns what the compiler prints. */
function compile(folder: string): Promise<string> {
  const compiler = [join(root, "node_modules/typescript/bin/tsc"), "--pretty", "false", "-p", "."];
  return new Promise((resolve) => void execFile(process.execPath, compiler, { cwd: folder }, (_, out) => resolve(out)));
}
