import { element } from "./element.js";

/** Makes the words of a command, so that a line of them ends between words and not at a dash. */
export function commandWords(command: string): (HTMLElement | string)[] {
  return command.split(/(?<= )/).map((word) => element("span", { class: "command-word" }, word));
}
