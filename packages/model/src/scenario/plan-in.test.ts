import { expect, test } from "vitest";
import { districtOfFigures } from "../district/district-of-figures.ts";
import { planIn } from "./plan-in.ts";
import { prepare } from "./prepare.ts";
import { scenario } from "./scenario.ts";

const elsewhere = districtOfFigures({
  id: "elsewhere",
  schools: 5,
  teachers: 90,
  students: 1400,
  lowIncomeShare: 0.3,
});

test.for([
  ["with levers", { strategy: "all-six-lessons" }],
  ["that founds schools", { strategy: "mc2-stem" }],
  ["that leaves settings unknown", { strategy: "internationals" }],
  ["with figures of its own", { strategy: "mandate", own: { turnover: 0.1 } }],
] as const)("a plan %s is in another district what would be prepared there", async ([, input]) => {
  const here = await prepare(scenario({ district: "small-rural", ...input }));
  const there = await prepare(scenario({ district: elsewhere, ...input }));
  expect(planIn(here, elsewhere)).toEqual(there);
});
