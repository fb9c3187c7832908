/** Writes the numbers of an answer to six digits, more than is shown of any, so that it weighs less. */
export const rounded = (answer: unknown): unknown =>
  JSON.parse(
    JSON.stringify(answer, (_, value: unknown) => (typeof value === "number" ? Number(value.toPrecision(6)) : value)),
  );
