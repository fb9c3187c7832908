import { monthName } from "@uptake/model";
import type { Story } from "@uptake/study/explain";
import { counted, percent } from "./format.ts";
import { table } from "./text-table.ts";

/** Names who a story is about. */
export function storyTitle({ school, teacher }: Story): string {
  return teacher === null ? school.name : `Teacher ${teacher}, ${school.name}`;
}

/** Writes a story for people: who it is about, what happened month by month, and how it ends. */
export function describeStory(story: Story): string {
  const { strategy, drawn, district, school, replicate, seed, version, events } = story;
  const quiet = events.length === 0 ? "Nothing else happened.\n" : "";
  const values = Object.entries(drawn).map(([name, value]) => `${name} ${value}`);
  const unknown = values.length === 0 ? "" : `Not known of the plan, and in this run: ${values.join(", ")}.\n`;
  let last = -1;
  const rows = events.map(({ month, sentence }) => {
    const date = month === last ? "" : monthName(month);
    last = month;
    return [date, `${sentence}.`];
  });
  return `${storyTitle(story)} (${district.name}, ${counted(school.teachers, "teacher")}, ${percent(school.lowIncomeShare)} low-income students)
${strategy}; replicate ${replicate} of seed “${seed}”; uptake ${version}. One run of many: an example, not a finding.
${unknown}
${story.opening}

${quiet}${events.length === 0 ? "" : table(rows, [0, 1])}
At the end: ${story.ending}
`;
}
