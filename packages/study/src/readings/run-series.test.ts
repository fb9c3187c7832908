import { prepare, scenario, simulate } from "@uptake/model";
import { expect, test } from "vitest";
import { measured } from "./measured.ts";
import { runSeries } from "./run-series.ts";

const runOf = async (input: Parameters<typeof scenario>[0]) =>
  measured(simulate(await prepare(scenario(input)), { seed: "series", replicate: 0 }));

test("every series of a run is described, in its order, and its values are within the range told", async () => {
  const series = await runOf({ strategy: "all-six-lessons", district: "colorado-springs-d11", survey: true });
  expect(runSeries.map(({ name }) => name)).toEqual([...series.keys()]);
  for (const { name, range, missing } of runSeries) {
    const [least, greatest] = range;
    const values = series.get(name) as Float64Array;
    expect(values.length, name).toBe(61);
    for (const value of values) {
      if (Number.isNaN(value)) expect(missing, name).toContain("no value");
      else expect(value >= least && value <= (greatest ?? Number.POSITIVE_INFINITY), `${name} ${value}`).toBe(true);
    }
  }
});

test("what a run may lack is told of those that a small one lacks", async () => {
  const series = await runOf({ district: "small-rural", horizon: 12 });
  const lacking = runSeries.filter(({ name }) => !series.has(name));
  expect(lacking.map(({ name }) => name)).toContain("survey.reported");
  for (const { name, missing } of lacking) expect(missing, name).toContain("absent");
  const without = runSeries.filter(({ name }) => series.get(name)?.some(Number.isNaN));
  expect(without.map(({ name }) => name)).toEqual(["adoptionMembers", "adoptionFounded", "adoptionJoined"]);
});
