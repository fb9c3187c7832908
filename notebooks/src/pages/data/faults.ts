import { describeIssue, type Issue } from "@uptake/model";
import { withNumberHint } from "@uptake/study/files";
import { element } from "../../kit/element.js";
import { dataWords as say } from "../../words/data.js";

/** Makes the list of what is wrong with a file, as in `3:14 enrolment: …`: line, column, what it is and what is allowed. */
export function faultList(issues: readonly Issue[]): HTMLElement {
  const rows = issues.map((issue) => element("li", {}, describeIssue(withNumberHint(issue))));
  return element(
    "div",
    { class: "faults", tabindex: "0", role: "region", "aria-label": say.take.faults },
    element("ul", {}, ...rows),
  );
}
