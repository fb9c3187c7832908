import { type Scenario, strategies, type UnknownSetting, unknownsOf } from "@uptake/model";

/** Says what a setting that is not known is drawn between, as in `coaching.teachersPerCoach 10 to 40 teachers per coach`. */
function range({ lever, setting, unit, between, among }: UnknownSetting): string {
  const name = `${lever}.${setting}`;
  if (among) return `${name} ${among.join(" or ")}`;
  const [low, high] = between as readonly [number, number];
  return `${name} ${low} to ${high}${unit === "share" ? "" : ` ${unit}`}`;
}

/** Says what a scenario leaves unknown and what that is drawn between, in a sentence; nothing where all is known. */
export function describeUnknown({ strategy, levers }: Scenario): string[] {
  const unknown = unknownsOf(levers);
  if (unknown.length === 0) return [];
  const shipped = strategies.find(({ name }) => name === strategy);
  const documents = shipped && JSON.stringify(shipped.levers) === JSON.stringify(levers) ? " in the documents" : "";
  return [`Unknown${documents}, drawn between: ${unknown.map(range).join("; ")}.`];
}
