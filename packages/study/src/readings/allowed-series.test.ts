import { InputError, prepare, scenario } from "@uptake/model";
import { expect, test } from "vitest";
import { ensemble } from "../ensemble/ensemble.ts";
import { seriesOf } from "../ensemble/summarise.ts";

test("an unknown series is refused with those that there are, and where they are told", async () => {
  const runs = await ensemble(await prepare(scenario({ district: "small-rural", horizon: 1 })), { replicates: 1 });
  let refused: unknown;
  try {
    seriesOf(runs, "qqqqqqqqqqqq");
  } catch (error) {
    refused = error;
  }
  expect(refused).toBeInstanceOf(InputError);
  expect((refused as InputError).issues[0]?.allowed).toMatch(/^teachers, adoption, .*; see uptake list series$/);
});
