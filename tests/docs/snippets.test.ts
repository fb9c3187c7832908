import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { validateScenario } from "@uptake/model/validate";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { main } from "../../packages/cli/src/command-line.ts";
import { readYaml } from "../../packages/cli/src/read-yaml.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const guides = readdirSync(join(root, "docs/guide")).filter((name) => name.endsWith(".md"));
const pages = ["README.md", ...guides.map((name) => `docs/guide/${name}`)];

/** Lists the fenced blocks of a language on all pages, with the line each begins on. */
function blocks(language: string): { at: string; text: string }[] {
  return pages.flatMap((page) => {
    const text = readFileSync(join(root, page), "utf8");
    return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map((match) => ({
      at: `${page}:${text.slice(0, match.index).split("\n").length}`,
      text: match[1] as string,
    }));
  });
}

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "uptake-docs-"));
  cpSync(join(root, "docs/guide"), join(cwd, "docs/guide"), { recursive: true });
});
afterAll(() => rmSync(cwd, { recursive: true }));

describe("TypeScript runs", () => {
  test.for(blocks("ts"))("$at", async ({ at, text }) => {
    const file = join(cwd, `${at.replaceAll(/\W+/g, "-")}.ts`);
    const log = vi.spyOn(console, "log").mockImplementation(() => {});
    writeFileSync(file, `${text}\nexport {};\n`);
    try {
      await import(/* @vite-ignore */ file);
      expect(log).toHaveBeenCalled();
      for (const [shown] of log.mock.calls)
        expect(shown).not.toSatisfy((value) => value === undefined || Number.isNaN(value));
    } finally {
      log.mockRestore();
    }
  });
});

describe("scenarios are valid, and warn of nothing", () => {
  test.for(blocks("yaml"))("$at", async ({ at, text }) => {
    expect(await validateScenario(readYaml(text, at).value)).toMatchObject({ scenario: {}, warnings: [] });
  });
});

describe("commands run", () => {
  const commands = blocks("sh").flatMap(({ at, text }) =>
    [...text.matchAll(/^pnpm uptake (.*)$/gm)].map(([line, rest]) => ({ at, line, argv: (rest as string).split(" ") })),
  );
  test.for(commands)("$line", async ({ argv }) => {
    let err = "";
    const host = {
      cwd,
      out: () => {},
      err: (text: string): void => {
        err += text;
      },
      interactive: false,
      color: false,
      debug: true,
    };
    const few = ["run", "compare"].includes(argv[0] as string) ? ["--replicates", "1"] : [];
    expect({ code: await main([...argv, ...few], host), err }).toEqual({ code: 0, err: "" });
  });
});
