// Runs the plan that the home page opens with, and business as usual, so that its first chart needs no simulation.

import { prepare, scenario } from "@uptake/model";
import { compare } from "@uptake/study";
import { asToday, scenarioOf, start } from "../components/plan-of-controls.js";
import { seed, tableOf, viewOf } from "../components/view.js";

const runs = process.env.UPTAKE_PREVIEW ? 32 : 256;
const plan = await prepare(scenario(scenarioOf(start)));
const today = await prepare(scenario(scenarioOf({ ...start, strategy: asToday })));
const answer = await compare(today, plan, { replicates: runs, seed });
process.stdout.write(
  JSON.stringify({ view: viewOf(answer.plans[0], answer.baseline), table: tableOf(answer.plans[0], answer.baseline) }),
);
