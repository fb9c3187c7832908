import * as Plot from "@observablehq/plot";

/** Names a line at its right end. */
export interface Label {
  /** Its name, in one line or several. */
  readonly text: string;
  readonly fill: string;
  /** Share of teachers at which the line ends. */
  readonly share: number;
}

const linesOf = ({ text }: Label): number => text.split("\n").length;

/** Returns the lines from the middle of the first of labels that stand on each other to the middle of each. */
function middles(labels: readonly Label[]): number[] {
  let top = 0;
  const first = labels[0] ? linesOf(labels[0]) / 2 : 0;
  return labels.map((label) => {
    const lines = linesOf(label);
    top += lines;
    return top - lines / 2 - first;
  });
}

/**
 * Returns shares for the middles of labels so that the lines of one are not nearer than `gap` to those of the next, each as
 * near to its line as can be, within 0 … 1 where there is room. Keeps their order; lowest first.
 */
export function spread(labels: readonly Label[], gap: number): Label[] {
  const groups: { labels: Label[]; lowest: number }[] = [];
  for (const label of labels.toSorted((a, b) => a.share - b.share)) {
    let together = [label];
    let lowest = label.share;
    const reaches = (below: (typeof groups)[number]): boolean =>
      below.lowest + middles([...below.labels, ...together])[below.labels.length]! * gap > lowest;
    for (let below = groups.at(-1); below && reaches(below); below = groups.at(-1)) {
      groups.pop();
      together = [...below.labels, ...together];
      const at = middles(together);
      const centre = together.reduce((sum, { share }, i) => sum + share - at[i]! * gap, 0) / together.length;
      lowest = Math.max(0, Math.min(1 - at.at(-1)! * gap, centre));
    }
    groups.push({ labels: together, lowest });
  }
  return groups.flatMap((group) => {
    const at = middles(group.labels);
    return group.labels.map((label, i) => ({ ...label, share: group.lowest + at[i]! * gap }));
  });
}

/**
 * Draws labels `dx` pixels from the right end of lines, `month` being the last and `height` the pixels from 0 to 100%.
 */
export function endLabels(labels: readonly Label[], month: number, height: number, dx: number = 8): Plot.Markish {
  return Plot.text(spread(labels, 17 / height), {
    x: month,
    y: "share",
    text: "text",
    fill: "fill",
    textAnchor: "start",
    dx,
    fontWeight: 600,
  });
}
