import { InputError, prepare, scenario } from "@uptake/model";
import { expect, test } from "vitest";
import { ensemble } from "./ensemble.ts";
import { joinEnsembles } from "./join-ensembles.ts";

test("joined ensembles are one ensemble, bit for bit", async () => {
  const plan = await prepare(
    scenario({ district: "small-rural", strategy: "coaching-only", horizon: 24, target: { month: 22 }, survey: true }),
  );
  const begun = await ensemble(plan, { replicates: 3 });
  const more = await ensemble(plan, { replicates: 4, first: 3 });
  expect(joinEnsembles(begun, more)).toEqual(await ensemble(plan, { replicates: 7 }));
  expect(() => joinEnsembles(more, begun)).toThrow(InputError);
  expect(() => joinEnsembles(begun, { ...more, seed: "other" })).toThrow(InputError);
  const funnels = [
    await ensemble(plan, { replicates: 3, funnel: true }),
    await ensemble(plan, { replicates: 4, first: 3, funnel: true }),
  ] as const;
  expect(joinEnsembles(...funnels)).toEqual(await ensemble(plan, { replicates: 7, funnel: true }));
  expect(joinEnsembles(funnels[0], more).funnel).toBeUndefined();
  expect(joinEnsembles(begun, funnels[1]).funnel).toBeUndefined();
});
