import type { World } from "../evidence/parameter.ts";
import { standardise } from "../numerics/random.ts";
import type { District, Level, PopulationTable, TeacherRow, TieRow } from "./district.ts";
import type { Population } from "./population.ts";
import { stages } from "./stage.ts";
import { thresholdOfClass } from "./threshold.ts";

/** Holds one school of a population, as written to a table. */
export interface SchoolRow {
  /** Id of the school. */
  readonly school: string;
  /** Name of the school. */
  readonly name: string;
  /** Level of the school. */
  readonly level: Level;
  /** Students of the school. */
  readonly enrolment: number;
  /** Teachers of the school. */
  readonly teachers: number;
  /** Share of its students from low-income families, 0 … 1. */
  readonly lowIncomeShare: number;
}

/** Holds one teacher with what the draws add: depth 0 … 1, and months since the stage was entered. */
export interface DrawnTeacherRow extends TeacherRow {
  /** Depth of practice, 0 … 1. */
  readonly depth: number;
  /** Months since the stage was entered. */
  readonly monthsInStage: number;
}

/** Holds one tie with where its ends are. */
export interface DrawnTieRow extends TieRow {
  /** Id of the school of the teacher who asks. */
  readonly fromSchool: string;
  /** Id of the school of the teacher who is asked. */
  readonly toSchool: string;
  /** Says whether both are in the same team of the same school. */
  readonly sameTeam: boolean;
}

/** Holds a drawn population as rows, which can be supplied again as `district.population`. */
export interface DrawnPopulationTable extends PopulationTable {
  /** Schools, a row each. */
  readonly schools: readonly SchoolRow[];
  /** Teachers, a row each. */
  readonly teachers: readonly DrawnTeacherRow[];
  /** Ties of advice, a row each. */
  readonly ties: readonly DrawnTieRow[];
}

/**
 * Writes the population of the district's own schools as rows; schools founded later are left out. `world` says which
 * threshold each class has (`peers.thresholdMean`, `peers.thresholdSd`).
 */
export function populationTable(population: Population, district: District, world: World): DrawnPopulationTable {
  const mean = world["peers.thresholdMean"]!;
  const sd = world["peers.thresholdSd"]!;
  const { schoolStart, team, tieStart, ties } = population;
  const teachers: DrawnTeacherRow[] = [];
  const schoolOf: string[] = [];
  district.schools.forEach((school, s) => {
    for (let i = schoolStart[s]!; i < schoolStart[s + 1]!; i++) {
      schoolOf.push(school.id);
      teachers.push({
        teacher: i,
        school: school.id,
        team: team[i]!,
        experience: population.experience[i]!,
        disposition: standardise(population.disposition[i]!),
        threshold: thresholdOfClass(population.threshold[i]!, mean, sd),
        stage: stages[population.stage[i]!]!,
        depth: population.depth[i]! / 65_535,
        monthsInStage: population.monthsInStage[i]!,
      });
    }
  });
  const tieRows: DrawnTieRow[] = [];
  for (let from = 0; from < teachers.length; from++) {
    for (let k = tieStart[from]!; k < tieStart[from + 1]!; k++) {
      const to = ties[k]!;
      const fromSchool = schoolOf[from]!;
      const toSchool = schoolOf[to]!;
      tieRows.push({ from, to, fromSchool, toSchool, sameTeam: fromSchool === toSchool && team[from] === team[to] });
    }
  }
  const schools = district.schools.map(({ id, name, level, enrolment, teachers: staff, lowIncomeShare }) => ({
    school: id,
    name,
    level,
    enrolment,
    teachers: staff,
    lowIncomeShare,
  }));
  return { schools, teachers, ties: tieRows };
}
