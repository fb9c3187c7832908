import { describe, expect, test } from "vitest";
import { chosen } from "../../docs/generate/chosen.mjs";
import { filled } from "../../docs/generate/regions.mjs";
import { followedPages } from "./pages.ts";

const shown = (words: string, inside = ""): string =>
  `<!-- generated: output${words} -->\n\n${inside}\n\n<!-- end generated -->\n`;
const text = (body: string): string => `\`\`\`text\n${body}\n\`\`\``;
const fence = (language: string, body: string): string => `\`\`\`${language}\n${body}\n\`\`\`\n\n`;
const page = (...parts: readonly string[]): Promise<string> => filled(parts.join(""), {}, "a page");

describe("a page is followed", () => {
  test("from top to bottom, in one folder: files are saved, blocks run, what they print is put below", async () => {
    const answer = await page(
      fence("yaml file=mine/a.yaml", "district: small-rural\nhorizon: 12"),
      fence("sh", "cat mine/a.yaml > b.txt"),
      fence("sh", "wc -l < b.txt; echo seen >&2"),
      shown(""),
      fence("ts", "const half: number = 0.5;\nconsole.log(half);"),
      shown(""),
    );
    expect(answer).toContain(shown("", text("2\nseen")).trimEnd());
    expect(answer).toContain(shown("", text("0.5")).trimEnd());
  });

  test("and what the program prints is that of a run: a number that is out of date is put right", async () => {
    const command = fence("sh", "pnpm uptake run --district small-rural --months 12 --by 10 --replicates 2");
    const now = await page(command, shown(' "May of year 1"'));
    expect(now).toMatch(/^May of year 1 +\d+% /m);
    const stale = now.replace(/^(May of year 1 +)\d+%/m, "$199%");
    expect(stale).not.toBe(now);
    expect(await page(stale)).toBe(now);
  });

  test("a refusal is shown where the page expects its exit code", async () => {
    const command = fence("sh", "pnpm uptake run --district small-rurl");
    expect(await page(command, shown(" exit=2"))).toContain("did you mean small-rural?");
    await expect(page(command, shown(""))).rejects.toThrow("ends with 2 in place of 0");
    await expect(page(fence("sh", "true"), shown(" exit=2"))).rejects.toThrow("ends with 0 in place of 2");
  });

  test("to the first command of a block that fails", async () => {
    await expect(page(fence("sh", "false\ntrue"), shown(""))).rejects.toThrow("ends with 1 in place of 0");
  });

  test("and may not print where it ran, name a file that nothing reads, or show what nothing printed", async () => {
    await expect(page(fence("sh", "pwd"), shown(""))).rejects.toThrow("prints where it ran");
    const unread = fence("yaml file=mine/a.yaml", "{}");
    await expect(page(unread, fence("sh", "true"), shown(""))).rejects.toThrow("nothing after mine/a.yaml reads it");
    await expect(page(shown(""), fence("sh", "true"))).rejects.toThrow("no block stands above an output");
  });
});

describe("of what was printed", () => {
  const printed = "First.\nSecond.\n\nThird.\nFourth.\n\n  Inner.\nInnermost.\n\nFifth.\n";
  test.for([
    ["", "First.\nSecond.\n\nThird.\nFourth.\n\n  Inner.\nInnermost.\n\nFifth."],
    ['"Third…"', "…\nThird.\nFourth.\n…"],
    ['"Third"', "…\nThird.\n…"],
    ['"First…" "Third…"', "First.\nSecond.\n\nThird.\nFourth.\n…"],
    ['"First" "Fifth"', "First.\n…\nFifth."],
    ['"Inner."', "…\n  Inner.\n…"],
    ['"Inner"', "…\nInnermost.\n…"],
  ] as const)("%s is shown", ([words, part]) => {
    expect(chosen(printed, words, "a page")).toBe(part);
  });

  test("only what is there", () => {
    expect(() => chosen(printed, '"Sixth"', "a page")).toThrow("no line printed begins with “Sixth”");
  });
});

/** Lists the shares, sums, points and long decimals that a page's prose gives: what stands outside of blocks and code. */
const told = (markdown: string): string[] => {
  const prose = markdown.replaceAll(/^(`{3,})[\s\S]*?^\1$/gm, "").replaceAll(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\$?\d[\d.,]*(?:[–-]\d[\d.]*)?(?:[kM]\b|%| points?\b)|\$\d[\d.,]*\d|\b0\.\d{3,}/g)].map(
    ([all]) => all.replace(/ points?$/, ""),
  );
};

/** Returns all that a page's blocks hold. */
const blocksOf = (markdown: string): string =>
  [...markdown.matchAll(/^(`{3,}).*\n([\s\S]*?)^\1$/gm)].map(([, , body]) => body).join("\n");

/** Says whether a number stands in a text by itself, and not within a longer one. */
const stands = (number: string, within: string): boolean =>
  new RegExp(`(?<![\\d.])${number.replaceAll(/[$.+]/g, "\\$&")}(?![\\d]|\\.\\d)`).test(within);

describe("a number told in the prose of a followed page is one that its blocks show", () => {
  test("a number within a longer one does not count", () => {
    expect(told("It is 34% (26–42%), 3.5 points, $431k or $2,061, 0.906; 64 replicates; `99%`.")).toEqual([
      "34%",
      "26–42%",
      "3.5",
      "$431k",
      "$2,061",
      "0.906",
    ]);
    expect([stands("34%", "134%"), stands("34%", "(34%)"), stands("3.5", "3.55"), stands("3.5", "+3.5 ")]).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });

  test.for(followedPages())("$name", ({ text: markdown }) => {
    const blocks = blocksOf(markdown);
    expect(told(markdown).filter((number) => !stands(number, blocks))).toEqual([]);
  });
});
