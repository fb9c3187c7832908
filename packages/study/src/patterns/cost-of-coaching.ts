import { profile, Replicate, simulateIn, type World } from "@uptake/model";
import { coached, planOfMembers, running } from "./all-members.ts";
import type { WorldPattern } from "./pattern.ts";

const district = profile();
const teachers = district.schools.reduce((sum, school) => sum + school.teachers, 0);
const replicates = 2;
const may = 34;
/** Consumer prices of 2024 over those of 2010 (CPI-U, 313.7 over 218.1). */
const inflation = 1.438;
/** A grant of the size of a DL+D partnership's, dollars of 2010 a teacher and year. */
const grant = 400;

/** Returns the levers of a reform that spends the grant on coaches. */
function granted(world: World): typeof coached {
  const each = (grant * inflation) / world["cost.coach"]!;
  return { ...running, coaching: { teachersPerCoach: Math.min(400, Math.max(4, 1 / each)) } };
}

/** P22: what coaching costs for each user it adds, and what a grant of the usual size adds. Reported, no filter. */
export const costOfCoaching: WorldPattern = {
  id: "P22",
  doc: "Three years of coaching cost $25–115k (dollars of 2010) for each added user, and $0.3–0.5k a teacher-year adds under 12 points of use",
  source:
    "K3 (Knight 2012: $3,260–5,220 a coached teacher-year) over the gain of P15; V13 and DL+D's own grants for their size",
  statistics: {
    perUser: {
      doc: "Cost by May of year 3 for each user added then, against business as usual",
      unit: "dollars of 2010",
      bounds: [25_000, 115_000],
    },
    granted: {
      doc: "Use added by May of year 3 for $400 (of 2010) a teacher-year spent on coaches",
      unit: "share of teachers",
      bounds: [-1, 0.12],
    },
  },
  async measure(world, seed) {
    const all = [coached, granted(world), {}];
    const plans = await Promise.all(
      all.map((levers) => planOfMembers(world, { district, levers, funded: may, horizon: may })),
    );
    const use = all.map(() => 0);
    let cost = 0;
    for (let r = 0; r < replicates; r++) {
      const replicate = new Replicate(seed, r);
      for (const [k, plan] of plans.entries()) {
        const { measures } = simulateIn(replicate, plan);
        use[k]! += measures.adoption[may]! / replicates;
        if (k === 0) cost += measures.cost.total / replicates;
      }
    }
    const [coaching, little, usual] = use as [number, number, number];
    return { perUser: cost / inflation / ((coaching - usual) * teachers), granted: little - usual };
  },
};
