import * as Plot from "@observablehq/plot";
import { draw } from "./draw.ts";
import { type ChartOptions, captionOf, counted, type Figure, type Provenance } from "./figure.ts";
import { isNarrow } from "./is-narrow.ts";
import { known, number } from "./quantity.ts";
import { fold } from "./rows.ts";
import { theme } from "./theme.ts";
import { inMonth, percent, when } from "./words.ts";

/** Holds what {@link schoolMultiples} draws. Plain: survives JSON. */
export interface SchoolMultiplesData extends Provenance {
  /** Schools with their poverty and mean adoption by month, all 0 … 1. */
  readonly schools: readonly {
    readonly name: string;
    readonly poverty: number;
    readonly adoption: readonly (number | null)[];
  }[];
  /** Indexes of months, ascending. */
  readonly months: readonly number[];
}

const panel = { height: 72, gap: 14 } as const;

/** Draws adoption in each school in a panel of its own, from low to high poverty; a broken line where it fell. */
export function schoolMultiples(data: SchoolMultiplesData, options: ChartOptions = {}): Figure {
  const { width = 720, document } = options;
  const { months } = data;
  const schools = data.schools.toSorted((a, b) => a.poverty - b.poverty);
  const columns = Math.max(1, Math.min(schools.length, Math.floor(width / (isNarrow(width) ? 112 : 136))));
  const lines = Math.max(1, Math.ceil(schools.length / columns));
  const wide = width / columns;
  const inner = wide - 16;
  const names = schools.map(({ name }) => fold(name, Math.floor(inner / 7), 2));
  const head = 20 + 16 * Math.max(1, ...names.map((lines) => lines.length));
  const room = head + panel.height + panel.gap;
  const { height = 30 + lines * room + 24 } = options;
  const first = months[0] ?? 0;
  const extent = Math.max(1, (months.at(-1) ?? 0) - first);
  const middle = months.map((_, m) => median(schools.map(({ adoption }) => adoption[m])));
  const panels = schools.map((school, s) => {
    const left = (s % columns) * wide;
    const foot = 30 + Math.floor(s / columns) * room + head + panel.height;
    const path = (values: readonly (number | null | undefined)[]) =>
      months.map((month, m) => {
        const share = values[m];
        return {
          x: left + (inner * (month - first)) / extent,
          y: known(share) ? foot - share * panel.height : Number.NaN,
        };
      });
    const poor = known(school.poverty) ? `${percent(school.poverty)} poor` : "poverty not known";
    const end = lastOf(school.adoption);
    return {
      name: names[s] as string[],
      left,
      foot,
      poor,
      fell: fell(school),
      own: path(school.adoption),
      middle: path(middle),
      end,
    };
  });
  const text = { textAnchor: "start", lineAnchor: "top" } as const;
  return draw(
    {
      margin: 0,
      marginBottom: 0,
      width,
      height,
      x: { domain: [0, width], range: [0, width], axis: null },
      y: { domain: [0, height], range: [0, height], axis: null },
      marks: [
        Plot.text(
          [
            isNarrow(width)
              ? "Share using the practice, 0 to 100%"
              : "Share of teachers using the practice, 0 to 100%, by school",
          ],
          {
            x: 0,
            y: 4,
            ...text,
            fill: theme.muted,
          },
        ),
        panels.map(({ name, left, foot, poor, fell, own, middle, end }) => [
          [0, 0.5, 1].map((share) =>
            Plot.ruleY([foot - share * panel.height], {
              x1: left,
              x2: left + inner,
              stroke: share === 0 ? theme.muted : theme.hair,
            }),
          ),
          Plot.line(middle, { x: "x", y: "y", stroke: theme.ghost, strokeWidth: 1.2 }),
          Plot.line(own, {
            x: "x",
            y: "y",
            stroke: fell ? theme.rust : theme.accent,
            strokeWidth: 2.2,
            ...(fell ? { strokeDasharray: "5 3" } : {}),
          }),
          months.length === 1
            ? Plot.dot(
                own.filter(({ y }) => known(y)),
                { x: "x", y: "y", r: 3, fill: theme.accent },
              )
            : null,
          Plot.text([name.join("\n")], {
            x: left,
            y: foot - panel.height - head + 2,
            ...text,
            fill: theme.ink,
          }),
          Plot.text([`${known(end) ? percent(end) : "not known"} · ${poor}`], {
            x: left,
            y: foot - panel.height - 18,
            ...text,
            fill: theme.muted,
            fontSize: 12,
          }),
        ]),
        Plot.text([keyOf(months)], { x: 0, y: height - 18, ...text, fill: theme.muted, fontSize: 12 }),
      ],
    },
    {
      sentence: sentenceOf(data),
      document,
      caption: options.caption
        ? captionOf("Lines: means; thin: median school; broken: lower at the end than at the start.", data)
        : undefined,
    },
  );
}

function keyOf(months: readonly number[]): string {
  const first = months[0];
  const last = months.at(-1);
  if (first === undefined || last === undefined) return "";
  return first === last ? `${when(first)}` : `From ${when(first)} to ${when(last)}; % at the end`;
}

const lastOf = (values: readonly (number | null)[]): number | null => values.findLast(known) ?? null;

function fell({ adoption }: SchoolMultiplesData["schools"][number]): boolean {
  const start = adoption.find(known);
  const end = lastOf(adoption);
  return known(start) && known(end) && end < start - 0.005;
}

function median(values: readonly (number | null | undefined)[]): number | null {
  const sorted = values.filter(known).sort((a, b) => a - b);
  const half = sorted.length / 2;
  if (sorted.length === 0) return null;
  return ((sorted[Math.ceil(half) - 1] as number) + (sorted[Math.floor(half)] ?? (sorted.at(-1) as number))) / 2;
}

function sentenceOf(data: SchoolMultiplesData): string {
  const ends = data.schools
    .map((school) => ({ school, end: lastOf(school.adoption) }))
    .filter((one): one is { school: SchoolMultiplesData["schools"][number]; end: number } => known(one.end))
    .sort((a, b) => a.end - b.end);
  const least = ends[0];
  const most = ends.at(-1);
  const last = data.months.at(-1);
  if (!least || !most || last === undefined) return "There are no schools of which adoption is known.";
  const basis = `(means of ${counted(data)})`;
  const unknown = data.schools.length - ends.length;
  const missing = unknown > 0 ? ` Of ${unknown} more, it is not known.` : "";
  if (ends.length === 1)
    return `${inMonth(last)}, adoption in ${least.school.name} is ${percent(least.end)} ${basis}.${missing}`;
  if (percent(least.end) === percent(most.end))
    return `${inMonth(last)}, adoption is ${percent(least.end)} in all ${ends.length} schools ${basis}.${missing}`;
  const down = ends.filter(({ school }) => fell(school)).length;
  const said = ` It is lower than at the start in ${down === 0 ? "none" : number(down)} of them.`;
  const spread = `runs from ${percent(least.end)} (${least.school.name}) to ${percent(most.end)} (${most.school.name})`;
  const mid = percent(median(ends.map(({ end }) => end)) as number);
  return `${inMonth(last)}, adoption in ${ends.length} schools ${spread}, with ${mid} in the median school ${basis}.${said}${missing}`;
}
