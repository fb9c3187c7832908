import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { validateScenario } from "@uptake/model/validate";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "../../packages/cli/src/command-line.ts";
import { readYaml } from "../../packages/cli/src/input/read-yaml.ts";
import { readScenario } from "../../packages/cli/src/input/scenario-source.ts";
import { listeningHost } from "../../packages/cli/test-support/listening-host.ts";
import { blocks, root } from "./pages.ts";

/** Folder in which commands are run. */
let cwd: string;
/** The formats as `uptake schema` prints them, read by another program than the one that wrote them. */
let formats: Readonly<Record<"scenario" | "study", ValidateFunction>>;
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "uptake-schemas-"));
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  ajv.addKeyword({ keyword: "unit", schemaType: "string" });
  const format = async (what: string) => ajv.compile(JSON.parse(await uptake("schema", what)));
  formats = { scenario: await format("scenario"), study: await format("study") };
});
afterAll(() => rmSync(cwd, { recursive: true }));

/** Runs the command line, which must succeed, and returns what it says. */
async function uptake(...argv: string[]): Promise<string> {
  const host = listeningHost(cwd, true);
  expect({ code: await main(argv, host), err: host.said.err }).toEqual({ code: 0, err: "" });
  return host.said.out;
}

const parse = (text: string): unknown => readYaml(text, "file").value;
const read = (file: string): unknown => parse(readFileSync(file, "utf8"));

/** Lists what is wrong with a file by its format. */
function faults(value: unknown): unknown {
  const format = formats[typeof value === "object" && value !== null && "kind" in value ? "study" : "scenario"];
  return format(value) ? [] : format.errors;
}

describe("what the guide shows is of the published formats", () => {
  test.for(blocks("yaml"))("$at", ({ text }) => expect(faults(parse(text))).toEqual([]));
  const folders = ["docs/guide", "packages/cli/studies"].map((folder) => join(root, folder));
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => relative(root, join(folder, name))),
  );
  test.for(files)("%s", (file) => expect(faults(read(join(root, file)))).toEqual([]));
  test.for([
    { district: "district.json" },
    { district: ["small-rural", "out/Hill.JSON"] },
    { strategy: "coaching-only", parameters: { worlds: "out/calibrate/worlds.csv" } },
    { kind: "stress", scenario: { district: "district.json" }, strategies: ["coaching-only"], shocks: ["none"] },
    { kind: "stress", scenario: "plan.yaml", strategies: ["coaching-only"], shocks: ["none"] },
    { kind: "sweep", design: "rows", rows: "points.csv" },
    { kind: "calibrate", series: "surveys.csv" },
  ])("names of other files: %j", (value) => expect(faults(value)).toEqual([]));
  test.for([
    { district: "distrct" },
    { district: 5 },
    { districts: "small-rural" },
    { kind: "stress", strategies: "coaching-only" },
    { kind: "strss" },
  ])("but not %j", (value) => expect(faults(value)).not.toEqual([]));
});

/** Writes two made-up districts as a roster, one of which has two schools. */
function writeRoster(file: string): void {
  const header = "district_id,district,school_id,school,level,enrolment,teachers,low_income_share";
  const rows = [
    "h,Hill,e,East,elementary,300,20,0.5",
    "h,Hill,m,Mill,middle,200,14,0.2",
    "d,Dale,k,Oak,high,280,18,0.25",
  ];
  writeFileSync(file, `${[header, ...rows].join("\n")}\n`);
}

const few = ["--replicates", "1", "--months", "36", "--target", "20%"];

describe("what commands write is of the published formats, and read again", () => {
  const survey = [4, 7, 10].map((month) => `{ month: ${month}, share: 0.2, respondents: 40 }`).join(", ");
  const given: Readonly<Record<string, string>> = {
    "hill.yaml": "district: out/hill/district.json\nstrategy: { name: Mine, levers: { entry: { volunteers: 0.5 } } }\n",
    "all.yaml": "district: out/all/district.json\nstrategy: all-six-lessons\n",
    "calibrate.yaml": `kind: calibrate
scenario: { district: small-rural, strategy: coaching-only, horizon: 12, target: { share: 0.2, month: 10 } }
series: [${survey}]
particles: 20
simulations: 40
predictive: 20
`,
  };
  beforeAll(() => {
    writeRoster(join(cwd, "roster.csv"));
    for (const [name, content] of Object.entries(given)) writeFileSync(join(cwd, name), content);
  });
  test.for([
    "import roster.csv --format generic --district-id h --out out/hill",
    "import roster.csv --format generic --out out/all",
    "calibrate calibrate.yaml --threads 1 --out out/calibrate",
    `run --district small-rural --strategy coaching-only ${few.join(" ")} --no-bottleneck --out out/embedded`,
    `run hill.yaml ${few.join(" ")} --no-bottleneck --out out/own`,
    `run all.yaml ${few.join(" ")} --no-bottleneck --out out/system`,
    `run hill.yaml --worlds out/calibrate/worlds.csv ${few.join(" ")} --no-bottleneck --out out/worlds`,
    `compare hill.yaml coaching-only ${few.join(" ")} --no-bottleneck --out out/compare`,
  ])("uptake %s", async (command) => void (await uptake(...command.split(" "))));
  /** Lists the files below a folder of results whose names match. */
  const written = (name: RegExp): string[] =>
    readdirSync(join(cwd, "out"), { recursive: true, encoding: "utf8" })
      .map((file) => join(cwd, "out", file))
      .filter((file) => name.test(basename(file)));

  test("districts", () => {
    const files = written(/district[^/]*\.json$/);
    expect(files.length).toBeGreaterThanOrEqual(5);
    for (const file of files) expect({ file, faults: faults({ district: read(file) }) }).toEqual({ file, faults: [] });
  });
  test("scenarios, which are read again", async () => {
    const files = written(/\.ya?ml$/);
    expect(files.length).toBeGreaterThanOrEqual(4);
    for (const file of files) {
      expect({ file, faults: faults(read(file)) }).toEqual({ file, faults: [] });
      const { input, faults: unread } = await readScenario(listeningHost(cwd), file);
      expect(unread).toEqual([]);
      expect(await validateScenario(input)).toMatchObject({ warnings: [] });
    }
  });
});
