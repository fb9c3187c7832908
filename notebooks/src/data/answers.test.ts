import { prepare, scenario } from "@uptake/model";
import { compare } from "@uptake/study";
import { expect, test } from "vitest";
import { answerOf, cardsOf } from "../pages/tune/told.js";
import { type View, viewOf } from "../pages/tune/view.js";
import { offered, offeredPlanIn } from "../plan/offered.js";
import { usual } from "../plan/usual.js";
import { answersIn, batches } from "./answers/plans.js";

test("every offered strategy is answered in every district, and found by the state that asks it", () => {
  const all = batches.flatMap(({ asked }) => Object.entries(asked));
  expect(all).toHaveLength(7 * offered.length);
  for (const [name, asked] of all) {
    const [district = "", strategy = ""] = name.split(".");
    expect(offeredPlanIn({ scenario: { district, strategy } })).toEqual({ name, asked });
  }
});

test("an answer holds the runs that are made of its plan alone, and says the same in the same words", async () => {
  const runs = { replicates: 25, seed: usual.seed };
  const found = (await answersIn("small-rural", runs)) as Readonly<Record<string, View>>;
  expect(Object.keys(found)).toEqual(offered.map(({ name }) => `small-rural.${name}`));
  for (const { name: strategy } of offered) {
    const of = (name: string) => prepare(scenario({ district: "small-rural", strategy: name }));
    const { baseline, plans } = await compare(await of("business-as-usual"), await of(strategy), runs);
    const view = viewOf(plans[0]!, baseline);
    const stored = found[`small-rural.${strategy}`]!;
    expect(stored.checksums).toEqual(view.checksums);
    expect(stored.replicates).toBe(25);
    expect(answerOf(stored)).toEqual(answerOf(view));
    expect(cardsOf(stored)).toEqual(cardsOf(view));
  }
});
