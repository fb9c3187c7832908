import { type ScenarioInput, type Shock, type ShockKind, shockKinds } from "@uptake/model";
import { namedShocks, type ShockSet } from "@uptake/study/stress";

/** Names the set of the reader's own shocks. */
export const ownName = "yours";

/** Holds a shock with its length in months and its size. */
export type WholeShock = Shock & Required<Pick<Shock, "months" | "size">>;

/** Returns a scenario with other shocks. */
export function withShocks(scenario: ScenarioInput, shocks: readonly Shock[]): ScenarioInput {
  const { shocks: _, ...rest } = scenario;
  return shocks.length === 0 ? rest : { ...rest, shocks };
}

/** Returns the record of a kind of shock. @throws RangeError where there is none of that name. */
export function kindNamed(name: string): ShockKind {
  const kind = shockKinds.find((one) => one.kind === name);
  if (!kind) throw new RangeError(`no kind of shock is called “${name}”`);
  return kind;
}

/** Completes a shock by the usual length and size of its kind. */
export function wholeShock(shock: Shock): WholeShock {
  return { ...kindNamed(shock.kind).default, ...shock };
}

/** Lists the named sets of shocks that fit within a horizon, that without any first. */
export function setsWithin(horizon: number): readonly ShockSet[] {
  return namedShocks.filter(({ shocks }) => shocks.every(({ month }) => month < horizon));
}

/** Returns the name of the set that is just these shocks; undefined where they are the reader's own. */
export function setOf(shocks: readonly Shock[], sets: readonly ShockSet[]): string | undefined {
  const written = (all: readonly Shock[]): string =>
    all
      .map((shock) => JSON.stringify(Object.entries(wholeShock(shock)).toSorted(([a], [b]) => (a < b ? -1 : 1))))
      .toSorted()
      .join();
  return sets.find((set) => written(set.shocks) === written(shocks))?.name;
}

/** Holds a row of a timeline: a kind of shock, and the place of its shock in the list; undefined where none is on. */
export interface TimelineRow {
  readonly kind: string;
  readonly place: number | undefined;
}

/** Lists the rows of a timeline: one for each kind, and one more for each further shock of the same kind. */
export function rowsOf(shocks: readonly Shock[]): readonly TimelineRow[] {
  return shockKinds.flatMap(({ kind }): TimelineRow[] => {
    const places = shocks.flatMap((shock, place) => (shock.kind === kind ? [place] : []));
    return places.length === 0 ? [{ kind, place: undefined }] : places.map((place) => ({ kind, place }));
  });
}
