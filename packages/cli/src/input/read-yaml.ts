import { InputError } from "@uptake/model";
import { type ReadYaml, readYaml as read } from "@uptake/study/yaml";
import { BadInput } from "../host/fault.ts";

/**
 * Reads the YAML or JSON of a file.
 *
 * @throws BadInput with every fault of the text, each with its file, line and column.
 */
export function readYaml(text: string, file: string): ReadYaml {
  try {
    return read(text);
  } catch (error) {
    if (error instanceof InputError) throw new BadInput(error.issues.map((issue) => ({ file, ...issue })));
    throw error;
  }
}
