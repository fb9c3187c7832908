import type { Command } from "commander";
import { BadInput } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { budgetOption } from "../input/budget-option.ts";
import { once, type RawOptions, wholeNumber } from "../input/options.ts";
import { placeOptions } from "../input/place.ts";
import { settle } from "../input/settle-scenarios.ts";
import { answerOptions, isStudyFile, refuseSaid, saidByFile } from "../run/option-command.ts";
import { runStudyFile } from "../run/study-command.ts";
import { mostChangedWord } from "../studies/explain/explain-schema.ts";
import type { Kinds } from "../studies/kind-heads.ts";

/** Holds the options of `uptake explain` as typed; `true` where an option stands without an id. */
interface RawExplain extends RawOptions {
  readonly teacher?: string | true;
  readonly school?: string | true;
  readonly replicate?: string;
}

/** Adds `uptake explain`: one teacher's and one school's story through one run. */
export function addExplain(program: Command, host: Host, kinds: Kinds): void {
  const command = program
    .command("explain")
    .description("tell one teacher's or one school's story through one run, month by month")
    .argument("[what]", "strategy name or scenario file (default business as usual); or a study file of kind explain");
  budgetOption(placeOptions(command))
    .option(
      "--teacher [number]",
      "teacher, numbered as in teachers.csv of uptake population (default who changed most)",
    )
    .option("--school [id]", "school, by id or name (default the one that changed most)")
    .option("--population <folder>", "teachers.csv and ties.csv to use in place of drawn ones", once)
    .option("--replicate <n>", "number of the run, from 0 (default 0)", once)
    .option("--seed <text>", "text that every random draw follows from (default uptake)", once)
    .option("--months <n>", "months simulated, 1 to 600 (default 60)", once)
    .option("--out <folder>", "folder to write the results to", once)
    .option(
      "--threads <n>",
      "threads that make runs (default: as many as the machine runs at once, where they pay)",
      once,
    )
    .option("--json", "print one JSON object on stdout")
    .option("--example", "run the shipped study file of kind explain")
    .action((what: string | undefined, raw: RawExplain) => explain(host, kinds, what, raw));
}

/** Returns who is asked for by an option: the one that changed most where it stands without an id. */
const askedFor = <T>(given: string | true | undefined, named: T): T | typeof mostChangedWord | undefined =>
  given === true ? mostChangedWord : given === undefined ? undefined : named;

async function explain(host: Host, kinds: Kinds, what: string | undefined, raw: RawExplain): Promise<void> {
  const { teacher: of, school, replicate: nth, ...options } = raw;
  if (raw.example || (what !== undefined && (await isStudyFile(host, what)))) {
    const faults = refuseSaid(raw as RawOptions, saidByFile);
    if (faults.length > 0) throw new BadInput(faults);
    await runStudyFile(host, { kinds, kind: "explain", file: what, raw: options });
    return;
  }
  await answerOptions(host, {
    kinds,
    raw: options,
    folder: raw.out,
    study: async (faults) => {
      const replicate = wholeNumber(faults, "--replicate", nth, [0, 1e9], "replicates", 0);
      const number = typeof of === "string" ? of : undefined;
      const teacher = wholeNumber(faults, "--teacher", number, [0, 1e9], "in teachers.csv", undefined);
      const { scenarios, seed } = await settle(host, [what], options, faults);
      const [scenario] = scenarios;
      if (!scenario) return undefined;
      const who = { teacher: askedFor(of, teacher), school: askedFor(school, school) };
      return { kind: "explain", name: scenario.name, seed, scenario, ...who, replicate };
    },
  });
}
