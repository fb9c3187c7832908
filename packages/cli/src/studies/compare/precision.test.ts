import { describe, expect, test } from "vitest";
import { main } from "../../command-line.ts";

/** Runs the command line where it reads and writes no file. */
async function uptake(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: [] as string[], err: [] as string[] };
  const code = await main(argv, {
    cwd: "/",
    out: (text) => void said.out.push(text),
    err: (text) => void said.err.push(text),
    interactive: false,
    color: false,
    debug: false,
  });
  return { code, out: said.out.join(""), err: said.err.join("") };
}

const two = ["compare", "business-as-usual", "coaching-only"];
const small = ["--district", "small-rural", "--months", "24"];

describe("compare --half-width", () => {
  test("adds replicates until it is reached, with the numbers of as many at once", async () => {
    const { code, out } = await uptake(...two, ...small, "--half-width", "3pt", "--replicates", "8", "--json");
    expect(code).toBe(0);
    const { precision, replicates, a, b, difference } = JSON.parse(out);
    expect(precision).toMatchObject({ series: "adoption", month: 24, asked: 0.03, ended: "reached", replicates });
    expect(precision.halfWidth).toBeLessThanOrEqual(0.03);
    expect(precision.varianceReduction).toBeGreaterThan(1);
    expect(difference.mean[24]).toBe(precision.estimate);
    const whole = await uptake(...two, ...small, "--replicates", String(replicates), "--json");
    expect(JSON.parse(whole.out)).toMatchObject({ a, b, difference });
  });
  test("tells people what it took", async () => {
    const { out } = await uptake(...two, ...small, "--half-width", "0.1pt", "--cap", "6", "--replicates", "4");
    expect(out).toContain("With “coaching-only”, adoption in August after year 2");
    expect(out).toContain("The cap of 6 replicates ended it before the half-width of ±0.1 points was reached");
    expect(out).toContain("6 worlds, paired");
  });
  test.for<[options: string[], error: string]>([
    [["--half-width", "wide"], "error: --half-width: “wide” is not a number of points (0.01pt to 50pt, as in 1pt)"],
    [["--half-width", "60pt"], "error: --half-width: 60pt is out of range (0.01pt to 50pt, as in 1pt)"],
    [["--half-width", "1pt", "--cap", "1"], "error: --cap: 1 is out of range (2 to 100000 replicates)"],
    [["--cap", "10"], "error: --cap: is of use only with --half-width"],
    [
      ["--half-width", "1pt", "--cap", "10", "--replicates", "20"],
      "error: --cap: is less than the 20 replicates to begin with",
    ],
  ])("refuses %s", async ([options, error]) => {
    const { code, err } = await uptake(...two, ...small, ...options);
    expect(code).toBe(2);
    expect(err).toContain(error);
  });
});
