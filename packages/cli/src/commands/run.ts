import type { Command } from "commander";
import { BadInput, type Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { beliefsOptions } from "../input/beliefs-options.ts";
import { bottleneckOption, placeOptions, type RawOptions, runOptions } from "../input/options.ts";
import { settle } from "../input/settle-scenarios.ts";
import { targetOptions } from "../input/target-options.ts";
import { checkFolder, writeFolder } from "../output/write-folder.ts";
import { withReceipt } from "../receipt/with-receipt.ts";
import { runScenario } from "../run/run-scenario.ts";
import { describeRun } from "../words/describe-run.ts";

/** Adds `uptake run`: one scenario, many replicates, an answer. */
export function addRun(program: Command, host: Host): void {
  const command = program
    .command("run")
    .description("simulate one scenario and report adoption, chance of the target, gap, cost")
    .argument("[scenario]", "scenario file, YAML or JSON");
  bottleneckOption(beliefsOptions(targetOptions(runOptions(placeOptions(command)))))
    .option("--strategy <name>", "strategy (see: uptake list strategies)")
    .option("--population <folder>", "teachers.csv and ties.csv to use in place of drawn ones")
    .action((file: string | undefined, raw: RawOptions) => run(host, file, raw));
}

async function run(host: Host, file: string | undefined, raw: RawOptions): Promise<void> {
  const faults: Fault[] = [];
  await checkFolder(host, raw.out, faults);
  const settled = await settle(host, [file], raw, faults);
  const [scenario] = settled.scenarios;
  if (!scenario || faults.length > 0) throw new BadInput(faults);
  const { seed, replicates } = settled;
  const bottleneck = raw.bottleneck !== false;
  const study = { kind: "run", name: scenario.name, seed, scenario, replicates, bottleneck };
  const { answer, checksums, files } = await runScenario(host, study);
  if (raw.out !== undefined) await writeFolder(host, raw.out, withReceipt(study, checksums, files));
  host.out(raw.json ? `${JSON.stringify(answer)}\n` : describeRun(answer));
  if (raw.out !== undefined && !raw.json)
    host.out(`\nFiles: ${[...files.keys()].sort().join(", ")} and receipt.json in ${raw.out}\n`);
}
