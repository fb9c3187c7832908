import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fakeStudy, runFake } from "../../test-support/fake-study.ts";
import type { FileContent } from "../host/file-content.ts";
import { PassingFile } from "../host/passing-file.ts";
import { sha256 } from "../host/sha256.ts";
import type { ResultFiles } from "../receipt/with-receipt.ts";
import type { AnswerFigure, StudyAnswer } from "../studies/study-kind.ts";
import { number, text as words } from "../tables/columns.ts";
import { resultFiles, writeResults } from "./study-results.ts";

/** A name as a stranger might give it. */
const nasty = `</title><script>alert(1)</script> & "quoted" 'too' <img src=x onerror=alert(1)> \u202e\u0000end`;

const study = fakeStudy({ replicates: 2 });
let answer: StudyAnswer;
let files: ResultFiles;
beforeAll(async () => {
  answer = await runFake(study);
  files = await resultFiles(study, answer);
});
const text = (name: string, of = files): string => of.get(name) as string;
const bytesOf = (of: FileContent): Buffer => (of instanceof PassingFile ? Buffer.concat([...of]) : Buffer.from(of));
const page = (of = files): Document => new JSDOM(text("report.html", of)).window.document;

describe("a result", () => {
  test("has a report, the answer, figures, tables, a dictionary and a receipt", () => {
    expect([...files.keys()]).toEqual([
      "report.html",
      "answer.json",
      "adoption-fan.svg",
      "tier-gap.svg",
      "adoption-by-month.csv",
      "adoption-by-month.parquet",
      "columns.csv",
      "receipt.json",
    ]);
  });
  test("is the same bytes again", async () => {
    expect([...(await resultFiles(structuredClone(study), await runFake(study)))]).toEqual([...files]);
  });
  test("has a receipt with everything needed to run it again, and the hash of each file", () => {
    const receipt = JSON.parse(text("receipt.json"));
    expect(receipt).toMatchObject({ format: 1, version: "0.1.0", runs: 4, failed: 0 });
    expect(receipt.study).toEqual(JSON.parse(JSON.stringify(study)));
    expect(receipt.checksums).toBe(sha256(`${answer.checksums.join("\n")}\n`));
    const hashes = [...files]
      .filter(([name]) => name !== "receipt.json")
      .map(([name, of]) => [name, sha256(bytesOf(of))]);
    expect(receipt.files).toEqual(Object.fromEntries(hashes));
    expect(text("report.html")).toContain(receipt.receipt);
    expect(JSON.parse(text("answer.json"))).toEqual({
      kind: "fake",
      name: study.name,
      seed: "uptake",
      version: "0.1.0",
      runs: 4,
      failed: 0,
      receipt: receipt.receipt,
      sentence: answer.sentence,
      notes: answer.notes,
      data: JSON.parse(JSON.stringify(answer.data)),
      checksums: answer.checksums,
    });
  });
  test("counts runs that failed", async () => {
    const failed = await resultFiles(study, { ...answer, checksums: ["a", "", "b"] });
    expect(JSON.parse(text("receipt.json", failed))).toMatchObject({ runs: 3, failed: 1 });
    expect(page(failed).querySelector(".from")?.textContent).toMatch(/^From 3 simulated runs \(1 of which failed\),/);
  });
  test("gives figures named after plans in any script names of files of their own", async () => {
    const [figure] = answer.figures as [AnswerFigure];
    const names = ["failures-a", "failures-研究", "failures-計画", "failures-../../a", "failures-A", "failures-\u0000"];
    const written = await resultFiles(study, { ...answer, figures: names.map((name) => ({ ...figure, name })) });
    const files = ["failures-a", "failures", "failures-2", "failures-a-2", "failures-a-3", "failures-3"];
    expect([...written.keys()].filter((name) => name.endsWith(".svg"))).toEqual(files.map((name) => `${name}.svg`));
  });
});

describe("the report", () => {
  test("says the answer first, then figures with their sentences, notes, tables, settings, receipt", () => {
    const document = page();
    expect(document.title).toBe(`${study.name} · fake · Uptake`);
    expect(document.documentElement.lang).toBe("en");
    expect(document.querySelector("main")?.firstElementChild?.textContent).toBe(answer.sentence);
    expect([...document.querySelectorAll("h1, h2, h3")].map((one) => `${one.tagName} ${one.textContent}`)).toEqual([
      `H1 ${study.name}`,
      "H2 Figures",
      "H3 Adoption by month",
      "H3 Who is left behind",
      "H2 What this rests on, and what it cannot tell",
      "H2 Tables",
      "H3 Adoption by month",
      "H2 Settings",
      "H2 Receipt",
    ]);
    for (const figure of document.querySelectorAll("figure")) {
      const svgs = [...figure.querySelectorAll("svg")];
      expect(svgs.map((svg) => svg.getAttribute("width"))).toEqual(["720", "340"]);
      for (const svg of svgs) expect(svg.getAttribute("role")).toBe("img");
      expect(svgs[0]?.getAttribute("aria-label")).toBe(figure.querySelector("figcaption")?.textContent);
    }
    expect(document.querySelector("pre")?.textContent).toContain("strategy: all-six-lessons");
  });
  test("shows the first rows of a table, readable, and says where the rest is", () => {
    const document = page();
    expect(document.querySelectorAll("tbody tr")).toHaveLength(12);
    const cells = [...(document.querySelector("tbody tr")?.children ?? [])];
    expect(cells.map((cell) => cell.textContent)).toEqual(["0", "all-six-lessons", "14.9% (14.9 to 14.9)", "–", "yes"]);
    expect(cells.map((cell) => cell.tagName)).toEqual(["TH", "TD", "TD", "TD", "TD"]);
    for (const th of document.querySelectorAll("th")) expect(th.getAttribute("scope")).toMatch(/^(col|row)$/);
    expect(document.querySelector(".note")?.textContent).toBe(
      "The first 12 of 37 rows; all of them, with full precision, are in adoption-by-month.csv and adoption-by-month.parquet.",
    );
    expect(document.querySelectorAll("details dd")).toHaveLength(5);
  });
  test("takes the unit of a row where its column says so, and points for differences of shares", async () => {
    const columns = [
      words("unit", "Unit of the estimate."),
      number("estimate", "as in unit", "The plan less the baseline."),
      number("share", "share of teachers", "Share under the plan."),
    ];
    const rows = [
      ["share of teachers", -0.019, 0.2],
      ["$ of 2024", 4_580_533.4, 0.2],
    ];
    const written = await resultFiles(study, { ...answer, tables: [{ name: "t", doc: "Two.", columns, rows }] });
    expect([...page(written).querySelectorAll("tbody td")].map((cell) => cell.textContent)).toEqual([
      "−1.9 points",
      "20.0%",
      "$4,580,533",
      "20.0%",
    ]);
  });
  test("loads nothing, runs nothing, and has no id twice", () => {
    const document = page();
    const policy = document.querySelector("meta[http-equiv=Content-Security-Policy]")?.getAttribute("content");
    expect(policy).toContain("default-src 'none'");
    expect(document.querySelectorAll("script, link, img, iframe, object, embed, form, base")).toHaveLength(0);
    expect(text("report.html")).not.toMatch(/@import|url\((?!#)|NaN|undefined/);
    expect([...document.querySelectorAll("a")].map((a) => a.getAttribute("href"))).toEqual([
      "adoption-by-month.csv",
      "adoption-by-month.parquet",
    ]);
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const one of document.querySelectorAll("[aria-labelledby]"))
      expect(ids).toContain(one.getAttribute("aria-labelledby"));
  });
  test("is only text where strangers wrote it", async () => {
    const named = fakeStudy({ name: nasty, seed: nasty, replicates: 2, note: nasty });
    const written = await resultFiles(named, {
      ...answer,
      sentence: nasty,
      notes: [nasty],
      tables: [
        {
          name: "t",
          doc: nasty,
          columns: [{ name: nasty, type: "text", unit: nasty, doc: nasty }],
          rows: [[nasty]],
        },
      ],
      figures: answer.figures.map((figure) => ({
        ...figure,
        title: nasty,
        draw: (charts, options) => {
          const drawn = figure.draw(charts, options);
          const label = options.document.createElementNS("http://www.w3.org/2000/svg", "text");
          label.append(nasty);
          label.setAttribute("onclick", "alert(1)");
          label.setAttribute("aria-description", nasty);
          const link = options.document.createElementNS("http://www.w3.org/2000/svg", "a");
          link.setAttribute("href", "https://example.org");
          drawn.element.append(label, link, options.document.createElement("script"));
          return { element: drawn.element, sentence: nasty };
        },
      })),
    });
    const document = page(written);
    expect(document.querySelectorAll("script, img, [onerror], [onclick], [href^=http]")).toHaveLength(0);
    const shown = nasty.replace("\u202e\u0000", "");
    expect(document.querySelector("h1")?.textContent).toBe(shown);
    expect(document.querySelector("tbody th")?.textContent).toBe(shown);
    expect(document.querySelector("figcaption")?.textContent).toBe(shown);
    const { DOMParser } = new JSDOM("").window;
    const svg = new DOMParser().parseFromString(text("tier-gap.svg", written), "image/svg+xml");
    expect(svg.querySelectorAll("parsererror, script, [onclick]")).toHaveLength(0);
  });
  test("keeps ids of figures apart, and the same each time", async () => {
    let next = 0;
    const clipped: AnswerFigure = {
      name: "clipped",
      title: "Clipped",
      draw: (_, { document, width }) => {
        const element = document.createElementNS("http://www.w3.org/2000/svg", "svg");
        next += 1;
        const id = `clip-${next}`;
        element.setAttribute("width", String(width));
        element.setAttribute("height", "10");
        element.innerHTML = `<clipPath id="${id}"/><g clip-path="url(#${id})"><use href="#${id}"/></g>`;
        return { element, sentence: "Clipped." };
      },
    };
    const write = async () => resultFiles(study, { ...answer, figures: [clipped, { ...clipped, name: "again" }] });
    const first = await write();
    expect([...page(first).querySelectorAll("clipPath")].map(({ id }) => id)).toEqual([
      "clipped-wide-1",
      "clipped-narrow-1",
      "again-wide-1",
      "again-narrow-1",
    ]);
    expect(text("again.svg", first)).toContain('clip-path="url(#again-wide-1)"><use href="#again-wide-1"');
    expect([...(await write())]).toEqual([...first]);
  });
  test("leaves long lists and texts of the settings to the receipt", async () => {
    const rows = Array.from({ length: 41 }, (_, i) => i);
    const long = { ...study, rows, series: "month,share\n".repeat(20), note: "x".repeat(1001), few: [1, 2] };
    const shown = page(await resultFiles(long, answer)).querySelector("pre")?.textContent;
    expect(shown).toContain(
      "rows: 41 entries, in receipt.json\nseries: 20 lines, in receipt.json\nnote: 1,001 characters, in receipt.json\nfew:\n  - 1\n",
    );
  });
  test("names a district that is written out, without its schools", async () => {
    const schools = [{ id: "e", name: "East", level: "elementary", enrolment: 300, teachers: 20, lowIncomeShare: 0.5 }];
    const district = { id: "hill", name: "Hill Unified", source: "Made up", schools };
    const scenario = { ...study.scenario, district } as typeof study.scenario;
    const written = await resultFiles({ ...study, scenario }, answer);
    expect(page(written).querySelector("pre")?.textContent).toContain(
      "district: Hill Unified (1 school, written out in receipt.json)",
    );
    expect(JSON.parse(text("receipt.json", written))).toMatchObject({
      districts: {},
      study: { scenario: { district } },
    });
  });
});

describe("written to a folder", () => {
  let cwd: string;
  beforeAll(() => {
    cwd = mkdtempSync(join(tmpdir(), "uptake-results-"));
  });
  afterAll(() => rmSync(cwd, { recursive: true }));
  const quiet = { interactive: false, color: false, debug: false, out: (): void => {}, err: (): void => {} };

  test("every byte is there, and nothing else", async () => {
    const names = await writeResults({ ...quiet, cwd }, "a/b", study, answer);
    expect(readdirSync(join(cwd, "a/b")).sort()).toEqual([...names].sort());
    for (const [name, content] of files) expect(readFileSync(join(cwd, "a/b", name))).toEqual(bytesOf(content));
  });
  test("a result that cannot be written leaves the one before", async () => {
    mkdirSync(join(cwd, "kept/receipt.json"), { recursive: true });
    writeFileSync(join(cwd, "kept/adoption-by-month.parquet"), "complete");
    await expect(writeResults({ ...quiet, cwd }, "kept", study, answer)).rejects.toThrow("is not a file");
    expect(readdirSync(join(cwd, "kept")).sort()).toEqual(["adoption-by-month.parquet", "receipt.json"]);
    expect(readFileSync(join(cwd, "kept/adoption-by-month.parquet"), "utf8")).toBe("complete");
    expect(readdirSync(cwd).filter((name) => name.startsWith("."))).toEqual([]);
  });
});
