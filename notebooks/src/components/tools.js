import { element } from "./element.js";
import { strings } from "./strings.js";

const { tools: words } = strings;

/**
 * Makes the row of tools above a figure. Every action may return a word about what happened.
 *
 * @param {Record<string, () => unknown>} actions `undo`, `redo`, `copy`, and a download each: `png`, `svg`, `csv`, `yaml`.
 */
export function tools(actions) {
  const said = element("span", { class: "tools-said", role: "status" });
  const buttons = Object.fromEntries(
    Object.entries(actions).map(([name, act]) => {
      const download = ["png", "svg", "csv", "yaml"].includes(name);
      const click = async () => {
        let word;
        try {
          word = await act();
        } catch (error) {
          word = words.failed(/** @type {Error} */ (error).message);
        }
        said.replaceChildren(typeof word === "string" || word instanceof Node ? word : "");
      };
      const label = download ? words.download(words[name]) : undefined;
      return [
        name,
        element(
          "button",
          { type: "button", class: "tool", "data-tool": name, "aria-label": label, click },
          words[name],
        ),
      ];
    }),
  );
  return {
    root: element("div", { class: "tools", role: "group", "aria-label": words.label }, said, ...Object.values(buttons)),
    /** Says which actions can be taken. */
    enable(able) {
      for (const [name, yes] of Object.entries(able)) buttons[name].disabled = !yes;
    },
  };
}

/** Copies a text, or shows it where the browser does not allow that. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return words.copied;
  } catch {
    const field = element("input", { readonly: true, value: text, "aria-label": words.copyFailed });
    setTimeout(() => field.select());
    return element("span", {}, words.copyFailed, " ", field);
  }
}
