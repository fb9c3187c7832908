import { InputError } from "@uptake/model";
import type { Change } from "@uptake/model/upgrade";
import { type Evaluate, type Journal, journaled } from "@uptake/study/evaluate";
import type { Host } from "../host/host.ts";
import { Interrupted } from "../host/interrupted.ts";
import { runners } from "../host/workers.ts";
import { scenarioInput } from "../input/scenario-input.ts";
import { checkStudy } from "../studies/check-study.ts";
import type { CompleteStudy } from "../studies/complete-study.ts";
import type { Kinds } from "../studies/kind-heads.ts";
import type { StudyAnswer } from "../studies/study-kind.ts";
import { leverSettings } from "../tables/lever-settings.ts";
import { describeBeliefs } from "../words/describe-beliefs.ts";
import { describeUnknown } from "../words/describe-unknown.ts";
import { durationOf } from "../words/duration.ts";
import { recordRuns } from "./record-runs.ts";
import { runsTable } from "./runs-table.ts";
import { StudyProgress } from "./study-progress.ts";
import { withForecasts } from "./with-forecasts.ts";

/** Says how a study is run. */
export interface RunStudyOptions {
  /** Threads that make runs; all that the machine has unless given. */
  readonly threads?: number;
  /** Keeps finished runs for a study that is interrupted; they are not kept unless it is given. */
  readonly journal?: Journal;
  /** Takes runs from where they are finished already, and has only the others made (default: all are made here). */
  readonly finished?: (make: Evaluate) => Evaluate;
  /** Loads what will be needed afterwards, while other threads make runs too (default nothing). */
  readonly meanwhile?: () => Promise<unknown>;
  /** Kinds of study there are. */
  readonly kinds: Kinds;
}

/** Holds a study as it was run, complete, and what it found. */
export interface StudyResult {
  readonly study: CompleteStudy;
  readonly answer: StudyAnswer;
  /** What was changed in a study of an older version. */
  readonly changes: readonly Change[];
  /** Whether runs were folded as they came, of which a journal keeps none. */
  readonly folding: boolean;
}

/**
 * Runs a study: checks it, makes its runs and answers. The same study gives the same answer, whatever the threads and
 * interruptions. Progress goes to stderr when a person reads it.
 *
 * @throws InputError with everything that is wrong with the study; Interrupted when a person stops it.
 */
export async function runStudy(study: CompleteStudy, host: Host, options: RunStudyOptions): Promise<StudyResult> {
  const { threads, journal, finished, meanwhile, kinds } = options;
  const check = await checkStudy({ ...study, scenario: scenarioInput(study.scenario) }, kinds);
  if ("issues" in check) throw new InputError(check.issues);
  const { scenario, seed } = check.study;
  const end = new AbortController();
  const { signal } = end;
  const progress = new StudyProgress(host);
  let folding = false;
  const deaf = host.onInterrupt?.(() => {
    progress.say("Stopping; once more ends at once.");
    end.abort(new Interrupted("Stopped.", folding));
  });
  const runs = runners(threads, meanwhile);
  const keeping = journal ? journaled(runs.evaluate, journal) : runs.evaluate;
  const make = finished ? finished(keeping) : keeping;
  /** Evaluations of the largest job told of; a kind that says itself how long it takes is left to it. */
  let told = 0;
  const { evaluate, recorded } = recordRuns(async (job, own) => {
    folding ||= own?.passing === true && own.resumable !== true;
    // The first job is told of, and any larger one: the rest of a search is made of jobs alike.
    if (host.interactive && !finished && job.evaluations.length > told) {
      told = job.evaluations.length;
      const duration = await durationOf(job, runs.threads);
      if (duration !== undefined) progress.say(duration);
    }
    const onProgress = (done: number, total: number): void => progress.update("Simulating", done, total);
    return make(job, { onProgress, signal, ...own });
  });
  try {
    const found = await check.kind.run(check.input, scenario, {
      evaluate,
      progress: (stage, done, total) => progress.update(stage, done, total),
      say: (text) => {
        told = Number.POSITIVE_INFINITY;
        progress.say(text);
      },
      signal,
      seed,
    });
    const answer = withForecasts(found);
    const plans = answer.plans ?? [{ name: scenario.name, scenario }];
    const unknown = plans.flatMap(({ name, scenario: one }) =>
      describeUnknown(one).map((line) => (plans.length === 1 ? line : `“${name}”: ${line}`)),
    );
    const made = runsTable(recorded());
    const notes = [...answer.notes, ...unknown, ...describeBeliefs(scenario.parameters), ...made.notes];
    const tables = [...answer.tables, ...leverSettings(plans), ...made.tables];
    return { study: check.study, answer: { ...answer, notes, tables }, changes: check.changes, folding };
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    progress.end();
    deaf?.();
    runs.dispose();
  }
}
