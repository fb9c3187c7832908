import { InputError, loadKeptWorlds } from "@uptake/model";
import { beforeAll, expect, test } from "vitest";
import { chooseFactors } from "./choose-factors.ts";

beforeAll(async () => void (await loadKeptWorlds()));

test.for(["constructor", "toString", "__proto__"])("%s, which every object has, is no factor, held or not", (name) => {
  const ranges = Object.fromEntries([[name, [0, 1] as const]]);
  const choose = () => chooseFactors({ ranges, distribution: "priors" });
  expect(choose).toThrow(InputError);
  expect(choose).toThrow(`nothing that can be varied is called “${name}”`);
});
