import { InputError, type Issue } from "@uptake/model";
import { type ReadYaml, readYaml as read } from "@uptake/study/yaml";
import { BadInput, type Fault } from "../host/fault.ts";

/**
 * Reads the YAML or JSON of a file.
 *
 * @param faults Takes the keys that are refused where they are all that is wrong with the text; the data is then without
 *   their fields (default none: they are thrown).
 * @throws BadInput with every fault of the text, each with its file, line and column.
 */
export function readYaml(text: string, file: string, faults?: Fault[]): ReadYaml {
  const refused: Issue[] | undefined = faults && [];
  try {
    return read(text, refused);
  } catch (error) {
    if (error instanceof InputError) throw new BadInput(error.issues.map((issue) => ({ file, ...issue })));
    throw error;
  } finally {
    faults?.push(...(refused ?? []).map((issue) => ({ file, ...issue })));
  }
}
