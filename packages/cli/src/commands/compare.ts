import type { Scenario } from "@uptake/model";
import type { Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { type FieldsFile, readArgument } from "../input/fields-file.ts";
import { type LinkGiven, linkSource, readLinkOption } from "../input/link-option.ts";
import { howOften, precisionRule, type RawOptions } from "../input/options.ts";
import { otherThan } from "../input/other-file.ts";
import type { ScenarioSource } from "../input/scenario-source.ts";
import { settle } from "../input/settle-scenarios.ts";
import { answerFile, isStudy } from "../run/file-command.ts";
import { answerOptions } from "../run/option-command.ts";
import { fieldsBeside } from "../studies/compare/compare-plans.ts";
import type { Kinds } from "../studies/kind-heads.ts";

/** Answers `uptake compare`: two scenarios in the same worlds and luck, or a study file of kind compare. */
export async function compare(
  host: Host,
  kinds: Kinds,
  [a, b]: readonly [string | undefined, string | undefined],
  raw: RawOptions,
): Promise<void> {
  if (raw.link === undefined && (a === undefined || b === undefined)) await study(host, kinds, a, raw);
  else await compareTwo(host, kinds, [a, b], raw);
}

/** Returns what is wrong with an argument that stands alone: it must be a study file, since a comparison needs two plans. */
function aloneFaults(name: string, given: FieldsFile | undefined): Fault[] {
  const ofPlan = given?.read && !isStudy(given) && otherThan("scenario", name, given.read.value) === undefined;
  const message = !given
    ? `is needed: a strategy to compare ${name} with`
    : ofPlan
      ? `is needed: ${name} says no kind, so it is one plan, and a comparison needs two; name a second strategy or scenario file, or write “kind: compare” into a study file`
      : undefined;
  return message === undefined ? [] : [{ code: "missing", path: "b", message }];
}

/** Runs a study file of kind compare. */
async function study(host: Host, kinds: Kinds, file: string | undefined, raw: RawOptions): Promise<void> {
  const message = "is needed: two strategies or scenario files, or one study file (--example: the shipped one)";
  const none: Fault[] = raw.example ? [] : [{ code: "missing", path: "a", message }];
  const read = await readArgument(host, file);
  const faults = file === undefined ? none : aloneFaults(file, read);
  await answerFile(host, { kinds, kind: "compare", file, read, raw }, faults);
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

/** Holds where a plan comes from, and what it was asked for by. */
interface AskedFor {
  readonly source: string | ScenarioSource;
  readonly name: string;
}

/** Returns where the two plans come from: the arguments, or a link in place of the second; alone, with the plan pinned in it. */
function plansOf([a, b]: Arguments, { source: link, pinned }: LinkGiven, faults: Fault[]): readonly AskedFor[] {
  const [pin, ...others] = pinned;
  const ofName = (name: string | undefined): AskedFor[] => (name === undefined ? [] : [{ source: name, name }]);
  if (link === undefined) return [...ofName(a), ...ofName(b)];
  const second = { source: link, name: "link" };
  if (a !== undefined) return [...ofName(a), second];
  if (pin !== undefined && others.length === 0)
    return [{ source: linkSource({ ...pin.scenario, name: pin.name }), name: pin.name }, second];
  const message = `is needed: what to compare the plan of the link with, in which ${pinned.length} plans are pinned, not one`;
  faults.push({ code: "missing", path: "a", message });
  return [];
}

type Arguments = readonly [string | undefined, string | undefined];

async function compareTwo(host: Host, kinds: Kinds, given: Arguments, raw: RawOptions): Promise<void> {
  await answerOptions(host, {
    kinds,
    raw,
    folder: raw.out,
    names: { baseline: "a", scenario: "b" },
    study: async (faults) => {
      if (raw.example)
        faults.push({ code: "conflict", path: "--example", message: "is of use only with a study file" });
      const link = await readLinkOption(host, raw, given[1], faults);
      const plans = plansOf(given, link, faults);
      const rule = precisionRule(link.raw, howOften(link.raw, []).replicates, faults);
      const sources = plans.map(({ source }) => source);
      const { scenarios, changes, seed, replicates } = await settle(host, sources, link.raw, faults);
      const [first, second] = scenarios;
      if (!first || !second) return undefined;
      checkTargets(first, second, faults);
      const [a, b] = named([first, second], [plans[0]?.name ?? "a", plans[1]?.name ?? "b"]);
      const precision = rule
        ? { replicates: rule.first, halfWidth: rule.halfWidth as number, cap: rule.cap }
        : { replicates };
      const asked = {
        kind: "compare",
        name: `${b.name} against ${a.name}`.slice(0, 200),
        seed,
        scenario: b,
        baseline: fieldsBeside(a, b),
        ...precision,
        bottleneck: raw.bottleneck !== false,
      };
      return { study: asked, changes };
    },
  });
}

/** Refuses to hold scenarios against each other that are asked for shares of different things. */
function checkTargets({ target: { of } }: Scenario, { target: { of: other } }: Scenario, faults: Fault[]): void {
  if (of === other) return;
  const message = `its target is of ${other}, that of the first of ${of}; --of gives both the same`;
  faults.push({ code: "different-targets", path: "b", message, value: other });
}
