import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Job } from "kubernetes-models/batch/v1/Job";
import { beforeAll, describe, expect, test } from "vitest";
import { readYaml } from "../../packages/cli/src/input/read-yaml.ts";
import { root } from "./pages.ts";
import { saidByCompiler } from "./said-by-compiler.ts";

const text = (name: string): string => readFileSync(join(root, "docs/guide/clusters", name), "utf8");
// biome-ignore lint/suspicious/noExplicitAny: what is read is checked here.
const kubernetes = (): any => readYaml(text("kubernetes-indexed-job.yaml"), "file").value;
// biome-ignore lint/suspicious/noExplicitAny: what is read is checked here.
const batch = (): any => JSON.parse(text("aws-batch-array.json"));

const awsModels = "@aws-sdk/client-batch/dist-types/models/models_0";

/** Types of the two APIs, which their packages make of what the APIs publish. */
const types = {
  Job: { from: "kubernetes-models/batch/v1/Job", name: "IJob" },
  RegisterJobDefinition: { from: awsModels, name: "RegisterJobDefinitionRequest" },
  SubmitJob: { from: awsModels, name: "SubmitJobRequest" },
} as const;

/** Returns a copy in which `break_` has changed something. */
function broken<T>(value: T, break_: (copy: T) => void): T {
  const copy = structuredClone(value);
  break_(copy);
  return copy;
}

interface Case {
  readonly name: string;
  readonly type: keyof typeof types;
  readonly value: unknown;
  /** What the compiler says of it; nothing where it is right. */
  readonly says?: RegExp;
}

const cases: readonly Case[] = [
  { name: "the Kubernetes template", type: "Job", value: kubernetes() },
  {
    name: "the job definition of the AWS template",
    type: "RegisterJobDefinition",
    value: batch().registerJobDefinition,
  },
  { name: "the job of the AWS template", type: "SubmitJob", value: batch().submitJob },
  {
    name: "a mistyped field of Kubernetes",
    type: "Job",
    value: broken(kubernetes(), ({ spec }) => {
      spec.backoffLimitPerIndx = 3;
    }),
    says: /'"backoffLimitPerIndx"' does not exist/,
  },
  {
    name: "a field of Kubernetes in the wrong place",
    type: "Job",
    value: broken(kubernetes(), ({ spec }) => {
      spec.template.spec.completions = 12;
    }),
    says: /'"completions"' does not exist/,
  },
  {
    name: "a mistyped field of AWS",
    type: "SubmitJob",
    value: broken(batch().submitJob, (job) => {
      job.arrayProperty = { size: 12 };
    }),
    says: /'"arrayProperty"' does not exist/,
  },
  {
    name: "a number in the place of a text of AWS",
    type: "RegisterJobDefinition",
    value: broken(batch().registerJobDefinition, ({ containerProperties }) => {
      containerProperties.resourceRequirements[1].value = 2048;
    }),
    says: /'number' is not assignable to type 'string/,
  },
  {
    name: "a kind of job that AWS does not know",
    type: "RegisterJobDefinition",
    value: broken(batch().registerJobDefinition, (job) => {
      job.type = "array";
    }),
    says: /'"array"' is not assignable/,
  },
  {
    name: "a job of AWS without a queue",
    type: "SubmitJob",
    value: broken(batch().submitJob, (job) => {
      delete job.jobQueue;
    }),
    says: /'jobQueue' is missing/,
  },
];

describe("templates are of the types of their API", () => {
  /** What the compiler says of each case, in their order. */
  let said: string[];
  beforeAll(async () => {
    said = await saidByCompiler(cases.map(({ type, value }) => ({ type: types[type], value })));
  });
  test.for(cases.map(({ name, says }, index) => ({ name, says, index })))("$name", ({ says, index }) => {
    if (says) expect(said[index]).toMatch(says);
    else expect(said[index]).toBe("");
  });
});

describe("the Kubernetes template is of the API's schema", () => {
  test("as it is", () => expect(() => new Job(kubernetes()).validate()).not.toThrow());
  test.for<[string, (job: ReturnType<typeof kubernetes>) => void]>([
    ["completionMode of another name", (job) => (job.spec.completionMode = "indexed")],
    ["a limit that is a text", (job) => (job.spec.backoffLimitPerIndex = "3")],
    ["half a completion", (job) => (job.spec.completions = 12.5)],
    ["no template", (job) => delete job.spec.template],
    ["a container without a name", (job) => delete job.spec.template.spec.containers[0].name],
    ["another version of the API", (job) => (job.apiVersion = "batch/v2")],
  ])("but not with %s", ([, change]) => {
    const job = broken(kubernetes(), change);
    expect(() => new Job(job).validate()).toThrow();
  });
});

/** The command by which every engine runs a shard. */
const worker = ["uptake", "shard", "run", "/study/plan"];

test("the Kubernetes template makes an indexed job of our worker on a shared volume", () => {
  const { spec } = kubernetes();
  expect(spec).toMatchObject({ completionMode: "Indexed", backoffLimitPerIndex: expect.any(Number) });
  // Kubernetes counts failures by index only where a pod is not restarted in its place.
  const { restartPolicy, containers, volumes } = spec.template.spec;
  expect(restartPolicy).toBe("Never");
  expect(spec.parallelism).toBeLessThanOrEqual(spec.completions);
  expect(containers).toHaveLength(1);
  expect(containers[0]).toMatchObject({
    command: worker,
    volumeMounts: [{ name: volumes[0].name, mountPath: "/study" }],
  });
});

test("the AWS template makes an array of our worker on a shared volume", () => {
  const { registerJobDefinition: definition, submitJob } = batch();
  expect(submitJob.jobDefinition).toBe(definition.jobDefinitionName);
  const { command, mountPoints, volumes } = definition.containerProperties;
  expect(command).toEqual(worker);
  expect(mountPoints).toMatchObject([{ sourceVolume: volumes[0].name, containerPath: "/study", readOnly: false }]);
  // Limits that AWS documents and that its types do not hold.
  const { size } = submitJob.arrayProperties;
  expect([size >= 2, size <= 10_000, Number.isInteger(size)]).toEqual([true, true, true]);
  const { attempts } = definition.retryStrategy;
  expect([attempts >= 1, attempts <= 10, Number.isInteger(attempts)]).toEqual([true, true, true]);
});
