import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dataWords } from "../../notebooks/src/words/data.ts";
import { readYaml } from "../../packages/cli/src/input/read-yaml.ts";
import { root } from "./pages.ts";

interface Citation {
  readonly [key: string]: unknown;
  readonly title: string;
  readonly version: string;
  readonly authors: readonly { readonly name: string }[];
}

const citation = readYaml(readFileSync(join(root, "CITATION.cff"), "utf8"), "CITATION.cff").value as Citation;
const { version, license } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Keys of the Citation File Format 1.2.0 that the file may use; those that identify a release are not there yet. */
const keys = "abstract authors cff-version keywords license message title type version".split(" ");

test("CITATION.cff has the keys that the format asks for, and none that it does not know", () => {
  expect(Object.keys(citation).sort()).toEqual(keys);
  expect(citation).toMatchObject({ "cff-version": "1.2.0", type: "software", message: expect.any(String) });
  expect(citation.authors).toEqual([{ name: "The Uptake authors" }]);
});

test("CITATION.cff is of this version and licence", () => {
  expect({ version: citation.version, license: citation["license"] }).toEqual({ version, license });
});

test("the licence and every package name the authors that CITATION.cff names", () => {
  const [author] = citation.authors.map(({ name }) => name);
  const text = readFileSync(join(root, "LICENSE"), "utf8");
  expect(/^Copyright \(c\) \d{4} (.*)$/m.exec(text)?.[1]).toBe(author);
  const folders = readdirSync(join(root, "packages")).map((name) => join("packages", name));
  for (const folder of [".", "notebooks", ...folders]) {
    const file = join(folder, "package.json");
    expect(JSON.parse(readFileSync(join(root, file), "utf8")), file).toMatchObject({ author, license });
  }
});

test("pages tell to cite what CITATION.cff says", () => {
  const told = dataWords.away.citation("A plan", "A district", 64, "mine", version, "https://example.org/");
  const [author] = citation.authors;
  expect(told).toMatch(
    new RegExp(`^${author?.name} \\(\\d{4}\\)\\. ${citation.title}, version ${citation.version}: “A plan”`),
  );
});
