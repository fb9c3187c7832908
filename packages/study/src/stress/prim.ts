import { InputError, type Issue } from "@uptake/model";
import { type Box, type Restriction, type Tally, tally, within } from "./box.ts";
import { type OutcomeTable, outcomeTable, type PrimInput } from "./outcome-table.ts";
import { paste } from "./paste.ts";
import { peel, type Step } from "./peel.ts";
import { prune, quasiPValues } from "./quasi-p.ts";

/** Holds how much of the outcome a box holds. */
export interface BoxQuality extends Tally {
  /** Share of the box's rows in which the outcome is yes. */
  readonly density: number;
  /** Share of all hits that are in the box. */
  readonly coverage: number;
  /** Share of all rows that are in the box. */
  readonly mass: number;
  /** Number of inputs restricted. */
  readonly restricted: number;
}

/** Holds a box with its quality; its restrictions are in the order of the inputs. */
export interface QualifiedBox extends BoxQuality {
  /** Limits of each restricted input, with its quasi-p-value: the chance that as many cases are hits without it. */
  readonly restrictions: readonly (Restriction & { readonly quasiP: number })[];
}

/** Holds a chosen box and how it was found. */
export interface PrimBox extends QualifiedBox {
  /** Boxes of the peeling, the whole first. */
  readonly trajectory: readonly QualifiedBox[];
  /** Place on the trajectory of the box chosen, before it was pruned and pasted. */
  readonly step: number;
  /** Says how the box was chosen, in a sentence. */
  readonly choice: string;
}

/** Says how the box is chosen from the trajectory; see {@link prim}. */
export type BoxChoice = "excess" | { readonly density: number } | { readonly step: number };

/** Sets a search for boxes. */
export interface PrimOptions {
  /** Share of a box's rows peeled at a time, 0 to 0.5. Default 0.05. */
  readonly alpha?: number;
  /** Share of a box's rows pasted at a time, 0 to 0.5. Default 0.05. */
  readonly pasteAlpha?: number;
  /** Smallest box, as a share of all rows. Default 0.05. */
  readonly leastMass?: number;
  /** Largest quasi-p-value a restriction may keep. Default 0.05. */
  readonly level?: number;
  /** Rows that share one independent case, as one world under several shocks: quasi-p-values count them as one. Default 1. */
  readonly rowsPerCase?: number;
  /** Most boxes sought: each next one among the rows outside those before. Default 1. */
  readonly boxes?: number;
  /** Default `excess`. */
  readonly choose?: BoxChoice;
}

/** Holds the boxes found. */
export interface PrimResult extends Tally {
  /** Share of all rows in which the outcome is yes. */
  readonly density: number;
  /** In the order found; coverage and mass are shares of all hits and rows, and no row is counted twice. */
  readonly boxes: readonly PrimBox[];
  /** Says why there is no box, or none beyond those found; absent where as many as asked for were found. */
  readonly reason?: string;
}

const DEFAULTS = {
  alpha: 0.05,
  pasteAlpha: 0.05,
  leastMass: 0.05,
  level: 0.05,
  rowsPerCase: 1,
  boxes: 1,
  choose: "excess",
} as const;

/**
 * Finds boxes of inputs in which an outcome (true or 1) is common: the patient rule induction method. A box is chosen
 * from each peeling trajectory after dropping the restrictions whose quasi-p-value exceeds `level`:
 *
 * - `excess`: the box whose coverage exceeds its mass most, so that it holds the most hits beyond its share;
 * - `{ density }`: the box of highest coverage with at least that density;
 * - `{ step }`: box `step` of the trajectory as it was peeled, neither pruned nor pasted.
 *
 * Ties go to fewer restrictions, then to the earlier step. The chosen box is pasted, then pruned again. Where inputs do
 * not matter (500 rows, 8 inputs, a fifth of hits), 10 tables of 100 still gave a box at the default level.
 *
 * @throws InputError when the table is empty or malformed, or an option is out of range.
 *
 * Source: Friedman and Fisher 1999, Statistics and Computing 9, 123–143; Bryant and Lempert 2010.
 */
export function prim(
  inputs: readonly PrimInput[],
  outcome: readonly (boolean | number)[],
  options: PrimOptions = {},
): PrimResult {
  const settings = { ...DEFAULTS, ...options };
  const issues = optionIssues(settings);
  if (issues.length > 0) throw new InputError(issues);
  const table = outcomeTable(inputs, outcome);
  const { rows, hits } = table;
  const boxes: PrimBox[] = [];
  let reason: string | undefined;
  let left = new Uint8Array(rows).fill(1);
  while (boxes.length < settings.boxes && reason === undefined) {
    const found = findBox(table, left, settings);
    if (typeof found === "string") reason = found;
    else {
      boxes.push(found);
      const taken = within(table, found.restrictions, left);
      left = left.map((mark, row) => (taken[row] === 1 ? 0 : mark));
    }
  }
  return { rows, hits, density: hits / rows, boxes, ...(reason === undefined ? {} : { reason }) };
}

type Settings = Required<PrimOptions>;

function findBox(table: OutcomeTable, left: Uint8Array, settings: Settings): PrimBox | string {
  const all = tally(table, left);
  if (all.hits === 0) return "no row left has the outcome";
  if (all.hits === all.rows) return "every row left has the outcome";
  const steps = peel(table, left, settings.alpha, Math.max(1, settings.leastMass * table.rows));
  const { rowsPerCase } = settings;
  const trajectory = steps.map(({ box }) => qualify(table, box, left, rowsPerCase));
  const { choose } = settings;
  if (typeof choose === "object" && "step" in choose) {
    const at = trajectory[choose.step];
    if (at === undefined) throw new InputError([noStep(choose.step, steps.length)]);
    return { ...at, trajectory, step: choose.step, choice: `step ${choose.step} of the trajectory, as asked` };
  }
  const chosen = chooseStep(table, steps, left, all, settings);
  if (chosen === undefined)
    return choose === "excess"
      ? "no restriction can be told from chance"
      : `no box whose restrictions can be told from chance reaches density ${choose.density}`;
  const pasted = paste(table, chosen.box, left, settings.pasteAlpha);
  const box = qualify(table, prune(table, pasted, left, settings.level, rowsPerCase), left, rowsPerCase);
  const told = `quasi-p-values at most ${settings.level}`;
  const choice =
    choose === "excess"
      ? `coverage exceeds mass most, among boxes with ${told}`
      : `highest coverage with density at least ${choose.density}, among boxes with ${told}`;
  return { ...box, trajectory, step: chosen.step, choice };
}

/** Finds the pruned box of the trajectory that serves the choice best. */
function chooseStep(
  table: OutcomeTable,
  steps: readonly Step[],
  left: Uint8Array,
  all: Tally,
  { choose, level, rowsPerCase }: Settings,
): { readonly box: Box; readonly step: number } | undefined {
  let best: { box: Box; step: number; score: number } | undefined;
  steps.forEach((peeled, step) => {
    const box = prune(table, peeled.box, left, level, rowsPerCase);
    if (box.length === 0) return;
    const { rows, hits } = tally(table, within(table, box, left));
    if (typeof choose === "object" && "density" in choose && hits / rows < choose.density) return;
    const score = choose === "excess" ? hits / all.hits - rows / all.rows : hits;
    const better = best === undefined || score > best.score || (score === best.score && box.length < best.box.length);
    if (better) best = { box, step, score };
  });
  return best;
}

/** Adds to a box what it holds among the rows marked in `left`, and its quasi-p-values. */
function qualify(table: OutcomeTable, box: Box, left: Uint8Array, rowsPerCase: number): QualifiedBox {
  const place = ({ input }: Restriction): number => table.inputs.findIndex(({ name }) => name === input);
  const ordered = [...box].sort((a, b) => place(a) - place(b) || (a.kind < b.kind ? -1 : 1));
  const { rows, hits } = tally(table, within(table, ordered, left));
  const values = quasiPValues(table, ordered, left, rowsPerCase);
  return {
    restrictions: ordered.map((restriction, i) => ({ ...restriction, quasiP: values[i] as number })),
    rows,
    hits,
    density: hits / rows,
    coverage: hits / table.hits,
    mass: rows / table.rows,
    restricted: new Set(ordered.map(({ input }) => input)).size,
  };
}

function optionIssues({ alpha, pasteAlpha, leastMass, level, rowsPerCase, boxes, choose }: Settings): Issue[] {
  const issues: Issue[] = [];
  const check = (path: string, value: number, holds: boolean, allowed: string): void => {
    if (!holds) issues.push({ code: "out-of-range", path, message: `${path} is out of range`, value, allowed });
  };
  check("alpha", alpha, alpha > 0 && alpha <= 0.5, "above 0, at most 0.5");
  check("pasteAlpha", pasteAlpha, pasteAlpha > 0 && pasteAlpha <= 0.5, "above 0, at most 0.5");
  check("leastMass", leastMass, leastMass > 0 && leastMass < 1, "above 0, below 1");
  check("level", level, level > 0 && level <= 1, "above 0, at most 1");
  check("rowsPerCase", rowsPerCase, rowsPerCase >= 1 && Number.isFinite(rowsPerCase), "1 or more");
  check("boxes", boxes, Number.isInteger(boxes) && boxes >= 1, "a whole number, 1 or more");
  if (typeof choose === "object" && "density" in choose)
    check("choose.density", choose.density, choose.density > 0 && choose.density <= 1, "above 0, at most 1");
  return issues;
}

function noStep(step: number, steps: number): Issue {
  const message = `the trajectory has no step ${step}`;
  return { code: "out-of-range", path: "choose.step", message, value: step, allowed: `0 to ${steps - 1}` };
}
