import {
  type LeverUse,
  type Plan,
  prepare,
  Replicate,
  type Run,
  type Scenario,
  type ScenarioInput,
  scenario,
  simulateTogether,
  strategies,
} from "@uptake/model";
import { atBudget, type Lesson, lessons, plannedCost, withoutLesson } from "@uptake/study/budget";
import { type MeanInterval, meanInterval } from "@uptake/study/statistics";
import { expect, test } from "vitest";
import { figure } from "../figures.ts";
import { tenSchools } from "./programme.ts";

// What each of the six lessons adds: alone, beside a plain programme; in all six, against as much money in coaches; and in
// all six, against its money saved. Where its sign turns, the trials tell.

type Levers = Readonly<Record<string, LeverUse>>;

/** Kept worlds, each once: intervals of about a third of a point. */
const replicates = 504;
const seed = "lesson cards";
const six: Levers = strategies.find(({ name }) => name === "all-six-lessons")!.levers;
/** The way in and the coaching of all six lessons, and no lesson: the plain programme that each is added to. */
const { entry, coaching } = lessons.reduce<Levers>(withoutLesson, six);
const plain: Levers = { entry: entry!, coaching: coaching! };
/** Coaches that a lesson's money may buy: as many as a budget ever may. */
const moreCoaches = (levers: Levers): Levers => ({ ...levers, coaching: { ...levers.coaching, teachersPerCoach: 4 } });

const input = (levers: Levers): ScenarioInput => ({ district: tenSchools, levers, horizon: 59 });
const asked = (levers: Levers): Scenario => scenario(input(levers));

/** Returns the share of the schools of the poverty third that are members. */
function membersOf({ measures: { funnel } }: Run, tier: string, month: number): number {
  const schools = (membership: string): number =>
    funnel.groups.find((group) => group.membership === membership && group.tier === tier)!.series.schools[month]!;
  return schools("member") / (schools("member") + schools("other"));
}

const measures: readonly (readonly [string, (run: Run) => number])[] = [
  ["adoption, May of year 3", ({ measures }) => measures.adoption[34]!],
  ["adoption, May of year 5", ({ measures }) => measures.adoption[58]!],
  ["sign-ups, May of year 3", ({ measures }) => measures.label[34]!],
  ["use at depth .5, May of year 3", ({ measures }) => measures.depth50[34]!],
  ["gap in membership, May of year 3", (run) => membersOf(run, "low poverty", 34) - membersOf(run, "high poverty", 34)],
];

/** Runs plans in the same worlds and luck: values by plan, measure and replicate. */
function valuesOf(plans: readonly Plan[]): number[][][] {
  const values = plans.map(() => measures.map(() => [] as number[]));
  for (let r = 0; r < replicates; r++) {
    for (const [p, run] of simulateTogether(new Replicate(seed, r), plans))
      measures.forEach(([, value], k) => values[p]![k]!.push(value(run)));
  }
  return values;
}

const signed = (share: number): string => `${share < 0 ? "−" : "+"}${(100 * Math.abs(share)).toFixed(1)}`;
const written = ({ mean, low, high }: MeanInterval): string => `${signed(mean)} (${signed(low!)} to ${signed(high!)})`;
const apart = ({ low, high }: MeanInterval): boolean => low! > 0 || high! < 0;

/** Says what the lesson costs against the other plan. */
function costs(dollars: number): string {
  const millions = Math.abs(dollars / 1e6).toFixed(2);
  if (Number(millions) === 0) return "nothing";
  return dollars > 0 ? `$${millions} million` : `saves $${millions} million`;
}

/** Sets two plans side by side, one of which heeds a lesson. */
interface Way {
  readonly lesson: Lesson;
  readonly how: string;
  readonly note: string;
  readonly using: Scenario;
  readonly instead: Scenario;
  /** Whether the other plan spends the lesson's money, which moves things by itself. */
  readonly respent: boolean;
}

/** Lists what is asked of each lesson. */
async function waysOf(): Promise<Way[]> {
  const whole = asked(six);
  const bare = asked(plain);
  const dollars = await plannedCost(whole);
  const ways: Way[] = [];
  for (const lesson of lessons) {
    const left = withoutLesson(six, lesson);
    const spent = await atBudget(input(moreCoaches(left)), dollars, { only: ["coaching"] });
    expect(spent.reached, lesson.name).toBe(true);
    const without = { lesson, using: whole, note: `without it: ${lesson.without}` };
    ways.push(
      {
        lesson,
        how: "alone, beside the plain programme",
        note: "plain: the call, invitations and coaches of all six lessons, none of the lessons; not at equal cost",
        using: asked({ ...plain, [lesson.lever]: six[lesson.lever]! }),
        instead: bare,
        respent: false,
      },
      { ...without, how: "in all six, against as much money in coaches", instead: spent.scenario, respent: true },
      { ...without, how: "in all six, against its money saved", instead: asked(left), respent: false },
    );
  }
  return ways;
}

test("what each of the six lessons adds", async (context) => {
  const ways = await waysOf();
  const scenarios = [...new Set(ways.flatMap(({ using, instead }) => [using, instead]))];
  const values = valuesOf(await Promise.all(scenarios.map((one) => prepare(one))));
  const moving = new Set<string>();
  for (const { lesson, how, note, using, instead, respent } of ways) {
    const [here, there] = [using, instead].map((one) => values[scenarios.indexOf(one)]!) as [number[][], number[][]];
    const differences = measures.map((_, k) => here[k]!.map((value, r) => value - there[k]![r]!));
    const found = differences.map((all) => meanInterval(all));
    const against = differences[0]!.filter((value) => value * found[0]!.mean < 0).length / replicates;
    if (!respent && found.some(apart)) moving.add(lesson.name);
    figure(context, {
      pattern: `adds-${lesson.lever}`,
      statistic: how,
      simulated: [
        ...measures.map(([name], k) => `${name}: ${written(found[k]!)}`),
        `runs in which adoption differs the other way: ${Math.round(100 * against)}%`,
        `costs: ${respent ? "as much" : costs((await plannedCost(using)) - (await plannedCost(instead)))}`,
      ].join("; "),
      cases: `Points, with 95% intervals; ${replicates} kept worlds, each once, paired; ten schools. The gap in membership is the share of schools that are members in the least poor third less that in the poorest.`,
      note,
    });
  }
  // At most one lesson may do nothing that can be told from zero, alone or left out.
  expect(moving.size, [...moving].join(", ")).toBeGreaterThanOrEqual(lessons.length - 1);
});
