import { InputError, loadKeptWorlds } from "@uptake/model";
import type { EvaluationJob } from "@uptake/study/evaluate";
import { BadInput, type Fault } from "../host/fault.ts";
import { scenarioInput } from "../input/scenario-input.ts";
import { checkStudy } from "../studies/check-study.ts";
import type { CompleteStudy } from "../studies/complete-study.ts";
import type { Kinds } from "../studies/kind-heads.ts";
import { jobPrint } from "./job-print.ts";
import { MadeUp } from "./made-up.ts";

/** Ends what has said enough. */
class Enough extends Error {}

/** Says that the runs of a study cannot be listed before any is made. */
function adapts(kind: string, why: string): Fault {
  const message = `the runs of this study cannot be shared out: ${why}`;
  return { code: "adaptive", path: "kind", message, value: kind };
}

const usual =
  "which runs it makes later is known only once earlier ones are finished. Run it on one machine with as many threads as it has: uptake study FILE --threads N";

/**
 * Lists the jobs of a study in the order in which it asks for them, without making a run: it is answered with made-up
 * numbers. A kind that does not say whether its later runs depend on earlier ones is answered twice, differently, and must
 * ask for the same. `hear` is given each job once.
 *
 * @throws BadInput where later runs depend on what earlier ones give; InputError where the study is wrong.
 */
export async function askedJobs(
  study: CompleteStudy,
  kinds: Kinds,
  hear: (job: EvaluationJob, print: string) => void | Promise<void>,
): Promise<void> {
  const check = await checkStudy({ ...study, scenario: scenarioInput(study.scenario) }, kinds);
  if ("issues" in check) throw new InputError(check.issues);
  const { kind, input } = check;
  const { scenario, seed } = check.study;
  await loadKeptWorlds();
  const why = kind.adapts?.(input, scenario);
  if (why !== undefined) throw new BadInput([adapts(kind.kind, why)]);
  const ask = async (vary: boolean, told: (job: EvaluationJob) => void | Promise<void>): Promise<void> => {
    const { signal } = new AbortController();
    const nothing = (): void => undefined;
    const made = new MadeUp(vary);
    await kind.run(input, scenario, {
      evaluate: async (job, options = {}) => {
        await told(job);
        return made.answer(job, options);
      },
      progress: nothing,
      say: nothing,
      signal,
      seed,
    });
  };
  const prints: string[] = [];
  let again = 0;
  try {
    await ask(true, async (job) => {
      const print = jobPrint(job);
      prints.push(print);
      await hear(job, print);
    });
    // A kind that says how its runs depend on each other is believed.
    if (kind.adapts === undefined)
      await ask(false, (job) => {
        if (jobPrint(job) !== prints[again++]) throw new Enough();
      });
  } catch (error) {
    // What made-up numbers break is a question that is asked of the numbers; what is wrong with the study itself is said.
    if (error instanceof Enough) throw new BadInput([adapts(kind.kind, usual)]);
    throw error;
  }
  if (kind.adapts === undefined && again !== prints.length) throw new BadInput([adapts(kind.kind, usual)]);
}
