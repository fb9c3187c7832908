import type { Host } from "../host/host.ts";
import type { Rerun } from "../receipt/verify.ts";
import type { Kinds } from "../studies/kind-heads.ts";

/** Makes what runs the study of a receipt again. */
export function runAgain(host: Host, kinds: Kinds): Rerun {
  return async (study) => {
    const [{ runStudy }, { resultFiles }] = await Promise.all([
      import("./run-study.ts"),
      import("../output/study-results.ts"),
    ]);
    const again = await runStudy(study, host, { kinds });
    return { study: again.study, checksums: again.answer.checksums, files: await resultFiles(study, again.answer) };
  };
}
