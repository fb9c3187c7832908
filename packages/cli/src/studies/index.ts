import { attributeKind } from "./attribute/attribute.ts";
import { calibrateKind } from "./calibrate/calibrate.ts";
import { compareKind } from "./compare/compare.ts";
import { explainKind } from "./explain/explain.ts";
import { optimiseKind } from "./optimise/optimise.ts";
import { rivalsKind } from "./rivals/rivals.ts";
import { runKind } from "./run/run.ts";
import { sensitivityKind } from "./sensitivity/sensitivity.ts";
import { startKind } from "./start/start.ts";
import { stressKind } from "./stress/stress.ts";
import type { StudyKind } from "./study-kind.ts";
import { sweepKind } from "./sweep/sweep.ts";

/** Lists the kinds of study, in the order in which `uptake list studies` shows them. */
export const studyKinds: readonly StudyKind[] = [
  startKind,
  runKind,
  compareKind,
  explainKind,
  sweepKind,
  sensitivityKind,
  stressKind,
  optimiseKind,
  calibrateKind,
  attributeKind,
  rivalsKind,
];
