import { type Evaluate, evaluateHere, evaluateInWorkers, type WorkerLike } from "@uptake/study/evaluate";
import { CompiledMonth } from "../../../packages/model/src/engine/compiled-month.ts";
import type { Ask, Everywhere, Told } from "./ask.ts";
import { runChecksums } from "./run-checksums.ts";
import { studyAnswer } from "./study-answer.ts";

/** Tells whether the compiled month can run in this engine. */
function compiles(): boolean {
  try {
    return new CompiledMonth() instanceof CompiledMonth;
  } catch {
    return false;
  }
}

async function values({ runs, studies }: Ask, evaluate: Evaluate): Promise<Record<string, string>> {
  const found = await runChecksums(runs, evaluate);
  for (const kind of studies) found[kind] = await studyAnswer(kind, evaluate);
  return found;
}

async function answer(ask: Ask, spawn?: () => WorkerLike): Promise<Told> {
  if (!ask.compiled) Reflect.deleteProperty(globalThis, "WebAssembly");
  const compiled = compiles();
  if (ask.workers === 0) return { compiled, values: await values(ask, evaluateHere) };
  if (!spawn) throw new Error("This engine starts no workers.");
  const pool = evaluateInWorkers({ spawn, workers: ask.workers });
  try {
    return { compiled, values: await values(ask, (job, options) => pool.evaluate(job, options)) };
  } finally {
    pool.dispose();
  }
}

const work = (): Promise<unknown> => import("@uptake/study/evaluate-worker");

Object.assign(globalThis, { uptakeEverywhere: { answer, work } satisfies Everywhere });
