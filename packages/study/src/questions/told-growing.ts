/** Tells an answer with each count of runs, ascending: to `onPartial`, and returns that with the last. */
export async function toldGrowing<Answer>(
  counts: readonly number[],
  told: (count: number) => Promise<Answer>,
  onPartial: (partial: Answer) => void,
): Promise<Answer> {
  for (const count of counts.slice(0, -1)) onPartial(await told(count));
  return told(counts.at(-1) as number);
}
