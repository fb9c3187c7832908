import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { version } from "@uptake/model";
import { describe, expect, test } from "vitest";
import { listeningHost } from "../../test-support/listening-host.ts";
import { ownFolder } from "../../test-support/own-folder.ts";
import { main } from "../command-line.ts";

const own = ownFolder();
const { uptake } = own;

/** Returns the link that an answer prints. */
const printed = (out: string): string => /^Pages: (.*)$/m.exec(out)?.[1] ?? "";

const checksums = (text: string): unknown => (JSON.parse(text) as { checksums: unknown }).checksums;
const short = ["--months", "36", "--replicates", "2"];
const link =
  "?v=2&district=small-rural&strategy=coaching-only&levers.coaching.start=6&seed=a+b&replicates=3&horizon=36";

describe("a link gives a command its scenario", () => {
  test("with the numbers of the same in a file, by whatever form of address", async () => {
    writeFileSync(
      join(own.cwd, "plan.yaml"),
      "district: small-rural\nstrategy: coaching-only\nlevers: { coaching: { start: 6 } }\nhorizon: 36\n",
    );
    const fast = ["--no-bottleneck", "--json"];
    const file = await uptake("run", "plan.yaml", "--seed", "a b", "--replicates", "3", ...fast);
    for (const form of [link, link.slice(1), `https://example.org/tune${link}&utm_source=mail#curve`]) {
      const { code, out, err } = await uptake("run", "--link", form, ...fast);
      expect([code, err]).toEqual([0, ""]);
      expect(checksums(out)).toEqual(checksums(file.out));
    }
    const other = await uptake("run", "--link", link, "--seed", "c", ...fast);
    expect(checksums(other.out)).not.toEqual(checksums(file.out));
  });
  test("and the answer prints the link that asks the same", async () => {
    const first = await uptake("run", "--link", link, "--target", "40%", "--no-bottleneck", "--out", "one");
    const again = printed(first.out);
    expect(again).toBe(
      `?v=2&m=${version}&district=small-rural&strategy=coaching-only&levers.coaching.start=6&horizon=36&target.share=0.4&seed=a+b&replicates=3`,
    );
    const second = await uptake("run", "--link", again, "--no-bottleneck", "--json");
    const { data } = JSON.parse(readFileSync(join(own.cwd, "one/answer.json"), "utf8")) as { data: unknown };
    expect(JSON.parse(second.out)).toEqual(data);
  });
  test("to explain and start", async () => {
    const told = await uptake("explain", "--link", link);
    expect(printed(told.out)).toContain("levers.coaching.start=6");
    const { code, out } = await uptake("start", "--link", link, "--replicates", "2");
    expect(code).toBe(0);
    expect(out).toContain(`Next:  uptake run --link '${link}' --replicates 2`);
    expect(printed(out)).toBe("");
  });
  test("to compare, with another plan or the one pinned in it", async () => {
    const { out } = await uptake("compare", "business-as-usual", "--link", link, "--no-bottleneck");
    const both = printed(out);
    expect(both).toContain("&pin1=business-as-usual&pin1.district=small-rural&pin1.strategy=business-as-usual");
    const again = await uptake("compare", "--link", both, "--no-bottleneck");
    expect(again.out).toBe(out);
    const { code, err } = await uptake("compare", "--link", link);
    expect([code, err]).toEqual([2, expect.stringContaining("0 plans are pinned, not one")]);
  });
});

describe("what is wrong with a link", () => {
  test("is told with everything else, and nothing is run", async () => {
    const wrong = "?levers.coaching.teachersPerCoach=3&strategy=atlantis&horizn=3";
    const { code, out, err } = await uptake(
      "run",
      "x.yaml",
      "--link",
      wrong,
      "--strategy",
      "mandate",
      "--replicates",
      "x",
    );
    expect([code, out]).toEqual([2, ""]);
    expect(err.split("\n").map((line) => /^error: (--[\w-]+(?:, [\w.]+)?):/.exec(line)?.[1])).toEqual(
      expect.arrayContaining([
        "--link",
        "--link, horizn",
        "--link, strategy",
        "--link, levers.coaching.teachersPerCoach",
        "--replicates",
      ]),
    );
    expect(err).toContain("3 is out of range (4 to 400 teachers per coach)");
    expect(err).toContain("leave --strategy out");
  });
  test.for(["porterville", "?v=3&horizon=36"])("stops %s", async (given) => {
    expect((await uptake("run", "--link", given)).code).toBe(2);
  });
  test("but what is rounded, or of another version, is only told", async () => {
    const old = "?v=1&district=small-rural&coaching=3.1&m=0.0.1";
    const { code, out, err } = await uptake("run", "--link", old, ...short, "--no-bottleneck");
    expect(code).toBe(0);
    expect(err).toMatch(/^warning: --link, m: .* numbers may differ.*\nwarning: --link, coaching: 3.1 is rounded to 3/);
    expect(printed(out)).toContain("levers.coaching.teachersPerCoach=33.33");
  });
});

describe("the link that is printed", () => {
  const asked = ["--district", "small-rural", ...short, "--no-bottleneck"];
  test("begins with the address of the pages, where it is known", async () => {
    const query = `?v=2&m=${version}&district=small-rural&strategy=mandate&horizon=36&replicates=2`;
    const given = await uptake("run", "--strategy", "mandate", ...asked, "--pages", "https://example.org/uptake/");
    expect(printed(given.out)).toBe(`https://example.org/uptake/${query}`);
    const host = { ...listeningHost(own.cwd), pages: "http://localhost:3000/" };
    await main(["run", "--strategy", "mandate", ...asked], host);
    expect(printed(host.said.out)).toBe(`http://localhost:3000/${query}`);
    const { code, err } = await uptake("run", ...asked, "--pages", "javascript:alert(1)");
    expect([code, err]).toEqual([2, expect.stringContaining("--pages: “javascript:alert(1)” is no address")]);
  });
  test("is of the plan as it was scaled to a budget", async () => {
    const { out } = await uptake("run", "--strategy", "mandate", ...asked, "--budget", "10k");
    const again = await uptake("run", "--link", printed(out), "--no-bottleneck", "--json");
    const scaled = await uptake("run", "--strategy", "mandate", ...asked, "--budget", "10k", "--json");
    expect(checksums(again.out)).toEqual(checksums(scaled.out));
  });
  test("is none of a district of one's own, and says so", async () => {
    writeFileSync(join(own.cwd, "ours.csv"), "school,level,enrolment,low_income,teachers\nA,high,90,9,5\n");
    const { out } = await uptake("run", "--roster", "ours.csv", "--format", "generic", ...short, "--no-bottleneck");
    expect(printed(out)).toBe("no link: a district of one's own cannot be in a link");
  });
});
