import { type DistrictMapData, type StageAreaData, stageMarks } from "@uptake/charts";
import type { Film } from "@uptake/study/questions";
import type { Table } from "../../kit/table.js";

/** Says who is looked at: a teacher's post, by slot and number, or a school. Schools are named by their place in the film. */
export interface Picked {
  readonly school: number;
  readonly slot?: number;
}

/** Gathers what a map draws of a film at a month. */
export function mapOf(film: Film, month: number): DistrictMapData {
  const { slots, schools, standing, stages, depths, team, replicate, seed, version } = film;
  return {
    ...{ district: film.district.name, month, team, replicate, seed, version },
    schools: schools.map(({ name, lowIncomeShare, teachers, first }, s) => {
      const at = standing[month * schools.length + s]!;
      return { name, lowIncomeShare, teachers, first, open: (at & 1) === 1, member: at === 3 };
    }),
    stages: stages.subarray(month * slots, (month + 1) * slots),
    depths: depths.subarray(month * slots, (month + 1) * slots),
  };
}

/** Counts the teachers of open schools by stage, at each month. */
export function countsOf(film: Film): number[][] {
  const { horizon, slots, schools, standing, stages } = film;
  return Array.from({ length: horizon + 1 }, (_, month) => {
    const counts = stageMarks.map(() => 0);
    schools.forEach(({ first, teachers }, s) => {
      if ((standing[month * schools.length + s]! & 1) === 0) return;
      for (let i = first; i < first + teachers; i++) counts[stages[month * slots + i]!]!++;
    });
    return counts;
  });
}

/** Returns the share of teachers who use or own the practice. */
export function practising(counts: readonly number[]): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return all === 0 ? 0 : (counts[3]! + counts[4]!) / all;
}

/** Stages from the first to the last that a teacher goes through; who has stopped stands before those who go on. */
const order = [0, 1, 5, 2, 3, 4];

/** Gathers the shares of teachers in each stage of one run, month by month. */
export function stagesOf(film: Film, counts: readonly (readonly number[])[]): StageAreaData {
  const { parameters, seed, version } = film;
  const all = counts.map((month) => month.reduce((sum, count) => sum + count, 0));
  return {
    ...{ replicates: 1, parameters, seed, version },
    months: counts.map((_, month) => month),
    stages: order.map((stage) => ({
      name: stageMarks[stage]!.name,
      share: counts.map((month, m) => (all[m] === 0 ? null : month[stage]! / all[m]!)),
    })),
  };
}

/** Tells the stages of one run month by month, as numbers of teachers. */
export function stageTable(film: Film, counts: readonly (readonly number[])[]): Table {
  return {
    columns: ["replicate", "month", ...stageMarks.map(({ name }) => name)],
    rows: counts.map((month, m) => [film.replicate, m, ...month]),
  };
}

/** Tells each school at a month, the one with the fewest low-income students first. */
export function schoolTable(film: Film, month: number): Table {
  const map = mapOf(film, month);
  const rows = map.schools
    .map((school, s) => ({ school, s }))
    .sort((a, b) => a.school.lowIncomeShare - b.school.lowIncomeShare || a.s - b.s)
    .map(({ school: { name, lowIncomeShare, teachers, first, open, member }, s }) => {
      const counts = stageMarks.map(() => 0);
      for (let i = first; open && i < first + teachers; i++) counts[map.stages[i]!]!++;
      const programme = open ? (member ? "in it" : "not in it") : "not open";
      return [film.schools[s]!.id, name, lowIncomeShare, programme, teachers, ...counts];
    });
  const stages = stageMarks.map(({ name }) => name);
  return { columns: ["id", "school", "low-income share", "programme", "teachers", ...stages], rows };
}

/** Tells each teacher at a month, as the map draws them: school, team, stage and depth (0 … 1, in steps of 1/255). */
export function teacherTable(film: Film, month: number): Table {
  const { stages, depths, schools } = mapOf(film, month);
  const rows = film.schools.flatMap(({ id, lowIncomeShare, first, teachers }, s) =>
    Array.from({ length: teachers }, (_, i) => first + i)
      .filter(() => schools[s]!.open)
      .map((slot) => [
        ...[film.replicate, month, film.numbers[slot]! >= 0 ? film.numbers[slot]! : null, id, lowIncomeShare],
        ...[film.team[slot]!, stageMarks[stages[slot]!]!.name, depths[slot]! / 255, schools[s]!.member ? 1 : 0],
      ]),
  );
  return {
    columns: ["replicate", "month", "teacher", "school", "low-income share", "team", "stage", "depth", "programme"],
    rows,
  };
}

/** Lists the slots that a slot asks for advice, and those that ask it. */
export function tiesOf(
  { tieStart, ties, slots }: Film,
  slot: number,
): { readonly asks: number[]; readonly asked: number[] } {
  const asked: number[] = [];
  for (let i = 0; i < slots; i++)
    for (let t = tieStart[i]!; t < tieStart[i + 1]!; t++) if (ties[t] === slot) asked.push(i);
  return { asks: [...ties.subarray(tieStart[slot]!, tieStart[slot + 1]!)], asked };
}

/** Finds the school of a slot. */
export function schoolOf({ schools }: Film, slot: number): number {
  return schools.findIndex(({ first, teachers }) => slot >= first && slot < first + teachers);
}

/** Finds a teacher by number or a school by id or name, as a reader writes them; undefined for nobody. */
export function find(film: Film, text: string): Picked | undefined {
  const wanted = text.trim().toLowerCase();
  const number = /^(?:teacher\s*)?(\d{1,9})$/.exec(wanted)?.[1];
  if (number !== undefined) {
    const slot = film.numbers.indexOf(Number(number));
    if (slot >= 0) return { school: schoolOf(film, slot), slot };
  }
  if (wanted === "") return undefined;
  const names = film.schools.map(({ id, name }) => [id.toLowerCase(), name.toLowerCase()]);
  const exactly = names.findIndex((own) => own.includes(wanted));
  const begun = exactly >= 0 ? exactly : names.findIndex((own) => own.some((name) => name.includes(wanted)));
  return begun >= 0 ? { school: begun } : undefined;
}
