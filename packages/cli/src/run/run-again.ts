import { InputError } from "@uptake/model";
import { validateScenario } from "@uptake/model/validate";
import type { Host } from "../host/host.ts";
import { mostReplicates } from "../input/options.ts";
import { scenarioInput } from "../input/scenario-input.ts";
import { resultFiles } from "../output/study-results.ts";
import type { Rerun } from "../receipt/verify.ts";
import type { CompleteStudy } from "../studies/complete-study.ts";
import type { StudyKind } from "../studies/study-kind.ts";
import { runScenario } from "./run-scenario.ts";
import { runStudy } from "./run-study.ts";

/** Makes what runs the study of a receipt again: that of a study file, or of `uptake run`, which is of kind `run`. */
export function runAgain(host: Host, kinds: readonly StudyKind[]): Rerun {
  return async (study) => {
    if (study.kind === "run") return runScenario(host, await checkRun(study));
    const { answer } = await runStudy(study, host, { kinds });
    return { checksums: answer.checksums, files: await resultFiles(study, answer) };
  };
}

/** Checks the study of a receipt of `uptake run`, which anybody may have changed. */
async function checkRun(
  study: CompleteStudy,
): Promise<CompleteStudy & { readonly replicates: number; readonly bottleneck: boolean }> {
  const replicates = study["replicates"];
  const result = await validateScenario(scenarioInput(study.scenario));
  const issues = "issues" in result ? [...result.issues] : [];
  const { bottleneck = false } = study;
  if (typeof bottleneck !== "boolean") {
    const message = "says whether the steps were made easier";
    issues.push({ code: "not-a-boolean", path: "bottleneck", message, value: bottleneck, allowed: "true or false" });
  }
  if (
    typeof replicates !== "number" ||
    !Number.isInteger(replicates) ||
    replicates < 1 ||
    replicates > mostReplicates
  ) {
    const message = "is no number of replicates";
    issues.push({
      code: "out-of-range",
      path: "replicates",
      message,
      value: replicates,
      allowed: `1 to ${mostReplicates}`,
    });
  }
  if ("issues" in result || issues.length > 0) throw new InputError(issues);
  return { ...study, scenario: result.scenario, replicates: replicates as number, bottleneck: bottleneck === true };
}
