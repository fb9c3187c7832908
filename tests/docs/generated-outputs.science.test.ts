import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readFacts } from "../../docs/generate/facts.mjs";
import { filled } from "../../docs/generate/regions.mjs";

const docs = fileURLToPath(new URL("../../docs/", import.meta.url));
const facts = readFacts();

/** Pages that show what their commands print. */
const pages = readdirSync(docs, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .map((name) => ({ name, text: readFileSync(docs + name, "utf8") }))
  .filter(({ text }) => text.includes("<!-- generated: output"));

test("there are pages that show what their commands print", () => {
  expect(pages.length).toBeGreaterThan(5);
});

test.for(pages)("followed step by step, docs/$name prints what it shows: pnpm documents", async ({ name, text }) => {
  expect(await filled(text, facts, name)).toBe(text);
});
