import type { Evaluate } from "@uptake/study/evaluate";
import { scenarioInput } from "../../../packages/cli/src/input/scenario-input.ts";
import { withForecasts } from "../../../packages/cli/src/run/with-forecasts.ts";
import { checkStudy, type StudyCheck } from "../../../packages/cli/src/studies/check-study.ts";
import { shippedKinds } from "../../../packages/cli/src/studies/kind-heads.ts";
import { pinnedStudies } from "../pinned-studies.ts";

type Checked = Extract<StudyCheck, { readonly study: unknown }>;

async function checked(study: Readonly<Record<string, unknown>>): Promise<Checked> {
  const check = await checkStudy(study, shippedKinds);
  if ("issues" in check) throw new Error(JSON.stringify(check.issues));
  return check;
}

/** Runs the pinned study of a kind as the command line does, and returns what its pin is a hash of: data and checksums, as JSON. */
export async function studyAnswer(kind: string, evaluate: Evaluate): Promise<string> {
  // A study is checked when it is read, and when it is run; that settles in which order levers stand.
  const { study: read } = await checked(pinnedStudies[kind] ?? {});
  const { kind: asked, input, study } = await checked({ ...read, scenario: scenarioInput(read.scenario) });
  const found = await asked.run(input, study.scenario, {
    evaluate,
    progress: () => undefined,
    say: () => undefined,
    signal: { aborted: false, throwIfAborted: () => undefined },
    seed: study.seed,
  });
  const { data, checksums } = withForecasts(found);
  return JSON.stringify([data, checksums]);
}
