import { dirname } from "node:path";
import { groupOf } from "@uptake/model/upgrade";
import { BadInput } from "../host/fault.ts";
import { namedCommand } from "../words/shell-quoted.ts";

/** What a command reads a file as. */
export type WantedFile = "scenario" | "study" | "receipt";

/** Fields that a scenario has, and no study beside its scenario. */
const ofScenario = ["strategy", "levers", "district", "roster", "horizon", "shocks", "switches", "parameters"];

/** Says what a file holds by its fields, and what takes it; undefined where it may be what is wanted. */
export function otherThan(wanted: WantedFile, file: string, value: unknown): string | undefined {
  const [one] = Array.isArray(value) ? value : [value];
  const fields = groupOf(one) ?? {};
  const has = (...names: readonly string[]): boolean => names.every((name) => Object.hasOwn(fields, name));
  if (wanted !== "receipt" && has("format", "study", "receipt"))
    return `is the receipt of a result, and no ${wanted}; run its study again with: ${namedCommand("verify", file)}`;
  if (has("format", "study", "shards"))
    return `is a plan of shards, and no ${wanted}; see how far it is with: ${namedCommand("shard", "status", dirname(file))}`;
  if (has("kind", "sentence", "receipt"))
    return `is the answer of a result, and no ${wanted}; check it with: ${namedCommand("verify", dirname(file))}`;
  if (has("id", "schools")) return `is a district, and no ${wanted}; name it in a scenario, as in district: ${file}`;
  if (wanted === "scenario" && has("kind"))
    return `is a study, and no scenario; run it with: ${namedCommand("study", file)}`;
  if (wanted === "scenario" || has("kind") || has("scenario") || !ofScenario.some((name) => has(name)))
    return undefined;
  const named = wanted === "study" ? `; or name it in a study that says its kind, as in scenario: ${file}` : "";
  return `is a scenario, and no ${wanted}; run it with: ${namedCommand("run", file)}${named}`;
}

/** Refuses a file that holds something else than what is wanted. @throws BadInput that says what takes it. */
export function refuseOther(wanted: WantedFile, file: string, value: unknown): void {
  const message = otherThan(wanted, file, value);
  if (message !== undefined) throw new BadInput([{ file, line: 1, column: 1, code: "wrong-kind", path: "", message }]);
}
