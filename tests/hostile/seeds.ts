import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  districtKey,
  drawWorld,
  levers,
  loadKeptWorlds,
  parameters,
  populate,
  populationTable,
  profile,
  readyWorlds,
  scenario,
  shockKinds,
  strategies,
} from "@uptake/model";
import { writeWorlds } from "@uptake/model/validate";
import { linkOf, scenarioFileOf } from "@uptake/study/link";
import { prebuiltText } from "../../notebooks/src/plan/prebuilt.ts";
import { populationFiles } from "../../packages/cli/src/input/population-files.ts";
import { receiptOf } from "../../packages/cli/src/receipt/receipt.ts";
import { journalLine } from "../../packages/study/src/evaluate/journal.ts";
import { type ShardSeeds, shardSeeds } from "./shard-seeds.ts";

/** Holds valid texts of a format, and words that it has. */
interface Format {
  readonly seeds: readonly string[];
  readonly words: readonly string[];
}

/** Holds what readers are fuzzed with. */
export interface Seeds {
  readonly of: Readonly<
    Record<
      | ("rosters" | "scenarios" | "studies" | "receipts" | "worlds" | "links" | "formulas")
      | ("surveys" | "points" | "populations" | "journals" | "files in pages")
      | ("plans of shards" | "runs of shards" | "shards" | "answers in pages" | "Parquet"),
      Format
    >
  >;
  /** Files that scenarios and studies name, by their names. */
  readonly beside: Readonly<Record<string, string>>;
  /** The files of a folder of shards, as they were written. */
  readonly shards: ShardSeeds;
  /** What the answers in pages are to, and the program that made them. */
  readonly answers: { readonly asked: unknown; readonly program: string };
  /** Says which files beside the repository are not there. */
  readonly absent: readonly string[];
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const text = (path: string): string => readFileSync(join(root, path), "utf8");
const binary = (path: string): string => readFileSync(join(root, path), "latin1");
const headOf = (whole: string, lines: number): string => `${whole.split("\n", lines).join("\n").slice(0, 20_000)}\n`;

/** Reads the first lines of all files of one kind in a folder beside the repository; none, with a word, where it is not there. */
function realFiles(path: string, kind: RegExp, absent: string[]): string[] {
  const folder = join(root, "../../shared", path);
  const beside = [join(root, "../shared", path), folder].find((one) => existsSync(one));
  if (beside === undefined) {
    absent.push(`shared/${path} is not beside the repository: no real files of it are changed`);
    return [];
  }
  return readdirSync(beside, { recursive: true, encoding: "utf8" })
    .filter((name) => kind.test(name))
    .map((name) => headOf(readFileSync(join(beside, name), "utf8"), 25));
}

const small = { ...profile("small-rural"), id: "ours", name: "Ours" };

const rosterOf = (separator: string): string =>
  [
    ["school", "level", "enrolment", "low_income", "teachers"],
    ...small.schools.map((one) => [one.name, one.level, one.enrolment, Math.round(one.enrolment / 3), one.teachers]),
  ]
    .map((cells) => cells.join(separator))
    .join("\n");

/** Writes the two tables of the people of a district, with an empty line between them. */
async function population(): Promise<string> {
  const completed = scenario({});
  await readyWorlds(completed.parameters);
  const world = drawWorld("fuzz", 0, completed.parameters);
  const drawn = populate(small, world, districtKey("fuzz", 0, small.id), { everyoneAware: false });
  const files = populationFiles(populationTable(drawn, small, world));
  const [head = "", ...ties] = (files.get("ties.csv") ?? "").trim().split("\n");
  const within = ties.filter((tie) => tie.split(",", 2).every((teacher) => Number(teacher) < 29));
  return [headOf(files.get("teachers.csv") ?? "", 30).trim(), "", head, ...within].join("\n");
}

/** Gathers valid texts that the program made itself, those that ship with it, and those beside the repository. */
export async function seedsOf(): Promise<Seeds> {
  const absent: string[] = [];
  const real = (path: string, kind: RegExp): string[] => realFiles(path, kind, absent);
  const worlds = writeWorlds((await loadKeptWorlds()).rows.slice(0, 3));
  const studies = readdirSync(join(root, "packages/cli/studies"))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => text(`packages/cli/studies/${name}`));
  const plans = strategies.slice(0, 8).map(({ name }) => ({ district: "small-rural", strategy: name }));
  const shocks = shockKinds.slice(0, 3).map(({ kind }) => ({ kind, month: 12 }));
  const full = {
    ...plans[0],
    horizon: 48,
    target: { share: 0.5, month: 40 },
    shocks,
    levers: { coaching: { teachersPerCoach: 20, intensity: "min(1, t / 12)" }, learning: {} },
    parameters: { values: { "support.floor": 0.2 }, priors: { "start.adoption": [0.1, 0.2] } },
  } as const;
  const completed = scenario(full);
  const study = { kind: "run", name: "Ours", seed: "fuzz", scenario: completed, replicates: 4 };
  const receipts = [
    JSON.stringify(receiptOf(study, ["aa", "bb"]), undefined, 2),
    JSON.stringify(receiptOf({ ...study, scenario: { ...completed, district: small } }, [])),
  ];
  const people = await population();
  const series = text("packages/cli/studies/adoption-example.csv");
  const lines = [
    journalLine("1.2.0.", { values: Float64Array.of(0.5, Number.NaN, -0), checksum: "aa" }),
    journalLine("1.2.1.", { values: Float64Array.of(0.5, 1, 2, 3), checksum: "bb" }, 2),
  ];
  const rosters = [
    text("docs/guide/example-roster.csv"),
    rosterOf(","),
    `sep=;\n${rosterOf(";")}\nSource: made up\n`,
    rosterOf("\t"),
    ...real("data", /(schools|campuses).*\.csv$/),
    ...real("cases", /(roster|frpm|dese|tapr|export|staff|school).*\.csv$/),
  ];
  const scenarios = [
    text("docs/guide/porterville.yaml"),
    text("docs/guide/ours.yaml"),
    scenarioFileOf({ scenario: full }),
    JSON.stringify({ version: 1, ...full, district: small }),
    "district: district.json\nparameters: { worlds: worlds.csv }\n",
    "roster: { file: roster.csv, format: generic }\nstrategy: mandate\n",
    ...real("cases", /(scenario|half|never).*\.yaml$/),
  ];
  const links = [linkOf({ scenario: full }), linkOf({ scenario: {}, pinned: [{ name: "A", scenario: full }] })];
  const shards = await shardSeeds();
  const answers = { asked: { scenario: full, replicates: 100 }, program: "fuzz" };
  const prebuilt = prebuiltText(answers.asked, { share: 0.31, months: [0, 1], none: null, of: small }, answers.program);
  const json = ["{", "}", "[", "]", ",", ":", '"', "1", "-1", "1e9", "null", "true", '"__proto__"'];
  const csv = [",", "\n", '"', ";", "\t", "-1", "12", "0.5"];
  const fields = ["district", "strategy", "levers", "shocks", "target", "parameters", "values", "priors", "horizon"];
  const names = [...fields, ...levers.map(({ name }) => name), ...parameters.slice(0, 20).map(({ name }) => name)];
  const yaml = [...names.map((name) => `${name}: `), "\n", "  ", "- ", "[", "]", "{ ", " }", "&a ", "*a", "'", ", "];
  return {
    of: {
      rosters: { seeds: rosters, words: [...csv, ...rosterOf(",").split(/[,\n]/).slice(0, 12)] },
      scenarios: { seeds: scenarios, words: yaml },
      studies: {
        seeds: [...studies, ...real("cases", /study.*\.yaml$/)],
        words: [...yaml, "kind: ", "run", "sweep", "seed: ", "replicates: ", "scenario: "],
      },
      receipts: {
        seeds: receipts,
        words: ["{", "}", "[", "]", ",", ":", '"files"', '"study"', '"a.csv"', "1", "null"],
      },
      worlds: { seeds: [worlds], words: [...csv, ...worlds.split(/[,\n]/).slice(0, 40)] },
      links: {
        seeds: [
          ...links,
          ...Object.keys(JSON.parse(text("packages/study/test-support/first-links.json"))).slice(0, 40),
        ],
        words: ["?", "&", "=", "v=2", "pin1", ".", "..", "0:50,12:25", "20..40", "~", "%", "+", "embed", ...names],
      },
      formulas: {
        seeds: ["0.5 * exp(-t / 12)", "t < 12 ? 0.2 : 0.8", "min(1, t / 12, 0.7) + max(0, t - 20)", "2 ^ 3 ^ 0.5"],
        words: [
          "t",
          "1",
          "0.5",
          "+",
          "-",
          "*",
          "/",
          "^",
          "(",
          ")",
          ",",
          "<",
          "==",
          "?",
          ":",
          "exp(",
          "pow(",
          "min(",
          " ",
        ],
      },
      surveys: { seeds: [series, ...real("cases", /surveys.*\.csv$/)], words: [...csv, "month", "group", "adopters"] },
      points: {
        seeds: ["support.floor,strategy\n0.1,mandate\n0.2,coaching-only\n", "target.share\n0.5\n"],
        words: [...csv, ...names],
      },
      populations: { seeds: [people, ...real("cases", /(teachers|ties).*\.csv$/)], words: csv },
      journals: { seeds: [lines.join("\n")], words: ["{", "}", '"run"', '"values"', "[", "]", ":", ",", "\n", "1"] },
      "files in pages": {
        seeds: [
          rosters[0] as string,
          rosters[2] as string,
          receipts[0] as string,
          series,
          worlds,
          JSON.stringify(small),
        ],
        words: [...csv, "{", "}", "[", "]", '"schools"', '"checksums"', ":", '\\"', "\\"],
      },
      "plans of shards": { seeds: [shards.plan], words: [...json, '"study"', '"shards"', '"jobs"', '"plan"'] },
      "runs of shards": { seeds: [shards.runs], words: [...json, '"plan"', '"evaluations"', '"float64"', "\n"] },
      Parquet: {
        seeds: ["pandas", "polars", "pyarrow"].map((name) =>
          binary(`packages/cli/test-support/parquet/${name}.parquet`),
        ),
        words: [
          "PAR1",
          "school",
          "level",
          "\0",
          "\u0001",
          "\u0015",
          "\u007f",
          "\u00ff",
          "\u00ff\u00ff\u00ff\u00ff\u0007",
        ],
      },
      shards: { seeds: [shards.shard], words: ["PAR1", "uptake.sha256", "uptake.plan", "run", "\0", "\u00ff"] },
      "answers in pages": { seeds: [prebuilt], words: [...json, '"answer"', '"sum"', '"asked"', '"program"'] },
    },
    shards,
    answers,
    beside: {
      "district.json": JSON.stringify(small),
      "roster.csv": rosterOf(","),
      "worlds.csv": worlds,
      "adoption-example.csv": series,
    },
    absent,
  };
}
