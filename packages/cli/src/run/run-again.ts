import type { Fault } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { placeChange, tellChanges } from "../input/placed-change.ts";
import { asWritten } from "../receipt/as-written.ts";
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
    const inReceipt = (fault: Fault): Fault => ({ ...fault, path: `study.${fault.path}` });
    tellChanges(
      host,
      again.changes.map((change) => placeChange(change, inReceipt)),
    );
    const files = asWritten(study, await resultFiles(study, again.answer));
    return { study: again.study, checksums: again.answer.checksums, beyond: again.answer.beyond, files };
  };
}
