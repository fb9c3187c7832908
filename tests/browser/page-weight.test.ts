import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { words } from "../../notebooks/src/words/kit.ts";
import { pageWeight } from "./bench/page-weight.ts";
import { open, type Site } from "./site.ts";

/** Most that a page may load before its workers, in bytes gzipped. */
const most = 300_000;

let site: Site;
beforeAll(async () => {
  site = await open("Chromium");
});
afterAll(() => site.close());

describe("a page loads at most 300 kB before its workers", () => {
  // The home page by itself, and by a link, whose checks it loads too.
  const links = ["?v=1&coaching=5", "?v=2&levers.coaching.teachersPerCoach=20"];
  const pages = [...Object.keys(words.pages).map((path) => path.slice(1)), ...links];
  test.for(pages)("/%s", async (page) => {
    const { bytes, files } = await pageWeight(site, page);
    expect(files.length).toBeGreaterThan(10);
    expect(bytes, files.slice(0, 12).join("\n")).toBeLessThanOrEqual(most);
  });
});
