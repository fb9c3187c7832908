import type { Plan } from "@uptake/model";
import type { EvaluationJob } from "@uptake/study/evaluate";
import { sha256 } from "../host/sha256.ts";
import { writePlan } from "./plan-text.ts";

/** Fingerprints of plans, each of which is written out once. */
const plans = new WeakMap<Plan, string>();

function planPrint(plan: Plan): string {
  const print = plans.get(plan) ?? sha256(writePlan(plan));
  plans.set(plan, print);
  return print;
}

/** Returns a fingerprint of a job: the same where the same runs are asked for and the same is read of them. */
export function jobPrint({ plans: all, seed, statistics, whole, evaluations }: EvaluationJob): string {
  return sha256(JSON.stringify([seed, statistics, whole ?? null, all.map(planPrint), evaluations]));
}
