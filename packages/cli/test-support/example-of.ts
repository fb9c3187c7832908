import { readFileSync } from "node:fs";
import type { Scenario } from "@uptake/model";
import { validateScenario } from "@uptake/model/validate";
import { parse } from "yaml";
import type { StudyKind } from "../src/studies/study-kind.ts";

/** Reads the example that ships of a kind of study. */
export async function exampleOf<Input>(kind: StudyKind<Input>): Promise<{ input: Input; scenario: Scenario }> {
  const file = new URL(`../studies/${kind.kind}.yaml`, import.meta.url);
  const {
    version: _,
    kind: named,
    name,
    seed,
    scenario,
    ...own
  } = parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  if (named !== kind.kind || typeof name !== "string" || typeof seed !== "string")
    throw new Error(`${file} has no head`);
  const checked = await validateScenario(scenario ?? {});
  if ("issues" in checked) throw new Error(JSON.stringify(checked.issues));
  return { input: kind.schema.parse(own), scenario: checked.scenario };
}
