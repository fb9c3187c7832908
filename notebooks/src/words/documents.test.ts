import { parameters, strategies } from "@uptake/model";
import { expect, test } from "vitest";
import { recordedFigures } from "../data/read-record.js";
import { sourceInWords } from "./documents.js";

test("a founding document is told by what it is, with a capital where it begins", () => {
  expect(sourceInWords("Seed 003_5dce9c8356c843da.txt: one partnership")).toBe(
    "Post on six lessons of ten partnerships: one partnership",
  );
  expect(sourceInWords("001_bc2cf986178209c4.txt, 002_a98bc5a78f9d629c.txt, U46")).toBe(
    "Announcement of a study of three networks, page on the case of Big Picture Learning, U46",
  );
  expect(sourceInWords("V15: the district's own count")).toBe("V15: the district’s own count");
});

test("no source that the pages show is the bare name of a file", () => {
  const own = parameters.map(({ source }) => source);
  const read = strategies.flatMap(({ readings }) => readings.flatMap(({ file }) => file ?? []));
  expect([...own, ...read].filter((source) => source.includes(".txt")).length).toBeGreaterThan(5);
  expect([...own, ...read].map(sourceInWords).filter((source) => source.includes(".txt"))).toEqual([]);
  expect(recordedFigures().filter(({ source }) => source?.includes(".txt"))).toEqual([]);
});
