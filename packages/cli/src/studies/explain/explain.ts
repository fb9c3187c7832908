import { InputError, type Issue, type Plan, prepare, type Scenario } from "@uptake/model";
import { explainSchool, explainTeacher, mostChanged, type Story, type WhichRun } from "@uptake/study/explain";
import { plansAtBudget } from "../plans-at-budget.ts";
import type { StudyAnswer, StudyContext, StudyKind } from "../study-kind.ts";
import { answerExplain } from "./explain-answer.ts";
import { type ExplainInput, explainSchema, mostChangedWord } from "./explain-schema.ts";

/** Tells the stories asked for, or those of who changed most. @throws InputError with what is wrong about either id. */
function storiesOf(plan: Plan, { teacher, school }: ExplainInput, which: WhichRun): Story[] {
  const nobody = teacher === undefined && school === undefined;
  const asked = { teacher: nobody ? mostChangedWord : teacher, school: nobody ? mostChangedWord : school };
  const most = Object.values(asked).includes(mostChangedWord) ? mostChanged(plan, which) : undefined;
  const issues: Issue[] = [];
  const stories: Story[] = [];
  const tell = (story: () => Story): void => {
    try {
      stories.push(story());
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      issues.push(...error.issues);
    }
  };
  if (asked.teacher !== undefined)
    tell(() => explainTeacher(plan, typeof asked.teacher === "number" ? asked.teacher : (most?.teacher ?? 0), which));
  if (asked.school !== undefined)
    tell(() =>
      explainSchool(plan, asked.school === mostChangedWord ? (most?.school ?? "") : (asked.school as string), which),
    );
  if (issues.length > 0) throw new InputError(issues);
  return stories;
}

async function run(
  input: ExplainInput,
  asked: Scenario,
  { evaluate, signal, seed }: StudyContext,
): Promise<StudyAnswer> {
  const { replicate, budget } = input;
  const named = [{ name: asked.name, scenario: asked }];
  const [brought] = budget === undefined ? named : (await plansAtBudget(named, budget, { each: true })).plans;
  const scenario = brought?.scenario ?? asked;
  const plan = await prepare(scenario);
  const stories = storiesOf(plan, input, { seed, replicate });
  // The run told of is made once more by whoever makes runs, so that the receipt holds its checksum as any other's.
  const job = { plans: [plan], seed, statistics: [], evaluations: [{ plan: 0, replicate }] };
  const { checksums } = await evaluate(job, { signal });
  return answerExplain(stories, scenario, checksums[0] as string);
}

/** Tells one teacher's and one school's story through one run. */
export const explainKind: StudyKind<ExplainInput> = {
  kind: "explain",
  doc: "tell one teacher's or one school's story through one run, month by month",
  schema: explainSchema,
  adapts: () => undefined,
  run,
};
