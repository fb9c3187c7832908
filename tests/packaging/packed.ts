import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";

/** Holds where the packages are installed, and the tarballs they come from. */
export interface Packed {
  /** A folder of somebody else's, with the packages and their dependencies and nothing else. */
  readonly app: string;
  /** Tarballs by the name of their package without its scope. */
  readonly tarballs: Readonly<Record<string, string>>;
}

declare module "vitest" {
  interface ProvidedContext {
    packed: Packed;
  }
}

/** Packages that other programs import from; the command line is run. */
export const libraries = ["model", "study", "charts"] as const;

/** Programs for workers, which do nothing but listen: they need a worker's names. */
export const programs: readonly string[] = ["@uptake/study/evaluate-worker", "@uptake/study/service-worker"];

/** Returns a program of the repository. */
export const programOf = (name: string): string =>
  fileURLToPath(new URL(`../../node_modules/.bin/${name}`, import.meta.url));

/** Reads the manifest of an installed package. */
export function manifestOf(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(inject("packed").app, "node_modules/@uptake", name, "package.json"), "utf8"));
}

/** Lists what can be imported, as `@uptake/study/evaluate`. */
export function subPaths(): string[] {
  return libraries.flatMap((name) =>
    Object.keys(manifestOf(name)["exports"] as object).map((path) => `@uptake/${name}${path.slice(1)}`),
  );
}

/** Writes a file into the folder where the packages are installed; returns its path. */
export function write(name: string, text: string): string {
  const path = join(inject("packed").app, name);
  writeFileSync(path, text);
  return path;
}

/** Holds how a program ended and what it said. */
export interface Ended {
  /** Its exit code, or why it was ended. */
  readonly code: number | string;
  readonly out: string;
  readonly err: string;
}

/** Runs a program where the packages are installed; one that does not end by itself is ended after two minutes. */
export function run(program: string, ...args: readonly string[]): Promise<Ended> {
  const options = { cwd: inject("packed").app, timeout: 120_000, env: { ...process.env, NO_COLOR: "1" } };
  return new Promise((resolve) => {
    execFile(program, args, options, (error, out, err) =>
      resolve({ code: error ? (error.code ?? error.signal ?? error.message) : 0, out, err }),
    );
  });
}
