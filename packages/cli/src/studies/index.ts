import { attributeKind } from "./attribute.ts";
import { calibrateKind } from "./calibrate.ts";
import { compareKind } from "./compare.ts";
import { optimiseKind } from "./optimise.ts";
import { rivalsKind } from "./rivals.ts";
import { sensitivityKind } from "./sensitivity.ts";
import { stressKind } from "./stress.ts";
import type { StudyKind } from "./study-kind.ts";
import { sweepKind } from "./sweep.ts";

/** Lists the kinds of study, in the order in which `uptake list studies` shows them. */
export const studyKinds: readonly StudyKind[] = [
  compareKind,
  sweepKind,
  sensitivityKind,
  stressKind,
  optimiseKind,
  calibrateKind,
  attributeKind,
  rivalsKind,
];
