import type { Command } from "commander";
import type { Host } from "../host/host.ts";
import type { RawOptions } from "../input/options.ts";
import type { StudyRequest } from "../run/study-command.ts";
import type { Kinds } from "../studies/kind-heads.ts";
import { studyOptions } from "./run-options.ts";

/** Adds `uptake study`, and a command for each kind of study that is no command already. */
export function addStudy(program: Command, host: Host, kinds: Kinds): void {
  const run = async (request: StudyRequest): Promise<void> => {
    const { runStudyFile } = await import("../run/study-command.ts");
    await runStudyFile(host, request);
  };
  const study = program
    .command("study")
    .description("run a study file and write report, tables and receipt (see: uptake list studies)")
    .argument("<file>", "study file, YAML or JSON");
  studyOptions(study).action((file: string, raw: RawOptions) => run({ kinds, file, raw }));
  const taken = new Set(program.commands.map((command) => command.name()));
  for (const { kind, doc } of kinds.filter((one) => !taken.has(one.kind))) {
    const command = program
      .command(kind)
      .description(doc)
      .argument("[file]", `study file of kind ${kind}`)
      .option("--example", "run the shipped example");
    studyOptions(command).action((file: string | undefined, raw: RawOptions) => run({ kinds, kind, file, raw }));
  }
}
