import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { allShortcuts, shortcuts } from "../../notebooks/scripts/main-thread.mjs";

const folder = fileURLToPath(new URL("../../notebooks/src/", import.meta.url));

/** Lists what is wrong with a page's Markdown: too long, or with code of its own. */
function badPage(name: string, text: string): string[] {
  const page = name.replace(/\.md$/, "");
  const lines = text.trimEnd().split("\n");
  const scripts = [...text.matchAll(/^```(\w+).*\n([\s\S]*?)^```$/gm)];
  const script = scripts[0]?.[2]?.trim().split("\n") ?? [];
  const [first = "", ...rest] = script.filter((line) => line !== "");
  const own = /^import \{ \w+ \} from "\.\/pages\/([\w-]+)\.js";$/.exec(first)?.[1];
  return [
    lines.length > 30 ? `${lines.length} lines` : "",
    scripts.length > 1 || /<script|\son\w+=/.test(text) ? "more than one script" : "",
    scripts.length === 1 && (own === undefined || (page !== "index" && own !== page)) ? "imports not its own page" : "",
    scripts.length === 1 && !(rest.length === 1 && /^(const \w+ = )?(await )?\w+\(.*\);$/.test(rest[0] as string))
      ? "calls more than its page"
      : "",
  ]
    .filter((fault) => fault !== "")
    .map((fault) => `${name}: ${fault}`);
}

test("pages run nothing on the main thread", () => expect(allShortcuts(folder)).toEqual([]));

describe("pages are short, with one script", () => {
  const pages = readdirSync(folder).filter((name) => name.endsWith(".md"));
  test.for(pages)("%s", (name) => expect(badPage(name, readFileSync(posix.join(folder, name), "utf8"))).toEqual([]));
});

describe("the check sees", () => {
  test.for([
    'import { prepare, simulate } from "@uptake/model";',
    'import { ensemble } from "@uptake/study";',
    'import { compare } from "@uptake/study/compare";',
    'import { evaluateInWorkers } from "@uptake/study/evaluate";',
    'import { webWorkers } from "@uptake/study/web-workers";',
    'import { type Update, Crew } from "@uptake/study/ensemble";',
    'import { SimulationService } from "@uptake/study/service";',
    'import * as study from "@uptake/study";',
    'const study = await import("@uptake/study");',
    'import { runs } from "../service/runs.js";',
    'const worker = new Worker("a.js");',
    'const address = import.meta.resolve("@uptake/study/service-worker");',
  ])("%s", (text) => expect(shortcuts("src/pages/a.ts", text)).toHaveLength(1));

  test("what a newcomer meets, in words", () => {
    expect(shortcuts("src/pages/a.ts", 'import { ensemble } from "@uptake/study";')).toEqual([
      "src/pages/a.ts takes “ensemble” from @uptake/study, which would run the model in the page's own thread, and freeze the page: ask simulation() of src/service/simulation.ts for runs",
    ]);
  });

  const script = (code: string): string => `# A\n\n\`\`\`js\n${code}\n\`\`\`\n`;
  test.for([
    ["a long page", "line\n".repeat(31)],
    ["two scripts", script("").repeat(2)],
    ["a script with code", script('import { a } from "./pages/a.js";\nconst b = 1;\na(b);')],
    ["a script that imports the model", script('import { a } from "@uptake/model";\na();')],
    ["a handler in HTML", '<p onclick="a()">'],
  ] as const)("%s", ([, text]) => expect(badPage("a.md", text).length).toBeGreaterThan(0));
});

describe("the check lets pass", () => {
  test.for([
    'import type { Crew } from "@uptake/study/ensemble";',
    'import { type Ensemble, summarise } from "@uptake/study";',
    'import { prepare, scenario } from "@uptake/model";',
    'import { simulation } from "../service/simulation.js";',
  ])("%s", (text) => expect(shortcuts("src/pages/a.ts", text)).toEqual([]));
  test("a page that calls its own", () => {
    expect(badPage("a.md", '# A\n\n```js\nimport { a } from "./pages/a.js";\n\nconst page = a();\n```\n')).toEqual([]);
  });
});
