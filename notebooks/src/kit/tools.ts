import { words as all } from "../words/kit.js";
import { element } from "./element.js";

const { tools: words } = all;

/** Names what a reader can do with a result. */
export type Tool = keyof typeof words.names;

/** Holds a row of tools; `enable` says which of them can be used. */
export interface Tools {
  readonly root: HTMLElement;
  enable(able: Partial<Record<Tool, boolean>>): void;
}

/** Names the tools that save a file. */
const downloads: readonly Tool[] = ["png", "svg", "csv", "yaml"];

/** Makes the row of tools above a figure. Every action may return a word or an element about what happened. */
export function tools(actions: Partial<Record<Tool, () => unknown>>): Tools {
  const said = element("span", { class: "tools-said", role: "status" });
  const buttons = new Map(
    (Object.entries(actions) as [Tool, () => unknown][]).map(([name, act]) => {
      const click = async (): Promise<void> => {
        let word: unknown;
        try {
          word = await act();
        } catch (error) {
          word = words.failed((error as Error).message);
        }
        said.replaceChildren(typeof word === "string" || word instanceof Node ? word : "");
      };
      const label = downloads.includes(name) ? words.download(words.names[name]) : undefined;
      return [
        name,
        element(
          "button",
          { type: "button", class: "tool", "data-tool": name, "aria-label": label, click },
          words.names[name],
        ),
      ];
    }),
  );
  return {
    root: element("div", { class: "tools", role: "group", "aria-label": words.label }, said, ...buttons.values()),
    enable(able) {
      for (const [name, button] of buttons) if (able[name] !== undefined) button.disabled = !able[name];
    },
  };
}

/** Copies a text and says `copied`, or shows it where the browser does not allow that. */
export async function copy(text: string, copied: string = words.copied): Promise<string | HTMLElement> {
  try {
    await navigator.clipboard.writeText(text);
    return copied;
  } catch {
    const field = element("input", { readonly: true, value: text, "aria-label": words.copyFailed });
    setTimeout(() => field.select());
    return element("span", {}, words.copyFailed, " ", field);
  }
}
