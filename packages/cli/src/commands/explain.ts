import type { Host } from "../host/host.ts";
import { readArgument } from "../input/fields-file.ts";
import { readLinkOption } from "../input/link-option.ts";
import { type RawOptions, wholeNumber } from "../input/options.ts";
import { settle } from "../input/settle-scenarios.ts";
import { answerFile, isStudy } from "../run/file-command.ts";
import { answerOptions } from "../run/option-command.ts";
import { mostChangedWord } from "../studies/explain/explain-schema.ts";
import type { Kinds } from "../studies/kind-heads.ts";

/** Holds the options of `uptake explain` as typed; `true` where an option stands without an id. */
export interface RawExplain extends RawOptions {
  readonly teacher?: string | true;
  readonly school?: string | true;
  readonly replicate?: string;
}

/** Returns who is asked for by an option: the one that changed most where it stands without an id. */
const askedFor = <T>(given: string | true | undefined, named: T): T | typeof mostChangedWord | undefined =>
  given === true ? mostChangedWord : given === undefined ? undefined : named;

/** Answers `uptake explain`: one story through one run, or a study file of kind explain. */
export async function explain(host: Host, kinds: Kinds, what: string | undefined, raw: RawExplain): Promise<void> {
  const { teacher: of, school, replicate: nth, ...options } = raw;
  const read = raw.example ? undefined : await readArgument(host, what);
  if (raw.example || isStudy(read)) {
    await answerFile(host, { kinds, kind: "explain", file: what, read, raw });
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
      const { source = read ?? what, raw: asked } = await readLinkOption(host, options, what, faults);
      const { scenarios, changes, seed } = await settle(host, [source], asked, faults);
      const [scenario] = scenarios;
      if (!scenario) return undefined;
      const who = { teacher: askedFor(of, teacher), school: askedFor(school, school) };
      return { study: { kind: "explain", name: scenario.name, seed, scenario, ...who, replicate }, changes };
    },
  });
}
