import type { Plan } from "@uptake/model";
import { type RankedPair, type RivalRanking, type Rivals, rivalAssumptions, rivals } from "@uptake/study/rivals";
import { expect, type TestContext, test } from "vitest";
import { type Figure, figure } from "./figures.ts";
import { planOf } from "./support.ts";

// How far the order of the reference strategies rests on assumptions that nobody can check: each rival assumption takes
// the place of the default one, in the same worlds and with the same luck, and the pairs that change places are counted.
// Reported, not held to anything: an order that stands under every rival is a finding, and so is one that does not.

const district = "napa-valley-unified";
const replicates = 24;
const names = [
  "business-as-usual",
  "coaching-only",
  "institutes-only",
  "mandate",
  "volunteers-only",
  "leadership-first",
  "coherence-first",
  "all-six-lessons",
  "all-six-lessons-scale-up",
];
const pairCount = (names.length * (names.length - 1)) / 2;

const points = (value: number | null): string => ((value ?? 0) * 100).toFixed(2);
const percent = (value: number): string => `${(100 * value).toFixed(0)}%`;

/** Writes a pair with its difference before and after, in points. */
const written = ({ first, second, before, after }: RankedPair): string =>
  `${first} less ${second} ${points(before.estimate)} → ${points(after.estimate)}`;

function figureOf(rival: RivalRanking, what: string): Figure {
  const decided = rival.pairs.filter((pair) => pair.decided);
  const undecided = rival.pairs.filter(({ flips, decided: beyond }) => flips && !beyond);
  const shares = rival.pairs.map(({ share }) => share ?? 0);
  const list = [
    decided.length > 0 ? `beyond chance: ${decided.map(written).join(", ")}` : "",
    undecided.length > 0 ? `within chance: ${undecided.map(written).join(", ")}` : "",
  ].filter(Boolean);
  return {
    pattern: "rivals",
    statistic: `pairs of strategies that change places under ${rival.name}, ${what}`,
    simulated: `${rival.flips} of ${rival.pairs.length}, ${rival.decided} beyond chance; a pair changes places in ${percent(shares.reduce((sum, share) => sum + share, 0) / shares.length)} of worlds on average, ${percent(Math.max(...shares))} at most`,
    cases: `${names.length} reference strategies, ${replicates} kept worlds, ${district}`,
    ...(list.length > 0 ? { note: `${list.join("; ")} (points)` } : {}),
  };
}

async function record(context: TestContext, what: string, month: "target" | "sustained"): Promise<Rivals> {
  const horizon = month === "target" ? 36 : 60;
  const plans: Plan[] = [];
  for (const name of names) plans.push(await planOf({ district, strategy: name, name, horizon }));
  const found = await rivals(plans, { replicates, seed: "rivals", month });
  for (const rival of found.rivals) figure(context, figureOf(rival, what));
  const order = [...found.ranking].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const places = (name: string): (number | null | undefined)[] =>
    found.rivals.map(({ ranking }) => ranking.find(({ plan }) => plan === name)?.rank);
  for (const { plan, rank, mean } of order) {
    const under = places(plan).map((place) => place ?? 0);
    figure(context, {
      pattern: "rivals",
      statistic: `place of ${plan} among ${names.length} strategies, ${what}`,
      simulated: `${rank} by default (${points(mean)}%), ${Math.min(...under)} to ${Math.max(...under)} under the ${under.length} rivals`,
      cases: `${replicates} kept worlds, ${district}`,
    });
  }
  expect(found.rivals.map(({ name }) => name)).toEqual(rivalAssumptions.map(({ name }) => name));
  for (const { pairs } of found.rivals) expect(pairs).toHaveLength(pairCount);
  return found;
}

test("adoption in May of year 3: where the order of strategies flips", async (context) => {
  await record(context, "adoption in May of year 3", "target");
});

test("adoption two years after funding: where the order of strategies flips", async (context) => {
  await record(context, "adoption in May of year 5", "sustained");
});
