import type { Command } from "commander";
import { BadInput } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { beliefsOptions } from "../input/beliefs-options.ts";
import { budgetOption } from "../input/budget-option.ts";
import { bottleneckOption, type RawOptions, runOptions } from "../input/options.ts";
import { placeOptions } from "../input/place.ts";
import { settle } from "../input/settle-scenarios.ts";
import { targetOptions } from "../input/target-options.ts";
import { answerOptions, isStudyFile, refuseSaid, saidByFile } from "../run/option-command.ts";
import { runStudyFile } from "../run/study-command.ts";
import type { Kinds } from "../studies/kind-heads.ts";

/** Adds `uptake run`: one scenario, many replicates, an answer. */
export function addRun(program: Command, host: Host, kinds: Kinds): void {
  const command = program
    .command("run")
    .description("simulate one scenario and report adoption, chance of the target, gap, cost")
    .argument("[scenario]", "scenario file, YAML or JSON; or a study file of kind run");
  bottleneckOption(budgetOption(beliefsOptions(targetOptions(runOptions(placeOptions(command))))))
    .option("--strategy <name>", "strategy (see: uptake list strategies)")
    .option("--population <folder>", "teachers.csv and ties.csv to use in place of drawn ones")
    .option("--example", "run the shipped study file of kind run")
    .action((file: string | undefined, raw: RawOptions) => run(host, kinds, file, raw));
}

async function run(host: Host, kinds: Kinds, file: string | undefined, raw: RawOptions): Promise<void> {
  if (raw.example || (file !== undefined && (await isStudyFile(host, file)))) {
    const faults = refuseSaid(raw, saidByFile);
    if (faults.length > 0) throw new BadInput(faults);
    await runStudyFile(host, { kinds, kind: "run", file, raw });
    return;
  }
  await answerOptions(host, {
    kinds,
    raw,
    folder: raw.out,
    study: async (faults) => {
      const { scenarios, seed, replicates } = await settle(host, [file], raw, faults);
      const [scenario] = scenarios;
      const bottleneck = raw.bottleneck !== false;
      return scenario && { kind: "run", name: scenario.name, seed, scenario, replicates, bottleneck };
    },
  });
}
