import { parameters } from "@uptake/model";
import { commonFactor, type Decisive, type RankedParameter } from "@uptake/study/beliefs";
import { counted } from "./format.ts";

/** Writes a correlation, as in `0.52` or `−0.31`. */
const correlation = (value: number): string =>
  value
    .toFixed(2)
    .replace(/^-(0\.00)$/, "$1")
    .replace("-", "−");

/** Names a parameter and says what it is. */
function named({ name }: RankedParameter): string {
  if (name === commonFactor) return "the common strength of all effects of lessons and levers";
  const doc = parameters.find((one) => one.name === name)?.doc ?? "";
  return `${name} (${doc.slice(0, 1).toLowerCase()}${doc.slice(1)})`;
}

/** Names the number that decides most in a cell of a table; “–” where none can be told. */
export function decisiveName({ parameter, lacking }: Decisive): string {
  if (lacking !== undefined) return "–";
  if (parameter === null) return "none stands out";
  return parameter.name === commonFactor ? "all effects" : parameter.name;
}

/** Says in a sentence which number goes most with `outcome` over worlds, as in `adoption in May of year 3`, or why none is told. */
export function describeDecisive(found: Decisive, outcome: string): string {
  const { parameter, strongest, threshold, worlds, lacking, parameters: count } = found;
  if (lacking === "parameters") return "All runs have the same numbers of the model, so none can be told to decide.";
  if (lacking === "worlds")
    return `${counted(worlds, "world")} ${worlds === 1 ? "is" : "are"} too few to tell which number decides most.`;
  if (strongest === null || threshold === null)
    return `In every world ${outcome} is the same, so no number decides it.`;
  const chance = `chance alone takes the strongest of ${counted(count, "number")} beyond ${correlation(threshold)} at most once in twenty`;
  const range = `95% interval ${correlation(strongest.low)} to ${correlation(strongest.high)}`;
  if (parameter === null)
    return `None of ${counted(count, "number")} of the model stands out over ${counted(worlds, "world")}: the strongest rank correlation with ${outcome} is ${correlation(strongest.correlation)} (${named(strongest)}), and ${chance}.`;
  return `The number that decides most, as far as ${counted(worlds, "world")} tell, is ${named(parameter)}: its rank correlation with ${outcome} is ${correlation(parameter.correlation)} (${range}; ${chance}).`;
}
