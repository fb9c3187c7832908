import { code, table } from "./table.mjs";

/** Writes a share with its interval in percent, as in `54 (51–58)`. */
function percent(cells) {
  if (cells === null) return "–";
  const [value, low, high] = cells.map((share) => Math.round(share * 100));
  return `${value} (${low}–${high})`;
}

/** Writes a difference with its interval in points, as in `+1.2 (0.8 to 1.6)`. */
function points(cells) {
  const [value, low, high] = cells.map((share) => (share * 100).toFixed(1).replace("-", "−"));
  return `${cells[0] > 0 ? "+" : ""}${value} (${low} to ${high})`;
}

/** Writes what a plan leaves unknown, with what it is drawn between. */
function drawn({ levers: uses }) {
  const all = Object.entries(uses).flatMap(([lever, use]) =>
    Object.entries(use).flatMap(([setting, one]) => {
      if (typeof one !== "object" || Array.isArray(one)) return [];
      const range = one.between ? `${one.between[0]} to ${one.between[1]}` : one.among?.join(" or ");
      return range === undefined ? [] : [`${code(`${lever}.${setting}`)} ${range}`];
    }),
  );
  return all.length === 0 ? "nothing" : all.join(", ");
}

const ways = [
  ["shipped", "as shipped, mostly for three years"],
  ["throughout", "kept up throughout"],
];

function story({ place, known, unknown, source, reason, runs }, { years, replicates }, strategy) {
  const rows = ways.flatMap(([way, words]) => {
    const { founded, joined, schools, added } = runs[way];
    return years.map((year, y) => [words, year, percent(founded[y]), percent(joined[y]), schools[y], points(added[y])]);
  });
  const head = ["plan", "year>", "founded, %>", "joined, %>", "schools that joined>", "added to the district, points>"];
  return [
    `### ${strategy.title}`,
    `**Known.** ${known} (${source}).`,
    `**Unknown.** ${unknown}. Of the plan, drawn between: ${drawn(strategy)}.`,
    ...(reason === undefined ? [] : [`**Why few use it in a school founded round it.** ${reason}.`]),
    `**In its own schools**, in ${code(place)}, ${replicates} replicates:`,
    table(head, rows),
  ].join("\n\n");
}

/** Writes what each network, district and school comes to in its own schools, beside what is known and unknown of it. */
export function stories({ stories: found, strategies }) {
  if (found === undefined) return "_Not recorded._";
  return Object.entries(found.stories)
    .map(([name, one]) =>
      story(
        one,
        found,
        strategies.find((strategy) => strategy.name === name),
      ),
    )
    .join("\n\n");
}
