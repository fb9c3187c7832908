import { scenario } from "@uptake/model";
import { expect, test } from "vitest";
import { shortInput } from "../../link/short-input.ts";
import { calledAs } from "./called-as.ts";

const asked = scenario({ district: "small-rural", strategy: "coaching-only", name: "Our plan" });
const mandate = scenario({ ...asked, strategy: "mandate", levers: {} });

test.for([
  ["mandate", mandate, { strategy: "mandate" }],
  ["mandate, scaled to $100", mandate, { name: "mandate, scaled to $100" }],
  ["plan 1", asked, { name: "plan 1", strategy: "coaching-only" }],
  ["this plan", asked, { name: "Our plan", strategy: "coaching-only" }],
  ["this plan, scaled to $100", asked, { name: "Our plan, scaled to $100" }],
] as const)("a plan called “%s” opens under that name, or the reader's own", ([label, plan, opened]) => {
  const input = shortInput(calledAs(label, plan));
  expect(input).toMatchObject(opened);
  expect(scenario(input)).toMatchObject({ levers: plan.levers, district: "small-rural" });
  if (label === "mandate") expect(input).toEqual({ district: "small-rural", strategy: "mandate" });
});
