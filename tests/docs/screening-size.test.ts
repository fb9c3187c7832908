import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parameters } from "@uptake/model";
import { expect, test } from "vitest";
import { root } from "./pages.ts";

test("the guide gives the size of a screening of all uncertain parameters", () => {
  const page = readFileSync(join(root, "docs/guide/sweeps-and-sensitivity.md"), "utf8");
  const uncertain = parameters.filter(({ prior }) => prior.shape !== "held").length;
  const runs = (10 * (uncertain + 2)).toLocaleString("en-US");
  expect(page).toContain(`all ${uncertain} uncertain parameters by ten trajectories takes ${runs} runs more`);
});
