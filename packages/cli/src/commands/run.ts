import type { Host } from "../host/host.ts";
import { readArgument } from "../input/fields-file.ts";
import { readLinkOption } from "../input/link-option.ts";
import { mostRunReplicates, type RawOptions } from "../input/options.ts";
import { settle } from "../input/settle-scenarios.ts";
import { answerFile, isStudy } from "../run/file-command.ts";
import { answerOptions } from "../run/option-command.ts";
import type { Kinds } from "../studies/kind-heads.ts";

/** Answers `uptake run`: one scenario, or a study file of kind run. */
export async function run(host: Host, kinds: Kinds, file: string | undefined, raw: RawOptions): Promise<void> {
  const read = raw.example ? undefined : await readArgument(host, file);
  if (raw.example || isStudy(read)) {
    await answerFile(host, { kinds, kind: "run", file, read, raw });
    return;
  }
  await answerOptions(host, {
    kinds,
    raw,
    folder: raw.out,
    study: async (faults) => {
      const { source = read ?? file, raw: asked } = await readLinkOption(host, raw, file, faults);
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
