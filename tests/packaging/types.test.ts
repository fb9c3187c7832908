import { expect, test } from "vitest";
import { programOf, run, subPaths, write } from "./packed.ts";

/** Writes a program that imports everything that can be imported, and uses it, so that nothing is dropped. */
const everything = (): string =>
  [
    ...subPaths().map((path, i) => `import * as part${i} from "${path}";`),
    `console.log([${subPaths().map((_, i) => `part${i}`)}].length);`,
    "",
  ].join("\n");

/** Writes a program of somebody who checks as strictly as TypeScript does. */
const typed = `
import { adoptionFan, type ChartOptions, fanData, type Figure } from "@uptake/charts";
import { InputError, type Measures, type Plan, prepare, type Run, scenario, simulate } from "@uptake/model";
import { type Ensemble, ensemble, type Summary, summariseAt } from "@uptake/study";
import { compare } from "@uptake/study/compare";
import { type Evaluate, evaluateEnsembles } from "@uptake/study/evaluate";
import { nodeWorkers } from "@uptake/study/node-workers";

const plan: Plan = await prepare(scenario({ district: "small-rural", strategy: "coaching-only", horizon: 36 }));
const run: Run = simulate(plan, { seed: "a", replicate: 0 });
const measures: Measures = run.measures;
const adoption: number | undefined = measures.adoption[34];
const here: Ensemble = await ensemble(plan, { replicates: 4, seed: "a" });
const told: Summary = summariseAt(here, "adoption", 34);
const { evaluate, dispose } = nodeWorkers({ workers: 1 });
const makes: Evaluate = evaluate;
const { ensembles } = await evaluateEnsembles([plan], { evaluate: makes, replicates: 4, seed: "a" });
dispose();
const { estimate } = (await compare(plan, plan, { replicates: 4 })).difference("adoption", { month: 34 });
export const draw = (options: ChartOptions): Figure => adoptionFan(fanData(here), options);
let refused: readonly string[] = [];
try {
  scenario({ strategy: "coching-only" });
} catch (error) {
  if (error instanceof InputError) refused = error.issues.map(({ nearest }) => nearest ?? "");
}
console.log(JSON.stringify({
  number: typeof adoption,
  mean: Number.isFinite(told.mean),
  same: ensembles[0]?.checksums.join() === here.checksums.join(),
  estimate,
  refused,
}));
`;

const strict = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
  skipLibCheck: false,
  target: "es2022",
  types: [],
};

test.for([
  ["nodenext", { module: "nodenext" }, ["everything.ts", "everything.cts", "typed.ts"]],
  ["bundler", { module: "esnext", moduleResolution: "bundler" }, ["everything.ts", "typed.ts"]],
] as const)("a strict program compiles and runs: %s", async ([name, resolution, files]) => {
  write("everything.ts", everything());
  write("everything.cts", everything().replaceAll(/import \* as (\w+) from ("[^"]+");/g, "import $1 = require($2);"));
  write("typed.ts", typed);
  const lib = ["es2023", "dom"];
  const compilerOptions = { ...strict, ...resolution, lib, outDir: `compiled-${name}`, rootDir: "." };
  const settings = write(`tsconfig.${name}.json`, JSON.stringify({ compilerOptions, files }));
  expect(await run(programOf("tsc"), "-p", settings)).toEqual({ code: 0, out: "", err: "" });
  const { code, out, err } = await run("node", `compiled-${name}/typed.js`);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(JSON.parse(out)).toEqual({
    number: "number",
    mean: true,
    same: true,
    estimate: 0,
    refused: ["coaching-only"],
  });
});

test("a strict program that is wrong does not compile", async () => {
  write("wrong.ts", 'import { scenario } from "@uptake/model";\nscenario({ horizon: "60" });\n');
  const compilerOptions = { ...strict, module: "nodenext", noEmit: true };
  const settings = write("tsconfig.wrong.json", JSON.stringify({ compilerOptions, files: ["wrong.ts"] }));
  expect((await run(programOf("tsc"), "-p", settings)).out).toMatch(/wrong\.ts.*Type 'string' is not assignable to/);
});
