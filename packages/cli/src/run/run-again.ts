import type { Host } from "../host/host.ts";
import { resultFiles } from "../output/study-results.ts";
import type { Rerun } from "../receipt/verify.ts";
import type { Kinds } from "../studies/kind-heads.ts";
import { runStudy } from "./run-study.ts";

/** Makes what runs the study of a receipt again. */
export function runAgain(host: Host, kinds: Kinds): Rerun {
  return async (study) => {
    const { answer } = await runStudy(study, host, { kinds });
    return { checksums: answer.checksums, files: await resultFiles(study, answer) };
  };
}
