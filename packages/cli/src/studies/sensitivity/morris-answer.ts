import type { Scenario } from "@uptake/model";
import type { StudyMorris } from "@uptake/study/sensitivity";
import { describeOutcome, outcomeUnit, withInterval } from "../../words/describe-outcome.ts";
import { counted } from "../../words/format.ts";
import type { StudyAnswer } from "../study-kind.ts";
import type { MorrisInput } from "./sensitivity-schema.ts";
import { effectsTable } from "./sensitivity-tables.ts";
import { explainedOutcome, settingNotes } from "./sensitivity-words.ts";

/** Turns a screening into what is told of it. */
export function answerMorris(found: StudyMorris, scenario: Scenario, input: MorrisInput): StudyAnswer {
  const { screening, seed, version, runs } = found;
  const { checksums, ...data } = found;
  const of = describeOutcome(found.outcome, scenario);
  const sorted = bySize(found);
  const size = ({ mean: value, low, high }: { mean: number; low: number | null; high: number | null }) => ({
    value,
    low,
    high,
  });
  const drawn = {
    of,
    unit: outcomeUnit(found.outcome),
    bars: sorted
      .slice(0, mostBars)
      .map(({ name: label, muStar, againstLuck }) => ({ label, size: size(muStar), againstLuck })),
    luck: screening.luck ? size(screening.luck) : null,
    replicates: runs,
    parameters: "fixed" as const,
    seed,
    version,
  };
  return {
    sentence: morrisSentence(found, scenario),
    notes: [
      ...(screening.tooFew ? [`Too few trajectories to screen as finely as asked: ${screening.reason}.`] : []),
      "An effect (μ*) is the mean size of the change from one end of a parameter's values to the other, by the slope of single steps, whichever way it goes.",
      ...(sorted.length > mostBars ? [`The figure shows the ${mostBars} largest of ${sorted.length} effects.`] : []),
      ...settingNotes(found, input),
    ],
    figures:
      sorted.length === 0
        ? []
        : [
            {
              name: "effects",
              title: `What moves ${of}`,
              draw: (charts, options) => charts.effectBars(drawn, options),
            },
          ],
    tables: [effectsTable(found)],
    data: { ...data, distribution: input.distribution },
    checksums,
  };
}

/** Lists parameters by the size of their effects, the largest first. */
const bySize = ({ screening }: StudyMorris): StudyMorris["screening"]["factors"][number][] =>
  screening.factors.toSorted((a, b) => b.muStar.mean - a.muStar.mean);

/** Most bars of a figure of effects: more cannot be read. */
const mostBars = 20;

function morrisSentence(found: StudyMorris, scenario: Scenario): string {
  const { screening, outcome } = found;
  const of = explainedOutcome(found, scenario);
  const unit = outcomeUnit(outcome);
  const sorted = bySize(found);
  const [first] = sorted;
  const { luck } = screening;
  if (!first || !luck) return `What moves ${of} cannot be told: ${screening.reason}.`;
  if (first.muStar.mean === 0) return `None of ${counted(sorted.length, "parameter")} moves ${of}.`;
  const size = ({ mean, low, high }: typeof luck): string => withInterval({ value: mean, low, high }, unit, true);
  const alike = sorted.filter(({ muStar }) => muStar.high! >= first.muStar.low!).length - 1;
  const tie = alike === 0 ? "" : `, though ${alike} other${alike === 1 ? "" : "s"} cannot be told from it at this size`;
  const count = (verdict: string): number => sorted.filter(({ againstLuck }) => againstLuck === verdict).length;
  return `Of ${counted(sorted.length, "parameter")}, ${first.name} moves ${of} most, by ${size(first.muStar)} on average from one end of its values to the other${tie}. Luck alone moves it by ${size(luck)}: ${count("more")} move it by more than luck, ${count("less")} by less, and of ${count("cannot tell")} it cannot be told (${counted(found.runs, "run")}, 95% intervals).`;
}
