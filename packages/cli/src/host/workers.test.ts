import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { prepare, scenario } from "@uptake/model";
import { type EvaluationJob, evaluateHere } from "@uptake/study/evaluate";
import { describe, expect, test } from "vitest";
import { type FileJournal, fileJournal } from "./file-journal.ts";
import { runners } from "./workers.ts";

describe("threads", () => {
  test("are as many as the machine runs at once, unless told", () => {
    const { threads, dispose } = runners();
    dispose();
    expect(threads).toBe(availableParallelism());
  });
  test("are not started for one", () => {
    expect(runners(1)).toMatchObject({ threads: 1, evaluate: evaluateHere });
  });
});

describe("what is loaded meanwhile", () => {
  const jobOf = async (replicates: number): Promise<EvaluationJob> => ({
    plans: [await prepare(scenario({ district: "large-urban", strategy: "all-six-lessons" }))],
    seed: "meanwhile",
    statistics: [{ series: "adoption", month: 34 }],
    evaluations: Array.from({ length: replicates }, (_, replicate) => ({ plan: 0, replicate })),
  });

  test("is asked for once other threads make runs too, and spoils nothing where it cannot be loaded", async () => {
    let asked = 0;
    const { evaluate, dispose } = runners(2, async () => {
      asked++;
      throw new Error("it cannot be loaded");
    });
    try {
      await evaluate(await jobOf(2));
      expect(asked).toBe(0);
      const end = new AbortController();
      const onProgress = (): void => {
        if (asked > 0) end.abort(new Error("enough"));
      };
      // Far more than this thread would make alone.
      await expect(evaluate(await jobOf(10_000), { signal: end.signal, onProgress })).rejects.toThrow("enough");
      expect(asked).toBe(1);
    } finally {
      dispose();
    }
  });
});

describe("a journal in a file", () => {
  const folder = (): string => mkdtempSync(join(tmpdir(), "uptake-"));
  const hostIn = (cwd: string, said: string[] = []) => ({
    cwd,
    out: () => undefined,
    err: (text: string) => void said.push(text),
    interactive: false,
    color: false,
    debug: false,
  });

  const linesOf = async (journal: FileJournal): Promise<string[]> => {
    const lines: string[] = [];
    for await (const line of journal.read()) lines.push(line);
    return lines;
  };

  test("goes on after what was cut off, in a folder made for it", async () => {
    const cwd = folder();
    const host = hostIn(cwd);
    const path = "results/coaching/journal.jsonl";
    expect(await linesOf(fileJournal(host, path))).toEqual([]);
    expect(existsSync(join(cwd, "results"))).toBe(false);
    fileJournal(host, path).append(["one", "two"]);
    writeFileSync(join(cwd, path), "cut", { flag: "a" });
    const again = fileJournal(host, path);
    again.append(["three"]);
    again.append(["four"]);
    expect(readFileSync(join(cwd, path), "utf8")).toBe("\none\ntwo\ncut\nthree\nfour\n");
    expect(await linesOf(again)).toContain("three");
    again.append(["fünf"]);
    const lines = await linesOf(again);
    expect(lines.at(-1)).toBe("fünf");
    again.append(["six"]);
    expect(lines.map((_, place) => again.readAgain(place).trimEnd())).toEqual(lines);
    rmSync(cwd, { recursive: true });
  });
  test("that is gone, or cut off, gives empty lines, or what is left of them", async () => {
    const cwd = folder();
    const journal = fileJournal(hostIn(cwd), "journal.jsonl");
    journal.append(["one", "two"]);
    const lines = await linesOf(journal);
    writeFileSync(join(cwd, "journal.jsonl"), "\none\nt");
    expect(lines.map((_, place) => journal.readAgain(place).trimEnd())).toEqual(["", "one", "t"]);
    rmSync(join(cwd, "journal.jsonl"));
    expect(lines.map((_, place) => journal.readAgain(place))).toEqual(["", "", ""]);
    rmSync(cwd, { recursive: true });
  });
  test("that cannot be written is told of once, and loses nothing else", () => {
    const cwd = folder();
    writeFileSync(join(cwd, "taken"), "");
    const said: string[] = [];
    const journal = fileJournal(hostIn(cwd, said), "taken/journal.jsonl");
    journal.append(["one"]);
    journal.append(["two"]);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^warning: finished runs cannot be kept in taken\/journal.jsonl: /);
    rmSync(cwd, { recursive: true });
  });
});
