import { existsSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { page } from "./src/kit/page-frame.js";

/** Reads a page's description: of its front matter, Framework hands on what it knows itself, and that it does not. */
function descriptionOf(path: string): string | undefined {
  const text = readFileSync(new URL(`src${path}.md`, import.meta.url), "utf8");
  const [, front = ""] = /^---\n([\s\S]*?)^---$/m.exec(text) ?? [];
  return (parse(front) as { readonly description?: string } | null)?.description;
}

/** Writes where a page's own style sheet is, if it has one. */
function styleOf(path: string): string {
  const file = `theme${path}.css`;
  return existsSync(new URL(`src/${file}`, import.meta.url)) ? `\n<link rel="stylesheet" href="/${file}">` : "";
}

/** Sets up the head of a page. */
interface Headed {
  readonly title?: string | null;
  readonly path: string;
}

export default {
  ...page,
  head: ({ title, path }: Headed) => page.head(title ?? undefined, descriptionOf(path)) + styleOf(path),
  interpreters: { ".ts": [process.execPath, "--import", "tsx"] },
};
