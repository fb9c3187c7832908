import { scenarioVersion } from "@uptake/model/upgrade";
import type { PlanState } from "./plan-state.ts";

/** Words that some readers of YAML take for no text. */
const meaning = /^(true|false|null|yes|no|on|off|y|n)$/i;

const isGroup = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const textOf = (text: string): string =>
  /^[A-Za-z][\w.-]*$/.test(text) && !meaning.test(text) ? text : JSON.stringify(text);

const fieldsOf = (group: object): readonly (readonly [string, unknown])[] =>
  Object.entries(group).filter(([, value]) => value !== undefined);

/** Writes a value on one line. */
function onLine(value: unknown): string {
  if (typeof value === "string") return textOf(value);
  if (Array.isArray(value)) return `[${value.map(onLine).join(", ")}]`;
  if (!isGroup(value)) return Object.is(value, -0) ? "-0" : String(value);
  const fields = fieldsOf(value).map(([name, one]) => `${textOf(name)}: ${onLine(one)}`);
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

/** Writes the fields of a group, one a line. */
function onLines(group: object, indent: string): string {
  return fieldsOf(group)
    .map(([name, value]) => {
      const nested = isGroup(value) && fieldsOf(value).length > 0;
      const rest = nested ? `\n${onLines(value, `${indent}  `)}` : ` ${onLine(value)}\n`;
      return `${indent}${textOf(name)}:${rest}`;
    })
    .join("");
}

/** Writes the scenario of a state as the text of a scenario file, YAML, which reads as the same; seed and replicates are no part of it. */
export function scenarioFileOf({ scenario }: PlanState): string {
  return onLines({ version: scenarioVersion, ...scenario }, "");
}
