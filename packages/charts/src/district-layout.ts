/** Holds a school as it is laid out: who sits in it, and how poor its students are. */
export interface SeatedSchool {
  /** Name as shown. */
  readonly name: string;
  /** Share of low-income students, 0 … 1. */
  readonly lowIncomeShare: number;
  /** Number of its teachers. */
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
  /** Place of the school in the list, from 0. */
  readonly school: number;
  /** Left edge. */
  readonly x: number;
  /** Upper edge. */
  readonly y: number;
  /** Width of the box. */
  readonly width: number;
  /** Height of the box. */
  readonly height: number;
  /** Its name, as far as there is room; the baseline is 5 pixels above the box. */
  readonly label: string;
}

/** Holds a line of schools, and what their shares of low-income students are between. */
export interface SchoolLine {
  /** Upper edge, in pixels. */
  readonly y: number;
  /** Height, in pixels. */
  readonly height: number;
  /** Least share of low-income students, 0 … 1. */
  readonly low: number;
  /** Greatest share of low-income students, 0 … 1. */
  readonly high: number;
}

/** Holds where everyone of a district is. Lines go from the school with the fewest low-income students to that with most. */
export interface DistrictLayout {
  /** Width of the whole, in pixels. */
  readonly width: number;
  /** Height of the whole, in pixels. */
  readonly height: number;
  /** Distance between two neighbours, in pixels. */
  readonly pitch: number;
  /** Horizontal centre of each slot, in pixels. */
  readonly x: Float32Array;
  /** Vertical centre of each slot, in pixels. */
  readonly y: Float32Array;
  /** One box a school, in the order in which they were given. */
  readonly boxes: readonly SchoolBox[];
  /** Lines from the top. */
  readonly lines: readonly SchoolLine[];
}

/** Room round the dots of a school, at the left of a line, between two schools and two lines, and for a label, in pixels. */
const pad = 4;
const edge = 2;
const between = 10;
const label = 16;

/** Room between two teams, in distances between dots. */
const apart = 0.4;

/** Most dots in a column: a larger team takes two. */
const tallest = 10;

/** Distances that are tried, the largest first. */
const pitches = [22, 19, 16, 14, 12, 11, 10, 9, 8, 7, 6];

/** Width of a letter of a label, in pixels. */
const letter = 7;

/** Lists the sizes of a school's teams, in their order. */
function teamsOf({ first, teachers }: SeatedSchool, team: ArrayLike<number>): number[] {
  const sizes: number[] = [];
  for (let i = 0; i < teachers; i++) {
    const t = team[first + i] as number;
    sizes[t] = (sizes[t] ?? 0) + 1;
  }
  return Array.from(sizes, (size) => size ?? 0).filter((size) => size > 0);
}

/**
 * Returns the width of the gutter that names lines, in pixels; 0 where there is none, and each line is named above its
 * schools.
 */
export function gutterOf(width: number): number {
  return width >= 560 ? 76 : 0;
}

interface Sized {
  readonly school: number;
  readonly share: number;
  readonly teams: readonly number[];
}

/** Splits a name before a number at its end, which tells schools of one name apart. */
function split(name: string): readonly [stem: string, number: string] {
  const number = / \d+$/.exec(name)?.[0] ?? "";
  return [name.slice(0, name.length - number.length), number];
}

/**
 * Shortens names to the numbers of letters that there is room for, a full stop in the place of what is left out; a number
 * at the end stays. Schools that a number tells apart are shortened alike, to what the least of them has room for: where
 * that is not even `E. 17`, to `E17`. Where a school has no room for that, the number is left.
 */
function shortened(names: readonly string[], letters: readonly number[]): string[] {
  const parts = names.map((name, i) => {
    const [stem, number] = split(name);
    const room = letters[i]!;
    const keeps = name.length <= room ? stem.length : Math.min(stem.length - 1, room - number.length - 1);
    return { stem, number, room, keeps };
  });
  const least = new Map<string, number>();
  for (const { stem, number, room, keeps } of parts)
    if (number !== "" && room >= number.length) least.set(stem, Math.min(keeps, least.get(stem) ?? keeps));
  return parts.map(({ stem, number, room, keeps }) => {
    if (number !== "" && room < number.length) return number.trim().slice(0, room);
    const kept = number === "" ? keeps : least.get(stem)!;
    if (kept < 1) return `${stem.slice(0, 1)}${number.trim()}`;
    return kept >= stem.length ? `${stem}${number}` : `${stem.slice(0, kept).trimEnd()}.${number}`;
  });
}

/**
 * Places the teachers of a school, in distances between dots: teams one under the other in columns of `rows`, the next
 * column begun where one has no room left. A team of more than that takes several columns.
 */
function seat(
  teams: readonly number[],
  rows: number,
): { readonly columns: number; readonly x: number[]; readonly y: number[] } {
  const [x, y]: [number[], number[]] = [[], []];
  let column = -1;
  let used = Number.POSITIVE_INFINITY;
  for (const size of teams) {
    for (let left = size; left > 0; left -= rows) {
      const here = Math.min(left, rows);
      const top = used === 0 ? 0 : used + apart;
      const below = top + here <= rows + apart;
      if (!below) column++;
      const from = below ? top : 0;
      for (let i = 0; i < here; i++) {
        x.push(column);
        y.push(from + i);
      }
      used = from + here;
    }
  }
  return { columns: column + 1, x, y };
}

/** Lays out everyone at a distance. */
function layOutAt(
  pitch: number,
  schools: readonly SeatedSchool[],
  sized: readonly Sized[],
  width: number,
): DistrictLayout {
  const rows = Math.min(tallest, Math.max(1, ...sized.flatMap(({ teams }) => teams)));
  const gutter = gutterOf(width);
  const top = label + (gutter === 0 ? label : 0);
  const height = Math.ceil((rows + apart) * pitch) + 2 * pad;
  const slots = schools.reduce((most, { first, teachers }) => Math.max(most, first + teachers), 0);
  const [x, y] = [new Float32Array(slots), new Float32Array(slots)];
  const boxes: SchoolBox[] = [];
  const lines: { y: number; height: number; low: number; high: number }[] = [];
  let left = Number.POSITIVE_INFINITY;
  for (const { school, share, teams } of sized) {
    const seats = seat(teams, rows);
    const step = (1 + apart / 2) * pitch;
    const wide = (seats.columns - 1) * step + pitch + 2 * pad;
    if (left + wide > width + 0.5) {
      const above = lines.at(-1);
      lines.push({ y: (above ? above.y + above.height + between : 0) + top, height, low: share, high: share });
      left = gutter || edge;
    }
    const line = lines.at(-1)!;
    line.high = share;
    const { first, teachers } = schools[school]!;
    boxes.push({ school, x: left, y: line.y, width: wide, height, label: "" });
    for (let i = 0; i < teachers; i++) {
      x[first + i] = left + pad + seats.x[i]! * step + pitch / 2;
      y[first + i] = line.y + pad + (seats.y[i]! + 0.5) * pitch;
    }
    left += wide + between;
  }
  const last = lines.at(-1);
  const labels = shortened(
    boxes.map(({ school }) => schools[school]!.name),
    boxes.map((box) => Math.floor((box.width + between - 4) / letter)),
  );
  const named = boxes.map((box, i) => ({ ...box, label: labels[i]! }));
  return { width, height: Math.ceil(last ? last.y + last.height + 2 : 0), pitch, x, y, boxes: named, lines };
}

/**
 * Lays out the teachers of a district as dots: schools in lines by their share of low-income students, teams in columns
 * within them, each team's slots following one another. Dots are as large as the room allows, 6 pixels apart at least.
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
    laid = layOutAt(pitch, schools, sized, width);
    const fits = laid.boxes.every((box) => box.x + box.width <= width + 0.5);
    if (fits && laid.height <= most) break;
  }
  return laid!;
}
