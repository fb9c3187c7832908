import { defaultWorld } from "@uptake/model";
import { expect, test } from "vitest";
import { betweenSites, dispersion, neutralInnovation } from "./between-sites.ts";

test("a neutral innovation changes nothing that makes sites differ", () => {
  const world = defaultWorld({ "trying.normSd": 0.6 });
  const changed = Object.entries(neutralInnovation(world)).filter(([name, value]) => world[name] !== value);
  expect(changed.map(([name]) => name).sort()).toEqual(["practice.complexity", "trying.intercept"]);
});

test("a neutral innovation is as light a practice of full appeal, bit for bit, and appeal is what makes it spread", async () => {
  const world = defaultWorld({ "trying.appeal": 3 });
  const light = { ...world, "practice.complexity": 0.2 };
  const neutral = await dispersion(neutralInnovation(world), "appeal");
  expect(await dispersion({ ...light, "practice.appeal": 1 }, "appeal")).toEqual(neutral);
  expect((await dispersion(light, "appeal")).adoption).toBeLessThan(neutral.adoption - 0.2);
});

test("adopters are those who use or own, site by site", async () => {
  // All who use at the start own the practice, and nobody begins, stops or leaves: what is measured is the start.
  const still = {
    ...defaultWorld({ "start.owning": 1, "start.icc": 0.2, "start.trying": 0, "trying.intercept": -40 }),
    ...{ "lapsing.intercept": -40, "exit.novice": 0, "exit.early": 0, "exit.middle": 0, "exit.senior": 0 },
    ...{ "principal.exit": 0 },
  };
  const { adoption, correlation } = await dispersion(still, "start");
  expect(adoption).toBeCloseTo(0.15, 12);
  const users = await dispersion({ ...still, "start.owning": 0, "owning.rate": 0 }, "start");
  expect(users.adoption).toBeCloseTo(adoption, 12);
  expect(users.correlation).toBeCloseTo(correlation, 12);
  expect(correlation).toBeGreaterThan(0.04);
});

test("sites are measured the same way each time, and further apart where norms spread", async () => {
  const near = await dispersion(defaultWorld({ "trying.normSd": 0, "start.icc": 0 }), "sites");
  expect(await dispersion(defaultWorld({ "trying.normSd": 0, "start.icc": 0 }), "sites")).toEqual(near);
  const far = await betweenSites.measure(defaultWorld({ "trying.normSd": 1.5 }), "sites");
  expect(far.correlation).toBeGreaterThan(near.correlation + 0.03);
  expect(far.adoption).toBeGreaterThan(near.adoption + 0.2);
});
