// Holds every newest format to its number: what changes a format needs a number of its own, and a step from the one before.

import { createHash } from "node:crypto";
import { worldsVersion } from "@uptake/model";
import { scenarioVersion, worldsVersions } from "@uptake/model/upgrade";
import { scenarioSchema } from "@uptake/model/validate";
import { studyVersion } from "@uptake/study/files";
import { linkVersion } from "@uptake/study/link";
import { receiptFormat } from "@uptake/study/receipt";
import { expect, test } from "vitest";
import { loadKinds, shippedKinds } from "../../packages/cli/src/studies/kind-heads.ts";
import { studySchema } from "../../packages/cli/src/studies/study-schema.ts";

/** Leaves out what a reader is told and no check looks at. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).filter(
    ([name, inner]) => !(["description", "unit", "title"].includes(name) && typeof inner === "string"),
  );
  return Object.fromEntries(fields.map(([name, inner]) => [name, bare(inner)]));
}

const fingerprint = (schema: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify(bare(schema)))
    .digest("hex")
    .slice(0, 16);

/**
 * Fingerprint of each newest format, by its number: with another schema, raise the number, add a step, and pin both here.
 * Under the same number only what leaves every older file as it was is pinned anew: a kind of study or a field more, or a wider range.
 */
const pinned = {
  scenario: [4, "d285630ac8db7e6b"],
  study: [3, "85a3e21475bd2b10"],
  worlds: [2, "71fe517a"],
  link: 2,
  receipt: 1,
};

test("a scenario's format has the fingerprint of its number", () => {
  expect([scenarioVersion, fingerprint(scenarioSchema())]).toEqual(pinned.scenario);
});

test("a study's format has the fingerprint of its number", async () => {
  expect([studyVersion, fingerprint(studySchema(await loadKinds(shippedKinds)))]).toEqual(pinned.study);
});

test("tables of worlds, links and receipts have theirs", () => {
  const newest = worldsVersions.at(-1);
  expect([worldsVersions.length, newest?.fingerprint]).toEqual(pinned.worlds);
  expect(worldsVersion().endsWith(`+${newest?.fingerprint}`)).toBe(true);
  expect([linkVersion, receiptFormat]).toEqual([pinned.link, pinned.receipt]);
});

test("what a reader is told is no part of a format, and a field called so is", () => {
  const one = { properties: { unit: { type: "string", description: "A" } }, title: "T" };
  expect(fingerprint(one)).toBe(fingerprint({ properties: { unit: { type: "string" } } }));
  expect(fingerprint(one)).not.toBe(fingerprint({ properties: {} }));
});
