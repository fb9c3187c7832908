import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { levers, parameters } from "@uptake/model";
import { runSeries } from "@uptake/study/readings";
import { describe, expect, test } from "vitest";
import { readFacts } from "../../docs/generate/facts.mjs";
import { filled, regionsOf } from "../../docs/generate/regions.mjs";

const docs = fileURLToPath(new URL("../../docs/", import.meta.url));
const facts = readFacts();
const pages = readdirSync(docs, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .map((name) => ({ name, text: readFileSync(docs + name, "utf8") }));
const textOf = (name: string): string => pages.find((page) => page.name === name)?.text ?? "";

describe("generated regions are up to date: pnpm documents", () => {
  // Those that show what commands print are followed in generated-outputs.science.test.ts.
  const quick = pages.filter(
    ({ text }) => text.includes("<!-- generated:") && !text.includes("<!-- generated: output"),
  );
  test.for(quick)("docs/$name", async ({ name, text }) => {
    expect(await filled(text, facts, name)).toBe(text);
  });
});

describe("a region", () => {
  const region = (kind: string): string =>
    `# A\n\n<!-- generated: ${kind} -->\nSTALE\n<!-- end generated -->\n\nEnd.\n`;

  test.for([
    ["parameters superintendent", "`superintendent.exit`"],
    ["parameters superintendent.exit", "White 2023"],
    ["numbers cost", "`cost.coach`"],
    ["statuses", "measured"],
    ["levers", "`coaching`"],
    ["settings", "`coaching.teachersPerCoach`"],
    ["strategies", "`coaching-only`"],
    ["strategies coaching-only", "`coaching-only`"],
    ["readings coaching-only", "`coaching.teachersPerCoach` 20"],
    ["shocks", "`budget-cut`"],
    ["switches", "`contagion`"],
    ["forecasts scores", "doctors and a new drug"],
    ["forecasts left", "V9 Success for All schools"],
    ["districts", "`small-rural`"],
    ["studies", "`sweep`"],
    ["study sweep", "`replicates`"],
    ["datasets", "`network.outDegree`"],
    ["figures null", "bit for bit"],
    ["figures nul*", "bit for bit"],
    ["figures P99", "_Not recorded._"],
    ["summary", "null"],
    ["misses", ""],
    ["others", "null"],
    ["support adoption", "`coaching-only`"],
    ["support members", "before"],
    ["support chance", "hopeful"],
    ["gallery tornado", "> Of 6 inputs"],
    ["performance machine", ""],
    ["performance targets", ""],
    ["performance beside", ""],
    ["performance peers", "Mesa"],
    ["performance pages", ""],
    ["fifteen paragraph", "In one paragraph"],
    ["fifteen runs", "`early-napa`"],
    ["fifteen picture adoption", "](fifteen-to-eighty/adoption.svg)"],
    ["card release", "Version"],
    ["card held", "miss"],
    ["card misses", "P21"],
  ] as const)("of %s is filled, and the rest of the page left alone", async ([kind, shown]) => {
    const text = await filled(region(kind), facts, "a page");
    expect(text).toMatch(/^# A\n\n<!-- generated: [\s\S]*<!-- end generated -->\n\nEnd\.\n$/);
    expect(text).toContain(shown);
    expect(text).not.toContain("undefined");
    expect(text).not.toContain("STALE");
    expect(await filled(text, facts, "a page")).toBe(text);
  });

  test.for([
    [region("nothing"), "no kind of region"],
    [region("parameters superintendant"), "no parameter is called “superintendant”"],
    [region("strategies coaching"), "no strategy is called “coaching”"],
    [region("gallery tornados"), "no chart is called “tornados”"],
    [region("gallery"), "names its charts"],
    [region("adds visoin"), "no lever is called “visoin”"],
    [region("adds"), "no lever is called"],
    [region("support gap"), "no table of the reference strategies is called “gap”"],
    [region("study swep"), "no kind of study is called “swep”"],
    [region("performance speed"), "no part of the figures of speed is called “speed”"],
    [region("fifteen nothing"), "no part of the worked study is called “nothing”"],
    [region("fifteen picture nothing"), "no picture of the worked study is called “nothing”"],
    [region("card nothing"), "no part of the model card is called “nothing”"],
    ["<!-- generated: levers -->\n", "not closed"],
    ["<!-- generated: levers -->\n<!-- generated: levers -->\n<!-- end generated -->", "not closed"],
  ] as const)("%j is refused: %s", async ([text, message]) => {
    await expect(filled(text, facts, "a page")).rejects.toThrow(message);
  });

  test("of readings puts each setting beside the passage it rests on, if there is one", async () => {
    const told = {
      name: "told",
      title: "Told",
      doc: "A story",
      kind: "network",
      note: "A reading.",
      levers: {
        coaching: { release: 0.5, teachersPerCoach: 20 },
        vision: { clarity: 0 },
        learning: { visits: 1, institutes: 2 },
      },
      readings: [
        { settings: ["coaching.release"], file: "seed.txt", passage: "Coaches recede." },
        { settings: ["learning"], passage: "Nobody says so." },
      ],
    };
    const text = await filled(region("readings network"), { ...facts, strategies: [told] }, "a page");
    expect(text).toContain("\n\nA reading.\n\n### Told (`told`)\n\nA story.\n\n|");
    expect(text).toMatch(/\| `coaching.release` 0.5 +\| seed.txt \| Coaches recede. /);
    expect(text).toMatch(/\| `learning.visits` 1, `learning.institutes` 2 \| +\| Nobody says so. /);
    expect(text).toMatch(/\| `coaching.teachersPerCoach` 20 +\| +\| No passage +\|/);
    expect(text).toMatch(/\| `vision.clarity` 0 +\| +\| No passage: as without the lever +\|/);
  });

  test("of adds sets measures side by side, lesson by lesson where several are named", async () => {
    const figures = [
      { pattern: "adds-vision", statistic: "alone", simulated: "use: +1 (0 to 2); costs: $1", cases: "Nine worlds." },
      {
        pattern: "adds-entry",
        statistic: "alone",
        simulated: "use: −1 (−2 to 0); costs: nothing",
        cases: "Nine worlds.",
      },
    ];
    const of = (kind: string): Promise<string> => filled(region(kind), { ...facts, figures }, "a page");
    expect(await of("adds vision")).toMatch(
      /\| what is asked \| use +\| costs \|[\s\S]*\| alone +\| \+1 \(0 to 2\) \| \$1 /,
    );
    expect(await of("adds vision")).toContain("\n\nNine worlds.\n");
    expect(await of("adds vision")).not.toContain("−1");
    expect(await of("adds vision entry")).toMatch(/\| `vision` \|[\s\S]*\| `entry` /);
    expect(await of("adds guidance")).toContain("_Not recorded._");
  });

  test("of performance gives what is judged with its verdict, what is missing with its reason, and the rest apart", async () => {
    const plain = { unit: "s", older: {}, lacks: {} };
    const recorded = {
      ...{ revision: "abcdef0", changed: false, against: ["aaaaaaa", "bbbbbbb"], date: "2026-01-02" },
      ...{
        processor: "A processor",
        cores: 2,
        system: "linux x64",
        node: "v20.0.0",
        compiler: true,
        failed: { help: "why" },
      },
      rows: {
        nine: [
          {
            ...plain,
            title: "nine",
            judged: "older",
            must: 0.5,
            older: { aaaaaaa: 4 },
            now: 1,
            lacks: { bbbbbbb: "no API" },
          },
        ],
        pass: [{ ...plain, title: "pass", judged: "itself", must: 1.5, now: 2, sameBitsAsC: false }],
        beside: [{ ...plain, title: "bytes", now: 52 }],
      },
    };
    const of = (kind: string): Promise<string> =>
      filled(region(kind), { ...facts, performance: { ...facts.performance, recorded } }, "a page");
    expect(await of("performance machine")).toContain(
      "2026-01-02 of commit abcdef0, beside aaaaaaa and bbbbbbb, on A processor",
    );
    const targets = await of("performance targets");
    expect(targets).toMatch(
      /\| nine \| +4.00 \| +– \| 1.00 \| s +\| ≤ 0.5 of before +\| 0.25 of aaaaaaa: met +\| bbbbbbb: no API/,
    );
    expect(targets).toMatch(/\| pass .* misses by 0.50 +\| \*\*not the bits of C\*\*/);
    expect(targets).toContain("Not measured: help. why");
    expect(targets).not.toContain("bytes");
    expect(await of("performance beside")).toMatch(/\| bytes \| +52.0 \|/);
    const unrecorded = await filled(region("performance targets"), { ...facts, performance: {} }, "a page");
    expect(unrecorded).toContain("_Not recorded._");
  });

  test("of figures tells misses from what holds and what is only reported, each pattern by its number", async () => {
    const figures = [
      { pattern: "P10", statistic: "ten", simulated: "1 | 2", tolerance: "0", holds: false, note: "why" },
      { pattern: "P2", statistic: "two", simulated: "1", tolerance: "1", holds: true },
      { pattern: "staffing", statistic: "three", simulated: "1" },
    ];
    const of = (kind: string): Promise<string> => filled(region(kind), { ...facts, figures }, "a page");
    expect(await of("figures P* staffing")).toMatch(
      /\| P2 [\s\S]*holds[\s\S]*\| P10 [\s\S]*\*\*misses\*\*[\s\S]*reported only/,
    );
    expect(await of("figures P10")).toContain("1 \\| 2");
    expect(await of("figures P10")).not.toContain("observed");
    expect(await of("misses")).toContain("why");
    expect(await of("misses")).not.toContain("two");
    expect(await of("summary")).toMatch(
      /\| P2 +\| 1 of 1 [\s\S]*\| P10 +\| 0 of 1 [\s\S]*ten[\s\S]*\| all +\| 1 of 2 /,
    );
  });
});

describe("the documents", () => {
  test("give every parameter, once, with its source", () => {
    const named = regionsOf(textOf("evidence.md"))
      .filter(({ kind }) => kind === "parameters")
      .flatMap(({ words }) => words);
    expect(named.sort()).toEqual([...new Set(parameters.map(({ name }) => name.split(".")[0]))].sort());
  });

  test.for(pages)("name only files that are there: $name", ({ text }) => {
    const files = [...text.matchAll(/`((?:packages|tests|docs|notebooks)\/[\w./-]+)`/g)].map(
      ([, file]) => file as string,
    );
    expect(files.filter((file) => !existsSync(`${docs}../${file}`))).toEqual([]);
  });

  test("give every recorded figure", () => {
    const kinds = regionsOf(textOf("validation.md")).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(["summary", "misses", "figures", "others"]));
  });

  test("show every chart of the gallery, once", () => {
    const shown = regionsOf(textOf("gallery.md")).flatMap(({ kind, words }) => (kind === "gallery" ? words : []));
    expect(shown.sort()).toEqual(facts.charts.map(({ name }) => name).sort());
  });

  const timing = ["intensity", "start", "end", "ramp", "delay"];
  const known = new Set([
    ...parameters.map(({ name }) => name),
    ...runSeries.map(({ name }) => name).filter((name) => name.includes(".")),
    ...levers.flatMap(({ name, settings, choices = [], counts = [] }) =>
      [...timing, ...[...settings, ...choices, ...counts].map((one) => one.name)].map((one) => `${name}.${one}`),
    ),
  ]);
  const groups = new Set([...known].map((name) => name.split(".")[0]));
  // The reference of the packages names fields of types, as its docstrings do.
  test.for(pages.filter(({ name }) => !/^(decisions|reference.api)/.test(name)))(
    "name only numbers that are there: $name",
    ({ text }) => {
      const names = [...text.matchAll(/`([a-z]+)\.([a-zA-Z0-9]+)`/g)].filter(([, group]) =>
        groups.has(group as string),
      );
      expect(names.map(([, group, name]) => `${group}.${name}`).filter((name) => !known.has(name))).toEqual([]);
    },
  );
});
