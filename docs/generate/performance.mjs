import { judge, verdictOf, written } from "../../packages/cli/bench/judge.mjs";
import { table } from "./table.mjs";

const NOTHING = "_Not recorded._";

/** Says on what, when and of which commit the figures were recorded. */
function machine({ recorded }) {
  const { revision, changed, against, date, processor, cores, system, node, compiler } = recorded;
  const older = against.length > 0 ? `, beside ${against.join(" and ")}` : "";
  return (
    `Recorded on ${date} of commit ${revision}${changed ? " with changes" : ""}${older}, on ${processor} with ${cores} ` +
    `cores (${system}), Node ${node}${compiler ? "" : ", without a C compiler"}.`
  );
}

const flat = ({ rows }) => Object.values(rows).flat();

/** Says in a cell what is missing, and what else is to be known of a figure. */
function remarks({ note, lacks, sameBits, sameBitsAsC, referenceAsDefined }, youngest) {
  const bits = {
    [`the bits of ${youngest}`]: sameBits,
    "the bits of C": sameBitsAsC,
    "REF-DIFFUSION as defined": referenceAsDefined,
  };
  const held = Object.entries(bits)
    .filter(([, holds]) => typeof holds === "boolean")
    .map(([what, holds]) => (holds ? what : `**not ${what}**`));
  return [note, ...held, ...Object.entries(lacks).map(([name, why]) => `${name}: ${why}`)].filter(Boolean).join("; ");
}

/** Names the columns of a table of figures: what was measured, of each older commit, now, its unit, and `others`. */
const headingsOf = (against, ...others) => ["what", ...against.map((name) => `${name}>`), "now>", "unit", ...others];

/** Writes every figure that has a target: before, now, and by how much it misses. */
function targets({ recorded }) {
  const { against } = recorded;
  const bounded = (value, bound) => (value === undefined ? "" : `${bound === "least" ? "≥" : "≤"} ${value}`);
  const rows = flat(recorded)
    .filter(({ must }) => must !== undefined)
    .map((figure) => [
      figure.title,
      ...against.map((name) => written(figure.older[name])),
      written(figure.now),
      figure.unit,
      bounded(figure.must, figure.bound) + (figure.judged === "older" ? " of before" : ""),
      bounded(figure.stretch, figure.bound),
      judge(figure).length > 0 ? verdictOf(figure) : "not judged",
      remarks(figure, against.at(-1)),
    ]);
  const headings = headingsOf(against, "must", "stretch", "verdict", "remarks");
  const failed = Object.entries(recorded.failed).map(([name, why]) => `Not measured: ${name}. ${why.split("\n")[0]}`);
  return [table(headings, rows), ...failed].join("\n\n");
}

/** Writes the figures that have no target. */
function beside({ recorded }) {
  const { against } = recorded;
  const rows = flat(recorded)
    .filter(({ must }) => must === undefined)
    .map((figure) => [
      figure.title,
      ...against.map((name) => (name in figure.older ? written(figure.older[name]) : "")),
      written(figure.now),
      figure.unit,
      remarks(figure, against.at(-1)),
    ]);
  return table(headingsOf(against, "remarks"), rows);
}

/** Writes the peers' figures, and whence they come. */
function peers({ peers: { source, c, peers: all } }) {
  const row = ({ title, speed }) => [title, speed, (c / speed).toFixed(1)];
  const headings = ["REF-DIFFUSION in", "million teacher-months a second>", "time, of C's>"];
  return `${table(headings, [row({ title: "C", speed: c }), ...all.map(row)])}\n\n${source}`;
}

/** Writes what was measured of the pages: before, now, their ratio, and what was asked for. */
function pages({ pages: recorded }) {
  if (!recorded) return NOTHING;
  const { against, load } = recorded;
  const ratio = ({ now, older }, name) => (older[name] && now !== null ? written(now / older[name]) : "–");
  const rows = flat(recorded).map((figure) => [
    figure.title,
    ...against.map((name) => written(figure.older[name])),
    written(figure.now),
    figure.unit,
    ...against.map((name) => ratio(figure, name)),
    judge(figure).length > 0 ? verdictOf(figure) : "",
    remarks(figure, against.at(-1)),
  ]);
  const headings = headingsOf(against, ...against.map((name) => `of ${name}>`), "verdict", "remarks");
  const told = `${machine({ recorded })} Other work on the machine before the start: load ${load}.`;
  return `${told}\n\n${table(headings, rows)}`;
}

const parts = { machine, targets, beside, peers, pages };

/** Writes a part of the recorded figures of speed and memory. */
export function performance({ performance: known }, [word]) {
  if (!(word in parts)) throw new Error(`no part of the figures of speed is called “${word ?? ""}”`);
  return !["peers", "pages"].includes(word) && !known.recorded ? NOTHING : parts[word](known);
}
