import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listeningHost } from "../../test-support/listening-host.ts";
import { main } from "../command-line.ts";

type Said = { readonly code: number; readonly out: string; readonly err: string };

let cwd: string;
let env: Record<string, string>;
const shards = 5;

async function uptake(...argv: string[]): Promise<Said> {
  const host = listeningHost(cwd);
  const code = await main(argv, { ...host, env });
  return { code, ...host.said };
}

/** Puts a program in the place of another, as a script whose folder is first in PATH. */
function stand(name: string, script: string): void {
  writeFileSync(join(cwd, "bin", name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(cwd, "bin", name), 0o755);
}

const shard = (index: number): string => `shard-0000${index}.parquet`;
const said = (name: string): string[] => readFileSync(join(cwd, name), "utf8").trim().split("\n");

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "uptake submit’s "));
  mkdirSync(join(cwd, "bin"));
  env = { PATH: `${join(cwd, "bin")}:/usr/bin:/bin`, AT: cwd };
  writeFileSync(
    join(cwd, "study.yaml"),
    "kind: run\nreplicates: 2\nbottleneck: false\nscenario: { district: small-rural, horizon: 3 }\n",
  );
  await uptake("shard", "plan", "study.yaml", "--shards", String(shards), "--out", "plan");
  for (let index = 0; index < shards; index++) await uptake("shard", "run", "plan", "--index", String(index));
  cpSync(join(cwd, "plan"), join(cwd, "made"), { recursive: true });
});
afterAll(() => rmSync(cwd, { recursive: true }));

/** Lets the stand-in for Slurm take arrays of tasks below `most`, and make what `make` does at each submission. */
function slurm(most: number, make: string): void {
  stand("scontrol", `echo "MaxArraySize            = ${most}"`);
  stand("squeue", 'echo "7 RUNNING"; echo "8 RUNNING"');
  stand("sbatch", `for one in "$@"; do echo "$one"; done >> "$AT/sbatch"; echo >> "$AT/sbatch"; ${make}\necho 41`);
}

beforeEach(() => {
  for (const name of ["sbatch", "parallel"]) rmSync(join(cwd, name), { force: true });
  for (let index = 0; index < shards; index++) rmSync(join(cwd, "plan", shard(index)), { force: true });
});

describe("submit --slurm", () => {
  test("cuts arrays to what Slurm takes, and hands arguments on as they are", async () => {
    slurm(3, 'cp "$AT"/made/shard-* "$AT/plan"');
    const asked = "--partition=short --comment='a \"b\" $(touch x); c'";
    const { code, out } = await uptake("shard", "submit", "plan", "--slurm", "--sbatch-args", asked);
    expect({ code, out }).toEqual({ code: 0, out: "5 of 5 shards finished.\n" });
    const script = join(cwd, "plan", "slurm-task.sh");
    const [first, second] = said("sbatch").join("\n").split("\n\n");
    const given = ["--partition=short", '--comment=a "b" $(touch x); c'];
    expect(first?.split("\n").slice(3)).toEqual([...given, "--array=0-2", script, "0"]);
    expect(second?.split("\n").slice(3)).toEqual([...given, "--array=0-1", script, "3"]);
    const quoted = `'${join(cwd, "plan")}'`;
    expect(said("plan/slurm-task.sh")).toEqual([
      "#!/bin/sh",
      "SIM_SHARD_INDEX=$((SLURM_ARRAY_TASK_ID + $1))",
      "export SIM_SHARD_INDEX",
      expect.stringMatching(/^exec \S*node \S*dist\/main\.js shard run /),
    ]);
    expect(said("plan/slurm-task.sh").at(-1)).toContain(quoted);
  });

  test("submits what is missing again, so many times, and says what lacks then", async () => {
    cpSync(join(cwd, "made", shard(1)), join(cwd, "plan", shard(1)));
    slurm(1001, 'cp "$AT/made/shard-00003.parquet" "$AT/plan"');
    const { code, out, err } = await uptake("shard", "submit", "plan", "--slurm", "--missing", "--attempts", "2");
    expect(code).toBe(1);
    expect(out).toBe("2 of 5 shards finished.\n3 shards missing: 0, 2, 4\n");
    expect(err).toBe(
      "4 shards submitted: job 41\n2 of 5 shards there\n3 shards submitted (attempt 2 of 2): job 41\n2 of 5 shards there\n",
    );
    expect(said("sbatch").filter((one) => one.startsWith("--array"))).toEqual(["--array=0,2-4", "--array=0,2,4"]);
  });

  test("submits and does not wait, and nothing where nothing is missing", async () => {
    slurm(1001, "");
    expect(await uptake("shard", "submit", "plan", "--slurm", "--no-wait")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Submitted\. See how far it is with: .*shard status plan\n$/),
    });
    cpSync(join(cwd, "made"), join(cwd, "plan"), { recursive: true });
    rmSync(join(cwd, "sbatch"));
    const { code, out } = await uptake("shard", "submit", "plan", "--slurm", "--missing");
    expect({ code, out }).toEqual({ code: 0, out: "5 of 5 shards finished.\n" });
    expect(() => said("sbatch")).toThrow("ENOENT");
  });

  test("says in Slurm's words why it refuses", async () => {
    slurm(1001, "echo 'sbatch: error: invalid partition specified: shrt' >&2; exit 1");
    const { code, err } = await uptake("shard", "submit", "plan", "--slurm", "--sbatch-args", "--partition=shrt");
    expect(code).toBe(1);
    expect(err).toContain("sbatch failed: sbatch: error: invalid partition specified: shrt");
  });
});

test.for<[what: string, program: string, script: string, last: string]>([
  [
    "no controller is known",
    "scontrol",
    "echo 'scontrol: error: fetch_config: DNS SRV lookup failed' >&2; echo 'scontrol: fatal: Could not establish a configuration source' >&2; exit 1",
    "scontrol says: scontrol: fatal: Could not establish a configuration source",
  ],
  ["it says nothing", "scontrol", "exit 3", "scontrol says: nothing, with code 3"],
  [
    "it is lost meanwhile",
    "sbatch",
    "echo 'sbatch: error: Batch job submission failed: Unable to contact slurm controller (connect failure)' >&2; exit 1",
    "sbatch says: sbatch: error: Batch job submission failed: Unable to contact slurm controller (connect failure)",
  ],
])("submit --slurm says what is missing and what to try where %s", async ([, program, script, last]) => {
  slurm(1001, "");
  stand(program, script);
  const { code, err } = await uptake("shard", "submit", "plan", "--slurm");
  expect(code).toBe(1);
  const [said, ...more] = err.trim().split("\n");
  expect(said).toContain("uptake failed: Slurm is installed here, but no cluster answers");
  expect(said).toContain("scontrol ping");
  expect(said).toContain("--parallel");
  expect(said?.endsWith(last)).toBe(true);
  expect(more).toEqual(["Set DEBUG=1 to see where."]);
});

describe("submit --parallel", () => {
  test("gives GNU parallel the command, the shards and its options, and keeps the command", async () => {
    stand(
      "parallel",
      'for one in "$@"; do echo "$one"; done > "$AT/parallel"; cat >> "$AT/parallel"; cp "$AT"/made/shard-* "$AT/plan"',
    );
    cpSync(join(cwd, "made", shard(2)), join(cwd, "plan", shard(2)));
    const asked = ["--missing", "--jobs", "50%", "--sshloginfile", "hosts; ls"];
    const { code, out } = await uptake("shard", "submit", "plan", "--parallel", ...asked);
    expect({ code, out }).toEqual({ code: 0, out: "5 of 5 shards finished.\n" });
    expect(said("parallel")).toEqual([
      `--joblog=${join(cwd, "plan", "parallel.log")}`,
      "--retries=3",
      "--jobs=50%",
      "--sshloginfile=hosts; ls",
      expect.stringMatching(/^\S*node \S*main\.js shard run '.*plan' --index \{\}$/),
      ...["0", "1", "3", "4"],
    ]);
    expect(said("plan/parallel.sh").at(-1)).toContain("'--sshloginfile=hosts; ls'");
  });
});

describe("what is refused", () => {
  test.for<[argv: string[], error: string]>([
    [[], "--slurm: is needed, or --parallel"],
    [["--slurm", "--parallel"], "--parallel: cannot be given beside --slurm"],
    [["--slurm", "--jobs", "2"], "--jobs: is of use only with --parallel"],
    [["--parallel", "--sbatch-args", "-x"], "--sbatch-args: is of use only with --slurm"],
    [["--slurm", "--sbatch-args", "--array=1-9"], "--sbatch-args: may not hold --array=1-9"],
    [["--slurm", "--sbatch-args", "--comment='a"], "--sbatch-args: has a quote that is not closed"],
    [["--slurm", "--attempts", "0"], "--attempts: 0 is out of range (1 to 100 times)"],
  ])("%s", async ([argv, error]) => {
    const { code, err } = await uptake("shard", "submit", "plan", ...argv);
    expect(code).toBe(2);
    expect(err).toContain(`error: ${error}`);
  });

  test.for<[option: string, error: string]>([
    ["--slurm", "error: --slurm: scontrol is not installed here"],
    ["--parallel", "error: --parallel: GNU parallel is not installed here"],
  ])("%s where it is not installed", async ([option, error]) => {
    const before = env;
    env = { PATH: join(cwd, "made") };
    const { code, err } = await uptake("shard", "submit", "plan", option);
    env = before;
    expect(code).toBe(2);
    expect(err).toContain(error);
  });
});
