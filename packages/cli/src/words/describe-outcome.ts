import { levers, parameters, type Scenario } from "@uptake/model";
import { type RunOutcome, targetWords } from "@uptake/study/target";
import { type CountedWorlds, countWorlds } from "./count-worlds.ts";
import { count, counted, dollars, inMonth } from "./format.ts";
import { seriesName, seriesUnit } from "./series-words.ts";

/** Names an outcome in words, as in `adoption in May of year 3`. */
export function describeOutcome({ name, series, month, atLeast }: RunOutcome, scenario: Scenario): string {
  const { of } = scenario.target;
  switch (name) {
    case "target":
      return `the chance of ${Math.round((atLeast ?? 0) * 100)}% ${of === "teachers" ? "adoption" : targetWords[of].who} ${inMonth(month)}`;
    case "cost":
      return `cost over ${counted(scenario.horizon, "month")}`;
    case "gap":
      return `the gap between the low- and the high-poverty third of teachers ${inMonth(month)}`;
    case "sustained":
      return `${seriesName(series)} ${inMonth(month)}, after funding has ended`;
    default:
      return `${seriesName(series)} ${inMonth(month)}`;
  }
}

/** Returns the unit of an outcome: of shares, as a fraction. */
export function outcomeUnit({ name, series }: RunOutcome): string {
  return name === "target" ? "chance" : seriesUnit(series);
}

const isShare = (unit: string): boolean => unit.startsWith("share") || unit === "chance";

/** Writes a number of an outcome in its unit; as points where it is a difference of shares. */
export function quantity(value: number | null, unit: string, difference = false): string {
  if (value === null) return "–";
  if (unit.startsWith("$")) return dollars(value);
  if (!isShare(unit))
    return unit === "teachers" ? counted(value, "teacher") : minus(String(Number(value.toPrecision(3))));
  const scaled = Math.abs(value) * 100;
  const text = difference && scaled < 9.95 ? String(Number(scaled.toFixed(1))) : count(scaled);
  const sign = value < 0 && text !== "0" ? "−" : "";
  return `${sign}${text}${difference ? (text === "1" ? " point" : " points") : "%"}`;
}

/** Writes a number with its interval in brackets, as in `41% (33–50%)`. */
export function withInterval(
  { value, low, high }: { readonly value: number | null; readonly low: number | null; readonly high: number | null },
  unit: string,
  difference = false,
): string {
  if (value === null) return "not known";
  if (low === null || high === null) return quantity(value, unit, difference);
  const ends = [low, high].map((end) => quantity(end, unit, difference));
  const [from, to] = ends as [string, string];
  const bare = from.replace(/%$| points?$/, "");
  const between = from.startsWith("−") || to.startsWith("−") || difference ? " to " : "–";
  return `${quantity(value, unit, difference)} (${bare}${between}${to})`;
}

const minus = (text: string): string => text.replace("-", "−");

/** Names a factor in words: a parameter by its name, a lever's setting as in `coaching teachers per coach`, a switch by its own. */
export function factorLabel(name: string): string {
  const [root, lever, setting = ""] = name.split(".") as [string, string, string?];
  if (root === "switches") return lever.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  if (root === "target") return `target ${lever}`;
  if (root !== "levers") return name;
  return `${lever} ${setting.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`;
}

/** Returns the unit of a factor, empty where its name says it already. */
export function factorUnit(name: string): string {
  const [root, lever, setting] = name.split(".");
  const own = levers.find((one) => one.name === lever);
  if (root === "target") return lever === "share" ? "share" : lever === "month" ? "months" : "";
  if (root !== "levers") return parameters.find((one) => one.name === name)?.unit ?? "";
  if (setting === "intensity") return "share";
  if (setting === "start" || setting === "ramp" || setting === "delay") return "months";
  const unit = [...(own?.settings ?? []), ...(own?.counts ?? [])].find((one) => one.name === setting)?.unit ?? "";
  return factorLabel(name).endsWith(unit) ? "" : unit;
}

/** Says in words how many worlds there are, and how they were drawn. */
export function describeWorlds(all: CountedWorlds): string {
  const { parameters: draw } = all;
  const from = { fixed: " of the fixed world", sampled: "", priors: " of the wide priors" }[draw];
  return `${countWorlds(all, draw === "sampled" ? "kept world" : "world")}${from}`;
}
