/** Says which series are allowed, as issues do: those that runs have, and where what each counts is told. */
export function allowedSeries(names: readonly string[]): string {
  return `${names.join(", ")}; see uptake list series`;
}
