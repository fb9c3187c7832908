import type { Host } from "../host/host.ts";
import { placeChange, tellChanges } from "../input/placed-change.ts";
import type { Rerun } from "../receipt/verify.ts";
import type { Kinds } from "../studies/kind-heads.ts";

/** Makes what runs the study of a receipt again. */
export function runAgain(host: Host, kinds: Kinds): Rerun {
  return async (study) => {
    const [{ runStudy }, { resultFiles }] = await Promise.all([
      import("./run-study.ts"),
      import("../output/study-results.ts"),
    ]);
    const { answer, changes } = await runStudy(study, host, { kinds });
    tellChanges(
      host,
      changes.map((change) => placeChange(change, (fault) => ({ ...fault, path: `study.${fault.path}` }))),
    );
    return { checksums: answer.checksums, files: await resultFiles(study, answer) };
  };
}
