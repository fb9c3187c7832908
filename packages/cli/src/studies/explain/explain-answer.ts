import { monthName, type Scenario } from "@uptake/model";
import type { Story } from "@uptake/study/explain";
import type { AnswerTable } from "../../tables/table.ts";
import { describeBeliefs } from "../../words/describe-beliefs.ts";
import { describeStory, storyTitle } from "../../words/describe-story.ts";
import type { StudyAnswer } from "../study-kind.ts";

/** Writes how stories begin, what happened and how they end, one event a row. */
function eventsTable(stories: readonly Story[], { horizon }: Scenario): AnswerTable {
  return {
    name: "events",
    doc: "What happened in one run, month by month: an example, not a finding.",
    columns: [
      { name: "story", type: "text", unit: "–", doc: "who it happened to" },
      { name: "teacher", type: "integer", unit: "–", doc: "number of the teacher; empty in a school’s story" },
      { name: "school", type: "text", unit: "–", doc: "id of the school" },
      { name: "month", type: "integer", unit: "months", doc: "index at which it is seen, 0 at the start" },
      { name: "date", type: "text", unit: "–", doc: "the same as a month of a year" },
      { name: "kind", type: "text", unit: "–", doc: "kind of event; opening and ending say how things stood" },
      { name: "sentence", type: "text", unit: "–", doc: "what happened" },
    ],
    rows: stories.flatMap((story) =>
      [
        { month: 0, kind: "opening", sentence: story.opening },
        ...story.events,
        { month: horizon, kind: "ending", sentence: story.ending },
      ].map(({ month, kind, sentence }) => [
        storyTitle(story),
        story.teacher,
        story.school.id,
        month,
        monthName(month),
        kind,
        sentence,
      ]),
    ),
  };
}

/** Turns stories of one run into what is told of it. */
export function answerExplain(stories: readonly Story[], scenario: Scenario, checksum: string): StudyAnswer {
  const beliefs = describeBeliefs(scenario.parameters);
  const told = [...stories.map(describeStory), ...(beliefs.length > 0 ? [`${beliefs.join("\n")}\n`] : [])];
  return {
    sentence: stories.map((story) => `${storyTitle(story)}: ${story.opening} At the end: ${story.ending}`).join(" "),
    notes: ["One run of many: an example, not a finding."],
    figures: [],
    tables: [eventsTable(stories, scenario)],
    text: told.join("\n"),
    data: { stories, beliefs },
    checksums: [checksum],
  };
}
