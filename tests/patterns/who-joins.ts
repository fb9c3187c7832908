import { type LeverUse, type Observer, Replicate, simulateIn, type World } from "@uptake/model";
import { mean, planOf } from "./support.ts";

/** Says by what schools are put in order, and which third of them is looked at. */
type Third = `${"most" | "least"} ${"pressure" | "poverty"}`;

/** Indices at which membership is read: after a year, and May of year 3. */
export const readAt = [12, 34] as const;

/** Holds the share of the schools of a third that are members, at each index of {@link readAt}. */
export type Joined = Readonly<Record<Third, readonly number[]>>;

const thirds: readonly Third[] = ["most pressure", "least pressure", "most poverty", "least poverty"];

/** Watches the share of a third's schools that are members; thirds are those of the start. */
function watchThird(name: Third): Observer {
  let inside: number[] | undefined;
  return {
    name,
    observe({ school }) {
      const value = name.endsWith("pressure") ? school.pressureBase : school.poverty;
      const order = Array.from(value.keys()).sort((a, b) => value[a]! - value[b]! || a - b);
      const third = Math.round(order.length / 3);
      inside ??= name.startsWith("most") ? order.slice(-third) : order.slice(0, third);
      return mean(inside.map((s) => school.member[s]!));
    },
  };
}

/** The plain open call, and aligned accountability beside it. */
export const call: Readonly<Record<string, LeverUse>> = {
  entry: { volunteers: 1 },
  coaching: { teachersPerCoach: 20 },
};
export const aligned: Readonly<Record<string, LeverUse>> = {
  ...call,
  departments: {
    curriculum: 0,
    materials: 0,
    assessment: 1,
    evaluation: 1,
    coaching: 0,
    leadership: 0,
    pace: 1,
    embed: 0,
  },
  vision: { clarity: 0, equityPriority: 0, protection: 1 },
};

/** Runs D11 under each of some plans in one world, `replicates` times with the same luck: who has joined, run by run. */
export async function whoJoins(
  world: World,
  plans: readonly Readonly<Record<string, LeverUse>>[],
  replicates: number,
  seed: string,
): Promise<Joined[][]> {
  const prepared = await Promise.all(
    plans.map((levers) => planOf({ levers, horizon: 34, parameters: { draw: "fixed", values: world } })),
  );
  const found = plans.map((): Joined[] => []);
  for (let r = 0; r < replicates; r++) {
    const replicate = new Replicate(seed, r);
    for (const [place, plan] of prepared.entries()) {
      const { observed } = simulateIn(replicate, plan, { observers: thirds.map(watchThird) });
      const joined = (third: Third): readonly number[] => readAt.map((m) => observed[third]![m]!);
      found[place]!.push({
        "most pressure": joined("most pressure"),
        "least pressure": joined("least pressure"),
        "most poverty": joined("most poverty"),
        "least poverty": joined("least poverty"),
      });
    }
  }
  return found;
}
