import { join } from "node:path";
import type { Host } from "../host/host.ts";
import { givenOptions } from "../input/given-options.ts";
import { readLinkOption } from "../input/link-option.ts";
import { type RawOptions, startReplicates } from "../input/options.ts";
import type { ScenarioSource } from "../input/scenario-source.ts";
import { settle } from "../input/settle-scenarios.ts";
import { answerFile } from "../run/file-command.ts";
import { answerOptions } from "../run/option-command.ts";
import type { Kinds } from "../studies/kind-heads.ts";

/** Leaves of a scenario what strategies are tried in: they take the place of its own. */
function withoutPlan(source: ScenarioSource): ScenarioSource {
  const { strategy: _, levers: __, name: ___, ...input } = source.input;
  return { ...source, input };
}

/** Answers `uptake start`: the reference strategies on one district, or a study file of kind start. */
export async function start(host: Host, kinds: Kinds, file: string | undefined, raw: RawOptions): Promise<void> {
  if (raw.example || file !== undefined) {
    await answerFile(host, { kinds, kind: "start", file, raw });
    return;
  }
  const link = raw.link === undefined ? [] : ["--link", raw.link];
  const given = [...link, ...givenOptions(raw)];
  await answerOptions(host, {
    kinds,
    raw,
    folder: raw.out ?? join("out", "start"),
    study: async (faults) => {
      const { source, raw: asked } = await readLinkOption(host, raw, undefined, faults);
      const place = source && withoutPlan(source);
      const { scenarios, changes, seed, replicates } = await settle(host, [place], asked, faults, startReplicates);
      const [scenario] = scenarios;
      return scenario && { study: { kind: "start", name: "A first look", seed, scenario, replicates }, changes };
    },
    next: [
      ["run", ...(raw.link === undefined ? ["--strategy", "all-six-lessons"] : []), ...given],
      ["compare", "coaching-only", ...(raw.link === undefined ? ["all-six-lessons"] : []), ...given],
      ["list", "strategies"],
    ],
  });
}
