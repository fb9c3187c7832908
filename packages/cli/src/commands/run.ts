import type { Host } from "../host/host.ts";
import { readLinkOption } from "../input/link-option.ts";
import { mostRunReplicates, type RawOptions } from "../input/options.ts";
import { settle } from "../input/settle-scenarios.ts";
import { answerFile, isStudyFile } from "../run/file-command.ts";
import { answerOptions } from "../run/option-command.ts";
import type { Kinds } from "../studies/kind-heads.ts";

/** Answers `uptake run`: one scenario, or a study file of kind run. */
export async function run(host: Host, kinds: Kinds, file: string | undefined, raw: RawOptions): Promise<void> {
  if (raw.example || (file !== undefined && (await isStudyFile(host, file)))) {
    await answerFile(host, { kinds, kind: "run", file, raw });
    return;
  }
  await answerOptions(host, {
    kinds,
    raw,
    folder: raw.out,
    study: async (faults) => {
      const { source = file, raw: asked } = await readLinkOption(host, raw, file, faults);
      const settled = await settle(host, [source], asked, faults, undefined, mostRunReplicates);
      const { scenarios, changes, seed, replicates } = settled;
      const [scenario] = scenarios;
      const bottleneck = raw.bottleneck !== false;
      return (
        scenario && { study: { kind: "run", name: scenario.name, seed, scenario, replicates, bottleneck }, changes }
      );
    },
  });
}
