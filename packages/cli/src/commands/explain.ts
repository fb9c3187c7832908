import { monthName, type Plan, prepare } from "@uptake/model";
import { explainSchool, explainTeacher, mostChanged, type Story } from "@uptake/study/explain";
import type { Command } from "commander";
import { BadInput, collect, type Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { once, placeOptions, type RawOptions, wholeNumber } from "../input/options.ts";
import { settle } from "../input/settle-scenarios.ts";
import { describeBeliefs } from "../words/describe-beliefs.ts";
import { counted, percent } from "../words/format.ts";
import { table } from "../words/text-table.ts";

/** Holds the options of `uptake explain` as typed; `true` where an option stands without an id. */
interface RawExplain extends RawOptions {
  readonly teacher?: string | true;
  readonly school?: string | true;
  readonly replicate?: string;
}

/** Adds `uptake explain`: one teacher's and one school's story through one run. */
export function addExplain(program: Command, host: Host): void {
  const command = program
    .command("explain")
    .description("tell one teacher's or one school's story through one run, month by month")
    .argument("[what]", "strategy name or scenario file (default business as usual)");
  placeOptions(command)
    .option(
      "--teacher [number]",
      "teacher, numbered as in teachers.csv of uptake population (default who changed most)",
    )
    .option("--school [id]", "school, by id or name (default the one that changed most)")
    .option("--population <folder>", "teachers.csv and ties.csv to use in place of drawn ones", once)
    .option("--replicate <n>", "number of the run, from 0 (default 0)", once)
    .option("--seed <text>", "text that every random draw follows from (default uptake)", once)
    .option("--months <n>", "months simulated, 1 to 600 (default 60)", once)
    .option("--json", "print one JSON object on stdout")
    .action((what: string | undefined, raw: RawExplain) => explain(host, what, raw));
}

async function explain(host: Host, what: string | undefined, raw: RawExplain): Promise<void> {
  const faults: Fault[] = [];
  const replicate = wholeNumber(faults, "--replicate", raw.replicate, [0, 1e9], "replicates", 0);
  const asked = typeof raw.teacher === "string" ? raw.teacher : undefined;
  const teacher = wholeNumber(faults, "--teacher", asked, [0, 1e9], "in teachers.csv", undefined);
  const { scenarios, seed } = await settle(host, [what], raw, faults);
  const [scenario] = scenarios;
  if (!scenario || faults.length > 0) throw new BadInput(faults);
  const plan = await prepare(scenario);
  const wanted: Wanted = {
    teacher: raw.teacher !== undefined || raw.school === undefined ? (teacher ?? "most changed") : undefined,
    school:
      raw.school === undefined
        ? raw.teacher === undefined
          ? "most changed"
          : undefined
        : raw.school === true
          ? "most changed"
          : { called: raw.school },
  };
  const stories = await tell(plan, wanted, { seed, replicate });
  const beliefs = describeBeliefs(scenario.parameters);
  const told = [...stories.map(describe), ...(beliefs.length > 0 ? [`${beliefs.join("\n")}\n`] : [])];
  host.out(raw.json ? `${JSON.stringify({ stories, beliefs })}\n` : told.join("\n"));
}

/** Says whose stories are asked for; none where undefined. */
interface Wanted {
  readonly teacher: number | "most changed" | undefined;
  readonly school: { readonly called: string } | "most changed" | undefined;
}

/** Tells the stories, with what is wrong about either id named by its option. */
async function tell(
  plan: Plan,
  { teacher, school }: Wanted,
  which: { seed: string; replicate: number },
): Promise<Story[]> {
  const most = teacher === "most changed" || school === "most changed" ? mostChanged(plan, which) : undefined;
  const faults: Fault[] = [];
  const stories: Story[] = [];
  const add = async (story: () => Story): Promise<void> => {
    const told = await collect(faults, undefined, story);
    if (told) stories.push(told);
  };
  if (teacher !== undefined)
    await add(() => explainTeacher(plan, typeof teacher === "number" ? teacher : (most?.teacher ?? 0), which));
  if (school !== undefined)
    await add(() => explainSchool(plan, typeof school === "object" ? school.called : (most?.school ?? ""), which));
  if (faults.length > 0) throw new BadInput(faults.map((fault) => ({ ...fault, path: `--${fault.path}` })));
  return stories;
}

function describe(story: Story): string {
  const { strategy, drawn, district, school, replicate, seed, version, teacher, events } = story;
  const title = teacher === null ? school.name : `Teacher ${teacher}, ${school.name}`;
  const quiet = events.length === 0 ? "Nothing else happened.\n" : "";
  const values = Object.entries(drawn).map(([name, value]) => `${name} ${value}`);
  const unknown = values.length === 0 ? "" : `Not known of the plan, and in this run: ${values.join(", ")}.\n`;
  let last = -1;
  const rows = events.map(({ month, sentence }) => {
    const date = month === last ? "" : monthName(month);
    last = month;
    return [date, `${sentence}.`];
  });
  return `${title} (${district.name}, ${counted(school.teachers, "teacher")}, ${percent(school.lowIncomeShare)} low-income students)
${strategy}; replicate ${replicate} of seed “${seed}”; uptake ${version}. One run of many: an example, not a finding.
${unknown}
${story.opening}

${quiet}${events.length === 0 ? "" : table(rows, [0, 1])}
At the end: ${story.ending}
`;
}
