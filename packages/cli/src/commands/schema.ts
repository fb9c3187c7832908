import { scenarioSchema } from "@uptake/model/validate";
import { BadInput, oneOf } from "../host/fault.ts";
import type { Host } from "../host/host.ts";
import { type Kinds, loadKinds } from "../studies/kind-heads.ts";
import { studySchema } from "../studies/study-schema.ts";

/** Answers `uptake schema`: prints the format of scenarios or studies. */
export async function schema(host: Host, kinds: Kinds, asked: string | undefined): Promise<void> {
  if (asked === undefined)
    throw new BadInput([{ code: "missing", path: "schema", message: "is needed: scenario or study" }]);
  const named = oneOf("schema", asked, ["scenario", "study"]);
  const format = named === "study" ? studySchema(await loadKinds(kinds)) : scenarioSchema();
  host.out(`${JSON.stringify(format, undefined, 2)}\n`);
}
