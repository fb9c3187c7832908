import { strategies } from "@uptake/model";
import { words } from "./kit.js";

/** Returns the title of a strategy that ships, by its name; undefined where none has that name. */
export function titleOf(name: string): string | undefined {
  return words.start.strategies[name] ?? strategies.find((each) => each.name === name)?.title;
}
