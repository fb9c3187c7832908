import { evaluateHere } from "@uptake/study/evaluate";
import { type AnswerOf, answerTo, type InputOf, type QuestionName } from "@uptake/study/questions";

/**
 * Answers a question as a page's worker does, in this process: the first answer on the way that is `enough`, or else the
 * last. Those on the way hold as far as they go, and count the runs that they rest on.
 */
export async function answerHere<Name extends QuestionName>(
  name: Name,
  input: InputOf<Name>,
  enough: (answer: AnswerOf<Name>) => boolean = () => false,
): Promise<AnswerOf<Name>> {
  const end = new AbortController();
  let found: AnswerOf<Name> | undefined;
  try {
    const whole = await answerTo(name, input, {
      evaluate: evaluateHere,
      signal: end.signal,
      onProgress: () => undefined,
      onPartial(partial) {
        if (found !== undefined || !enough(partial as AnswerOf<Name>)) return;
        found = partial as AnswerOf<Name>;
        end.abort();
      },
    });
    return found ?? (whole as AnswerOf<Name>);
  } catch (error) {
    if (found === undefined) throw error;
    return found;
  }
}
