import fc from "fast-check";

/** Pieces of text that readers of one format or another give a meaning of their own. */
const pieces = [
  ..."\u0000\t\r\n\"'`,;:|&*!?#%@~^<>=+-/\\()[]{}.$_ 0é研😀\u00a0\u2028\u200b\u202e\u001b\ufeff\ud800\ufffd",
  ...["__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty", "then", "length", "this"],
  ...["1e309", "-1e309", "-0", "NaN", "Infinity", "1e-400", "0x1F", "1_000", "1,000", "9007199254740993", "00012"],
  ...["null", "true", "yes", "''", '""', "\r\n", "\n\n", "\n---\n", "\n...\n", "- ", "? ", ": ", "<<: ", "| ", "> "],
  ...[
    "../",
    "..\\",
    "/etc/",
    "C:\\",
    "%2e%2e%2f",
    "file://",
    "javascript:",
    "<script>",
    "</style>",
    "<!--",
    "${",
    "=1+1",
  ],
  ...["\u001b[2J", "\u009b31m", "t", "exp(", "pow(", "^", " ? ", " : ", ".5", "1.", "e", "#{", "{{", "]]", "!!", "%"],
];

/** Makes a short piece of text: one with a meaning, or any. */
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...pieces) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  { weight: 1, arbitrary: fc.double().map(String) },
);

/** Makes a share of a text's length, so that what is changed of one text is not tied to how long it is. */
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Longest text made, in characters. */
const longest = 60_000;

type Change = (text: string, from: number, to: number, put: string, times: number) => string;

/** Ways to change a text between two places of it. */
const changes: readonly Change[] = [
  (text, from, to) => text.slice(0, from) + text.slice(to), // leaves out
  (text, from) => text.slice(0, from), // cuts off
  (text, from, _, put) => text.slice(0, from) + put + text.slice(from), // puts in
  (text, from, to, put) => text.slice(0, from) + put + text.slice(to), // puts in place
  (text, from, to, _, times) => text.slice(0, from) + text.slice(from, to).repeat(times) + text.slice(to), // repeats
  (text, from, _, put, times) => text.slice(0, from) + put.repeat(times) + text.slice(from), // puts in many
  (text, from, to) => text.slice(0, from) + [...text.slice(from, to)].reverse().join("") + text.slice(to), // turns round
  (text, from, to) => text.slice(from, to) + text.slice(0, from) + text.slice(to), // moves
];

/** Changes that take a word, a number or a line, rather than any part of a text. */
const marks = [/[\w.-]+/g, /-?\d[\d.eE+-]*/g, /[^\n]*\n/g, /"[^"\n]*"/g];

const placed = (text: string, at: number): number => Math.floor(at * text.length);

/** Returns where the part that a change is about begins and ends: any two places, or a word, a number or a line. */
function partOf(text: string, kind: number, at: number, size: number): readonly [number, number] {
  const mark = marks[kind];
  const from = placed(text, at);
  if (mark === undefined) return [from, Math.min(text.length, from + Math.ceil(size ** 3 * text.length))];
  const near = text.slice(from, from + 400);
  const [found] = near.matchAll(mark);
  return found === undefined ? [from, from] : [from + found.index, from + found.index + found[0].length];
}

const step = fc.record({
  change: fc.constantFrom(...changes),
  kind: fc.nat({ max: marks.length + 1 }),
  at: share,
  size: share,
  put: piece,
  times: fc.oneof({ weight: 9, arbitrary: fc.nat({ max: 4 }) }, { weight: 1, arbitrary: fc.nat({ max: 20_000 }) }),
});

/**
 * Makes texts that are hostile to a reader: those of `seeds` changed in one to ten places, or pieces and words of the
 * format strung together.
 */
export function hostileText(seeds: readonly string[], words: readonly string[]): fc.Arbitrary<string> {
  const changed = fc
    .tuple(
      fc.constantFrom(...seeds),
      fc.oneof(fc.array(step, { minLength: 1, maxLength: 2 }), fc.array(step, { minLength: 1, maxLength: 10 })),
    )
    .map(([seed, steps]) =>
      steps.reduce((text, { change, kind, at, size, put, times }) => {
        const [from, to] = partOf(text, kind, at, size);
        const most = Math.floor((longest - text.length) / Math.max(1, to - from, put.length));
        return change(text, from, to, put, Math.max(0, Math.min(times, most)));
      }, seed),
    );
  const strung = fc.array(fc.oneof(fc.constantFrom(...words), piece), { maxLength: 40 }).map((all) => all.join(""));
  const data = fc.json({ maxDepth: 5 });
  return fc.oneof({ weight: 6, arbitrary: changed }, { weight: 3, arbitrary: strung }, { weight: 1, arbitrary: data });
}
