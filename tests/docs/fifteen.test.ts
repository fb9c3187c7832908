import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readFacts } from "../../docs/generate/facts.mjs";
import { places, planOf, studyOf } from "../../docs/generate/fifteen/words.mjs";
import { sentenceOf } from "../../docs/generate/svg-sentence.mjs";
import { drawn } from "../../docs/studies/fifteen-to-eighty/pictures.mjs";
import { studies } from "../../docs/studies/fifteen-to-eighty/questions.mjs";
import { asked, recordOf } from "../../docs/studies/fifteen-to-eighty/record.mjs";
import { runStudy } from "../../docs/studies/fifteen-to-eighty/run-studies.mjs";
import { root } from "./pages.ts";

const facts = readFacts();
const record = facts.fifteen;
const text = readFileSync(join(root, "docs/studies/fifteen-to-eighty.md"), "utf8");
const written = text.replaceAll(/<!-- generated: [\s\S]*?<!-- end generated -->/g, "");
const folder = join(root, "docs/studies/fifteen-to-eighty");

const ids = Object.keys(places);
const everywhere = (holds: (place: string) => boolean): boolean => ids.every(holds);
const plan = (place: string, name: string) => planOf(facts, place, name);
const study = (question: string, place = "napa") => studyOf(facts, question, place);
const [six, largest, whole] = ["all-six-lessons", "all-six-lessons-scale-up", "whole-schools-decide"];
const small = Object.keys(study("start").plans).filter(
  (name) => ![six, largest].includes(name) && !name.startsWith(whole),
);

/** Finds the chance of a lower target. */
const chance = (place: string, name: string, share: number): number =>
  plan(place, name).chances.find((one: { share: number }) => one.share === share).value;

/** Finds the chance of 80% under a belief about all effects. */
const believed = (place: string, name: string): number =>
  plan(place, largest).beliefs.find(({ belief }: { belief: string }) => belief === name).chance.value;

interface Belief {
  readonly belief: string;
  readonly chance: { readonly value: number };
}

/** Finds the chance of 80% in the worlds as they are. */
const asSet = (beliefs: readonly Belief[]): number =>
  beliefs.find(({ belief }) => belief === "as set")?.chance.value ?? Number.NaN;

/** Finds the smallest sum tried at which the best plan has an even chance. */
const evenSum = (question: string, place: string): number =>
  study(question, place).budgets.find(({ beliefs }: { beliefs: Belief[] }) => asSet(beliefs) >= 0.5)?.budget ??
  Number.POSITIVE_INFINITY;

/** Finds what a shock changes in a plan. */
function shocked(place: string, shock: string, name: string): number {
  const { plans } = study("stress", place).shocks.find((one: { shock: string }) => one.shock === shock);
  const [, told] =
    Object.entries<{ change: { value: number } }>(plans).find(([label]) => label.replace(/ \(.*/, "") === name) ?? [];
  return told?.change.value ?? Number.NaN;
}

const explained = (place: string, year: string): number => study("early", place)[largest][year].explained.all;
const costs = (place: string): number[] =>
  ["coaching-only", "volunteers-only", "leadership-first", six, largest, whole].map(
    (name) => plan(place, name).costPerAdded.value,
  );
const figure = (pattern: string, statistic: RegExp) =>
  facts.figures.find(
    (one: { pattern: string; statistic: string }) => one.pattern === pattern && statistic.test(one.statistic),
  );

/** What the text says by hand of the record: each sentence, and what must hold for it. */
const claims: readonly (readonly [string, () => boolean])[] = [
  [
    "The largest has more than twice the teachers of the smallest.",
    () => study("start", "d11").district.teachers > 2 * study("start", "porterville").district.teachers,
  ],
  [
    "all three start at 15% by assumption",
    () => everywhere((place) => Math.abs(plan(place, largest).adoption.start.value - 0.15) < 0.005),
  ],
  [
    "Seven of the nine strategies stay below 40% of teachers on average.",
    () =>
      small.length === 7 && everywhere((place) => small.every((name) => plan(place, name).adoption.year3.value < 0.4)),
  ],
  [
    "Coaching alone, the best studied of them, reaches 60% in no world.",
    () => everywhere((place) => chance(place, "coaching-only", 0.6) === 0),
  ],
  [
    "All six lessons at a moderate strength reach half of the teachers in most worlds and four fifths in few.",
    () => everywhere((place) => chance(place, six, 0.5) > 0.5 && chance(place, six, 0.8) < 0.1),
  ],
  [
    "costs less, and asks the reader to believe that teachers do what their school decides",
    () => everywhere((place) => evenSum("search-decide", place) < evenSum("search-support", place)),
  ],
  [
    "The worst third is always lower than the mean",
    () =>
      everywhere((place) =>
        [six, largest, whole].every((name) => plan(place, name).worstThird.high < plan(place, name).adoption.year3.low),
      ),
  ],
  [
    "A call for volunteers does neither, and the low-poverty third is then ahead in all three districts.",
    () => everywhere((place) => plan(place, "volunteers-only").gap.low > 0),
  ],
  [
    "Where schools decide, more adopters are shallow",
    () =>
      everywhere((place) => {
        const deep = (name: string) => plan(place, name).deep.value / plan(place, name).adoption.year3.value;
        return deep(whole) < deep(largest);
      }),
  ],
  [
    "The cheapest added adopters are those of a mandate and of coherence first, and there are few of them.",
    () =>
      everywhere((place) =>
        ["mandate", "coherence-first"].every(
          (name) =>
            plan(place, name).costPerAdded.value < Math.min(...costs(place)) &&
            plan(place, name).adoption.year3.value < 0.4,
        ),
      ),
  ],
  [
    "Most of what the decision added is gone two years after the money.",
    () =>
      everywhere((place) => {
        const { year3, year5 } = study("start", place).leadOfSchoolsThatDecide;
        return year3.low > 0 && year5.high < year3.low / 2;
      }),
  ],
  [
    "A count in May of year 3 alone would have shown 80% on average, and nothing of the fall.",
    () =>
      everywhere(
        (place) => plan(place, whole).adoption.year3.low >= 0.8 && plan(place, whole).adoption.year5.high < 0.8,
      ),
  ],
  [
    "A superintendent who leaves costs the largest strategy a few points; a cut of two fifths, or a pandemic year without coaching, over ten.",
    () =>
      everywhere(
        (place) =>
          Math.abs(shocked(place, "superintendent-leaves", largest)) < 0.04 &&
          shocked(place, "budget-cut", largest) < -0.1 &&
          shocked(place, "pandemic-year", largest) < -0.1,
      ),
  ],
  [
    "A way in and coaching carry most of it, and neither does anything alone",
    () => {
      const { shares, change } = study("shares");
      const [entry, coaching] = ["entry", "coaching"].map((name) =>
        shares.find((one: { player: string }) => one.player === name),
      );
      const little = ({ alone }: { alone: { value: number } }) => Math.abs(alone.value) < 0.01;
      return entry.share.value + coaching.share.value > change.value / 2 && little(entry) && little(coaching);
    },
  ],
  [
    "That is what would narrow the numbers that decide most.",
    () => study("beliefs").leaders.some((name: string) => /^(trying|support)\./.test(name)),
  ],
  [
    "Every plan in the table with an even chance is above 69% in May of year 3",
    () =>
      everywhere((place) =>
        ["search-support", "search-decide"].every((question) =>
          study(question, place).budgets.every(
            ({ best, beliefs }: { best: { adoption: { value: number } }; beliefs: Belief[] }) =>
              asSet(beliefs) < 0.5 || best.adoption.value > 0.69,
          ),
        ),
      ),
  ],
  [
    "record how deep the practice of those who comply goes: there, that decides most",
    () => study("beliefs-decide").leaders[0] === "depth.compliant" && study("beliefs-decide").leaders.length === 1,
  ],
  [
    "by a number that nobody has measured",
    () => facts.parameters.find(({ name }) => name === "entry.founded")?.status === "choice",
  ],
  [
    "The same plan nearly always fails for the sceptic, and nearly always succeeds for the hopeful.",
    () => everywhere((place) => believed(place, "sceptical") <= 0.1 && believed(place, "hopeful") >= 0.9),
  ],
  [
    "The count in May of year 2 is worth far more than that of year 1.",
    () => everywhere((place) => explained(place, "year2") > 2 * explained(place, "year1")),
  ],
  [
    "9 of 94 were members after four years",
    () => /94 campuses 2, 6, 8 and 9 were members/.test(figure("stories", /^new-tech: schools that joined/).note),
  ],
  [
    "the model’s open call has most of them in (P21)",
    () => figure("P21", /members four years into an open call/).holds === false,
  ],
  [
    "Schools that decide do so less sharply than boards have.",
    () => figure("P10", /in between, under a mandate/).holds === false,
  ],
  [
    "(P19, P6)",
    () => figure("P19", /year after support/).holds === false && figure("P6", /after 3 years, complex/).holds === false,
  ],
  [
    "Climate and poverty are unrelated at the start of the model",
    () => figure("climate", /climate with poverty/).holds === false,
  ],
];

describe("what the text says by hand follows from the record", () => {
  test.for(claims)("%s", ([sentence, holds]) => {
    expect(written).toContain(sentence);
    expect(holds()).toBe(true);
  });
});

test("the record has every study, of the questions as they are, without a run that failed", () => {
  expect(record.asked).toEqual(asked());
  expect(Object.keys(record.studies)).toEqual(studies.map(({ name }) => name));
  for (const { failed, seed } of Object.values<{ failed: number; seed: string }>(record.studies))
    expect({ failed, seed }).toEqual({ failed: 0, seed: "fifteen-to-eighty" });
});

test("every picture is shown, and says what was recorded of it", () => {
  const shown = [...text.matchAll(/generated: fifteen picture (\S+)/g)].map(([, name]) => name);
  expect(shown.sort()).toEqual(Object.keys(drawn).sort());
  for (const name of shown) {
    const file = join(folder, `${name}.svg`);
    expect(existsSync(file)).toBe(true);
    expect(sentenceOf(readFileSync(file, "utf8"))).toBe(record.pictures[name as string]);
  }
});

describe("the cheapest study made again", () => {
  let made: string;
  beforeAll(() => {
    made = mkdtempSync(join(tmpdir(), "uptake-fifteen-"));
  });
  afterAll(() => rmSync(made, { recursive: true }));

  test("comes to what is recorded, to the byte", async () => {
    const cheapest = studies.find(({ name }) => name === "early-porterville") as (typeof studies)[number];
    runStudy(cheapest, made);
    const now = await recordOf(cheapest, made);
    expect(JSON.stringify(now, null, 1)).toBe(JSON.stringify(record.studies[cheapest.name], null, 1));
  });
});
