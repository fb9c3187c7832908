import * as Plot from "@observablehq/plot";
import { margins, scales, schoolYears, shares } from "./axes.ts";
import { draw } from "./draw.ts";
import { endLabels } from "./end-labels.ts";
import { type ChartOptions, captionOf, counted, type Figure, type Provenance } from "./figure.ts";
import { isNarrow } from "./is-narrow.ts";
import { known } from "./quantity.ts";
import { fold } from "./rows.ts";
import { theme } from "./theme.ts";
import { percent, when } from "./words.ts";

/** Holds what {@link stageArea} draws. Plain: survives JSON. */
export interface StageAreaData extends Provenance {
  /** Indexes of months, ascending. */
  readonly months: readonly number[];
  /** Stages of use from first to last, with the mean share of teachers in each by month, 0 … 1. */
  readonly stages: readonly { readonly name: string; readonly share: readonly (number | null)[] }[];
}

/**
 * Draws the share of teachers in each stage by month, the last stage at the bottom. Every other stage is hatched, so that
 * neighbours are told apart without colour.
 */
export function stageArea(data: StageAreaData, options: ChartOptions = {}): Figure {
  const { width = 720, height = Math.round(Math.min(400, Math.max(280, width * 0.54))), document } = options;
  const { months, stages } = data;
  const last = months.length - 1;
  const horizon = Math.max(1, months[last] ?? 1);
  const below = months.map(() => 0);
  const areas = stages.toReversed().map(({ name, share }, i) => {
    const y1 = [...below];
    months.forEach((_, m) => {
      const here = share[m];
      below[m] = (below[m] as number) + (known(here) ? Math.max(0, here) : 0);
    });
    return {
      name,
      end: share[last],
      hatched: i % 2 === 1,
      opacity: 0.75 * (1 - i / Math.max(1, stages.length)) + 0.08,
      y1,
      y2: [...below],
    };
  });
  const characters = isNarrow(width) ? 12 : 20;
  const marginRight = isNarrow(width) ? 112 : 150;
  const at = [...months.keys()];
  const month = (m: number): number => months[m] as number;
  return draw(
    {
      ...margins,
      marginRight,
      ...scales(horizon),
      width,
      height,
      marks: [
        shares("Share of teachers in each stage"),
        areas.map(({ y1, y2, hatched, opacity }) => [
          Plot.areaY(at, { x: month, y1: (m) => y1[m], y2: (m) => y2[m], fill: theme.accent, fillOpacity: opacity }),
          hatched
            ? Plot.ruleX(at, { x: month, y1: (m) => y1[m], y2: (m) => y2[m], stroke: theme.ink, strokeOpacity: 0.35 })
            : null,
          Plot.line(at, { x: month, y: (m) => y2[m], stroke: theme.paper, strokeWidth: 2 }),
        ]),
        schoolYears(horizon, width),
        last < 0
          ? null
          : endLabels(
              areas.map(({ name, end, y1, y2 }) => ({
                text: `${fold(name, characters, 1).join("")} ${known(end) ? percent(end) : "not known"}`,
                fill: theme.ink,
                share: ((y1[last] as number) + (y2[last] as number)) / 2,
              })),
              horizon,
              height - margins.marginTop - margins.marginBottom,
            ),
      ],
    },
    {
      sentence: sentenceOf(data),
      document,
      caption: options.caption
        ? captionOf(`Areas: ${data.replicates === 1 ? "one run" : "means"}; every other stage is hatched.`, data)
        : undefined,
    },
  );
}

/** Says what shares are of; one run has no means. */
function from(data: StageAreaData): string {
  return data.replicates === 1 ? "one run of many" : `means of ${counted(data)}`;
}

function sentenceOf(data: StageAreaData): string {
  const { months, stages } = data;
  const first = months[0];
  const last = months.at(-1);
  if (first === undefined || last === undefined || stages.length === 0)
    return "There are no months or no stages to show.";
  const end = months.length - 1;
  const text = (share: number | null | undefined): string => (known(share) ? percent(share) : "not known");
  if (end === 0)
    return `At ${when(first)}, teachers are in these stages (${from(data)}): ${stages.map(({ name, share }) => `${name} ${text(share[0])}`).join("; ")}.`;
  const parts = stages.map(({ name, share }) => `${name} ${text(share[0])} to ${text(share[end])}`);
  return `Share of teachers in each stage, from ${when(first)} to ${when(last)} (${from(data)}): ${parts.join("; ")}.`;
}
