import { parseArgs } from "node:util";

/** Says what is wrong with the options. */
export class WrongOption extends Error {}

/**
 * Reads the options of the command line.
 *
 * @param {readonly string[]} args
 * @param {readonly { name: string }[]} rows what `--only` may name
 * @throws WrongOption with all that is wrong.
 */
export function optionsOf(args, rows) {
  const several = { type: "string", multiple: true, default: [] };
  const flag = { type: "boolean", default: false };
  const known = { against: several, only: several, million: flag, json: flag, record: flag };
  let options;
  try {
    options = parseArgs({ args: args.filter((one) => one !== "--"), options: known }).values;
  } catch (error) {
    throw new WrongOption(error.message);
  }
  const names = rows.map(({ name }) => name);
  const unknown = options.only.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new WrongOption(unknown.map((name) => `no row is called “${name}”; rows: ${names.join(", ")}`).join("\n"));
  }
  return options;
}
