import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./pages.ts";

/** Returns the fenced block of a language in the pages' own guide. */
function blockOf(language: string): string {
  const text = readFileSync(join(root, "notebooks/README.md"), "utf8");
  const fence = language === "md" ? "````" : "```";
  const [, block] = new RegExp(`^${fence}${language}\\n([\\s\\S]*?)^${fence}$`, "m").exec(text) ?? [];
  if (block === undefined) throw new Error(`the guide has no block of ${language}`);
  return block;
}

test("the page of the guide is sound TypeScript, beside the parts it is made of", () => {
  const folder = mkdtempSync(join(root, "notebooks/.new-page-"));
  try {
    // The page stands where it would: among the sources of the pages, as far as its imports can tell.
    writeFileSync(join(folder, "coaching.ts"), blockOf("ts").replaceAll('"../', '"../src/'));
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ extends: "../tsconfig.json", include: ["coaching.ts"] }),
    );
    const compile = (): string =>
      execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", folder], {
        encoding: "utf8",
      });
    expect(compile).not.toThrow();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("its Markdown imports and calls it, and is short", () => {
  const markdown = blockOf("md");
  expect(markdown).toContain('import { coaching } from "./pages/coaching.js";');
  expect(markdown).toContain("await coaching()");
  expect(markdown.trimEnd().split("\n").length).toBeLessThanOrEqual(30);
});
