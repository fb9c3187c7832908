import { expect, test } from "vitest";
import { z } from "zod";
import { listeningHost } from "../../test-support/listening-host.ts";
import { BadInput } from "../host/fault.ts";
import { runStudy } from "../run/run-study.ts";
import { checkStudy } from "../studies/check-study.ts";
import type { CompleteStudy } from "../studies/complete-study.ts";
import { headsOf, type Kinds, shippedKinds } from "../studies/kind-heads.ts";
import type { StudyKind } from "../studies/study-kind.ts";
import { askedJobs } from "./asked-jobs.ts";
import { jobPrint } from "./job-print.ts";

const scenario = { district: "small-rural", strategy: "coaching-only", horizon: 6, target: { share: 0.3, month: 6 } };

async function complete(fields: Record<string, unknown>, kinds: Kinds = shippedKinds): Promise<CompleteStudy> {
  const check = await checkStudy({ scenario, ...fields }, kinds);
  if ("issues" in check) throw new Error(JSON.stringify(check.issues));
  return check.study;
}

async function asked(study: CompleteStudy, kinds: Kinds = shippedKinds): Promise<string[]> {
  const prints: string[] = [];
  await askedJobs(study, kinds, (_, print) => void prints.push(print));
  return prints;
}

const known: Record<string, unknown>[] = [
  { kind: "start", replicates: 2, strategies: ["coaching-only", "mandate"] },
  { kind: "run", replicates: 2 },
  { kind: "run", replicates: 2, budget: 200_000 },
  { kind: "compare", replicates: 2, strategies: ["coaching-only", "mandate"] },
  { kind: "explain" },
  { kind: "sweep", replicates: 2, design: "grid", factors: { "levers.coaching.teachersPerCoach": [10, 40] } },
  { kind: "sensitivity", method: "morris", trajectories: 2, parameters: ["lapsing.trying", "lapsing.joint"] },
  { kind: "sensitivity", method: "sobol", rows: 4, trajectories: 2, parameters: ["lapsing.trying"] },
  { kind: "stress", draws: 4, strategies: ["coaching-only", "mandate"], shocks: ["none"], inputs: ["lapsing.trying"] },
  { kind: "rivals", replicates: 2, strategies: ["coaching-only", "mandate"] },
  { kind: "attribute", replicates: 2 },
];

test.for(known.map((fields) => [String(fields["kind"]), fields] as const))(
  "%s: the jobs that are listed are those that a run asks for, in their order",
  async ([, fields]) => {
    const study = await complete(fields);
    const made: string[] = [];
    await runStudy(study, listeningHost("."), {
      kinds: shippedKinds,
      finished: (make) => (job, options) => {
        made.push(jobPrint(job));
        return make(job, options);
      },
    });
    expect(await asked(study)).toEqual(made);
    expect(made.length).toBeGreaterThan(0);
  },
);

/** Returns a kind that does not say how its runs depend on each other, and asks as it is told, given what runs gave. */
async function unsaid(asks: (ask: (replicate: number) => Promise<number>) => Promise<unknown>): Promise<Kinds> {
  const {
    kind,
    adapts: _,
    ...shipped
  } = (await shippedKinds.find((one) => one.kind === "run")!.load()) as StudyKind<object>;
  const sly: StudyKind<object> = {
    ...shipped,
    kind: `sly-${kind}`,
    schema: z.strictObject({}),
    run: async (_, plan, context) => {
      const { prepare } = await import("@uptake/model");
      const job = { plans: [await prepare(plan)], seed: context.seed, statistics: [{ series: "adoption", month: 6 }] };
      await asks(async (replicate) => {
        const { values } = await context.evaluate({ ...job, evaluations: [{ plan: 0, replicate }] });
        return values[0] as number;
      });
      return { sentence: "", notes: [], figures: [], tables: [], data: {}, checksums: [] };
    },
  };
  return headsOf([sly as StudyKind]);
}

test.for<[string, (ask: (replicate: number) => Promise<number>) => Promise<unknown>]>([
  ["more", async (ask) => (await ask(0)) > 0 && ask(1)],
  ["others", async (ask) => ask((await ask(0)) > 0 ? 1 : 2)],
])("a kind that asks for %s by what runs gave is found out, though it does not say so", async ([, asks]) => {
  const kinds = await unsaid(asks);
  const refused = asked(await complete({ kind: "sly-run" }, kinds), kinds);
  await expect(refused).rejects.toBeInstanceOf(BadInput);
  await expect(refused).rejects.toThrow("known only once earlier ones are finished");
});

test("a kind that asks for the same whatever runs gave is taken, though it does not say so", async () => {
  const kinds = await unsaid(async (ask) => [await ask(0), await ask(1)]);
  expect(await asked(await complete({ kind: "sly-run" }, kinds), kinds)).toHaveLength(2);
});
