import { verdictOf, written } from "./judge.mjs";

/** Columns for what was measured. */
const WIDTH = 88;

/** Writes a result as a table for the terminal. */
export function printed({ revision, changed, against, processor, cores, node, date, rows, failed }) {
  const lines = [
    `${revision}${changed ? " with changes" : ""} on ${processor}, ${cores} cores, Node ${node}, ${date}`,
    "",
    ["", ...against, "now", "must", "stretch"]
      .map((text, k) => (k === 0 ? text.padEnd(WIDTH) : text.padStart(9)))
      .join(""),
  ];
  for (const figure of Object.values(rows).flat()) {
    const { title, unit, now, older, must, stretch, note, lacks, sameBits } = figure;
    const values = [...against.map((name) => older[name]), now, must, stretch].map((x) => written(x).padStart(9));
    lines.push(`${title.slice(0, WIDTH - 1).padEnd(WIDTH)}${values.join("")}  ${unit}`);
    const bits = sameBits === undefined || sameBits === null ? "" : sameBits ? "the same bits" : "OTHER BITS";
    const said = [verdictOf(figure), bits, note].filter(Boolean);
    for (const [name, why] of Object.entries(lacks)) said.push(`${name}: ${why}`);
    if (said.length > 0) lines.push(`  ${said.join("; ")}`);
  }
  for (const [name, why] of Object.entries(failed)) lines.push(`${name} could not be measured: ${why}`);
  return lines.join("\n");
}
