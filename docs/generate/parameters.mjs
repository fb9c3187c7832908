import { describePrior } from "@uptake/model";
import { code, table } from "./table.mjs";

/** Lists the four degrees of support, best first. */
const STATUSES = {
  measured: "read in a source that measured it",
  abstract: "seen in an abstract, a press summary or a secondary account",
  computed: "follows from figures that were read, or was fitted to data or to a pattern",
  choice: "no source supports it: a reading, with a wide prior",
};

/** Picks the parameters of mechanisms (`support`), or those named in full; all of them when none is named. */
function pick(all, names) {
  for (const name of names)
    if (!all.some((one) => one.name === name || one.name.startsWith(`${name}.`)))
      throw new Error(`no parameter is called “${name}”`);
  return names.length === 0
    ? all
    : all.filter(({ name }) => names.includes(name) || names.includes(name.split(".")[0]));
}

const statusText = ({ status, effect }) => (effect ? `${status}, effect` : status);

/** Writes the parameters of some mechanisms with all that is known of each. */
export function parameters({ parameters: all }, names) {
  return table(
    ["parameter", "meaning", "default>", "unit", "prior", "status", "source"],
    pick(all, names).map((one) => [
      code(one.name),
      one.doc,
      one.default,
      one.unit,
      describePrior(one.prior),
      statusText(one),
      one.source,
    ]),
  );
}

/** Writes the parameters of some mechanisms in short. */
export function numbers({ parameters: all }, names) {
  return table(
    ["parameter", "default>", "unit", "allowed", "prior", "status"],
    pick(all, names).map((one) => [
      code(one.name),
      one.default,
      one.unit,
      one.range.join(" to "),
      describePrior(one.prior),
      statusText(one),
    ]),
  );
}

/** Counts parameters by status, in all and among the effects of lessons and levers. */
export function statuses({ parameters: all }) {
  const count = (some, status) => some.filter((one) => one.status === status).length;
  const effects = all.filter(({ effect }) => effect);
  const rows = Object.entries(STATUSES).map(([status, means]) => [
    status,
    means,
    count(all, status),
    count(effects, status),
  ]);
  return table(
    ["status", "what it means", "numbers>", "of them effects>"],
    [...rows, ["all", "", all.length, effects.length]],
  );
}
