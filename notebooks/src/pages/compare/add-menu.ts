import { element } from "../../kit/element.js";
import { compareWords } from "../../words/compare.js";

const { plans: say } = compareWords;

/** Holds the menu of plans to add. */
export interface AddMenu {
  readonly root: HTMLElement;
  readonly select: HTMLSelectElement;
}

/**
 * Makes the menu of plans to add, which shows none once one is added. Keys walk through a menu that is shut, entry by entry:
 * what they come past is not added before Enter, or a press on the button that then shows.
 */
export function addMenu(onAdd: (value: string) => void): AddMenu {
  let walked = false;
  const add = (): void => {
    const { value } = select;
    select.value = "";
    walked = false;
    if (document.activeElement === button) select.focus();
    button.hidden = true;
    onAdd(value);
  };
  const select: HTMLSelectElement = element("select", {
    class: "field field-large",
    id: "add-plan",
    pointerdown: () => {
      walked = false;
    },
    keydown: (event) => {
      if ((event as KeyboardEvent).key !== "Enter" || select.value === "") walked = true;
      else {
        event.preventDefault();
        add();
      }
    },
    change: () => {
      if (walked) button.hidden = select.value === "";
      else add();
    },
  });
  const button: HTMLButtonElement = element(
    "button",
    { type: "button", class: "tool", hidden: true, click: add },
    say.add,
  );
  return {
    root: element("div", { class: "menu" }, element("label", { for: "add-plan" }, say.preset), select, button),
    select,
  };
}
