/**
 * Judges a figure by its targets: once, or against each older commit where it is judged by their share.
 *
 * @param {import("./figure.mjs").Figure} figure
 * @returns {{ against?: string, value: number, verdict: "stretch" | "must" | "misses", by: number }[]} `by` is how much a
 *   miss misses what it must be; empty where there is nothing to judge
 */
export function judge({ now, older, judged, bound = "most", must, stretch }) {
  if (now === null || judged === undefined || must === undefined) return [];
  const reaches = (value, target) => target !== undefined && (bound === "most" ? value <= target : value >= target);
  const ofValue = (value) => ({
    value,
    verdict: reaches(value, stretch) ? "stretch" : reaches(value, must) ? "must" : "misses",
    by: reaches(value, must) ? 0 : Math.abs(value - must),
  });
  if (judged === "itself") return [ofValue(now)];
  return Object.entries(older).map(([against, before]) => ({ against, ...ofValue(now / before) }));
}

const digitsOf = (x) => (Math.abs(x) < 10 ? 2 : Math.abs(x) < 100 ? 1 : 0);

/** Writes a measured number: three digits or so, without more than it can tell. */
export const written = (x) => (x === null || x === undefined ? "–" : x.toFixed(digitsOf(x)));

/** Says in words what the judgement of a figure is. */
export function verdictOf(figure) {
  const judged = judge(figure);
  if (judged.length === 0) return "";
  if (figure.onePath) return "met: both ways are one path";
  return judged
    .map(({ against, value, verdict, by }) => {
      const share = against === undefined ? "" : `${written(value)} of ${against}: `;
      const says = { stretch: "met, and the stretch", must: "met", misses: `misses by ${written(by)}` };
      return share + says[verdict];
    })
    .join("; ");
}
