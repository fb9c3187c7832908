import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of the repository. */
export const root: string = fileURLToPath(new URL("../../", import.meta.url));

const guides = readdirSync(join(root, "docs/guide")).filter((name) => name.endsWith(".md"));

/** Pages that show how the program is used. */
const pages = ["README.md", ...guides.map((name) => `docs/guide/${name}`)];

/** A page whose commands are run as they stand, with what they print below them. */
const isFollowed = (text: string): boolean => /^<!-- generated: output/m.test(text);

/** Lists the pages that are followed as a reader would, from the first command to the last. */
export function followedPages(): { readonly name: string; readonly text: string }[] {
  return readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => ({ name: `docs/${name}`, text: readFileSync(join(root, "docs", name), "utf8") }))
    .filter(({ text }) => isFollowed(text));
}

/** Lists the fenced blocks of a language on all pages but those that are followed, with the line each begins on. */
export function blocks(language: string): { readonly at: string; readonly text: string }[] {
  return pages.flatMap((page) => {
    const text = readFileSync(join(root, page), "utf8");
    if (isFollowed(text)) return [];
    return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map((match) => ({
      at: `${page}:${text.slice(0, match.index).split("\n").length}`,
      text: match[1] as string,
    }));
  });
}
