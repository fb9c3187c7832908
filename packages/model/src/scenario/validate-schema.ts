import * as z from "zod";
import { mostStudents, mostTeachers } from "../district/limits.ts";
import { profileNames } from "../district/profile.ts";
import { rosterFormats } from "../district/roster/formats/index.ts";
import { rosterFields } from "../district/roster/roster-field.ts";
import { stages } from "../district/stage.ts";
import { effectLevels, effectTies } from "../evidence/beliefs.ts";
import { parameters } from "../evidence/parameters.ts";
import { mostWorlds } from "./check-world-rows.ts";
import { formulaLimit } from "./formula-limit.ts";
import type { Lever } from "./lever.ts";
import { levers } from "./levers/index.ts";
import { strategies } from "./presets/index.ts";
import { shockKinds } from "./shock-kinds.ts";
import { switchOptions } from "./switch-options.ts";
import { targetKinds } from "./target.ts";
import { transitions } from "./transition-kinds.ts";
import { scenarioVersion } from "./upgrade/scenario-version.ts";

// Otherwise zod tries whether it may make code of text, which the pages’ policy forbids and Firefox then reports.
z.config({ jitless: true });

/** Longest name or id, in characters. */
const longestName = 200;

/** Longest schedule, in steps, and longest horizon, in months. */
export const mostMonths = 600;

/** Most districts of a system, and most schools in all of them. */
export const mostDistricts = 20_000;
export const mostSchools = 200_000;

type Shape = Record<string, z.ZodType>;

const text = (doc: string): z.ZodType => z.string().min(1).max(longestName).describe(doc);

/** Describes a number in a range; the unit travels with the schema, so that errors can state it. */
function quantity(doc: string, unit: string, range: readonly [number, number], whole = false): z.ZodType {
  const number = whole ? z.int() : z.number();
  return number
    .min(range[0])
    .max(range[1])
    .meta({ description: `${doc} (${unit})`, unit });
}

const months = (doc: string, low = 0): z.ZodType => quantity(doc, "months", [low, mostMonths], true);
const share = (doc: string): z.ZodType => quantity(doc, "share", [0, 1]);

/** Describes what a value that is not known lies between. */
function between(unit: string, range: readonly [number, number], whole = false): z.ZodType {
  const end = quantity("An end of what it lies between", unit, range, whole);
  return z.strictObject({ between: z.array(end).length(2).describe("Lowest and highest value") });
}

/** Describes a constant, a formula of `t`, or steps, and what else it may be. */
function schedule(
  doc: string,
  unit: string,
  range: readonly [number, number],
  more: readonly z.ZodType[] = [],
): z.ZodType {
  const value = quantity(doc, unit, range);
  const step = z.strictObject({
    from: quantity("First month of the step, 0 = the first August", "months", [0, mostMonths - 1], true),
    value,
  });
  const formula = z
    .string()
    .min(1)
    .max(formulaLimit)
    .describe("A formula of the scenario month t, as 0.5 * exp(-t / 12)");
  const unknown = more.length > 0 ? ", or what it lies between where it is not known" : "";
  return z
    .union([value, formula, z.array(step).min(1).max(mostMonths), ...more])
    .describe(`${doc}: a number, a formula of t, or steps${unknown}`);
}

/** Describes a choice: a name, or several among which it is where it is not known. */
function choice(doc: string, options: readonly string[]): z.ZodType {
  const name = z.enum(options as [string, ...string[]]);
  const among = z.array(name).min(1).max(options.length).describe("Names it may be");
  return z.union([name, z.strictObject({ among })]).describe(doc);
}

/** Describes the use of one lever: what every lever has, then its own settings, choices and counts. */
function leverUse(lever: Lever): z.ZodType {
  const shape: Shape = {
    intensity: schedule("Strength of the whole lever", "share", [0, 1]),
    start: months("First month"),
    end: months("First month without the lever"),
    ramp: months("Months over which it comes to full strength"),
    delay: months("Months between paying and effect"),
  };
  for (const { name, doc, unit, range } of lever.settings)
    shape[name] = schedule(doc, unit, range, [between(unit, range)]);
  for (const { name, doc, options } of lever.choices ?? []) shape[name] = choice(doc, options);
  for (const { name, doc, unit, range } of lever.counts ?? []) {
    const number = quantity(doc, unit, range, true);
    shape[name] = z.union([number, between(unit, range, true)]).describe(`${doc} (${unit})`);
  }
  // The id lets a JSON Schema hold each lever once.
  return z.strictObject(optional(shape)).meta({ id: `lever-${lever.name}`, description: lever.doc });
}

const optional = (shape: Shape): Shape =>
  Object.fromEntries(Object.entries(shape).map(([name, one]) => [name, one.optional()]));

/** Describes a row of a population of teachers. */
export const teacher: z.ZodType = z.strictObject({
  teacher: quantity("Number of the teacher, from 0 in the order of the rows", "number", [0, 1e7], true),
  id: text("What the researcher calls the teacher").optional(),
  school: text("Id of the school"),
  team: quantity("Team within the school", "number", [0, 65_535], true),
  experience: quantity("Completed years of teaching", "years", [0, 60], true),
  disposition: quantity("Disposition toward the practice", "standard deviations", [-3.47, 3.47]),
  threshold: share("Share of ties using at which peer influence is half its full strength"),
  stage: z.enum(stages).describe("Stage at the start"),
});

/** Describes a tie of a population. */
export const tie: z.ZodType = z.strictObject({
  from: quantity("Teacher who asks", "number", [0, 1e7], true),
  to: quantity("Teacher asked", "number", [0, 1e7], true),
});

/** Most groups of students by race, in one school and in all of a scenario: each makes a series. */
export const mostRaces = 50;

/** Describes a school of a district. */
export const school: z.ZodType = z.strictObject({
  id: text("Id of the school, unique in its district"),
  name: text("Name of the school"),
  level: z.enum(["elementary", "middle", "high", "other"]).describe("Level of the school"),
  enrolment: quantity("Students", "students", [1, mostStudents], true),
  teachers: quantity("Teachers", "teachers", [1, mostTeachers], true),
  lowIncomeShare: share("Share of students from low-income families"),
  englishLearnerShare: share("Share of students who are English learners").optional(),
  raceShares: z
    .record(z.string().max(longestName), share("Share of students"))
    .refine((shares) => Object.keys(shares).length <= mostRaces, `has more than ${mostRaces} groups`)
    .optional()
    .describe(`Shares of students by race, at most ${mostRaces} groups`),
});

const ownFigures = z
  .strictObject(
    optional({
      turnover: quantity("Teachers who leave the district in a year", "share", [0.001, 0.6]),
      principalYears: quantity("Mean of the completed years that principals have been in post", "years", [0.5, 15]),
      coaches: quantity("Coaches of the district on the first day", "posts", [0, 10_000]),
      adoption: z
        .record(z.string().max(longestName), share("Share of the school's teachers who use the practice at the start"))
        .describe("Start by school id, for every school"),
    }),
  )
  .describe("What a district knows of itself, in place of what the model would draw");

const district = z
  .strictObject({
    id: text("Id of the district"),
    name: text("Name of the district"),
    source: z.string().max(2000).describe("Where the figures come from"),
    schools: z.array(school).min(1).describe("Schools of the district"),
    own: ownFigures.optional(),
    population: z
      .strictObject({ teachers: z.array(teacher).min(1), ties: z.array(tie) })
      .optional()
      .describe("Teachers and ties in place of drawn ones"),
  })
  .describe("A district");

const pair = (doc: string): z.ZodType => z.array(z.number()).length(2).describe(doc);

// The id lets a JSON Schema hold it once for all parameters.
const ownPrior = z
  .union([
    pair("Lowest and highest value, between which it is evenly spread"),
    z.strictObject({ bell: pair("Mean and standard deviation; held within the parameter's range") }),
  ])
  .meta({ id: "own-prior", description: "What is believed of a parameter: [low, high], or bell: [mean, sd]" });

const worldTable = z
  .strictObject({
    source: z.string().max(1000).describe("Where the worlds come from"),
    parameters: z.array(z.string()).describe("Names of all parameters, in the order of the record"),
    rows: z.array(z.array(z.number())).max(mostWorlds).describe("Worlds: a value for each parameter"),
  })
  .describe("Worlds written out");

const districtFile = z
  .string()
  .max(1000)
  .regex(/\.[jJ][sS][oO][nN]$/)
  .describe("Name of a JSON file that holds a district, or several, relative to the scenario file");

const rosterColumns = z.strictObject(
  optional(
    Object.fromEntries(
      Object.values(rosterFields).map(({ name, doc }) => [name, text(`Header of the column: ${doc}`)]),
    ),
  ),
);

const roster = z
  .strictObject({
    file: text("Name of the roster, a file of CSV or Parquet, relative to the scenario file"),
    format: z.enum(Object.keys(rosterFormats) as [string, ...string[]]).describe("Format of the roster"),
    district: z.union([text("Id or name of the district"), z.number()]).optional(),
    columns: rosterColumns
      .optional()
      .describe("Columns of the roster that are called otherwise than the format has them"),
  })
  .describe("A district read from a roster, in place of district");

/**
 * Returns the scenario format as a zod schema, built from the lever, shock and parameter records. In a file a district may
 * be the name of another file, whose content stands in its place before the scenario is checked.
 */
function build(inFile: boolean): z.ZodType {
  const written = z.union([z.enum(profileNames as [string, ...string[]]), district]);
  const oneDistrict = inFile ? z.union([...written.options, districtFile]) : written;
  const strategyName = z.enum(strategies.map((s) => s.name) as [string, ...string[]]);
  const uses = z.strictObject(optional(Object.fromEntries(levers.map((lever) => [lever.name, leverUse(lever)]))));
  const shocks = shockKinds.map(({ kind, doc, unit, range }) =>
    z
      .strictObject({
        kind: z.literal(kind),
        month: quantity("First month it is felt, 0 = the first August", "months", [0, mostMonths - 1], true),
        months: months("Months it lasts", 1).optional(),
        size: quantity("Strength", unit, range).optional(),
        districts: z
          .array(text("Id of a district"))
          .max(mostDistricts)
          .optional()
          .describe("Districts it hits; all unless given"),
      })
      .describe(doc),
  );
  const values = Object.fromEntries(parameters.map(({ name, doc, unit, range }) => [name, quantity(doc, unit, range)]));
  return z
    .strictObject(
      optional({
        version: z
          .literal(scenarioVersion)
          .describe("Version of the scenario format; files of older versions are upgraded when they are read"),
        name: text("Name of the scenario"),
        ...(inFile ? { roster } : {}),
        district: z
          .union([...oneDistrict.options, z.array(oneDistrict).min(1).max(mostDistricts)])
          .describe(
            inFile
              ? "Name of an embedded district or of a JSON file, a district, or a list of them"
              : "Name of an embedded district, a district, or a list of them",
          ),
        strategy: z
          .union([
            strategyName,
            z.strictObject(optional({ base: strategyName, name: text("Name shown"), levers: uses })),
          ])
          .describe("Name of a strategy, or levers on top of one"),
        levers: uses.describe("Levers on top of those of the strategy"),
        horizon: months("Months simulated", 1),
        funded: months("Months funded: where levers end unless they say otherwise"),
        shocks: z
          .array(z.discriminatedUnion("kind", shocks as unknown as [(typeof shocks)[number]]))
          .max(1000)
          .describe("Shocks"),
        switches: z
          .strictObject(
            optional({
              contagion: z
                .enum(switchOptions.contagion)
                .describe("Peer influence: in proportion, by threshold, or none"),
              network: z.enum(switchOptions.network).describe("Ties of advice, or everyone with everyone"),
              everyoneAware: z.boolean().describe("Whether every teacher knows of the practice from the start"),
              designPrerequisite: z.boolean().describe("Whether school design limits the depth that can be reached"),
              levels: z
                .enum(switchOptions.levels)
                .describe(
                  "How time, leadership and office join: as the world has it, summed, multiplied, or the weakest",
                ),
              prescriptionCosts: z.boolean().describe("Whether prescription raises lapsing and lowers ownership"),
            }),
          )
          .describe("Rival assumptions about how the world works"),
        survey: z.boolean().describe("Whether results add what a survey of teachers would have shown"),
        target: z
          .strictObject(
            optional({
              share: share("Share to reach"),
              month: months("Index at which it is asked for"),
              of: z
                .enum(targetKinds)
                .describe(
                  "What it is a share of: teachers who use or own the practice, students who have it in two teachers' classes in a school year, teachers who use it deeply (.5 or more), sign-ups (who try, use or own it), or schools in which more than half of the teachers do",
                ),
            }),
          )
          .describe("What is asked of the strategy"),
        ease: z
          .strictObject(
            optional(
              Object.fromEntries(
                transitions.map(({ name, doc }) => [name, quantity(`Ease of: ${doc}`, "ratio of odds", [0.01, 100])]),
              ),
            ),
          )
          .describe("What would be if a transition were easier: gains' odds are multiplied, losses' divided"),
        own: ownFigures.nullable(),
        parameters: z
          .strictObject(
            optional({
              draw: z
                .enum(["sampled", "priors", "fixed"])
                .describe(
                  "Worlds sampled from the kept ones, drawn from the wide priors, or all the fixed one of the kept",
                ),
              values: z.strictObject(optional(values)).describe("Values in place of single parameters"),
              priors: z
                .strictObject(optional(Object.fromEntries(parameters.map(({ name }) => [name, ownPrior]))))
                .describe("Own evidence of single parameters, each drawn apart from all others"),
              worlds: z
                .union([
                  worldTable,
                  z.string().max(1000).describe("Name of a file, CSV or Parquet, relative to the scenario file"),
                ])
                .nullable()
                .describe("Worlds in place of the kept ones, as those that a calibration writes; draw: sampled"),
              effects: z
                .enum(effectTies)
                .describe("Effects of lessons and levers as the worlds have them, or with one common factor"),
              level: z
                .enum(effectLevels)
                .nullable()
                .describe("Holds all effects at their first quartile, median or third quartile among the worlds"),
            }),
          )
          .describe("Uncertain numbers"),
      }),
    )
    .describe("A scenario of Uptake: what is tried, where, and what is asked of it");
}

let built: z.ZodType | undefined;

/** Returns the schema of a scenario, built at the first call. */
export function scenarioShape(): z.ZodType {
  built ??= build(false);
  return built;
}

let builtOfFile: z.ZodType | undefined;

/** Returns the schema of what a scenario file may hold, built at the first call: a district may also be the name of a file. */
export function scenarioFileShape(): z.ZodType {
  builtOfFile ??= build(true);
  return builtOfFile;
}
