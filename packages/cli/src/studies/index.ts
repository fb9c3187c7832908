import { calibrateKind } from "./calibrate.ts";
import { optimiseKind } from "./optimise.ts";
import type { StudyKind } from "./study-kind.ts";

/** Lists the kinds of study, in the order in which `uptake list studies` shows them. */
export const studyKinds: readonly StudyKind[] = [calibrateKind, optimiseKind];
