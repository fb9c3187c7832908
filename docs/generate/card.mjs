import { readFileSync } from "node:fs";
import { table } from "./table.mjs";

const version = () => JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version;

/** Says which version the card is of. */
const release = () => `Version ${version()}.`;

/** Says how many figures hold, and how many miss. */
function held({ figures }) {
  const judged = figures.filter(({ holds }) => holds !== undefined);
  const misses = judged.filter(({ holds }) => !holds).length;
  return (
    `${judged.length - misses} of ${judged.length} figures hold within tolerances; ${misses} miss; ` +
    `${figures.length - judged.length} are reported only, since nothing is known to hold them against.`
  );
}

/** Writes every miss in short. */
const misses = ({ figures }) =>
  table(
    ["pattern", "what misses", "simulated", "observed or asked"],
    figures
      .filter(({ holds }) => holds === false)
      .map(({ pattern, statistic, simulated, observed, tolerance }) => [
        pattern,
        statistic,
        simulated,
        observed ?? tolerance,
      ]),
  );

const parts = { release, held, misses };

/** Writes a part of the model card: its version, how many figures hold, or every miss. */
export function card(facts, [name]) {
  const write = parts[name];
  if (!write) throw new Error(`no part of the model card is called “${name ?? ""}”`);
  return write(facts);
}
