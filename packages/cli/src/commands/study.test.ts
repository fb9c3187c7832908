import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InputError } from "@uptake/model";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { listeningHost } from "../../test-support/listening-host.ts";
import { tally } from "../../test-support/tally.ts";
import { main } from "../command-line.ts";
import type { Host } from "../host/host.ts";
import { ownMark } from "../host/process-mark.ts";
import { runStudy } from "../run/run-study.ts";
import { headsOf } from "../studies/kind-heads.ts";
import { readStudy } from "../studies/study-file.ts";
import type { StudyKind } from "../studies/study-kind.ts";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "uptake-study-"));
});
afterEach(() => rmSync(cwd, { recursive: true }));

interface Given {
  readonly kinds?: readonly StudyKind[];
  readonly interactive?: boolean;
  /** Hears what stops a study. */
  readonly onInterrupt?: (act: () => void) => () => void;
}

/** Runs the command line in a folder of its own, with the kind of study for tests alone. */
async function uptake(argv: readonly string[], given: Given = {}): Promise<{ code: number; out: string; err: string }> {
  const { kinds = [tally], ...more } = given;
  const host = { ...listeningHost(cwd), ...more };
  const code = await main(argv, host, kinds);
  return { code, ...host.said };
}

const file = (name: string, text: string | Uint8Array): string => {
  writeFileSync(join(cwd, name), text);
  return name;
};

const scenario = "scenario: { district: small-rural, horizon: 12 }\n";
const sound = `kind: tally\nname: Two of them\nseed: a\n${scenario}strategies: [mandate, coaching-only]\n`;

describe("wrong study files", () => {
  test.for<[what: string, text: string | Uint8Array, ...errors: string[]]>([
    [
      "a district that comes twice",
      "kind: tally\nstrategies: [mandate]\nscenario: { district: [small-rural, small-rural] }\n",
      "s.yaml:3:37 scenario.district[1]: the district “small-rural” is number 1 of the list already",
    ],
    [
      "a key that every object has",
      `kind: tally\n${scenario}strategies:\n  - mandate\n__proto__: [1]\nseed: 42\n`,
      "s.yaml:5:1: __proto__ is no name of a field: every object has it already",
      's.yaml:6:1 seed: 42 is not a text; write "42" in quotes',
    ],
    [
      "a key that comes again, beside what is wrong in a scenario",
      "kind: tally\nscenario:\n  parameters:\n    priors: { nonsense: 3 }\n    draw: sometimes\n  horizon: 0\n  horizon: 1\nstrategies: [mandate]\n",
      "s.yaml:4:15 scenario.parameters.priors.nonsense: no parameter is called “nonsense” (known: the names of uptake list parameters)",
      "s.yaml:5:5 scenario.parameters.draw: “sometimes” is not one of the names allowed (known: sampled, priors, fixed)",
      "s.yaml:6:3 scenario.horizon: 0 is out of range (1 to 600 months)",
      "s.yaml:7:3: Map keys must be unique",
    ],
    [
      "a misspelt kind",
      `kind: taly\n${scenario}`,
      "s.yaml:1:1 kind: no kind of study is called “taly”; did you mean tally?",
    ],
    ["no kind", scenario, "s.yaml:1:1 kind: is missing (tally)"],
    [
      "a kind that is none, beside other faults",
      "kind: 3\nseed: 42\nscenario: { horizon: 0 }\n",
      "s.yaml:1:1 kind: is not a name (known: tally)",
      's.yaml:2:1 seed: 42 is not a text; write "42" in quotes',
      "s.yaml:3:13 scenario.horizon: 0 is out of range (1 to 600 months)",
    ],
    ["an empty design", `kind: tally\n${scenario}strategies: []\n`, "s.yaml:3:1 strategies: is empty"],
    ["nothing of the kind", "kind: tally\n", "s.yaml:1:1 strategies: is missing: a list is needed"],
    [
      "one replicate",
      `kind: tally\n${scenario}strategies: [mandate]\nreplicates: 1\n`,
      "s.yaml:4:1 replicates: 1 is out of range (2 to 1000)",
    ],
    [
      "a target above 1 and a budget as text",
      `kind: tally\n${scenario}strategies: [mandate]\ntarget: 80\nbudget: $2M\n`,
      "s.yaml:4:1 target: 80 is out of range (0 to 1, so that 80% is written 0.8)",
      "s.yaml:5:1 budget: “$2M” is not a number; did you mean 2000000?",
    ],
    [
      "overlapping levers",
      `kind: tally\n${scenario}strategies: [mandate]\nlevers:\n  - { setting: coaching.release, low: 0, high: 1 }\n  - { setting: coaching.release, low: 0, high: 2 }\n`,
      "s.yaml:6:7 levers[1].setting: coaching.release is varied twice: levers[0] varies it too",
    ],
    [
      "unknown fields",
      "kind: tally\nscenaro: {}\nstratgies: [mandate]\nstrategies: [mandate]\n",
      "s.yaml:2:1 scenaro: there is no field called “scenaro”; did you mean scenario?",
      "s.yaml:3:1 stratgies: there is no field called “stratgies”; did you mean strategies?",
    ],
    [
      "faults of scenario and study",
      "kind: tally\nscenario:\n  district: smal-rural\n  levers:\n    coachng: {}\nstrategies: mandate\n",
      "s.yaml:3:3 scenario.district: no embedded district is called “smal-rural”; did you mean small-rural?",
      "s.yaml:5:5 scenario.levers.coachng: no lever is called “coachng”; did you mean coaching?",
      "s.yaml:6:1 strategies: “mandate” is not a list",
    ],
    [
      "strategies that are none",
      `kind: tally\n${scenario}strategies:\n  - mandat\n  - mandate\nreplicates: many\n`,
      "s.yaml:4:5 strategies[0]: no strategy is called “mandat”; did you mean mandate?",
      "s.yaml:6:1 replicates: “many” is not a whole number",
    ],
    [
      "a scenario that is nothing",
      "kind: tally\nscenario:\nstrategies: [mandate]\n",
      "s.yaml:2:1 scenario: a scenario is a group of fields, as in strategy: all-six-lessons",
    ],
    [
      "a scenario file that is not there, beside other faults",
      "kind: tally\nscenario: nowhere.yaml\nstrategies: []\n",
      "s.yaml:2:1 scenario: there is no file nowhere.yaml",
      "s.yaml:3:1 strategies: is empty",
    ],
    [
      "a district file that is not there",
      "kind: tally\nscenario: { district: d.json, shocks: [{ kind: budget-cut, month: 1, districts: [d] }] }\nstrategies: [mandate]\n",
      "s.yaml:2:13 scenario.district: there is no file d.json",
    ],
    ["a list", "- kind: tally\n", "s.yaml:1:1: a study is a group of fields, as in kind: compare"],
    ["a text", "tally\n", "s.yaml:1:1: a study is a group of fields, as in kind: compare"],
    ["an empty file", "", "s.yaml: is empty"],
    [
      "a picture",
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a),
      "s.yaml: the file is a picture (PNG), and holds no text",
    ],
    ["a binary file", Uint8Array.of(0x89, 0xfe, 0xff, 0x80), "s.yaml: is not UTF-8 text; save it as UTF-8"],
    ["a file of 2 MB", " ".repeat(2 ** 21), "s.yaml: has 2 MB; the limit is 1 MB"],
    ["a file of 2.1 MB", " ".repeat(2.1 * 2 ** 20), "s.yaml: has 2.1 MB; the limit is 1 MB"],
    ["a file of one byte too many", " ".repeat(2 ** 20 + 1), "s.yaml: has a little over 1 MB; the limit is 1 MB"],
  ])("%s", async ([, text, ...errors]) => {
    const { code, out, err } = await uptake(["study", file("s.yaml", text), "--out", "results"]);
    expect(err).toBe(errors.map((error) => `error: ${error}\n`).join(""));
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(readdirSync(cwd)).toEqual(["s.yaml"]);
  });
  test("are found in the scenario file that a study names", async () => {
    mkdirSync(join(cwd, "in"));
    file("in/s.yaml", "kind: tally\nscenario: plan.yaml\nstrategies: [mandate]\n");
    file("in/plan.yaml", "district: small-rural\nhorizon: 0\n");
    const { code, err } = await uptake(["study", "in/s.yaml"]);
    expect({ code, err }).toEqual({
      code: 2,
      err: "error: in/plan.yaml:2:1 horizon: 0 is out of range (1 to 600 months)\n",
    });
  });
  test("are found in the files of their districts", async () => {
    file("s.yaml", "kind: tally\nscenario: { district: d.json, horizon: 12 }\nstrategies: [mandate]\n");
    file("d.json", '{ "id": "d", "name": "D", "source": "none",\n  "schools": [] }');
    const { code, err } = await uptake(["study", "s.yaml"]);
    expect({ code, err }).toEqual({ code: 2, err: "error: d.json:2:3 district.schools: is empty\n" });
  });
});

describe("a table that a study names", () => {
  const readers = {
    strategies: (text: string): string[] => {
      if (text.includes("?"))
        throw new InputError([{ code: "odd", path: "name", message: "is odd", line: 2, column: 1 }]);
      return text.trim().split("\n");
    },
  };
  const kinds = [{ ...tally, files: readers }];
  const text = `kind: tally\n${scenario}strategies: names.csv\n`;
  test("is read in its place, and kept in the receipt", async () => {
    file("names.csv", "mandate\ncoaching-only\n");
    const argv = ["study", file("s.yaml", text)];
    expect(await uptake(argv, { kinds })).toMatchObject({ code: 0, err: "" });
    const { study } = JSON.parse(readFileSync(join(cwd, "out/s/receipt.json"), "utf8"));
    expect(study.strategies).toEqual(["mandate", "coaching-only"]);
  });
  test.for<[what: string, table: string | undefined, error: string]>([
    ["that is not there", undefined, "s.yaml:3:1 strategies: there is no file names.csv"],
    ["with faults", "mandate\n?\n", "names.csv:2:1 name: is odd"],
    ["that does not do", "mandate\n".repeat(9), "names.csv strategies: has more than 8 entries"],
  ])("%s is refused", async ([, table, error]) => {
    if (table !== undefined) file("names.csv", table);
    expect(await uptake(["study", file("s.yaml", text)], { kinds })).toEqual({
      code: 2,
      out: "",
      err: `error: ${error}\n`,
    });
  });
});

describe("wrong commands", () => {
  test.for<[argv: string[], ...errors: string[]]>([
    [["study", "."], "error: .: is a folder"],
    [["study", "nothing.yaml"], "error: nothing.yaml: there is no such file"],
    [["study"], "error: missing required argument 'file'", "Try: uptake study --help"],
    [["tally"], "error: file: is needed: a study file, or --example for the shipped one"],
    [["tally", "--example"], "error: --example: there is no example of tally"],
    [["tally", "s.yaml", "--example"], "error: --example: takes the place of a file; give one of them"],
    [
      ["study", "s.yaml", "--seed", "", "--replicates", "two", "--threads", "0", "--out", ""],
      "error: --out: is empty",
      "error: --threads: 0 is out of range (1 to 256 threads)",
      "error: --seed: is empty (1 to 200 characters)",
      "error: --replicates: “two” is not a whole number (1 to 10000 replicates; uptake run takes up to 1000000)",
    ],
    [["study", "s.yaml", "--priors"], "error: --priors: a study of this kind has no worlds"],
    [["study", "s.yaml", "--replicates", "1"], "error: --replicates: 1 is out of range (2 to 1000)"],
    [["compare", "s.yaml"], "error: s.yaml:1:1 kind: this is no compare study; run it with: uptake study s.yaml"],
    [
      ["compare", "s.yaml", "--months", "12"],
      "error: --months: is of use only without a study file, which says it itself",
    ],
    [
      ["run", "--example", "--target", "40%"],
      "error: --target: is of use only without a study file, which says it itself",
    ],
    [
      ["run", "s.yaml", "--column", "teachers=FTE"],
      "error: --column: is of use only without a study file, which says it itself",
    ],
    [
      ["compare"],
      "error: a: is needed: two strategies or scenario files, or one study file (--example: the shipped one)",
    ],
    [["compare", "nothing.yaml"], "error: nothing.yaml: there is no such file"],
    [["compare", "mandate", "mandate", "--example"], "error: --example: is of use only with a study file"],
    [["list", "studis"], "error: list: “studis” is not one of the names allowed; did you mean studies?"],
    [["schema"], "error: schema: is needed: scenario or study"],
  ])("%j", async ([argv, ...errors]) => {
    file("s.yaml", sound);
    expect(await uptake(argv)).toEqual({ code: 2, out: "", err: `${errors.join("\n")}\n` });
    expect(readdirSync(cwd)).toEqual(["s.yaml"]);
  });
  test.for<[what: string, text: string]>([
    ["a scenario", "strategy: mandate\n"],
    ["a study without its kind", "scenario: { strategy: mandate }\n"],
    ["no field", "{}\n"],
  ])("compare nothing with %s, which is one plan", async ([, text]) => {
    expect(await uptake(["compare", file("one.yaml", text)])).toEqual({
      code: 2,
      out: "",
      err: "error: b: is needed: one.yaml says no kind, so it is one plan, and a comparison needs two; name a second strategy or scenario file, or write “kind: compare” into a study file\n",
    });
    expect(readdirSync(cwd)).toEqual(["one.yaml"]);
  });
  test("say which kinds have no replicates", async () => {
    const kinds = [{ ...tally, schema: z.strictObject({ strategies: z.array(z.string()) }) }] as StudyKind[];
    const { code, err } = await uptake(["study", file("s.yaml", sound), "--replicates", "2"], { kinds });
    expect({ code, err }).toEqual({ code: 2, err: "error: --replicates: a study of this kind has no replicates\n" });
  });
  test("say where in the file stands what only running shows", async () => {
    const run = (): never => {
      throw new InputError([{ code: "dear", path: "budget", message: "2 is below the cheapest plan" }]);
    };
    const { code, err } = await uptake(["study", file("s.yaml", `${sound}budget: 2\n`)], {
      kinds: [{ ...tally, run }],
    });
    expect({ code, err }).toEqual({ code: 2, err: "error: s.yaml:6:1 budget: 2 is below the cheapest plan\n" });
  });
});

describe("a study", () => {
  test("writes its answer, says it in a terminal, and is complete", async () => {
    const { code, out, err } = await uptake(["study", file("s.yaml", sound)]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^Two of them\n\nTallied mandate and coaching-only\.\n\nstrategy +mean /);
    expect(out).toMatch(/\nmandate +0\.\d+ .* 4\n/);
    expect(out).toMatch(/\nFiles: .*answer\.json.* in out\/s\n$/);
    expect(readdirSync(join(cwd, "out/s"))).toContain("answer.json");
    expect(readdirSync(join(cwd, "out/s"))).not.toContain("journal.jsonl");
  });
  test("is confirmed by running its receipt again", async () => {
    await uptake(["study", file("s.yaml", `${sound}replicates: 3\n`)]);
    const { code, out } = await uptake(["verify", "out/s"]);
    expect(out).toContain("Confirmed: all agrees.");
    expect(code).toBe(0);
    const { study } = JSON.parse(readFileSync(join(cwd, "out/s/receipt.json"), "utf8"));
    expect(study).toMatchObject({
      kind: "tally",
      name: "Two of them",
      seed: "a",
      replicates: 3,
      scenario: { horizon: 12 },
    });
  });
  test.for<[plan: string]>([
    ["{ district: small-rural, horizon: 12, strategy: mandate, levers: { vision: {} } }"],
    ["{ district: small-rural, horizon: 12, strategy: { name: Ours, levers: { vision: {} } } }"],
    ["{ district: small-rural, horizon: 12, strategy: { name: Ours } }"],
    ["{ district: small-rural, horizon: 12, levers: { vision: {} } }"],
  ])("with %s is complete: its receipt completes to itself", async ([plan]) => {
    const text = `kind: tally\nscenario: ${plan}\nstrategies: [mandate]\n`;
    const { study } = await readStudy({ cwd } as Host, file("s.yaml", text), headsOf([tally as StudyKind]));
    const quiet = { cwd, out: () => {}, err: () => {}, interactive: false, color: false, debug: false };
    const again = await runStudy(JSON.parse(JSON.stringify(study)), quiet, { kinds: headsOf([tally as StudyKind]) });
    expect(again.study).toEqual(study);
  });
  test("prints its data with --json, the same for the same seed", async () => {
    file("s.yaml", sound);
    const argv = ["study", "s.yaml", "--json", "--replicates", "3"];
    const [a, b, c] = [
      await uptake(argv),
      await uptake(["tally", ...argv.slice(1)]),
      await uptake([...argv, "--seed", "b"]),
    ];
    expect(JSON.parse(a.out).rows[0]).toEqual(["mandate", ...Array(3).fill(expect.any(Number)), 3]);
    expect(b.out).toBe(a.out);
    expect(c.out).not.toBe(a.out);
  });
  test("warns of doses that reach nobody", async () => {
    const levers = "scenario:\n  district: small-rural\n  horizon: 3\n  levers:\n    coaching: {}\n";
    const { code, err } = await uptake(["study", file("s.yaml", `kind: tally\nstrategies: [mandate]\n${levers}`)]);
    expect(code).toBe(0);
    expect(err).toMatch(/^warning: s\.yaml:7:5 scenario\.levers\.coaching: no school can join/);
  });
  test("goes on after runs that fail", async () => {
    const { code, out } = await uptake(["study", file("s.yaml", `${sound}failing: 2\n`)]);
    expect(code).toBe(0);
    expect(out).toContain("A run failed in simulate");
  });
  test("is read from JSON and from a scenario file too", async () => {
    file("plan.json", '{ "district": "small-rural", "horizon": 12 }');
    file("s.yaml", sound);
    file(
      "s.json",
      '{ "kind": "tally", "seed": "a", "scenario": "plan.json", "strategies": ["mandate", "coaching-only"] }',
    );
    const [a, b] = [await uptake(["study", "s.yaml", "--json"]), await uptake(["study", "s.json", "--json"])];
    expect(b).toEqual(a);
  });
  test("that cannot be written still gives its answer, and is kept", async () => {
    mkdirSync(join(cwd, "results/answer.json/inside"), { recursive: true });
    const { code, out, err } = await uptake(["study", file("s.yaml", sound), "--out", "results"]);
    expect(code).toBe(1);
    expect(out).toContain("Tallied mandate");
    expect(err).toMatch(/^uptake failed: /);
    expect(readdirSync(join(cwd, "results")).sort()).toEqual(["answer.json", "journal.jsonl"]);
  });
  test.for([false, true])("that cannot be written says whether folded runs are kept (%s)", async (resumable) => {
    mkdirSync(join(cwd, "results/answer.json/inside"), { recursive: true });
    const run: typeof tally.run = async (input, scenario, context) => {
      const passing = { passing: true, resumable } as const;
      await tally.run(input, scenario, { ...context, evaluate: (job) => context.evaluate(job, passing) });
      return tally.run({ ...input, replicates: 2 }, scenario, { ...context, seed: "as for a funnel" });
    };
    const kinds = [{ ...tally, run }];
    const { code, err } = await uptake(["study", file("s.yaml", sound), "--out", "results"], { kinds });
    expect(code).toBe(1);
    expect(err.split("\n")[1]).toBe(
      resumable
        ? "What is finished is kept in results; run the same command again to go on from there."
        : "Runs were folded as they came, and none of those is kept: the same command makes them again.",
    );
  });
});

describe("a study that is stopped", () => {
  /** Asks to stop after a number of runs. */
  const stopAfter = (
    runs: number,
  ): { readonly kinds: StudyKind[]; readonly made: () => number; onInterrupt: Given["onInterrupt"] } => {
    let stop = (): void => {};
    let made = 0;
    const run: typeof tally.run = (input, scenario, context) =>
      tally.run(input, scenario, {
        ...context,
        evaluate: (job, options) =>
          context.evaluate(job, {
            ...options,
            onProgress: (done) => {
              made = done;
              if (done === runs) stop();
            },
          }),
      });
    const onInterrupt = (act: () => void): (() => void) => {
      stop = act;
      return () => {};
    };
    return { kinds: [{ ...tally, run }], made: () => made, onInterrupt };
  };
  test("keeps what is finished, says so in a line, and goes on with the same command", async () => {
    const argv = ["study", file("s.yaml", sound), "--out", "results", "--json"];
    const { kinds, onInterrupt } = stopAfter(5);
    expect(await uptake(argv, { kinds, ...(onInterrupt ? { onInterrupt } : {}) })).toEqual({
      code: 130,
      out: "",
      err: "Stopped. What is finished is kept in results; run the same command again to go on from there.\n",
    });
    expect(readdirSync(join(cwd, "results"))).toEqual(["journal.jsonl"]);
    const kept = readFileSync(join(cwd, "results/journal.jsonl"), "utf8")
      .split("\n")
      .filter((line) => line.startsWith('{"run"'));
    expect(kept).toHaveLength(5);
    const again = await uptake(argv);
    expect(again.code).toBe(0);
    expect(again.out).toBe((await uptake(["study", "s.yaml", "--out", "other", "--json"])).out);
    expect(readdirSync(join(cwd, "results"))).not.toContain("journal.jsonl");
  });
  test("is not gone on from by another, whose question is told apart by what it asks and not by its threads", async () => {
    const argv = ["study", file("s.yaml", sound), "--out", "results"];
    const { kinds, onInterrupt } = stopAfter(3);
    await uptake(argv, { kinds, ...(onInterrupt ? { onInterrupt } : {}) });
    const kept = readFileSync(join(cwd, "results/journal.jsonl"), "utf8");
    expect(await uptake([...argv, "--seed", "other"])).toEqual({
      code: 2,
      out: "",
      err: "error: --out: results keeps what another study had finished when it stopped (journal.jsonl); give another folder, or delete that file\n",
    });
    expect(readFileSync(join(cwd, "results/journal.jsonl"), "utf8")).toBe(kept);
    expect((await uptake([...argv, "--threads", "1"])).code).toBe(0);
  });
  test("goes on without the rows that were changed, which it says, and answers as if nothing had been", async () => {
    const argv = ["study", file("s.yaml", sound), "--out", "results", "--json"];
    const { kinds, onInterrupt } = stopAfter(5);
    await uptake(argv, { kinds, ...(onInterrupt ? { onInterrupt } : {}) });
    const kept = readFileSync(join(cwd, "results/journal.jsonl"), "utf8");
    // One digit of one row is another, one row is cut off, and one is of somebody else.
    let changed = 0;
    const rows = kept.split("\n").map((row) => {
      if (!row.startsWith('{"run"')) return row;
      changed++;
      if (changed === 1)
        return row.replace(/"values":\[0\.(\d)/, (_, digit) => `"values":[0.${(Number(digit) + 8) % 10}`);
      return changed === 2 ? row.slice(0, 50) : row;
    });
    file("results/journal.jsonl", [...rows, '{"run":"a","checksum":"b","values":[1]}', ""].join("\n"));
    const again = await uptake(argv);
    expect(again.err).toBe(
      "warning: 3 rows of results/journal.jsonl are not as written, having been cut off or changed since, and are left out; their runs are made again\n",
    );
    expect(again.out).toBe((await uptake(["study", "s.yaml", "--out", "other", "--json"])).out);
    expect((await uptake(["verify", "results"])).code).toBe(0);
  });
  test("still says whose runs are kept where the file of them was deleted meanwhile", async () => {
    const run: typeof tally.run = async (input, scenario, context) => {
      await tally.run(input, scenario, context);
      rmSync(join(cwd, "results/journal.jsonl"));
      await tally.run(input, scenario, { ...context, seed: "another" });
      throw new Error("enough");
    };
    const argv = ["study", file("s.yaml", sound), "--out", "results"];
    expect((await uptake(argv, { kinds: [{ ...tally, run }] })).code).toBe(1);
    const other = ["study", file("other.yaml", sound.replace("seed: a", "seed: b")), "--out", "results"];
    const { code, err } = await uptake(other);
    expect([code, err]).toEqual([2, expect.stringContaining("keeps what another study had finished")]);
  });
  test("by another build of the program begins again, and sets aside what that had finished", async () => {
    const argv = ["study", file("s.yaml", sound), "--out", "results"];
    const { kinds, onInterrupt } = stopAfter(5);
    await uptake(argv, { kinds, ...(onInterrupt ? { onInterrupt } : {}) });
    const kept = readFileSync(join(cwd, "results/journal.jsonl"), "utf8");
    const other = kept.replace(/"build":"[^"]*"/, `"build":"${"ab".repeat(32)}"`);
    const old = kept.replace(/,"build":"[^"]*"/, "");
    for (const [text, name] of [
      [other, "journal-abababab.jsonl"],
      [other, "journal-abababab-2.jsonl"],
      [old, "journal-old.jsonl"],
    ] as const) {
      file("results/journal.jsonl", text);
      expect(await uptake(argv)).toMatchObject({
        code: 0,
        err: `warning: results keeps what another build of this program had finished when it stopped; that is set aside as ${name}, and all runs are made again\n`,
      });
      expect(readFileSync(join(cwd, "results", name), "utf8")).toBe(text);
    }
    expect(readdirSync(join(cwd, "results"))).not.toContain("journal.jsonl");
  });
  test("before its first run leaves nothing and says so", async () => {
    const onInterrupt = (act: () => void): (() => void) => {
      act();
      return () => {};
    };
    const argv = ["study", file("s.yaml", sound), "--out", "results"];
    expect(await uptake(argv, { onInterrupt })).toEqual({
      code: 130,
      out: "",
      err: "Stopped before any run was finished; nothing is kept.\n",
    });
    expect(readdirSync(cwd)).toEqual(["s.yaml"]);
  });
  test("says that it heard, to a person who waits", async () => {
    const { kinds, onInterrupt } = stopAfter(2);
    const argv = ["study", file("s.yaml", sound)];
    const { err } = await uptake(argv, { kinds, interactive: true, ...(onInterrupt ? { onInterrupt } : {}) });
    expect(err).toMatch(/Stopping; once more ends at once\.\nStopped\. /);
  });
});

describe("a study that is stopped before a run is finished", () => {
  test("leaves nothing, and says so", async () => {
    let stop = (): void => {};
    const run: typeof tally.run = (input, scenario, context) => {
      stop();
      return tally.run(input, scenario, context);
    };
    const onInterrupt = (act: () => void): (() => void) => {
      stop = act;
      return () => {};
    };
    const argv = ["study", file("s.yaml", sound), "--out", "results"];
    expect(await uptake(argv, { kinds: [{ ...tally, run }], onInterrupt })).toEqual({
      code: 130,
      out: "",
      err: "Stopped before any run was finished; nothing is kept.\n",
    });
    expect(readdirSync(cwd)).toEqual(["s.yaml"]);
  });
});

describe("a folder of another study", () => {
  const other = `kind: tally\nname: Another\n${scenario}strategies: [mandate]\n`;
  test("with its result is refused before any run, and the same study may change", async () => {
    await uptake(["study", file("s.yaml", sound), "--out", "results"]);
    const before = readFileSync(join(cwd, "results/receipt.json"), "utf8");
    expect(await uptake(["study", file("t.yaml", other), "--out", "results"])).toEqual({
      code: 2,
      out: "",
      err: "error: --out: “results” holds the result of another study, tally “Two of them”; choose another folder, or remove it first\n",
    });
    expect(readFileSync(join(cwd, "results/receipt.json"), "utf8")).toBe(before);
    expect(await uptake(["study", "s.yaml", "--out", "results", "--seed", "b"])).toMatchObject({ code: 0, err: "" });
    expect(readFileSync(join(cwd, "results/receipt.json"), "utf8")).not.toBe(before);
  });
  test("of the same kind and without a name, as this one, gives its place", async () => {
    const unnamed = (strategy: string): string => `kind: tally\n${scenario}strategies: [${strategy}]\n`;
    await uptake(["study", file("s.yaml", unnamed("mandate")), "--out", "results"]);
    const argv = ["study", file("t.yaml", unnamed("coaching-only")), "--out", "results"];
    expect(await uptake(argv)).toMatchObject({ code: 0, err: "" });
    expect(readFileSync(join(cwd, "results/receipt.json"), "utf8")).toContain("coaching-only");
  });
  test("that was stopped is refused before any run, and what it had finished is kept", async () => {
    mkdirSync(join(cwd, "results"));
    const kept = `${JSON.stringify({ study: "of another", build: "any" })}\n{"run":"a","checksum":"b","values":[1]}\n`;
    file("results/journal.jsonl", kept);
    expect(await uptake(["study", file("s.yaml", sound), "--out", "results"])).toEqual({
      code: 2,
      out: "",
      err: "error: --out: results keeps what another study had finished when it stopped (journal.jsonl); give another folder, or delete that file\n",
    });
    expect(readFileSync(join(cwd, "results/journal.jsonl"), "utf8")).toBe(kept);
    expect(readdirSync(join(cwd, "results"))).toEqual(["journal.jsonl"]);
  });
  test("that wrote there meanwhile keeps its place, and the answer is still told", async () => {
    await uptake(["study", file("t.yaml", other), "--out", "elsewhere"]);
    const run: typeof tally.run = async (input, given, context) => {
      const answer = await tally.run(input, given, context);
      mkdirSync(join(cwd, "results"), { recursive: true });
      file("results/receipt.json", readFileSync(join(cwd, "elsewhere/receipt.json"), "utf8"));
      return answer;
    };
    const argv = ["study", file("s.yaml", sound), "--out", "results"];
    const { code, out, err } = await uptake(argv, { kinds: [{ ...tally, run }] });
    expect(code).toBe(1);
    expect(out).toContain("Tallied mandate");
    expect(err).toContain("nothing was written: “results” holds the result of another study, tally “Another”");
    expect(readdirSync(join(cwd, "results")).sort()).toEqual(["journal.jsonl", "receipt.json"]);
  });
});

describe("a folder that another command writes to", () => {
  const locked = (): void => {
    mkdirSync(join(cwd, "results"));
    file("results/.uptake-lock", JSON.stringify({ ...ownMark(), host: "elsewhere", pid: 12 }));
  };
  const words =
    "is being written to by another command, process 12 of elsewhere; wait for it to end, or delete PATH where it runs no more, or choose another folder";
  const said = (text: string): string => text.replace(/delete \S+/, "delete PATH");

  test("is refused before any run", async () => {
    locked();
    const { code, out, err } = await uptake(["study", file("s.yaml", sound), "--out", "results"]);
    expect({ code, out, err: said(err) }).toEqual({ code: 2, out: "", err: `error: --out: “results” ${words}\n` });
    expect(readdirSync(join(cwd, "results"))).toEqual([".uptake-lock"]);
  });
  test("is refused to verify", async () => {
    await uptake(["study", file("s.yaml", sound), "--out", "results"]);
    file("results/.uptake-lock", JSON.stringify({ ...ownMark(), host: "elsewhere", pid: 12 }));
    const { code, err } = await uptake(["verify", "results"]);
    expect({ code, err: said(err) }).toEqual({ code: 2, err: `error: results: ${words}\n` });
  });
  test("is locked while runs are made, and let go at the end", async () => {
    const run: typeof tally.run = async (input, given, context) => {
      const answer = await tally.run(input, given, context);
      expect(readdirSync(join(cwd, "results"))).toContain(".uptake-lock");
      return answer;
    };
    const argv = ["study", file("s.yaml", sound), "--out", "results"];
    expect((await uptake(argv, { kinds: [{ ...tally, run }] })).code).toBe(0);
    expect(readdirSync(join(cwd, "results"))).not.toContain(".uptake-lock");
  });
});

describe("results half written", () => {
  test("are finished by verify", async () => {
    await uptake(["study", file("s.yaml", sound), "--out", "results"]);
    const names = readdirSync(join(cwd, "results"));
    mkdirSync(join(cwd, "results/.uptake-written/new"), { recursive: true });
    mkdirSync(join(cwd, "results/.uptake-written/old"));
    for (const name of ["answer.json", "receipt.json"])
      renameSync(join(cwd, "results", name), join(cwd, "results/.uptake-written/new", name));
    file("results/.uptake-written/files.json", JSON.stringify({ come: names, go: [] }));
    expect(await uptake(["verify", "results"])).toMatchObject({ code: 0, err: "" });
    expect(readdirSync(join(cwd, "results"))).toEqual(names);
  });
  test("by hand, of two results, are told of by verify", async () => {
    await uptake(["study", file("s.yaml", sound), "--out", "results"]);
    await uptake(["study", "s.yaml", "--out", "others", "--seed", "b"]);
    file("results/answer.json", readFileSync(join(cwd, "others/answer.json"), "utf8"));
    const { code, out } = await uptake(["verify", "results"]);
    expect(code).toBe(1);
    expect(out).toContain(
      "files of two results are mixed in this folder: answer.json is of another than the receipt; answer.json was changed",
    );
  });
});

describe("what there is", () => {
  test("is listed", async () => {
    const { code, out } = await uptake(["list", "studies"]);
    expect(code).toBe(0);
    expect(out).toContain("tally          Mean adoption at the horizon under each strategy");
    const fields = ["strategies", "replicates", "failing", "target", "budget", "levers"];
    expect(JSON.parse((await uptake(["list", "studies", "--json"])).out)).toEqual([
      { kind: "tally", doc: tally.doc, fields },
    ]);
  });
  test("has a JSON Schema, told apart by kind", async () => {
    const [{ out }, same] = [await uptake(["schema", "study"]), await uptake(["schema", "--study"])];
    expect(same.out).toBe(out);
    const schema = JSON.parse(out);
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(JSON.stringify(schema)).toContain('"const":"tally"');
  });
  test("has a command for each kind, with help", async () => {
    expect((await uptake(["--help"])).out).toContain("tally [options] [file]");
    expect((await uptake(["tally", "--help"])).out).toContain("--threads <n>");
    expect(existsSync(join(cwd, "out"))).toBe(false);
  });
});
