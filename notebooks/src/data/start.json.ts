// Runs the plan that the home page opens with, and business as usual, so that its first chart needs no simulation.

import { prepare, scenario } from "@uptake/model";
import { compare } from "@uptake/study";
import { seed, tableOf, viewOf } from "../pages/tune/view.js";
import { asToday, scenarioOf, start } from "../plan/plan-of-controls.js";

const runs = process.env.UPTAKE_PREVIEW ? 32 : 256;
const plan = await prepare(scenario(scenarioOf(start)));
const today = await prepare(scenario(scenarioOf({ ...start, strategy: asToday })));
const answer = await compare(today, plan, { replicates: runs, seed });
const [only] = answer.plans;
if (!only) throw new Error("a comparison with one plan gave none");
process.stdout.write(JSON.stringify({ view: viewOf(only, answer.baseline), table: tableOf(only, answer.baseline) }));
