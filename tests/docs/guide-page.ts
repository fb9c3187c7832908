import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./pages.ts";

/** Holds a file that the guide to pages shows; its path is relative to `notebooks`. */
export interface GuideFile {
  readonly path: string;
  readonly text: string;
}

/** Where the guide stands. */
const guide = "docs/guide/pages.md";

/** Lists the guide's fenced blocks that carry a mark, as in `file=src/coaching.md`, with what the mark says. */
function marked(mark: string): GuideFile[] {
  const text = readFileSync(join(root, guide), "utf8");
  const fenced = new RegExp(`^(\`{3,})\\w+ ${mark}=(\\S+)\\n([\\s\\S]*?)^\\1$`, "gm");
  return [...text.matchAll(fenced)].map(([, , path, block]) => ({ path: path as string, text: block as string }));
}

/** Lists the files of the guide's page, in its order; one that comes twice is written anew. */
export const guideFiles = (): GuideFile[] => marked("file");

/** Returns the guide's block of plain text: what stops a page that runs the model. */
export function guideRefusal(): string {
  const [, text] = /^```text\n([\s\S]*?)^```$/m.exec(readFileSync(join(root, guide), "utf8")) ?? [];
  if (text === undefined) throw new Error("the guide shows no refusal");
  return text.trimEnd();
}

/** Writes a file of the guide. */
export function put(folder: string, { path, text }: GuideFile): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/**
 * Makes a copy of `notebooks` beside it, with the guide's page in it as if a reader had written it; what is installed, and
 * what data loaders have computed, is that of the first.
 */
export function notebooksOfGuide(folder: string): void {
  const from = join(root, "notebooks");
  const left = new Set(["node_modules", "dist", "src/.observablehq/cache/_npm", "src/.observablehq/cache/_node"]);
  cpSync(from, folder, {
    recursive: true,
    preserveTimestamps: true,
    filter: (path) => !left.has(path.slice(from.length + 1).replaceAll("\\", "/")),
  });
  symlinkSync(join(from, "node_modules"), join(folder, "node_modules"), "junction");
  for (const file of guideFiles()) if (!file.path.startsWith("..")) put(folder, file);
  for (const { path, text } of marked("line")) {
    const file = join(folder, path);
    const words = readFileSync(file, "utf8");
    const end = /( {2}pages: \{[\s\S]*?)(\n {2}\} as)/;
    if (!end.test(words)) throw new Error(`${path} has no list of pages`);
    writeFileSync(file, words.replace(end, `$1\n${text.trimEnd()}$2`));
  }
}
