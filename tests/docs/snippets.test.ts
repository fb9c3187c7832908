import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateScenario } from "@uptake/model/validate";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { main } from "../../packages/cli/src/command-line.ts";
import { nodeHost } from "../../packages/cli/src/host/host.ts";
import { readYaml } from "../../packages/cli/src/input/read-yaml.ts";
import { readScenario } from "../../packages/cli/src/input/scenario-source.ts";
import { checkStudy } from "../../packages/cli/src/studies/check-study.ts";
import { shippedKinds } from "../../packages/cli/src/studies/kind-heads.ts";
import { studyExample } from "../../packages/cli/src/studies/study-example.ts";
import { blocks, root } from "./pages.ts";

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

describe("scenarios and studies are valid, and warn of nothing", () => {
  test.for(blocks("yaml"))("$at", async ({ at, text }) => {
    const value = readYaml(text, at).value as Record<string, unknown>;
    if ("kind" in value) return expect(await checkStudy(value, shippedKinds)).toMatchObject({ warnings: [] });
    // A scenario may name a roster beside it, so it is read from a file.
    const file = join(cwd, "docs/guide", `${at.replaceAll(/\W+/g, "-")}.yaml`);
    writeFileSync(file, text);
    const { input, faults } = await readScenario(nodeHost(), file);
    expect([faults, await validateScenario(input)]).toMatchObject([[], { warnings: [] }]);
  });
});

describe("commands run", () => {
  // The page of a package is for those who have installed it, without a clone or pnpm.
  const commands = blocks("sh").flatMap(({ at, text }) =>
    [...text.matchAll(at.startsWith("packages/") ? /^uptake (.*)$/gm : /^pnpm uptake (.*)$/gm)].map(([line, rest]) => ({
      at,
      line,
      argv: (rest as string).split(" "),
    })),
  );
  const isExample = ({ argv }: { argv: readonly string[] }): boolean => argv.includes("--example");
  // The examples of studies are run at small size by a test of their own.
  test.for(commands.filter(isExample))("$line: the example is shipped", ({ argv: [kind = ""] }) => {
    expect(studyExample(kind)).toBeDefined();
    expect(shippedKinds.map((one) => one.kind)).toContain(kind);
  });
  test.for(commands.filter((one) => !isExample(one)))("$line", async ({ argv }) => {
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
    const few = ["start", "run", "compare"].includes(argv[0] as string) ? ["--replicates", "1"] : [];
    const short = argv.includes("--half-width") ? ["--cap", "4"] : [];
    expect({ code: await main([...argv, ...few, ...short], host), err }).toEqual({ code: 0, err: "" });
  });
});
