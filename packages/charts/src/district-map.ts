import * as Plot from "@observablehq/plot";
import { thousands } from "@uptake/model";
import { districtLayout, gutterOf, type SchoolBox, type SeatedSchool } from "./district-layout.ts";
import { draw } from "./draw.ts";
import type { ChartOptions, Figure } from "./figure.ts";
import { depthStep, markPath, stageMarks } from "./stage-mark.ts";
import { theme } from "./theme.ts";
import { capital, inMonth, percent, when } from "./words.ts";

/** Holds a school at one month. */
export interface MappedSchool extends SeatedSchool {
  /** Whether the school is open in that month. */
  readonly open: boolean;
  /** Whether it is in the programme in that month. */
  readonly member: boolean;
}

/** Holds what {@link districtMap} draws: one run of one district at one month. Plain but for its arrays. */
export interface DistrictMapData {
  /** Name of the district. */
  readonly district: string;
  /** Index, 0 … horizon. */
  readonly month: number;
  /** Schools, in the order of their slots. */
  readonly schools: readonly MappedSchool[];
  /** Team of each slot within its school. */
  readonly team: ArrayLike<number>;
  /** Stage of each slot: 0 unaware, 1 aware, 2 trying, 3 using, 4 owning, 5 lapsed. */
  readonly stages: ArrayLike<number>;
  /** Depth of each slot, 0 … 255 for 0 … 1. */
  readonly depths: ArrayLike<number>;
  /** Number of the replicate, from 0. */
  readonly replicate: number;
  /** Text that the draws follow from. */
  readonly seed: string;
  /** Version of the package that made the run. */
  readonly version: string;
}

/** Counts the teachers of open schools by stage. */
export function stageCounts({ schools, stages }: Pick<DistrictMapData, "schools" | "stages">): number[] {
  const counts = stageMarks.map(() => 0);
  for (const { open, first, teachers } of schools) {
    if (!open) continue;
    for (let i = first; i < first + teachers; i++) counts[stages[i]!]!++;
  }
  return counts;
}

/**
 * Draws every teacher of a district at one month of one run as a dot by stage, larger where practice is deeper: schools by
 * their share of low-income students, teams in columns, a bar under the schools that are in the programme.
 */
export function districtMap(data: DistrictMapData, options: ChartOptions = {}): Figure {
  const { width = 720, document } = options;
  const layout = districtLayout(data.schools, data.team, { width: width - 2, most: options.height ?? 560 });
  const paths = new Map<string, { stage: number; outline: string }>();
  for (const { school } of layout.boxes) {
    const { open, first, teachers } = data.schools[school]!;
    if (!open) continue;
    for (let i = first; i < first + teachers; i++) {
      const stage = data.stages[i]!;
      const step = depthStep(stage, data.depths[i]!);
      const kept = paths.get(`${stage} ${step}`) ?? { stage, outline: "" };
      kept.outline += markPath(stage, step, layout.x[i]!, layout.y[i]!, layout.pitch);
      paths.set(`${stage} ${step}`, kept);
    }
  }
  const marks: Plot.RenderFunction = (_index, _scales, _values, _dimensions, context) => {
    const name = "http://www.w3.org/2000/svg";
    const group = context.document.createElementNS(name, "g");
    for (const { stage, outline } of paths.values()) {
      const { colour, filled } = stageMarks[stage]!;
      const path = context.document.createElementNS(name, "path");
      path.setAttribute("d", outline);
      path.setAttribute("fill", filled ? theme[colour] : "none");
      path.setAttribute("stroke", filled ? "none" : theme[colour]);
      path.setAttribute("stroke-width", stage === 5 ? "1.4" : "1");
      group.append(path);
    }
    return group;
  };
  const { boxes, lines } = layout;
  const gutter = gutterOf(width - 2);
  const of = (s: number): MappedSchool => data.schools[s]!;
  return draw(
    {
      ...{ width, height: layout.height, marginTop: 0, marginRight: 1, marginBottom: 1, marginLeft: 1 },
      x: { axis: null, domain: [0, width - 2], range: [1, width - 1] },
      y: { axis: null, domain: [0, layout.height - 1], range: [0, layout.height - 1] },
      marks: [
        frames(boxes.filter((box) => of(box.school).open)),
        frames(
          boxes.filter((box) => !of(box.school).open),
          "3 3",
        ),
        Plot.ruleY(
          boxes.filter((box) => of(box.school).member),
          {
            x1: "x",
            x2: (box) => box.x + box.width,
            y: (box) => box.y + box.height,
            stroke: theme.accent,
            strokeWidth: 3,
          },
        ),
        Plot.text(boxes, {
          x: "x",
          y: "y",
          text: "label",
          textAnchor: "start",
          dy: -6,
          fontSize: 11,
          fill: theme.muted,
        }),
        Plot.text(lines, {
          x: () => 0,
          y: (line) => (gutter > 0 ? line.y + 2 : line.y - 30),
          text: (line) => `low-income${gutter > 0 ? "\n" : " "}${linePoverty(line)}`,
          lineAnchor: "top",
          textAnchor: "start",
          fontSize: 11,
          fill: theme.muted,
        }),
        marks,
      ],
    },
    {
      sentence: mapSentence(data),
      document,
      caption: options.caption
        ? `${capital(when(data.month))}. ○ unaware, ● aware, ◆ trying, ● using (large, coloured), ■ owning, × lapsed; larger is deeper. Bar: in the programme. Percentages: low-income students. One run of many, an example: replicate ${data.replicate}, seed “${data.seed}”, version ${data.version}.`
        : undefined,
    },
  );
}

function frames(boxes: readonly SchoolBox[], strokeDasharray = "none"): Plot.Markish {
  const [x2, y2] = [(box: SchoolBox) => box.x + box.width, (box: SchoolBox) => box.y + box.height];
  return Plot.rect(boxes, { x1: "x", x2, y1: "y", y2, stroke: theme.hair, strokeDasharray });
}

/** Writes between what shares of low-income students the schools of a line are. */
export function linePoverty({ low, high }: { readonly low: number; readonly high: number }): string {
  const [from, to] = [low, high].map((share) => Math.round(share * 100));
  return from === to ? `${from}%` : `${from}–${to}%`;
}

/** Says what a map shows. */
export function mapSentence(data: DistrictMapData): string {
  const counts = stageCounts(data);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const open = data.schools.filter((school) => school.open);
  const members = open.filter(({ member }) => member).length;
  const practising = counts[3]! + counts[4]!;
  const share = all === 0 ? "none" : percent(practising / all);
  const parts = stageMarks.map(({ name }, stage) => `${thousands(counts[stage]!)} ${name}`);
  return `${inMonth(data.month)}, in one run (replicate ${data.replicate}), ${share} of ${thousands(all)} teachers in ${data.district} use or own the practice: ${parts.join(", ")}. ${members} of ${open.length} schools ${members === 1 ? "is" : "are"} in the programme.`;
}
