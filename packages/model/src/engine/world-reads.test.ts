import { expect, test } from "vitest";
import { populate } from "../district/population.ts";
import { parameters } from "../evidence/parameters.ts";
import { defaultWorld } from "../evidence/world.ts";
import { openLedger } from "../measures/ledger.ts";
import { openTally } from "../measures/tally.ts";
import { levers } from "../scenario/levers/index.ts";
import { prepare } from "../scenario/prepare.ts";
import { scenario } from "../scenario/scenario.ts";
import { monthsOf } from "../state/month.ts";
import { districtKey } from "./district-key.ts";
import { DistrictSimulation } from "./district-simulation.ts";
import { drawStart } from "./district-start.ts";
import { plainMonth } from "./plain-month.ts";
import { buildTables } from "./tables.ts";

test("a run with every lever reads every parameter, and no other name", async () => {
  const uses = { ...Object.fromEntries(levers.map(({ name }) => [name, {}])), entry: { newSchools: 1, mandate: 0.5 } };
  const plan = await prepare(scenario({ district: "small-rural", levers: uses, horizon: 26, survey: true }));
  const read = new Set<string>();
  const world = new Proxy(defaultWorld(), {
    get(values, name) {
      read.add(String(name));
      return Reflect.get(values, name);
    },
  });
  const one = plan.districts[0]!;
  const key = districtKey("reads", 0, one.district.id);
  const simulation = new DistrictSimulation(
    plan,
    one,
    drawStart(one, world, key, populate(one.district, world, key, { everyoneAware: false, founded: one.founded })),
    buildTables(world, plan.scenario.switches),
    openTally(plan.scenario.horizon),
    { program: plainMonth },
  );
  const books = [simulation.bookOf(one, openLedger(plan.scenario.horizon))];
  for (const at of monthsOf(one, plan.scenario.horizon)) simulation.step(at, 0, books);
  expect([...read].sort()).toEqual(parameters.map(({ name }) => name).sort());
});
