/** Holds a school as it is laid out: who sits in it, and how poor its students are. */
export interface SeatedSchool {
  readonly name: string;
  /** Share of low-income students, 0 … 1. */
  readonly lowIncomeShare: number;
  readonly teachers: number;
  /** Its first slot; it has as many as teachers. */
  readonly first: number;
}

/** Sets the room for a district. */
export interface LayoutOptions {
  /** In pixels. */
  readonly width: number;
  /** Height that is not exceeded while dots can be made smaller, in pixels (default 560). */
  readonly most?: number;
}

/** Holds where a school lies, in pixels. */
export interface SchoolBox {
  readonly school: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Its name, as far as there is room; the baseline is 5 pixels above the box. */
  readonly label: string;
}

/** Holds a line of schools, and what their shares of low-income students are between. */
export interface SchoolLine {
  readonly y: number;
  readonly height: number;
  readonly low: number;
  readonly high: number;
}

/** Holds where everyone of a district is. Lines go from the school with the fewest low-income students to that with most. */
export interface DistrictLayout {
  readonly width: number;
  readonly height: number;
  /** Distance between two neighbours, in pixels. */
  readonly pitch: number;
  /** Centre of each slot. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly boxes: readonly SchoolBox[];
  readonly lines: readonly SchoolLine[];
}

/** Room round the dots of a school, and between two schools and two lines, in pixels. */
const pad = 4;
const between = 10;
const label = 16;

/** Most dots in a column: a larger team takes two. */
const tallest = 10;

/** Distances that are tried, the largest first. */
const pitches = [16, 14, 12, 11, 10, 9, 8, 7, 6];

/** Width of a letter of a label, in pixels. */
const letter = 6.2;

/** Lists the sizes of a school's teams, in their order. */
function teamsOf({ first, teachers }: SeatedSchool, team: ArrayLike<number>): number[] {
  const sizes: number[] = [];
  for (let i = 0; i < teachers; i++) {
    const t = team[first + i] as number;
    sizes[t] = (sizes[t] ?? 0) + 1;
  }
  return Array.from(sizes, (size) => size ?? 0).filter((size) => size > 0);
}

/** Width of the gutter that names lines; where there is none, each line is named above its schools. */
export function gutterOf(width: number): number {
  return width >= 560 ? 76 : 0;
}

interface Sized {
  readonly school: number;
  readonly share: number;
  readonly teams: readonly number[];
}

/** Lays out everyone at a distance. */
function layOutAt(
  pitch: number,
  schools: readonly SeatedSchool[],
  sized: readonly Sized[],
  team: ArrayLike<number>,
  width: number,
): DistrictLayout {
  const rows = Math.min(tallest, Math.max(1, ...sized.flatMap(({ teams }) => teams)));
  const apart = pitch * 0.4;
  const gutter = gutterOf(width);
  const top = label + (gutter === 0 ? label : 0);
  const height = rows * pitch + 2 * pad;
  const slots = schools.reduce((most, { first, teachers }) => Math.max(most, first + teachers), 0);
  const [x, y] = [new Float32Array(slots), new Float32Array(slots)];
  const boxes: SchoolBox[] = [];
  const lines: { y: number; height: number; low: number; high: number }[] = [];
  let left = Number.POSITIVE_INFINITY;
  for (const { school, share, teams } of sized) {
    const columns = teams.reduce((sum, size) => sum + Math.ceil(size / rows), 0);
    const wide = Math.min(width - gutter, columns * pitch + (teams.length - 1) * apart + 2 * pad);
    if (left + wide > width + 0.5) {
      const above = lines.at(-1);
      lines.push({ y: (above ? above.y + above.height + between : 0) + top, height, low: share, high: share });
      left = gutter;
    }
    const line = lines.at(-1)!;
    line.high = share;
    const { first, teachers, name } = schools[school]!;
    const room = Math.floor(wide / letter);
    const short = name.length <= room ? name : room < 4 ? "" : `${name.slice(0, room - 1).trimEnd()}…`;
    boxes.push({ school, x: left, y: line.y, width: wide, height, label: short });
    let [column, row, seen, gaps] = [0, 0, team[first], 0];
    for (let i = first; i < first + teachers; i++) {
      if (team[i] !== seen || row === rows) {
        if (team[i] !== seen) gaps++;
        [column, row, seen] = [column + 1, 0, team[i]];
      }
      x[i] = left + pad + (column + 0.5) * pitch + gaps * apart;
      y[i] = line.y + pad + (row + 0.5) * pitch;
      row++;
    }
    left += wide + between;
  }
  const last = lines.at(-1);
  return { width, height: Math.ceil(last ? last.y + last.height + 2 : 0), pitch, x, y, boxes, lines };
}

/**
 * Lays out the teachers of a district as dots: schools in lines by their share of low-income students, teams as columns
 * within them. Dots are as large as the room allows, 6 pixels apart at least.
 */
export function districtLayout(
  schools: readonly SeatedSchool[],
  team: ArrayLike<number>,
  { width, most = 560 }: LayoutOptions,
): DistrictLayout {
  const sized = schools
    .map((one, school) => ({ school, share: one.lowIncomeShare, teams: teamsOf(one, team) }))
    .sort((a, b) => a.share - b.share || a.school - b.school);
  let laid: DistrictLayout | undefined;
  for (const pitch of pitches) {
    laid = layOutAt(pitch, schools, sized, team, width);
    const fits = laid.boxes.every((box) => box.x + box.width <= width + 0.5);
    if (fits && laid.height <= most) break;
  }
  return laid!;
}
