import { isUnknown, isUnknownChoice, type LeverUse, type Reading, type Strategy } from "@uptake/model";
import { commandLine } from "./shell-quoted.ts";

/** Writes what a strategy is, and what it sets beside the passage each setting rests on; `program` starts what runs it. */
export function describeStrategy(strategy: Strategy, program: readonly string[] = ["uptake"]): string {
  const { name, title, doc, note, place, readings } = strategy;
  const argv = ["run", "--strategy", name, ...(place === undefined ? [] : ["--district", place])];
  const passages = readings.map((reading) => {
    const { file, passage } = reading;
    return `\n${settingsOf(strategy, reading)}\n  ${passage}${file === undefined ? "" : `\n  from ${file}`}\n`;
  });
  return `${title}
${doc}.
${note}
${passages.join("")}
Run it: ${commandLine(program, argv)}
`;
}

/** Writes the settings of a reading with their values. */
function settingsOf({ levers }: Strategy, { settings }: Reading): string {
  return settings
    .flatMap((setting) => {
      const [lever = "", own] = setting.split(".");
      const use = levers[lever] ?? {};
      return (own === undefined ? Object.keys(use) : [own]).map((key) => `${lever}.${key} ${say(use[key])}`);
    })
    .join(", ");
}

/** Writes a value; of one that is not known, what it lies between. */
function say(value: LeverUse[string]): string {
  if (isUnknown(value)) return `${value.between[0]} to ${value.between[1]}`;
  if (isUnknownChoice(value)) return value.among.join(" or ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
