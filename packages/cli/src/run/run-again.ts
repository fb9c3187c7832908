import type { Host } from "../host/host.ts";
import { resultFiles } from "../output/study-results.ts";
import type { Rerun } from "../receipt/verify.ts";
import type { StudyKind } from "../studies/study-kind.ts";
import { runStudy } from "./run-study.ts";

/** Makes what runs the study of a receipt again. */
export function runAgain(host: Host, kinds: readonly StudyKind[]): Rerun {
  return async (study) => {
    const { answer } = await runStudy(study, host, { kinds });
    return { checksums: answer.checksums, files: await resultFiles(study, answer) };
  };
}
