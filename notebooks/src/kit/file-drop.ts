import { words } from "../words/kit.js";
import { element } from "./element.js";

const { drop: say } = words;

/** Sets up a place for files. */
export interface FileDropOptions {
  /** Says which files are taken. */
  readonly label: string;
  readonly onFile: (file: File) => unknown;
}

/** Makes a place that a file is dropped on, or chosen at by mouse or keys; of several the first is taken. */
export function fileDrop({ label, onFile }: FileDropOptions): { readonly root: HTMLElement } {
  const input: HTMLInputElement = element("input", {
    type: "file",
    "aria-label": `${say.choose}: ${label}`,
    change: () => {
      const [chosen] = input.files ?? [];
      if (chosen) onFile(chosen);
      input.value = "";
    },
  });
  const over = (event: Event, yes: boolean): void => {
    event.preventDefault();
    root.classList.toggle("drop-over", yes);
  };
  const root = element(
    "div",
    {
      class: "drop",
      dragover: (event) => over(event, true),
      dragleave: (event) => over(event, false),
      drop: (event) => {
        over(event, false);
        const [dropped] = (event as DragEvent).dataTransfer?.files ?? [];
        if (dropped) onFile(dropped);
      },
    },
    element("p", {}, label),
    element("div", {}, say.or, " ", input),
  );
  return { root };
}
