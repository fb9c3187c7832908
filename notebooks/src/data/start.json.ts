// Runs the plan that the home page opens with, and the district as today, so that its first answer needs no simulation.

import { prepare, scenario } from "@uptake/model";
import { compare } from "@uptake/study";
import { startScenario } from "@uptake/study/link";
import { viewOf } from "../pages/tune/view.js";
import { usual } from "../plan/usual.js";

const plan = await prepare(scenario(startScenario));
const today = await prepare(scenario({ ...startScenario, strategy: "business-as-usual" }));
const answer = await compare(today, plan, usual);
const [only] = answer.plans;
if (!only) throw new Error("a comparison with one plan gave none");
const rounded = (_: string, value: unknown): unknown =>
  typeof value === "number" ? Number(value.toPrecision(6)) : value;
process.stdout.write(JSON.stringify({ view: viewOf(only, answer.baseline) }, rounded));
