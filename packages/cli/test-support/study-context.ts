import { evaluateHere } from "@uptake/study/evaluate";
import type { StudyContext } from "../src/studies/study-kind.ts";

/** Makes what a study is given in a test: runs in this thread and nobody who listens, but for what is given. */
export function studyContext(given: Partial<StudyContext> = {}): StudyContext {
  return {
    evaluate: evaluateHere,
    progress: () => {},
    say: () => {},
    signal: new AbortController().signal,
    seed: "uptake",
    ...given,
  };
}
