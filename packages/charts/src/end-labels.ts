import * as Plot from "@observablehq/plot";

/** Names a line at its right end. */
export interface Label {
  readonly text: string;
  readonly fill: string;
  /** Share of teachers at which the line ends. */
  readonly share: number;
}

/**
 * Returns shares for labels so that none is nearer than `gap` to the next, each as near to its line as can be, within
 * 0 … 1 where there is room. Keeps their order; lowest first.
 */
export function spread(labels: readonly Label[], gap: number): Label[] {
  const groups: { labels: Label[]; lowest: number }[] = [];
  for (const label of labels.toSorted((a, b) => a.share - b.share)) {
    let together = [label];
    let lowest = label.share;
    for (let below = groups.at(-1); below && below.lowest + below.labels.length * gap > lowest; below = groups.at(-1)) {
      groups.pop();
      together = [...below.labels, ...together];
      const centre = together.reduce((sum, { share }, i) => sum + share - i * gap, 0) / together.length;
      lowest = Math.max(0, Math.min(1 - (together.length - 1) * gap, centre));
    }
    groups.push({ labels: together, lowest });
  }
  return groups.flatMap((group) => group.labels.map((label, i) => ({ ...label, share: group.lowest + i * gap })));
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
