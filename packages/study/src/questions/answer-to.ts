import { InputError, nearest } from "@uptake/model";
import type { Means, Question } from "./question.ts";
import * as questions from "./registry.ts";

const known = new Map<string, unknown>(Object.entries(questions));

/**
 * Answers a question by name.
 *
 * @throws InputError when there is no such question, and what the question itself throws.
 */
export async function answerTo(name: string, input: unknown, means: Means<unknown>): Promise<unknown> {
  const question = known.get(name) as Question<unknown, unknown, unknown> | undefined;
  if (question) return question(input, means);
  const names = [...known.keys()];
  const near = nearest(name, names);
  throw new InputError([
    {
      code: "unknown-question",
      path: "question",
      message: `there is no question called “${name}”`,
      value: name,
      allowed: names.join(", "),
      ...(near ? { nearest: near } : {}),
    },
  ]);
}
