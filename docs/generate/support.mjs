import { code, table } from "./table.mjs";

const years = ["May of year 1", "year 2", "year 3", "year 5"];
const beliefs = ["sceptical", "central", "hopeful", "common"];

/** Writes a share with its interval in percent, as in `15.4 (15.2–15.6)`. */
function percent(interval) {
  if (!interval || interval[0] === null) return "–";
  const [value, low, high] = interval.map((share) => (share * 100).toFixed(1));
  return `${value} (${low}–${high})`;
}

/** Writes thousands of dollars with their interval, or why there are none. */
function thousands({ costPerAddedAdopter: cost, costReason }) {
  if (!cost) return costReason ?? "–";
  const [value, low, high] = cost.map((dollars) => Math.round(dollars / 1000).toLocaleString("en-US"));
  return `${value} (${low}–${high})`;
}

/** Lists strategies twice, before and after, with the cells that `cells` writes of each. */
function beside({ before, after }, cells) {
  const names = Object.keys(before.strategies);
  return names.flatMap((name) =>
    [
      ["before", before.strategies[name]],
      ["after", after?.strategies[name]],
    ].map(([model, one]) => [code(name), model, ...(one ? cells(one) : ["_not recorded_"])]),
  );
}

const tables = {
  adoption: (support) =>
    table(
      ["strategy", "model", ...years.map((year) => `${year}, %`)],
      beside(support, (one) => one.adoption.map(percent)),
    ),
  members: (support) =>
    table(
      ["strategy", "model", ...years.map((year) => `${year}, %`)],
      beside(support, (one) => one.members.map(percent)),
    ),
  chance: (support) =>
    table(
      ["strategy", "model", "cost per added sustained adopter, $ thousand", "chance of 80%, %", ...beliefs],
      beside(support, (one) => [
        thousands(one),
        percent(one.chance),
        ...beliefs.map((belief) => percent(one.beliefs[belief]?.chance)),
      ]),
    ),
};

/** Writes what every reference strategy did before support moved people and does now: `adoption`, `members` or `chance`. */
export function support({ support: both }, [name]) {
  const write = tables[name];
  if (!write) throw new Error(`no table of the reference strategies is called “${name}”`);
  return write(both);
}
