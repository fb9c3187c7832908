import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of the repository. */
export const root: string = fileURLToPath(new URL("../../", import.meta.url));

const guides = readdirSync(join(root, "docs/guide")).filter((name) => name.endsWith(".md"));

const packages = readdirSync(join(root, "packages"));

/** Pages that show how the program and its packages are used. */
const pages = [
  "README.md",
  ...guides.map((name) => `docs/guide/${name}`),
  ...packages.map((name) => `packages/${name}/README.md`),
];

/** Lists the fenced blocks of a language on all pages, with the line each begins on. */
export function blocks(language: string): { readonly at: string; readonly text: string }[] {
  return pages.flatMap((page) => {
    const text = readFileSync(join(root, page), "utf8");
    return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map((match) => ({
      at: `${page}:${text.slice(0, match.index).split("\n").length}`,
      text: match[1] as string,
    }));
  });
}
