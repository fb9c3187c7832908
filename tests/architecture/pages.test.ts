import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { imports, type Source, sources, valuesTaken } from "./sources.ts";

const home = "notebooks/src";
const folder = fileURLToPath(new URL(`../../${home}/`, import.meta.url));

/** What stands before a reader: it asks the service for runs, and makes none. Data loaders run when the site is built. */
const faces = sources(home).filter(({ path }) => /^notebooks\/src\/(pages|kit|words|plan)\//.test(path));

/** Names that run the model or start what does; `*` may be any of them. */
const runners =
  /^(\*|simulate\w*|Replicate|populate|ensembles?|compare|compareToPrecision|evaluate\w*|stream\w*|SimulationService|Crew|\w+InWorkers)$/;

/** Lists how a source would run the model itself, or get round the service. */
function shortcuts({ path, text }: Source): string[] {
  const run = valuesTaken(text)
    .filter(({ from }) => /^@uptake\/(model|study)/.test(from) && from !== "@uptake/model/validate")
    .flatMap(({ from, names }) => names.filter((name) => runners.test(name)).map((name) => `${name} of ${from}`));
  const inside = imports(text)
    .map(({ from }) => posix.join(posix.dirname(path), from))
    .filter((target) => target.startsWith(`${home}/service/`) && target !== `${home}/service/simulation.js`);
  const workers = text.match(/\bnew (?:Shared)?Worker\(|import\.meta\.resolve\(/g) ?? [];
  return [...run, ...inside, ...workers].map((fault) => `${path}: ${fault}`);
}

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

describe("pages run nothing on the main thread", () => {
  test.for(faces)("$path", (source) => expect(shortcuts(source)).toEqual([]));
});

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
    'import { type Update, Crew } from "@uptake/study/ensemble";',
    'import { SimulationService } from "@uptake/study/service";',
    'import * as study from "@uptake/study";',
    'const study = await import("@uptake/study");',
    'import { runs } from "../service/runs.js";',
    'const worker = new Worker("a.js");',
    'const address = import.meta.resolve("@uptake/study/service-worker");',
  ])("%s", (text) => expect(shortcuts({ path: `${home}/pages/a.ts`, text })).toHaveLength(1));

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
  ])("%s", (text) => expect(shortcuts({ path: `${home}/pages/a.ts`, text })).toEqual([]));
  test("a page that calls its own", () => {
    expect(badPage("a.md", '# A\n\n```js\nimport { a } from "./pages/a.js";\n\nconst page = a();\n```\n')).toEqual([]);
  });
});
