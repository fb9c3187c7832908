import type { Scenario } from "@uptake/model";
import { BadInput, type Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { meansFile } from "../input/means-file.ts";
import { howOften, precisionRule, type RawOptions } from "../input/options.ts";
import { settle } from "../input/settle-scenarios.ts";
import { answerOptions, refuseSaid, saidByFile } from "../run/option-command.ts";
import { fieldsBeside } from "../studies/compare/compare-plans.ts";
import type { Kinds } from "../studies/kind-heads.ts";

/** Answers `uptake compare`: two scenarios in the same worlds and luck, or a study file of kind compare. */
export async function compare(
  host: Host,
  kinds: Kinds,
  [a, b]: readonly [string | undefined, string | undefined],
  raw: RawOptions,
): Promise<void> {
  if (a === undefined || b === undefined) await study(host, kinds, a, raw);
  else await compareTwo(host, kinds, [a, b], raw);
}

/** Runs a study file of kind compare. */
async function study(host: Host, kinds: Kinds, file: string | undefined, raw: RawOptions): Promise<void> {
  const faults = refuseSaid(raw, saidByFile);
  if (file !== undefined && !meansFile(host, file))
    faults.push({ code: "missing", path: "b", message: `is needed: a strategy to compare ${file} with` });
  if (faults.length > 0) throw new BadInput(faults);
  const { runStudyFile } = await import("../run/study-command.ts");
  await runStudyFile(host, { kinds, kind: "compare", file, raw });
}

/** Tells plans of one name apart by what they were asked for by. */
function named(
  [a, b]: readonly [Scenario, Scenario],
  [first, second]: readonly [string, string],
): [Scenario, Scenario] {
  if (a.name !== b.name || first === second) return [a, b];
  return [
    { ...a, name: `${a.name} (${first})` },
    { ...b, name: `${b.name} (${second})` },
  ];
}

async function compareTwo(host: Host, kinds: Kinds, names: readonly [string, string], raw: RawOptions): Promise<void> {
  await answerOptions(host, {
    kinds,
    raw,
    folder: raw.out,
    names: { baseline: "a", scenario: "b" },
    study: async (faults) => {
      if (raw.example)
        faults.push({ code: "conflict", path: "--example", message: "is of use only with a study file" });
      const rule = precisionRule(raw, howOften(raw, []).replicates, faults);
      const { scenarios, seed, replicates } = await settle(host, names, raw, faults);
      const [first, second] = scenarios;
      if (!first || !second) return undefined;
      checkTargets(first, second, faults);
      const [a, b] = named([first, second], names);
      const precision = rule
        ? { replicates: rule.first, halfWidth: rule.halfWidth as number, cap: rule.cap }
        : { replicates };
      return {
        kind: "compare",
        name: `${b.name} against ${a.name}`.slice(0, 200),
        seed,
        scenario: b,
        baseline: fieldsBeside(a, b),
        ...precision,
        bottleneck: raw.bottleneck !== false,
      };
    },
  });
}

/** Refuses to hold scenarios against each other that are asked for shares of different things. */
function checkTargets({ target: { of } }: Scenario, { target: { of: other } }: Scenario, faults: Fault[]): void {
  if (of === other) return;
  const message = `its target is of ${other}, that of the first of ${of}; --of gives both the same`;
  faults.push({ code: "different-targets", path: "b", message, value: other });
}
