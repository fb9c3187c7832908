import { join } from "node:path";
import type { Command } from "commander";
import { BadInput } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { beliefsOptions } from "../input/beliefs-options.ts";
import { budgetOption } from "../input/budget-option.ts";
import { givenOptions } from "../input/given-options.ts";
import { type RawOptions, runOptions } from "../input/options.ts";
import { placeOptions } from "../input/place.ts";
import { settle } from "../input/settle-scenarios.ts";
import { targetOptions } from "../input/target-options.ts";
import { answerOptions, refuseSaid, saidByFile } from "../run/option-command.ts";
import { runStudyFile } from "../run/study-command.ts";
import type { Kinds } from "../studies/kind-heads.ts";
import { startReplicates } from "../studies/start/start-schema.ts";

/** Adds `uptake start`: the reference strategies on one district, in a table. */
export function addStart(program: Command, host: Host, kinds: Kinds): void {
  const command = program
    .command("start")
    .description("compare the reference strategies on a district (default Colorado Springs D11)")
    .argument("[file]", "study file of kind start");
  budgetOption(beliefsOptions(targetOptions(runOptions(placeOptions(command), startReplicates))))
    .option("--example", "run the shipped study file of kind start")
    .action((file: string | undefined, raw: RawOptions) => start(host, kinds, file, raw));
}

async function start(host: Host, kinds: Kinds, file: string | undefined, raw: RawOptions): Promise<void> {
  if (raw.example || file !== undefined) {
    const faults = refuseSaid(raw, saidByFile);
    if (faults.length > 0) throw new BadInput(faults);
    await runStudyFile(host, { kinds, kind: "start", file, raw });
    return;
  }
  const given = givenOptions(raw);
  await answerOptions(host, {
    kinds,
    raw,
    folder: raw.out ?? join("out", "start"),
    study: async (faults) => {
      const { scenarios, seed, replicates } = await settle(host, [undefined], raw, faults, startReplicates);
      const [scenario] = scenarios;
      return scenario && { kind: "start", name: "A first look", seed, scenario, replicates };
    },
    next: [
      ["run", "--strategy", "all-six-lessons", ...given],
      ["compare", "coaching-only", "all-six-lessons", ...given],
      ["list", "strategies"],
    ],
  });
}
