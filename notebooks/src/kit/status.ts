import { describeIssue, type Issue } from "@uptake/model";
import { type Change, describeChange } from "@uptake/model/upgrade";
import { withNumberHint } from "@uptake/study/files";
import { words } from "../words/kit.js";
import { element } from "./element.js";
import { setText } from "./set-text.js";

const { status: say } = words;

/** Holds what a page says of its work: what is wrong, what is noted, how far it is. */
export interface Status {
  readonly root: HTMLElement;
  /** Says how many of how many runs are in; nothing once all are, or where none were asked for. */
  progress(done: number, total: number): void;
  /** Says lines that a reader should know before trusting what is on show; replaces what was said. */
  notice(lines: readonly string[]): void;
}

/** Makes the place of notices, which are spoken as they come, and of progress, which is not. */
export function status(): Status {
  const notices = element("div", { class: "notice", role: "status" });
  const bar = element("progress", { class: "progress", "aria-label": say.progress, max: 1, value: 0 });
  const count = element("span", { class: "progress-count" });
  const line = element("div", { class: "progress-line" }, bar, count);
  line.hidden = true;
  return {
    root: element("div", { class: "status" }, notices, line),
    progress(done, total) {
      line.hidden = done >= total;
      bar.value = total > 0 ? done / total : 0;
      setText(count, say.runs(done, total));
    },
    notice(lines) {
      if (lines.join("\n") === [...notices.children].map((each) => each.textContent).join("\n")) return;
      notices.replaceChildren(...lines.map((text) => element("p", {}, text)));
    },
  };
}

/** Says what was changed in an older link or file, a line each. */
export function changesOf(changes: readonly Change[]): string[] {
  return changes.map((change) => `${change.path === "" ? "" : `${change.path}: `}${describeChange(change)}.`);
}

/** Says what a link or a file is noted for, as lines for {@link Status.notice}; none where there is nothing. */
export function noticesOf(issues: readonly Issue[], title: string = say.link): string[] {
  return issues.length === 0 ? [] : [[title, ...issues.map((issue) => describeIssue(withNumberHint(issue)))].join(" ")];
}
