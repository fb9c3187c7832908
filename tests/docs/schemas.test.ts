import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "../../packages/cli/src/command-line.ts";
import { readYaml } from "../../packages/cli/src/input/read-yaml.ts";
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
  mkdirSync(dirname(file), { recursive: true });
  const header = "district_id,district,school_id,school,level,enrolment,teachers,low_income_share";
  const rows = [
    "h,Hill,e,East,elementary,300,20,0.5",
    "h,Hill,m,Mill,middle,200,14,0.2",
    "d,Dale,k,Oak,high,280,18,0.25",
  ];
  writeFileSync(file, `${[header, ...rows].join("\n")}\n`);
}

const few = ["--replicates", "2", "--months", "36", "--target", "20%"];

describe("what commands write is of the published formats, and read again", () => {
  const commands: readonly (readonly string[])[] = [
    ["import", "roster.csv", "--format", "generic", "--district-id", "h", "--out", "out/hill"],
    ["import", "roster.csv", "--format", "generic", "--out", "out/all"],
    ["run", "--district", "small-rural", "--strategy", "coaching-only", ...few, "--out", "out/embedded"],
    ["run", "hill.yaml", ...few, "--out", "out/own"],
    ["run", "all.yaml", ...few, "--out", "out/system"],
    ["run", "hill.yaml", "--worlds", "worlds.csv", ...few, "--out", "out/worlds"],
    ["compare", "hill.yaml", "coaching-only", ...few, "--out", "out/compare"],
    ["start", "--district", "small-rural", ...few, "--out", "out/start"],
  ];
  beforeAll(async () => {
    writeRoster(join(cwd, "roster.csv"));
    writeFileSync(
      join(cwd, "hill.yaml"),
      "district: out/hill/district.json\nstrategy: { name: Mine, levers: { entry: { volunteers: 0.5 } } }\n",
    );
    writeFileSync(join(cwd, "all.yaml"), "district: out/all/district.json\nstrategy: all-six-lessons\n");
    const scenario =
      "{ district: small-rural, strategy: coaching-only, horizon: 12, target: { share: 0.2, month: 10 } }";
    const surveys = [4, 7, 10].map((month) => `{ month: ${month}, share: 0.2, respondents: 40 }`).join(", ");
    const size = "particles: 20\nsimulations: 40\npredictive: 20";
    writeFileSync(
      join(cwd, "calibrate.yaml"),
      `kind: calibrate\nscenario: ${scenario}\nseries: [${surveys}]\n${size}\n`,
    );
    await uptake("calibrate", "calibrate.yaml", "--threads", "1", "--out", "out/calibrate");
    cpSync(join(cwd, "out/calibrate/worlds.csv"), join(cwd, "worlds.csv"));
    for (const argv of commands) await uptake(...argv);
  }, 120_000);
  /** Lists the files below a folder. */
  const below = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));

  test("districts and scenarios", () => {
    const files = below(join(cwd, "out"));
    const districts = files.filter((file) => /district[^/]*\.json$/.test(file));
    const written = files.filter((file) => file.endsWith(".yaml"));
    expect(districts.length).toBeGreaterThanOrEqual(4);
    expect(written.length).toBeGreaterThanOrEqual(4);
    for (const file of districts)
      expect({ file, faults: faults({ district: read(file) }) }).toEqual({
        file,
        faults: [],
      });
    for (const file of written) expect({ file, faults: faults(read(file)) }).toEqual({ file, faults: [] });
  });
  test("scenarios", { timeout: 60_000 }, async () => {
    const written = below(join(cwd, "out")).filter((file) => file.endsWith("scenario.yaml"));
    for (const file of written) await uptake("run", relative(cwd, file), "--replicates", "1", "--no-bottleneck");
  });
});
