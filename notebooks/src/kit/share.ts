import { writeLink } from "@uptake/study/link";
import { type PlanStore, planStore } from "../plan/plan-store.js";
import { words } from "../words/kit.js";
import { embedCode } from "./embed-code.js";
import { copy } from "./tools.js";

/** Says why no link opens the plan on show; undefined where one does. */
export function notInLink(store: PlanStore): string | undefined {
  const [first] = writeLink(store.get()).left;
  return first && words.tools.notInLink(first.message);
}

/** Copies the link of the plan on show, or says why there is none. */
export async function copyLink(store: PlanStore): Promise<string | HTMLElement> {
  return notInLink(store) ?? copy(store.address());
}

/** Copies the HTML that shows a figure of this page alone, with the plan on show, or says why there is none. */
export async function copyEmbed(name: string, title: string): Promise<string | HTMLElement> {
  const store = await planStore();
  return notInLink(store) ?? copy(embedCode(store.address(), name, title), words.tools.embedCopied);
}
