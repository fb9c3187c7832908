import type { Extreme, Sweep } from "@uptake/study/sweep";
import { describeWorlds, factorLabel } from "../../words/describe-outcome.ts";
import { capital, counted } from "../../words/format.ts";
import type { StudyAnswer } from "../study-kind.ts";
import { sweepFigures } from "./sweep-figures.ts";
import { sweepTables } from "./sweep-tables.ts";
import { sweptOutcome, sweptSetting, sweptValue } from "./sweep-words.ts";

/** Turns a sweep into what is told of it. */
export function answerSweep(found: Sweep): StudyAnswer {
  const { checksums, scenario: _, ...data } = found;
  return {
    sentence: sentenceOf(found),
    notes: notesOf(found),
    figures: sweepFigures(found),
    tables: sweepTables(found),
    data,
    checksums,
  };
}

/** Says where an outcome is highest and lowest, and from what this cannot be told. */
function sentenceOf(found: Sweep): string {
  const outcome = found.outcomes[0]!;
  const { scenario, design, replicates } = found;
  const plan = design.factors.includes("strategy") ? "" : ` under “${scenario.name}”`;
  const of = `${sweptOutcome(found, outcome)}${plan}`;
  const { highest, lowest, estimates } = outcome;
  const count = counted(design.points.length, "setting");
  const factors =
    design.factors.length < 5
      ? design.factors.map(factorLabel).join(" and ")
      : counted(design.factors.length, "factor");
  const where = `${count} of ${factors}`;
  if (!highest || !lowest) return `${capital(of)} is not known at any of ${where}.`;
  const basis = `${where}; ${worldsEach(found)}${replicates > 1 ? "; 95% intervals" : "; one run each, so nothing is told from luck"}`;
  const at = (point: number): string => `${sweptValue(outcome, point)} at ${sweptSetting(found, point)}`;
  const said = ({ point, alike }: Extreme): string => {
    const others = alike === null || alike === 0 ? "" : ` (${counted(alike, "other setting")} cannot be told from it)`;
    return `${at(point)}${others}`;
  };
  if (design.points.length === 1) return `${capital(of)} is ${at(0)} (${basis}).`;
  if (highest.point === lowest.point || estimates[highest.point]!.value === estimates[lowest.point]!.value)
    return `${capital(of)} is the same at all settings: ${sweptValue(outcome, highest.point)} (${basis}).`;
  if (isOpen(lowest, highest.point))
    return `${capital(of)} at its highest and at its lowest cannot be told apart: ${at(highest.point)}, and ${at(lowest.point)} (${basis}).`;
  return `${capital(of)} is highest, ${said(highest)}, and lowest, ${said(lowest)} (${basis}).`;
}

/** Tells whether a point cannot be told from an extreme: the interval of the paired difference covers zero. */
function isOpen({ differences }: Extreme, point: number): boolean {
  const difference = differences[point];
  if (!difference || difference.low === null || difference.high === null) return false;
  return difference.low <= 0 && difference.high >= 0;
}

/** Says in which worlds every setting was run. */
function worldsEach(found: Sweep): string {
  const own = found.scenario.parameters.worlds;
  const worlds =
    own === null ? describeWorlds(found) : `${describeWorlds(found).replace("kept world", "world")} of ${own.source}`;
  const varied = found.design.factors.some((factor) => !isSet(factor));
  return `${worlds} at each, the same with the same luck${varied ? " but for what is varied" : ""}`;
}

/** Tells whether a factor is set by a plan; others are parameters of the world. */
const isSet = (factor: string): boolean => /^(levers|switches|target)\.|^(strategy|district)$/.test(factor);

function notesOf({ replicates, design, plans, failures, outcomes }: Sweep): string[] {
  const { factors } = design;
  const parameters = factors.filter((factor) => !isSet(factor));
  const levers = factors.filter((factor) => factor.startsWith("levers."));
  return [
    ...(replicates === 1
      ? ["One replicate a point has no interval, so no difference between points is told from luck."]
      : []),
    "All points share their worlds and luck, so differences between points, which the table of points holds, are known better than the points themselves.",
    ...(design.points.length > 1 && outcomes.some(({ highest }) => highest !== null)
      ? [
          "The highest of many points is partly the luckiest: run it again under another seed before relying on its value.",
        ]
      : []),
    ...(factors.length > 1
      ? [
          "A main effect is the mean over all points that share the lowest or the highest third of a factor’s numbers, or one of its names, whatever the other factors are there.",
        ]
      : []),
    ...(parameters.length > 0
      ? [
          `In every world, ${parameters.join(", ")} ${parameters.length === 1 ? "has" : "have"} the values of the points.`,
        ]
      : []),
    ...(levers.length > 0 ? ["A setting of a lever holds in all months in place of the strategy's own."] : []),
    ...(factors.some((factor) => factor.startsWith("target."))
      ? ["Each point is read by its own target; the runs are the same whatever the target is."]
      : []),
    ...(parameters.length < factors.length ? [`There are ${counted(plans, "different plan")} in all.`] : []),
    ...(failures.length > 0
      ? [
          `${counted(failures.length, "run")} failed and ${failures.length === 1 ? "is" : "are"} left out: ${failures[0]!.cause}.`,
        ]
      : []),
  ];
}
