import {
  type EffectGroup,
  type MainEffect,
  nameOfLevel,
  type Sweep,
  type SweptOutcome,
  sweepMap,
} from "@uptake/study/sweep";
import { factorLabel, factorUnit, outcomeUnit } from "../../words/describe-outcome.ts";
import { capital } from "../../words/format.ts";
import type { AnswerFigure } from "../study-kind.ts";
import { sweptOutcome } from "./sweep-words.ts";

/**
 * Draws each outcome of a sweep: over a grid of one factor as a curve, or in rows where it takes names; over one of two
 * factors as a map; otherwise how far each factor moves it.
 */
export function sweepFigures(found: Sweep): AnswerFigure[] {
  const { design, outcomes } = found;
  return outcomes.map((outcome, k): AnswerFigure => {
    const name = nameAmong(outcome, outcomes);
    const title = capital(sweptOutcome(found, outcome));
    const grid = design.kind === "grid" ? design.factors.length : 0;
    if (grid === 2) return { name: `map-${name}`, title, draw: mapOf(found, k) };
    const [factor] = design.factors;
    if (grid === 1 && factor !== undefined)
      return { name: `curve-${name}`, title, draw: lineOf(found, outcome, factor) };
    return { name: `effects-${name}`, title: `${title}, by factor`, draw: effectsOf(found, outcome) };
  });
}

type Drawing = AnswerFigure["draw"];

/** Names an outcome among all, with its month where another has its name. */
function nameAmong({ name, month }: SweptOutcome, all: readonly SweptOutcome[]): string {
  return all.filter((other) => other.name === name).length > 1 ? `${name}-${month}` : name;
}

function provenance({ seed, version, replicates, worlds, parameters }: Sweep) {
  return { seed, version, replicates, worlds, parameters };
}

/** Writes a level for an axis: a number, or a name. */
const onAxis = (level: number | string | boolean): number | string =>
  typeof level === "number" ? level : nameOfLevel(level);

function mapOf(found: Sweep, k: number): Drawing {
  const { x, y, cells } = sweepMap(found, k);
  const outcome = found.outcomes[k]!;
  const axis = ({ name: factor, values }: typeof x) => ({
    label: factorLabel(factor),
    unit: factorUnit(factor),
    values: values.map(onAxis),
  });
  const data = {
    x: axis(x),
    y: axis(y),
    z: { label: sweptOutcome(found, outcome), unit: outcomeUnit(outcome) },
    cells: cells.map(({ value }) => value),
    intervals: cells.map(({ low, high }) => (low === null || high === null ? null : ([low, high] as const))),
    ...provenance(found),
  };
  return (charts, options) => charts.twoLeverMap(data, options);
}

function lineOf(found: Sweep, outcome: SweptOutcome, factor: string): Drawing {
  const of = sweptOutcome(found, outcome);
  const unit = outcomeUnit(outcome);
  const levels = found.design.points.map(([level]) => level!);
  const values = levels.filter((level) => typeof level === "number");
  if (values.length === levels.length) {
    const x = { label: factorLabel(factor), unit: factorUnit(factor), values };
    const data = { x, y: { label: of, unit }, points: outcome.estimates, ...provenance(found) };
    return (charts, options) => charts.responseCurve(data, options);
  }
  const rows = levels.map((level, p) => {
    const { value, low, high } = outcome.estimates[p]!;
    return { label: nameOfLevel(level), result: value === null ? null : { value, low, high } };
  });
  const data = { of, unit, by: factorLabel(factor), rows, ...provenance(found) };
  return (charts, options) => charts.levelRows(data, options);
}

function effectsOf(found: Sweep, outcome: SweptOutcome): Drawing {
  const known = outcome.estimates.flatMap(({ value }) => (value === null ? [] : [value]));
  const centre = known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  const data = {
    of: sweptOutcome(found, outcome),
    unit: outcomeUnit(outcome),
    bars: outcome.effects.map((effect) => ({ label: factorLabel(effect.factor), centre, ...barOf(effect) })),
    ...provenance(found),
  };
  return (charts, options) => charts.tornado(data, options);
}

/** Returns the ends of a main effect: the thirds of numbers, or the names with the least and the most. */
function barOf({ groups }: MainEffect) {
  const least = groups.find(({ over, outcome }) => over === null && outcome !== null);
  const most = groups.reduce<EffectGroup | undefined>((a, b) => {
    if (b === least || b.outcome === null) return a;
    return a?.outcome && a.outcome.mean >= b.outcome.mean ? a : b;
  }, undefined);
  const { over = null } = most ?? {};
  const thirds = groups[0]?.levels === "lowest third";
  return {
    low: least?.outcome?.mean ?? null,
    high: (most ?? least)?.outcome?.mean ?? null,
    ...(thirds ? {} : { ends: [least?.levels ?? "", (most ?? least)?.levels ?? ""] as const }),
    difference: over === null ? null : { value: over.mean, low: over.low, high: over.high },
  };
}
