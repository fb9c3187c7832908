import type { District, DistrictState, ScenarioInput, TeacherRow, TieRow, World } from "@uptake/model";
import { quantile } from "../statistics/quantile.ts";
import { planIn, watch } from "./in-world.ts";
import { schoolsOf } from "./made-up-district.ts";
import type { WorldPattern } from "./pattern.ts";
import { HALF_DEPTH, uses } from "./practice.ts";

/** Names the conditions, in the order in which configurations are written. */
export const conditions = ["ties", "depth", "expertise"] as const;

/** Holds one configuration of the conditions: who had it when support ended, and how many of them practise two years on. */
export interface Configuration {
  /** Which conditions are present, in the order of {@link conditions}. */
  readonly present: readonly [boolean, boolean, boolean];
  readonly people: number;
  readonly practising: number;
}

/** Holds a user at the end of support: where, who, and how far each condition is met. */
interface User {
  readonly slot: number;
  readonly person: number;
  /** Share of those asked for advice who use the practice; depth; share of the other teachers of the school who own it. */
  readonly met: readonly [number, number, number];
}

/** Lists the users of a district who do not own the practice: those who own it are the expertise. */
function usersOf({ population, teacher }: DistrictState): User[] {
  const { schoolStart, tieStart, ties } = population;
  const users: User[] = [];
  for (let s = 0; s + 1 < schoolStart.length; s++) {
    const first = schoolStart[s]!;
    const end = schoolStart[s + 1]!;
    const owners = teacher.stage.subarray(first, end).reduce((sum, stage) => sum + (stage === 4 ? 1 : 0), 0);
    for (let i = first; i < end; i++) {
      if (teacher.stage[i] !== 3) continue;
      const asked = ties.subarray(tieStart[i]!, tieStart[i + 1]!);
      const using = asked.reduce((sum, other) => sum + (uses(teacher.stage[other]!) ? 1 : 0), 0);
      users.push({
        slot: i,
        person: teacher.person[i]!,
        met: [asked.length > 0 ? using / asked.length : 0, teacher.depth[i]! / 65535, owners / (end - first - 1)],
      });
    }
  }
  return users;
}

/** Says where and how long users are followed after support has ended. */
export interface AfterSupport {
  readonly district: NonNullable<ScenarioInput["district"]>;
  readonly levers: NonNullable<ScenarioInput["levers"]>;
  /** Months funded; 0 begins at the end of support. */
  readonly funded: number;
  readonly values: World;
  readonly replicates: number;
}

/**
 * Follows the users at the end of support for two years, the same persons in the same posts, by configuration: ties are
 * present where at least half of those asked use the practice; depth and expertise are present in the upper third of users
 * and missing in the lower third, and those between are left out as neither. Of the eight configurations number 7 has all
 * three, 6 misses ties, 5 depth, 3 expertise.
 */
export async function configurations(world: World, seed: string, how: AfterSupport): Promise<Configuration[]> {
  const { district, levers, funded, values, replicates } = how;
  const plan = await planIn(world, { district, levers, funded, horizon: funded + 24, parameters: { values } });
  const found: (User & { readonly practises: boolean })[] = [];
  watch(plan, seed, replicates, () => {
    let users: User[] = [];
    return (state, index) => {
      const { depth, person, stage } = state.teacher;
      if (index === funded) users = usersOf(state);
      if (index === funded + 24)
        for (const user of users)
          if (person[user.slot] === user.person)
            found.push({ ...user, practises: uses(stage[user.slot]!) && depth[user.slot]! >= HALF_DEPTH });
      return 0;
    };
  });
  const depths = found.map(({ met }) => met[1]);
  const experts = found.map(({ met }) => met[2]);
  const lower = [0.5, quantile(depths, 1 / 3), quantile(experts, 1 / 3)];
  const upper = [0.5, quantile(depths, 2 / 3), quantile(experts, 2 / 3)];
  return Array.from({ length: 8 }, (_, code) => {
    const present = conditions.map((_, k) => ((code >> k) & 1) === 1) as [boolean, boolean, boolean];
    const those = found.filter(({ met }) =>
      met.every((value, k) => (present[k] ? value >= upper[k]! : value <= lower[k]! && value < upper[k]!)),
    );
    return { present, people: those.length, practising: those.filter(({ practises }) => practises).length };
  });
}

/** Returns the share of a configuration's people who have given up two years on. */
export const lossOf = ({ people, practising }: Configuration): number => 1 - practising / people;

/**
 * P14: after support ends, practice lasts where ties, depth and expertise occur together. A district made up so that all
 * eight configurations occur alike at the end of support; it then goes on without a programme, and nobody leaves. The study
 * compared is a qualitative one: lasting or not, no rates. *Lasts* is read as losing at most two thirds of what each
 * configuration that misses one condition loses: a ratio, since most users last two years anyway, and two thirds because
 * a few hundred people a configuration tell that from no difference.
 */
export const afterSupport: WorldPattern = {
  id: "P14",
  doc: "After support is withdrawn, practice lasts where strong ties, depth and expertise occur together, and not where one is missing",
  source: "Coburn, Russell, Kaufman and Stein 2012, a qualitative comparative analysis",
  statistics: {
    ties: { doc: "Loss with all three conditions over loss where ties are missing", unit: "ratio", bounds: [0, 2 / 3] },
    depth: { doc: "The same where depth is missing", unit: "ratio", bounds: [0, 2 / 3] },
    expertise: { doc: "The same where expertise is missing", unit: "ratio", bounds: [0, 2 / 3] },
  },
  measure: async (world, seed) => lossRatios(await configurations(world, seed, endOfSupport(world))),
};

/** Returns the loss with all three conditions over the loss of each configuration that misses one. */
export function lossRatios(found: readonly Configuration[]): Record<(typeof conditions)[number], number> {
  const all = lossOf(found[7]!);
  return { ties: all / lossOf(found[6]!), depth: all / lossOf(found[5]!), expertise: all / lossOf(found[3]!) };
}

/** Says who is who in a school at the end of support: five owners or none, twelve users, and others who are aware. */
const school = { teachers: 20, owners: 5, users: 12 };
const schools = 60;

/**
 * Makes up who teaches and who asks whom: every other school has owners, and of its users every other asks three users and
 * one who does not use the practice, the others the reverse. Dispositions and thresholds are the same mixture everywhere.
 */
function madeUp(): District {
  const teachers: TeacherRow[] = [];
  const ties: TieRow[] = [];
  const district = schoolsOf(schools, school.teachers, [0.5]);
  district.schools.forEach(({ id }, s) => {
    const first = s * school.teachers;
    const user = (k: number): number => first + school.owners + (k % school.users);
    const other = (k: number): number =>
      first + school.owners + school.users + (k % (school.teachers - school.owners - school.users));
    for (let i = 0; i < school.teachers; i++) {
      const k = i - school.owners;
      const uses = k >= 0 && k < school.users;
      teachers.push({
        teacher: first + i,
        school: id,
        team: 0,
        experience: 8,
        disposition: ((i * 7) % school.teachers) / 7 - 1.4,
        threshold: ((i * 11) % school.teachers) / school.teachers,
        stage: uses ? "using" : k < 0 && s % 2 === 0 ? "owning" : "aware",
      });
      const among = uses && k % 2 === 0 ? 3 : uses ? 1 : 2;
      for (let j = 1; j <= 4; j++)
        ties.push({ from: first + i, to: j <= among ? user(k + j + 12) : other(k + j + 12) });
    }
  });
  return { ...district, population: { teachers, ties: ties.filter(({ from, to }) => from !== to) } };
}

const district = madeUp();

/**
 * Sets up a district at the end of support. `raised` adds to the log-odds of lapsing of all alike (default 1): ratios
 * hardly change, and far fewer runs tell the configurations apart.
 */
export const endOfSupport = (world: World, raised = 1, replicates = 9): AfterSupport => ({
  district,
  levers: {},
  funded: 0,
  replicates,
  values: {
    "start.depthMean": 0.45,
    "start.depthSd": 0.12,
    "exit.novice": 0,
    "exit.early": 0,
    "exit.middle": 0,
    "exit.senior": 0,
    "lapsing.intercept": world["lapsing.intercept"]! + raised,
  },
});
